"""What can go wrong, as one small tree.

MinutesError
├── SettingsError        a setting or an option that cannot be used
├── UnreadableDocument   one source that could not be read; the others go on
└── LibraryError
    ├── EmptyLibrary     nothing has been ingested yet
    ├── LibraryLocked    another process is writing
    ├── WrongModel       the edition was made with another model or schema
    └── DamagedLibrary   files are missing or do not agree; `minutes verify --repair` mends them

Every message is one sentence for the person at the keyboard: what is wrong and what to do.
"""


class MinutesError(Exception):
    """The root: a front door shows its message as one line and no traceback."""


class SettingsError(MinutesError):
    """A setting or an option that cannot be used."""


class UnreadableDocument(MinutesError):
    """One source that could not be read, with the reason; never stops the rest."""


class LibraryError(MinutesError):
    """The library as a whole cannot do what was asked."""


class EmptyLibrary(LibraryError):
    """Nothing has been ingested yet."""


class LibraryLocked(LibraryError):
    """Another process is writing to the library."""


class WrongModel(LibraryError):
    """The edition was made with another embedding model or another schema."""


class DamagedLibrary(LibraryError):
    """Files of an edition are missing, or its parts do not agree."""
