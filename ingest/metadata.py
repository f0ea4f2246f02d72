"""What is known about a document from outside it: the options of a run, or a sidecar file."""

import datetime as dt
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TypeVar

from vectorstore.errors import UnreadableDocument
from vectorstore.records import DocumentKind, MeetingStatus

SIDECAR_SUFFIX = ".toml"

E = TypeVar("E", MeetingStatus, DocumentKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Facts about a document that hold over what its text says; `None` leaves it to the text.

    Args:
        date: of the meeting.
        title: of the document.
        url: where the public finds it.
        attached_to: the address of the agenda item that it was attached to.
    """

    council: str | None = None
    committee: str | None = None
    date: dt.date | None = None
    title: str | None = None
    status: MeetingStatus | None = None
    url: str | None = None
    kind: DocumentKind | None = None
    attached_to: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These facts, and where they say nothing those of `other`."""
        known = {
            f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None
        }
        return replace(other, **known)


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file stands: its whole name and `.toml`."""
    return path.with_name(path.name + SIDECAR_SUFFIX)


def read_sidecar(path: Path) -> Metadata:
    """What the sidecar of a file says, all `None` when it has none.

    Raises:
        UnreadableDocument: it is not TOML, or has a key or a value that cannot be used.
    """
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return Metadata()
    try:
        table = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableDocument(f"Its sidecar {sidecar.name} is not TOML: {error}.") from error
    return checked(table, f"Its sidecar {sidecar.name}")


def checked(table: dict[str, object], origin: str) -> Metadata:
    """The metadata that a table of keys and values gives.

    Args:
        origin: what the table is called in a refusal.

    Raises:
        UnreadableDocument: it has a key or a value that cannot be used.
    """
    keys = [f.name for f in fields(Metadata)]
    if unknown := sorted(table.keys() - set(keys)):
        raise UnreadableDocument(
            f"{origin} has the unknown key {unknown[0]!r}; it may have {', '.join(keys)}."
        )
    return Metadata(
        council=_text(table, "council", origin),
        committee=_text(table, "committee", origin),
        date=_date(table, origin),
        title=_text(table, "title", origin),
        status=_choice(MeetingStatus, table, "status", origin),
        url=_text(table, "url", origin),
        kind=_choice(DocumentKind, table, "kind", origin),
        attached_to=_text(table, "attached_to", origin),
    )


def _text(table: dict[str, object], key: str, origin: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise UnreadableDocument(f"{origin} needs text in quotation marks for {key!r}.")
    return value.strip()


def _date(table: dict[str, object], origin: str) -> dt.date | None:
    value = table.get("date")
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise UnreadableDocument(f"{origin} needs a date such as 2025-01-30 for 'date'.")


def _choice(choices: type[E], table: dict[str, object], key: str, origin: str) -> E | None:
    value = _text(table, key, origin)
    if value is None:
        return None
    try:
        return choices(value)
    except ValueError:
        allowed = " or ".join(f'"{choice.value}"' for choice in choices)
        raise UnreadableDocument(f"{origin} needs {allowed} for {key!r}.") from None
