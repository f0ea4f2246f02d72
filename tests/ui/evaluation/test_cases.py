"""Cases as the page shows them: in a line, opened, and side by side."""

import pytest

from eval.comparison import Comparison, compare
from eval.reports.view import RunView, view
from eval.runs import Run
from tests.eval.reports.test_reports import HOSTILE, Hostile, made
from tests.eval.test_running import OneParagraph
from ui.evaluation.cases import (
    case_line,
    case_opened,
    changed_cases,
    changed_line,
    changed_opened,
    fitting,
    place_of,
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return made(tmp_path_factory.mktemp("runs") / "before", OneParagraph(), label="before")


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return made(tmp_path_factory.mktemp("runs") / "after", Hostile("ferry"), label="after")


@pytest.fixture(scope="module")
def found(before: Run, after: Run) -> Comparison:
    return compare(before, after)


def ids(seen: RunView, **wanted: object) -> list[str]:
    chosen = {"right": None, "tag": None, "search": ""} | wanted
    return sorted(each.case.id for each in fitting(seen.cases, **chosen))  # type: ignore[arg-type]


def test_a_line_says_how_the_case_ended_and_whether_that_was_right(before: Run, after: Run) -> None:
    for run, told in ((before, "answered, not right"), (after, "broke, not right")):
        [ferry] = [each for each in view(run).cases if each.case.id == "ferry"]
        line = case_line(ferry)
        assert (line["question"], line["told"], line["tone"]) == ("the ferry", told, "bad")


def test_cases_are_chosen_by_what_became_of_them_by_tag_and_by_words(after: Run) -> None:
    seen = view(after)
    assert ids(seen) == sorted(["ferry", "=1+1", '<b>"x"</b>'])
    assert ids(seen, right=True) == []
    assert ids(seen, right=False, tag="who") == ['<b>"x"</b>']
    assert ids(seen, search="FERRY the") == ["ferry"]


def test_an_opened_case_explains_its_figures(before: Run) -> None:
    [ferry] = [each for each in view(before).cases if each.case.id == "ferry"]
    whole = case_opened(ferry)
    [answer] = whole["answers"]
    assert answer["text"].endswith("[1]")
    assert answer["citations"][0]["place"].endswith("cabinet.txt")
    assert {"text": "Late on 40 days.", "held": True} in whole["facts"]
    assert {"text": "In 2022–23. (not vital)", "held": False} in whole["facts"]
    assert whole["evidence"][0] == {
        "quote": "the ferry had been late on 40 days",
        "place": "cabinet.txt, needed",
        "told": "cited as [1], retrieved at rank 1",
    }
    assert whole["evidence"][1]["told"] == "not cited, not retrieved"
    assert whole["retrieved"][0]["told"] == "holds evidence"
    reasons = {each["name"]: each["reason"] for each in whole["reasons"]}
    assert reasons.keys() == ferry.figures.keys()
    assert "Missing: To be replaced." in reasons["vital_nugget_recall"]


def test_a_case_that_broke_says_what_broke(after: Run) -> None:
    [ferry] = [each for each in view(after).cases if each.case.id == "ferry"]
    [answer] = case_opened(ferry)["answers"]
    assert answer["error"] == f"RuntimeError: {HOSTILE}"
    assert (answer["text"], answer["citations"]) == (None, [])


def test_a_changed_case_shows_both_sides_and_which_figures_changed(found: Comparison) -> None:
    [ferry] = [each for each in changed_cases(found) if each.case.id == "ferry"]
    line = changed_line(ferry)
    assert line["tone"] == "bad"
    assert line["told"] == f"{len(ferry.worse)} worse"
    views = [
        next(each for each in view(run).cases if each.case.id == "ferry")
        for run in (found.before, found.after)
    ]
    whole = changed_opened(ferry, *views)
    assert [answer["title"] for answer in whole["answers"]] == ["Before: answered", "After: broke"]
    lost = {change["name"]: change["told"] for change in whole["changes"]}
    assert lost["vital_nugget_recall"] == "0.500 → 0.000, worse"
    assert {"text": "Before: Late on 40 days.", "held": True} in whole["facts"]
    assert {"text": "After: Late on 40 days.", "held": False} in whole["facts"]
    told = [each["told"] for each in whole["evidence"]]
    assert told[0].startswith("before: cited as [1]")
    assert "after: not cited, not retrieved" in told


def test_a_place_tells_only_what_is_recorded() -> None:
    bare = dict.fromkeys(("council", "committee", "date", "item", "paragraph", "page"))
    assert place_of({**bare, "document": "a.txt"}) == "a.txt"
    whole = {**bare, "committee": "Cabinet", "item": "4", "paragraph": "3(k)", "page": 2}
    assert place_of({**whole, "document": "a.txt"}) == (
        "Cabinet, item 4, paragraph 3(k), page 2, a.txt"
    )
