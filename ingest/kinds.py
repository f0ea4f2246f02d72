"""What a paragraph does: tells, resolves, recommends, moves, votes, asks, answers, declares."""

import re

from ingest.labels import Mark, Series, mark_of
from ingest.speakers import NAME
from ingest.telltale import Telltale
from ingest.vote_sides import is_side
from ingest.votes import is_outcome, moves
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.wording import fold

_MARKERS = {
    "discussion": None,
    "debate": None,
    "minutes": None,
    "reasons": None,
    "reasons for decision": None,
    "reason for decision": None,
    "decision": ParagraphKind.RESOLUTION,
    "decisions": ParagraphKind.RESOLUTION,
    "determination": ParagraphKind.RESOLUTION,
    "recorded vote": None,
    "resolution": ParagraphKind.RESOLUTION,
    "resolutions": ParagraphKind.RESOLUTION,
    "recommendation": ParagraphKind.RECOMMENDATION,
    "recommendations": ParagraphKind.RECOMMENDATION,
    "question": ParagraphKind.QUESTION,
    "answer": ParagraphKind.ANSWER,
    "reply": ParagraphKind.ANSWER,
    "response": ParagraphKind.ANSWER,
}
_MARKER = re.compile(
    rf"(?=[A-Z])(?i:{'|'.join(sorted(_MARKERS, key=len, reverse=True))}):?",
)
_BODY = (
    r"(?:Members|(?:The|This) (?:[A-Z][\w’'-]+ ){0,4}?(?:Council|(?:Sub-)?Committee|Subcommittee|"
    r"Board|Cabinet|Panel|Authority|Executive|Forum|Commission|Partnership))"
)
_ADVERBS = r"(?: (?:[a-z]+ly|then|therefore|also|further|duly))*"
_BEGINS_RESOLVED = re.compile(
    r"(?:It was )?(?:unanimously )?(?:Resolved|AGREED)\b|"
    r"(?:Decision|Determination|Resolution):|"
    # "The Board agreed:", "It was agreed that": only where the paragraph begins with it.
    rf"{_BODY}{_ADVERBS} (?:agreed|resolved|approved|determined|decided)\b(?!,? with\b)|"
    rf"{_BODY}{_ADVERBS} noted (?:the|its) (?:\w+ ){{0,3}}?"
    r"(?:report|update|position|plan|minutes?)\b|"
    rf"It was{_ADVERBS} agreed (?:that|to|by|not)\b|Agreed(?::| that\b| to\b)|"
    r"(?:(?:It|The (?:motion|recommendations?|proposals?)) (?:was|were) )?"
    r"(?i:unanimously agreed|agreed unanimously|agreed without a (?:formal )?vote)\b"
)
_RESOLVED = Telltale(
    "resolved|agreed",
    r"\bRESOLVED\b|\bit was (?:(?:unanimously |therefore )?resolved|AGREED)\b",
    re.NOFLAG,
)
_SECONDED_AND_AGREED = Telltale(
    "seconded",
    r"\bseconded\b[^.]{0,80}?\band (?:it was )?(?:unanimously )?(?:agreed|approved|carried)\b",
    re.NOFLAG,
)
# What parishes write after a decision: "They were approved. Prop. Cllr A Pell, sec. …"
_AGREED_ON_PROPOSAL = Telltale(
    "prop",
    r"\b(?:approved|agreed|accepted|adopted|elected|appointed)\b.{0,200}?[.(] ?"
    rf"Prop(?:osed)?(?:[.:]| by:?)? {NAME}",
    re.NOFLAG,
)
_RESOLVING = (_RESOLVED, _SECONDED_AND_AGREED, _AGREED_ON_PROPOSAL)
_RECOMMENDED = Telltale(
    "recommend",
    r"\bRECOMMENDED\b|^(?:It was )?Recommended\b|^Recommendation:",
    re.NOFLAG,
)
_ASKED = re.compile(
    r"^(?:Supplementary )?Question(?: \d+)?(?: (?:from|by|to)\b[^:]{0,120})?:\s*\S", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"^(?:Answer|Reply|Response)(?: (?:from|by)\b[^:]{0,120})?:\s*\S", re.IGNORECASE
)
_PUT_TO_VOTE = Telltale(
    "vot|carried|lost|defeated|withdrawn|show of hands|roll call",
    r"\b(?:votes? cast (?:was|were)|voting was as follows|voted as follows|there voted\b|"
    r"(?:motion|amendment|recommendations?)\b[^.]{0,80}?\b(?:was|were) "
    r"(?:(?:duly|then|declared) |put to the vote and )*(?:carried|lost|defeated|withdrawn)\b|"
    r"voted for the (?:motion|amendment)\b|"
    r"^On (?:(?:a|the) (?:vote|show of hands|roll call)|being put to the vote)\b|"
    r"put the (?:\w+ ){0,2}(?:motion|amendment|recommendations?|proposals?)\b[^.]{0,40}"
    r"\bto the vote)",
)
_DECLARED = Telltale(
    "interest",
    r"\bdeclared\b[^.]{0,120}\binterest|\bdeclarations? of (?:\w+ )*interest",
)
_OF_DECLARATIONS = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)
_OF_DECISION = re.compile(r"(?:the )?(?:decision|determination|resolution)s?", re.IGNORECASE)
_OF_ATTENDANCE = re.compile(r"\b(?:apologies|substitut\w+|attendance|membership)\b", re.IGNORECASE)
_QUOTES = ("“", "‘", '"', "'")
_GOES_ON = (":", ";", ",", "; and", "; or")
_OPENS_POINTS = re.compile(
    r"(?::|\bthat|\bto|[–-]|^(?:RESOLVED|RECOMMENDED|AGREED)|"
    r"(?::|\bthat) (?:[Tt]he )?(?:[A-Z][\w-]+ ?)+)$"
)
# "RESOLVED – (1) That it be noted." and "(2)" in the paragraph below.
_FIRST_POINT = re.compile(r"\bRESOLVED\b[^.]{0,40}?(?P<label>\((?:1|a|i)\)) ")


