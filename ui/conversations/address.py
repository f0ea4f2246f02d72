"""What an address asks for: `?c=…` a conversation of one's own, `?q=…&committee=…` a question."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from assistant.answer_json import filters_json
from assistant.assistant import LONGEST
from ui.conversations.turn import Asked
from ui.filters import years
from ui.wording import date_words
from vectorstore.edition import Edition
from vectorstore.errors import SettingsError
from vectorstore.filter_names import as_recorded
from vectorstore.found import Filters, Only

CONVERSATION = "c"
QUESTION = "q"
_FILTERS = ("council", "committee", "since", "until", "only")
# Which filters the words of the question do not set, though they might: "since,committee".
_WITHOUT = "without"


def question_address(asked: Asked) -> str:
    """What follows the question mark of an address that asks a question, its history apart."""
    without = {_WITHOUT: ",".join(sorted(asked.without))} if asked.without else {}
    return urlencode({QUESTION: asked.question, **filters_json(asked.filters), **without})


def asked_by_address(parameters: Mapping[str, str], edition: Edition) -> Asked | None:
    """The question of an address, or only its filters when the question is empty.

    `None` when the address has neither. Days before or after all on record become the first or
    the last of those, which limits no less and no more.

    Raises:
        SettingsError: a value cannot be used; the message says which in one sentence.
    """
    given = {
        name: value
        for name in (QUESTION, *_FILTERS, _WITHOUT)
        if (value := parameters.get(name, "").strip())
    }
    if not given:
        return None
    question = given.get(QUESTION, "")
    if len(question) > LONGEST:
        raise SettingsError(
            f"The question in the address is longer than {LONGEST:,} characters: ask a shorter one."
        )
    limits = Filters(
        council=given.get("council"),
        committee=given.get("committee"),
        since=_day("since", given),
        until=_day("until", given),
        only=_only(given.get("only")),
    )
    return Asked(
        question=question,
        filters=_on_record(as_recorded(limits, edition), edition),
        without=frozenset(_FILTERS).intersection(given.get(_WITHOUT, "").split(",")),
    )


def _day(name: str, given: Mapping[str, str]) -> datetime.date | None:
    value = given.get(name)
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError:
        raise SettingsError(
            f"“{name}” in the address is not a date such as 2025-01-30: correct it."
        ) from None


def _only(value: str | None) -> Only | None:
    if value is None:
        return None
    if value in list(Only):
        return Only(value)
    raise SettingsError(f"“only” in the address can be {' or '.join(Only)}: correct it.")


def _on_record(filters: Filters, edition: Edition) -> Filters:
    """The filters with their days among those that can be chosen."""
    first, last = years(edition.coverage())
    since, until = filters.since, filters.until
    if since and until and since > until:
        raise SettingsError("“since” in the address is after “until”: correct one of them.")
    if since and since > last:
        raise SettingsError(f"The library holds nothing since {date_words(since)}.")
    if until and until < first:
        raise SettingsError(f"The library holds nothing until {date_words(until)}.")
    return replace(filters, since=since and max(since, first), until=until and min(until, last))
