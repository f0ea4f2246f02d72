"""Does the answer hold the facts that were asked for, and does it say who said them?"""

import re

from assistant.answer import Answer
from eval.cases import Case, Nugget
from eval.measures.figure import Figure
from eval.measures.text import comparable
from eval.sources import Place, Sources

NAMING = frozenset({"who", "attribution"})
"""Tags of the cases that ask who said something."""


def nugget_recall(case: Case, answer: Answer, *, vital: bool) -> Figure | None:
    """Share of the case's facts (of the vital ones) that the answer's text proves.

    `None` for a case that is not answerable or has no such facts.
    """
    wanted = [nugget for nugget in case.nuggets if nugget.vital or not vital]
    if not case.answerable or not wanted:
        return None
    text = comparable(answer.text)
    missing = [nugget.fact for nugget in wanted if not proved(nugget, text)]
    held = len(wanted) - len(missing)
    lacking = "".join(f" Missing: {fact}" for fact in missing)
    return Figure(
        value=held / len(wanted), reason=f"{held} of {len(wanted)} facts are held.{lacking}"
    )


def proved(nugget: Nugget, comparable_text: str) -> bool:
    """Whether a text, already comparable, holds any of a fact's wordings; none is proved by ""."""
    return any(wording in comparable_text for wording in map(comparable, nugget.match) if wording)


def attribution(case: Case, answer: Answer, sources: Sources) -> Figure | None:
    """Share of the cited evidence whose speaker the citing sentences name.

    Counted over the citations that lie in a paragraph of evidence of which the minutes record
    who speaks. `None` for cases that do not ask who, and where no such paragraph is cited.
    """
    if not case.answerable or not NAMING.intersection(case.tags):
        return None
    evidence = [sources.locate(each.document, each.quote) for each in case.evidence]
    named: list[bool] = []
    lacking: list[str] = []
    for citation in answer.citations:
        place = Place(document=citation.reference.document, start=citation.start, end=citation.end)
        paragraph = sources.paragraph(place)
        around = sources.around(place)
        on_evidence = any(found and found.overlap(around) for found in evidence)
        if paragraph is None or not paragraph.speakers or not on_evidence:
            continue
        said = " ".join(
            sentence.text for sentence in answer.sentences if citation.number in sentence.citations
        )
        surnames = [speaker.split()[-1] for speaker in paragraph.speakers if speaker.split()]
        named.append(any(_named(surname, said) for surname in surnames))
        if not named[-1]:
            lacking.append(f" [{citation.number}] does not name {' or '.join(paragraph.speakers)}.")
    if not named:
        return None
    return Figure(
        value=sum(named) / len(named),
        reason=f"{sum(named)} of {len(named)} cited paragraphs have their speaker named."
        + "".join(lacking),
    )


def _named(surname: str, said: str) -> bool:
    """Whether a name is said as a word of its own: "Ward" is not named by "forward"."""
    name = re.escape(comparable(surname))
    return re.search(rf"(?<!\w){name}(?!\w)", comparable(said)) is not None
