"""What the next question is limited to: chosen in a popover, shown as in force, removable."""

import datetime
from collections import Counter

import streamlit as st

from ui.components.choices import chosen, show_choices
from ui.wording import ONLY_WORDS, filter_words
from vectorstore.edition import Edition
from vectorstore.found import Coverage, Filters, Only

_CHIPS, _REMOVALS = "filters_in_force", "filter_removals"


def show_filters(edition: Edition) -> Filters:
    """The popover with the filters and, beside it, those in force; returns what is chosen."""
    with st.popover("Filters", icon=":material/tune:"):
        filters = _controls(edition)
    if filters.since and filters.until and filters.since > filters.until:
        st.caption("No meeting can lie between these dates: “From” is after “Until”.")
    words = filter_words(filters)
    if words:
        show_choices(
            words, label="Limited to", action="Remove", key=_CHIPS, on_chosen=_remove_chosen
        )
    return filters


def limit_to(filters: Filters) -> None:
    """Put filters in force in place of those that are; `show_filters` shows them when it is next
    called."""
    removals: Counter[str] = st.session_state.setdefault(_REMOVALS, Counter())
    for name in ("council", "committee", "since", "until", "only"):
        removals[name] += 1
        if (value := getattr(filters, name)) is not None:
            st.session_state[_key(name)] = value


def _controls(edition: Edition) -> Filters:
    earliest, latest = years(edition.coverage())
    councils, committees = edition.councils(), edition.committees()
    return Filters(
        council=st.selectbox(
            "Council", councils, index=None, placeholder="All councils", key=_key("council")
        )
        if len(councils) > 1
        else None,
        committee=st.selectbox(
            "Committee", committees, index=None, placeholder="All committees",
            key=_key("committee"),
        ),
        since=_date("From", "since", earliest, latest),
        until=_date("Until", "until", earliest, latest),
        only=st.selectbox(
            "Part", list(Only), index=None, placeholder="All that was said and decided",
            format_func=ONLY_WORDS.__getitem__, key=_key("only"),
        ),
    )  # fmt: skip


def _date(
    label: str, name: str, earliest: datetime.date, latest: datetime.date
) -> datetime.date | None:
    picked = st.date_input(
        label,
        value=None,
        min_value=earliest,
        max_value=latest,
        format="DD/MM/YYYY",
        key=_key(name),
        help="Meetings whose date is not recorded are always searched.",
    )
    return picked if isinstance(picked, datetime.date) else None


def years(coverage: Coverage) -> tuple[datetime.date, datetime.date]:
    """From the first day of the first year on record to the last day of this year or the last."""
    today = datetime.date.today()
    first, last = coverage.first_date or today, coverage.last_date or today
    return datetime.date(first.year, 1, 1), datetime.date(max(last, today).year, 12, 31)


def _key(name: str) -> str:
    """The key of a filter's widget: another one each time that its filter was removed.

    A widget in a closed popover would not hear of a value that is set for it, and would send
    its old one again.
    """
    removals: Counter[str] = st.session_state.setdefault(_REMOVALS, Counter())
    return f"filter_{name}_{removals[name]}"


def _remove_chosen() -> None:
    removals: Counter[str] = st.session_state[_REMOVALS]
    removals[chosen(_CHIPS) or ""] += 1
