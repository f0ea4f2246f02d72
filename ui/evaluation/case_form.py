"""A case as the fields of a form, and back; the fields are plain values by their names."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from eval.cases import Case, Evidence, Nugget
from vectorstore.found import NO_FILTERS

EMPTY_EVIDENCE = Evidence(document="", quote="", relevance=2)
EMPTY_FACT = Nugget(fact="", vital=True, match=())


def fields_of(case: Case) -> dict[str, Any]:
    """What the form holds for a case; lists are texts with one entry a line."""
    fields: dict[str, Any] = {
        "question": case.question,
        "history": "\n".join(case.history),
        "limited": case.filters != NO_FILTERS,
        "answerable": case.answerable,
        "tags": ", ".join(case.tags),
        "reference": case.reference or "",
    }
    for at, evidence in enumerate(case.evidence):
        fields |= {
            f"document_{at}": evidence.document,
            f"quote_{at}": evidence.quote,
            f"relevance_{at}": evidence.relevance,
        }
    for at, nugget in enumerate(case.nuggets):
        fields |= {
            f"fact_{at}": nugget.fact,
            f"match_{at}": "\n".join(nugget.match),
            f"vital_{at}": nugget.vital,
        }
    return fields


def case_of(fields: Mapping[str, Any], given: Case) -> Case:
    """The case that the form holds now.

    Args:
        fields: those that the form does not show may be missing.
        given: what the form was filled with.
    """
    whole = fields_of(given) | dict(fields)
    return replace(
        given,
        question=whole["question"].strip(),
        history=_lines(whole["history"]),
        filters=given.filters if whole["limited"] else NO_FILTERS,
        answerable=whole["answerable"],
        tags=tuple(filter(None, map(str.strip, whole["tags"].split(",")))),
        reference=whole["reference"].strip() or None,
        evidence=tuple(
            Evidence(
                document=whole[f"document_{at}"] or "",
                quote=" ".join(whole[f"quote_{at}"].split()),
                relevance=whole[f"relevance_{at}"],
            )
            for at in range(len(given.evidence))
        ),
        nuggets=tuple(
            Nugget(
                fact=whole[f"fact_{at}"].strip(),
                vital=whole[f"vital_{at}"],
                match=_lines(whole[f"match_{at}"]),
            )
            for at in range(len(given.nuggets))
        ),
    )


def to_accept(case: Case) -> Case:
    """The case without the evidence and facts that one which is not answerable cannot have."""
    return case if case.answerable else replace(case, evidence=(), nuggets=())


def with_evidence(case: Case, evidence: Evidence = EMPTY_EVIDENCE) -> Case:
    """The case with one more piece of evidence, and answerable."""
    return replace(case, evidence=(*case.evidence, evidence), answerable=True)


def without_evidence(case: Case, at: int) -> Case:
    """The case without a piece of its evidence."""
    return replace(case, evidence=(*case.evidence[:at], *case.evidence[at + 1 :]))


def with_fact(case: Case) -> Case:
    """The case with one more fact, to be filled in."""
    return replace(case, nuggets=(*case.nuggets, EMPTY_FACT))


def without_fact(case: Case, at: int) -> Case:
    """The case without one of its facts."""
    return replace(case, nuggets=(*case.nuggets[:at], *case.nuggets[at + 1 :]))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))
