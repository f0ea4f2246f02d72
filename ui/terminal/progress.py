"""How far an ingestion is, as a bar on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ingest.job import Progress, Stage

_WORDS = {Stage.READ: "Reading", Stage.EMBED: "Embedding", Stage.PUBLISH: "Publishing"}


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """What to tell the progress to; nothing is shown where nobody watches."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)

        def tell(told: Progress) -> None:
            bar.update(task, description=_WORDS[told.stage], completed=told.done, total=told.total)

        yield tell
