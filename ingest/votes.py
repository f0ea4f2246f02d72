"""Recorded votes: `For (7)` and the names, `Against (3)`, `Abstain (1)`, "Motion carried."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.facts import names_in
from ingest.speakers import TITLE
from vectorstore.records import Span, Vote, Voters
from vectorstore.wording import fold, sentence_spans

_SIDES_BY_STEM = {
    "for": "in_favour",
    "in favo": "in_favour",
    "against": "against",
    "abstain": "abstained",
    "abstent": "abstained",
}
_SIDE_NAMES = r"For|Against|Abstain(?:ed|ing)?|Abstentions?"
_SIDE = re.compile(
    rf"(?:(?:Councillors?|Members|Those)? ?(?:voting )?)?(?P<side>{_SIDE_NAMES})"
    r"(?: ?\((?P<count>\d+)\)| ?[:–-] ?(?P<count2>\d+)\b|"
    r" ?[:–-] ?(?=[^()]{2,}\((?P<count3>\d+)\)\.?$))[.:]?(?P<names>.*)$",
    re.IGNORECASE,
)
_INLINE_SIDE = re.compile(
    rf"\b(?P<side>{_SIDE_NAMES})(?:(?: ?\(|: ?| – | - )(?P<count>\d+)\b|"
    r" (?P<count2>\d+)(?=\.?$|[;,.] | and ))",
    re.IGNORECASE,
)
_COUNT_FIRST = re.compile(
    r"\b(?P<count>\d+)(?: votes?| Members?)?(?: were| voted| voting)?,? "
    r"(?P<side>for|in favour|against|abstentions?|abstain(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"(?:The )?(?:substantive )?(?P<what>Motion|Amendment|Recommendations?|Proposal)s?"
    r"(?: (?:was|were|is|as amended))*:? ?(?:therefore |duly )?"
    r"(?P<outcome>carried|agreed|passed|lost|defeated|fell|not carried|withdrawn)"
    r"(?: unanimously)?[.]?$",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(?P<what>motion|amendment|recommendation|proposal)(?P<plural>s?)\b[^.]{0,80}?"
    r"\b(?:was|were)\b[^.]{0,40}?"
    r"\b(?P<outcome>carried|agreed|lost|defeated|withdrawn)\b"
    r"(?P<count> by (?P<more>\d+|[a-z]+) votes? to (?P<fewer>\d+|[a-z]+)"
    r"(?:,? with (?P<abstained>\d+|[a-z]+) abstentions?)?)?",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"(?:^|[.] )(?:It was )?(?:unanimously agreed|agreed unanimously|"
    r"agreed without a (?:formal )?vote)\b",
    re.IGNORECASE,
)
_GOES_ON = (":", ";", ",", "; and", "; or")
_MARKS = "“”‘’\"'.:; "
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_OUTCOMES = {
    "carried": "carried", "agreed": "carried", "passed": "carried", "withdrawn": "withdrawn",
    "lost": "lost", "defeated": "lost", "fell": "lost", "not carried": "lost",
}  # fmt: skip
_ONLY_NAMES = re.compile(rf"(?:{TITLE} (?:(?! and )[^,.;:]){{1,40}}(?:, ?| and |$))+[.]?")
_ROW_OF_NAMES = re.compile(r"[A-Z][\w.’' -]{0,40}(?:\s*[\t\n]\s*[A-Z][\w.’' -]{0,40})+")
_MOTION = re.compile(
    r"\b(?:proposed|moved)\b.{0,200}?\bseconded\b|"
    r"\b(?:proposed|moved) by\b.{0,200}?\bseconded by\b|^(?:Motion|Amendment)\b[^.]{0,80}:",
    re.IGNORECASE,
)
_MOTION_WORDS = re.compile(r"\bseconded\b[^.:;]{0,80}?\bthat:? (.+)$")
# "seconded the following motion: “That it end.”"
_MOTION_QUOTED = re.compile(r"\bseconded\b[^:]{0,120}:\s*(\S.+)$")
_ACCEPTED = re.compile(
    r"\baccepted (?:the|this|his|her|their) (?:\w+ )?amendment\b|\bamendment was accepted\b|"
    r"\bpart of the substantive motion\b",
    re.IGNORECASE,
)
_MOVED_BY_NAME = re.compile(
    r"\bseconded (?P<what>the (?:recommendations?|motion|proposals?)[^.:;]{0,60})"
)
_PUT = re.compile(r"\bput (?P<what>the [\w ]{1,60}?) to the vote", re.IGNORECASE)


def moves(words: str) -> bool:
    """Whether a paragraph puts a motion or an amendment."""
    return _MOTION.search(fold(words)) is not None


def is_side(words: str) -> bool:
    """Whether a block is one side of a recorded vote, "Against (3)"."""
    return _SIDE.match(fold(words)) is not None


def wants_names(words: str, below: str) -> bool:
    """Whether a side of a vote has voters whose names go on in the block below."""
    match = _SIDE.match(fold(words))
    if match is None:
        return False
    named = len(_names_of_side(words))
    goes_on = _ONLY_NAMES.fullmatch(fold(below)) or _ROW_OF_NAMES.fullmatch(below.strip())
    return named < _count(match) and (named == 0 or goes_on is not None)


def _names_of_side(words: str) -> tuple[str, ...]:
    """The names after `For (3)`, in a row with commas or in lines and columns without."""
    match = _SIDE.match(fold(words))
    if match is None or _count(match) == 0:
        return ()
    listed = fold(match["names"])
    rows = [each for each in re.split(r"\s*[\n\t]\s*", words.strip())[1:] if each]
    if rows and re.search(r"[,;]| and ", listed) is None:
        listed = ", ".join(rows)
    return names_in(listed)[0]


def is_outcome(words: str) -> bool:
    """Whether a block says no more than what became of a motion."""
    return _OUTCOME.match(fold(words)) is not None


def votes(text: str, paragraphs: Sequence[Span]) -> tuple[Vote, ...]:
    """The recorded votes of an item.

    Args:
        text: of the document.
        paragraphs: of the item, in order. A motion gives the votes after it their subject.
    """
    count = _Count()
    for place in paragraphs:
        count.read(text[place.start : place.end], place)
    count.close(None)
    return tuple(count.votes)


class _Count:
    """The votes so far, and the one whose sides are being read."""

    def __init__(self) -> None:
        self.votes: list[Vote] = []
        self._moved: dict[str, str | None] = {}
        self._awaits_words_of: str | None = None
        self._put: str | None = None
        self._amended = False
        self._sides: dict[str, int] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._places: list[Span] = []
        self._told_just_before = False

    def read(self, raw: str, place: Span) -> None:
        words = fold(raw)
        side, outcome = _SIDE.match(words), _OUTCOME.match(words)
        told_just_before, self._told_just_before = self._told_just_before, False
        if side is not None:
            name = _SIDES_BY_STEM[side.group("side").lower()[:7]]
            if name in self._sides:
                self.close(None)
            self._sides[name] = _count(side)
            self._names[name] = _names_of_side(raw)
            self._places.append(place)
            return
        if outcome is not None:
            what = _OUTCOMES[outcome.group("outcome").lower()]
            if told_just_before and not self._places and self.votes[-1].outcome in (None, what):
                # "The motion was agreed." and then, to the right, "Motion carried".
                self.votes[-1] = replace(self.votes[-1], outcome=what, end=place.end)
                return
            self._places.append(place)
            self._put = self._put or f"the {outcome.group('what').lower()}"
            self.close(what)
            return
        self.close(None)
        self._read_motion(words)
        self._read_sentence(words, place, told_just_before=told_just_before)

    def _read_motion(self, words: str) -> None:
        """Note what is moved, and what is put to the vote."""
        awaiting = self._awaits_words_of
        if awaiting is not None:
            before = self._moved.get(awaiting)
            self._moved[awaiting] = f"{before} {words}" if before else words
            if not words.endswith(_GOES_ON):
                self._awaits_words_of = None
        if moves(words):
            what = "amendment" if "amendment" in words.lower() else "motion"
            self._amended = self._amended and what == "amendment"
            moved = _MOTION_WORDS.search(words) or _MOTION_QUOTED.search(words)
            self._moved[what] = moved.group(1) if moved is not None else None
            self._awaits_words_of = what if words.endswith(":") else None
            named = _MOVED_BY_NAME.search(words) if moved is None else None
            if named is not None and not words.endswith(":"):
                self._moved[what] = named.group("what")
        self._amended = self._amended or _ACCEPTED.search(words) is not None
        put = _PUT.search(words)
        if put is not None:
            self._put = put.group("what")

    def _subject(self) -> str | None:
        """What the vote was on, in the text's words."""
        put = (self._put or "the motion").lower()
        if "amendment" in put:
            return _first_sentence(self._moved.get("amendment")) or self._put
        if "substantive" in put or (self._amended and "motion" in put):
            return self._put  # no longer in the words in which it was moved
        if "motion" in put or "proposal" in put:
            return _first_sentence(self._moved.get("motion"))
        return self._put

    def _read_sentence(self, words: str, place: Span, *, told_just_before: bool) -> None:
        """A vote told within a sentence."""
        told = _IN_WORDS.search(words)
        sides = _sides_in(words, told)
        outcome = _OUTCOMES[told["outcome"].lower()] if told is not None else None
        if told is not None:
            self._put = self._put or f"the {told['what'].lower()}{told['plural']}"
        elif _AGREED.search(words):
            outcome = "carried"
            if told_just_before and self.votes[-1].outcome == outcome:
                self.votes[-1] = replace(self.votes[-1], end=place.end)
                return
        if len(sides) >= 2 or outcome is not None:
            self._sides, self._places = sides if len(sides) >= 2 else {}, [place]
            self.close(outcome)
            self._told_just_before = True

    def close(self, outcome: str | None) -> None:
        """Note the vote that was being read, if there is one."""
        if self._places:
            self.votes.append(
                Vote(
                    subject=self._subject(),
                    outcome=outcome,
                    in_favour=self._sides.get("in_favour"),
                    against=self._sides.get("against"),
                    abstained=self._sides.get("abstained"),
                    start=self._places[0].start,
                    end=self._places[-1].end,
                    voters=Voters(**self._names),
                )
            )
            if outcome == "carried" and "amendment" in (self._put or "").lower():
                self._amended = True
            self._put = None
        self._sides, self._names, self._places = {}, {}, []


