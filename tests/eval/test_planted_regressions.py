"""Faults put in on purpose: each is caught by the figure that names it, and by few others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answer import Answer, AnswerStatus, Citation, SentenceKind
from eval.cases import Case
from eval.comparison import Comparison, compare
from eval.measures.judges import verbatim
from eval.measures.retrieval import Piece
from eval.runs import Run
from eval.sources import Place, Sources
from eval.systems.copied import copy
from eval.systems.system import Response
from tests.eval.conftest import Remembered, RunOf
from tests.eval.invented import sentence
from vectorstore.edition import Edition
from vectorstore.library import Library


class Faulty:
    """The program with its answers changed."""

    def __init__(self, sound: Remembered) -> None:
        self._sound = sound

    def respond(self, case: Case) -> Response:
        response = self._sound.respond(case)
        return replace(response, answer=self.spoilt(case, response))

    def spoilt(self, case: Case, response: Response) -> Answer:
        return response.answer

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        return self._sound.pieces_at(place)


class CitesTheNextParagraph(Faulty):
    """Every citation is one paragraph further down: true words, in the wrong place."""

    def __init__(self, sound: Remembered, sources: Sources) -> None:
        super().__init__(sound)
        self._sources = sources

    def spoilt(self, case: Case, response: Response) -> Answer:
        answer = response.answer
        return replace(answer, citations=tuple(map(self._shifted, answer.citations)))

    def _shifted(self, citation: Citation) -> Citation:
        document = self._sources.document(citation.reference.document)
        paragraphs = [paragraph for *_, paragraph in document.paragraphs()]
        later = [each for each in paragraphs if each.start >= citation.end] or paragraphs[:1]
        start, end = later[0].start, later[0].end
        return replace(citation, start=start, end=end, quote=document.words(start, end))


class AlwaysAnswers(Faulty):
    """Never says "not found": what comes nearest is copied."""

    def __init__(self, sound: Remembered, edition: Edition) -> None:
        super().__init__(sound)
        self._edition = edition

    def spoilt(self, case: Case, response: Response) -> Answer:
        return copy(case, response.retrieved, self._edition, seconds=0.0)


class NeverAnswers(Faulty):
    """Says "not found" to everything."""

    def spoilt(self, case: Case, response: Response) -> Answer:
        return replace(
            response.answer,
            status=AnswerStatus.NOT_FOUND,
            text="The minutes do not answer this.",
            sentences=(),
            citations=(),
        )


class AlwaysHedges(Faulty):
    """Adds to every answer that something is missing, and answers what it would refuse."""

    def spoilt(self, case: Case, response: Response) -> Answer:
        hedge = sentence("The minutes do not give all of this.", kind=SentenceKind.SUMMARY)
        answer = response.answer
        return replace(
            answer,
            status=AnswerStatus.PARTLY_ANSWERED,
            sentences=(hedge, *answer.sentences),
        )


class BreaksOn(Faulty):
    """One case breaks."""

    def __init__(self, sound: Remembered, case: str) -> None:
        super().__init__(sound)
        self._case = case

    def spoilt(self, case: Case, response: Response) -> Answer:
        if case.id == self._case:
            raise RuntimeError("the composer broke")
        return response.answer


@pytest.fixture(scope="module")
def never(run_of: RunOf, minutes: Remembered) -> Run:
    return run_of(NeverAnswers(minutes), "never")


@pytest.fixture(scope="module")
def always(run_of: RunOf, minutes: Remembered, library: Library) -> Run:
    return run_of(AlwaysAnswers(minutes, library.current()), "always")


@pytest.fixture(scope="module")
def sources(library: Library) -> Sources:
    return Sources(library.current().document)


def worse(found: Comparison) -> set[str]:
    return {each.name for each in found.figures if each.significant and each.worse}


def means(run: Run) -> dict[str, float]:
    return {name: spread["mean"] for name, spread in run.summary["figures"].items()}


def test_a_run_does_not_differ_from_itself(sound: Run) -> None:
    found = compare(sound, sound)
    assert all(
        each.difference == 0 and not each.better and not each.worse for each in found.figures
    )
    assert {each.p for each in found.figures} <= {1.0, None}


def test_citations_one_paragraph_off_are_caught_by_support_and_relevance(
    sound: Run, run_of: RunOf, minutes: Remembered, sources: Sources
) -> None:
    off = run_of(CitesTheNextParagraph(minutes, sources), "off")
    assert worse(compare(sound, off)) == {
        "citation_recall",
        "citation_precision",
        "evidence_precision",
    }
    # The words are the document's own all the same, which is why exactness does not count alone.
    assert means(off)["exactness"] == 1.0


def test_always_answering_is_caught_by_refusals(sound: Run, always: Run) -> None:
    assert means(always)["refused"] == 0.0
    assert means(always)["wrongly_refused"] == 0.0
    found = compare(sound, always)
    assert "refused" in worse(found)
    assert "wrongly_refused" not in worse(found)


def test_never_answering_is_caught_by_wrong_refusals(sound: Run, never: Run) -> None:
    assert means(never)["refused"] == 1.0
    assert means(never)["wrongly_refused"] == 1.0
    assert {"wrongly_refused", "vital_nugget_recall"} <= worse(compare(sound, never))


def test_neither_always_nor_never_answering_is_accurate(
    sound: Run, always: Run, never: Run
) -> None:
    assert means(sound)["accuracy"] > max(means(always)["accuracy"], means(never)["accuracy"])


def test_always_hedging_refuses_perfectly_and_is_caught_by_answers_in_part(
    sound: Run, run_of: RunOf, minutes: Remembered
) -> None:
    hedging = run_of(AlwaysHedges(minutes), "hedging")
    assert means(hedging)["refused"] == 1.0
    assert means(hedging)["accuracy"] >= means(sound)["accuracy"]
    assert worse(compare(sound, hedging)) == {"wrongly_partial"}


def test_a_judge_that_breaks_on_one_case_costs_that_case_its_support_and_nothing_else(
    sound: Run, run_of: RunOf, minutes: Remembered, cases: list[Case]
) -> None:
    said = Counter(
        sentence.text for case in cases for sentence in set(minutes.respond(case).answer.sentences)
    )
    victim, statement = next(
        (case.id, sentence.text)
        for case in cases
        for sentence in minutes.respond(case).answer.sentences
        if sentence.citations and said[sentence.text] == 1
    )

    def judge(judged: str, premises: Sequence[str]) -> bool:
        if judged == statement:
            raise RuntimeError("the judge broke")
        return verbatim(judged, premises)

    run = run_of(minutes, "judged", judge=judge)
    changed = {
        (change.id, each.name)
        for each in compare(sound, run).figures
        for change in (*each.better, *each.worse)
    }
    support = ("citation_recall", "citation_precision", "unjudged_sentences", "errors")
    assert changed == {(victim, name) for name in support}
    assert means(run)["errors"] == pytest.approx(1 / len(cases), abs=1e-4)
    [result] = [result for result in run.results if result.id == victim]
    assert "the judge broke" in result.figures["citation_recall"].reason
    assert result.figures["citation_recall"].value == 0.0
    assert result.answer is not None
    counted = {name: spread["cases"] for name, spread in run.summary["figures"].items()}
    assert counted == {name: spread["cases"] for name, spread in sound.summary["figures"].items()}


def test_a_case_that_breaks_counts_as_the_worst_and_does_not_vanish(
    sound: Run, run_of: RunOf, minutes: Remembered, cases: list[Case]
) -> None:
    victim = next(
        result.id for result in sound.results if result.figures["accuracy"].value == 1.0
        and "vital_nugget_recall" in result.figures
    )  # fmt: skip
    broken = run_of(BreaksOn(minutes, victim), "broken")
    assert broken.summary["statuses"]["error"] == 1
    before, after = sound.summary["figures"], broken.summary["figures"]
    for name in ("vital_nugget_recall", "accuracy", "wrongly_refused", "ndcg_10", "refused"):
        assert after[name]["cases"] == before[name]["cases"]
    assert after["accuracy"]["mean"] == pytest.approx(
        before["accuracy"]["mean"] - 1 / len(cases), abs=2e-4
    )
    assert after["wrongly_refused"]["mean"] > before["wrongly_refused"]["mean"]
    [result] = [result for result in broken.results if result.error]
    assert (result.id, result.error) == (victim, "RuntimeError: the composer broke")
