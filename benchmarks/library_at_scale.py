"""How long a library of many passages takes to make and to ask.

Run as `python -m benchmarks.library_at_scale`. The passages are invented words with the
frequencies of a real language (Zipf's law). A text's vector is the sum of its words' vectors,
which lie, as a real model's roughly do, in far fewer dimensions than they have; the model's own
time is left out. Give `--home` to keep the library: a second run then measures a reader that did
not make it.
"""

import argparse
import hashlib
import resource
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.edition import Edition
from vectorstore.embedding import Embedder
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.library import Library, open_library
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    Paragraph,
    ParagraphKind,
    Passage,
)
from vectorstore.settings import LibrarySettings

DIMENSION = 384
LATENT_DIMENSIONS = 32
HASHES = 50_000
WORDS = 30_000
PASSAGES_A_DOCUMENT = 50
WORDS_A_PASSAGE = 60
COMMITTEES = [f"Committee {number}" for number in range(12)]
FIRST_DAY = date(2015, 1, 1)
FILTERS = {
    "no filter": NO_FILTERS,
    "narrow (a committee in one year)": Filters(
        committee=COMMITTEES[0], since=date(2020, 1, 1), until=date(2020, 12, 31)
    ),
    "broad (since 2018)": Filters(since=date(2018, 1, 1)),
}


class WordsEmbedder(Embedder):
    """Unit vectors of texts as the sums of their words' random vectors."""

    def __init__(self, settings: LibrarySettings) -> None:
        super().__init__(settings)
        random = np.random.default_rng(3)
        latent = random.standard_normal((HASHES, LATENT_DIMENSIONS))
        spread = random.standard_normal((LATENT_DIMENSIONS, DIMENSION))
        self._vectors_by_hash = (latent @ spread).astype(np.float32)

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        sums = np.stack([self._sum(text) for text in texts])
        exact: NDArray[np.float32] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return exact

    passages = queries

    def _sum(self, text: str) -> NDArray[np.float32]:
        hashes = [zlib.crc32(word.encode()) % HASHES for word in text.split()]
        total: NDArray[np.float32] = self._vectors_by_hash[hashes].sum(axis=0)
        return total


