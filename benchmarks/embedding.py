"""How long the carried model takes beside that of another version of this project.

Run as `python -m benchmarks.embedding CHECKOUT`. Both embed the same passages in one process and
take turns, so that what else the machine does meets both alike. The vectors of today's are
compared with those of sentence-transformers in full precision too.
"""

import argparse
import importlib.util
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from sentence_transformers import SentenceTransformer

from benchmarks.invented import write_minutes
from benchmarks.measuring import print_conditions, print_table, seconds
from ingest.document import read_document
from ingest.metadata import Metadata
from ingest.passages import passages
from vectorstore import catalogue
from vectorstore.embedding import CARRIED_PIECES, Embedder, _carried_folder
from vectorstore.settings import LibrarySettings
from vectorstore.staging import TEXTS_AT_ONCE

# As many as are compared in full precision, which takes long.
COMPARED = 512


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path, help="the folder of the other version")
    parser.add_argument("--turns", type=int, default=40)
    options = parser.parse_args()
    print_conditions()
    texts = sorted(passages_as_embedded(), key=len, reverse=True)
    chunks = [texts[at : at + TEXTS_AT_ONCE] for at in range(0, len(texts), TEXTS_AT_ONCE)]
    today, other = model_of(Path(__file__).parents[1]), model_of(options.checkout)
    for chunk in chunks:  # so that all shapes are compiled
        today.encode(chunk)
        other.encode(chunk)
    clock, processor = zip(
        *(
            turn(today, other, chunks[number % len(chunks)], number)
            for number in range(options.turns)
        ),
        strict=True,
    )
    rows = [
        [name, *(f"{quartile:.3f}" for quartile in statistics.quantiles(ratios, n=4))]
        for name, ratios in (("by the clock", clock), ("of the processors", processor))
    ]
    print_table(["today's time to the other's", "lower quartile", "median", "upper"], rows)
    print(f"Least cosine to full precision, {COMPARED} texts: {least_cosine(today, texts):.5f}")


def passages_as_embedded() -> list[str]:
    """The distinct texts of the invented minutes, as an ingest hands them to the model."""
    embedder = Embedder(LibrarySettings())
    with tempfile.TemporaryDirectory() as scratch:
        write_minutes(Path(scratch), 2_000)
        documents = [
            read_document(path.name, path.read_bytes(), Metadata())
            for path in sorted(Path(scratch).iterdir())
        ]
    return list(
        {
            catalogue.embedded_text(each.heading, document.text[each.start : each.end])
            for document in documents
            for each in passages(document, embedder.pieces, embedder.max_pieces)
        }
    )


def model_of(checkout: Path) -> Any:
    """The carried model as a version of this project computes it."""
    path = checkout / "vectorstore" / "minilm.py"
    spec = importlib.util.spec_from_file_location(f"minilm of {checkout}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"There is no {path}: name the folder of another version.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.MiniLM(_carried_folder(), CARRIED_PIECES)


def turn(today: Any, other: Any, chunk: list[str], number: int) -> tuple[float, float]:
    """How today's compares, by the clock and in processor time; they begin in turns."""

    def spent(model: Any) -> tuple[float, float]:
        before = time.process_time()
        return seconds(lambda: model.encode(chunk)), time.process_time() - before

    if number % 2:
        theirs, own = spent(other), spent(today)
    else:
        own, theirs = spent(today), spent(other)
    return own[0] / theirs[0], own[1] / theirs[1]


def least_cosine(today: Any, texts: list[str]) -> float:
    some = texts[:: max(1, len(texts) // COMPARED)][:COMPARED]
    exact = SentenceTransformer(str(_carried_folder()), device="cpu")
    wanted = exact.encode(some, normalize_embeddings=True, show_progress_bar=False)
    return float(np.min(np.sum(today.encode(some) * wanted, axis=1)))


if __name__ == "__main__":
    main()
