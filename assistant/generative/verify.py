"""Whether the passages that a sentence cites bear it out. Code decides, never a model.

Each check looks for one sort of thing that the cited words do not say, and gives the reason to
remove the sentence, or `None`. All err towards removing: what is left out can still be found in
the minutes, what is wrong is believed.
"""

import re
from collections.abc import Callable

from assistant.generative.cited import Cited, cite, content, even
from assistant.generative.figures import Number, dates, in_figures, numbers, without_dates
from assistant.generative.model_text import Claim
from assistant.generative.naming import misattributed, misnamed
from assistant.generative.polarity import contradicts
from vectorstore.records import DECIDES
from vectorstore.stems import stems

MODEST_SHARE = 0.5
"""The part of a sentence's content that must occur in the cited passages."""

_LINK = re.compile(
    r"\w+://|\bwww\.|\b(?:mailto|javascript|data|tel):\S|\]\(|!\[|<[a-zA-Z/!]|\S@\S|"
    r"\b[\w-]+\.[a-z]{2,}\b",
)
_QUOTED = re.compile(r"\"([^\"]*)\"|(?<!\w)'(?=\S)(.+?)(?<=\S)'(?!\w)")
_ELLIPSIS = re.compile(r"\s*(?:\[?\.\.\.\]?|\[?…\]?)\s*")
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:item|minute|paragraph|page)s?\s+(?:no\.?\s*)?(?P<place>\d+(?:\(\w+\))*)", re.IGNORECASE
)
_AFTER_NUMBER = re.compile(r"[^,;.()]*")
_PROPORTIONS = tuple(
    frozenset(stems(family))
    for family in (
        "half halves halved halving", "third thirds", "quarter quarters", "fifth fifths",
        "twice double doubled doubling", "triple tripled trebled", "dozen dozens",
        "majority most", "unanimous unanimously",
    )
)  # fmt: skip
_VOTING = frozenset(stems("votes abstentions for against favour abstained"))
_DECIDING = re.compile(
    r"\b(?:resolved|decided|approved|adopted|agreed|endorsed|carried|ratified|authorised)\b",
    re.IGNORECASE,
)
# Words meant for a program that reads the minutes, and how a report of them begins.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rules|prompts?|above)\b|"
    r"\bsystem prompt\b|\byou are now\b|\blanguage model\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|wrote|written|asked|told|stated|read|claimed|demanded)\b", re.IGNORECASE
)
# What reports are framed with; it says nothing by itself.
_FRAME = frozenset(
    stems(
        "reported noted explained stated advised confirmed added mentioned meeting minutes recorded"
    )
)


def reason_to_remove(claim: Claim) -> str | None:
    """Why a sentence may not be shown; `None` when the passages it cites bear it out."""
    if not claim.passages:
        return "it cites no passage"
    if not claim.finished:
        return "it is cut off"
    text, cited = even(claim.text), cite(claim.passages)
    return next((reason for check in CHECKS if (reason := check(text, cited))), None)


def holds_link(text: str, cited: Cited) -> str | None:
    """An address, an image or HTML, even one that the minutes hold: their own words show it."""
    return "it holds a link or markup" if _LINK.search(text) else None


def misquotes(text: str, cited: Cited) -> str | None:
    """Words in quotation marks that no cited passage has, character for character."""
    if text.count('"') % 2:
        return "a quotation in it has no end"
    for match in _QUOTED.finditer(text):
        quoted = (match.group(1) or match.group(2) or "").strip().rstrip(".,;:!?")
        if not any(_in_order(_ELLIPSIS.split(quoted), held) for held in cited.texts):
            return f"the cited minutes do not say “{quoted}”"
    return None


def misdates(text: str, cited: Cited) -> str | None:
    """A date that neither the cited words nor their meetings have."""
    years = {number.value for number in cited.numbers}
    for claimed in dates(in_figures(text)):
        year_alone = claimed.month is None and claimed.year in years
        if not year_alone and not any(held.bears_out(claimed) for held in cited.dates):
            return f"the cited minutes do not give the date {claimed}"
    return None


