"""A run on disk: a folder that can be resumed, read again and compared.

run.json       what was run: test set, system, settings, edition, versions
testset.jsonl  the cases as they were
answers.jsonl  every answer whole, with what was retrieved, or what broke
cases.jsonl    every figure of every case, with its reason
summary.json   the figures over all cases
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.cases import Case, case_json, read_cases
from eval.result import CaseResult, answer_row, figures_row, result_of
from vectorstore.errors import SettingsError
from vectorstore.lock import HOLDER, FolderLock

RUN, TESTSET, ANSWERS, CASES, SUMMARY = (
    "run.json", "testset.jsonl", "answers.jsonl", "cases.jsonl", "summary.json",
)  # fmt: skip
BASELINES = "baselines"
"""The folder within a run that holds the runs of other systems over the same cases."""
OWN_LIBRARY = "library"
"""The folder within a run that holds the library made for it."""

# What may differ between the beginning of a run and its resumption.
_PASSING = ("started_at", "label", "versions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it was recorded.

    Args:
        about: what `run.json` says.
        summary: what `summary.json` says.
        results: in the order of the cases.
    """

    folder: Path
    about: Mapping[str, Any]
    cases: tuple[Case, ...]
    results: tuple[CaseResult, ...]
    summary: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its label, or else its folder's name."""
        return str(self.about["label"] or self.folder.resolve().name)


class RunFolder:
    """A run in the making."""

    def __init__(self, folder: Path, cases: Sequence[Case], done: Sequence[CaseResult]) -> None:
        self.folder = folder
        self._cases = cases
        self._done = {result.id: result for result in done}

    @property
    def remaining(self) -> list[Case]:
        """The cases that have no answer yet."""
        return [case for case in self._cases if case.id not in self._done]

    @property
    def results(self) -> list[CaseResult]:
        """The results so far, in the order of the cases."""
        return [self._done[case.id] for case in self._cases if case.id in self._done]

    def add(self, result: CaseResult) -> None:
        """Record a result; it is kept whatever happens afterwards."""
        _append(self.folder / ANSWERS, answer_row(result))
        _append(self.folder / CASES, figures_row(result))
        self._done[result.id] = result

    def finish(self, summary: Mapping[str, Any]) -> None:
        """Record the summary, and the results once more in the order of the cases."""
        _write_rows(self.folder / ANSWERS, map(answer_row, self.results))
        _write_rows(self.folder / CASES, map(figures_row, self.results))
        _write(self.folder / SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2) + "\n")


def begin(folder: Path, about: Mapping[str, Any], cases: Sequence[Case]) -> RunFolder:
    """Begin a run, or go on with the one that the folder holds; broken cases are asked again.

    Raises:
        SettingsError: the folder holds another run, or is no run's.
    """
    if (folder / RUN).exists():
        _refuse_another(folder, about)
        done = [each for each in _recorded(folder) if each.error is None]
    elif _holds_others(folder):
        raise SettingsError(f"{folder} holds files that are no run: choose another folder.")
    else:
        done = []
    folder.mkdir(parents=True, exist_ok=True)
    if not done:
        _write(folder / RUN, json.dumps(dict(about), ensure_ascii=False, indent=2) + "\n")
        _write_rows(folder / TESTSET, map(case_json, cases))
    (folder / SUMMARY).unlink(missing_ok=True)
    _write_rows(folder / ANSWERS, map(answer_row, done))
    _write_rows(folder / CASES, map(figures_row, done))
    return RunFolder(folder, cases, done)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the only one who makes the run of a folder; a process that is killed is so no more.

    Raises:
        SettingsError: somebody else makes it.
    """
    lock = FolderLock(folder)
    if not lock.take():
        raise SettingsError(
            f"{lock.holder()} is making the run in {folder}: wait until it has finished, "
            "or choose another folder."
        )
    try:
        yield
    finally:
        lock.release()


def writer(folder: Path) -> str | None:
    """Who is making the run of a folder now; `None` when nobody is."""
    lock = FolderLock(folder)
    return lock.holder() if lock.is_held() else None


def read_run(folder: Path) -> Run:
    """A run that is finished.

    Raises:
        SettingsError: the folder holds no run, or one that was stopped.
    """
    if not (folder / RUN).is_file():
        raise SettingsError(f"{folder} holds no run: `minutes eval run` makes one.")
    if not (folder / SUMMARY).is_file():
        raise SettingsError(
            f"The run in {folder} is not finished: the same `minutes eval run` goes on with it."
        )
    return Run(
        folder=folder,
        about=read_about(folder),
        cases=tuple(read_cases(folder / TESTSET)),
        results=tuple(_recorded(folder)),
        summary=_read(folder / SUMMARY),
    )


def baselines(run: Run) -> list[Run]:
    """The finished runs of other systems that stand beside a run."""
    folders = baseline_folders(run.folder)
    return [read_run(folder) for folder in folders if (folder / SUMMARY).is_file()]


def baseline_folders(folder: Path) -> list[Path]:
    """The folders of the runs beside a run, finished or not."""
    return sorted(told.parent for told in (folder / BASELINES).glob(f"*/{RUN}"))


def read_about(folder: Path) -> dict[str, Any]:
    """What a run says of itself, whether it is finished or not.

    Raises:
        SettingsError: it cannot be read.
    """
    return _read(folder / RUN)


def _holds_others(folder: Path) -> bool:
    """Whether a folder holds what could be somebody's work."""
    found = folder.iterdir() if folder.is_dir() else ()
    return any(path.suffix in (".json", ".jsonl") and path.name != HOLDER for path in found)


def library_of(about: Mapping[str, Any]) -> str | None:
    """The name of the library that a run asks; `None` in runs that did not record it yet."""
    name: str | None = about["library"].get("name")
    return name


def _refuse_another(folder: Path, about: Mapping[str, Any]) -> None:
    begun = read_about(folder)
    differing = [
        name for name, value in about.items() if name not in _PASSING and begun.get(name) != value
    ]
    if differing:
        raise SettingsError(
            f"{folder} holds another run, which differs in {', '.join(differing)}: "
            "choose another folder."
        )


def _recorded(folder: Path) -> list[CaseResult]:
    """The cases whose two lines are whole."""
    figures = {row["id"]: row for row in _rows(folder / CASES)}
    return [
        result_of(row, figures[row["id"]])
        for row in _rows(folder / ANSWERS)
        if row["id"] in figures
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file, without one that was cut off when the run was stopped."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        try:
            yield json.loads(line)
        except ValueError:
            continue


def _read(path: Path) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be read as JSON: run it again elsewhere.") from error
    return read


def _append(path: Path, row: Mapping[str, Any]) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _write_rows(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    _write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _write(path: Path, text: str) -> None:
    """Put a whole file in place of the one before."""
    following = path.with_name(f"{path.name}.next")
    following.write_text(text, encoding="utf-8", newline="\n")
    following.replace(path)
