"""What a web site or a template puts around minutes: never minutes themselves."""

import re

_CHROME = re.compile(
    r"skip to (?:main )?content.*|(?:this|our) (?:web ?)?site uses cookies.*|"
    r"(?:accept|reject|manage) (?:all )?cookies.*|sign in.*|back to top|print this page|"
    r"share this page.*|this is a default template.*|the custom branding should be at .*|"
    r"technical error: .*|original text|rate this translation.*|"
    r"(?:\([a-z]\)\s+)?field(?:_[a-z]+)?|(?:chair(?:man|person)?|signed|date)\s*:?[\s._…]*",
    re.IGNORECASE,
)


# Printed by ModernGov around each part of minutes, in white or by mistake.
_TEMPLATE_MARK = re.compile(r"</?(?:AI\d{1,4}|[A-Z]{2,}(?:_[A-Z]{2,}){0,5}_SECTION)>")


def is_chrome(line: str) -> bool:
    """Whether a line belongs to the site or the template: shell, banners, errors, signature."""
    return _CHROME.fullmatch(line) is not None


def without_template_marks(text: str) -> str:
    """A text with the marks of the template blanked, so that every offset still counts in it."""
    return _TEMPLATE_MARK.sub(lambda mark: " " * len(mark.group()), text)
