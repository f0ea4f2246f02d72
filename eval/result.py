"""What a run keeps of one case, as values and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eval.measures.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case of a run.

    Args:
        answer: the whole answer as `minutes ask --json` gives it; `None` when the case broke.
        retrieved: what was retrieved, best first: `document`, `start`, `end`, `text`, and
            `relevance` (0 where it holds no evidence).
        evidence: where each evidence quote stands, in the order of the case: `document`, `start`
            and `end`; `None` for one that the documents do not hold.
        error: what broke, in one line; `None` when the question was answered.
    """

    id: str
    answer: Mapping[str, Any] | None
    retrieved: tuple[Mapping[str, Any], ...] = ()
    evidence: tuple[Mapping[str, Any] | None, ...] = ()
    error: str | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """How the question ended; "error" when the case broke."""
        return "error" if self.answer is None else str(self.answer["status"])

    @property
    def score(self) -> float | None:
        """What decided whether there is evidence; `None` where the system has no such score."""
        score = None if self.answer is None else self.answer.get("evidence_score")
        return None if score is None else float(score)


def answer_row(result: CaseResult) -> dict[str, Any]:
    """The line of `answers.jsonl`."""
    return {
        "id": result.id,
        "error": result.error,
        "answer": result.answer,
        "retrieved": list(result.retrieved),
        "evidence": list(result.evidence),
    }


def figures_row(result: CaseResult) -> dict[str, Any]:
    """The line of `cases.jsonl`."""
    return {
        "id": result.id,
        "status": result.status,
        "figures": {
            name: {"value": figure.value, "reason": figure.reason, "failed": figure.failed}
            for name, figure in result.figures.items()
        },
    }


def result_of(answer: Mapping[str, Any], figures: Mapping[str, Any]) -> CaseResult:
    """A case from its two lines."""
    return CaseResult(
        id=answer["id"],
        answer=answer["answer"],
        retrieved=tuple(answer["retrieved"]),
        evidence=tuple(answer["evidence"]),
        error=answer["error"],
        figures={name: Figure(**each) for name, each in figures["figures"].items()},
    )
