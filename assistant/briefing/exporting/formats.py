"""The kinds of file that a briefing can be handed on as."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.briefing.briefing import Briefing
from assistant.briefing.exporting.markdown import markdown
from assistant.briefing.exporting.web_page import web_page
from assistant.briefing.exporting.word import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file.

    Args:
        name: as people call it.
        suffix: with its dot, in small letters.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[Briefing], bytes]


FORMATS = (
    Format(
        name="Word",
        suffix=".docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        write=word,
    ),
    Format(
        name="Markdown",
        suffix=".md",
        media_type="text/markdown",
        write=lambda briefing: markdown(briefing).encode(),
    ),
    Format(
        name="Web page",
        suffix=".html",
        media_type="text/html",
        write=lambda briefing: web_page(briefing).encode(),
    ),
)
