"""Reports: everything there, nothing run, nothing fetched, nothing that a document writes."""

import base64
import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from eval import runs
from eval.cases import Case
from eval.comparison import compare
from eval.reports.view import view
from eval.reports.writing import write_all, write_comparison, write_report
from eval.result import CaseResult
from eval.running import Bench, results
from eval.runs import Run
from eval.summary import summarise
from eval.systems.system import Response
from tests.eval.conftest import TESTSET
from tests.eval.invented import CASE, SAID, SILENT, answer, piece, sentence, sources
from tests.eval.test_running import OneParagraph
from vectorstore.errors import SettingsError

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>|`#"
ABOUT = {
    "label": "A & B", "system": "minutes", "judge": "words", "edition": "000001",
    "testset": {"name": TESTSET.name, "cases": 3, "digest": "t"}, "library": {"name": "county",
    "documents": 1, "digest": "l"}, "settings": {"embedding_model": "m", "chat_model": None},
    "settings_digest": "s", "program": "p", "versions": {"python": "3"}, "started_at": "2024-03-07",
}  # fmt: skip


class Hostile(OneParagraph):
    def respond(self, case: Case) -> Response:
        if case.id in self._breaks:
            raise RuntimeError(HOSTILE)
        given = answer(SAID, text=HOSTILE, sentences=[sentence(HOSTILE, 1)], score=0.5)
        citations = tuple(replace(each, quote=HOSTILE) for each in given.citations)
        return Response(
            answer=replace(given, citations=citations), retrieved=(piece("first", (0, 86)),)
        )


def made(folder: Path, system: OneParagraph, *, label: str = "A & B", name: str = "minutes") -> Run:
    cases = [
        CASE,
        replace(CASE, id='<b>"x"</b>', question=HOSTILE, tags=("<i>", "who"), reference=HOSTILE),
        replace(SILENT, id="=1+1", question="=HYPERLINK(1)"),
    ]
    run = runs.begin(folder, ABOUT | {"label": label, "system": name}, cases)
    done: list[CaseResult] = list(results(cases, Bench(system=system, sources=sources())))
    for result in done:
        run.add(result)
    run.finish(summarise(cases, done).to_json())
    return runs.read_run(folder)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    made(tmp_path / "run" / "baselines" / "bm25", OneParagraph(), name="bm25")
    return made(tmp_path / "run", Hostile("ferry"))


@pytest.fixture
def page(run: Run, tmp_path: Path) -> str:
    write_report(run, tmp_path / "report.html")
    return (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_page_holds_every_case_with_what_was_expected_of_it(page: str) -> None:
    tree = LexborHTMLParser(page)
    cases = {node.attributes["id"]: node.text() for node in tree.css("details")}
    assert cases.keys() == {"case-ferry", 'case-<b>"x"</b>', "case-=1+1"}
    hostile = " ".join(cases['case-<b>"x"</b>'].split())
    for shown in (
        "late on 40 days", "cited as 1; retrieved at rank 1", "✗ Late on 40 days.",
        "Each citation's worth as evidence: [1] 1.", "holds evidence", "A person’s answer",
    ):  # fmt: skip
        assert shown in hostile
    assert "This case broke: RuntimeError" in cases["case-ferry"]


def test_a_page_runs_nothing_but_its_own_script_and_fetches_nothing(page: str) -> None:
    tree = LexborHTMLParser(page)
    [script] = tree.css("script")
    assert "alert" not in script.text()
    assert not tree.css("img, link, iframe, object, embed, base, form")
    assert not tree.css("[src]")
    assert all((node.attributes["href"] or "").startswith("#") for node in tree.css("[href]"))
    [policy] = tree.css("meta[http-equiv=Content-Security-Policy]")
    allowed = (policy.attributes["content"] or "").split("; ")
    digest = base64.b64encode(hashlib.sha256(script.text().encode()).digest()).decode()
    # Its own script by the digest, and no other: what slipped through as markup would not run.
    assert allowed[0] == "default-src 'none'"
    assert allowed[-1] == f"script-src 'sha256-{digest}'"


def test_a_page_draws_the_figures_and_names_the_baselines(page: str) -> None:
    tree = LexborHTMLParser(page)
    chart, curve = tree.css("svg")
    assert "accuracy" in chart.text()
    assert len(chart.css("circle")) > 5
    assert curve.css("polyline")
    assert "bm25" in tree.css("table")[0].text()


def test_links_lead_to_the_cases(page: str) -> None:
    tree = LexborHTMLParser(page)
    targets = {node.attributes["id"] for node in tree.css("details")}
    links = {unquote((node.attributes["href"] or "")[1:]) for node in tree.css("td a")}
    assert links == targets


def test_cases_in_trouble_come_first(run: Run) -> None:
    assert view(run).cases[0].case.id == "ferry"


def test_markdown_holds_the_figures_and_keeps_markup_apart(run: Run, tmp_path: Path) -> None:
    write_report(run, tmp_path / "report.md")
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "| `accuracy` | " in text
    assert "<script>" not in text.replace("\\<script\\>", "")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len({row.count(" |") for row in rows}) == 1


def test_tables_hold_a_line_for_each_case(run: Run, tmp_path: Path) -> None:
    write_report(run, tmp_path / "cases.csv")
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["accuracy"] for line in lines] == ["0.0", "0.0", "0.0"]
    # A spreadsheet must not calculate what a question says.
    assert (lines[2]["id"], lines[2]["question"]) == ("'=1+1", "'=HYPERLINK(1)")
    write_report(run, tmp_path / "cases.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "cases.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["ferry", '<b>"x"</b>', "=1+1"]
    assert (rows[0]["error"], rows[0]["words"]) == (f"RuntimeError: {HOSTILE}", None)


def test_every_form_is_written_into_the_folder_of_the_run(run: Run) -> None:
    write_all(run)
    assert {"report.html", "report.md", "cases.csv"} <= {path.name for path in run.folder.iterdir()}


def test_a_form_that_is_not_known_is_refused(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"report.pdf ends in none of .html, .md, .csv, .jsonl"):
        write_report(run, tmp_path / "report.pdf")


@pytest.mark.parametrize("name", ["comparison.html", "comparison.md"])
def test_a_comparison_shows_what_changed(run: Run, tmp_path: Path, name: str) -> None:
    before = made(tmp_path / "before", OneParagraph(), label="before")
    write_comparison(compare(before, run), tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "before → A &amp; B" in text or r"before → A \& B" in text
    assert "vital_nugget_recall" in text
    assert text.count("edition 000001 of county") == 2
    assert "<script>alert" not in text
    assert "ferry" in text
