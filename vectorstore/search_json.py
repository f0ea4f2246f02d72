"""What a search found, as JSON: the form that scripts can rely on."""

from collections.abc import Sequence
from typing import Any

from vectorstore.found import Hit, Reference

SCHEMA = 1


def place_json(reference: Reference, *, passage: str) -> dict[str, Any]:
    """Where words stand, as every citation and every passage found says it."""
    return {
        "document": reference.document,
        "title": reference.title,
        "council": reference.council,
        "committee": reference.committee,
        "date": reference.date and reference.date.isoformat(),
        "item": reference.item,
        "item_title": reference.item_title,
        "paragraph": reference.paragraph,
        "page": reference.page,
        "url": reference.url,
        "passage": passage,
        "status": reference.status and reference.status.value,
    }


def search_json(query: str, hits: Sequence[Hit], *, seconds: float) -> dict[str, Any]:
    """The passages that a search found, best first."""
    return {
        "schema": SCHEMA,
        "query": query,
        "passages": [
            {
                "rank": hit.rank,
                "score": round(hit.score, 4),
                "text": hit.passage.text,
                "start": hit.passage.start,
                "end": hit.passage.end,
                **place_json(hit.passage.reference, passage=hit.passage.id),
            }
            for hit in hits
        ],
        "seconds": round(seconds, 3),
    }
