"""How long a question takes in a running app, and how much memory the app holds.

Run as `python -m benchmarks.asking`, or with `--passages 100000`. The process imports what the
web app imports. Give `--home` to keep the library for another run. A large library's passages
are embedded by every fifth word; questions, and the sentences compared with them, wholly.
"""

import argparse
import importlib
import statistics
import tempfile
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from benchmarks.invented import questions
from benchmarks.invented_library import make_library
from benchmarks.measuring import peak_megabytes, print_conditions, print_table, seconds
from ui.suggestions import suggestions
from vectorstore.edition import Edition
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

# What `streamlit run` and the page bring into the process.
OF_THE_APP = ("streamlit.web.bootstrap", "ui.conversations.turn", "ui.filters", "ui.opened")


def open_assistant(library: Library) -> Assistant:
    """The assistant as the app has it, after its first question."""
    for module in OF_THE_APP:
        importlib.import_module(module)
    assistant = Assistant(library, AssistantSettings())
    assistant.ask("what was said about the weather")
    return assistant


def measure(assistant: Assistant, edition: Edition, asked: list[str]) -> None:
    """Ask each question once and print how long the answers took, and what may come next."""
    answers: list[Answer] = []
    taken, worked, suggesting = [], [], []
    for question in asked:
        before = process_time()
        ask = partial(lambda question: answers.append(assistant.ask(question)), question)
        taken.append(seconds(ask) * 1000)
        worked.append((process_time() - before) * 1000)
        suggesting.append(seconds(partial(suggestions, answers[-1], edition)) * 1000)
    p50, p95 = np.percentile(taken, [50, 95])
    finding = statistics.median(answer.seconds.find for answer in answers) * 1000
    row = [str(len(asked)), *(f"{each:.0f}" for each in (p50, finding, p95, max(taken)))]
    row += [f"{np.percentile(each, 95):.0f}" for each in (worked, suggesting)]
    headings = [
        "questions",
        "p50, ms",
        "of it finding",
        "p95, ms",
        "worst, ms",
        "processor p95, ms",
        "suggestions p95, ms",
    ]
    print_table(headings, [row])
    slowest = asked[taken.index(max(taken))]
    print(f"Slowest: {slowest}\nPeak memory: {peak_megabytes():,.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--home", type=Path, help="where the library is kept; else it is not")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch)
        make_library(home, options.passages)
        print_conditions()
        library = open_library(LibrarySettings(home=home))
        assistant = open_assistant(library)
        for turn in ("first", "again"):
            print(f"{options.passages:,} passages, {turn}:")
            measure(assistant, library.current(), questions(options.questions, seed=2))


if __name__ == "__main__":
    main()
