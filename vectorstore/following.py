"""What a library follows on the web, and what was seen there last.

Kept beside the editions, in `following.sqlite` under the library's home: to have looked at a
site is no change of the library, and going back to an earlier edition unfollows nothing.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vectorstore.catalogue import to_date, transaction
from vectorstore.errors import LibraryError

FOLLOWING = "following.sqlite"
FORGOTTEN = "forgotten"
SCHEMA = 1
# How long an interrupted look may be taken up again.
_UNFINISHED_FOR = dt.timedelta(hours=24)
_TABLES = """
CREATE TABLE IF NOT EXISTS followed (
    address     TEXT NOT NULL,
    committee   TEXT NOT NULL,  -- '' is every committee
    since       TEXT,
    until       TEXT,
    council     TEXT,
    attachments INTEGER NOT NULL,
    begun_at    TEXT,           -- of a run that was not finished
    finished_at TEXT,
    PRIMARY KEY (address, committee)
) STRICT;
CREATE TABLE IF NOT EXISTS visits (
    source        TEXT NOT NULL,
    address       TEXT NOT NULL,
    committee     TEXT NOT NULL,
    parent        TEXT,         -- the meeting that a document is attached to
    date          TEXT,
    found         TEXT NOT NULL,
    fingerprint   TEXT,
    reader        INTEGER NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    visited_at    TEXT NOT NULL,
    PRIMARY KEY (source, address, committee)
) STRICT;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Something on the web that the library is kept up to date with.

    Args:
        address: of a site, of a committee's list, or of one page.
        committee: the name that was asked for; `None` for all.
        since, until: the days between which meetings are wanted; `None` does not limit.
        council: given by whoever follows it; `None` leaves it to the site.
        attachments: agreements, plans and strategies that are attached to items come too.
        finished_at: when it was last looked at to the end; `None` before that.
    """

    address: str
    committee: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    council: str | None = None
    attachments: bool = False
    finished_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What was found at an address when it was last looked at.

    Args:
        parent: the meeting to an item of which the document is attached; `None` for a meeting.
        date: of the meeting; `None` when not recorded.
        found: in the words of whoever looked.
        fingerprint: of what the library recorded then; `None` when there was nothing to record.
        reader: the version of the readers that read it.
        etag, last_modified: for asking whether it has changed; `None` when the site gives none.
    """

    source: str
    found: str
    visited_at: dt.datetime
    parent: str | None = None
    date: dt.date | None = None
    fingerprint: str | None = None
    reader: int = 0
    etag: str | None = None
    last_modified: str | None = None


