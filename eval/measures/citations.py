"""Is what is cited relevant, and are its words the document's own?"""

from assistant.answer import Answer, Citation
from eval.cases import Case
from eval.measures.figure import Figure
from eval.measures.text import shortened
from eval.sources import Place, Sources
from vectorstore.errors import LibraryError


def place_of(citation: Citation) -> Place:
    """The characters that a citation claims."""
    return Place(document=citation.reference.document, start=citation.start, end=citation.end)


def evidence_precision(case: Case, answer: Answer, sources: Sources) -> Figure | None:
    """Mean relevance of the answer's citations, 0 to 1; relevance 1 earns half.

    A citation falls on evidence when it overlaps the evidence's quote or lies in the same
    paragraph. `None` for a case that is not answerable and for an answer without citations.
    """
    if not case.answerable or not answer.citations:
        return None
    relevances = [relevance(place_of(citation), case, sources) for citation in answer.citations]
    shown = ", ".join(
        f"[{citation.number}] {worth / 2:g}{_how(citation, case, sources) if worth else ''}"
        for citation, worth in zip(answer.citations, relevances, strict=True)
    )
    return Figure(
        value=sum(relevances) / (2 * len(relevances)),
        reason=f"Each citation's worth as evidence: {shown}.",
    )


def relevance(place: Place, case: Case, sources: Sources) -> int:
    """2, 1 or 0: the best evidence that a place overlaps or shares a paragraph with."""
    try:
        around = sources.around(place)
    except LibraryError:
        return 0
    return max(
        (
            evidence.relevance
            for evidence in case.evidence
            if (found := sources.locate(evidence.document, evidence.quote))
            and (found.overlap(place) or found.overlap(around))
        ),
        default=0,
    )


def _how(citation: Citation, case: Case, sources: Sources) -> str:
    """Says so where a citation only shares a paragraph with evidence."""
    place = place_of(citation)
    located = (sources.locate(each.document, each.quote) for each in case.evidence)
    overlaps = any(found and found.overlap(place) for found in located)
    return "" if overlaps else " (the same paragraph)"


def exactness(answer: Answer, sources: Sources) -> Figure | None:
    """Share of citations whose quote is what the document has at the offsets given.

    `None` for an answer without citations.
    """
    if not answer.citations:
        return None
    altered = [citation for citation in answer.citations if not _exact(citation, sources)]
    exact = len(answer.citations) - len(altered)
    shown = "".join(
        f" [{citation.number}] is not: “{shortened(citation.quote)}”." for citation in altered
    )
    return Figure(
        value=exact / len(answer.citations),
        reason=f"{exact} of {len(answer.citations)} quotes are the document's words.{shown}",
    )


def _exact(citation: Citation, sources: Sources) -> bool:
    try:
        return sources.words(place_of(citation)) == citation.quote
    except LibraryError:
        return False
