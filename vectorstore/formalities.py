"""What minutes say of the meeting itself: who was there, where it was, when the next one is."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from vectorstore import reading, scope
from vectorstore.found import Filters, StoredPassage
from vectorstore.records import ParagraphKind

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]

# Minutes begin with words that stand under no title, and end with the dates of what comes.
_FORMALITIES = """
    SELECT * FROM places WHERE meeting IN (
        SELECT meetings.id FROM meetings JOIN documents ON documents.id = meetings.document
        WHERE {condition} AND documents.kind != 'agreement'
        ORDER BY date IS NULL, date DESC LIMIT ?
    ) AND (kind = ? OR item_title IS NULL OR item_title LIKE '%next meeting%'
           OR item_title LIKE '%future meeting%' OR item_title LIKE '%forthcoming meeting%'
           OR raw LIKE '%in the chair%' OR raw LIKE '%took the chair%')
    ORDER BY date IS NULL, date, meeting, "start"
"""


def formalities(rows: Rows, filters: Filters, most: int) -> list[StoredPassage]:
    """The passages that may say such a thing, of the latest so many meetings, by date.

    Args:
        rows: asks the catalogue.
    """
    condition, values = scope.condition(filters)
    query = _FORMALITIES.format(condition=condition)
    found = rows(query, (*values, most, ParagraphKind.ATTENDANCE))
    return [reading.stored_passage(row) for row in found]
