"""What the judges of support take for borne out."""

import pytest

from assistant.answer import Composer
from assistant.generative.chat_model import ModelUnavailable, open_chat_model
from assistant.settings import AssistantSettings
from eval.measures.judges import ModelJudge, by_words, deterministic, verbatim
from tests.assistant.scripted_server import ScriptedServer, says

CITED = (
    "Mr Orrell said that the chain ferry had been out of service on 41 days in 2023/24, which he "
    "called “a poor show”. The Cabinet approved £2.4 million for a second ferry."
)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Mr Orrell said that the chain ferry had been out of service on 41 days", True),
        ("Mr Orrell said … £2.4 million for a second ferry.", True),
        ("Mr Orrell said that the ferry was out of service", False),
        ("MR ORRELL SAID", False),
        ("…", False),
        ("", False),
    ],
)
def test_an_extract_must_stand_in_the_cited_words(statement: str, expected: bool) -> None:
    assert verbatim(statement, [CITED]) is expected


def test_an_extract_may_go_on_from_one_quote_into_the_next() -> None:
    assert verbatim(
        "The ferry was late. It was replaced.", ["The ferry was late.", "It was replaced."]
    )


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The chain ferry was out of service on 41 days, Mr Orrell said.", True),
        ("The Cabinet approved £2.4 million for a second ferry.", True),
        ("The ferry was out of service on 42 days.", False),
        ('Service of the ferry was called "a poor show" by Orrell.', True),
        ('Service of the ferry was called "a fine show" by Orrell.', False),
        ("The chain ferry, said Mrs Vance, had been out of service.", False),
        ("Libraries closed because heating systems failed everywhere.", False),
    ],
)
def test_free_text_may_not_bring_quotations_numbers_names_or_matter_of_its_own(
    statement: str, expected: bool
) -> None:
    assert by_words(statement, [CITED]) is expected


def test_extracts_are_judged_verbatim_and_free_text_by_its_words() -> None:
    assert deterministic(Composer.EXTRACTIVE) is verbatim
    assert deterministic(Composer.GENERATIVE) is by_words


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("yes", True),
        ("**No**, it is not.", False),
        ("No\nThe words are silent.", False),
        ("It depends.", None),
        ("yesterday", None),
        ("No idea.", None),
        ("Yes and no.", None),
    ],
)
def test_a_model_that_says_neither_yes_nor_no_gives_no_judgement(
    reply: str, expected: bool | None
) -> None:
    with ScriptedServer(says(reply)) as server:
        settings = AssistantSettings(
            chat_model="openai:scripted", chat_base_url=server.base_url, chat_timeout=20
        )
        model = open_chat_model(settings)
        assert model is not None
        assert ModelJudge(model)("The ferry was late.", [CITED]) is expected


def test_a_model_that_cannot_be_reached_is_an_error_and_no_verdict() -> None:
    settings = AssistantSettings(
        chat_model="openai:scripted", chat_base_url="http://127.0.0.1:9/v1", chat_timeout=20
    )
    model = open_chat_model(settings)
    assert model is not None
    with pytest.raises(ModelUnavailable):
        ModelJudge(model)("The ferry was late.", [CITED])
