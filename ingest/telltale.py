"""Patterns of many branches, looked for only where a plain word says that they may be met.

Most paragraphs hold no such word, and to look for one takes a hundredth of the time.
"""

import re


class Telltale:
    """A pattern, and the words that give it away.

    Args:
        words: in small letters, with bars between. Whatever meets the pattern holds one of them,
            whichever its case.
        pattern: in which case counts for nothing unless `flags` say so.
    """

    def __init__(self, words: str, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.pattern = re.compile(pattern, flags)
        self._words = words.split("|")

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that meets the pattern."""
        lowered = text.lower()
        if any(word in lowered for word in self._words):
            return self.pattern.search(text)
        return None
