"""Words from documents cannot steer the terminal."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.terminal import text

HOSTILE = "a\x1b[31mb\x1b]8;;http://x.example\x07c\x1b\\d\x9b2Je\x08f\u202eg\rh"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_escape_sequences_are_taken_out_whole() -> None:
    assert text.plain(HOSTILE) == "abcd2Jefgh"
    assert text.plain("two\n\tlines, “quoted”, £5 [1] [bold]") == (
        "two\n\tlines, “quoted”, £5 [1] [bold]"
    )


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_control_character_is_left_but_tabs_and_line_ends(words: str) -> None:
    left = {c for c in text.plain(words) if unicodedata.category(c) == "Cc"}
    assert left <= {"\t", "\n"}


def test_markup_is_printed_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    text.show(text.text("[red]Item[/red] 3 [link=http://x.example]here[/link] :smile:"))
    printed = capsys.readouterr().out
    assert printed == "[red]Item[/red] 3 [link=http://x.example]here[/link] :smile:\n"


def test_a_text_for_a_file_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    text.write(HOSTILE)
    assert capsys.readouterr().out == HOSTILE


def test_a_text_for_a_terminal_keeps_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    text.write(HOSTILE)
    shown = terminal.getvalue()
    assert len(shown) == len(HOSTILE)
    assert "\x1b" not in shown
