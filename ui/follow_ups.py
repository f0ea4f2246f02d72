"""Later words that may report back on requests and undertakings, looked up when they are shown."""

from assistant.briefing.outstanding import outstanding
from assistant.briefing.points import when
from assistant.statement import Quote
from vectorstore.business import RecordedAction
from vectorstore.edition import Edition


class FollowUps:
    """The possible follow-ups within one edition, each looked up once. Threads may share it."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._found: dict[tuple[str, int], tuple[Quote, ...]] = {}

    def of(self, recorded: RecordedAction) -> tuple[Quote, ...]:
        """What later minutes say that may report back, the earliest first."""
        key = recorded.item, recorded.action.start
        if key not in self._found:
            quotes = outstanding(self._edition, recorded).follow_ups
            self._found[key] = tuple(sorted(quotes, key=lambda each: when(each.passage.reference)))
        return self._found[key]