def _sides_in(words: str, told: re.Match[str] | None) -> dict[str, int]:
    """The counts that a sentence gives, "For 5, Against 2" or "by nine votes to 2"."""
    sides = {
        _SIDES_BY_STEM[match["side"].lower()[:7]]: int(match["count"] or match["count2"])
        for match in _INLINE_SIDE.finditer(words)
    }
    if told is not None and len(sides) < 2 and not told["count"]:
        # "Carried, with 52 votes for, 3 against and 11 abstentions".
        sides = {
            _SIDES_BY_STEM[match["side"].lower()[:7]]: int(match["count"])
            for match in _COUNT_FIRST.finditer(words)
        }
    if len(sides) >= 2 or told is None or not told["count"]:
        return sides
    # What was lost "by 4 votes to 2" had the larger number against it.
    lost = _OUTCOMES[told["outcome"].lower()] == "lost"
    names = ("against", "in_favour") if lost else ("in_favour", "against")
    numbers = [_number(told["more"]), _number(told["fewer"]), _number(told["abstained"])]
    given = zip((*names, "abstained"), numbers, strict=True)
    return {name: number for name, number in given if number is not None}


def _count(side: re.Match[str]) -> int:
    return int(side["count"] or side["count2"] or side["count3"])


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else _NUMBER_WORDS.get(words.lower())


def _first_sentence(words: str | None) -> str | None:
    spans = sentence_spans(words or "")
    return words[slice(*spans[0])].strip(_MARKS) if words and spans else None
