"""Erasing a document wherever this program keeps it."""

from eval.drafts.queue import Queue
from eval.settings import EvaluationSettings
from eval.workbench import Workbench
from ui.conversations import store
from ui.library import added
from vectorstore.following import open_following
from vectorstore.library import Library
from vectorstore.settings import from_environment


def forget(library: Library, document: str) -> str:
    """Erase a document from the library, every earlier edition, and all that is kept beside them.

    An address that it came from is not asked again, a file that was added in the browser is
    deleted; files elsewhere are left alone.

    Args:
        document: its name, or one of the places it came from.

    Returns its name.

    Raises:
        LibraryError: there is no such document, or several of the name.
    """
    home, edition = library.settings.home, library.current()
    name, sources = edition.document(document).name, edition.sources(document)
    # First, so that nothing can bring back what has been erased.
    added.erase(home, sources)
    library.forget(document)
    Queue(home).erase(name)
    Workbench(from_environment(EvaluationSettings).folder(home)).erase(name)
    store.erase(home, name)
    with open_following(home) as following:
        for source in sources:
            following.never_again(source)
    return name
