"""The library and the assistant as LangChain parts, for chains, agents and evaluation tools.

`docs/langchain.md` shows both at work.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Required, TypedDict, cast

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import Answer, AnswerSentence
from assistant.assistant import Assistant
from vectorstore.errors import SettingsError
from vectorstore.found import NO_FILTERS, Filters, Hit, Only
from vectorstore.library import Library
from vectorstore.search_json import place_json


class Asked(TypedDict, total=False):
    """A question with what it depends on.

    Args:
        history: the earlier questions of the same conversation, oldest first.
        filters: a `Filters`, or its fields by name, dates as "2025-01-30".
    """

    question: Required[str]
    history: Sequence[str]
    filters: Filters | Mapping[str, str]


class MinutesRetriever(BaseRetriever):
    """The passages of a library that share words or meaning with a query, best first.

    A document's `page_content` is the verbatim passage, its `metadata` what a citation has in the
    JSON contract, with `rank`, `score` and the `edition`; what is not recorded is `None`.

    Args:
        k: how many passages at most.
        filters: what the search is limited to.
    """

    library: Library
    k: int = 10
    filters: Filters = NO_FILTERS

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        edition = self.library.current()
        hits = edition.search(query, limit=self.k, filters=self.filters)
        return [_document(hit, edition.name) for hit in hits]


class MinutesRunnable(Runnable[str | Asked, AnswerSentence | Answer]):
    """The assistant as a `Runnable` of a question, or of a mapping as in `Asked`.

    `invoke` gives the `Answer`; `stream` gives each `AnswerSentence` when it is ready and
    verified, and the `Answer` last.
    """

    name = "minutes"

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def invoke(
        self, input: str | Asked, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        def ask(asked: str | Asked) -> Answer:
            return self._assistant.ask(*_arguments(asked))

        return cast(Answer, self._call_with_config(ask, input, config))

    def stream(
        self, input: str | Asked, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[AnswerSentence | Answer]:
        def steps(inputs: Iterator[str | Asked]) -> Iterator[AnswerSentence | Answer]:
            for asked in inputs:
                yield from self._assistant.stream(*_arguments(asked))

        yield from self._transform_stream_with_config(iter([input]), steps, config)


def minutes_runnable(assistant: Assistant) -> MinutesRunnable:
    """The assistant as a part of a chain."""
    return MinutesRunnable(assistant)


def _arguments(asked: str | Asked) -> tuple[str, Sequence[str], Filters]:
    if isinstance(asked, str):
        return asked, (), NO_FILTERS
    if "question" not in asked:
        raise SettingsError("There is no “question” among what was given: name it so.")
    filters = asked.get("filters", NO_FILTERS)
    if not isinstance(filters, Filters):
        filters = _filters(filters)
    return asked["question"], asked.get("history", ()), filters


def _filters(given: Mapping[str, str]) -> Filters:
    fields: dict[str, Any] = dict(given)
    try:
        for name in ("since", "until"):
            if fields.get(name) is not None:
                fields[name] = datetime.date.fromisoformat(fields[name])
        if fields.get("only") is not None:
            fields["only"] = Only(fields["only"])
        return Filters(**fields)
    except (TypeError, ValueError):
        raise SettingsError(
            "The filters are council, committee, since and until, these two as dates such as "
            f"2025-01-30, and only, which is {' or '.join(Only)}: correct those given."
        ) from None


def _document(hit: Hit, edition: str) -> Document:
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            **place_json(passage.reference, passage=passage.id),
            "start": passage.start,
            "end": passage.end,
            "rank": hit.rank,
            "score": round(hit.score, 4),
            "edition": edition,
        },
    )
