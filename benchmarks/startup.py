"""How long the terminal's commands take from cold, each as a process of its own.

Run as `python -m benchmarks.startup`. Files that were just written are in the system's cache, as
they are on a machine that has been used.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.invented import write_minutes
from benchmarks.measuring import print_conditions, print_table, seconds

RUN = (sys.executable, "-c", "from minutes_cli import main; main()")
TRACED = (sys.executable, "-X", "importtime", *RUN[1:])
HEAVY = ("torch", "openvino", "chromadb")


def run(command: Sequence[str], home: Path) -> str:
    """Run a command over a library; returns what it wrote to standard error."""
    environment = os.environ | {"MINUTES_HOME": str(home)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stderr


def heavy_imports(arguments: Sequence[str], home: Path) -> str:
    """Which of the heavy libraries a command imports."""
    traced = run((*TRACED, *arguments), home).splitlines()
    imported = {line.split("|")[-1].strip() for line in traced if "|" in line}
    return ", ".join(name for name in HEAVY if name in imported) or "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home, folder = Path(scratch) / "home", Path(scratch) / "minutes"
        write_minutes(folder, options.passages)
        ingest = ("ingest", str(folder), "--json")
        run((*RUN, *ingest), home)
        commands = {
            "minutes --help": ("--help",),
            "minutes ingest, nothing changed": ingest,
            "minutes ask": ("ask", "what was said about e-scooters", "--json"),
        }
        print_conditions()
        rows = []
        for name, arguments in commands.items():
            call = partial(run, (*RUN, *arguments), home)
            taken = [seconds(call) for _ in range(options.rounds)]
            imported = heavy_imports(arguments, home)
            rows.append([name, f"{statistics.median(taken):.2f}", f"{max(taken):.2f}", imported])
    print_table(["command", "median, s", "worst, s", "heavy imports"], rows)
    if rows[1][-1] != "none":
        raise SystemExit("An ingest with nothing new loaded what only new minutes need.")


if __name__ == "__main__":
    main()
