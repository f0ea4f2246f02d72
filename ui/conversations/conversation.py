"""Conversations that somebody has open: each one is shared by all the tabs that show it."""

import secrets
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from weakref import WeakValueDictionary

from assistant.answer import Answer, Citation
from assistant.answer_json import answer_json
from eval.drafts.draft import Dislike
from eval.drafts.queue import Queue
from ui.conversations.store import ERASED, Store
from ui.conversations.turn import Answered, Asked, Failed, Parts, Turn
from ui.conversations.verdict import Verdict, note
from ui.surroundings import Surroundings
from vectorstore.found import Filters


class Conversation:
    """The turns of one owner's conversation; what is added to it is kept.

    Attributes:
        deleted: it is gone from what is kept, and nothing more is added.
    """

    def __init__(
        self, owner: str, id: str, store: Store, queue: Queue, turns: Iterable[Turn] = ()
    ) -> None:
        self.owner = owner
        self.id = id
        self.turns = list(turns)
        self.deleted = False
        self._store = store
        self._queue = queue
        # An answer that comes while all is deleted must not be kept after it.
        self._keeping = threading.Lock()

    def asked(self, question: str, filters: Filters) -> Asked:
        """A question as it would be asked here."""
        history = tuple(turn.question for turn in self.turns)
        return Asked(question=question, filters=filters, history=history)

    def add(
        self,
        asked: Asked,
        parts: Parts,
        surround: Callable[[Citation], Surroundings],
        suggest: Callable[[Answer], tuple[str, ...]] = lambda answer: (),
    ) -> Turn:
        """Ask a question; its answer begins at once and is kept when it is there."""
        turn = Turn(asked).begin(parts, surround, self._keep, suggest)
        self.turns.append(turn)
        return turn

    def judge(self, turn: Turn, verdict: Verdict) -> None:
        """Keep what the owner thinks of an answer; what did not help waits for an evaluator.

        What they thought before is taken back from there, unless an evaluator has read it.

        Raises:
            LibraryError: it cannot be kept.
        """
        self._store.judge(turn.id, verdict)
        before, turn.verdict = turn.verdict, verdict
        if not isinstance(turn.outcome, Answered):
            return
        for tell, said in ((self._queue.withdraw, before), (self._queue.thumbs_down, verdict)):
            if said and not said.helpful:
                tell(_dislike(turn.asked, turn.outcome.answer, said))

    def heed_erasures(self) -> None:
        """Let go of the answers that have been erased since this was opened.

        Raises:
            LibraryError: what is kept cannot be read.
        """
        erased = self._store.erased(self.id)
        for turn in self.turns:
            if turn.id in erased:
                turn.outcome = Failed(message=ERASED)

    def delete(self) -> None:
        """Stop what is on its way, and delete all of it.

        Raises:
            LibraryError: what is kept cannot be deleted.
        """
        with self._keeping:
            self._store.delete(self.id)
            self.deleted = True
        for turn in self.turns:
            turn.stop()

    def _keep(self, turn: Turn, answered: Answered) -> None:
        with self._keeping:
            if not self.deleted:
                self._store.keep(self.id, turn, answered)


def _dislike(asked: Asked, answer: Answer, verdict: Verdict) -> Dislike:
    return Dislike(
        question=asked.question,
        answer=answer_json(answer),
        history=asked.history,
        filters=asked.filters,
        note=note(verdict),
    )


class Conversations:
    """Everybody's conversations on this server."""

    def __init__(self, home: Path) -> None:
        self._home = home
        # An answer on its way holds on to its conversation, so one that nobody looks at any more
        # is dropped when its last answer is kept.
        self._open: WeakValueDictionary[tuple[str, str], Conversation] = WeakValueDictionary()
        self._lock = threading.Lock()

    def store(self, owner: str) -> Store:
        """What is kept of an owner's."""
        return Store(self._home, owner)

    def begin(self, owner: str) -> Conversation:
        """A new conversation, of which nothing is kept until its first answer is there."""
        with self._lock:
            return self._opened(owner, secrets.token_hex(8), [])

    def open(self, owner: str, id: str) -> Conversation | None:
        """An owner's conversation; `None` when they have no such one.

        Raises:
            LibraryError: what is kept cannot be read.
        """
        with self._lock:
            found = self._open.get((owner, id))
            if found is None and (turns := self.store(owner).turns(id)):
                found = self._opened(owner, id, turns)
        return None if found is None or found.deleted else found

    def _opened(self, owner: str, id: str, turns: list[Turn]) -> Conversation:
        opened = Conversation(owner, id, self.store(owner), Queue(self._home), turns)
        self._open[owner, id] = opened
        return opened
