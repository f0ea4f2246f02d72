"""Facts of a meeting as its texts state them: who met, when, where, who was there."""

import datetime as dt
import re
from dataclasses import dataclass

from ingest.speakers import OFFICE_WORD, TITLE
from vectorstore.wording import fold

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
MONTH = "|".join(name.capitalize() for name in _MONTHS)
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: day of)? (?P<month>{MONTH}),? (?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:\d{1,2}(?:[.:]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|noon)|\d{1,2}[.:]\d{2} ?(?:hours|hrs))"
    r"(?![a-z])",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SITTING = re.compile(
    rf"(?:.*? [-–] )??(?:Agenda (?:for )?)?(?P<body>[^-–]+?)(?: [-–] |, | on |\n){_WEEKDAY},? \d"
    r"[^-–]*(?: [-–] (?P<council>.*Council))?$",
    re.IGNORECASE,
)
_BODY_WORD = (
    r"(?:Committee|Sub-Committee|Subcommittee|Cabinet|Partnership|Board|Panel|Forum|Council|"
    r"Commission|Group)"
)
_NAME = rf"(?:[A-Z][\w’'-]*,? (?:(?:and|of|for|the|&|in) )*)+{_BODY_WORD}"
_RESOLVER = re.compile(
    rf"\bRESOLVED(?: unanimously)?(?:,? that)? the (?P<body>{_NAME}|Cabinet)(?: \([A-Z]+\))?"
    r"(?::| (?:notes?|noted|considered|agrees?|agreed|endorses?|endorsed|approves?|approved|"
    r"thanks?|thanked|welcomes?|welcomed|receives?|received|makes? no)\b)"
)
_THIS_MEETING = re.compile(rf"\bthis meeting of the (?P<body>{_NAME}|Cabinet)\b")
_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b", re.IGNORECASE)
_NOT_CHAIR = re.compile(r"\b(?:vice|deputy)\b", re.IGNORECASE)
_ROLE_OF_LIST = re.compile(
    r"^(?:(?:(?:County )?Councillors?|Cllrs?|Members|Officers)\s*:?\s+(?=[A-Z]))+|"
    r"^(?:Councillors?|Members|Officers):"
)
_AFTER_OFFICE = re.compile(rf"\) (?={TITLE} [A-Z])")
# What may follow a name after a comma.
_HONOURS = re.compile(r"(?:[KDCOM]BE|CMG|CB|CVO|MVO|QPM|KPM|DL|JP|QC|KC|MP|PhD|TD|VRD|Bt)\.?")
_IN_THE_CHAIR = re.compile(r",? in the chair\b(?![^()]*\))", re.IGNORECASE)
# "Councillor A Pell – Chairman".
_AFTER_DASH = re.compile(r" [–—-] (.*)$")
_CAME_INSTEAD = re.compile(r",? (?:who )?substitut\w+ for\b.*", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:members? of (?:the )?(?:public|press)|(?:the|local) (?:public|press)|residents?)\b",
    re.IGNORECASE,
)
_OFFICE_ALONE = re.compile(rf"(?:the )?(?!{TITLE} [A-Z]){OFFICE_WORD}\b.*")
_HOLDS_OFFICE = re.compile(rf"\b{OFFICE_WORD}\b")
_BEGINS_NAME = re.compile(rf"{TITLE} [A-Z]")
_SEVERAL = re.compile(r"(?:Councillors|Cllrs|Members|Officers)\b")
_LONGEST_LINE = 300
_SMALL_WORDS = frozenset("and of for the in on to with by".split())


def date_in(text: str) -> dt.date | None:
    """The first date that a text gives in full; `None` when it gives none."""
    for match in _DATE.finditer(fold(text)):
        month = _MONTHS.index(match.group("month").lower()) + 1
        try:
            return dt.date(int(match.group("year")), month, int(match.group("day")))
        except ValueError:
            continue
    return None


