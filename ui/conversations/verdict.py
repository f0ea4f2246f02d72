"""Whether an answer helped, and what somebody found wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from vectorstore.wording import fold

LONGEST_REMARK = 500


class Reason(StrEnum):
    """What is wrong with an answer, as its reader sees it."""

    WRONG = "wrong"
    NOT_ASKED = "not_asked"
    MISSING = "missing"
    OUT_OF_CONTEXT = "out_of_context"


REASON_WORDS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.WRONG: "Wrong",
        Reason.NOT_ASKED: "Not what was asked",
        Reason.MISSING: "Something is missing",
        Reason.OUT_OF_CONTEXT: "Quoted out of context",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What somebody thinks of an answer.

    Args:
        remark: in their own words; empty when they had none.
    """

    helpful: bool
    reasons: tuple[Reason, ...] = ()
    remark: str = ""


def verdict_told(told: object) -> Verdict | None:
    """The verdict that a browser sent; `None` for what is none."""
    if not isinstance(told, dict) or not isinstance(told.get("helpful"), bool):
        return None
    if told["helpful"]:
        return Verdict(helpful=True)
    ticked, remark = told.get("reasons"), told.get("remark")
    return Verdict(
        helpful=False,
        reasons=tuple(each for each in Reason if isinstance(ticked, list) and each in ticked),
        remark=fold(remark)[:LONGEST_REMARK] if isinstance(remark, str) else "",
    )


def note(verdict: Verdict) -> str | None:
    """What was wrong, as one line for an evaluator; `None` when nothing was said."""
    words = [REASON_WORDS[reason] for reason in verdict.reasons]
    said = ", ".join(words) + (": " if words and verdict.remark else "") + verdict.remark
    return said or None
