"""One evaluation from beginning to end: ask, measure, record, sum up. Resumable at any case."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.generative.chat_model import open_chat_model
from assistant.settings import AssistantSettings
from eval import runs
from eval.about import about
from eval.cases import Case, read_cases
from eval.measures.judges import ModelJudge
from eval.measures.support import Judge
from eval.result import CaseResult
from eval.running import Bench, results
from eval.runs import Run, RunFolder
from eval.sources import Sources
from eval.summary import summarise
from eval.systems.opening import MINUTES, open_system, refuse_unknown
from vectorstore.edition import Edition
from vectorstore.errors import LibraryError, SettingsError
from vectorstore.library import Library

WORDS, MODEL = "words", "model"
JUDGES = (WORDS, MODEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be run.

    Args:
        folder: of the run; one that was stopped goes on.
        edition: of the library, by name; `None` for the one that is current.
        systems: by name; the first is the run, the others stand beside it as baselines.
        label: how reports name the run; `None` for its folder's name.
        judge: of support: `words` is deterministic, `model` asks the chat model.
        jobs: cases asked at once.
    """

    testset: Path
    folder: Path
    edition: str | None = None
    systems: tuple[str, ...] = (MINUTES,)
    label: str | None = None
    judge: str = WORDS
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an evaluation is: cases with a result, of all, of one system.

    Args:
        result: the one just recorded; `None` before the first.
    """

    system: str
    done: int
    total: int
    result: CaseResult | None = None


class Cancelled(Exception):
    """The evaluation was cancelled; what was done is kept and the same plan goes on with it."""


def check(plan: Plan, settings: AssistantSettings) -> None:
    """Look at what can be told of a plan before any document is read.

    Raises:
        SettingsError: the test set, a system or the judge cannot be used.
    """
    if not read_cases(plan.testset):
        raise SettingsError(f"The test set {plan.testset} has no cases.")
    for system in plan.systems:
        refuse_unknown(system)
    _judge(plan.judge, settings)


def evaluate(
    plan: Plan,
    library: Library,
    settings: AssistantSettings,
    *,
    progress: Callable[[Progress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Run:
    """Run a plan over an edition of a library, for all systems the same.

    Args:
        progress: told before the first case and after each.
        cancelled: asked before each case.

    Raises:
        SettingsError: the plan cannot be run as it is, or somebody else makes its run.
        LibraryError: the library is empty, damaged or another model's, or has not the edition.
        Cancelled: it was cancelled.
    """
    check(plan, settings)
    cases = read_cases(plan.testset)
    edition = library.edition(plan.edition) if plan.edition else library.current()
    _refuse_shared_names(edition)
    evaluation = _Evaluation(plan, cases, library, edition, settings, progress, cancelled)
    folders = {system: plan.folder / runs.BASELINES / system for system in plan.systems[1:]}
    folders[plan.systems[0]] = plan.folder
    with runs.writing(plan.folder):
        # All are begun before the first case, so that a run that is stopped knows its systems.
        begun = {system: evaluation.begin(system, folder) for system, folder in folders.items()}
        for system, run in begun.items():
            evaluation.run(system, run)
        return runs.read_run(plan.folder)


@dataclass(frozen=True, slots=True)
class _Evaluation:
    """The parts of one evaluation that all its systems share."""

    plan: Plan
    cases: Sequence[Case]
    library: Library
    edition: Edition
    settings: AssistantSettings
    progress: Callable[[Progress], None]
    cancelled: Callable[[], bool]

    def begin(self, system: str, folder: Path) -> RunFolder:
        """Begin the run of one system in a folder, or go on with it."""
        plan = self.plan
        made_with = about(
            self.cases, plan.testset, self.edition, self.library.settings, self.settings,
            system=system, judge=plan.judge, label=plan.label if folder == plan.folder else None,
        )  # fmt: skip
        return runs.begin(folder, made_with, self.cases)

    def run(self, system: str, run: RunFolder) -> None:
        """Ask one system what remains."""
        self._tell(system, run, None)
        if run.remaining:
            bench = Bench(
                system=open_system(system, self.edition, self.library.embedder, self.settings),
                sources=Sources(self.edition.document),
                judge=_judge(self.plan.judge, self.settings),
            )
            found = results(run.remaining, bench, jobs=self.plan.jobs, cancelled=self.cancelled)
            for result in found:
                self._refuse_removed(result)
                run.add(result)
                self._tell(system, run, result)
        if run.remaining:
            raise Cancelled
        run.finish(summarise(self.cases, run.results).to_json())

    def _refuse_removed(self, result: CaseResult) -> None:
        """A case that broke because its edition is kept no longer must not count against it."""
        if result.error and self.edition.name not in {e.name for e in self.library.editions()}:
            raise LibraryError(
                f"Edition {self.edition.name} was removed while it was being asked, as the library "
                "keeps only the last ones: run the test set over another."
            )

    def _tell(self, system: str, run: RunFolder, result: CaseResult | None) -> None:
        done = len(run.results)
        total = done + len(run.remaining)
        self.progress(Progress(system=system, done=done, total=total, result=result))


def _refuse_shared_names(edition: Edition) -> None:
    """Evidence is found by the name of its document, which must mean one document."""
    named = Counter(document.name for document in edition.documents())
    name, times = max(named.items(), key=lambda each: each[1], default=("", 0))
    if times > 1:
        raise LibraryError(
            f"{times} documents of the library are called “{name}”, and test sets tell documents "
            "by their names: rename all but one of them and ingest them again."
        )


def _judge(name: str, settings: AssistantSettings) -> Judge | None:
    if name == WORDS:
        return None
    if name != MODEL:
        raise SettingsError(f"There is no judge “{name}”: choose {' or '.join(JUDGES)}.")
    model = open_chat_model(settings)
    if model is None:
        raise SettingsError("A chat model is to judge, and none is set: set MINUTES_CHAT_MODEL.")
    return ModelJudge(model)
