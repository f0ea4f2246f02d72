"""What stands before the first item of business: venue, contact, those present."""

from collections.abc import Sequence
from dataclasses import replace

from vectorstore.records import AgendaItem, Meeting, Paragraph, ParagraphKind

# What has more words before the first item is business that stands there.
MOST_WORDS = 40


def preface(paragraphs: Sequence[Paragraph]) -> tuple[AgendaItem, ...]:
    """An item with neither number nor title, so that the paragraphs can be cited; none of none."""
    item = AgendaItem(number=None, minute_number=None, title=None, paragraphs=tuple(paragraphs))
    return (item,) if paragraphs else ()


def is_preface(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether an item is no business: it has neither number nor title, and others follow."""
    named = item.title or item.number or item.minute_number
    return not named and len(meeting.items) > 1


def formal(text: str, paragraph: Paragraph) -> Paragraph:
    """A paragraph of a preface, as who met where and when if it is short and nobody speaks."""
    short = len(text[paragraph.start : paragraph.end].split()) <= MOST_WORDS
    if short and not paragraph.speakers and paragraph.kind is ParagraphKind.NARRATIVE:
        return replace(paragraph, kind=ParagraphKind.ATTENDANCE)
    return paragraph
