"""Settings from the environment, and what is said of those that cannot be used."""

from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from vectorstore.errors import SettingsError
from vectorstore.settings import LibrarySettings, from_environment


def test_the_environment_sets_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path))
    monkeypatch.setenv("MINUTES_KEEP_EDITIONS", "7")
    settings = from_environment(LibrarySettings)
    assert (settings.home, settings.keep_editions) == (tmp_path, 7)


@pytest.mark.parametrize(
    ("kind", "variable", "value"),
    [
        (LibrarySettings, "MINUTES_KEEP_EDITIONS", "0"),
        (LibrarySettings, "MINUTES_KEEP_EDITIONS", "three"),
        (AssistantSettings, "MINUTES_CHAT_TIMEOUT", "-1"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_variable(
    monkeypatch: pytest.MonkeyPatch,
    kind: type[LibrarySettings | AssistantSettings],
    variable: str,
    value: str,
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=f"environment variable {variable} cannot be used"):
        from_environment(kind)