def is_marker(words: str) -> bool:
    """Whether a line only says what the paragraphs after it are, "Decision:"."""
    return _MARKER.fullmatch(fold(words)) is not None


def resolves(words: str) -> bool:
    """Whether words by themselves say that something was resolved."""
    return _own_kind(fold(words)) is ParagraphKind.RESOLUTION


def decides(words: str) -> bool:
    """Whether words by themselves resolve, recommend or vote."""
    return _own_kind(fold(words)) in DECIDES


class Kinds:
    """Tells the kind of one paragraph after another of an item.

    The points under "RESOLVED that:" resolve too, those under a motion belong to the motion.

    Args:
        explicit: some paragraph says itself that it resolves, so that the title "Decision" does
            not make decisions of the others.
    """

    def __init__(self, title: str | None, *, explicit: bool = False) -> None:
        self._title_kind = _of_title(title or "")
        if explicit and self._title_kind is ParagraphKind.RESOLUTION:
            self._title_kind = None
        self._section: ParagraphKind | None = None
        self._points: ParagraphKind | None = None
        self._opened_by: Mark | None = None
        self._depth = 0
        self._first: Mark | None = None
        self._past_flat_points = False
        self._quoting = self._unlabelled = False

    def enter(self, marker: str) -> None:
        """The paragraphs from here on stand under a marker such as "Decision:"."""
        self.leave()
        self._section = _MARKERS[fold(marker).rstrip(":").lower()]

    def begin(self, kind: ParagraphKind) -> None:
        """The paragraphs from here on are of a kind, unless their own words say otherwise."""
        self.leave()
        self._section = kind

    def leave(self) -> None:
        """A heading ends what was opened before it."""
        self._section = self._points = None
        self._quoting = False

    @property
    def quoting(self) -> bool:
        """Whether the words that are moved go on: their quotation marks are not closed yet."""
        return self._quoting

    @property
    def has_points(self) -> bool:
        """Whether the next paragraph may be a point of the one that was opened before it."""
        return self._points is not None

    def of(self, words: str, *, mark: Mark | None, depth: int) -> ParagraphKind:
        """The kind of the next paragraph.

        Args:
            depth: of its label, 0 at the top or without a label.
        """
        folded = fold(words)
        own = _own_kind(folded)
        if own is None and self._points is not None and self._goes_on(folded, mark, depth):
            self._quote(folded)
            points = self._points
            if self._unlabelled and mark is None and not self._quoting:
                # Words without a label that follow "RESOLVED that:" end with their sentence.
                self._unlabelled = folded.endswith(_GOES_ON)
                self._points = points if self._unlabelled else None
                if folded.endswith(":"):  # "To:" between "RESOLVED that the decision:" and "a)"
                    self._opened_by = self._first = None
            return points
        self._points, self._quoting = None, False
        if own in _OPENERS and _OPENS_POINTS.search(folded):
            self._points, self._opened_by, self._depth, self._first = own, mark, depth, None
            self._past_flat_points, self._unlabelled = False, folded.endswith(":")
        elif own in _OPENERS and (first := _FIRST_POINT.search(folded)) is not None:
            self._points, self._opened_by, self._unlabelled = own, None, False
            self._first = mark_of(first["label"])
        return own or self._section or self._title_kind or ParagraphKind.NARRATIVE

    def _goes_on(self, words: str, mark: Mark | None, depth: int) -> bool:
        if mark is None:
            # A flattened page has the points of a motion as bullets beside it.
            quoted = self._quoting or words.startswith(_QUOTES)
            runs_on = self._unlabelled or words[:1].islower()
            return quoted or runs_on or (self._flat and words.endswith(":"))
        if self._opened_by is not None and not self._flat:
            return depth > self._depth
        if self._opened_by is not None and self._flat:
            beside = mark.form == self._opened_by.form
            self._past_flat_points = self._past_flat_points or not beside
            return not (beside and self._past_flat_points)
        if self._first is None:
            self._first = mark
        return (mark.series, mark.form) == (self._first.series, self._first.form) or depth > 0

    def _quote(self, words: str) -> None:
        """Note whether the words that are moved go on after this paragraph."""
        opened = words.count("“") - words.count("”")
        if words.count('"') % 2:
            opened += -1 if self._quoting else 1
        self._quoting = opened > 0 or (self._quoting and opened == 0)

    @property
    def _flat(self) -> bool:
        return self._opened_by is not None and self._opened_by.series is Series.BULLET


