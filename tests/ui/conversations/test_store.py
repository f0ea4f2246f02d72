"""Conversations as they are kept."""

import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Seconds
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from tests.ui.answers import answer, citation, reference, sentence
from ui.conversations.store import ERASED, FILE, FROM_ELSEWHEN, LONGEST_TITLE, Store, erase
from ui.conversations.turn import Answered, Asked, Failed, Turn
from ui.conversations.verdict import Reason, Verdict
from ui.library.forgetting import forget
from ui.surroundings import Surroundings, quote_alone, surroundings
from vectorstore.errors import LibraryError
from vectorstore.found import Filters
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

LATE = "The ferry was late."


def answered(text: str = LATE, document: str = "cabinet.pdf") -> Answered:
    """An answer of one sentence from a document."""
    cited = citation(quote=text, of=replace(reference(), document=document))
    return Answered(
        answer=answer(sentence(text, 1), citations=(cited,)), surroundings={1: quote_alone(cited)}
    )


def keep(
    store: Store, conversation: str, question: str = "ferries", whole: Answered | None = None
) -> Turn:
    """Keep a turn; gives back what was asked."""
    turn = Turn(Asked(question=question))
    store.keep(conversation, turn, whole or answered())
    return turn


def titles(store: Store, search: str = "") -> list[str]:
    return [each.title for each in store.listed(search, most=10)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "ann")


def test_a_turn_comes_back_as_it_was(store: Store) -> None:
    asked = Asked(
        question="and in May?", filters=Filters(committee="Cabinet"), history=("ferries",)
    )
    turn = Turn(asked)
    store.keep("c1", turn, answered())
    [kept] = store.turns("c1")
    assert (kept.id, kept.asked, kept.asked_at) == (turn.id, asked, turn.asked_at)
    assert (kept.outcome, kept.verdict) == (answered(), None)


@pytest.mark.parametrize(
    "question", ["potholes", "what was decided about libraries?", "mermaids", "and then?"]
)
def test_a_real_answer_comes_back_as_it_was(store: Store, sample_home: Path, question: str) -> None:
    library = open_library(LibrarySettings(home=sample_home))
    given_ = Assistant(library, AssistantSettings(chat_model=None)).ask(question)
    whole = Answered(
        answer=given_,
        surroundings={
            each.number: surroundings(library.current(), each) for each in given_.citations
        },
    )
    keep(store, "c1", question, whole)
    assert store.turns("c1")[0].outcome == whole


_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_ANSWERS = st.builds(
    Answer,
    evidence_score=st.none() | _NUMBERS,
    seconds=st.builds(Seconds, total=_NUMBERS, find=_NUMBERS),
)


@settings(max_examples=25)
@given(
    st.builds(
        Answered,
        answer=_ANSWERS,
        surroundings=st.dictionaries(st.integers(1, 9), st.from_type(Surroundings), max_size=3),
        stopped=st.booleans(),
    ),
    st.from_type(Asked),
)
def test_any_answer_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, whole: Answered, asked: Asked
) -> None:
    store = Store(tmp_path_factory.mktemp("home"), "ann")
    store.keep("c1", Turn(asked), whole)
    [kept] = store.turns("c1")
    assert kept.outcome == whole
    assert kept.asked == asked


def test_turns_come_in_the_order_in_which_they_were_asked(store: Store) -> None:
    first, second = Turn(Asked(question="first")), Turn(Asked(question="second"))
    store.keep("c1", second, answered())
    store.keep("c1", first, answered())
    assert [turn.question for turn in store.turns("c1")] == ["first", "second"]


def test_the_conversation_used_last_comes_first(store: Store) -> None:
    keep(store, "c1", "ferries")
    keep(store, "c2", "potholes")
    assert titles(store) == ["potholes", "ferries"]
    keep(store, "c1", "and then?")
    assert titles(store) == ["ferries", "potholes"]
    assert len(store.listed(most=1)) == 1


def test_a_search_looks_in_titles_questions_and_answers_for_every_word(store: Store) -> None:
    keep(store, "c1", "ferries", answered("Späte FÄHREN were counted."))
    keep(store, "c1", "and the cost?", answered("It cost 40%."))
    keep(store, "c2", "potholes")
    store.rename("c2", "For the Chair_man")
    assert titles(store, "fähren") == ["ferries"]
    assert titles(store, "counted COST 40%") == ["ferries"]
    assert titles(store, "counted potholes") == []
    assert titles(store, "chair_man late") == ["For the Chair_man"]
    assert titles(store, "%") == ["ferries"]


