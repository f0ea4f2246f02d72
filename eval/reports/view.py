"""What a report shows of a run: every case beside what was expected of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.cases import Case
from eval.measures.catalogue import MEASURES
from eval.measures.facts import proved
from eval.measures.figure import Better, Figure
from eval.measures.text import comparable
from eval.result import CaseResult
from eval.runs import Run, baselines, library_of
from eval.summary import AREA

COLUMNS = (
    "accuracy", "vital_nugget_recall", "evidence_precision", "citation_recall", "exactness",
    "ndcg_10", "words", "seconds",
)  # fmt: skip
"""The figures that the table of cases and the table of tags have columns for."""

_AREA_MEANING = "how badly the score that decides “not found” ranks right before wrong (AURC)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A line of the table of figures.

    Args:
        others: the means of the baselines, in their order; `None` where one has no such figure.
        share: it lies between 0 and 1 and can be drawn.
    """

    name: str
    meaning: str
    better: Better
    mean: float
    low: float
    high: float
    cases: int
    others: tuple[float | None, ...]
    share: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """Evidence that was expected, the citations that overlap it, and its rank when retrieved."""

    document: str
    quote: str
    relevance: int
    cited: tuple[int, ...]
    rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with its result."""

    case: Case
    result: CaseResult
    facts: tuple[tuple[str, bool, bool], ...]
    evidence: tuple[EvidenceView, ...]

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Its figures by name."""
        return self.result.figures

    @property
    def trouble(self) -> float:
        """How far it is from what was wanted, the worst first when sorted."""
        wrong = 1 - self.figures["accuracy"].value
        lacking = 1 - self.figures["vital_nugget_recall"].value if self._has_facts else 0.0
        return 2 * (self.result.error is not None) + wrong + lacking

    @property
    def _has_facts(self) -> bool:
        return "vital_nugget_recall" in self.figures


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """A run as its report shows it."""

    run: Run
    beside: tuple[str, ...]
    figures: tuple[FigureView, ...]
    cases: tuple[CaseView, ...]


def view(run: Run) -> RunView:
    """A run with its baselines, the cases in most trouble first."""
    beside = baselines(run)
    pairs = zip(run.cases, run.results, strict=True)
    cases = [_case_view(case, result) for case, result in pairs]
    return RunView(
        run=run,
        beside=tuple(str(each.about["system"]) for each in beside),
        figures=tuple(
            _figure_view(name, spread, beside) for name, spread in run.summary["figures"].items()
        ),
        cases=tuple(sorted(cases, key=lambda each: -each.trouble)),
    )


def meaning_of(name: str) -> str:
    """What a figure of a summary means, in a phrase."""
    return _AREA_MEANING if name == AREA else MEASURES[name].meaning


def edition_of(about: Mapping[str, Any]) -> str:
    """Which edition a run asks, of which library where it says so."""
    library = library_of(about)
    return f"edition {about['edition']}{f' of {library}' if library else ''}"


def _figure_view(name: str, spread: Mapping[str, Any], beside: Sequence[Run]) -> FigureView:
    others = [each.summary["figures"].get(name) for each in beside]
    measure = MEASURES.get(name)
    low, high = spread["interval"]
    return FigureView(
        name=name,
        meaning=meaning_of(name),
        better=measure.better if measure else Better.LOWER,
        mean=spread["mean"],
        low=low,
        high=high,
        cases=spread["cases"],
        others=tuple(None if other is None else other["mean"] for other in others),
        share=measure is None or measure.better is not Better.NEITHER,
    )


def _case_view(case: Case, result: CaseResult) -> CaseView:
    text = comparable(result.answer["text"]) if result.answer else ""
    return CaseView(
        case=case,
        result=result,
        facts=tuple((each.fact, each.vital, proved(each, text)) for each in case.nuggets),
        evidence=tuple(
            EvidenceView(
                document=each.document,
                quote=each.quote,
                relevance=each.relevance,
                cited=_cited(place, result),
                rank=_rank(place, result),
            )
            for each, place in zip(
                case.evidence, result.evidence or [None] * len(case.evidence), strict=True
            )
        ),
    )


def _cited(place: Mapping[str, Any] | None, result: CaseResult) -> tuple[int, ...]:
    citations = result.answer["citations"] if result.answer else ()
    return tuple(each["number"] for each in citations if place and _overlap(place, each) > 0)


def _rank(place: Mapping[str, Any] | None, result: CaseResult) -> int | None:
    if place is None:
        return None
    half = (place["end"] - place["start"]) / 2
    ranks = enumerate(result.retrieved, start=1)
    return next((rank for rank, each in ranks if _overlap(place, each) >= half), None)


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    if one["document"] != other["document"]:
        return 0
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))
