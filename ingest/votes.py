"""Votes with what they were on, what came of them, and who voted how: "Motion carried."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.telltale import Telltale
from ingest.vote_sides import NUMBER, Side, counts_by, counts_in, names_in_sides, side_of
from vectorstore.records import Span, Vote, Voters
from vectorstore.wording import fold, sentence_spans

_OUTCOME = re.compile(
    r"(?:(?:The )?(?:substantive )?(?P<what>Motion|Amendment|Recommendations?|Proposal)s?"
    r"(?: (?:was|were|is|as amended))*:? ?(?:therefore |duly |accordingly )?"
    r"(?P<outcome>carried|agreed|passed|lost|defeated|fell|not carried|withdrawn)|"
    r"(?P<alone>carried|lost|withdrawn))"
    r"(?: unanimously)?(?: \([^()]{1,80}\))?[.]?$",
    re.IGNORECASE,
)
_IN_WORDS = Telltale(
    "carried|agreed|lost|defeated|withdrawn",
    r"\b(?P<what>motion|amendment|recommendation|proposal)(?P<plural>s?)\b[^.]{0,80}?"
    r"\b(?:was|were)\b[^.]{0,40}?"
    r"\b(?P<outcome>carried|agreed|lost|defeated|withdrawn)\b"
    r"(?P<count>(?: by)? (?P<more>\d+|[a-z]+) votes? to (?P<fewer>\d+|[a-z]+)"
    r"(?:,? with (?P<abstained>\d+|[a-z]+) abstentions?)?)?",
)
# "Carried by 8 votes to 3.", "Fell, 4 votes to 7.", "an amendment that it wait: lost, 2 for, …"
_ALONE = Telltale(
    "carried|lost|fell|defeated",
    r"(?:^|[.:;,–-] |\b(?:it|this|motion|amendment|proposal) (?:was )?)"
    r"(?P<outcome>carried|lost|fell|defeated)(?: unanimously\b|"
    rf"(?:,| by)+ (?P<more>{NUMBER})(?: votes?)? to (?P<fewer>{NUMBER})\b|"
    r"(?=,? \d+ (?:votes? )?for, ))",
)
# In Scotland: "and the motion became the finding of the meeting".
_FINDING = Telltale(
    "became the",
    r"\b(?P<what>motion|amendment) became the (?:finding|decision)\b",
)
# After the sides: "The amendment was carried and became the substantive motion".
_BEGINS_WITH_OUTCOME = re.compile(
    r"(?:The )?(?P<what>motion|amendment|recommendation|proposal)s? (?:was|were) (?:therefore )?"
    r"(?P<outcome>carried|lost|defeated|withdrawn)\b",
    re.IGNORECASE,
)
_RESOLVED_BY = re.compile(r"\bRESOLVED\b,? (?:by|with) ")
_AGREED = Telltale(
    "unanimously|without a",
    r"(?:^|[.] )(?:It was )?(?:unanimously agreed|agreed unanimously|"
    r"agreed without a (?:formal )?vote)\b",
)
_GOES_ON = (":", ";", ",", "; and", "; or")
_MARKS = "“”‘’\"'.:; "
_OUTCOMES = {
    "carried": "carried", "agreed": "carried", "passed": "carried", "withdrawn": "withdrawn",
    "lost": "lost", "defeated": "lost", "fell": "lost", "not carried": "lost",
}  # fmt: skip
_MOTION = Telltale(
    "seconded|motion|amendment",
    r"\b(?:proposed|moved)\b.{0,200}?\bseconded\b|"
    r"\b(?:proposed|moved) by\b.{0,200}?\bseconded by\b|"
    r"\bseconded by\b[^.]{0,60}?,? (?:proposed|moved)\b|^(?:Motion|Amendment)\b[^.]{0,80}:",
)
_MOTION_WORDS = re.compile(r"\bseconded\b[^.:;]{0,80}?\bthat:? (.+)$")
# "seconded the following motion: “That it end.”"
_MOTION_QUOTED = re.compile(r"\bseconded\b(?:(?!\bVotes?:)[^:]){0,120}:\s*(?!for \d)(\S.+)$")
_ACCEPTED = Telltale(
    "amendment|substantive",
    r"\baccepted (?:the|this|his|her|their) (?:\w+ )?amendment\b|\bamendment was accepted\b|"
    r"\bpart of the substantive motion\b",
)
_MOVED_BY_NAME = re.compile(
    r"\bseconded (?P<what>the (?:recommendations?|motion|proposals?)[^.:;]{0,60})|"
    r"\bmoved (?P<short>approval|refusal|deferral)\b"
)
_PUT = Telltale(
    "to the vote",
    r"\bput (?P<what>the [\w ]{1,60}?) to the vote",
)


def moves(words: str) -> bool:
    """Whether a paragraph puts a motion or an amendment."""
    return _MOTION.search(fold(words)) is not None


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
        self._awaits_names = False
        self._names_the_last = False
        self._of: str | None = None

    def read(self, raw: str, place: Span) -> None:
        words = fold(raw)
        side, outcome = side_of(raw), _OUTCOME.match(words)
        told_just_before, self._told_just_before = self._told_just_before, False
        awaits_names, self._awaits_names = self._awaits_names, False
        if side is not None:
            if not self._places:
                self._names_the_last = awaits_names
            self._take_side(side, place)
            return
        if outcome is not None:
            what = _OUTCOMES[(outcome["outcome"] or outcome["alone"]).lower()]
            if told_just_before and not self._places and self.votes[-1].outcome in (None, what):
                # "The motion was agreed." and then, to the right, "Motion carried".
                self.votes[-1] = replace(self.votes[-1], outcome=what, end=place.end)
                return
            self._awaits_names = not self._places
            self._places.append(place)
            self._put = self._put or f"the {(outcome['what'] or 'motion').lower()}"
            self._sides = self._sides or counts_in(words, told=True)
            self.close(what)
            return
        told = _BEGINS_WITH_OUTCOME.match(words) if self._places else None
        if told is not None:
            self._places.append(place)
            self._put = self._put or f"the {told['what'].lower()}"
            self.close(_OUTCOMES[told["outcome"].lower()])
            return
        self.close(None)
        for part in _told_apart(raw, place):
            said = fold(raw[part.start - place.start : part.end - place.start])
            self._read_motion(said)
            self._read_sentence(said, part, told_just_before=told_just_before)

    def _take_side(self, side: Side, place: Span) -> None:
        name = side.name
        if name in self._sides and (side.of, self._of) == ("amendment", "motion"):
            name = "against"  # of two proposals the one was voted on against the other
        elif name in self._sides:
            self.close(None)
        if side.count is not None or side.names:
            self._sides[name] = len(side.names) if side.count is None else side.count
        self._names[name], self._of = side.names, side.of
        self._places.append(place)

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
                self._moved[what] = named["what"] or named["short"]
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
        outcome = _OUTCOMES[told["outcome"].lower()] if told is not None else None
        resolved = _RESOLVED_BY.search(words) is not None
        sides = counts_in(words, told=resolved or (told is not None and not told["count"]))
        if not sides and told is not None and told["count"]:
            lost = outcome == "lost"
            sides = counts_by(told["more"], told["fewer"], told["abstained"], lost=lost)
        alone = _ALONE.search(words) if told is None else None
        finding = _FINDING.search(words)
        if told is not None:
            self._put = self._put or f"the {told['what'].lower()}{told['plural']}"
        elif finding is not None and sides:
            outcome = "carried" if finding["what"].lower() == "motion" else "lost"
        elif alone is not None:
            outcome = _OUTCOMES[alone["outcome"].lower()]
            self._put = self._put or ("the amendment" if "amendment" in words.lower() else None)
            if not sides and alone["more"]:
                sides = counts_by(alone["more"], alone["fewer"], None, lost=outcome == "lost")
        elif sides and (resolved or "RESOLVED" in words):
            outcome = "carried"
        elif _AGREED.search(words):
            outcome = "carried"
            if told_just_before and self.votes[-1].outcome == outcome:
                self.votes[-1] = replace(self.votes[-1], end=place.end)
                return
        if sides or outcome is not None:
            self._sides, self._names, self._places = sides, names_in_sides(words), [place]
            self.close(outcome)
            self._told_just_before = self._awaits_names = True

    def close(self, outcome: str | None) -> None:
        """Note the vote that was being read, if there is one."""
        if self._places:
            vote = Vote(
                subject=self._subject(),
                outcome=outcome,
                in_favour=self._sides.get("in_favour"),
                against=self._sides.get("against"),
                abstained=self._sides.get("abstained"),
                start=self._places[0].start,
                end=self._places[-1].end,
                voters=Voters(**self._names),
            )
            if self._names_the_last and _is_told_again(self.votes[-1], vote):
                self.votes[-1] = _joined(self.votes[-1], vote)
            else:
                self.votes.append(vote)
            if outcome == "carried" and "amendment" in (self._put or "").lower():
                self._amended = True
            self._put = None
        self._sides, self._names, self._places = {}, {}, []
        self._names_the_last = False


def _told_apart(raw: str, place: Span) -> list[Span]:
    """The sentences of a paragraph where two of them move or count, otherwise all of it."""
    sentences = sentence_spans(raw)
    words = [fold(raw[start:end]) for start, end in sentences]
    counting = sum(bool(counts_in(each, told=True)) for each in words)
    if counting < 2 and sum(map(moves, words)) < 2:
        return [place]
    return [Span(start=place.start + start, end=place.start + end) for start, end in sentences]


def _is_told_again(told: Vote, named: Vote) -> bool:
    """Whether sides with their names are those of the vote whose outcome was told just before."""
    counts = zip(_counts(told), _counts(named), strict=True)
    if any(None not in pair and pair[0] != pair[1] for pair in counts):
        return False
    return named.outcome is None or (named.outcome == told.outcome and told.in_favour is not None)


def _joined(told: Vote, named: Vote) -> Vote:
    in_favour, against, abstained = (
        first if first is not None else second
        for first, second in zip(_counts(told), _counts(named), strict=True)
    )
    return replace(
        told,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
        end=named.end,
        voters=named.voters,
    )


def _counts(vote: Vote) -> tuple[int | None, int | None, int | None]:
    return vote.in_favour, vote.against, vote.abstained


def _first_sentence(words: str | None) -> str | None:
    spans = sentence_spans(words or "")
    return words[slice(*spans[0])].strip(_MARKS) if words and spans else None
