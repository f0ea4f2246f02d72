"""`minutes ask` and `minutes search` on a terminal and for scripts."""

import json
from pathlib import Path

from tests.cli.running import Run, printed


def test_ask_answers_in_the_form_of_the_contract(run: Run, ingested: Path) -> None:
    answer = printed(run("ask", "chain ferry", "--json"))
    assert (answer["schema"], answer["question"], answer["edition"]) == (1, "chain ferry", "000001")
    assert answer["citations"]
    text = run("show", "ferries.txt", "--text").stdout
    for citation in answer["citations"]:
        quoted = text[citation["start"] : citation["end"]]
        assert " ".join(quoted.split()) == citation["quote"]


def test_ask_reads_well_on_a_terminal(run: Run) -> None:
    result = run("ask", "what was said about the chain ferry?")
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert "7 March 2024 – Cabinet, Wexcombe County Council" in shown
    assert "out of service on 41 days. [" in shown
    assert "Searched 2 meetings of 2 committees" in shown


def test_filters_may_be_part_of_a_name(run: Run) -> None:
    answer = printed(
        run("ask", "library", "--committee", "scrutiny", "--since", "2024-01-01", "--json")
    )
    assert answer["filters"] == {"committee": "Scrutiny Committee", "since": "2024-01-01"}
    assert answer["coverage"]["meetings"] == 1


def test_a_follow_up_is_understood_from_the_history(run: Run) -> None:
    answer = printed(
        run("ask", "how many days was it out of service?", "--history", "chain ferry", "--json")
    )
    assert "ferry" in answer["standalone_question"]


def test_a_batch_is_answered_line_by_line_in_order(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        '{"id": "b", "question": "mobile library"}\n'
        '{"id": "x", "question": ""}\n'
        "\n"
        '{"id": "a", "question": "how long was it out of service?", "history": ["chain ferry"]}\n'
    )
    result = run("ask", "--batch", batch, "--json")
    assert result.exit_code == 1
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["id"], third["id"]) == ("b", "a")
    assert first["citations"][0]["document"] == "libraries.txt"
    assert "ferry" in third["standalone_question"]
    assert list(second) == ["id", "schema", "line", "error"]
    assert (second["id"], second["line"]) == ("x", 2)
    assert result.stderr.startswith("Line 2: ")


def test_search_gives_passages_best_first(run: Run) -> None:
    found = printed(run("search", "mobile library", "-k", "2", "--json"))
    assert (found["schema"], found["query"]) == (1, "mobile library")
    assert [passage["rank"] for passage in found["passages"]] == [1, 2]
    assert found["passages"][0]["document"] == "libraries.txt"
    assert "mobile library" in run("search", "mobile library").stdout
