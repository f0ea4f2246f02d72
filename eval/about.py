"""What a run was made with, so that its figures can be made again."""

import hashlib
import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from assistant.settings import AssistantSettings
from eval.cases import Case, case_json
from eval.libraries import library_name
from vectorstore.edition import Edition
from vectorstore.settings import LibrarySettings

SCHEMA = 1
_PACKAGES = (
    "minutes-assistant",
    "chromadb",
    "ir-measures",
    "numpy",
    "sentence-transformers",
    "torch",
)
# The packages whose code makes the answers and the figures.
_PROGRAM = ("vectorstore", "ingest", "assistant", "eval")


def about(
    cases: Sequence[Case],
    testset: Path,
    edition: Edition,
    held: LibrarySettings,
    settings: AssistantSettings,
    *,
    system: str,
    judge: str,
    label: str | None,
) -> dict[str, Any]:
    """What `run.json` says of a run over an edition of the library that has these settings."""
    coverage = edition.coverage()
    chosen = {
        "embedding_model": held.embedding_model,
        "query_prefix": held.query_prefix,
        "passage_prefix": held.passage_prefix,
        "chat_model": settings.chat_model,
        "chat_base_url": settings.chat_base_url and _without_secrets(settings.chat_base_url),
        "chat_timeout": settings.chat_timeout,
    }
    return {
        "schema": SCHEMA,
        "label": label,
        "system": system,
        "judge": judge,
        "testset": {
            "name": testset.name,
            "cases": len(cases),
            "digest": _digest([case_json(case) for case in cases]),
        },
        "edition": edition.name,
        "library": {
            "name": library_name(held.home),
            "documents": coverage.documents,
            "passages": edition.passages,
            # A document's key is of its bytes.
            "digest": _digest(sorted(each.key for each in edition.documents())),
        },
        "settings": chosen,
        "settings_digest": _digest(chosen),
        "program": program_digest(),
        "versions": {"python": platform.python_version()}
        | {package: found for package in _PACKAGES if (found := _installed(package))},
        "started_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def program_digest() -> str:
    """A digest of the code that makes the answers and the figures."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for package in _PROGRAM:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in (".py", ".sql", ".json", ".toml", ".j2"):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _without_secrets(address: str) -> str:
    """An address without a user's name, password or query: a run is shown around."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
