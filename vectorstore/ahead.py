"""Making the next while the last is used."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def ahead(
    make: Callable[[Given], Made], given: Iterable[Given]
) -> Generator[tuple[Given, Made], None, None]:
    """Each with what is made of it, in order; made in a thread while the one before is used.

    Closed early, it waits for the one that is being made and makes no other.

    Raises:
        Exception: what `make` raised, when its turn comes.
    """
    thread = ThreadPoolExecutor(1)
    coming: tuple[Given, Future[Made]] | None = None
    try:
        for each in given:
            following = each, thread.submit(make, each)
            if coming is not None:
                yield coming[0], coming[1].result()
            coming = following
        if coming is not None:
            yield coming[0], coming[1].result()
    finally:
        thread.shutdown(cancel_futures=True)
