"""Links that the pages offer, made from what documents say only where that is safe."""

from urllib.parse import urlencode, urlsplit


def original_link(url: str | None) -> dict[str, str] | None:
    """Where the original is, with the host that the link really leads to; http and https only."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    if not url or parts.scheme not in ("http", "https") or not host:
        return None
    return {"url": url, "host": host}


def minutes_link(passage: str) -> str:
    """The page that shows the document of a passage, open where the passage stands."""
    return f"meetings?{urlencode({'passage': passage})}"
