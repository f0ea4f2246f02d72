"""A briefing as JSON: the form that scripts can rely on."""

from typing import Any

from assistant.answer import SCHEMA
from assistant.answer_json import citation_json
from assistant.briefing.briefing import Briefing, Section
from vectorstore.library_json import coverage_json


def briefing_json(briefing: Briefing) -> dict[str, Any]:
    """The whole briefing; what is not recorded is null."""
    scope = briefing.scope
    return {
        "schema": SCHEMA,
        "topic": scope.topic,
        "council": scope.council,
        "committees": list(scope.committees),
        "since": scope.since and scope.since.isoformat(),
        "until": scope.until and scope.until.isoformat(),
        "drafted": briefing.drafted.isoformat(),
        "edition": briefing.edition,
        "councils": list(briefing.councils),
        "coverage": coverage_json(briefing.coverage),
        "sections": [_section(section) for section in briefing.sections],
        "citations": [citation_json(citation) for citation in briefing.citations],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind.value,
        "title": section.title,
        "edited": section.edited,
        "blocks": [
            {
                "heading": block.heading,
                "lines": [
                    {
                        "label": line.label,
                        "text": line.text,
                        "voice": line.voice.value,
                        "citations": list(line.citations),
                    }
                    for line in block.lines
                ],
            }
            for block in section.blocks
        ],
    }
