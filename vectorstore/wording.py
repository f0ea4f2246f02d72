"""The words of the minutes: folding white space, and finding sentences, without losing offsets."""

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vectorstore.records import Vote


def fold(text: str) -> str:
    """The text with each run of white space (no-break spaces included) as one space, ends trimmed.

    Nothing else changes: this is how a quote is shown and how two quotes are compared.
    """
    return " ".join(text.split())


def day_words(day: date | None) -> str:
    """A date as people write it: "30 January 2025"; "date not recorded" when there is none."""
    return f"{day.day} {day:%B %Y}" if day else "date not recorded"


def vote_words(vote: "Vote") -> str:
    """How a vote went: "Carried: 22 for, 2 against, 3 abstained"; only what was recorded."""
    counts = (
        (vote.in_favour, "for"),
        (vote.against, "against"),
        (vote.abstained, "abstained"),
    )
    counted = ", ".join(f"{count} {side}" for count, side in counts if count is not None)
    told = ": ".join(filter(None, ((vote.outcome or "").capitalize(), counted)))
    return told or "Outcome not recorded"


# A full stop after one of these ends no sentence: titles, "No.", "para." and their like.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr cllr cllrs supt ch insp det sgt rev prof hon st no nos para paras approx "
    "vs etc e.g i.e eg ie ltd co inc dept ref fig vol ed p pp c cf".split()
)
_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9£])|[.!?]+[\"'”’)\]]*\s*$")
_LAST_WORD = re.compile(r"([\w.]+?)\.*$")
# More characters than an abbreviation has: what ends a long sentence is read from here on.
_LONGER = 24


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text, in order, without the white space between them.

    A full stop after a title, an initial or a common abbreviation does not end a sentence.
    Every character that is not white space belongs to exactly one sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() < len(text) and _abbreviates(text[start : match.end()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [trimmed for begin, end in spans if (trimmed := _trim(text, begin, end)) is not None]


def _abbreviates(sentence: str) -> bool:
    if not sentence.endswith("."):
        return False
    match = _LAST_WORD.search(sentence[-_LONGER:-1])
    if match is None:
        return False
    word = match.group(1)
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    run = text[start:end]
    if not run.strip():
        return None
    return start + len(run) - len(run.lstrip()), start + len(run.rstrip())
