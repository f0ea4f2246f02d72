"""The pipeline that LangChain's tutorials teach, with the same embedding model, as a baseline.

Split at 1,000 characters with 200 of overlap, `Chroma.from_documents`, the nearest four chunks.
It reads the same text of the documents as the program does. It does not hear history or filters.
"""

import os
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from langchain_core.embeddings import Embeddings

from eval.cases import Case
from eval.measures.retrieval import Piece
from eval.sources import Place
from eval.systems.assistant import RETRIEVED
from eval.systems.copied import copy
from eval.systems.system import Response
from vectorstore.edition import Edition
from vectorstore.embedding import Embedder
from vectorstore.errors import SettingsError


class TutorialSystem:
    """Chunks by nearness of meaning, the best four copied."""

    def __init__(self, edition: Edition, embedder: Embedder) -> None:
        self._edition = edition
        folder = tempfile.mkdtemp(prefix="minutes-tutorial-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        chunks = _chunks(edition)
        self._pieces = {chunk.metadata["id"]: _piece(chunk) for chunk in chunks}
        self._store = _store(chunks, _SameModel(embedder), folder)

    def respond(self, case: Case) -> Response:
        started = perf_counter()
        found = self._store.similarity_search(case.question, k=RETRIEVED)
        retrieved = [self._pieces[chunk.metadata["id"]] for chunk in found]
        answer = copy(case, retrieved, self._edition, seconds=perf_counter() - started)
        return Response(answer=answer, retrieved=tuple(retrieved))

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        return [piece for piece in self._pieces.values() if piece.place.overlap(place)]


class _SameModel(Embeddings):
    """The library's embedding model, as LangChain asks for vectors."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embedder.passages(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        [vector] = self._embedder.queries([text]).tolist()
        return list(vector)


def _chunks(edition: Edition) -> list[Any]:
    try:
        from langchain_text_splitters import RecursiveCharacterTextSplitter
    except ImportError as error:
        raise _missing("langchain-text-splitters") from error
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=1000, chunk_overlap=200, add_start_index=True
    )
    names = list(dict.fromkeys(each.name for each in edition.documents()))
    chunks = splitter.create_documents(
        [edition.document(name).text for name in names], [{"document": name} for name in names]
    )
    for number, chunk in enumerate(chunks):
        chunk.metadata["id"] = f"chunk-{number}"
    return list(chunks)


def _store(chunks: list[Any], embeddings: Embeddings, folder: str) -> Any:
    # LangChain makes the client, so that only the environment can keep it from reporting home.
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    try:
        from langchain_chroma import Chroma
    except ImportError as error:
        raise _missing("langchain-chroma") from error
    return Chroma.from_documents(chunks, embeddings, persist_directory=folder)


def _missing(package: str) -> SettingsError:
    return SettingsError(f"The tutorial's pipeline needs {package}: pip install {package}.")


def _piece(chunk: Any) -> Piece:
    start = chunk.metadata["start_index"]
    place = Place(
        document=chunk.metadata["document"], start=start, end=start + len(chunk.page_content)
    )
    return Piece(id=chunk.metadata["id"], place=place)
