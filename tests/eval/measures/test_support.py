"""ALCE's citation recall and precision against examples counted by hand."""

from collections.abc import Sequence

import pytest

from assistant.answer import Answer, Composer, SentenceKind
from eval.measures.figure import Figure
from eval.measures.support import (
    citation_precision,
    citation_recall,
    supported,
    unjudged_sentences,
)
from tests.eval.invented import ASKED, BUS, DECIDED, SAID, answer, sentence, sources

LATE, WHY, REPLACED, STOPS = "late on 40 days", "asked why", "replaced", "stop at Fenn"


def all_parts(statement: str, premises: Sequence[str]) -> bool | None:
    """Bears out a statement whose parts, between semicolons, all stand in the cited words."""
    if statement == "?":
        return None
    return all(part in " ".join(premises) for part in statement.split("; "))


def figures(given: Answer) -> tuple[float | None, float | None, float | None]:
    statements = supported(given, sources(), all_parts)

    def rounded(figure: Figure | None) -> float | None:
        return None if figure is None else round(figure.value, 4)

    return (
        rounded(citation_recall(statements)),
        rounded(citation_precision(statements)),
        rounded(unjudged_sentences(statements)),
    )


def test_recall_is_of_statements_and_precision_of_citations() -> None:
    # 1: borne out by [1] and [3] together, of which [4] is irrelevant: it alone does not bear it
    #    out, and the others do without it. Precise: [1], [3]. 2: not borne out by [2], so [2] is
    #    not precise. 3: borne out by [4] alone. Recall 2/3; precision (2 + 0 + 1) / (3 + 1 + 1).
    given = answer(
        SAID, ASKED, DECIDED, BUS,
        sentences=[
            sentence(f"{LATE}; {REPLACED}", 1, 3, 4),
            sentence(REPLACED, 2),
            sentence(STOPS, 4),
        ],
    )  # fmt: skip
    assert figures(given) == (0.6667, 0.6, 0.0)


def test_of_two_citations_that_each_bear_a_statement_out_neither_is_irrelevant() -> None:
    given = answer(SAID, (0, 86), sentences=[sentence(LATE, 1, 2)])
    assert figures(given) == (1.0, 1.0, 0.0)


def test_a_statement_without_a_citation_is_not_borne_out() -> None:
    given = answer(SAID, sentences=[sentence(LATE, 1), sentence(REPLACED)])
    assert figures(given) == (0.5, 1.0, 0.0)


def test_what_the_program_says_of_its_search_is_no_statement() -> None:
    summary = sentence("The minutes give no figure.", kind=SentenceKind.SUMMARY)
    assert figures(answer(sentences=[summary])) == (None, None, None)


def test_no_judgement_is_left_out_and_shown() -> None:
    given = answer(SAID, sentences=[sentence(LATE, 1), sentence("?", 1)])
    assert figures(given) == (1.0, 1.0, 0.5)
    assert figures(answer(SAID, sentences=[sentence("?", 1)])) == (None, None, 1.0)


@pytest.mark.parametrize(
    ("composer", "expected"), [(Composer.EXTRACTIVE, 0.0), (Composer.GENERATIVE, 1.0)]
)
def test_free_text_is_judged_by_the_paragraph_cited_and_an_extract_by_its_quote(
    composer: Composer, expected: float
) -> None:
    given = answer(SAID, sentences=[sentence(f"{WHY}; Cabinet", 1)], composer=composer)
    recall, _, _ = figures(given)
    assert recall == (expected if composer is Composer.GENERATIVE else 0.0)
