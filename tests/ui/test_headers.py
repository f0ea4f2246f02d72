"""What every reply tells the browser."""

import re
from pathlib import Path

import streamlit

from ui.headers import security_headers


def policy(index: str = "") -> dict[str, str]:
    """The parts of the policy by name."""
    parts = security_headers(index)["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_nothing_is_let_in_from_another_origin() -> None:
    for allowed in policy().values():
        for source in allowed.split():
            assert source in ("'none'", "'self'", "'unsafe-inline'", "blob:", "data:")


def test_no_script_runs_from_words_or_strings() -> None:
    scripts = policy("<p onclick='x()'>words</p><script src='elsewhere.js'></script>")["script-src"]
    assert scripts == "'self' blob:"


def test_a_script_that_streamlit_writes_into_its_page_is_known_by_its_digest() -> None:
    # The example of the specification, Content Security Policy Level 3.
    scripts = policy("<script>alert('Hello, world.');</script>")["script-src"]
    assert scripts.endswith("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")


def test_every_inline_script_of_the_installed_streamlit_is_known() -> None:
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    page = index.read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page)
    assert policy(page)["script-src"].count("sha256-") == len(inline)


def test_no_other_page_may_frame_the_app() -> None:
    assert policy()["frame-ancestors"] == "'none'"
    assert security_headers("")["X-Frame-Options"] == "DENY"
