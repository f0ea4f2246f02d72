"""Choosing what is evaluated: a library, and one of the editions that it keeps."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from ui.wording import count_words, date_words
from vectorstore.edition import Edition
from vectorstore.editions import EditionInfo
from vectorstore.errors import SettingsError
from vectorstore.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is evaluated: an edition of a library, both by name, not opened yet."""

    name: str
    library: Library
    edition: str

    def open(self) -> Edition:
        """The edition, to be read.

        Raises:
            LibraryError: it is kept no longer, or cannot be read.
        """
        return self.library.edition(self.edition)


def choose_subject(libraries: Mapping[str, Library]) -> Subject:
    """Ask for a library where there are several, and for an edition where several are kept.

    Args:
        libraries: by name, the server's own first.

    Raises:
        EmptyLibrary: the server's own library is chosen and has nothing in it.
        LibraryError: the library cannot be read.
        SettingsError: another library is chosen and has nothing in it.
    """
    own, *others = libraries
    name = own
    if others:
        name = st.selectbox(
            "Library", libraries, format_func=lambda each: library_words(each, own=each == own)
        )
    library = libraries[name]
    if name != own and library.current_name() is None:
        raise SettingsError(
            f"There are no minutes at {library.settings.home}, which MINUTES_EVALUATION_LIBRARIES "
            "names: ingest some there, or name another home."
        )
    current = library.current().name
    kept = {info.name: info for info in library.editions()}
    edition = current
    if len(kept) > 1:
        edition = st.selectbox(
            "Edition",
            kept,
            index=list(kept).index(current),
            format_func=lambda each: edition_words(kept[each], current=each == current),
        )
    return Subject(name=name, library=library, edition=edition)


def library_words(name: str, *, own: bool) -> str:
    """A library in a line."""
    return f"{name} (this one)" if own else name


def edition_words(info: EditionInfo, *, current: bool) -> str:
    """An edition in a line: "000003 (current) · 14 documents · 7 March 2024, 10:05"."""
    at = info.published_at.astimezone()
    named = f"{info.name} (current)" if current else info.name
    return (
        f"{named} · {count_words(info.documents, 'document')} · {date_words(at.date())}, {at:%H:%M}"
    )