class Language:
    """Invented words, drawn with the frequencies of a real language."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(1)
        syllables = [
            "ba",
            "co",
            "den",
            "fi",
            "gar",
            "hol",
            "ing",
            "ket",
            "lor",
            "mun",
            "pel",
            "sta",
        ]
        picks = self._random.integers(0, len(syllables), (WORDS, 4))
        self.words = list(dict.fromkeys("".join(syllables[i] for i in row) for row in picks))
        shares = 1 / np.arange(1, len(self.words) + 1)
        self._shares = shares / shares.sum()

    def sentence(self, words: int) -> str:
        picks = self._random.choice(len(self.words), words, p=self._shares)
        return " ".join(self.words[pick] for pick in picks) + "."


def documents(passages: int) -> Iterator[tuple[Document, list[Passage]]]:
    """Documents of one meeting each, that have so many passages in all."""
    language = Language()
    for number in range(passages // PASSAGES_A_DOCUMENT):
        texts = [language.sentence(WORDS_A_PASSAGE) for _ in range(PASSAGES_A_DOCUMENT)]
        starts = np.cumsum([0] + [len(text) + 1 for text in texts]).tolist()
        spans = [(start, start + len(text)) for start, text in zip(starts, texts, strict=False)]
        text = "\n".join(texts)
        item = AgendaItem(
            number="1",
            minute_number=None,
            title=language.sentence(4),
            paragraphs=tuple(
                Paragraph(label=None, kind=ParagraphKind.NARRATIVE, start=start, end=end)
                for start, end in spans
            ),
        )
        meeting = Meeting(
            council="Council",
            committee=COMMITTEES[number % len(COMMITTEES)],
            date=FIRST_DAY + timedelta(days=number * 37 % 4_000),
            items=(item,),
        )
        document = Document(
            name=f"{number}.txt",
            digest=hashlib.sha256(text.encode()).hexdigest(),
            kind=DocumentKind.MINUTES,
            title=None,
            url=None,
            text=text,
            meetings=(meeting,),
        )
        yield (
            document,
            [
                Passage(meeting=0, item=0, paragraph=index, start=start, end=end, heading="Item 1")
                for index, (start, end) in enumerate(spans)
            ],
        )


def build(library: Library, passages: int) -> None:
    """Make the library and print how long each step takes."""
    began = [("putting documents", time.perf_counter())]
    with library.revise(lambda step: began.append((step.value, time.perf_counter()))) as revision:
        for document, parts in documents(passages):
            revision.put(
                document,
                parts,
                source=document.name,
                fingerprint=document.digest,
                original=document.text.encode(),
            )
        revision.publish()
    _print_steps(began)
    print(f"Peak memory after publishing: {_peak_megabytes():.0f} MB")


def add_one(library: Library) -> None:
    """Publish one more document and print how long each step takes."""
    [(document, parts)] = documents(PASSAGES_A_DOCUMENT)
    text = f"{document.text} {time.time()}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    began = [("opening", time.perf_counter())]
    with library.revise(lambda step: began.append((step.value, time.perf_counter()))) as revision:
        revision.put(
            Document(
                name=digest,
                digest=digest,
                kind=document.kind,
                title=None,
                url=None,
                text=text,
                meetings=document.meetings,
            ),
            parts,
            source="one more",
            fingerprint=digest,
            original=text.encode(),
        )
        revision.publish()
    print("One more document:")
    _print_steps(began)


def _print_steps(began: list[tuple[str, float]]) -> None:
    seconds: dict[str, float] = {}
    ends = [at for _, at in began[1:]] + [time.perf_counter()]
    for (step, at), end in zip(began, ends, strict=True):
        seconds[step] = seconds.get(step, 0.0) + end - at
    for step, spent in seconds.items():
        print(f"  {step:30} {spent:8.2f} s")
    print(f"  {'in all':30} {sum(seconds.values()):8.2f} s")


def ask(edition: Edition, questions: Sequence[str]) -> None:
    """Print how long it takes to find terms and passages."""
    timed("terms", [partial(edition.terms, question) for question in questions])
    for name, filters in FILTERS.items():
        calls = [partial(edition.search, question, filters=filters) for question in questions]
        timed(f"search, {name}", calls)


def timed(name: str, calls: Sequence[Callable[[], object]]) -> None:
    """Print the median and the 95th percentile of the time that the calls take."""
    milliseconds = []
    for call in calls:
        start = time.perf_counter()
        call()
        milliseconds.append((time.perf_counter() - start) * 1000)
    p50, p95 = np.percentile(milliseconds, [50, 95])
    print(f"{name:50} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   worst {max(milliseconds):7.1f} ms")


def typical_questions(number: int) -> list[str]:
    """Questions of one to six words: mostly rare words, some common ones, some misspelt."""
    language = Language()
    random = np.random.default_rng(2)
    questions = []
    for _ in range(number):
        picks = random.integers(0, 10 ** random.integers(2, 5), random.integers(1, 7))
        typed = [language.words[pick % len(language.words)] for pick in picks]
        if random.random() < 0.2:
            typed[0] = typed[0][:3] + typed[0][4:]
        questions.append("what was said about " + " ".join(typed))
    return questions


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--home", type=Path, help="where the library is kept; else it is not")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        library = open_library(LibrarySettings(home=options.home or Path(scratch)))
        library.embedder = WordsEmbedder(library.settings)
        if library.current_name() is None:
            build(library, options.passages)
            add_one(library)
        edition = library.current()
        questions = typical_questions(options.questions)
        timed("first search", [partial(edition.search, questions[0])])
        ask(edition, questions)
        print(f"Peak memory: {_peak_megabytes():.0f} MB")


if __name__ == "__main__":
    main()
