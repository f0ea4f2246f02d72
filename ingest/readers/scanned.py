"""Scanned pages: text recognition by the programs ocrmypdf and tesseract, where installed."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from vectorstore.errors import UnreadableDocument

TIME_LIMIT = 600.0
"""Seconds that the recognition of one document may take."""

_NOT_INSTALLED = "It is scanned and has no text; install ocrmypdf and tesseract to read it."


def recognised(content: bytes) -> bytes:
    """A PDF of pictures with the text that is recognised on them laid behind them.

    Raises:
        UnreadableDocument: the programs are not installed, fail, or take too long.
    """
    program = shutil.which("ocrmypdf")
    if program is None or shutil.which("tesseract") is None:
        raise UnreadableDocument(_NOT_INSTALLED)
    with TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(content)
        command = [program, "--quiet", "--jobs", "1", "--output-type", "pdf", str(scan), str(read)]
        try:
            subprocess.run(  # noqa: S603 - a program of that name, and paths made here
                command, check=True, capture_output=True, timeout=TIME_LIMIT
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(
                f"It is scanned, and recognising its text took longer than {TIME_LIMIT:.0f} "
                "seconds; run ocrmypdf over it and read the result."
            ) from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise UnreadableDocument(
                "It is scanned, and ocrmypdf could not recognise its text; "
                "run ocrmypdf over it and read the result."
            ) from error
        return read.read_bytes()
