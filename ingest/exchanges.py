"""Questions put and answers given: who asks whom, as the headings over them say."""

import re
from dataclasses import dataclass

from ingest.speakers import NAME, OFFICE_WORD, PLAIN_NAME
from vectorstore.records import ParagraphKind
from vectorstore.wording import fold

_PUT = re.compile(
    r"(?:\d+[.)]?\s+)?(?:Supplementary )?Question(?: (?:No\.? ?)?\d+)?:?"
    r" (?:from|by|asked by|put by) (?P<asker>.+?)(?:,? to (?P<answerer>.+?))?:?",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"(?:Supplementary )?(?P<step>Question|Answer|Reply|Response)"
    r"(?: (?:from|by|given by) (?P<who>.+?))?:?",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{NAME}|(?!{OFFICE_WORD}\b|Corporate\b){PLAIN_NAME})")
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and its answer, as far as the headings have told.

    Args:
        kind: of the paragraphs that come next.
        asker, answerer: names as printed; `None` where only an office is given.
    """

    kind: ParagraphKind
    asker: str | None
    answerer: str | None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says what comes next; empty when not recorded."""
        says = self.asker if self.kind is ParagraphKind.QUESTION else self.answerer
        return (says,) if says is not None else ()


def put(heading: str, before: Exchange | None = None) -> Exchange | None:
    """The exchange that "Question by Mr A Pell to Mrs B Rook, Leader" opens.

    Args:
        before: one that a supplementary question may go on with, to the same person.
    """
    match = _heading(_PUT, heading)
    if match is None:
        return None
    return Exchange(
        kind=ParagraphKind.QUESTION,
        asker=_name(match["asker"]),
        answerer=_name(match["answerer"]) or (before.answerer if before is not None else None),
    )


def step(heading: str, before: Exchange | None) -> Exchange | None:
    """The exchange after a line such as "Answer" or "Reply by Mrs B Rook"."""
    match = _heading(_STEP, heading)
    if match is None or (before is None and match["who"] is None):
        return None
    asks = match["step"].lower() == "question"
    named = _name(match["who"])
    return Exchange(
        kind=ParagraphKind.QUESTION if asks else ParagraphKind.ANSWER,
        asker=(named if asks else None) or (before.asker if before is not None else None),
        answerer=(None if asks else named) or (before.answerer if before is not None else None),
    )


def answers(line: str) -> bool:
    """Whether a line says that an answer comes next."""
    match = _heading(_STEP, line)
    return match is not None and match["step"].lower() != "question"


def _heading(pattern: re.Pattern[str], heading: str) -> re.Match[str] | None:
    words = fold(heading)
    # "Question from Mr A Pell: When was it?" is the question itself.
    if len(words) > _LONGEST or words.endswith(".") or "?" in words or ": " in words:
        return None
    return pattern.fullmatch(words)


def _name(words: str | None) -> str | None:
    match = _NAMED.search(words or "")
    return match.group() if match is not None else None
