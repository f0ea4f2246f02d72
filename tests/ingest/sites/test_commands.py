"""`minutes ingest https://…`, `update` and `sources` as a person runs them."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from minutes_cli import app
from tests.ingest.sites.moderngov import Fault, Simulator
from tests.ingest.sites.published import CROSSINGS, Item, Meeting

ROOT = Path(__file__).parents[3]
HURRY = {
    "MINUTES_SITE_INTERVAL": "0",
    "MINUTES_SITE_BACKOFF": "0.01",
    "MINUTES_SITE_ATTEMPTS": "2",
    "MINUTES_SITE_PRIVATE": "1",
}

Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `minutes` in a hurry on a home of its own."""
    for name, value in HURRY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("MINUTES_HOME", str(home))
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def printed(result: Result) -> Any:
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def sitting(number: int) -> Meeting:
    words = f"<p>1. Mr Thrale said that ferry {number} was out of service.</p>"
    date = dt.date(2020, 1, 1) + dt.timedelta(days=number)
    return Meeting(
        id=str(5000 + number), date=date, items=[Item(id=str(number), title="Ferry", minutes=words)]
    )


def test_a_site_is_read_followed_updated_and_followed_no_longer(site: Simulator, run: Run) -> None:
    site.put(CROSSINGS, sitting(1), sitting(2))
    report = printed(
        run("ingest", site.address, "--committee", "crossings", "--since", "2020-01-03", "--json")
    )
    assert report["documents"]["added"] == 1
    [followed] = printed(run("sources", "--json"))["sources"]
    assert (followed["address"], followed["committee"]) == (site.address, "crossings")
    assert followed["documents"] == 1
    site.put(CROSSINGS, sitting(3))
    assert printed(run("update", "--json"))["documents"]["added"] == 1
    shown = run("show", site.page_of("5003")).stdout
    assert "ferry 3 was out of service" in shown
    assert "1 January 2020" not in run("sources").stdout
    removed = run("sources", "remove", site.address.rstrip("/"))
    assert "followed no longer" in removed.stdout
    assert "Nothing is followed yet" in run("update").stdout
    assert run("sources", "remove", site.address).exit_code == 2
    assert printed(run("status", "--json"))["coverage"]["documents"] == 2


def test_a_dry_run_prints_what_would_be_fetched(site: Simulator, run: Run) -> None:
    site.put(CROSSINGS, sitting(1))
    told = run("ingest", site.address, "--dry-run").stdout
    assert site.page_of("5001") in told.replace("\n", "").replace(" ", "")
    assert "1 meeting would be fetched" in told
    [source] = printed(run("ingest", site.address, "--dry-run", "--json"))["sources"]
    assert source["would_fetch"] == [
        {
            "document": site.page_of("5001"),
            "committee": "Crossings Committee",
            "date": "2020-01-02",
        }
    ]
    assert printed(run("sources", "--json"))["sources"] == []


def test_what_fails_is_named_and_the_rest_goes_in(site: Simulator, run: Run) -> None:
    site.put(CROSSINGS, sitting(1), sitting(2))
    site.fault("5001", Fault(status=500))
    result = run("ingest", site.address)
    assert result.exit_code == 1
    assert f"{site.page_of('5001')}: The site is in trouble" in result.stderr
    assert "1 added" in result.stdout


def test_what_was_forgotten_is_not_fetched_again(site: Simulator, run: Run) -> None:
    site.put(CROSSINGS, sitting(1), sitting(2))
    assert run("ingest", site.address, f"{site.address}mgAi.aspx?ID=1").exit_code == 0
    assert run("forget", site.page_of("5001"), "--yes").exit_code == 0
    site.forget_requests()
    assert printed(run("update", "--json"))["documents"]["added"] == 0
    assert site.count("5001") == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ingest", "https://x.example", "minutes.txt"], "not both"),
        (["ingest", "https://x.example", "--title", "x"], "for files"),
        (["ingest", "minutes.txt", "--since", "2024-01-01"], "for sites"),
        (["ingest", "https://a:b@x.example"], "without a password"),
        (["sources", "remove", "minutes.txt"], "not an address"),
    ],
)
def test_mistakes_are_told_in_one_line(run: Run, arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert told in line


def test_a_setting_that_cannot_be_used_is_named(
    site: Simulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTES_SITE_CONTACT", "two words")
    result = run("ingest", site.address)
    assert result.exit_code == 2
    assert "MINUTES_SITE_CONTACT" in result.stderr


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_was_stopped_goes_on_where_it_was(
    site: Simulator, home: Path, run: Run, kill: signal.Signals
) -> None:
    count = 12
    site.put(CROSSINGS, *(sitting(number) for number in range(1, count + 1)))
    site.fault("GetMeeting?", Fault(status=0, pause=0.1))
    process = subprocess.Popen(
        [sys.executable, "-m", "minutes_cli", "ingest", site.address],
        cwd=ROOT,
        env=os.environ | HURRY | {"MINUTES_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while site.count("GetMeeting?") < 6:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(kill)
    _, told = process.communicate(timeout=120)
    if kill is signal.SIGINT:
        assert "goes on from there" in told
    before = site.count("GetMeeting?")
    assert before < count
    site.fault("GetMeeting?", None)
    site.forget_requests()
    report = printed(run("ingest", site.address, "--json"))
    # At most the meeting that was being read when it was stopped is asked for twice.
    assert site.count("GetMeeting?") in (count - before, count - before + 1)
    assert report["documents"]["failed"] == 0
    assert printed(run("status", "--json"))["coverage"]["documents"] == count
