"""How long a folder takes to check in which nothing has changed.

Run as `python -m benchmarks.unchanged`. The first run, which reads everything, is not measured.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.measuring import print_conditions, print_table, seconds

TEXT = "Agenda item\n\nDucks {0}\n\nMinutes:\n\n1. Mr Pell counted {0} ducks on the mill pond.\n"


def checked(folder: Path, home: Path) -> None:
    """Ingest a folder in a process of its own, as from a terminal."""
    command = [sys.executable, "-m", "minutes_cli", "ingest", str(folder), "--json"]
    environment = os.environ | {"MINUTES_HOME": str(home)}
    subprocess.run(command, env=environment, check=True, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print_conditions()
    with tempfile.TemporaryDirectory() as scratch:
        folder, home = Path(scratch, "minutes"), Path(scratch, "home")
        folder.mkdir()
        for number in range(options.documents):
            (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
        checked(folder, home)
        took = [seconds(partial(checked, folder, home)) for _ in range(options.rounds)]
    rows = [[str(number), f"{each:.2f}"] for number, each in enumerate(took, start=1)]
    print_table([f"round ({options.documents:,} documents)", "seconds"], rows)


if __name__ == "__main__":
    main()
