"""Who sent apologies, where an item of business says so and no list of names does."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.facts import names_in
from ingest.speakers import TITLE
from vectorstore.records import AgendaItem
from vectorstore.wording import fold, sentence_spans

_TITLE = re.compile(r"\bapologies\b", re.IGNORECASE)
_SENT = re.compile(
    r"\bapolog(?:y|ies)\b(?P<how>[^.;:]{0,60}?)(?:\b(?:from|by|on behalf of)\b|(?=:)):?"
    r"(?P<names>.*)",
    re.IGNORECASE,
)
_LATE = re.compile(r"\blate(?:ness)?\b|\bleav", re.IGNORECASE)
# What is said of somebody after the names; before a verb stands the one who came instead.
_ASIDE = re.compile(
    r",? (?:and )?(?:for whom|whose|who|that|with|due|because|as|for|owing)\b|;|\. ", re.IGNORECASE
)
_VERB = re.compile(
    r" (?:was|were|is|had|has|would|attend\w*|substitut\w*|deputi[sz]\w*|present)\b", re.IGNORECASE
)
_LAST_NAME = re.compile(r"(?:,? and |[,;] |^)(?:(?!,| and ).)*$")
_NAMED = re.compile(rf"{TITLE} [A-Z]")


def apologies(text: str, items: Iterable[AgendaItem]) -> tuple[str, ...]:
    """The names, as printed, that items titled "Apologies" give with a title such as "Mr".

    Those who came instead, or came late, are not among them; empty when not recorded.
    """
    found = [
        name
        for item in items
        if _TITLE.search(item.title or "")
        for listed in _lists([fold(text[each.start : each.end]) for each in item.paragraphs])
        for name in _names(listed)
    ]
    return tuple(dict.fromkeys(found))


def _lists(paragraphs: Sequence[str]) -> Iterator[str]:
    """What stands after "apologies were received from", on the lines below it too."""
    for index, words in enumerate(paragraphs):
        for start, end in sentence_spans(words):
            if index == 0 and start == 0 and _is_row(words[:end]):
                yield words[:end]
            sent = _SENT.search(words[start:end])
            if sent is None or _LATE.search(sent["how"]):
                continue
            if sent["names"].strip():
                yield sent["names"].strip()
            elif words.endswith(":"):
                yield from _rows(paragraphs[index + 1 :])


def _rows(paragraphs: Sequence[str]) -> Iterator[str]:
    for words in paragraphs:
        if not _is_row(words):
            return
        yield words


def _is_row(words: str) -> bool:
    """Whether words are nothing but names."""
    return _NAMED.match(words) is not None and not _VERB.search(words)


def _names(listed: str) -> Iterator[str]:
    listed = re.sub(r" ?\([^()]*\)", "", listed)
    aside = _ASIDE.search(listed)
    listed = listed[: aside.start()] if aside is not None else listed
    verb = _VERB.search(listed)
    if verb is not None:
        listed = _LAST_NAME.sub("", listed[: verb.start()])
    if _NAMED.match(listed) is None:
        return
    several = re.match(r"(?:Councillors|Cllrs|Members) ", listed) is not None
    for part in names_in(listed)[0]:
        titled = re.search(rf"\b(?:Councillor|Cllr) {re.escape(part)}", listed)
        if several or titled or _NAMED.match(part):
            yield part
