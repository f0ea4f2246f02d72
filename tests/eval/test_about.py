"""What a run says of itself: enough to make it again, and nothing secret."""

import json
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from assistant.settings import AssistantSettings
from eval.about import about, program_digest
from eval.cases import Case
from tests.eval.conftest import TESTSET
from vectorstore.library import Library


def told(library: Library, cases: list[Case], **settings: Any) -> dict[str, Any]:
    chosen = AssistantSettings(**{"chat_model": None, **settings})
    return about(
        cases, TESTSET, library.current(), library.settings, chosen,
        system="minutes", judge="words", label=None,
    )  # fmt: skip


def test_the_settings_are_told_without_keys(library: Library, cases: list[Case]) -> None:
    found = told(
        library,
        cases,
        chat_model="openai:some",
        chat_base_url="https://me:hush-1@models.example:8443/v1?key=hush-2",
        chat_api_key=SecretStr("hush-3"),
    )
    assert found["settings"]["chat_base_url"] == "https://models.example:8443/v1"
    assert "hush" not in json.dumps(found)


def test_each_part_has_a_digest_that_changes_with_it(library: Library, cases: list[Case]) -> None:
    plain = told(library, cases)
    assert plain == {**told(library, cases), "started_at": plain["started_at"]}
    other_settings = told(library, cases, chat_timeout=5.0)
    assert other_settings["settings_digest"] != plain["settings_digest"]
    other_cases = told(library, [replace(cases[0], question="else?"), *cases[1:]])
    assert other_cases["testset"]["digest"] != plain["testset"]["digest"]
    assert plain["program"] == program_digest()


def test_the_library_is_told_by_its_documents_edition_and_size(
    library: Library, cases: list[Case]
) -> None:
    found = told(library, cases)
    assert found["edition"] == library.current().name
    assert found["library"]["passages"] == library.current().passages
    assert found["versions"].keys() >= {"python", "chromadb", "ir-measures"}
