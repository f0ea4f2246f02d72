"""What the tests of the terminal front door run, and how they read what it prints."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

ROOT = Path(__file__).parents[2]
FERRIES = """WEXCOMBE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Guildhall on Thursday, 7 March 2024.

PRESENT: Mrs A Fenn (Chairman) and Mr B Thrale

12.    Chain ferry
(Item 1)

(1)    Mr Thrale said that the chain ferry had been out of service on 41 days.

(2)    RESOLVED that a second ferry be bought for £2.4 million.
"""
LIBRARIES = """WEXCOMBE COUNTY COUNCIL

SCRUTINY COMMITTEE

MINUTES of a meeting of the Scrutiny Committee held in the Guildhall on Tuesday, 4 June 2024.

PRESENT: Mr C Moss (Chairman)

30.    Mobile library
(Item 1)

(1)    Mr Moss asked why the mobile library no longer called at Sele.
"""
Run = Callable[..., Result]


def printed(result: Result) -> Any:
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def refused(result: Result) -> str:
    """The one line that a mistake is told in."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line
