"""Timing and printing for the benchmarks."""

import os
import platform
import resource
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("chromadb", "numpy", "openvino", "sentence-transformers", "torch")


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def peak_megabytes() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_conditions() -> None:
    """Say what the figures were measured on; the load counts other programs that were busy."""
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    print(f"CPU: {_processor()}, {os.cpu_count()} cores, {_memory_gib():.0f} GiB of memory")
    print(f"Python {platform.python_version()}, {versions}")
    print(f"Load over the last minute: {os.getloadavg()[0]:.1f}\n", flush=True)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings, the first column to the left, figures to the right."""
    table = [headings, *rows]
    widths = [max(len(row[i]) for row in table) for i in range(len(headings))]
    for row in table:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  ".join(cells))
    print(flush=True)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    values = dict(line.replace("\t", "").split(":", 1) for line in lines if ":" in line)
    matrices = "with AMX" if "amx_bf16" in values.get("flags", "") else "without AMX"
    return f"{values.get('model name', platform.machine()).strip()} ({matrices})"


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