_OPENERS = (ParagraphKind.RESOLUTION, ParagraphKind.RECOMMENDATION, ParagraphKind.MOTION)


def _own_kind(words: str) -> ParagraphKind | None:
    """What the words themselves say; `None` when they only tell."""
    if is_side(words) or is_outcome(words):
        return ParagraphKind.VOTE
    if _BEGINS_RESOLVED.match(words) or any(each.search(words) for each in _RESOLVING):
        return ParagraphKind.RESOLUTION
    if _RECOMMENDED.search(words):
        return ParagraphKind.RECOMMENDATION
    if moves(words):
        return ParagraphKind.MOTION
    if _PUT_TO_VOTE.search(words):
        return ParagraphKind.VOTE
    if _ASKED.match(words):
        return ParagraphKind.QUESTION
    if _ANSWERED.match(words):
        return ParagraphKind.ANSWER
    if _DECLARED.search(words):
        return ParagraphKind.DECLARATION
    return None


def _of_title(title: str) -> ParagraphKind | None:
    if _OF_DECLARATIONS.search(title):
        return ParagraphKind.DECLARATION
    if _OF_DECISION.fullmatch(title):
        return ParagraphKind.RESOLUTION
    return ParagraphKind.ATTENDANCE if _OF_ATTENDANCE.search(title) else None
