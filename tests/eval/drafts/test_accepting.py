"""A draft becomes a case when a person has read it, and the set stays sound."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.cases import case_json, read_cases
from eval.drafts.accepting import accept, read_case
from eval.drafts.draft import State
from eval.drafts.queue import Queue
from tests.eval.invented import CASE, NAME, SILENT, TEXT
from vectorstore.errors import SettingsError

TEXTS = {NAME: TEXT}


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    queue = Queue(tmp_path)
    queue.propose([CASE, SILENT], edition="000001")
    return queue


def test_an_accepted_draft_is_the_last_case_of_the_set(queue: Queue, tmp_path: Path) -> None:
    testset = tmp_path / "set.jsonl"
    accept(queue, queue.draft(1), CASE, testset, TEXTS)
    accept(queue, queue.draft(2), replace(SILENT, reference="Nothing."), testset, TEXTS)
    assert read_cases(testset) == [CASE, replace(SILENT, reference="Nothing.")]
    assert queue.drafts(State.WAITING) == []
    with pytest.raises(SettingsError, match="accepted already"):
        accept(queue, queue.draft(1), CASE, testset, TEXTS)


def test_an_id_that_is_taken_is_made_another(queue: Queue, tmp_path: Path) -> None:
    testset = tmp_path / "set.jsonl"
    testset.write_text(json.dumps(case_json(replace(SILENT, id="ferry"))), encoding="utf-8")
    assert accept(queue, queue.draft(1), CASE, testset, TEXTS).id == "ferry-1"
    assert [case.id for case in read_cases(testset)] == ["ferry", "ferry-1"]


def test_a_case_that_is_not_sound_stays_a_draft(queue: Queue, tmp_path: Path) -> None:
    testset = tmp_path / "set.jsonl"
    with pytest.raises(SettingsError, match=r"cannot be a case yet\. It is answerable, but no"):
        accept(queue, queue.draft(1), replace(CASE, evidence=()), testset, TEXTS)
    assert not testset.exists()
    accept(queue, queue.draft(1), CASE, testset, TEXTS)
    again = replace(CASE, id="other")
    with pytest.raises(SettingsError, match="It asks what ferry asks"):
        accept(queue, queue.draft(2), again, testset, TEXTS)
    assert queue.draft(2).state is State.WAITING


def test_evidence_must_stand_in_the_documents_once(queue: Queue, tmp_path: Path) -> None:
    testset = tmp_path / "set.jsonl"
    [first, *_] = CASE.evidence
    for quote, often in (("the ferry sank", "nowhere"), ("ferry", "2 times")):
        changed = replace(CASE, evidence=(replace(first, quote=quote),))
        with pytest.raises(SettingsError, match=f"stands {often} in cabinet.txt"):
            accept(queue, queue.draft(1), changed, testset, TEXTS)
    with pytest.raises(SettingsError, match=r"no document cabinet\.txt"):
        accept(queue, queue.draft(1), CASE, testset, {})
    assert not testset.exists()


def test_a_case_changed_in_a_file_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_json(CASE), indent=2), encoding="utf-8")
    assert read_case(path) == CASE
    path.write_text(json.dumps({"id": 1, "case": case_json(CASE)}), encoding="utf-8")
    assert read_case(path) == CASE
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(SettingsError, match="holds no case"):
        read_case(path)
    with pytest.raises(SettingsError, match="holds no case"):
        read_case(tmp_path / "none.json")
