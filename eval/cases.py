"""Test sets: questions with the evidence and the facts that a good answer has.

A test set is a file of JSON Lines, one case a line. Evidence is a document and a verbatim quote,
never a passage id, so that cutting passages anew does not void a set.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vectorstore.errors import SettingsError
from vectorstore.found import Filters, Only

_FILTERS = ("council", "committee", "since", "until", "only")
_KINDS = {str: "text", int: "a whole number", bool: "true or false", list: "a list"}


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
        reference: a person's answer; `None` when there is none.
    """

    id: str
    question: str
    history: tuple[str, ...]
    filters: Filters
    answerable: bool
    evidence: tuple[Evidence, ...]
    nuggets: tuple[Nugget, ...]
    tags: tuple[str, ...]
    reference: str | None = None


def read_cases(path: Path) -> list[Case]:
    """The cases of a test set.

    Raises:
        SettingsError: the file cannot be read, or a line is not a case.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"The test set {path} cannot be read: {error.strerror}.") from error
    return cases_in(content, str(path))


def cases_in(content: bytes, name: str) -> list[Case]:
    """The cases of a test set's bytes.

    Raises:
        SettingsError: they are not UTF-8, or a line is not a case; the message has the name.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"The test set {name} is not UTF-8: save it as UTF-8.") from error
    cases: dict[str, Case] = {}
    # Only a line feed ends a line: JSON allows the other separators within its strings.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            case = case_from_json(json.loads(line))
            if case.id in cases:
                raise ValueError(f"the id {case.id!r} is taken by an earlier line")
        except (ValueError, RecursionError) as error:
            raise SettingsError(f"Line {number} of {name} is not a case: {error}.") from error
        cases[case.id] = case
    return list(cases.values())


def write_cases(path: Path, cases: Iterable[Case]) -> None:
    """Put a test set in place of the one before, whole."""
    lines = [json.dumps(case_json(case), ensure_ascii=False) for case in cases]
    following = path.with_name(f"{path.name}.next")
    following.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    following.replace(path)


def case_from_json(line: Any) -> Case:
    """A case as a test set gives it.

    Raises:
        ValueError: it is not a case; the message says what is wrong.
    """
    return Case(
        id=str(_field(line, "id", str, int)),
        question=_field(line, "question", str),
        history=_texts(line.get("history") or [], "history"),
        filters=_filters(line.get("filters") or {}),
        answerable=_field(line, "answerable", bool),
        evidence=tuple(_evidence(one) for one in _field(line, "evidence", list)),
        nuggets=tuple(_nugget(one) for one in _field(line, "nuggets", list)),
        tags=_texts(line.get("tags") or [], "tags"),
        reference=_field(line, "reference", str) if line.get("reference") is not None else None,
    )


def case_json(case: Case) -> dict[str, Any]:
    """A case as a line of a test set; without a reference the key is left out."""
    limits = {name: getattr(case.filters, name) for name in _FILTERS}
    return {
        "id": case.id,
        "question": case.question,
        "history": list(case.history),
        "filters": {name: str(value) for name, value in limits.items() if value is not None},
        "answerable": case.answerable,
        "evidence": [
            {"document": each.document, "quote": each.quote, "relevance": each.relevance}
            for each in case.evidence
        ],
        "nuggets": [
            {"fact": each.fact, "vital": each.vital, "match": list(each.match)}
            for each in case.nuggets
        ],
        "tags": list(case.tags),
    } | ({} if case.reference is None else {"reference": case.reference})


def _evidence(given: Any) -> Evidence:
    relevance = _field(given, "relevance", int)
    if relevance not in (1, 2):
        raise ValueError(f"the relevance {relevance} is neither 1 nor 2")
    return Evidence(
        document=_field(given, "document", str),
        quote=_field(given, "quote", str),
        relevance=relevance,
    )


def _nugget(given: Any) -> Nugget:
    return Nugget(
        fact=_field(given, "fact", str),
        vital=_field(given, "vital", bool),
        match=_texts(_field(given, "match", list), "match"),
    )


def _filters(given: Any) -> Filters:
    if not isinstance(given, dict) or given.keys() - set(_FILTERS):
        raise ValueError(f"its filters are not an object with any of {', '.join(_FILTERS)}")
    in_force = {name: _field(given, name, str) for name in given if given[name] is not None}
    return Filters(
        council=in_force.get("council"),
        committee=in_force.get("committee"),
        since=_date(in_force.get("since")),
        until=_date(in_force.get("until")),
        only=Only(in_force["only"]) if "only" in in_force else None,
    )


def _field(given: Any, name: str, *kinds: type) -> Any:
    """A value of one of some kinds; a text where a list belongs would be taken for letters."""
    if not isinstance(given, dict):
        raise ValueError("it is not an object")
    if not isinstance(given.get(name), kinds):
        wanted = " or ".join(_KINDS[kind] for kind in kinds)
        raise ValueError(f"{name!r} is missing or is not {wanted}")
    return given[name]


def _texts(given: Any, name: str) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ValueError(f"{name!r} is not a list of texts")
    return tuple(given)


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
