"""An evaluator's folder: test sets in `sets`, runs in `runs`."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from eval import runs
from eval.cases import cases_in
from vectorstore.errors import SettingsError

SAMPLES = Path(__file__).parents[1] / "samples" / "questions.jsonl"
"""The questions about the sample minutes; only a checkout has them."""

LARGEST = 20_000_000
"""Bytes of a test set that is added."""

_LONGEST_NAME = 80
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRun:
    """A run of the folder, not read yet.

    Args:
        about: what `run.json` says.
        systems: that it asks, its own first.
        started_at: with its time zone.
        finished: one that was stopped can be gone on with.
        writer: who is making it now; `None` when nobody is.
    """

    folder: Path
    about: Mapping[str, Any]
    systems: tuple[str, ...]
    started_at: datetime
    finished: bool
    writer: str | None

    @property
    def name(self) -> str:
        """Its label, or else its folder's name."""
        return str(self.about["label"] or self.folder.name)

    @property
    def library(self) -> str | None:
        """The name of the library that it asks; `None` in runs that did not record it yet."""
        return runs.library_of(self.about)

    @property
    def edition(self) -> str:
        """The edition that it asks."""
        return str(self.about["edition"])

    @property
    def testset(self) -> str:
        """The file name of its test set."""
        return str(self.about["testset"]["name"])


class Workbench:
    """The folder; it is made when something is first put into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sets_folder = folder / "sets"
        self.runs_folder = folder / "runs"

    def sets(self) -> list[Path]:
        """The test sets, by name."""
        return sorted(self.sets_folder.glob("*.jsonl"))

    def set_named(self, name: str) -> Path:
        """Where the test set of a name is, or would be; nothing of the name leads elsewhere.

        Raises:
            SettingsError: nothing of the name can be that of a file.
        """
        stem = _UNSAFE.sub("-", name.removesuffix(".jsonl"))[:_LONGEST_NAME].strip(".-")
        if not stem:
            raise SettingsError("A test set needs a name of letters or digits.")
        return self.sets_folder / f"{stem}.jsonl"

    def add_set(self, name: str, content: bytes) -> Path:
        """Put a test set into the folder.

        Raises:
            SettingsError: it is no test set, too large, or another one has its name.
        """
        if len(content) > LARGEST:
            raise SettingsError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it.")
        if not cases_in(content, name):
            raise SettingsError(f"The test set {name} has no cases.")
        path = self.set_named(name)
        if path.exists() and path.read_bytes() != content:
            raise SettingsError(f"There is another test set called {path.name}: rename the file.")
        self.sets_folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def runs(self) -> list[ListedRun]:
        """The runs, the last begun first."""
        return sorted(self._runs(), key=lambda run: run.started_at, reverse=True)

    def run_folder(self, testset: Path, now: datetime) -> Path:
        """A folder for a new run of a test set."""
        return self.runs_folder / f"{testset.stem}-{now:%Y%m%d-%H%M%S}"

    def remove(self, run: ListedRun) -> None:
        """Delete a run with all that it holds; one that is being made stays."""
        if run.folder.parent == self.runs_folder and runs.writer(run.folder) is None:
            shutil.rmtree(run.folder, ignore_errors=True)

    def erase(self, document: str) -> None:
        """Delete the runs that hold words of a document, and the cases that rest on it."""
        # By the lines as they are: what cannot be read as a case must not keep the words.
        names = [json.dumps(document, ensure_ascii=ascii).encode() for ascii in (True, False)]

        def quotes(line: bytes) -> bool:
            return any(name in line for name in names)

        for told in list(self.runs_folder.glob(f"*/{runs.RUN}")):
            catalogues = told.parent.glob(f"{runs.OWN_LIBRARY}/*/*/catalogue.sqlite")
            if any(quotes(path.read_bytes()) for path in told.parent.rglob("*.jsonl")) or any(
                document.encode() in path.read_bytes() for path in catalogues
            ):
                shutil.rmtree(told.parent, ignore_errors=True)
        for path in self.sets():
            lines = path.read_bytes().split(b"\n")
            kept = [line for line in lines if not quotes(line)]
            if not any(line.strip() for line in kept):
                path.unlink()
            elif kept != lines:
                path.write_bytes(b"\n".join(kept))

    def _runs(self) -> Iterator[ListedRun]:
        for told in self.runs_folder.glob(f"*/{runs.RUN}"):
            # One damaged folder must not hide the others.
            with suppress(SettingsError, LookupError, TypeError, ValueError):
                yield _listed(told.parent)


def _listed(folder: Path) -> ListedRun:
    about = runs.read_about(folder)
    beside = [runs.read_about(each) for each in runs.baseline_folders(folder)]
    return ListedRun(
        folder=folder,
        about=about,
        systems=(about["system"], *(each["system"] for each in beside)),
        started_at=datetime.fromisoformat(about["started_at"]),
        finished=(folder / runs.SUMMARY).is_file(),
        writer=runs.writer(folder),
    )
