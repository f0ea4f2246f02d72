"""Conversations as they are kept: a small SQLite file in the library's home.

Processes may share it. Each owner's are apart from all others': whoever opens it names the owner,
who is a part of every key.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter, ValidationError

from ui.conversations.turn import Answered, Asked, Failed, Turn
from ui.conversations.verdict import Verdict
from vectorstore.catalogue import transaction
from vectorstore.errors import LibraryError
from vectorstore.wording import fold

FILE = "conversations.sqlite"
SCHEMA = 1
LONGEST_TITLE = 120
ERASED = "This answer quoted a document that has since been erased from the library."
FROM_ELSEWHEN = (
    "This answer was kept by another version of the program and cannot be shown: ask again."
)

_TABLES = (
    """
    CREATE TABLE conversations (
        owner   TEXT NOT NULL,
        id      TEXT NOT NULL,
        title   TEXT NOT NULL,
        used_at TEXT NOT NULL,
        PRIMARY KEY (owner, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE turns (
        owner        TEXT NOT NULL,
        conversation TEXT NOT NULL,
        id           TEXT NOT NULL,
        asked_at     TEXT NOT NULL,
        question     TEXT NOT NULL,
        kept         TEXT,           -- the question as asked and its answer; null once erased
        words        TEXT NOT NULL,  -- what a search looks in, without capitals
        verdict      TEXT,
        PRIMARY KEY (owner, conversation, id),
        FOREIGN KEY (owner, conversation) REFERENCES conversations ON DELETE CASCADE
    ) STRICT
    """,
)
_CITES = """
EXISTS (
    SELECT 1 FROM json_each(turns.kept, '$.answered.answer.citations')
    WHERE value ->> '$.reference.document' = ?
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conversation in a list.

    Args:
        used_at: when it was last added to; with its time zone.
    """

    id: str
    title: str
    used_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    asked: Asked
    answered: Answered


class Store:
    """The conversations of one owner. The file is made when the first answer is kept.

    Every method raises `LibraryError` when the file cannot be used.
    """

    def __init__(self, home: Path, owner: str) -> None:
        self._path = home / FILE
        self._owner = owner

    def keep(self, conversation: str, turn: Turn, answered: Answered) -> None:
        """Add a turn to a conversation, which is begun with it and then called by its question."""
        kept = _kept_as().dump_json(_Kept(asked=turn.asked, answered=answered)).decode()
        title = fold(turn.question)[:LONGEST_TITLE]
        with _opened(self._path) as connection, transaction(connection):
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?) "
                "ON CONFLICT (owner, id) DO UPDATE SET used_at = excluded.used_at",
                (self._owner, conversation, title, _written(datetime.now(UTC))),
            )
            connection.execute(
                "INSERT INTO turns (owner, conversation, id, asked_at, question, kept, words) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    self._owner,
                    conversation,
                    turn.id,
                    _written(turn.asked_at),
                    turn.question,
                    kept,
                    f"{turn.question}\n{answered.answer.text}".casefold(),
                ),
            )

    def turns(self, conversation: str) -> list[Turn]:
        """The turns of a conversation, oldest first; none when the owner has no such one."""
        if not self._path.exists():
            return []
        with _opened(self._path) as connection:
            rows = connection.execute(
                "SELECT * FROM turns WHERE owner = ? AND conversation = ? ORDER BY asked_at",
                (self._owner, conversation),
            ).fetchall()
        return [_turn(row) for row in rows]

    def listed(self, search: str = "", *, most: int) -> list[Listed]:
        """The conversations that hold every word of a search, the one used last first."""
        if not self._path.exists():
            return []
        words = search.casefold().split()
        holds = (
            "AND (instr(folded(title), ?) OR EXISTS (SELECT 1 FROM turns WHERE "
            "turns.owner = conversations.owner AND conversation = conversations.id "
            "AND instr(words, ?)))"
        )
        with _opened(self._path) as connection:
            connection.create_function("folded", 1, str.casefold, deterministic=True)
            rows = connection.execute(
                "SELECT id, title, used_at FROM conversations WHERE owner = ? "
                f"{' '.join(holds for _ in words)} ORDER BY used_at DESC LIMIT ?",
                (self._owner, *(word for word in words for _ in range(2)), most),
            ).fetchall()
        return [
            Listed(id=id, title=title, used_at=datetime.fromisoformat(used_at))
            for id, title, used_at in rows
        ]

    def erased(self, conversation: str) -> set[str]:
        """The ids of those turns of a conversation whose answers have been erased."""
        if not self._path.exists():
            return set()
        with _opened(self._path) as connection:
            rows = connection.execute(
                "SELECT id FROM turns WHERE owner = ? AND conversation = ? AND kept IS NULL",
                (self._owner, conversation),
            ).fetchall()
        return {id for (id,) in rows}

    def rename(self, conversation: str, title: str) -> None:
        """Call a conversation something else; a blank title leaves it as it is."""
        title = fold(title)[:LONGEST_TITLE]
        if title:
            with _opened(self._path) as connection, transaction(connection):
                connection.execute(
                    "UPDATE conversations SET title = ? WHERE owner = ? AND id = ?",
                    (title, self._owner, conversation),
                )

    def delete(self, conversation: str) -> None:
        """Delete a conversation with all its turns."""
        with _opened(self._path) as connection, transaction(connection):
            connection.execute(
                "DELETE FROM conversations WHERE owner = ? AND id = ?", (self._owner, conversation)
            )

    def judge(self, turn: str, verdict: Verdict) -> None:
        """Keep what the owner thinks of the answer of a turn."""
        with _opened(self._path) as connection, transaction(connection):
            connection.execute(
                "UPDATE turns SET verdict = ? WHERE owner = ? AND id = ?",
                (_verdict_as().dump_json(verdict).decode(), self._owner, turn),
            )


def erase(home: Path, document: str) -> None:
    """Take every answer that quotes a document out of everybody's conversations.

    The questions stay, with a sentence in place of their answers.

    Raises:
        LibraryError: the file cannot be used.
    """
    path = home / FILE
    if not path.exists():
        return
    with _opened(path) as connection, transaction(connection):
        rows = connection.execute(
            f"SELECT rowid, question FROM turns WHERE {_CITES}", (document,)
        ).fetchall()
        connection.executemany(
            "UPDATE turns SET kept = NULL, words = ? WHERE rowid = ?",
            [(row["question"].casefold(), row["rowid"]) for row in rows],
        )


def _turn(row: sqlite3.Row) -> Turn:
    verdict = row["verdict"]
    asked, outcome = _asked_and_outcome(row["question"], row["kept"])
    return Turn(
        asked,
        id=row["id"],
        asked_at=datetime.fromisoformat(row["asked_at"]),
        outcome=outcome,
        verdict=None if verdict is None else _verdict_as().validate_json(verdict),
    )


def _asked_and_outcome(question: str, kept: str | None) -> tuple[Asked, Answered | Failed]:
    if kept is None:
        return Asked(question=question), Failed(message=ERASED)
    try:
        whole = _kept_as().validate_json(kept)
    except ValidationError:
        return Asked(question=question), Failed(message=FROM_ELSEWHEN)
    return whole.asked, whole.answered


@cache
def _kept_as() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)


@cache
def _verdict_as() -> TypeAdapter[Verdict]:
    return TypeAdapter(Verdict)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the file, which is made when it is not there.

    Whoever closes it last empties the journal, so what was deleted is gone from there as well.
    """
    try:
        if not path.exists():
            _make(path)
        with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            for setting in ("foreign_keys = ON", "secure_delete = ON"):
                connection.execute(f"PRAGMA {setting}")
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != SCHEMA:
                raise LibraryError(
                    f"The conversations in {path} were kept by another version of the program: "
                    "use that one, or move the file away to begin anew."
                )
            yield connection
    except (sqlite3.DatabaseError, OSError) as error:
        raise LibraryError(
            f"Conversations cannot be kept in {path} ({error}): check who may write there."
        ) from error


def _make(path: Path) -> None:
    """Make the file whole before others see it.

    Two who turn the journal of one file into a write-ahead log at once do not wait for each other.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as folder:
        made = Path(folder, FILE)
        with closing(sqlite3.connect(made)) as connection, connection:
            connection.execute("PRAGMA journal_mode = WAL")
            for table in _TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        # Somebody else's, made meanwhile, may hold an answer already.
        with suppress(FileExistsError):
            os.link(made, path)


def _written(moment: datetime) -> str:
    """A moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
