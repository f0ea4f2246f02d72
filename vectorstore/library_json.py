"""What the library holds, as JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vectorstore.edition import Edition
from vectorstore.editions import EditionInfo
from vectorstore.found import Coverage
from vectorstore.holdings import DocumentSummary

SCHEMA = 1


def status_json(home: Path, edition: Edition | None, *, documents: bool = False) -> dict[str, Any]:
    """What an edition holds; `documents` adds a list of every document.

    The edition is `None` before the first one.
    """
    status: dict[str, Any] = {
        "schema": SCHEMA,
        "home": str(home),
        "edition": edition and edition.name,
        "coverage": edition and coverage_json(edition.coverage()),
        "councils": list(edition.councils()) if edition else [],
        "failures": [
            {"document": each.document, "source": each.source, "reason": each.reason}
            for each in (edition.failures() if edition else ())
        ],
    }
    if documents:
        status["documents"] = [_summary(each) for each in edition.documents()] if edition else []
    return status


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """What was searched, as every answer says it."""
    return {
        "meetings": coverage.meetings,
        "documents": coverage.documents,
        "committees": list(coverage.committees),
        "first_date": coverage.first_date and coverage.first_date.isoformat(),
        "last_date": coverage.last_date and coverage.last_date.isoformat(),
        "unreadable": coverage.unreadable,
    }


def verification_json(
    edition: str | None, problems: Sequence[str], repaired: str | None
) -> dict[str, Any]:
    """Whether an edition holds together; `repaired` names the one made in its place, if any."""
    return {
        "schema": SCHEMA,
        "edition": edition,
        "sound": not problems,
        "problems": list(problems),
        "repaired": repaired,
    }


def editions_json(editions: Sequence[EditionInfo], current: str | None) -> dict[str, Any]:
    """The editions on disk, in the order given."""
    return {
        "schema": SCHEMA,
        "editions": [
            {
                "edition": each.name,
                "current": each.name == current,
                "published_at": each.published_at.isoformat(timespec="seconds"),
                "model": each.model.name,
                "documents": each.documents,
                "passages": each.passages,
            }
            for each in editions
        ],
    }


def _summary(document: DocumentSummary) -> dict[str, Any]:
    return {
        "document": document.name,
        "kind": document.kind.value,
        "title": document.title,
        "council": document.council,
        "committee": document.committee,
        "date": document.date and document.date.isoformat(),
        "meetings": document.meetings,
        "passages": document.passages,
        "url": document.url,
    }
