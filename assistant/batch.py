"""Questions from a file of JSON Lines, answered one after another.

A line that is not a question, or whose question fails, gets an error; the others are answered.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.answer import SCHEMA, Answer
from assistant.answer_json import answer_json
from assistant.assistant import Assistant
from vectorstore.errors import MinutesError
from vectorstore.found import NO_FILTERS, Filters, Only

_FILTERS = ("council", "committee", "since", "until", "only")
_FORM = 'a line is an object such as {"id": "1", "question": "potholes"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchQuestion:
    """A question of a batch.

    Args:
        line: counted from 1.
        id: as the line gives it, to be handed back with the answer; `None` when it has none.
        history: earlier questions of the same chat, oldest first.
    """

    line: int
    id: Any
    question: str
    history: tuple[str, ...] = ()
    filters: Filters = NO_FILTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A line that got no answer.

    Args:
        line: counted from 1.
        id: as far as it can be made out, else `None`.
        reason: one sentence: what is wrong and what to do.
    """

    line: int
    id: Any
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question of a batch with its answer."""

    question: BatchQuestion
    answer: Answer


def answer_batch(assistant: Assistant, lines: Iterable[bytes]) -> Iterator[Answered | Unanswered]:
    """The answer of each line that is not blank, in order, each as soon as it is there."""
    for question in read_batch(lines):
        if isinstance(question, Unanswered):
            yield question
            continue
        try:
            answer = assistant.ask(question.question, question.history, question.filters)
        except MinutesError as error:
            reason = f"Line {question.line}: {error}"
            yield Unanswered(line=question.line, id=question.id, reason=reason)
        else:
            yield Answered(question=question, answer=answer)


def batch_json(outcome: Answered | Unanswered) -> dict[str, Any]:
    """A line of a batch's output: an answer with its `id`, or an error."""
    if isinstance(outcome, Answered):
        return {"id": outcome.question.id, **answer_json(outcome.answer)}
    return {
        "id": outcome.id,
        "schema": SCHEMA,
        "line": outcome.line,
        "error": outcome.reason,
    }


def read_batch(lines: Iterable[bytes]) -> Iterator[BatchQuestion | Unanswered]:
    """One question or one bad line for each line that is not blank, in order.

    Keys that a question does not have are left alone, so that a test set is a batch as well;
    an unknown filter is not, for an answer without it would go by the wrong minutes.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        given: Any = None
        try:
            given = json.loads(line.decode("utf-8-sig"))
            yield _question(number, given)
        except (ValueError, RecursionError) as error:
            identity = given.get("id") if isinstance(given, dict) else None
            yield Unanswered(line=number, id=identity, reason=f"Line {number}: {_reason(error)}.")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8; save the file as UTF-8"
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return f"it is not JSON; {_FORM}"
    return str(error)


def _question(line: int, given: Any) -> BatchQuestion:
    if not isinstance(given, dict):
        raise ValueError(f"it is not an object; {_FORM}")
    question = given.get("question")
    if not isinstance(question, str) or not question.strip():
        raise ValueError(f"it has no question; {_FORM}")
    history = given.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise ValueError("its history is not a list of earlier questions")
    return BatchQuestion(
        line=line,
        id=given.get("id"),
        question=question,
        history=tuple(history),
        filters=_filters(given.get("filters") or {}),
    )


def _filters(given: Any) -> Filters:
    if not isinstance(given, dict):
        raise ValueError(f"its filters are not an object with any of {', '.join(_FILTERS)}")
    if unknown := sorted(given.keys() - set(_FILTERS)):
        raise ValueError(f"it has the unknown filter {unknown[0]!r}; use {', '.join(_FILTERS)}")
    in_force = {name: value for name, value in given.items() if value is not None}
    for name, value in in_force.items():
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"its filter {name!r} is not text in quotation marks")
    return Filters(
        council=in_force.get("council"),
        committee=in_force.get("committee"),
        since=_date("since", in_force),
        until=_date("until", in_force),
        only=_only(in_force.get("only")),
    )


def _date(name: str, filters: dict[str, str]) -> datetime.date | None:
    value = filters.get(name)
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"its filter {name!r} is not a date such as 2025-01-30") from None


def _only(value: str | None) -> Only | None:
    if value is None:
        return None
    if value in list(Only):
        return Only(value)
    raise ValueError(f"its filter 'only' is not {' or '.join(Only)}")
