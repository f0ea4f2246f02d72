"""The minutes of one item without its page, or a transcript: nothing but paragraphs."""

from ingest.body import read_body
from ingest.facts import body_that_resolves
from ingest.lines import Layout
from ingest.shapes.parsed import Parsed
from vectorstore.records import AgendaItem, Meeting


def read(layout: Layout) -> Parsed:
    """Every line belongs to the one item; who met is known only if a resolution says so."""
    body = read_body(layout, layout.lines)
    item = AgendaItem(
        number=None,
        minute_number=None,
        title=None,
        cut_off=body.cut_off,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    meeting = Meeting(committee=body_that_resolves(layout.text), items=(item,))
    return Parsed(meetings=(meeting,), placed=body.placed)