def test_a_conversation_is_called_by_its_first_question_until_it_is_renamed(store: Store) -> None:
    keep(store, "c1", "  ferries\nin winter " + "x" * 999)
    keep(store, "c1", "second")
    [title] = titles(store)
    assert title.startswith("ferries in winter x")
    assert len(title) == LONGEST_TITLE
    store.rename("c1", " The   ferry ")
    store.rename("c1", "  ")
    assert titles(store) == ["The ferry"]


def test_what_is_deleted_is_gone_from_the_file(store: Store, tmp_path: Path) -> None:
    keep(store, "c1", "a question about ferries")
    keep(store, "c2", "potholes")
    store.delete("c1")
    assert titles(store) == ["potholes"]
    assert store.turns("c1") == []
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"a question about ferries" not in left
    assert b"potholes" in left


def test_a_verdict_is_kept_with_its_turn(store: Store) -> None:
    turn = keep(store, "c1")
    verdict = Verdict(helpful=False, reasons=(Reason.MISSING,), remark="The vote.")
    store.judge(turn.id, verdict)
    assert store.turns("c1")[0].verdict == verdict


def test_two_owners_never_reach_each_other_s(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path, "bob")
    turn = keep(store, "c1", "mine")
    assert other.listed(most=10) == []
    assert other.listed("mine", most=10) == []
    assert other.turns("c1") == []
    other.rename("c1", "stolen")
    other.delete("c1")
    other.judge(turn.id, Verdict(helpful=False))
    keep(other, "c1", "theirs")
    assert titles(store) == ["mine"]
    assert titles(other) == ["theirs"]
    [kept] = store.turns("c1")
    assert (kept.question, kept.verdict) == ("mine", None)


def test_erasing_a_document_erases_every_answer_that_quotes_it(
    store: Store, tmp_path: Path
) -> None:
    keep(store, "c1", "ferries", answered("The captain was drunk.", document="secret.pdf"))
    keep(store, "c1", "potholes", answered("There were 40."))
    keep(Store(tmp_path, "bob"), "c1", "boats", answered("A drunk captain.", "secret.pdf"))
    erase(tmp_path, "secret.pdf")
    first, second = store.turns("c1")
    assert (first.question, first.outcome) == ("ferries", Failed(message=ERASED))
    assert isinstance(second.outcome, Answered)
    assert titles(store, "drunk") == []
    assert b"drunk" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_forgetting_a_document_erases_it_from_conversations_too(
    sample_home: Path, tmp_path: Path
) -> None:
    home = shutil.copytree(sample_home, tmp_path / "home")
    library = open_library(LibrarySettings(home=home))
    document = library.current().documents()[0].name
    keep(Store(home, "ann"), "c1", whole=answered("Nobody is to read this.", document))
    forget(library, document)
    assert Store(home, "ann").turns("c1")[0].outcome == Failed(message=ERASED)


def test_erasing_where_nothing_is_kept_makes_no_file(tmp_path: Path) -> None:
    erase(tmp_path, "secret.pdf")
    assert Store(tmp_path, "ann").listed(most=1) == []
    assert list(tmp_path.iterdir()) == []


def test_an_answer_of_another_version_leaves_its_question(store: Store, tmp_path: Path) -> None:
    keep(store, "c1")
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE turns SET kept = '{\"answer\": 7}'")
    [turn] = store.turns("c1")
    assert (turn.question, turn.outcome) == ("ferries", Failed(message=FROM_ELSEWHEN))


def test_a_file_of_another_version_or_none_of_ours_is_refused_in_a_sentence(
    store: Store, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="another version"):
        keep(store, "c1")
    (tmp_path / FILE).write_bytes(b"no database, but long enough to be looked at" * 99)
    with pytest.raises(LibraryError, match="cannot be kept"):
        store.listed(most=1)


def test_many_may_keep_at_once(tmp_path: Path) -> None:
    def several(owner: str) -> None:
        for number in range(5):
            keep(Store(tmp_path, owner), f"c{number}")

    threads = [threading.Thread(target=several, args=(f"owner {each}",)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [len(Store(tmp_path, f"owner {each}").listed(most=10)) for each in range(8)]
    assert kept == [5] * 8
