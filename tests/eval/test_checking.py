"""What is wrong with a test set is named; what is right is left alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.cases import Case, Evidence, Nugget, read_cases
from eval.checking import leaks, problems
from ingest.job import read
from tests.eval.invented import CASE, NAME, SILENT, TEXT
from tests.sample_library import SAMPLES

SOUND = replace(CASE, question="what was said of delays?", nuggets=CASE.nuggets[:2])
TEXTS = {NAME: TEXT}


def told(case: Case) -> list[str]:
    return [problem.words for problem in problems([case], TEXTS)]


def evidence(quote: str, document: str = NAME) -> Evidence:
    return Evidence(document=document, quote=quote, relevance=2)


def nugget(*match: str, fact: str = "A fact.", vital: bool = True) -> Nugget:
    return Nugget(fact=fact, vital=vital, match=match)


def test_a_sound_case_has_no_problem() -> None:
    assert told(SOUND) == []
    assert problems([SOUND, SILENT], None) == []


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (replace(SOUND, question=" "), "The question is empty."),
        (replace(SOUND, evidence=()), "no evidence says so"),
        (replace(SILENT, nuggets=SOUND.nuggets), "yet has evidence or facts"),
        (replace(SOUND, evidence=(evidence("no such words"),), nuggets=()), "stands nowhere in"),
        (replace(SOUND, evidence=(evidence("the ferry"),), nuggets=()), "stands 2 times in"),
        (replace(SOUND, evidence=(evidence("x", "no.txt"),), nuggets=()), "no document no.txt"),
        (replace(SOUND, evidence=SOUND.evidence[:1] * 2), "among its evidence twice"),
        (replace(SOUND, nuggets=(nugget(),)), "no wording that could prove it"),
        (replace(SOUND, nuggets=(nugget("late", " "),)), "no wording that could prove it"),
        (replace(SOUND, nuggets=(nugget("delays"),)), "the question says it already"),
        (replace(SOUND, nuggets=(nugget("bridge"),)), "a wording that proves “A fact.”"),
        (replace(SOUND, nuggets=(nugget("late"), nugget("late", fact="B."))), "proves two facts"),
    ],
)
def test_what_makes_a_case_lie_is_named(case: Case, words: str) -> None:
    assert any(words in each for each in told(case)), told(case)


def test_a_wording_within_another_word_of_the_question_does_not_count() -> None:
    assert told(replace(SOUND, nuggets=(nugget("lay"), nugget("late", fact="B.")))) == [
        "No document of its evidence has a wording that proves “A fact.”."
    ]


@pytest.mark.parametrize(
    ("question", "other", "same"),
    [
        ("what was said of delays?", "What has been said about delays", True),
        ("who chairs the Cabinet?", "who chairs the Scrutiny Committee?", False),
        ("What does ASB stand for?", "What does ASP stand for?", False),
        (
            "how many potholes on rural roads were mended by contractors in 2022?",
            "how many potholes on rural roads were mended by contractors in 2023?",
            False,
        ),
        (
            "how many potholes on rural roads were mended by our contractors?",
            "potholes on rural roads: how many were mended, by contractors?",
            True,
        ),
    ],
)
def test_questions_that_ask_the_same_are_duplicates(question: str, other: str, same: bool) -> None:
    cases = [replace(SILENT, id="a", question=question), replace(SILENT, id="b", question=other)]
    expected = ["b: It asks what a asks."] if same else []
    assert [str(problem) for problem in problems(cases, None)] == expected


def test_a_follow_up_is_no_duplicate_of_the_same_words_after_another_question() -> None:
    cases = [replace(SILENT, id="a", history=("buses",)), replace(SILENT, id="b", history=())]
    assert problems(cases, None) == []


def test_cases_that_two_sets_share_leak_by_question_or_by_evidence() -> None:
    by_evidence = replace(SOUND, id="evidence", question="why a new boat?")
    new = replace(SILENT, id="new", question="are there unicorns?")
    found = leaks([SOUND, by_evidence, new], [replace(SOUND, id="theirs")])
    assert [str(problem) for problem in found] == [
        "ferry: It asks what theirs of the other asks.",
        "evidence: It rests on the same evidence as theirs there.",
    ]


def test_the_sample_questions_are_sound() -> None:
    files = [path for path in SAMPLES.iterdir() if path.suffix != ".toml"]
    texts = {path.name: read(path).text for path in files}
    assert problems(read_cases(Path(SAMPLES.parent / "questions.jsonl")), texts) == []
