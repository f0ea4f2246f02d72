"""Streamlit's files from memory: as the app would send them, and no others."""

import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from ui.kept_files import FOLDER, KeptFiles

SCRIPT = "/static/js/index.a1b2.js"
TEXT = b"const minutes = 'approved';\n" * 100


class Counted(StaticFiles):
    """An app that serves a folder, and knows what it was asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder)
        self.asked: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope["path"])
        await super().__call__(scope, receive, send)


@pytest.fixture
def app(tmp_path: Path) -> Counted:
    script = tmp_path / SCRIPT[1:]
    script.parent.mkdir(parents=True)
    script.write_bytes(TEXT)
    (tmp_path / "index.html").write_text("<p>Minutes</p>")
    return Counted(tmp_path)


@pytest.fixture
def kept(app: Counted, tmp_path: Path) -> KeptFiles:
    return KeptFiles(Starlette(routes=[Mount("/", app)]), tmp_path / "static")


def get(kept: KeptFiles, path: str, **headers: str) -> httpx.Response:
    """What a browser gets, which takes what is compressed unless it says otherwise."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(kept), base_url="http://minutes"
        ) as browser:
            return await browser.get(path, headers=named)

    return asyncio.run(ask())


def test_a_file_is_asked_of_the_app_once(app: Counted, kept: KeptFiles) -> None:
    first, second = get(kept, SCRIPT), get(kept, SCRIPT)
    assert first.content == second.content == TEXT
    assert first.headers == second.headers
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) < len(TEXT)
    assert first.headers["content-type"].startswith("text/javascript")
    assert app.asked == [SCRIPT]


def test_whoever_takes_nothing_compressed_gets_a_file_as_it_is(kept: KeptFiles) -> None:
    packed, plain = get(kept, SCRIPT), get(kept, SCRIPT, accept_encoding="identity")
    assert packed.content == plain.content == TEXT
    assert "content-encoding" not in plain.headers
    assert int(plain.headers["content-length"]) == len(TEXT)


def test_what_asks_for_a_part_or_for_a_change_is_answered_by_the_app(kept: KeptFiles) -> None:
    whole = get(kept, SCRIPT)
    part = get(kept, SCRIPT, range="bytes=0-4", accept_encoding="identity")
    assert (part.status_code, part.content) == (206, TEXT[:5])
    assert get(kept, SCRIPT, if_none_match=whole.headers["etag"]).status_code == 304
    assert get(kept, SCRIPT).content == TEXT


def test_what_is_not_of_the_folder_is_asked_for_each_time(app: Counted, kept: KeptFiles) -> None:
    for _ in range(2):
        assert get(kept, "/index.html").status_code == 200
    assert app.asked == ["/index.html", "/index.html"]


def test_a_file_that_could_not_be_had_once_is_asked_for_again(
    kept: KeptFiles, tmp_path: Path
) -> None:
    script = tmp_path / SCRIPT[1:]
    script.rename(tmp_path / "away")
    assert get(kept, SCRIPT).status_code == 404
    script.write_bytes(TEXT)
    assert get(kept, SCRIPT).content == TEXT


def test_the_installed_streamlit_has_its_scripts_in_the_folder() -> None:
    assert any(FOLDER.glob("js/index.*.js"))
