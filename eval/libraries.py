"""The libraries that can be evaluated: a server's own, and others that its settings name."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vectorstore.errors import SettingsError
from vectorstore.library import Library, open_library


def library_name(home: Path) -> str:
    """What runs call the library at a home: its folder's name."""
    return home.absolute().name


def libraries(own: Library, homes: Iterable[Path]) -> Mapping[str, Library]:
    """The libraries by their names, a server's own first; all share its embedding model.

    Raises:
        SettingsError: two of them have one name.
    """
    found = {library_name(own.settings.home): own}
    for home in dict.fromkeys(home.absolute() for home in homes):
        if home == own.settings.home.absolute():
            continue
        name = library_name(home)
        if name in found:
            raise SettingsError(
                f"MINUTES_EVALUATION_LIBRARIES names two libraries called “{name}”, "
                "or one called as this one: rename a folder."
            )
        other = open_library(own.settings.model_copy(update={"home": home}))
        other.embedder = own.embedder
        found[name] = other
    return found
