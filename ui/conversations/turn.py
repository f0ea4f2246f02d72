"""A turn of a conversation: a question on its way to its answer."""

import logging
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Self

from assistant.answer import Answer, AnswerSentence, Citation
from ui.conversations.verdict import Verdict
from ui.surroundings import Surroundings, quote_alone
from ui.wording import UNEXPECTED
from vectorstore.errors import MinutesError
from vectorstore.found import NO_FILTERS, Filters

_log = logging.getLogger(__name__)

Parts = Callable[[Callable[[], bool]], Iterator[AnswerSentence | Answer]]
"""Starts an answer, given what says whether it has been stopped: its sentences as they are ready,
last the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it was asked.

    Args:
        history: the questions before it, oldest first.
        without: the names of filters that its words do not set.
    """

    question: str
    filters: Filters = NO_FILTERS
    history: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer with all that is needed to show it, for as long as the conversation is kept.

    Args:
        surroundings: by the number of the citation.
        stopped: it is only what had been written when somebody stopped it.
        suggestions: questions that may come next, which the library can answer.
    """

    answer: Answer
    surroundings: Mapping[int, Surroundings]
    stopped: bool = False
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A question that has no answer to show, and one sentence about why."""

    message: str


class Turn:
    """One question and what has arrived of its answer.

    The answer is made in a thread of its own: a click makes Streamlit run the page's script
    again from the top, which would end an answer that the script itself was waiting for.

    Attributes:
        id: tells this turn from every other.
        asked_at: with its time zone.
        verdict: what the person who asked thinks of the answer; `None` until they say.
        unkept: why the answer could not be kept, in one sentence; `None` when nothing is wrong.
    """

    def __init__(
        self,
        asked: Asked,
        *,
        id: str | None = None,
        asked_at: datetime | None = None,
        outcome: Answered | Failed | None = None,
        verdict: Verdict | None = None,
    ) -> None:
        self.asked = asked
        # Streamlit refuses keys with two underscores in a row.
        self.id = id or secrets.token_hex(8)
        self.asked_at = asked_at or datetime.now(UTC)
        self.sentences: list[AnswerSentence] = []
        self.outcome = outcome
        self.verdict = verdict
        self.unkept: str | None = None
        self._news, self._stop, self._ended = (threading.Event() for _ in range(3))

    @property
    def question(self) -> str:
        """The words that were asked."""
        return self.asked.question

    @property
    def key(self) -> str:
        """The name of its component on the page."""
        return f"turn_{self.id}"

    def begin(
        self,
        parts: Parts,
        surround: Callable[[Citation], Surroundings],
        keep: Callable[["Turn", Answered], None] = lambda turn, answered: None,
        suggest: Callable[[Answer], tuple[str, ...]] = lambda answer: (),
    ) -> Self:
        """Start the answer, in a thread of its own.

        Args:
            surround: looks up a citation in its surroundings.
            keep: called in that thread with the answer, before the turn shows it.
            suggest: gives questions that may come next.
        """
        threading.Thread(
            target=self._answer, args=(parts, surround, keep, suggest), name="answer", daemon=True
        ).start()
        return self

    def stop(self) -> None:
        """Have the answer end with what there is of it."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Return when the outcome is there, or the seconds have passed."""
        self._ended.wait(seconds)

    def wait_for_news(self, seconds: float) -> None:
        """Return when more has arrived since the last such wait, or the seconds have passed."""
        self._news.wait(seconds)
        self._news.clear()

    def _answer(
        self,
        parts: Parts,
        surround: Callable[[Citation], Surroundings],
        keep: Callable[["Turn", Answered], None],
        suggest: Callable[[Answer], tuple[str, ...]],
    ) -> None:
        try:
            answered = self._complete(parts, surround)
            answered = replace(answered, suggestions=_suggestions(answered.answer, suggest))
            self._keep(answered, keep)
            self.outcome = answered
        except MinutesError as error:
            self.outcome = Failed(message=str(error))
        except Exception:
            _log.exception("A question could not be answered")
            self.outcome = Failed(message=UNEXPECTED)
        self._ended.set()
        self._news.set()

    def _complete(self, parts: Parts, surround: Callable[[Citation], Surroundings]) -> Answered:
        for part in parts(self._stop.is_set):
            if isinstance(part, Answer):
                return Answered(
                    answer=part,
                    surroundings={
                        citation.number: _surroundings(citation, surround)
                        for citation in part.citations
                    },
                    stopped=self._stop.is_set(),
                )
            self.sentences.append(part)
            self._news.set()
        raise RuntimeError("the assistant ended without a whole answer")

    def _keep(self, answered: Answered, keep: Callable[["Turn", Answered], None]) -> None:
        """An answer that cannot be kept can still be read."""
        try:
            keep(self, answered)
        except MinutesError as error:
            self.unkept = str(error)
        except Exception:
            _log.exception("An answer could not be kept")
            self.unkept = "Something went wrong on our side and this answer could not be kept."


def _surroundings(citation: Citation, surround: Callable[[Citation], Surroundings]) -> Surroundings:
    try:
        return surround(citation)
    except MinutesError:
        return quote_alone(citation)


def _suggestions(answer: Answer, suggest: Callable[[Answer], tuple[str, ...]]) -> tuple[str, ...]:
    """An answer is whole without them."""
    try:
        return suggest(answer)
    except Exception:
        _log.exception("No questions could be suggested")
        return ()
