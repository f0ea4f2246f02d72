"""How fast text PDFs become meetings, items and paragraphs: parsing alone, nothing recorded.

Run as `python -m benchmarks.parsing`. The PDFs are the samples' and those that the tests of
printed minutes read, again and again; one process, then as many as there are cores. pypdf's
layout mode, which gives lines without their places, is measured beside it for the text alone.
On a machine that is busy with other things, only the figures per second of the processor's time
tell anything.
"""

import argparse
import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pypdf

from benchmarks.measuring import print_conditions, print_table
from ingest.document import read_document
from ingest.limits import ReadingLimits
from ingest.metadata import Metadata
from ingest.readers import pdf
from ingest.reading_process import Task
from ingest.reading_room import ReadingRoom
from vectorstore.records import Document

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "samples/library", ROOT / "tests/ingest/fixtures/printed")


def structure(path: Path) -> int:
    """Read one file whole; returns how many pages it has."""
    return len(read_document(path.name, path.read_bytes(), Metadata()).page_starts)


def text(path: Path) -> int:
    """Read the text of one file, without its structure."""
    return len(pdf.read(path.read_bytes()).page_starts)


def layout_mode(path: Path) -> int:
    """The text of one file as pypdf lays it out."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    for page in pages:
        page.extract_text(extraction_mode="layout")
    return len(pages)


def alone(parse: Callable[[Path], int], files: list[Path]) -> tuple[float, float]:
    """Pages a second in this process: by the clock, and of the processor's time."""
    parse(files[0])
    clock, processor = time.perf_counter(), time.process_time()
    pages = sum(map(parse, files))
    return pages / (time.perf_counter() - clock), pages / (time.process_time() - processor)


def together(files: list[Path], processes: int) -> float:
    """Pages a second by the clock, as an ingestion reads, once every process has read something."""

    def task(path: Path) -> tuple[str, Task]:
        return path.name, Task(name=path.name, content=path.read_bytes(), metadata=Metadata())

    with ReadingRoom(ReadingLimits(reading_processes=processes)) as room:
        list(room.read(map(task, files[: 4 * processes])))
        clock = time.perf_counter()
        outcomes = [outcome for _, outcome in room.read(map(task, files))]
        took = time.perf_counter() - clock
    return sum(len(each.page_starts) for each in outcomes if isinstance(each, Document)) / took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how often each file is read")
    times: int = parser.parse_args().times
    once = sorted(path for folder in FOLDERS for path in folder.glob("*.pdf"))
    cores = os.cpu_count() or 1
    print_conditions()
    rows: list[tuple[str, str, str, str]] = []
    for what, parse, files in (
        ("text by pypdf's layout mode", layout_mode, once),
        ("text", text, once * times),
        ("text and structure", structure, once * times),
    ):
        clock, processor = alone(parse, files)
        rows.append((what, "1", f"{clock:.0f}", f"{processor:.0f}"))
    rows.append((what, str(cores), f"{together(once * times, cores):.0f}", ""))
    print_table(("what", "processes", "pages/s", "per second of processor"), rows)


if __name__ == "__main__":
    main()
