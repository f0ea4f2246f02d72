"""What a web site puts around minutes: never minutes themselves."""

import re

_CHROME = re.compile(
    r"skip to (?:main )?content.*|(?:this|our) (?:web ?)?site uses cookies.*|"
    r"(?:accept|reject|manage) (?:all )?cookies.*|sign in.*|back to top|print this page|"
    r"share this page.*|this is a default template.*|the custom branding should be at .*|"
    r"technical error: .*|original text|rate this translation.*",
    re.IGNORECASE,
)


def is_chrome(line: str) -> bool:
    """Whether a line of a saved page belongs to the site: its shell, its banners, its errors."""
    return _CHROME.fullmatch(line) is not None
