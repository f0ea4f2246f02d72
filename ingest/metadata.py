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
    return _checked(table, sidecar.name)


def _checked(table: dict[str, object], name: str) -> Metadata:
    keys = [f.name for f in fields(Metadata)]
    if unknown := sorted(table.keys() - set(keys)):
        raise UnreadableDocument(
            f"Its sidecar {name} has the unknown key {unknown[0]!r}; it may have {', '.join(keys)}."
        )
    return Metadata(
        council=_text(table, "council", name),
        committee=_text(table, "committee", name),
        date=_date(table, name),
        title=_text(table, "title", name),
        status=_choice(MeetingStatus, table, "status", name),
        url=_text(table, "url", name),
        kind=_choice(DocumentKind, table, "kind", name),
        attached_to=_text(table, "attached_to", name),
    )


def _text(table: dict[str, object], key: str, name: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise UnreadableDocument(f"Its sidecar {name} needs text in quotation marks for {key!r}.")
    return value.strip()


def _date(table: dict[str, object], name: str) -> dt.date | None:
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
    raise UnreadableDocument(f"Its sidecar {name} needs a date such as 2025-01-30 for 'date'.")


def _choice(choices: type[E], table: dict[str, object], key: str, name: str) -> E | None:
    value = _text(table, key, name)
    if value is None:
        return None
    try:
        return choices(value)
    except ValueError:
        allowed = " or ".join(f'"{choice.value}"' for choice in choices)
        raise UnreadableDocument(f"Its sidecar {name} needs {allowed} for {key!r}.") from None
