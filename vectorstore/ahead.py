"""Making the next while the last is used."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

# So many are made at once: when one is done, the one after it is under way already.
AT_ONCE = 2


def ahead(
    make: Callable[[Given], Made], given: Iterable[Given]
) -> Generator[tuple[Given, Made], None, None]:
    """Each with what is made of it, in order; made in threads while the ones before are used.

    Closed early, it waits for those that are being made and makes no other.

    Raises:
        Exception: what `make` raised, when its turn comes.
    """
    threads = ThreadPoolExecutor(AT_ONCE)
    coming: deque[tuple[Given, Future[Made]]] = deque()
    try:
        for each in given:
            coming.append((each, threads.submit(make, each)))
            if len(coming) > AT_ONCE:
                yield _next_of(coming)
        while coming:
            yield _next_of(coming)
    finally:
        threads.shutdown(cancel_futures=True)


def _next_of(coming: deque[tuple[Given, Future[Made]]]) -> tuple[Given, Made]:
    each, made = coming.popleft()
    return each, made.result()
