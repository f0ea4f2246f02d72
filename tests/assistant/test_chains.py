"""The library and the assistant inside LangChain, over the sample minutes."""

import asyncio
import datetime
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from assistant.answer import Answer, AnswerSentence
from assistant.assistant import Assistant
from assistant.chains import Asked, MinutesRetriever, minutes_runnable
from assistant.settings import AssistantSettings
from vectorstore.embedding import Embedder
from vectorstore.errors import SettingsError
from vectorstore.found import Filters
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

ROOT = Path(__file__).parents[2]
QUESTION = "What was decided about e-scooters?"
CITATION = {
    "document", "title", "council", "committee", "date", "item", "item_title", "paragraph",
    "page", "url", "passage", "status", "start", "end",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(sample_home: Path, embedder: Embedder) -> Library:
    library = open_library(LibrarySettings(home=sample_home))
    library.embedder = embedder
    return library


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return Assistant(library, AssistantSettings(chat_model=None))


def test_a_document_is_the_verbatim_passage_with_all_that_a_citation_has(library: Library) -> None:
    found = MinutesRetriever(library=library, k=4).invoke("e-scooters")
    assert len(found) == 4
    edition = library.current()
    for document in found:
        held = edition.passage(document.metadata["passage"])
        assert document.page_content == held.text
        whole = edition.document(document.metadata["document"])
        words = whole.words(document.metadata["start"], document.metadata["end"])
        assert document.page_content == words
        assert document.metadata.keys() >= CITATION
        assert document.metadata["edition"] == edition.name
        assert json.loads(json.dumps(document.metadata)) == document.metadata
    scores = [document.metadata["score"] for document in found]
    assert all(first >= second for first, second in pairwise(scores))


def test_a_retriever_keeps_to_its_filters(library: Library) -> None:
    filters = Filters(committee="Cabinet", since=datetime.date(2023, 1, 1))
    found = MinutesRetriever(library=library, filters=filters).invoke("budget")
    assert found
    for document in found:
        assert document.metadata["committee"] == "Cabinet"
        assert document.metadata["date"] >= "2023-01-01"


def test_a_retriever_goes_into_a_chain(library: Library) -> None:
    def committees(documents: list[Document]) -> set[str]:
        return {document.metadata["committee"] for document in documents}

    chain = MinutesRetriever(library=library, k=10) | RunnableLambda(committees)
    assert "Cabinet" in chain.invoke("e-scooter trial approved")


def test_the_runnable_answers_as_the_assistant_does(assistant: Assistant) -> None:
    answer = minutes_runnable(assistant).invoke(QUESTION)
    assert isinstance(answer, Answer)
    assert answer.sentences == assistant.ask(QUESTION).sentences
    assert answer.citations


def test_the_runnable_streams_sentences_and_then_the_answer(assistant: Assistant) -> None:
    *sentences, answer = minutes_runnable(assistant).stream(QUESTION)
    assert isinstance(answer, Answer)
    assert all(isinstance(sentence, AnswerSentence) for sentence in sentences)
    assert tuple(sentences) == answer.sentences


def test_the_runnable_takes_history_and_filters_by_value_or_by_name(assistant: Assistant) -> None:
    runnable = minutes_runnable(assistant)
    filters = Filters(committee="Cabinet", since=datetime.date(2023, 1, 1))
    named = {"committee": "Cabinet", "since": "2023-01-01"}
    history = [QUESTION]
    by_value = runnable.invoke(
        {"question": "who opposed it?", "history": history, "filters": filters}
    )
    by_name = runnable.invoke({"question": "who opposed it?", "history": history, "filters": named})
    assert by_value.filters == by_name.filters == filters
    assert by_value.standalone_question == by_name.standalone_question != "who opposed it?"


@pytest.mark.parametrize(
    "filters", [{"since": "last year"}, {"borough": "Netherby"}, {"only": "said"}]
)
def test_filters_that_cannot_be_used_are_refused(
    assistant: Assistant, filters: dict[str, str]
) -> None:
    with pytest.raises(SettingsError, match="council, committee, since and until"):
        minutes_runnable(assistant).invoke({"question": QUESTION, "filters": filters})


def test_the_runnable_answers_several_at_once_and_asynchronously(assistant: Assistant) -> None:
    runnable = minutes_runnable(assistant)
    questions: list[str | Asked] = [QUESTION, "library opening hours"]
    texts = [runnable.invoke(question).text for question in questions]
    assert [answer.text for answer in runnable.batch(questions)] == texts
    assert asyncio.run(runnable.ainvoke(QUESTION)).text == texts[0]


def test_the_documented_example_runs(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(sample_home))
    monkeypatch.delenv("MINUTES_CHAT_MODEL", raising=False)
    guide = (ROOT / "docs" / "langchain.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    exec(compile(example, "docs/langchain.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "scooter" in printed
    assert "[1]" in printed
