"""A briefing as a web page of one file, which asks nothing of any other place."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.briefing.briefing import Briefing
from assistant.briefing.exporting.footer import footer
from assistant.briefing.exporting.notes import EDITED, kept_words, notes, renumbered

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
)


def web_page(briefing: Briefing) -> str:
    """The whole briefing, its notes at the end; every word of a document is escaped."""
    given = renumbered(briefing)
    return _TEMPLATES.get_template("page.html.j2").render(
        briefing=given,
        notes=notes(given),
        footer=footer(given),
        edited=EDITED,
        kept_words=kept_words,
    )
