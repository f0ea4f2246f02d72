"""A conversation: its turns, each a question on its way to its answer."""

import itertools
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.answer import Answer, AnswerSentence, Citation
from ui.surroundings import Surroundings, quote_alone
from ui.wording import UNEXPECTED
from vectorstore.errors import MinutesError

_log = logging.getLogger(__name__)
_numbers = itertools.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer with all that is needed to show it for as long as the conversation lasts.

    Args:
        surroundings: by the number of the citation.
    """

    answer: Answer
    surroundings: Mapping[int, Surroundings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A question that could not be answered, and one sentence about why."""

    message: str


class Turn:
    """One question and what has arrived of its answer.

    The answer is made in a thread of its own: a click makes Streamlit run the page's script
    again from the top, which would end an answer that the script itself was waiting for.

    Args:
        parts: starts the answer: its sentences as they are ready, last the whole.
        surround: looks up a citation in its surroundings.

    Attributes:
        key: tells this turn from every other of this server.
    """

    def __init__(
        self,
        question: str,
        parts: Callable[[], Iterator[AnswerSentence | Answer]],
        surround: Callable[[Citation], Surroundings],
    ) -> None:
        self.key = f"turn_{next(_numbers)}"
        self.question = question
        self.sentences: list[AnswerSentence] = []
        self.outcome: Answered | Failed | None = None
        self._parts = parts
        self._surround = surround
        self._news = threading.Event()
        self._thread = threading.Thread(target=self._answer, name="answer", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Return when the outcome is there, or the seconds have passed."""
        self._thread.join(seconds)

    def wait_for_news(self, seconds: float) -> None:
        """Return when more has arrived since the last such wait, or the seconds have passed."""
        self._news.wait(seconds)
        self._news.clear()

    def _answer(self) -> None:
        try:
            self.outcome = self._complete()
        except MinutesError as error:
            self.outcome = Failed(message=str(error))
        except Exception:
            _log.exception("A question could not be answered")
            self.outcome = Failed(message=UNEXPECTED)
        self._news.set()

    def _complete(self) -> Answered:
        for part in self._parts():
            if isinstance(part, Answer):
                return Answered(
                    answer=part,
                    surroundings={
                        citation.number: self._surroundings(citation) for citation in part.citations
                    },
                )
            self.sentences.append(part)
            self._news.set()
        raise RuntimeError("the assistant ended without a whole answer")

    def _surroundings(self, citation: Citation) -> Surroundings:
        try:
            return self._surround(citation)
        except MinutesError:
            return quote_alone(citation)