def miscounts(text: str, cited: Cited) -> str | None:
    """A number that the cited words do not have with that unit, or not of these things."""
    text = without_dates(in_figures(_without_places(text, cited)))
    for number in numbers(text):
        if not _given(number, cited):
            return f"the cited minutes do not give {number.written}"
        if not _same_things(number, text, cited):
            return f"the cited minutes give {number.written} of something else"
    claimed, held = set(stems(text)), set(stems(" ".join(cited.texts)))
    invented = any(claimed & family and not held & family for family in _PROPORTIONS)
    return "the cited minutes do not give that proportion" if invented else None


def overstates(text: str, cited: Cited) -> str | None:
    """A decision, where the cited passages only record what was said."""
    if any(passage.reference.kind in DECIDES for passage in cited.passages):
        return None
    held = " ".join(cited.texts).lower()
    for match in _DECIDING.finditer(text):
        if match.group().lower() not in held:
            return f"the cited minutes do not record that anything was {match.group().lower()}"
    return None


def strays(text: str, cited: Cited) -> str | None:
    """Hardly any of its content in the cited passages."""
    wanted = content(in_figures(text)) - _FRAME - (content(cited.context) - cited.stems)
    if len(wanted & cited.stems) < MODEST_SHARE * len(wanted) or not wanted:
        return "the cited minutes are about something else"
    return None


def obeys(text: str, cited: Cited) -> str | None:
    """As a fact, what stands among orders that somebody wrote for a program to follow."""
    if _REPORTS.search(text) or not any(_ORDERS.search(held) for held in cited.texts):
        return None
    return "it follows an order that stands in the minutes"


CHECKS: tuple[Callable[[str, Cited], str | None], ...] = (
    holds_link,
    misquotes,
    misdates,
    miscounts,
    misnamed,
    overstates,
    obeys,
    strays,
    contradicts,
    misattributed,
)
"""Every check, given an evened sentence and what it cites."""


def _in_order(parts: list[str], held: str) -> bool:
    at = 0
    for part in parts:
        found = held.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _without_places(text: str, cited: Cited) -> str:
    """The text without "item 88" and the like where the references say so."""
    return _PLACE.sub(lambda match: "" if match["place"] in cited.places else match.group(), text)


def _given(number: Number, cited: Cited) -> bool:
    if number in cited.numbers:
        return True
    if number.unit:
        return False
    one = number.value == 1 and any(_ONE.search(held) for held in cited.texts)
    return one or number.value in {held.year for held in cited.dates}


def _same_things(number: Number, text: str, cited: Cited) -> bool:
    """Whether a plain count or a share is of what a cited sentence counts with that number."""
    share_of = number.unit == "%" and text[number.end :].lstrip().startswith("of ")
    things = _things(number, text)[: 1 if share_of else 2]
    part_of_year = "/" in text[max(0, number.start - 1) : number.end + 1]
    if not things or not (share_of or not number.unit) or part_of_year or _VOTING & set(things):
        return True
    titles = content(cited.titles)
    return any(
        titles.union(content(sentence)).intersection(things)
        and not _counted_by_another(number, things, sentence)
        for sentences in cited.sentences
        for sentence in sentences
        if number in _counts(sentence) or (not number.unit and _ONE.search(sentence))
    )


def _things(number: Number, text: str) -> list[str]:
    """The first stems after a number, up to the next stop: what it counts is among them."""
    after = _AFTER_NUMBER.match(text, number.end)
    return [stem for stem in stems(after.group() if after else "") if content(stem)][:2]


def _counted_by_another(number: Number, things: list[str], sentence: str) -> bool:
    """Whether a cited sentence counts these things, but with another of its numbers."""
    of_number: set[str] = set()
    of_others: set[str] = set()
    for other in _counts(sentence):
        (of_number if other == number else of_others).update(_things(other, sentence))
    return bool(of_number and of_others & set(things)) and not of_number & set(things)


def _counts(sentence: str) -> tuple[Number, ...]:
    return numbers(without_dates(sentence))
