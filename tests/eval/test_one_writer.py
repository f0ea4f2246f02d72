"""A run is made by one process at a time, and one that is killed leaves it to the next."""

import json
import multiprocessing
import signal
import threading
from collections.abc import Iterator
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from eval.evaluation import Plan, Progress, evaluate
from eval.workbench import Workbench
from tests.vectorstore.conftest import open_quickly, quick_library
from tests.vectorstore.documents import POTHOLES, SCOOTERS, publish
from vectorstore.errors import SettingsError
from vectorstore.library import Library

__all__ = ["quick_library"]

EXTRACTS = AssistantSettings(chat_model=None)
_processes = multiprocessing.get_context("spawn")


def making(plan: Plan, home: Path, said: Connection) -> None:
    """Evaluate until the first case is recorded, then wait to be killed."""

    def tell(progress: Progress) -> None:
        if progress.result is not None:
            said.send(progress.done)
            signal.pause()

    evaluate(plan, open_quickly(home), EXTRACTS, progress=tell)


@pytest.fixture
def library(quick_library: Library) -> Library:
    publish(quick_library, SCOOTERS, POTHOLES)
    return quick_library


@pytest.fixture
def workbench(tmp_path: Path) -> Workbench:
    return Workbench(tmp_path / "evaluations")


@pytest.fixture
def plan(workbench: Workbench) -> Plan:
    lines: list[dict[str, object]] = [
        {"id": word, "question": word, "answerable": False, "evidence": [], "nuggets": []}
        for word in ("zebras", "mermaids", "unicorns")
    ]
    testset = workbench.add_set("few.jsonl", "\n".join(map(json.dumps, lines)).encode())
    return Plan(testset=testset, folder=workbench.run_folder(testset, datetime(2024, 3, 7)))


@pytest.fixture
def maker(plan: Plan, library: Library) -> Iterator[BaseProcess]:
    """Another process that is in the midst of the run."""
    heard, said = _processes.Pipe(duplex=False)
    process = _processes.Process(target=making, args=(plan, library.settings.home, said))
    process.start()
    assert heard.poll(120)
    assert heard.recv() == 1
    yield process
    process.kill()
    process.join()


def test_a_second_process_is_refused_until_the_first_is_killed(
    plan: Plan, library: Library, workbench: Workbench, maker: BaseProcess
) -> None:
    [listed] = workbench.runs()
    assert listed.writer is not None
    assert listed.writer.startswith(f"Process {maker.pid} (")
    with pytest.raises(SettingsError, match=rf"^Process {maker.pid} .+ is making the run in "):
        evaluate(plan, library, EXTRACTS)
    workbench.remove(listed)
    assert len(workbench.runs()) == 1
    maker.kill()
    maker.join()
    [left] = workbench.runs()
    assert (left.writer, left.finished) == (None, False)
    told: list[Progress] = []
    run = evaluate(plan, library, EXTRACTS, progress=told.append)
    assert (told[0].done, len(run.results)) == (1, 3)
    [whole] = workbench.runs()
    assert (whole.writer, whole.finished) == (None, True)
    workbench.remove(whole)
    assert workbench.runs() == []


def test_a_second_thread_of_the_same_process_is_refused_as_well(
    plan: Plan, library: Library
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def tell(progress: Progress) -> None:
        begun.set()
        assert go_on.wait(60)

    first = threading.Thread(
        target=evaluate,
        args=(
            plan,
            library,
            EXTRACTS,
        ),
        kwargs={"progress": tell},
    )
    first.start()
    try:
        assert begun.wait(60)
        with pytest.raises(SettingsError, match="is making the run in"):
            evaluate(plan, library, EXTRACTS)
    finally:
        go_on.set()
        first.join()


def test_a_maker_killed_before_its_first_file_leaves_a_folder_to_begin_in(
    plan: Plan, library: Library
) -> None:
    plan.folder.mkdir(parents=True)
    (plan.folder / "writer.json").write_text("{}")
    assert len(evaluate(plan, library, EXTRACTS).results) == 3