class Following:
    """The list of what is followed, open for reading and writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def followed(self) -> list[Followed]:
        """Everything that is followed, in the order in which it was first asked for."""
        rows = self._connection.execute("SELECT * FROM followed ORDER BY rowid")
        return [_followed(row) for row in rows]

    def follow(self, wanted: Followed) -> None:
        """Remember something to follow; asked for again, its limits are those asked for last."""
        self._connection.execute(
            "INSERT INTO followed (address, committee, since, until, council, attachments) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (address, committee) DO UPDATE SET "
            "since = excluded.since, until = excluded.until, council = excluded.council, "
            "attachments = excluded.attachments",
            (
                wanted.address,
                wanted.committee or "",
                wanted.since and wanted.since.isoformat(),
                wanted.until and wanted.until.isoformat(),
                wanted.council,
                wanted.attachments,
            ),
        )

    def unfollow(self, wanted: Followed) -> None:
        """Follow it no longer; what the library has of it stays."""
        of = (wanted.address, wanted.committee or "")
        with transaction(self._connection):
            for table in ("followed", "visits"):
                self._connection.execute(
                    f"DELETE FROM {table} WHERE address = ? AND committee = ?", of
                )

    def count(self, wanted: Followed) -> int:
        """How many documents it has given."""
        row = self._connection.execute(
            "SELECT count(*) FROM visits "
            "WHERE address = ? AND committee = ? AND fingerprint IS NOT NULL",
            (wanted.address, wanted.committee or ""),
        ).fetchone()
        return int(row[0])

    def begin(self, wanted: Followed, now: dt.datetime) -> dt.datetime:
        """When the look at something began: now, or when one began that was not finished.

        One that was left for long begins anew: what it saw may have changed.
        """
        of = (wanted.address, wanted.committee or "")
        row = self._connection.execute(
            "SELECT begun_at FROM followed WHERE address = ? AND committee = ?", of
        ).fetchone()
        if row is not None and row["begun_at"] is not None:
            begun_at = dt.datetime.fromisoformat(row["begun_at"])
            if now - begun_at < _UNFINISHED_FOR:
                return begun_at
        self._connection.execute(
            "UPDATE followed SET begun_at = ? WHERE address = ? AND committee = ?",
            (now.isoformat(), *of),
        )
        return now

    def finish(self, wanted: Followed, now: dt.datetime) -> None:
        """The look at something has come to its end."""
        self._connection.execute(
            "UPDATE followed SET begun_at = NULL, finished_at = ? "
            "WHERE address = ? AND committee = ?",
            (now.isoformat(), wanted.address, wanted.committee or ""),
        )

    def visits(self, wanted: Followed) -> dict[str, Visit]:
        """The last visit of each address that belongs to something followed."""
        rows = self._connection.execute(
            "SELECT * FROM visits WHERE address = ? AND committee = ?",
            (wanted.address, wanted.committee or ""),
        )
        return {row["source"]: _visit(row) for row in rows}

    def visit(self, wanted: Followed, seen: Visit) -> None:
        """Remember what was found at an address."""
        self._connection.execute(
            "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                seen.source,
                wanted.address,
                wanted.committee or "",
                seen.parent,
                seen.date and seen.date.isoformat(),
                seen.found,
                seen.fingerprint,
                seen.reader,
                seen.etag,
                seen.last_modified,
                seen.visited_at.isoformat(),
            ),
        )

    def never_again(self, source: str) -> None:
        """Have an address that was erased from the library stay out of it."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM followed WHERE address = ?", (source,))
            self._connection.execute(
                "UPDATE visits SET found = ?, fingerprint = NULL WHERE source = ?",
                (FORGOTTEN, source),
            )


@contextmanager
def open_following(home: Path) -> Iterator[Following]:
    """What the library at a home follows; the list is made when it is first opened.

    Raises:
        LibraryError: the list cannot be read or made.
    """
    home.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(home / FOLLOWING, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        try:
            connection.executescript(_TABLES)
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"The list of what is followed, {home / FOLLOWING}, cannot be used ({error}): "
                "check who may write there; once it is removed, sites can be followed anew."
            ) from error
        yield Following(connection)


def followed_json(listed: Sequence[tuple[Followed, int]]) -> dict[str, Any]:
    """What is followed, with how many documents the library has of each, for scripts."""
    return {
        "schema": SCHEMA,
        "sources": [
            {
                "address": each.address,
                "committee": each.committee,
                "since": each.since and each.since.isoformat(),
                "until": each.until and each.until.isoformat(),
                "council": each.council,
                "attachments": each.attachments,
                "last_update": each.finished_at and each.finished_at.isoformat(timespec="seconds"),
                "documents": documents,
            }
            for each, documents in listed
        ],
    }


def _followed(row: sqlite3.Row) -> Followed:
    finished = row["finished_at"]
    return Followed(
        address=row["address"],
        committee=row["committee"] or None,
        since=to_date(row["since"]),
        until=to_date(row["until"]),
        council=row["council"],
        attachments=bool(row["attachments"]),
        finished_at=dt.datetime.fromisoformat(finished) if finished else None,
    )


def _visit(row: sqlite3.Row) -> Visit:
    return Visit(
        source=row["source"],
        parent=row["parent"],
        date=to_date(row["date"]),
        found=row["found"],
        fingerprint=row["fingerprint"],
        reader=row["reader"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        visited_at=dt.datetime.fromisoformat(row["visited_at"]),
    )
