"""How far an ingestion or an evaluation is, as a bar on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ingest.job import Progress, Stage

if TYPE_CHECKING:  # it brings the assistant, which an ingestion does without
    from eval.evaluation import Progress as Evaluated

_WORDS = {Stage.READ: "Reading", Stage.EMBED: "Embedding", Stage.PUBLISH: "Publishing"}


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """What to tell the progress of an ingestion to; nothing is shown where nobody watches."""
    with _bar() as move:
        yield lambda told: move(_WORDS[told.stage], told.done, told.total)


@contextmanager
def evaluating() -> "Iterator[Callable[[Evaluated], None]]":
    """The same for an evaluation."""
    with _bar() as move:
        yield lambda told: move(f"Asking {told.system}", told.done, told.total)


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)

        def move(doing: str, done: int, total: int) -> None:
            bar.update(task, description=doing, completed=done, total=total)

        yield move
