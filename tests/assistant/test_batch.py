"""Questions as JSON Lines: a bad line is told apart and stops none of the others."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.batch import BatchQuestion, Unanswered, batch_json, read_batch
from vectorstore.found import Filters, Only


def only(line: bytes) -> BatchQuestion | Unanswered:
    [read] = read_batch([line])
    return read


def test_a_line_gives_its_question_with_history_and_filters() -> None:
    line = {
        "id": "q7",
        "question": "and in 2023?",
        "history": ["potholes"],
        "filters": {
            "committee": "Cabinet",
            "since": "2023-01-01",
            "until": None,
            "only": "decided",
        },
        "answerable": True,
    }
    read = only(json.dumps(line).encode())
    assert isinstance(read, BatchQuestion)
    assert (read.line, read.id, read.question, read.history) == (
        1, "q7", "and in 2023?", ("potholes",),
    )  # fmt: skip
    assert read.filters == Filters(committee="Cabinet", since=read.filters.since, only=Only.DECIDED)
    assert str(read.filters.since) == "2023-01-01"


def test_blank_lines_and_a_byte_order_mark_do_not_matter() -> None:
    lines = [b'\xef\xbb\xbf{"question": "one"}\r\n', b"\r\n", b'{"question": "two"}']
    assert [(read.line, read.id) for read in read_batch(lines)] == [(1, None), (3, None)]
    assert all(isinstance(read, BatchQuestion) for read in read_batch(lines))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"potholes", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b'"potholes"', "is not an object"),
        (b'{"id": 4, "question": "  "}', "has no question"),
        (b'{"id": 4, "question": 7}', "has no question"),
        (b'{"id": 4, "question": "x", "history": "y"}', "history"),
        (b'{"id": 4, "question": "x", "filters": {"body": "y"}}', "unknown filter 'body'"),
        (b'{"id": 4, "question": "x", "filters": {"since": "soon"}}', "'since' is not a date"),
        (b'{"id": 4, "question": "x", "filters": {"until": 2024}}', "'until' is not text"),
        (b'{"id": 4, "question": "x", "filters": {"only": "said"}}', "'only' is not decided"),
        (b'{"id": 4, "question": "x", "filters": ["Cabinet"]}', "not an object"),
        (b'{"question": "caf\xe9"}', "is not UTF-8"),
    ],
)
def test_a_line_that_is_not_a_question_says_why(line: bytes, told: str) -> None:
    read = only(line)
    assert isinstance(read, Unanswered)
    assert told in read.reason
    assert read.reason.startswith("Line 1: ")
    assert read.id == (4 if b'"id": 4' in line else None)


def test_an_error_keeps_its_id_and_line() -> None:
    assert batch_json(Unanswered(line=3, id="q", reason="Line 3: no.")) == {
        "id": "q",
        "schema": 1,
        "line": 3,
        "error": "Line 3: no.",
    }


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["question", "filters", "since"]), inner)
    ),
)


@given(st.lists(st.binary() | _JSON.map(lambda value: json.dumps(value).encode())))
def test_every_line_that_is_not_blank_is_read_or_told_apart(lines: list[bytes]) -> None:
    read = list(read_batch(lines))
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    assert [each.line for each in read] == filled
