"""The sources that passages were read from: kept as they were, by their digest."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The source of a document, as far as it is needed to show where words of it stand.

    Args:
        digest: SHA-256 of its bytes, by which the library keeps them.
        text: what offsets refer to; what is exempt from publication is blanked in it.
        page_starts: the offset at which each page begins; empty when it has no pages.
        exempt: parts of it were left out of the text, as exempt from publication.
    """

    digest: str
    text: str
    page_starts: tuple[int, ...]
    exempt: bool


def original(rows: Rows, passage_id: str) -> Original:
    """The source that a passage was read from; `rows` asks the catalogue.

    Raises:
        KeyError: the edition has no such passage.
    """
    found = rows(
        """
        SELECT digest, text, page_starts,
               EXISTS (SELECT 1 FROM items JOIN meetings ON meetings.id = items.meeting
                       WHERE meetings.document = documents.id AND restricted) AS exempt
        FROM documents WHERE id = (SELECT document FROM places WHERE passage = ?)
        """,
        (passage_id,),
    )
    if not found:
        raise KeyError(passage_id)
    [row] = found
    return Original(
        digest=row["digest"],
        text=row["text"],
        page_starts=tuple(json.loads(row["page_starts"])),
        exempt=bool(row["exempt"]),
    )
