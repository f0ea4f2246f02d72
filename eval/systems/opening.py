"""The systems by name; what one needs is imported when it is asked for."""

from assistant.settings import AssistantSettings
from eval.systems.system import System
from vectorstore.errors import SettingsError
from vectorstore.library import Library

MINUTES, TUTORIAL, BM25 = "minutes", "langchain-tutorial", "bm25"
SYSTEMS = (MINUTES, TUTORIAL, BM25)


def refuse_unknown(name: str) -> None:
    """
    Raises:
        SettingsError: there is no system of that name.
    """
    if name not in SYSTEMS:
        raise SettingsError(f"There is no system “{name}”: choose {', '.join(SYSTEMS)}.")


def open_system(name: str, library: Library, settings: AssistantSettings) -> System:
    """A system over the current edition of a library.

    Raises:
        SettingsError: there is none of that name, or a package that it needs is missing.
        LibraryError: the library is empty, damaged or another model's.
    """
    refuse_unknown(name)
    if name == MINUTES:
        from eval.systems.assistant import MinutesSystem

        return MinutesSystem(library, settings)
    if name == TUTORIAL:
        from eval.systems.tutorial import TutorialSystem

        return TutorialSystem(library.current(), library.embedder)
    from eval.systems.keywords import KeywordSystem

    return KeywordSystem(library.current())
