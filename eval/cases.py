"""Test sets: questions with the evidence and the facts that a good answer has.

A test set is a file of JSON Lines, one case a line. Evidence is a document and a verbatim quote,
never a passage id, so that cutting passages anew does not void a set.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vectorstore.errors import SettingsError
from vectorstore.records import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place that a complete answer may cite.

    Args:
        quote: a verbatim run of the document, white space folded, found once in it.
        relevance: 2 when a complete answer needs it, 1 when it is acceptable.
    """

    document: str
    quote: str
    relevance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nugget:
    """A fact that the answer holds; any one of `match` in the answer's text proves it."""

    fact: str
    vital: bool
    match: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A test question.

    Args:
        history: earlier questions of the same chat, oldest first.
        answerable: false when the documents are silent and a good system says so.
    """

    id: str
    question: str
    history: tuple[str, ...]
    filters: Filters
    answerable: bool
    evidence: tuple[Evidence, ...]
    nuggets: tuple[Nugget, ...]
    tags: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a test set.

    Raises:
        SettingsError: the file cannot be read, or a line is not a case.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SettingsError(f"The test set {path} cannot be read: {error.strerror}.") from error
    cases = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            cases.append(_case(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(f"Line {number} of {path} is not a case ({error}).") from error
    return cases


def _case(line: Mapping[str, Any]) -> Case:
    filters = line.get("filters") or {}
    return Case(
        id=line["id"],
        question=line["question"],
        history=tuple(line.get("history") or ()),
        filters=Filters(
            council=filters.get("council"),
            committee=filters.get("committee"),
            since=_date(filters.get("since")),
            until=_date(filters.get("until")),
        ),
        answerable=line["answerable"],
        evidence=tuple(
            Evidence(document=one["document"], quote=one["quote"], relevance=one["relevance"])
            for one in line["evidence"]
        ),
        nuggets=tuple(
            Nugget(fact=one["fact"], vital=one["vital"], match=tuple(one["match"]))
            for one in line["nuggets"]
        ),
        tags=tuple(line.get("tags") or ()),
    )


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
