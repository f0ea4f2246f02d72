"""What was decided, where no matter is named: "list the decisions of the Cabinet in 2023".

Likeness tells nothing there; the catalogue knows every decision.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import SentenceKind
from assistant.statement import Quote, Statement
from assistant.understanding.follow_up import topic_words
from assistant.understanding.occasion import filters_for, period_words
from assistant.understanding.question import Kind, Question
from vectorstore.business import RecordedDecision
from vectorstore.edition import Edition
from vectorstore.found import Filters
from vectorstore.keywords import words
from vectorstore.records import ParagraphKind

_ABOUT = re.compile(r"\b(?:about|on|regarding|concerning)\s+(.+)", re.IGNORECASE)
# As many as one reads through; more are in the list of decisions.
MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The resolutions and recommendations of some meetings.

    Args:
        shown: the latest of them, at most `MOST`, in the order of their dates.
        recorded: how many there are.
        dated: whether all of them have a date, so that those shown are the latest.
    """

    shown: tuple[RecordedDecision, ...]
    recorded: int
    dated: bool

    def statements(self) -> Iterator[Statement]:
        """Each paragraph of each decision, verbatim."""
        for decided in self.shown:
            yield from _statements(decided)


def register(question: Question, edition: Edition) -> Register | None:
    """The decisions that a question asks for as such; `None` when it asks for something else."""
    if any(part.kind is not Kind.DECIDED for part in question.parts):
        return None
    text = question.parts[0].text
    if len(question.parts) > 1 or names_a_matter(text, edition):
        return None
    decided = _decided(edition, filters_for(text, question.filters, edition))
    if not decided:
        return None
    # Those without a date come first, so that they give way to the latest.
    ordered = sorted(decided, key=lambda each: each.reference.date is not None)
    return Register(
        shown=tuple(ordered[-MOST:]),
        recorded=len(ordered),
        dated=all(each.reference.date for each in ordered),
    )


def names_a_matter(text: str, edition: Edition, cues: Collection[str] = ()) -> bool:
    """Whether a question names more than a body, a month or a year; see `matter_words`."""
    return bool(matter_words(text, edition, cues))


def matter_words(text: str, edition: Edition, cues: Collection[str] = ()) -> list[str]:
    """The words that name the matter of a question, beside bodies, a month or a year.

    "On community safety" names a matter, though it may be in the name of a body as well.

    Args:
        cues: words, in lower case, that name no matter either.
    """
    bodies = {word.casefold() for word in words(" ".join(_bodies(edition)))}
    about = _ABOUT.search(text)
    matter = {word.casefold() for word in words(about[1])} if about else set()
    besides = (bodies - matter) | period_words(text) | frozenset(cues)
    return [word for word in topic_words(text) if word.casefold() not in besides]


def _bodies(edition: Edition) -> Sequence[str]:
    return (*edition.councils(), *edition.committees())


def _decided(edition: Edition, filters: Filters) -> list[RecordedDecision]:
    """By date; what was only moved is left out."""
    found = edition.decisions(filters)
    return [each for each in found if each.decision.kind is not ParagraphKind.MOTION]


def _statements(decided: RecordedDecision) -> Iterator[Statement]:
    for passage in decided.passages:
        quote = Quote(
            passage=passage,
            start=max(passage.start, decided.decision.start),
            end=min(passage.end, decided.decision.end),
        )
        if quote.text:
            yield Statement(
                text=quote.text,
                quotes=(quote,),
                kind=SentenceKind.DECIDED,
                meeting=passage.reference.meeting,
            )
