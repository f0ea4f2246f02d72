"""How passages are ranked among many like them, and what a learned ranker would add.

`python -m benchmarks.ranking TESTSET --documents DIR` searches for each question of a test set and
ranks what is found anew: by one signal, as the program does, by a logistic regression over seven
signals (cross-validated, no document being learned from and ranked by the same weights), and as if
the right document had been known. Give `--home` to keep the library for another run.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.measuring import print_table
from eval.cases import Case, read_cases
from eval.sources import Sources
from ingest.job import ingest
from vectorstore.edition import Edition
from vectorstore.found import Hit, StoredPassage
from vectorstore.keywords import words
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

# What is found for a question: as many as the two legs of a search can bring.
FOUND, FOLDS = 200, 6
# How far away the best passage may be that lends to one.
REACH = 4
SIGNALS = ("meaning", "words", "words beside", "best nearby", "best of document", "length", "named")

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a question, in no order.

    Args:
        signals: shape (passages, signals), each less its mean for the question.
        here: for each passage, whether it is of a document with evidence.
        right: for each, whether it holds evidence.
        in_all: how many passages hold evidence, those not found included.
        document: the number of the first document with evidence.
    """

    signals: Vector
    program: Vector
    here: NDArray[np.bool_]
    right: NDArray[np.bool_]
    in_all: int
    document: int


def main(
    testset: Path,
    documents: Annotated[Path, typer.Option(help="What the test set asks about.")],
    home: Annotated[Path | None, typer.Option(help="Where the library is kept.")] = None,
) -> None:
    """Rank what is found for each question in several ways."""
    with tempfile.TemporaryDirectory() as scratch:
        library = open_library(LibrarySettings(home=home or Path(scratch)))
        ingest(library, [documents])
        asked = list(_asked(library.current(), read_cases(testset)))
    ways: dict[str, Callable[[Found], Vector]] = {
        "words alone": lambda found: found.signals[:, SIGNALS.index("words")],
        "meaning alone": lambda found: found.signals[:, SIGNALS.index("meaning")],
        "the program": lambda found: found.program,
        "the program, the document known": lambda found: found.program + found.here,
    }
    rows = [(name, *_figures(asked, [rank(each) for each in asked])) for name, rank in ways.items()]
    rows.append(("learned, cross-validated", *_figures(asked, _cross_validated(asked))))
    print_table(("ranked by", "nDCG@10", "success@5", "success@20"), rows)
    regression = _learnt(asked)
    weights = regression[-1].coef_[0] / regression[0].scale_
    table = [(name, f"{each:.2f}") for name, each in zip(SIGNALS, weights, strict=True)]
    print_table(("signal", "learned weight"), table)


def _asked(edition: Edition, cases: Sequence[Case]) -> Iterator[Found]:
    sources = Sources(edition.document)
    names = [each.name for each in edition.documents()]
    order = {
        passage.id: (number, place)
        for number, name in enumerate(names)
        for place, passage in enumerate(
            edition.passages_at(name, 0, len(sources.document(name).text))
        )
    }
    for case in cases:
        places = [sources.locate(each.document, each.quote) for each in case.evidence]
        held = {
            passage.id
            for place in places
            if place is not None
            for passage in edition.passages_at(place.document, place.start, place.end)
        }
        if not held:
            continue
        hits = edition.search(case.question, limit=FOUND)
        at = [order[hit.passage.id] for hit in hits]
        signals = _signals(case.question, hits, at)
        yield Found(
            signals=signals - signals.mean(axis=0),
            program=np.array([hit.score for hit in hits]),
            here=np.array([number in {order[each][0] for each in held} for number, _ in at]),
            right=np.array([hit.passage.id in held for hit in hits]),
            in_all=len(held),
            document=min(order[each][0] for each in held),
        )


def _signals(question: str, hits: Sequence[Hit], at: Sequence[tuple[int, int]]) -> Vector:
    own = {place: (hit.similarity + hit.keyword) / 2 for place, hit in zip(at, hits, strict=True)}
    word = {place: hit.keyword for place, hit in zip(at, hits, strict=True)}
    best: dict[int, float] = {}
    for (number, _), score in own.items():
        best[number] = max(score, best.get(number, 0.0))
    names = {each for each in words(question) if each[0].isupper()}

    def row(hit: Hit, number: int, place: int) -> list[float]:
        near = [own.get((number, place + step), 0.0) for step in range(-REACH, REACH + 1)]
        beside = word.get((number, place - 1), 0.0) + word.get((number, place + 1), 0.0)
        return [
            hit.similarity, hit.keyword, beside, max(near), best[number],
            float(np.log(1 + len(hit.passage.raw))), _named(hit.passage, names),
        ]  # fmt: skip

    return np.array([row(hit, *place) for hit, place in zip(hits, at, strict=True)])


def _named(passage: StoredPassage, names: set[str]) -> float:
    """How many names of the question are of those who speak."""
    return float(len(names & set(words(" ".join(passage.speakers)))))


def _learnt(asked: Sequence[Found]) -> Pipeline:
    regression = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    signals = np.concatenate([each.signals for each in asked])
    return regression.fit(signals, np.concatenate([each.right for each in asked]))


def _cross_validated(asked: Sequence[Found]) -> list[Vector]:
    learnt = [
        _learnt([each for each in asked if each.document % FOLDS != fold]) for fold in range(FOLDS)
    ]
    return [learnt[each.document % FOLDS].decision_function(each.signals) for each in asked]


def _figures(asked: Sequence[Found], scores: Sequence[Vector]) -> list[str]:
    ranked = [
        found.right[np.argsort(-score, kind="stable")]
        for found, score in zip(asked, scores, strict=True)
    ]
    gains = [_ndcg(right[:10], found.in_all) for right, found in zip(ranked, asked, strict=True)]
    return [
        f"{mean(gains):.3f}",
        *(f"{mean(float(right[:most].any()) for right in ranked):.3f}" for most in (5, 20)),
    ]


def _ndcg(right: NDArray[np.bool_], in_all: int) -> float:
    """Järvelin and Kekäläinen 2002, with gains of one."""
    discounts = 1 / np.log2(np.arange(2, 12))
    return float(discounts[: len(right)] @ right / discounts[:in_all].sum())


if __name__ == "__main__":
    typer.run(main)
