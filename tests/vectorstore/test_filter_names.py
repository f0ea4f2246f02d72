"""Councils and committees as people type them."""

from pathlib import Path

import pytest

from tests.sample_library import sample_home
from vectorstore.edition import Edition
from vectorstore.errors import SettingsError
from vectorstore.filter_names import as_recorded
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]


@pytest.fixture(scope="module")
def edition(sample_home: Path) -> Edition:
    return open_library(LibrarySettings(home=sample_home)).current()


@pytest.mark.parametrize("name", ["Scrutiny Committee", "scrutiny  committee", "SCRUTINY"])
def test_capitals_do_not_matter_and_a_part_of_a_name_will_do(edition: Edition, name: str) -> None:
    assert as_recorded(Filters(committee=name), edition).committee == "Scrutiny Committee"


def test_a_part_of_several_names_is_refused_with_the_names(edition: Edition) -> None:
    with pytest.raises(SettingsError, match="more than one committee: name one of Comm"):
        as_recorded(Filters(committee="communit"), edition)


def test_a_name_that_is_not_recorded_is_refused_with_those_that_are(edition: Edition) -> None:
    with pytest.raises(SettingsError, match=r"no council called “Atlantis”.*Marlshire County"):
        as_recorded(Filters(council="Atlantis"), edition)


def test_no_filters_stay_none(edition: Edition) -> None:
    assert as_recorded(NO_FILTERS, edition) == NO_FILTERS
