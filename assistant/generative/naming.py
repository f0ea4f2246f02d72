"""Names in a sentence: do the cited passages hold them, with that title, saying that?"""

import re
from collections.abc import Iterator

from assistant.generative.cited import Cited, content, words
from assistant.generative.figures import without_dates
from vectorstore.keywords import FUNCTION_WORDS

_SHORT_TITLES = {
    "cllr": "councillor", "prof": "professor", "rev": "reverend", "supt": "superintendent",
    "insp": "inspector", "sgt": "sergeant", "ald": "alderman", "ch": "chief", "det": "detective",
}  # fmt: skip
_TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady baroness councillor professor reverend alderman "
    "superintendent inspector sergeant constable chief detective".split()
) | frozenset(_SHORT_TITLES)
_TITLE = "|".join(sorted((title.capitalize() for title in _TITLES), key=len, reverse=True))
_TITLED = re.compile(
    rf"\b(?P<titles>(?:(?:{_TITLE})s?\.?\s+)+)(?:[A-Z]\.?\s+){{0,3}}"
    r"(?P<name>[A-Z][\w-]+(?:'[A-Z]\w+)?(?:\s+[A-Z][\w-]+(?:'[A-Z]\w+)?)*)"
)
_SPEAKS = frozenset(
    "said asked told reported explained advised stated added replied answered confirmed noted "
    "argued warned suggested proposed moved seconded welcomed thanked expressed raised introduced "
    "presented highlighted questioned commented mentioned observed remarked requested urged "
    "undertook responded referred considered felt thought believed hoped feared agreed disagreed "
    "supported opposed objected queried clarified outlined described emphasised stressed pointed "
    "declared apologised invited recommended accepted acknowledged promised assured".split()
)
_SAYS = re.compile(
    rf"{_TITLED.pattern}(?:,[^,.;]{{1,80}},|\s+\([^)]{{1,60}}\))?\s+"
    rf"(?:also\s+|then\s+|further\s+|again\s+)?(?:{'|'.join(sorted(_SPEAKS))})\b"
)
# Words with a capital that name nobody in particular.
_COMMON = frozenset("i council committee cabinet chair chairman members officers".split()) | {
    plural for title in _TITLES for plural in (title, f"{title}s")
}
# How a sentence may begin without an article; anything else there may be somebody's name.
_NO_NAME = re.compile(r"(?:s|ing|ion|ment|ance|ence|ity|ness|ship|ed|ly|ural|oval|osal)$")
_OPENERS = frozenset(
    "work support progress traffic parking evidence advice demand crime housing public local "
    "money time staff people however although despite later earlier instead overall part nobody "
    "everyone neither either several many few most half feedback".split()
)


def misnamed(text: str, cited: Cited) -> str | None:
    """A name, a title or a code that the cited passages do not hold."""
    text = without_dates(text)
    found = words(text)
    for at, word in enumerate(found):
        if at == 0 and not _opens_with_name(found, cited):
            continue
        if word != word.lower() and not _held(word, cited):
            return f"the cited minutes do not name “{word}”"
    return _apart(text, cited) or _wrong_title(text, cited)


def misattributed(text: str, cited: Cited) -> str | None:
    """A speaker, where the cited passage gives these words to another."""
    match = _SAYS.search(text)
    if match is None:
        return None
    name = _surname(match)
    wanted = content(text[match.end() :])
    scored = [
        (len(wanted & content(sentence)), sentences[: at + 1])
        for sentences in cited.sentences
        for at, sentence in enumerate(sentences)
    ]
    best = max((shared for shared, _ in scored), default=0)
    said_by = [_speakers(upto) for shared, upto in scored if shared == best]
    if not best or any(not names or name in names for names in said_by):
        return None
    return f"the cited minutes do not give these words to {name}"


def _speakers(sentences: tuple[str, ...]) -> set[str]:
    """Who speaks in the last of some sentences, or in the nearest before it that tells.

    Empty when none tells; whoever a sentence without a speaker mentions may be it.
    """
    if spoken := _subjects(sentences[-1]):
        return set(spoken)
    mentioned = {_surname(match) for match in _TITLED.finditer(sentences[-1])}
    for sentence in reversed(sentences[:-1]):
        if before := _subjects(sentence):
            return mentioned | {before[-1]}
    return set()


def _subjects(sentence: str) -> list[str]:
    """Who speaks in a sentence, in order; failing that, whom it begins with."""
    spoken = [_surname(match) for match in _SAYS.finditer(sentence)]
    opening = _TITLED.match(sentence)
    return spoken or ([_surname(opening)] if opening else [])


def _opens_with_name(found: list[str], cited: Cited) -> bool:
    first, second = found[0].lower(), found[1] if len(found) > 1 else ""
    if first in FUNCTION_WORDS | _OPENERS | _COMMON or _held(found[0], cited):
        return False
    if second.lower() in _SPEAKS or second != second.lower():
        return True
    return not _NO_NAME.search(first)


def _held(word: str, cited: Cited) -> bool:
    lower = word.lower()
    forms = {lower, lower.removesuffix("s")}
    if forms & (cited.vocabulary | _COMMON):
        return True
    return "-" in lower and all(part in cited.vocabulary for part in lower.split("-"))


def _apart(text: str, cited: Cited) -> str | None:
    """Two words that make one name here, but stand nowhere side by side in the minutes."""
    held = " ".join((*cited.texts, cited.context)).lower()
    for match in re.finditer(r"(?=\b([A-Z][\w-]+) ([A-Z][\w-]+))", text):
        first, second = match.group(1), match.group(2)
        plain_opening = match.start() == 0 and (
            first.lower() in FUNCTION_WORDS | _OPENERS or first.lower() not in cited.vocabulary
        )
        if plain_opening or first.lower().removesuffix("s") in _TITLES:
            continue
        if not re.search(
            rf"\b{re.escape(first.lower())}\W{{1,3}}{re.escape(second.lower())}", held
        ):
            return f"the cited minutes do not name “{first} {second}”"
    return None


def _wrong_title(text: str, cited: Cited) -> str | None:
    titles: dict[str, set[str]] = {}
    for match in (
        found for held in (*cited.texts, cited.context) for found in _TITLED.finditer(held)
    ):
        for name in words(match["name"]):
            titles.setdefault(name, set()).update(_titles(match))
    for match in _TITLED.finditer(text):
        held = titles.get(_surname(match), set())
        if not held.issuperset(_titles(match)):
            return f"the cited minutes do not name “{match.group()}”"
    return None


def _titles(match: re.Match[str]) -> Iterator[str]:
    for written in match["titles"].replace(".", "").lower().split():
        title = written if written in _TITLES else written.removesuffix("s")
        yield _SHORT_TITLES.get(title, title)


def _surname(match: re.Match[str]) -> str:
    return words(match["name"])[-1]
