"""The library and the assistant that the environment names, and the filters that options name."""

from typing import TYPE_CHECKING

from ui.commands.options import Limits

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from vectorstore.edition import Edition
    from vectorstore.found import Filters
    from vectorstore.library import Library


def open_library() -> "Library":
    """The library at MINUTES_HOME.

    Raises:
        SettingsError: a setting cannot be used.
    """
    from vectorstore import library
    from vectorstore.settings import LibrarySettings, from_environment

    return library.open_library(from_environment(LibrarySettings))


def open_assistant(library: "Library") -> "Assistant":
    """The assistant over a library.

    Raises:
        SettingsError: a setting cannot be used.
    """
    from assistant.assistant import Assistant
    from assistant.settings import AssistantSettings
    from vectorstore.settings import from_environment

    return Assistant(library, from_environment(AssistantSettings))


def recorded(limits: Limits, edition: "Edition") -> "Filters":
    """The filters that the options name, as the edition records them.

    Raises:
        SettingsError: the edition knows no such council or committee.
    """
    from vectorstore.filter_names import as_recorded
    from vectorstore.found import Filters

    council, committee, since, until = limits
    asked = Filters(council=council, committee=committee, since=since, until=until)
    return as_recorded(asked, edition)
