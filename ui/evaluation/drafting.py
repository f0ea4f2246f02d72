"""Drafts of cases, read one by one: each is accepted, changed and accepted, or turned down."""

import streamlit as st

from eval.cases import Case, Evidence
from eval.drafts.accepting import accept, texts_of
from eval.drafts.draft import Draft, Origin, State
from eval.drafts.proposing import propose
from eval.drafts.queue import Queue
from eval.workbench import Workbench
from ui import opened
from ui.components.notice import show_problem
from ui.evaluation.case_form import to_accept
from ui.evaluation.cases import place_of
from ui.evaluation.editing import put_down, show_form, use_as_evidence
from ui.wording import count_words
from vectorstore.edition import Edition
from vectorstore.errors import SettingsError

_TOLD = "drafts_told"
_ORIGINS = {Origin.LIBRARY: "proposed from the library", Origin.THUMBS_DOWN: "a disliked answer"}
_PROPOSED, _MOST = 30, 200


def show_drafting(edition: Edition, workbench: Workbench) -> None:
    """The drafts that wait, the first of them opened."""
    queue = Queue(opened.library().settings.home)
    if _TOLD in st.session_state:
        st.text(st.session_state.pop(_TOLD))
    waiting = {draft.id: draft for draft in queue.drafts(State.WAITING)}
    if not waiting:
        st.text("No draft waits. Answers that people dislike come here by themselves.")
    _show_proposing(edition, queue)
    if not waiting:
        return
    number = st.selectbox(
        f"Draft ({count_words(len(waiting), 'waits', 'wait')})",
        list(waiting),
        format_func=lambda number: draft_words(waiting[number]),
    )
    draft = waiting[number]
    if draft.answer is not None:
        _show_answer(draft)
    case = show_form(number, draft.case, edition)
    _show_decision(queue, draft, case, edition, workbench)


def draft_words(draft: Draft) -> str:
    """A draft in a line."""
    return f"{draft.case.question} ({_ORIGINS[draft.origin]})"


def _show_proposing(edition: Edition, queue: Queue) -> None:
    with st.expander("Propose cases from the library"):
        st.markdown(
            "Definitions, figures and decisions that the minutes hold become drafts, and some "
            "questions that the minutes do not answer. Reword each before you accept it: it has "
            "the words of its evidence, which makes it easy."
        )
        count = st.number_input("How many at most", 1, _MOST, _PROPOSED)
        if st.button("Propose"):
            names = dict.fromkeys(each.name for each in edition.documents())
            with st.spinner("Reading the minutes…"):
                cases = propose([edition.document(name) for name in names], int(count))
                added = queue.propose(cases, edition=edition.name)
            st.session_state[_TOLD] = f"{count_words(added, 'new draft')}."
            st.rerun()


def _show_answer(draft: Draft) -> None:
    """The answer that was disliked, whose quotes can be taken for evidence."""
    answer = draft.answer or {}
    with st.container(border=True):
        st.header("The answer that was disliked")
        if draft.note:
            st.text(f"Said of it: {draft.note}")
        st.text(answer["text"])
        for citation in answer["citations"]:
            st.text(f"[{citation['number']}] “{citation['quote']}”\n{place_of(citation)}")
            evidence = Evidence(document=citation["document"], quote=citation["quote"], relevance=2)
            st.button(
                f"Use quote {citation['number']} as evidence",
                key=f"use_{draft.id}_{citation['number']}",
                on_click=use_as_evidence,
                args=(draft.id, draft.case, evidence),
            )
        st.caption(f"Of edition {draft.edition}.")


def _show_decision(
    queue: Queue, draft: Draft, case: Case, edition: Edition, workbench: Workbench
) -> None:
    st.header("Is it a case?")
    names = [path.stem for path in workbench.sets()]
    chosen = st.selectbox(
        "Test set", names, index=0 if names else None, accept_new_options=True,
        placeholder="Choose one, or type a new name",
    )  # fmt: skip
    read = st.checkbox(
        "I have read the question, its evidence and its facts, and they are right",
        key=f"read_{draft.id}",
    )
    with st.container(horizontal=True):
        accepted = st.button("Accept", type="primary", disabled=not (read and chosen))
        if st.button("Reject"):
            queue.settle(draft.id, State.REJECTED)
            _settled(draft, "The draft is turned down for good.")
    if accepted and chosen:
        try:
            settled = to_accept(case)
            testset = workbench.set_named(chosen)
            accept(queue, draft, settled, testset, texts_of([settled], edition))
        except SettingsError as error:
            show_problem(str(error))
        else:
            _settled(draft, f"The case is now in {testset.name}.")


def _settled(draft: Draft, told: str) -> None:
    put_down(draft.id)
    st.session_state[_TOLD] = told
    st.rerun()
