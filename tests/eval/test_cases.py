"""Test sets: what is not a case is refused with its line, never read as something else."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.cases import Case, Evidence, Nugget, read_cases
from vectorstore.errors import SettingsError
from vectorstore.found import NO_FILTERS, Filters

SAMPLES = Path(__file__).parents[2] / "samples" / "questions.jsonl"
LINE: dict[str, Any] = {
    "id": "ferry-1",
    "question": "and the ferry?",
    "history": ["what was said about buses?"],
    "filters": {"council": "Marlshire County Council", "since": "2022-01-01", "until": None},
    "answerable": True,
    "evidence": [{"document": "cabinet.txt", "quote": "late on 40 days", "relevance": 2}],
    "nuggets": [{"fact": "Late on 40 days.", "vital": True, "match": ["40 days", "forty days"]}],
    "tags": ["number", "followup"],
}


def written(path: Path, *lines: str) -> Path:
    test_set = path / "cases.jsonl"
    test_set.write_text("\n".join(lines), encoding="utf-8")
    return test_set


def changed(**fields: Any) -> str:
    return json.dumps({**LINE, **fields})


def test_a_line_is_read_with_all_that_it_holds(tmp_path: Path) -> None:
    [case] = read_cases(written(tmp_path, json.dumps(LINE)))
    assert case == Case(
        id="ferry-1",
        question="and the ferry?",
        history=("what was said about buses?",),
        filters=Filters(council="Marlshire County Council", since=date(2022, 1, 1)),
        answerable=True,
        evidence=(Evidence(document="cabinet.txt", quote="late on 40 days", relevance=2),),
        nuggets=(Nugget(fact="Late on 40 days.", vital=True, match=("40 days", "forty days")),),
        tags=("number", "followup"),
    )


def test_what_is_optional_may_be_left_out(tmp_path: Path) -> None:
    needed = ("id", "question", "answerable", "evidence", "nuggets")
    [case] = read_cases(written(tmp_path, json.dumps({name: LINE[name] for name in needed})))
    assert (case.history, case.filters, case.tags) == ((), NO_FILTERS, ())


def test_blank_lines_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    read = read_cases(written(tmp_path, "\ufeff" + changed(id="a"), "", changed(id="b"), ""))
    assert [case.id for case in read] == ["a", "b"]


def test_a_line_separator_within_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    question = "what was said\u2028about the ferry?"
    line = json.dumps({**LINE, "question": question}, ensure_ascii=False)
    assert [case.question for case in read_cases(written(tmp_path, line))] == [question]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Expecting"),
        ("[]", "not an object"),
        ("7", "not an object"),
        (changed(question=None), "'question'"),
        (changed(answerable="false"), "'answerable' is missing or is not true or false"),
        (changed(history="buses"), "'history' is not a list"),
        (changed(tags=[1]), "'tags' is not a list"),
        (changed(evidence={}), "'evidence'"),
        (changed(evidence=[{"document": "a", "quote": "b", "relevance": 3}]), "relevance 3"),
        (changed(evidence=["cabinet.txt"]), "not an object"),
        # A text where a list belongs would make every letter a proof.
        (changed(nuggets=[{"fact": "a", "vital": True, "match": "40 days"}]), "'match'"),
        (changed(filters={"committees": "Cabinet"}), "filters"),
        (changed(filters={"since": "2022"}), "isoformat"),
        (changed(filters={"only": "said"}), "Only"),
        (changed(filters={"until": 2022}), "'until'"),
        (changed(id="first"), "'first' is taken"),
    ],
)
def test_what_is_not_a_case_is_named_by_its_line(tmp_path: Path, line: str, reason: str) -> None:
    test_set = written(tmp_path, changed(id="first"), "", line)
    with pytest.raises(SettingsError) as error:
        read_cases(test_set)
    assert str(error.value).startswith(f"Line 3 of {test_set} is not a case")
    assert reason in str(error.value)


def test_a_missing_file_and_one_that_is_not_utf_8_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_cases(tmp_path / "none.jsonl")
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"question": "caf\xe9"}')
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_cases(latin)


def test_the_sample_questions_are_a_test_set() -> None:
    cases = read_cases(SAMPLES)
    assert len(cases) == 38
    assert sum(not case.answerable for case in cases) == 12
    assert all(case.evidence and case.nuggets for case in cases if case.answerable)


def test_the_shared_test_sets_are_read() -> None:
    shared = Path(__file__).parents[2] / "../shared/testsets"
    if not shared.is_dir():
        pytest.skip("the shared test sets are not here")
    sets = {path.name: read_cases(path) for path in shared.rglob("*.jsonl")}
    assert sets
    assert all(sets.values())
