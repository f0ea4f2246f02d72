"""A draft that somebody has read becomes a case of a test set, if the set stays sound."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from eval.cases import Case, case_from_json, read_cases, write_cases
from eval.checking import problems
from eval.drafts.draft import Draft, State
from eval.drafts.queue import Queue
from vectorstore.edition import Edition
from vectorstore.errors import LibraryError, SettingsError


def accept(queue: Queue, draft: Draft, case: Case, testset: Path, texts: Mapping[str, str]) -> Case:
    """Add a case to a test set, which is made if there is none, and settle its draft.

    Args:
        case: as somebody has read and perhaps changed it.
        texts: the documents of its evidence, by name.

    Raises:
        SettingsError: the case is not sound, or the draft is settled already.
    """
    if draft.state is not State.WAITING:
        raise SettingsError(f"Draft {draft.id} is {draft.state} already.")
    cases = read_cases(testset) if testset.exists() else []
    if case.id in {each.id for each in cases}:
        case = replace(case, id=f"{case.id}-{draft.id}")
    alike = [each for each in problems([*cases, case], None) if each.case == case.id]
    found = alike or problems([case], texts)
    if found:
        raise SettingsError(f"It cannot be a case yet. {found[0].words}")
    testset.parent.mkdir(parents=True, exist_ok=True)
    write_cases(testset, [*cases, case])
    queue.settle(draft.id, State.ACCEPTED)
    return case


def texts_of(cases: Iterable[Case], edition: Edition) -> dict[str, str]:
    """The documents of the cases' evidence that an edition holds, by name."""
    texts = {}
    for name in {evidence.document for case in cases for evidence in case.evidence}:
        with suppress(LibraryError):
            texts[name] = edition.document(name).text
    return texts


def read_case(path: Path) -> Case:
    """A case that somebody has changed in a file: by itself, or within its draft.

    Raises:
        SettingsError: the file does not hold one case.
    """
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
        within = isinstance(given, dict) and "case" in given
        return case_from_json(given["case"] if within else given)
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path} holds no case: {error}.") from error
