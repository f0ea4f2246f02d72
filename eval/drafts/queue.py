"""The queue of drafts: a small SQLite file in the library's home; processes may share it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eval.cases import Case, case_from_json, case_json
from eval.drafts.draft import Dislike, Draft, Origin, State
from vectorstore.errors import SettingsError

FILE = "drafts.sqlite"

# The same question is proposed once, so that a rejected draft does not come back. No number is
# given twice: somebody may still be reading the draft that had it.
_DRAFTS = """
CREATE TABLE IF NOT EXISTS drafts (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    origin   TEXT NOT NULL,
    state    TEXT NOT NULL DEFAULT 'waiting',
    question TEXT NOT NULL,
    "case"   TEXT NOT NULL,
    answer   TEXT,
    edition  TEXT NOT NULL,
    made_at  TEXT NOT NULL,
    UNIQUE (origin, question, edition)
) STRICT
"""
# One for each who disliked the answer, whoever they are.
_DISLIKES = """
CREATE TABLE IF NOT EXISTS dislikes (
    draft    INTEGER NOT NULL REFERENCES drafts ON DELETE CASCADE,
    note     TEXT
) STRICT
"""
_WAITING = "origin = ? AND question = ? AND edition = ? AND state = 'waiting'"
_SELECT = """
SELECT *, (
    SELECT group_concat(note, '; ')
    FROM (SELECT note FROM dislikes WHERE draft = drafts.id ORDER BY rowid)
) AS notes
FROM drafts WHERE ? IS NULL OR state = ? ORDER BY id
"""
_WITHDRAW = f"""
DELETE FROM dislikes WHERE rowid = (
    SELECT dislikes.rowid FROM dislikes JOIN drafts ON drafts.id = draft
    WHERE {_WAITING} AND note IS ? LIMIT 1
) RETURNING draft
"""


class Queue:
    """The drafts of one home, oldest first; the file is made when the first draft comes."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE

    def propose(self, cases: Iterable[Case], *, edition: str) -> int:
        """Put drafts from a library into the queue; returns how many are new."""
        known = {_asked(draft.case) for draft in self.drafts() if draft.origin is Origin.LIBRARY}
        new = [case for case in cases if _asked(case) not in known]
        return sum(self._add(Origin.LIBRARY, case, edition=edition) for case in new)

    def thumbs_down(self, dislike: Dislike) -> bool:
        """Put a disliked answer into the queue; false when the same one is there already.

        One that waits there takes the note to those it has.
        """
        case, edition = dislike.case(), dislike.edition
        added = self._add(Origin.THUMBS_DOWN, case, edition=edition, answer=dislike.answer)
        with self._open() as connection:
            connection.execute(
                f"INSERT INTO dislikes (draft, note) SELECT id, ? FROM drafts WHERE {_WAITING}",
                (dislike.note, Origin.THUMBS_DOWN, _key(case), edition),
            )
        return added

    def withdraw(self, dislike: Dislike) -> None:
        """Take back what one person said by `thumbs_down`, unless the draft has been settled.

        The draft goes with the last of those who disliked the answer.
        """
        if not self._path.exists():
            return
        asked = _key(dislike.case())
        with self._open() as connection:
            taken = connection.execute(
                _WITHDRAW, (Origin.THUMBS_DOWN, asked, dislike.edition, dislike.note)
            ).fetchall()
            connection.executemany(
                "DELETE FROM drafts WHERE id = ? AND id NOT IN (SELECT draft FROM dislikes)",
                [(draft,) for (draft,) in taken],
            )

    def drafts(self, state: State | None = None) -> list[Draft]:
        """The drafts in a state, or all of them."""
        if not self._path.exists():
            return []
        with self._open() as connection:
            rows = connection.execute(_SELECT, (state, state)).fetchall()
        return [_draft(row) for row in rows]

    def draft(self, id: int) -> Draft:
        """A draft by its number.

        Raises:
            SettingsError: there is none.
        """
        found = next((draft for draft in self.drafts() if draft.id == id), None)
        if found is None:
            raise SettingsError(f"There is no draft {id}: `minutes eval drafts` lists them.")
        return found

    def settle(self, id: int, state: State) -> None:
        """Say what has become of a draft that waits.

        Raises:
            SettingsError: there is none, or it is settled already.
        """
        draft = self.draft(id)
        with self._open() as connection:
            changed = connection.execute(
                "UPDATE drafts SET state = ? WHERE id = ? AND state = ?",
                (state, id, State.WAITING),
            ).rowcount
        if not changed:
            raise SettingsError(f"Draft {id} is {draft.state} already.")

    def erase(self, document: str) -> None:
        """Take out every draft made from a document, so that erasing it erases it here too.

        Proposals without evidence go as well: they may have been made from it.
        """
        quoting = [
            draft.id
            for draft in self.drafts()
            if document in _documents(draft)
            or (draft.origin is Origin.LIBRARY and not draft.case.evidence)
        ]
        if not quoting:
            return
        with self._open() as connection:
            connection.executemany("DELETE FROM drafts WHERE id = ?", [(id,) for id in quoting])

    def _add(
        self,
        origin: Origin,
        case: Case,
        *,
        edition: str,
        answer: Mapping[str, Any] | None = None,
    ) -> bool:
        made = json.dumps(case_json(case), ensure_ascii=False)
        kept = None if answer is None else json.dumps(answer, ensure_ascii=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as connection:
            added = connection.execute(
                'INSERT OR IGNORE INTO drafts (origin, question, "case", answer, edition, made_at) '
                "VALUES (?, ?, ?, ?, ?, ?)",
                (origin, _key(case), made, kept, edition, now),
            ).rowcount
        return bool(added)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as connection, connection:
            connection.row_factory = sqlite3.Row
            # What is deleted must not stay behind in the file.
            for setting in ("foreign_keys", "secure_delete"):
                connection.execute(f"PRAGMA {setting} = ON")
            for table in (_DRAFTS, _DISLIKES):
                connection.execute(table)
            yield connection


def _key(case: Case) -> str:
    """What tells a question from every other in the queue."""
    limits = case_json(case)["filters"]
    return json.dumps(
        [case.question, case.history, *([limits] if limits else [])], ensure_ascii=False
    )


def _asked(case: Case) -> tuple[str, tuple[str, ...]]:
    return case.question, case.history


def _documents(draft: Draft) -> set[str]:
    cited = draft.answer["citations"] if draft.answer else ()
    return {each.document for each in draft.case.evidence} | {each["document"] for each in cited}


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        id=row["id"],
        origin=Origin(row["origin"]),
        state=State(row["state"]),
        case=case_from_json(json.loads(row["case"])),
        answer=None if row["answer"] is None else json.loads(row["answer"]),
        edition=row["edition"],
        note=row["notes"],
        made_at=datetime.fromisoformat(row["made_at"]),
    )
