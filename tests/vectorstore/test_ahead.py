"""Making the next while the last is used."""

import threading
from contextlib import closing

import pytest

from vectorstore.ahead import AT_ONCE, ahead

LONG_ENOUGH = 30.0


def test_each_comes_in_order_with_what_was_made_of_it() -> None:
    assert list(ahead(str.upper, "minutes")) == list(zip("minutes", "MINUTES", strict=True))
    assert list(ahead(str.upper, "")) == []


def test_the_next_two_are_made_while_the_last_is_used() -> None:
    begun = {number: threading.Event() for number in range(4)}
    let_go = threading.Event()

    def make(number: int) -> None:
        begun[number].set()
        if number:
            let_go.wait(LONG_ENOUGH)

    with closing(ahead(make, range(4))) as made:
        next(made)
        assert begun[1].wait(LONG_ENOUGH)
        assert begun[2].wait(LONG_ENOUGH)
        let_go.set()


def test_what_went_wrong_is_raised_in_its_turn() -> None:
    made = ahead(lambda number: 6 // number, [3, 0, 1])
    assert next(made) == (3, 2)
    with pytest.raises(ZeroDivisionError):
        next(made)


def test_once_closed_those_under_way_are_waited_for_and_no_other_is_made() -> None:
    begun, ended = [], []
    let_go = threading.Event()

    def make(number: int) -> None:
        begun.append(number)
        if number:
            let_go.wait(LONG_ENOUGH)
        ended.append(number)

    made = ahead(make, range(9))
    next(made)
    threading.Timer(0.2, let_go.set).start()
    made.close()
    assert ended[0] == 0
    assert sorted(ended) == sorted(begun)
    assert len(begun) <= 1 + AT_ONCE
