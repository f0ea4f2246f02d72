"""The libraries that can be evaluated: named by their folders, all with one model."""

import os
from pathlib import Path

import pytest

from eval.libraries import libraries
from eval.settings import EvaluationSettings
from tests.vectorstore.conftest import open_quickly
from vectorstore.errors import SettingsError


def test_the_server_s_own_comes_first_and_all_share_its_model(tmp_path: Path) -> None:
    own = open_quickly(tmp_path / "own")
    homes = [tmp_path / "own", tmp_path / "before", tmp_path / "before"]
    found = libraries(own, homes)
    assert list(found) == ["own", "before"]
    assert found["own"] is own
    assert found["before"].settings.home == tmp_path / "before"
    assert found["before"].embedder is own.embedder


def test_two_of_one_name_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="two libraries called “own”"):
        libraries(open_quickly(tmp_path / "own"), [tmp_path / "else" / "own"])


def test_homes_are_parted_as_in_path() -> None:
    settings = EvaluationSettings(evaluation_libraries=os.pathsep.join(["/a/one", " ", "/b/two"]))
    assert settings.other_homes() == [Path("/a/one"), Path("/b/two")]
    assert EvaluationSettings(evaluation_libraries="").other_homes() == []
