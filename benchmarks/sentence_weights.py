"""Weights of sentences learned from other texts, beside those set by hand.

`python -m benchmarks.sentence_weights XQUAD TESTSET --documents DIR` learns a logistic regression
over the signals of `assistant/evidence/weighing.py`: does a sentence hold the answer? XQUAD is the
English part of XQuAD (google-deepmind/xquad, CC BY-SA 4.0): written paragraphs, questions, exact
answers. It prints the weights, how often the best sentence is right (cross-validated by article),
and how both sets of weights rank the sentences of a test set that neither has seen.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from assistant.evidence.finding import Findings, find
from assistant.evidence.weighing import NAMES, WEIGHTS, Candidate
from assistant.understanding.follow_up import standalone
from assistant.understanding.question import Part, kind_of, understand
from benchmarks.measuring import print_table
from eval.cases import Case, read_cases
from eval.measures.facts import proved
from eval.measures.text import comparable
from ingest.job import ingest
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

FOLDS, STEPS, RATE, SHRINK = 5, 400, 0.5, 1e-3
# How many of the best sentences are looked at.
SHOWN = (1, 3, 5, 10)

Vector = NDArray[np.float64]
Asked = tuple[int, Vector, NDArray[np.bool_]]
"""The article of a question, the signals of the sentences found, and which hold the answer."""


def main(
    xquad: Path,
    testset: Path,
    documents: Annotated[Path, typer.Option(help="What the test set asks about.")],
    questions: Annotated[int, typer.Option(help="Of each article, at most.")] = 8,
) -> None:
    """Learn weights from XQuAD and rank the sentences of a test set by them."""
    articles = json.loads(xquad.read_text(encoding="utf-8"))["data"]
    with tempfile.TemporaryDirectory() as folder:
        asked = list(_asked(articles, Path(folder), questions))
    by_hand = np.array([getattr(WEIGHTS, name) for name in NAMES])
    learned, right = _learn(asked), _cross_validated(asked)
    print_table(
        ("signal", "by hand", "learned"),
        [(name, f"{hand:.2f}", f"{own:.2f}")
         for name, hand, own in zip(NAMES, by_hand, learned, strict=True)],
    )  # fmt: skip
    print(f"The best sentence is right: by hand {_right(asked, by_hand):.3f}, learned {right:.3f}")
    with tempfile.TemporaryDirectory() as folder:
        edition = _edition(Path(folder), documents)
        found = [(case, _found(edition, case)) for case in read_cases(testset) if case.answerable]
    print_table(
        ("vital facts in the best", *map(str, SHOWN)),
        [("by hand", *_held(found, by_hand)), ("learned", *_held(found, learned))],
    )


def _asked(articles: Sequence[Any], folder: Path, most: int) -> Iterator[Asked]:
    """Every question with the sentences found for it among all articles."""
    texts = ["\n\n".join(each["context"] for each in one["paragraphs"]) for one in articles]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    edition = _edition(folder / "home", folder)
    for number, article in enumerate(articles):
        read = edition.document(f"{number}.txt").text
        pairs = [(each["context"], qa) for each in article["paragraphs"] for qa in each["qas"]]
        for context, qa in pairs[:: max(1, len(pairs) // most)]:
            [answer] = qa["answers"][:1]
            start = read.index(context) + answer["answer_start"]
            end = start + len(answer["text"])

            def holds(
                one: Candidate, name: str = f"{number}.txt", span: Any = (start, end)
            ) -> bool:
                same = one.passage.reference.document == name
                return same and one.start < span[1] and span[0] < one.end

            text = qa["question"]
            part = Part(text=text, asked=text, kind=kind_of(text))
            candidates = find(edition, part, NO_FILTERS).candidates
            yield number, _signals(candidates), np.array([holds(one) for one in candidates])


def _edition(home: Path, documents: Path) -> Edition:
    library = open_library(LibrarySettings(home=home))
    ingest(library, [documents])
    return library.current()


def _found(edition: Edition, case: Case) -> Findings:
    understood = understand(standalone(case.question, case.history), case.filters)
    return find(edition, understood.parts[0], understood.filters)


def _signals(candidates: Sequence[Candidate]) -> Vector:
    return np.array([[getattr(one.signals, name) for name in NAMES] for one in candidates])


def _learn(asked: Sequence[Asked]) -> Vector:
    """Logistic regression by gradient descent; each question counts the same."""
    signals = np.concatenate([each for _, each, _ in asked])
    holds = np.concatenate([each for *_, each in asked]).astype(float)
    share = np.concatenate([np.full(len(each), 1 / len(each)) for *_, each in asked])
    spread = signals.std(axis=0) + 1e-9
    even = (signals - signals.mean(axis=0)) / spread
    # As much weight for the few sentences that hold the answer as for the many that do not.
    share = np.where(holds > 0, share / share[holds > 0].sum(), share / share[holds == 0].sum())
    weights, constant = np.zeros(len(NAMES)), 0.0
    for _ in range(STEPS):
        wrong = share * (1 / (1 + np.exp(-(even @ weights + constant))) - holds)
        weights -= RATE * (even.T @ wrong + SHRINK * weights)
        constant -= RATE * wrong.sum()
    return np.asarray(weights / spread)


def _cross_validated(asked: Sequence[Asked]) -> float:
    folds: list[float] = []
    for fold in range(FOLDS):
        rest = [each for each in asked if each[0] % FOLDS != fold]
        held_out = [each for each in asked if each[0] % FOLDS == fold]
        folds.append(_right(held_out, _learn(rest)))
    return mean(folds)


def _right(asked: Sequence[Asked], weights: Vector) -> float:
    return mean(float(holds[np.argmax(signals @ weights)]) for _, signals, holds in asked)


def _held(found: Sequence[tuple[Case, Findings]], weights: Vector) -> list[str]:
    """The share of vital facts that the best sentences hold, for each number of them."""
    ranked = [
        (case, [findings.candidates[at].words for at in _order(findings.candidates, weights)])
        for case, findings in found
        if findings.candidates and any(nugget.vital for nugget in case.nuggets)
    ]
    return [f"{mean(_vital(case, words[:shown]) for case, words in ranked):.3f}" for shown in SHOWN]


def _order(candidates: Sequence[Candidate], weights: Vector) -> list[int]:
    return list(np.argsort(-(_signals(candidates) @ weights), kind="stable"))


def _vital(case: Case, sentences: Sequence[str]) -> float:
    text = comparable(" ".join(sentences))
    return mean(float(proved(nugget, text)) for nugget in case.nuggets if nugget.vital)


if __name__ == "__main__":
    typer.run(main)
