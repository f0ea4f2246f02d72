"""What heads a paragraph is told from its sentences, and reasons from what was decided."""

import pytest

from assistant.evidence.leaning import gives_reasons, run_in_head, words_of
from tests.assistant.invented import passage


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Tennis court resurfacing. Three quotations were received.", "Tennis court resurfacing."),
        ("Anti-Social Behaviour (ASB). There were 40 reports.", "Anti-Social Behaviour (ASB)."),
        ("Rents. It was proposed that they rise.", "Rents."),
    ],
)
def test_words_without_a_verb_head_a_paragraph(text: str, head: str) -> None:
    held = passage(text)
    found = run_in_head(held)
    assert found is not None
    assert words_of(held, found) == head


@pytest.mark.parametrize(
    "text",
    [
        "Tennis court resurfacing.",
        "Mrs Varley introduced the report. It was long.",
        "Mr Dray disagreed. Rides had grown.",
        "Motion carried. The Chairman left.",
        "Reasons: The policy was clear. It had to be kept.",
    ],
)
def test_a_sentence_heads_nothing(text: str) -> None:
    assert run_in_head(passage(text)) is None


def test_a_paragraph_that_begins_so_gives_reasons() -> None:
    assert gives_reasons(passage("Reasons for decision: to save money."))
    assert not gives_reasons(passage("RESOLVED, for the reasons given, that it be closed."))
