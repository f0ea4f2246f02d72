"""The form in which a draft is read and changed until it is a case."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from eval.cases import Case, Evidence
from eval.sources import Place, Sources, occurrences
from ui.evaluation.case_form import (
    case_of,
    fields_of,
    with_evidence,
    with_fact,
    without_evidence,
    without_fact,
)
from ui.wording import count_words, filter_words
from vectorstore.edition import Edition
from vectorstore.errors import LibraryError

_IN_HAND = "drafts_in_hand"
_RELEVANCE = {2: "A complete answer needs it", 1: "Acceptable"}


def show_form(number: int, drafted: Case, edition: Edition) -> Case:
    """Draw the fields of a draft; returns the case as it stands in them."""
    turn, case = _in_hand(number, drafted)
    prefix = _prefix(number, turn)
    for name, value in fields_of(case).items():
        st.session_state.setdefault(prefix + name, value)
    st.text_area("Question, as a person would type it", key=f"{prefix}question", height=68)
    _show_circumstances(case, prefix)
    if st.checkbox("The minutes answer it", key=f"{prefix}answerable"):
        _show_evidence(number, case, prefix, edition)
        _show_facts(number, case, prefix)
    st.text_input("Tags, with commas between them", key=f"{prefix}tags")
    st.text_area("A person’s answer, shown in reports", key=f"{prefix}reference", height=68)
    edited = _read(case, prefix)
    # What is typed outlasts a look at another page.
    st.session_state[_IN_HAND][number] = turn, edited
    return edited


def use_as_evidence(number: int, drafted: Case, evidence: Evidence) -> None:
    """Add a quote of the disliked answer to the evidence."""
    _change(number, drafted, partial(with_evidence, evidence=evidence))


def put_down(number: int) -> None:
    """Forget what was typed for a draft that is settled."""
    st.session_state.get(_IN_HAND, {}).pop(number, None)


def _show_circumstances(case: Case, prefix: str) -> None:
    with st.expander("Asked before, and limits", expanded=bool(case.history)):
        st.text_area(
            "Earlier questions of the same chat, one a line, the oldest first",
            key=f"{prefix}history",
            height=68,
        )
        limits = filter_words(case.filters).values()
        if limits:
            st.text(f"Limited to: {', '.join(limits)}")
            st.checkbox("Keep these limits", key=f"{prefix}limited")


def _show_evidence(number: int, case: Case, prefix: str, edition: Edition) -> None:
    st.header("Evidence")
    st.caption("Every place that a complete answer may cite, word for word.")
    names = list(dict.fromkeys(each.name for each in edition.documents()))
    for at, evidence in enumerate(case.evidence):
        with st.container(border=True):
            known = names if evidence.document in names else [evidence.document, *names]
            st.selectbox(f"Document {at + 1}", known, key=f"{prefix}document_{at}")
            st.text_area(f"Quote {at + 1}", key=f"{prefix}quote_{at}", height=100)
            st.text(placed_words(_read(case, prefix).evidence[at], edition))
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.radio(
                    f"Relevance {at + 1}", list(_RELEVANCE), format_func=_RELEVANCE.__getitem__,
                    horizontal=True, key=f"{prefix}relevance_{at}",
                )  # fmt: skip
                _button(f"Remove quote {at + 1}", partial(without_evidence, at=at), number, case)
    _button("Add evidence", with_evidence, number, case)


def _show_facts(number: int, case: Case, prefix: str) -> None:
    st.header("Facts")
    st.caption(
        "What a good answer holds. A wording proves its fact when it stands in the answer: it must "
        "prove the fact and nothing else, and must not stand in the question."
    )
    for at in range(len(case.nuggets)):
        with st.container(border=True):
            st.text_input(f"Fact {at + 1}", key=f"{prefix}fact_{at}")
            st.text_area(
                f"Wordings that prove fact {at + 1}, one a line",
                key=f"{prefix}match_{at}",
                height=68,
            )
            with st.container(horizontal=True, vertical_alignment="center"):
                st.checkbox(f"Fact {at + 1} is vital", key=f"{prefix}vital_{at}")
                _button(f"Remove fact {at + 1}", partial(without_fact, at=at), number, case)
    _button("Add a fact", with_fact, number, case)


def placed_words(evidence: Evidence, edition: Edition) -> str:
    """Where a quote stands: its paragraph when it stands in the document once."""
    try:
        text = edition.document(evidence.document).text
    except LibraryError:
        return "The library holds no such document."
    places = list(occurrences(evidence.quote, text))
    if len(places) != 1:
        often = count_words(len(places), "time") if places else "nowhere"
        return f"This stands {often} in the document, and must stand there once."
    [(start, end)] = places
    sources = Sources(edition.document)
    place = Place(document=evidence.document, start=start, end=end)
    return f"It stands in: {sources.words(sources.around(place))}"


def _button(words: str, change: Callable[[Case], Case], number: int, case: Case) -> None:
    st.button(words, key=f"{words}_{number}", on_click=_change, args=(number, case, change))


def _change(number: int, drafted: Case, change: Callable[[Case], Case]) -> None:
    """Change the rows of the form; what was typed meanwhile is kept."""
    turn, case = _in_hand(number, drafted)
    edited = _read(case, _prefix(number, turn))
    # Fields have other names from then on: the old ones would keep the values of other rows.
    st.session_state[_IN_HAND][number] = turn + 1, change(edited)


def _read(case: Case, prefix: str) -> Case:
    typed: dict[str, Any] = {
        str(key).removeprefix(prefix): value
        for key, value in st.session_state.items()
        if str(key).startswith(prefix)
    }
    return case_of(typed, case)


def _in_hand(number: int, drafted: Case) -> tuple[int, Case]:
    in_hand: dict[int, tuple[int, Case]] = st.session_state.setdefault(_IN_HAND, {})
    return in_hand.get(number, (0, drafted))


def _prefix(number: int, turn: int) -> str:
    return f"draft_{number}_{turn}_"
