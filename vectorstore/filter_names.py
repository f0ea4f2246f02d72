"""The names that people give to councils and committees, as the library records them."""

from collections.abc import Sequence
from dataclasses import replace

from vectorstore.edition import Edition
from vectorstore.errors import SettingsError
from vectorstore.found import Filters
from vectorstore.wording import fold


def as_recorded(filters: Filters, edition: Edition) -> Filters:
    """The filters with the council and the committee named as the edition records them.

    Capitals do not matter, and a part of a name will do where only one name has it: "scrutiny"
    for "Scrutiny Committee".

    Raises:
        SettingsError: no recorded name, or more than one, is meant.
    """
    return replace(
        filters,
        council=filters.council and _recorded("council", filters.council, edition.councils()),
        committee=filters.committee
        and _recorded("committee", filters.committee, edition.committees()),
    )


def _recorded(what: str, name: str, names: Sequence[str]) -> str:
    wanted = fold(name).casefold()
    exact = [each for each in names if fold(each).casefold() == wanted]
    meant = exact or [each for each in names if wanted in fold(each).casefold()]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise SettingsError(f"“{name}” is in the name of more than one {what}: {_listed(meant)}.")
    recorded = _listed(names) if names else "none is recorded"
    raise SettingsError(f"The library has no {what} called “{name}”: {recorded}.")


def _listed(names: Sequence[str]) -> str:
    return f"name one of {', '.join(names)}"
