"""Do the cited words bear out the statements? Citation recall and precision after ALCE.

T. Gao, H. Yen, J. Yu, D. Chen, "Enabling Large Language Models to Generate Text with Citations",
EMNLP 2023, section 4. Their judge is an entailment model; here the judge is pluggable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer, Composer, SentenceKind
from eval.measures.citations import place_of
from eval.measures.figure import Figure
from eval.measures.text import shortened
from eval.sources import Sources
from vectorstore.found import Reference
from vectorstore.wording import fold


class Judge(Protocol):
    """Whether cited words, taken together, bear a statement out; `None` is "no judgement"."""

    def __call__(self, statement: str, premises: Sequence[str]) -> bool | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Supported:
    """What a judge makes of one statement.

    Args:
        citations: the numbers that it carries.
        borne_out: by all that it cites together; `None` when the judge gave no judgement.
        precise: for each citation whether it counts as precise; empty without a judgement.
    """

    text: str
    citations: tuple[int, ...]
    borne_out: bool | None
    precise: tuple[bool, ...]


def supported(answer: Answer, sources: Sources, judge: Judge) -> list[Supported]:
    """What the judge makes of each statement.

    Sentences without citations that the program writes about its own search claim nothing of the
    minutes, so they are no statements.
    """
    premises = {
        citation.number: (
            sources.words(place_of(citation))
            if answer.composer is Composer.EXTRACTIVE
            else _in_context(citation.reference, sources.words(sources.around(place_of(citation))))
        )
        for citation in answer.citations
    }
    return [
        _judged(sentence.text, sentence.citations, premises, judge)
        for sentence in answer.sentences
        if sentence.citations or sentence.kind is not SentenceKind.SUMMARY
    ]


def citation_recall(statements: Sequence[Supported]) -> Figure | None:
    """Share of the statements that all they cite together bears out.

    `None` without statements that were judged.
    """
    judged = [each for each in statements if each.borne_out is not None]
    if not judged:
        return None
    bare = [each for each in judged if not each.borne_out]
    shown = "".join(f" Not borne out: “{shortened(each.text)}”" for each in bare)
    return Figure(
        value=1 - len(bare) / len(judged),
        reason=f"{len(judged) - len(bare)} of {len(judged)} statements are borne out.{shown}",
    )


def citation_precision(statements: Sequence[Supported]) -> Figure | None:
    """Share of the citations that are not irrelevant, over all statements.

    A citation is irrelevant when it alone does not bear its statement out while the others do
    without it; where the statement is not borne out at all, none of its citations is precise.
    `None` without citations that were judged.
    """
    precise = [one for each in statements for one in each.precise]
    if not precise:
        return None
    return Figure(
        value=sum(precise) / len(precise),
        reason=f"{sum(precise)} of {len(precise)} citations carry what they are put to.",
    )


def unjudged_sentences(statements: Sequence[Supported]) -> Figure | None:
    """Share of the statements on which the judge gave no judgement; `None` without statements."""
    if not statements:
        return None
    without = [each.text for each in statements if each.borne_out is None]
    shown = "".join(f" “{shortened(text)}”" for text in without)
    return Figure(
        value=len(without) / len(statements),
        reason=f"{len(without)} of {len(statements)} statements got no judgement.{shown}",
    )


def _judged(
    text: str, citations: tuple[int, ...], premises: dict[int, str], judge: Judge
) -> Supported:
    cited = [premises[number] for number in citations]
    borne_out = judge(text, cited) if cited else False
    precise: list[bool] = []
    if borne_out is not None:
        precise = [borne_out and _needed(text, cited, index, judge) for index in range(len(cited))]
    return Supported(text=text, citations=citations, borne_out=borne_out, precise=tuple(precise))


def _needed(text: str, cited: list[str], index: int, judge: Judge) -> bool:
    if len(cited) == 1:
        return True
    others = [premise for at, premise in enumerate(cited) if at != index]
    # No judgement is no proof that a citation is irrelevant.
    return judge(text, [cited[index]]) is not False or judge(text, others) is not True


def _in_context(reference: Reference, words: str) -> str:
    """Cited words with what their reference says: who met, when, and on what."""
    held = reference.date
    day = f"{held.day} {held:%B %Y}" if held else None
    about = (reference.council, reference.committee, day, reference.item_title)
    return fold(" ".join([*filter(None, about), words]))
