"""`minutes serve`, as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.serving import ROOT, free_port


def test_an_address_that_others_reach_is_refused_without_sign_in(sample_home: Path) -> None:
    command = [sys.executable, "-m", "minutes_cli", "serve", "--address", "0.0.0.0"]
    ended = subprocess.run(
        [*command, "--port", str(free_port())],
        cwd=ROOT,
        env=os.environ | {"MINUTES_HOME": str(sample_home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith("Everybody who can reach 0.0.0.0 could change")
    assert "Traceback" not in ended.stderr
