"""The systems by name; what one needs is imported when it is asked for."""

from importlib.util import find_spec

from assistant.settings import AssistantSettings
from eval.systems.system import System
from vectorstore.edition import Edition
from vectorstore.embedding import Embedder
from vectorstore.errors import SettingsError

MINUTES, TUTORIAL, BM25 = "minutes", "langchain-tutorial", "bm25"
SYSTEMS = (MINUTES, TUTORIAL, BM25)
_NEEDED = {TUTORIAL: ("langchain_chroma", "langchain_text_splitters")}


def installed() -> tuple[str, ...]:
    """The systems whose packages are there."""
    return tuple(
        name for name in SYSTEMS if all(find_spec(package) for package in _NEEDED.get(name, ()))
    )


def refuse_unknown(name: str) -> None:
    """
    Raises:
        SettingsError: there is no system of that name.
    """
    if name not in SYSTEMS:
        raise SettingsError(f"There is no system “{name}”: choose {', '.join(SYSTEMS)}.")


def open_system(
    name: str, edition: Edition, embedder: Embedder, settings: AssistantSettings
) -> System:
    """A system over an edition.

    Args:
        embedder: of the edition's library.

    Raises:
        SettingsError: there is none of that name, or a package that it needs is missing.
    """
    refuse_unknown(name)
    if name == MINUTES:
        from eval.systems.assistant import MinutesSystem

        return MinutesSystem(edition, settings)
    if name == TUTORIAL:
        from eval.systems.tutorial import TutorialSystem

        return TutorialSystem(edition, embedder)
    from eval.systems.keywords import KeywordSystem

    return KeywordSystem(edition)
