"""Making the next while the last is used."""

import threading
from contextlib import closing

import pytest

from vectorstore.ahead import ahead

LONG_ENOUGH = 30.0


def test_each_comes_in_order_with_what_was_made_of_it() -> None:
    assert list(ahead(str.upper, "minutes")) == list(zip("minutes", "MINUTES", strict=True))
    assert list(ahead(str.upper, "")) == []


def test_the_next_is_made_while_the_last_is_used() -> None:
    begun = {number: threading.Event() for number in range(3)}

    def make(number: int) -> None:
        begun[number].set()

    with closing(ahead(make, range(3))) as made:
        next(made)
        assert begun[1].wait(LONG_ENOUGH)


def test_what_went_wrong_is_raised_in_its_turn() -> None:
    made = ahead(lambda number: 6 // number, [3, 0, 1])
    assert next(made) == (3, 2)
    with pytest.raises(ZeroDivisionError):
        next(made)


def test_once_closed_no_other_is_made() -> None:
    asked = []
    let_go = threading.Event()

    def make(number: int) -> int:
        asked.append(number)
        if number == 1:
            let_go.wait(LONG_ENOUGH)
        return number

    made = ahead(make, range(5))
    next(made)
    threading.Timer(0.2, let_go.set).start()
    made.close()
    assert asked in ([0], [0, 1])