def time_in(text: str) -> str | None:
    """The first time of day as printed, "10.00 am"."""
    match = _TIME.search(fold(text))
    return match.group() if match is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What one line of a web page says about a meeting; `None` where it does not."""

    committee: str | None = None
    council: str | None = None
    date: dt.date | None = None
    time: str | None = None


def sitting_in(line: str) -> Sitting | None:
    """Read "Scrutiny Committee - Thursday, 30th January, 2025 10.00 am - Marlshire County Council".

    The date may stand on a line of its own after the committee.
    """
    match = _SITTING.match(line.strip()) if len(line) <= _LONGEST_LINE else None
    if match is None or (when := date_in(line)) is None:
        return None
    return Sitting(
        committee=fold(match.group("body")),
        council=match.group("council"),
        date=when,
        time=time_in(line),
    )


def body_that_resolves(text: str) -> str | None:
    """The body that a text itself says resolved, or says it is the meeting of.

    `None` when the text names none, or more than one.
    """
    words = fold(text)
    names = {match.group("body") for match in _RESOLVER.finditer(words)}
    if not names:
        names = {match.group("body") for match in _THIS_MEETING.finditer(words)}
    return names.pop() if len(names) == 1 else None


def in_title_case(name: str, text: str) -> str:
    """A name printed in capitals, as the rest of the text writes it or else in title case."""
    name = fold(name)
    if not name.isupper():
        return name
    for match in re.finditer(re.escape(name), fold(text), re.IGNORECASE):
        if not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    words = [word if word in _SMALL_WORDS else _capital(word) for word in name.lower().split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _capital(word: str) -> str:
    """A word with a capital, and another after a hyphen, but none after an apostrophe."""
    return re.sub(r"(?:^|(?<=[-(]))\w", lambda match: match.group().upper(), word)


def names_in(text: str) -> tuple[tuple[str, ...], str | None]:
    """The names of a list of those present, without their offices, and the one in the chair."""
    chair: str | None = None
    names: list[str] = []
    # A list that was wrapped in the middle of a double name, and one without commas.
    listed = flat(re.sub(r"(?<=[a-z])- (?=[A-Z])", "-", fold(text)))
    listed = _IN_THE_CHAIR.sub(" (in the Chair)", listed)
    for part in _parts(_AFTER_OFFICE.sub("), ", listed)):
        aside = " ".join([*re.findall(r"\(([^()]*)\)", part), *_AFTER_DASH.findall(part)])
        name = _AFTER_DASH.sub("", re.sub(r"\s*\([^()]*\)", "", part)).strip(" .,;:-*†")
        name = _ROLE_OF_LIST.sub("", _CAME_INSTEAD.sub("", name)).strip()
        if _NOBODY.search(name) or (names and _OFFICE_ALONE.fullmatch(name)):
            continue
        # Honours, and an office after them, belong to the name before.
        if _HONOURS.fullmatch(name) is None:
            if not any(letter.isupper() for letter in name):
                continue
            names.append(name)
        if _CHAIR.search(aside) and not _NOT_CHAIR.search(aside) and chair is None and names:
            chair = names[-1]
    return tuple(names), chair


def flat(listed: str) -> str:
    """A list without parentheses within parentheses, "(Director of Finance (s151))"."""
    if listed.count("(") != listed.count(")"):
        return listed
    depth = 0
    kept: list[str] = []
    for character in listed:
        depth += character == "("
        if character not in "()" or depth <= 1:
            kept.append(character)
        depth -= character == ")"
    return "".join(kept)


def _parts(text: str) -> list[str]:
    """A list cut at its commas and its "and", not within parentheses.

    Between semicolons a comma may only set an office apart: "Mr A Pell, Clerk; Mrs B Rook".
    """
    outside = re.sub(
        r"\([^()]*\)", lambda match: match.group().replace(",", "\0").replace(" and ", "\1"), text
    )
    pieces: list[str] = []
    entries = re.split(r"; ?(?:and )?", outside)
    for entry in entries:
        name, _, rest = entry.partition(", ")
        sets_apart = _HOLDS_OFFICE.search(rest) and not _BEGINS_NAME.match(rest)
        if len(entries) > 1 and sets_apart and not _SEVERAL.match(entry.lstrip()):
            pieces.append(name)
        else:
            pieces += re.split(r", (?:and )?| and ", entry)
    return [piece.replace("\0", ",").replace("\1", " and ") for piece in pieces]
