"""Cases of runs as plain values: a line each, and one opened to all that explains it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eval.cases import Case
from eval.comparison import Change, Comparison
from eval.measures.text import shortened
from eval.reports.view import CaseView, EvidenceView
from eval.result import CaseResult
from ui.evaluation.tables import number
from ui.evaluation.wording import ending_words, status_words
from ui.wording import filter_words

# Characters of a retrieved piece: it is to be recognised, not read.
_LONGEST = 400


def is_right(case: CaseView) -> bool:
    """Whether it was answered right, or refused right."""
    return bool(case.figures["accuracy"].value)


def fitting(
    cases: Iterable[CaseView], *, right: bool | None, tag: str | None, search: str
) -> list[CaseView]:
    """The cases that are right or not, have a tag, and hold words in their question.

    Args:
        right, tag: `None` for any.
    """
    wanted = search.casefold().split()
    return [
        each
        for each in cases
        if right in (None, is_right(each))
        and (tag is None or tag in each.case.tags)
        and all(word in each.case.question.casefold() for word in wanted)
    ]


def case_line(case: CaseView) -> dict[str, Any]:
    """A case of a run in a line."""
    return {
        "id": case.case.id,
        "question": case.case.question,
        "told": ending_words(case.result),
        "tone": "good" if is_right(case) else "bad",
        "tags": ", ".join(case.case.tags),
    }


def case_opened(case: CaseView) -> dict[str, Any]:
    """A case of a run with all that explains its figures."""
    return {
        "id": case.case.id,
        "notes": _notes(case.case, case.result),
        "changes": [],
        "answers": [_answer("Answer", case.result)],
        "facts": _facts(case),
        "evidence": [_evidence(each, _found(each)) for each in case.evidence],
        "reference": case.case.reference,
        "retrieved": [_retrieved(each) for each in case.result.retrieved],
        "reasons": [
            {"name": name, "value": number(each.value), "reason": each.reason}
            for name, each in case.figures.items()
        ],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCase:
    """A case of two runs, and its figures that got better and worse, by their names."""

    case: Case
    better: Mapping[str, Change]
    worse: Mapping[str, Change]


def changed_cases(found: Comparison) -> list[ChangedCase]:
    """The cases in which a figure got better or worse, the worse ones first."""
    worse = _by_case((each.name, each.worse) for each in found.figures)
    better = _by_case((each.name, each.better) for each in found.figures)
    cases = {case.id: case for case in found.after.cases}
    return [
        ChangedCase(case=cases[id], better=better.get(id, {}), worse=worse.get(id, {}))
        for id in dict.fromkeys((*worse, *better))
    ]


def changed_line(changed: ChangedCase) -> dict[str, Any]:
    """A case of two runs in a line: how many of its figures got worse, and how many better."""
    told = [f"{len(changed.worse)} worse"] if changed.worse else []
    told += [f"{len(changed.better)} better"] if changed.better else []
    return {
        "id": changed.case.id,
        "question": changed.case.question,
        "told": ", ".join(told),
        "tone": "bad" if changed.worse else "good",
        "tags": ", ".join(changed.case.tags),
    }


def changed_opened(changed: ChangedCase, before: CaseView, after: CaseView) -> dict[str, Any]:
    """A case of two runs with both answers side by side."""
    sides = (("Before", before), ("After", after))
    return {
        "id": after.case.id,
        "notes": _notes(after.case, None),
        "changes": [
            *(_change(name, change, "bad") for name, change in changed.worse.items()),
            *(_change(name, change, "good") for name, change in changed.better.items()),
        ],
        "answers": [
            _answer(f"{side}: {status_words(view.result)}", view.result) for side, view in sides
        ],
        "facts": [
            {"text": f"{side}: {fact['text']}", "held": fact["held"]}
            for side, view in sides
            for fact in _facts(view)
        ],
        # The runs may be of two states of a set, with other evidence in each.
        "evidence": [
            _evidence(each, f"{side.lower()}: {_found(each)}")
            for side, view in sides
            for each in view.evidence
        ],
        "reference": after.case.reference,
        "retrieved": [],
        "reasons": [],
    }


def _notes(case: Case, result: CaseResult | None) -> list[str]:
    notes = [
        "The documents answer it." if case.answerable else "The documents do not answer it.",
    ]
    if case.history:
        notes.append(f"Asked before: {' / '.join(case.history)}")
    limits = filter_words(case.filters).values()
    if limits:
        notes.append(f"Limited to: {', '.join(limits)}")
    if result and result.answer and result.answer["standalone_question"] != case.question:
        notes.append(f"Understood as: {result.answer['standalone_question']}")
    return notes


def _answer(title: str, result: CaseResult) -> dict[str, Any]:
    answer = result.answer
    return {
        "title": title,
        "error": result.error,
        "text": answer["text"] if answer else None,
        "citations": [
            {"number": each["number"], "quote": each["quote"], "place": place_of(each)}
            for each in (answer["citations"] if answer else ())
        ],
    }


def place_of(citation: Mapping[str, Any]) -> str:
    """Where a citation of a recorded answer stands."""
    item, paragraph, page = (citation[name] for name in ("item", "paragraph", "page"))
    parts = (
        citation["council"],
        citation["committee"],
        citation["date"],
        item and f"item {item}",
        paragraph and f"paragraph {paragraph}",
        page and f"page {page}",
        citation["document"],
    )
    return ", ".join(part for part in parts if part)


def _facts(case: CaseView) -> list[dict[str, Any]]:
    return [
        {"text": f"{fact}{'' if vital else ' (not vital)'}", "held": held}
        for fact, vital, held in case.facts
    ]


def _evidence(wanted: EvidenceView, told: str) -> dict[str, Any]:
    need = "needed" if wanted.relevance == 2 else "acceptable"
    return {
        "quote": wanted.quote,
        "place": f"{wanted.document}, {need}",
        "told": told,
    }


def _found(wanted: EvidenceView) -> str:
    cited = ", ".join(f"[{number}]" for number in wanted.cited)
    told = f"cited as {cited}" if cited else "not cited"
    return f"{told}, {f'retrieved at rank {wanted.rank}' if wanted.rank else 'not retrieved'}"


def _retrieved(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "text": shortened(found["text"], _LONGEST),
        "place": found["document"],
        "told": "holds evidence" if found["relevance"] else "",
    }


def _by_case(changes: Iterable[tuple[str, Iterable[Change]]]) -> dict[str, dict[str, Change]]:
    by_case: dict[str, dict[str, Change]] = {}
    for name, changed in changes:
        for change in changed:
            by_case.setdefault(change.id, {})[name] = change
    return by_case


def _change(name: str, change: Change, tone: str) -> dict[str, Any]:
    went = "better" if tone == "good" else "worse"
    told = f"{number(change.before)} → {number(change.after)}, {went}"
    return {"name": name, "told": told, "tone": tone}
