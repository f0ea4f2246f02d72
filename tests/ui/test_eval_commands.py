"""`minutes eval …`, over two small files of an invented council and a set of three cases."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from minutes_cli import app

FERRIES = """WEXCOMBE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Guildhall on Thursday, 7 March 2024.

PRESENT: Mrs A Fenn (Chairman) and Mr B Thrale

12.    Chain ferry
(Item 1)

(1)    Mr Thrale said that the chain ferry had been out of service on 41 days in 2023.

(2)    The Tidal Crossing Board (TCB) had been told.

(3)    RESOLVED that a second ferry be bought for £2.4 million.
"""
CASES = [
    {
        "id": "ferry",
        "question": "how many days was the chain ferry out of service?",
        "answerable": True,
        "evidence": [
            {"document": "ferries.txt", "quote": "out of service on 41 days", "relevance": 2}
        ],
        "nuggets": [{"fact": "41 days.", "vital": True, "match": ["41 days"]}],
        "tags": ["number"],
    },
    {
        "id": "second",
        "question": "what was decided on a second ferry?",
        "answerable": True,
        "evidence": [
            {"document": "ferries.txt", "quote": "a second ferry be bought", "relevance": 2}
        ],
        "nuggets": [{"fact": "To be bought.", "vital": True, "match": ["bought"]}],
        "tags": ["decided"],
    },
    {
        "id": "mermaids",
        "question": "are there any mermaids in Zanzibar?",
        "answerable": False,
        "evidence": [],
        "nuggets": [],
        "tags": ["absurd"],
    },
]

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the minutes, the test set and, made once, a run of it."""
    place = tmp_path_factory.mktemp("evaluation")
    (place / "minutes").mkdir()
    (place / "minutes" / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    lines = (json.dumps(case) for case in CASES)
    (place / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    arguments = ["eval", "run", "set.jsonl", "--documents", "minutes", "-o", "run"]
    arguments += ["--system", "minutes", "--system", "bm25", "--label", "first", "--json"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        result = CliRunner().invoke(app, arguments, env={"MINUTES_HOME": str(place / "home")})
    assert result.exit_code == 0, result.output
    (place / "printed.json").write_text(result.stdout, encoding="utf-8")
    return place


@pytest.fixture
def run(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `minutes eval` beside the run, with its library as the home."""
    monkeypatch.chdir(place)
    monkeypatch.setenv("MINUTES_HOME", str(place / "run" / "library"))
    return lambda *arguments, **extra: CliRunner().invoke(
        app, ["eval", *map(str, arguments)], **extra
    )


def test_a_run_prints_its_summary_each_figure_under_its_name(place: Path) -> None:
    printed: dict[str, Any] = json.loads((place / "printed.json").read_text(encoding="utf-8"))
    assert (printed["cases"], printed["system"], printed["label"]) == (3, "minutes", "first")
    assert printed["figures"]["vital_nugget_recall"] == {
        "mean": 1.0,
        "cases": 2,
        "interval": [1.0, 1.0],
    }
    assert printed["figures"]["refused"]["cases"] == 1
    assert printed["tags"]["absurd"]["figures"]["refused"]["mean"] == 1.0
    assert printed["baselines"]["bm25"]["figures"]["refused"]["mean"] == 0.0
    kept = json.loads((place / "run" / "summary.json").read_text(encoding="utf-8"))
    assert kept == {name: printed[name] for name in kept}


def test_a_run_leaves_a_folder_that_says_what_it_was(place: Path) -> None:
    about = json.loads((place / "run" / "run.json").read_text(encoding="utf-8"))
    assert about["testset"]["name"] == "set.jsonl"
    assert about["edition"] == "000001"
    assert "chat_api_key" not in about["settings"]
    lines = (place / "run" / "answers.jsonl").read_text(encoding="utf-8").strip().split("\n")
    assert [json.loads(line)["id"] for line in lines] == ["ferry", "second", "mermaids"]
    assert (place / "run" / "report.html").stat().st_size > 10_000


def test_the_same_command_goes_on_with_a_stopped_run(run: Run, place: Path) -> None:
    arguments = ("run", "set.jsonl", "-o", "again", "--json")
    whole = run(*arguments)
    assert whole.exit_code == 0, whole.output
    answers = place / "again" / "answers.jsonl"
    lines = answers.read_text(encoding="utf-8").split("\n")
    answers.write_text(f"{lines[0]}\n{lines[1][:50]}", encoding="utf-8")
    (place / "again" / "summary.json").unlink()
    assert run("gate", "again", "--min", "accuracy=0").exit_code == 2
    resumed = run(*arguments)
    assert resumed.exit_code == 0, resumed.output
    first = answers.read_text(encoding="utf-8").split("\n")[0]
    assert first == lines[0]
    figures = json.loads(resumed.stdout)["figures"]
    assert figures["accuracy"] == json.loads(whole.stdout)["figures"]["accuracy"]


def test_figures_are_printed_with_the_baselines_beside(run: Run) -> None:
    result = run("run", "set.jsonl", "-o", "shown", "--system", "minutes", "--system", "bm25")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[1] == "Over edition 000001 of library"
    heads, *rows = (line.split() for line in result.stdout.splitlines()[2:])
    assert heads == ["figure", "minutes", "95%", "interval", "cases", "bm25"]
    assert ["vital_nugget_recall", "1.000", "1.000", "1.000", "2", "1.000"] in rows
    assert "report.html" in result.stderr


def test_a_document_that_cannot_be_read_is_named_and_the_rest_is_measured(
    run: Run, place: Path
) -> None:
    (place / "mixed").mkdir()
    (place / "mixed" / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (place / "mixed" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("run", "set.jsonl", "--documents", "mixed", "-o", "mixed-run", "--json")
    assert result.exit_code == 1
    assert "broken.pdf: " in result.stderr
    assert json.loads(result.stdout)["figures"]["accuracy"]["cases"] == 3


def test_a_run_may_ask_an_edition_by_its_name(run: Run) -> None:
    result = run("run", "set.jsonl", "--edition", "000001", "-o", "named-run", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["edition"] == "000001"


def test_a_gate_tells_the_failing_figures(run: Run) -> None:
    assert run("gate", "run", "--min", "vital_nugget_recall=0.9").exit_code == 0
    result = run("gate", "run", "--min", "vital_nugget_recall=0.9", "--max", "refused=0.5")
    assert result.exit_code == 1
    assert result.stderr.strip() == "refused is 1.0000, and refused <= 0.5 is wanted."
    assert run("gate", "run").exit_code == 2
    assert run("gate", "run", "--min", "magic=1").exit_code == 2
    assert run("gate", "minutes", "--min", "accuracy=1").exit_code == 2


def test_two_runs_are_compared_for_people_scripts_and_files(run: Run, place: Path) -> None:
    pair = ("compare", "run/baselines/bm25", "run")
    assert "bm25 → first" in run(*pair).stdout
    found = json.loads(run(*pair, "--json").stdout)
    assert found["figures"]["refused"]["better"] == [
        {"id": "mermaids", "before": 0.0, "after": 1.0}
    ]
    assert run(*pair, "-o", "comparison.html").exit_code == 0
    assert "mermaids" in (place / "comparison.html").read_text(encoding="utf-8")
    assert run(*pair, "-o", "comparison.doc").exit_code == 2


def test_a_report_is_written_in_the_form_that_its_name_asks_for(run: Run, place: Path) -> None:
    assert run("report", "run", "-o", "mine.md").exit_code == 0
    assert (place / "mine.md").read_text(encoding="utf-8").startswith("## first")


def test_a_check_names_what_is_wrong_and_what_two_sets_share(run: Run, place: Path) -> None:
    assert run("check", "set.jsonl", "--documents", "minutes").exit_code == 0
    shared = run("check", "set.jsonl", "--against", "set.jsonl")
    assert shared.exit_code == 1
    assert "ferry: It asks what ferry of the other asks." in shared.stdout
    lost = dict(CASES[0], evidence=[{"document": "no.txt", "quote": "x", "relevance": 2}])
    (place / "lost.jsonl").write_text(json.dumps(lost), encoding="utf-8")
    wrong = run("check", "lost.jsonl", "--documents", "minutes")
    assert (wrong.exit_code, wrong.stdout) == (1, "ferry: There is no document no.txt.\n")
    assert run("check", "set.jsonl", "--documents", "nowhere").exit_code == 2


def test_drafts_are_proposed_read_and_accepted_one_by_one(run: Run, place: Path) -> None:
    assert run("new").stdout.startswith("3 new drafts")
    assert run("new").stdout.startswith("0 new drafts")
    waiting = json.loads(run("drafts", "--json").stdout)["drafts"]
    questions = {draft["case"]["question"]: draft["id"] for draft in waiting}
    number = questions["What does TCB stand for?"]
    assert "Tidal Crossing Board" in run("drafts", number).stdout

    unread = run("accept", number, "--to", "new.jsonl", input="n\n")
    assert (unread.exit_code, (place / "new.jsonl").exists()) == (2, False)
    assert run("accept", number, "--to", "new.jsonl", input="").exit_code == 2
    assert run("accept", number, "--to", "new.jsonl", input="y\n").exit_code == 0
    assert run("check", "new.jsonl", "--documents", "minutes").exit_code == 0

    others = [draft["id"] for draft in waiting if draft["id"] != number]
    assert all(run("reject", other).exit_code == 0 for other in others)
    assert run("reject", others[0]).exit_code == 2
    assert run("drafts").stdout == "No draft waits.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "none.jsonl"),
        ("run", "set.jsonl", "--library", "a", "--documents", "b"),
        ("run", "set.jsonl", "--edition", "000001", "--documents", "minutes"),
        ("run", "set.jsonl", "--edition", "000009", "-o", "v"),
        ("run", "set.jsonl", "--documents", "nowhere", "-o", "x"),
        ("run", "set.jsonl", "--system", "magic", "-o", "y"),
        ("run", "set.jsonl", "--judge", "model", "-o", "z"),
        ("run", "set.jsonl", "--library", "empty", "-o", "w"),
        ("compare", "run", "minutes"),
        ("drafts", "99"),
    ],
)
def test_a_mistake_is_told_in_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output


def test_forgetting_a_document_takes_its_words_out_of_the_drafts(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path / "home"))

    def minutes(*arguments: str) -> Result:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == 0, result.output
        return result

    minutes("ingest", str(place / "minutes"))
    minutes("eval", "new")
    assert "Tidal Crossing Board" in minutes("eval", "drafts", "--json").stdout
    minutes("forget", "ferries.txt", "--yes")
    assert minutes("eval", "drafts").stdout == "No draft waits.\n"
    held = (tmp_path / "home" / "drafts.sqlite").read_bytes()
    assert b"Tidal Crossing Board" not in held
