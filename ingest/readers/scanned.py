"""Scanned pages: text recognition by the programs ocrmypdf and tesseract, where installed."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.limits import ReadingLimits
from vectorstore.errors import UnreadableDocument

# Of the time that a document may take: what is left tells what became of it.
_SHARE = 0.9


def recognised(content: bytes) -> bytes:
    """A PDF of pictures with the text that is recognised on them laid behind them.

    Raises:
        UnreadableDocument: the programs are not installed, fail, or take too long.
    """
    program = shutil.which("ocrmypdf")
    if program is None or shutil.which("tesseract") is None:
        raise UnreadableDocument(
            "It is scanned and has no text; install ocrmypdf and tesseract to read it."
        )
    seconds = _SHARE * ReadingLimits().reading_seconds
    with TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(content)
        # Pages that have text stay as they are.
        command = [program, "--quiet", "--skip-text", "--jobs", "1", "--output-type", "pdf"]
        command += [str(scan), str(read)]
        try:
            _run(command, seconds)
            return read.read_bytes()
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(
                f"It is scanned, and recognising its text took longer than {seconds:g} seconds; "
                "MINUTES_READING_SECONDS allows more."
            ) from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise UnreadableDocument(
                "It is scanned, and ocrmypdf could not recognise its text; "
                "run ocrmypdf over it and read the result."
            ) from error


def _run(command: Sequence[str], seconds: float) -> None:
    """Run a program to its end, or end it with all that it has started."""
    with subprocess.Popen(  # noqa: S603 - a program of a known name, and paths made here
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            code = running.wait(seconds)
        except BaseException:
            _end(running)
            raise
    if code:
        raise subprocess.CalledProcessError(code, command)


def _end(running: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
