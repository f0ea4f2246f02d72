"""Questions for what was asked for and what was promised: "what did officers undertake to do?"."""

import re
from dataclasses import dataclass

from vectorstore.records import ActionKind

REQUESTS = frozenset({ActionKind.REQUEST})
UNDERTAKINGS = frozenset({ActionKind.UNDERTAKING})

_WHO = r"(?P<who>(?:[\w’'&.-]+ ){1,7}?)"
_ASKED_FOR = (
    r"(?:ask(?:ed)? (?:for|to (?:see|have|be)|that)|request(?:ed)?|call(?:ed)? for|"
    r"ask(?:ed)? (?:[\w’'&.-]+ ){1,4}?(?:to|for))"
)
_PROMISED = (
    r"(?:promised?|undert(?:ake|ook|aken)|pledged?|commit(?:ted)? (?:to|themselves to)|"
    r"(?:agreed?|offer(?:ed)?) to (?:provide|bring|report|send|share|look|write|circulate|supply)|"
    r"sa(?:y|id) (?:they|he|she|it) would (?:do|provide|bring|report|send|share))"
)
_LIST = (
    r"^\W*(?:(?:please|show|give|list|tell|me|us|all|any|the|what|which|were|was|are|is|there|"
    r"still|outstanding|open|members['’]?|officers['’]?|councillors['’]?|undertaken|made)\s+)*"
)
_ENDS = r"(?=\s+(?:about|on|for|regarding|concerning|by|from|of|at|in|made|were|are|is|to)\b|\W*$)"
_OUTSTANDING = (
    r"(?:outstanding|awaited|pending|owed|unanswered|(?:still|yet) to (?:come|follow)|waiting for)"
)
_OPEN = (
    r"\b(?:what|which|(?:is|are|was|were) (?:there )?(?:any(?:thing)?|something|the)|any(?:thing)?)"
    r"(?:['’]s|['’]re)?(?: (?:is|are|was|were|remains?|has|have|been|we|else|still|yet|the|"
    r"follow-ups?|actions?|requests?|undertakings?|promises?|points?|information|members?|"
    r"officers?|committee|council|cabinet))* "
)
_ASKED = tuple(
    (kinds, re.compile(pattern, re.IGNORECASE))
    for kinds, pattern in (
        (REQUESTS, rf"\bwhat (?:else )?(?:did|has|have|had) {_WHO}{_ASKED_FOR}\b"),
        (UNDERTAKINGS, rf"\bwhat (?:else )?(?:did|has|have|had) {_WHO}{_PROMISED}\b"),
        (REQUESTS, r"\bwhat (?:else )?(?:was|were|has been|have been) (?:asked for|requested)\b"),
        (
            REQUESTS,
            rf"\bwhat (?:was|were) {_WHO}asked to (?:do|provide|bring|report|supply|send|share)\b",
        ),
        (
            UNDERTAKINGS,
            r"\bwhat (?:else )?(?:was|were|has been|have been) (?:promised|undertaken|pledged)\b",
        ),
        (REQUESTS, rf"{_LIST}requests?{_ENDS}"),
        (UNDERTAKINGS, rf"{_LIST}(?:undertakings?|promises?|pledges?){_ENDS}"),
        (
            REQUESTS | UNDERTAKINGS,
            rf"{_LIST}(?:(?:follow[- ]?up |agreed )?actions?(?: points?)?|action points?|"
            rf"matters arising|follow[- ]?ups?){_ENDS}",
        ),
        (REQUESTS | UNDERTAKINGS, rf"{_OPEN}{_OUTSTANDING}{_ENDS}"),
        (REQUESTS | UNDERTAKINGS, rf"\bwhat do(?:es)? {_WHO}owe\b"),
    )
)

_STILL_OPEN = re.compile(rf"\b(?:{_OUTSTANDING}|owe)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a question seeks among requests and undertakings.

    Args:
        open: what is outstanding is sought, which nothing but these tells.
        who: the words for those who made them; empty for anybody.
        rest: the words that are left, which name the matter if any do.
    """

    kinds: frozenset[ActionKind]
    who: str
    rest: str
    open: bool = False


def sought(question: str) -> Sought | None:
    """Which requests and undertakings a question asks for; `None` where it asks for none."""
    for kinds, pattern in _ASKED:
        if found := pattern.search(question):
            rest = f"{question[: found.start()]} {question[found.end() :]}"
            who = found.groupdict().get("who") or ""
            return Sought(
                kinds=kinds,
                who=who.strip(),
                rest=" ".join(rest.split()),
                open=bool(_STILL_OPEN.search(found.group())),
            )
    return None
