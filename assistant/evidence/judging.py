"""Is there evidence at all, and is it of the thing that was asked for?

The limits were chosen on the test questions of `samples/` and of other minutes
(`minutes eval run`); each is a share or a cosine between 0 and 1.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.evidence.asked_for import asks_for_seconder
from assistant.evidence.choosing import choose
from assistant.evidence.finding import Findings
from assistant.evidence.matter import told_with
from assistant.evidence.meaning import Embed, said_otherwise
from assistant.evidence.narrowing import identity, lower_words
from assistant.evidence.relation import relation
from assistant.evidence.weighing import Candidate, mentions
from assistant.understanding.motion import AMENDS, ENDS, asks_of_a_motion
from assistant.understanding.premise import Ending
from assistant.understanding.question import SHORT, Kind
from vectorstore.keywords import Term, words
from vectorstore.stems import stems

# Likeness alone that makes evidence, and that is worth showing beside what is missing.
LIKE, SOMEWHAT_LIKE = 0.40, 0.42
# Share of the question's weight that the evidence must hold where likeness alone is too little.
MOST_WORDS = 0.45
# Below this share of known words a question is taken to ask for something the library lacks.
MOSTLY_UNKNOWN = 0.5
# Of how many sentences and passages the likeness counts.
NEAREST = 5
# How many sentences are shown beside a name that the library lacks.
MOST_BESIDE = 4
# A word that weighs this share of the question is worth naming; a name always is.
WORTH_NAMING = 0.22
# The share of the question that must be left open for words other than names to be told.
LEFT_OPEN = 0.3
# A word of this share that the library nowhere has is what the question is about.
MOST_OF_IT = 0.5
# Words that are worth nothing by themselves: "taken down" is "removed".
_SAYS_LITTLE = frozenset(
    """
    actually away back carried carries carry carrying come comes coming compare compared compares
    comparing costing councillors currently deal dealing deals dealt down exactly find finding get
    gets getting given go goes going gone got happen hear heard hearing hears held hold holding
    holds issue issues kind last leave leaves leaving left lot make makes making member members next
    off officers out people previous problem problems put ran rang really ring run running runs sat
    sit sits sitting sort sorts stop stopped stopping stops take takes taking thing things turn
    turned turning turns up use uses using way ways well
    """.split()
)
# Which of several: "the second year" is not the first.
_WHICH = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final) (?:\w+ )?"
    r"(?:days?|half|months?|phase|quarter|round|season|stage|term|time|tranche|wave|weeks?|years?)\b",
    re.IGNORECASE,
)
# What a sum is of, which no other sum is.
_SUMS_OF = frozenset(
    stems(
        """
        bonus compensation damages debt deposit fare fee fine interest loan overspend penalty
        pension rebate refund rent salary saving subsidy surplus toll underspend
        """
    )
)
# What stands before a name and tells nobody by itself.
_STYLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "cllr", "cllrs", "councillor"})
_OFFICES = frozenset(
    """
    ambassador archbishop auditor bishop commissioner constable coroner government governor
    headteacher judge king leader magistrate mayor mayoress minister mp ombudsman parliament
    president queen secretary sheriff treasurer vicar
    """.split()
)


class Extent(StrEnum):
    """How much of a question the minutes answer."""

    ENOUGH = "enough"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What there is, and what the minutes do not give.

    Args:
        score: by how much the evidence clears the limits, negative where there is none; `None`
            when nothing at all was found.
        missing: words of the question that the library nowhere has, as typed.
        unmet: telling words of the question that stand elsewhere, but not in what was chosen.
        lacks: the sort of thing asked for that no evidence gives; `None` when it is given.
        unheard: the person or the office of whose words there are none; `None` when that was not
            asked.
        elsewhere: places, in the words of the question, of whose minutes nothing that was chosen
            is; empty when it names none.
        beside: a name that the library lacks is asked about, or somebody who is not heard, so that
            whatever is found is beside the point.
        uncounted: how many voted is asked, and the votes found are told without numbers.
        not_so: how the question takes its matter to have ended, where the minutes record another
            end.
        instead: what they record of it.
    """

    extent: Extent
    score: float | None = None
    missing: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    lacks: Kind | None = None
    unheard: str | None = None
    elsewhere: tuple[str, ...] = ()
    beside: bool = False
    uncounted: bool = False
    not_so: Ending | None = None
    instead: tuple[Candidate, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is anything to show."""
        return self.extent is not Extent.NONE

    @property
    def complete(self) -> bool:
        """Whether nothing that was asked for is missing."""
        return self.extent is Extent.ENOUGH

    def naming(self, left: Collection[str]) -> "Verdict":
        """The same verdict, with no words named as missing but some, in lower case."""
        missing = tuple(word for word in self.missing if word.casefold() in left)
        unmet = tuple(word for word in self.unmet if word.casefold() in left)
        short = self.lacks or self.unheard or self.elsewhere or self.uncounted
        whole = not (missing or unmet or short)
        extent = Extent.ENOUGH if self.found and whole else self.extent
        return replace(self, extent=extent, missing=missing, unmet=unmet)


def judge(findings: Findings, embed: Embed) -> Verdict:
    """Whether the best that was found is evidence for a part of a question."""
    if not findings.candidates:
        return Verdict(extent=Extent.NONE)
    nearest = findings.candidates[:NEAREST]
    like = max(found.likeness for found in nearest)
    held = max(found.coverage for found in nearest) * findings.known_share
    strange = findings.known_share < MOSTLY_UNKNOWN
    if strange and findings.terms == findings.unknown and _all_names(findings):
        # Nothing is like a name that the library does not know.
        return Verdict(extent=Extent.NONE, score=-SOMEWHAT_LIKE)
    # Likeness or words make evidence; a question of mostly unknown words stands on likeness.
    score = like - SOMEWHAT_LIKE if strange else max(like - LIKE, held - MOST_WORDS)
    if score < 0:
        return Verdict(extent=Extent.NONE, score=score)
    chosen = choose(findings)
    if not chosen:
        return Verdict(extent=Extent.NONE, score=score)
    asked = Kind.WHO if asks_for_seconder(findings.part) else findings.part.kind
    lacks = None if any(found.gives for found in chosen) else asked
    unmet = _unmet(findings, chosen, embed)
    elsewhere = _elsewhere(findings.not_only_of, chosen)
    if not (lacks or unmet or findings.unheard or elsewhere):
        return Verdict(extent=Extent.ENOUGH, score=score)
    return Verdict(
        extent=Extent.PARTLY,
        score=score,
        missing=tuple(term.word for term in unmet if not term.passages),
        unmet=tuple(term.word for term in unmet if term.passages),
        lacks=lacks,
        unheard=findings.unheard,
        elsewhere=elsewhere,
        beside=bool(findings.unheard)
        or any(_names(term, findings) for term in unmet if not term.passages),
    )


def shown(findings: Findings, verdict: Verdict) -> list[Candidate]:
    """What is shown of a part of a question: all that was chosen, and of what is beside the point
    no more than tells what comes nearest."""
    if not verdict.found:
        return []
    if verdict.instead:
        return list(verdict.instead)
    return choose(findings)[: MOST_BESIDE if verdict.beside else None]


def _elsewhere(places: tuple[str, ...], chosen: Sequence[Candidate]) -> tuple[str, ...]:
    """The places, where nothing chosen is of the minutes of one."""
    named = lower_words(*places)
    here = any(not named.isdisjoint(identity(found.passage)) for found in chosen)
    return () if here else places


def _unmet(findings: Findings, chosen: Sequence[Candidate], embed: Embed) -> list[Term]:
    """The telling words of a question that nothing chosen has, in these words or in others.

    A name, a figure, "the second year" and what a sum is of are told by themselves. Other words
    are told where what they leave open weighs, or where they are the premise of a "why"; a broad
    question's only if the library lacks them.
    What a part borrows from another is told of that one.
    """
    held = [stems(told_with(found.passage, findings.hits)) for found in chosen]
    own = {word.casefold() for word in words(findings.part.asked)}
    told = {word.casefold() for word in words(findings.unheard or "")} | _STYLES
    open_ = [
        term
        for term in findings.terms
        if not any(mentions(place, term) for place in held)
        and (term.word.casefold() in own or _names(term, findings))
        and term.word.casefold() not in told
    ]
    names = [term for term in open_ if _names(term, findings)]
    of_a_motion = asks_of_a_motion(findings.part.asked)
    little = _SAYS_LITTLE | (ENDS if of_a_motion else frozenset()) | relation(findings.part)
    others = [term for term in open_ if term not in names and term.word.casefold() not in little]
    typed = [term.corrected or term.word for term in others]
    most_of_it = [
        term.word for term in others if not term.passages and _share([term], findings) >= MOST_OF_IT
    ]
    met = said_otherwise(typed, (found.words for found in chosen), embed, most_of_it)
    others = [term for term in others if (term.corrected or term.word) not in met]
    narrow = of_a_motion or findings.part.kind in SHORT or findings.part.kind is Kind.WHY
    telling = [term for term in others if not term.passages or (narrow and _tells(term, findings))]
    of_sums = any(_tells_which_sum(term, findings) for term in telling)
    if findings.part.kind is not Kind.WHY and not of_sums and _share(telling, findings) < LEFT_OPEN:
        telling = []
    return [term for term in findings.terms if term in names or term in telling]


def _names(term: Term, findings: Findings) -> bool:
    """Whether a word is a name or a figure, by how it is written, an office or a body of state, or
    tells which of several is meant.

    One officer is near in meaning to another, and is not that other.
    """
    if term.word.casefold() in _OFFICES:
        return True
    if term.word.casefold() in AMENDS and asks_of_a_motion(findings.part.asked):
        return True
    if term.word.casefold() in _WHICH.findall(findings.part.text.casefold()):
        return True
    capital = term.word[0].isupper() and not findings.part.text.startswith(term.word)
    return capital or any(word[0].isdigit() for word in term.word.split())


def _all_names(findings: Findings) -> bool:
    return bool(findings.terms) and all(_names(term, findings) for term in findings.terms)


def _tells_which_sum(term: Term, findings: Findings) -> bool:
    return findings.part.kind is Kind.FIGURE and stems(term.word)[0] in _SUMS_OF


def _tells(term: Term, findings: Findings) -> bool:
    return _share([term], findings) >= WORTH_NAMING


def _share(terms: Sequence[Term], findings: Findings) -> float:
    """The weight of some terms as a share of the whole question's, 0 to 1."""
    total = sum(findings.weights.values())
    return sum(findings.weights[term.word] for term in terms) / total if total else 0.0
