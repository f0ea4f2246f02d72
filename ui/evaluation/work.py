"""An evaluation that outlives the click that began it: one at a time on a server."""

import logging
import threading
from dataclasses import dataclass

from assistant.settings import AssistantSettings
from eval.evaluation import Cancelled, Plan, Progress, evaluate
from eval.reports.writing import write_all
from eval.result import CaseResult
from eval.runs import Run
from ui.wording import WENT_WRONG
from vectorstore.errors import MinutesError, SettingsError
from vectorstore.library import Library

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Somebody stopped it; it can be gone on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """It could not be done, and one sentence about why."""

    message: str


class Evaluation:
    """One evaluation in a thread of its own, which goes on whatever page is looked at.

    A stop is heeded before the next case.

    Attributes:
        progress: what was told last; `None` before the first case.
        results: of the system that is being asked, as they came.
        outcome: `None` until it has ended.
    """

    def __init__(self, plan: Plan, library: Library, settings: AssistantSettings) -> None:
        self.plan = plan
        self.progress: Progress | None = None
        self.results: list[CaseResult] = []
        self.outcome: Run | Stopped | Failed | None = None
        self._library = library
        self._settings = settings
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._do, name="evaluation", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Have it stop after the case that it is at."""
        self._stopping.set()

    @property
    def is_stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    def wait(self, seconds: float) -> None:
        """Return when it has ended, or the seconds have passed."""
        self._thread.join(seconds)

    def _do(self) -> None:
        try:
            run = evaluate(
                self.plan,
                self._library,
                self._settings,
                progress=self._tell,
                cancelled=self._stopping.is_set,
            )
            write_all(run)
            self.outcome = run
        except Cancelled:
            self.outcome = Stopped()
        except MinutesError as error:
            self.outcome = Failed(message=str(error))
        except Exception:
            _log.exception("An evaluation did not end well")
            self.outcome = Failed(message=WENT_WRONG)

    def _tell(self, progress: Progress) -> None:
        if self.progress is None or self.progress.system != progress.system:
            self.results = []
        if progress.result is not None:
            self.results.append(progress.result)
        self.progress = progress


class Evaluations:
    """The evaluations of a server, of which only the last is remembered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.last: Evaluation | None = None

    @property
    def running(self) -> Evaluation | None:
        """The one that has not ended yet."""
        last = self.last
        return last if last is not None and last.outcome is None else None

    def begin(self, plan: Plan, library: Library, settings: AssistantSettings) -> Evaluation:
        """Begin an evaluation, or go on with one that was stopped.

        Raises:
            SettingsError: another one has not ended.
        """
        with self._lock:
            if self.running is not None:
                raise SettingsError(
                    "Another evaluation is going on: wait until it has ended, or stop it."
                )
            self.last = Evaluation(plan, library, settings)
            return self.last
