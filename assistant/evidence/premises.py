"""Does what is recorded of a matter bear out how a question takes it to have ended?"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.choosing import ON_TOPIC
from assistant.evidence.finding import Findings
from assistant.evidence.leaning import sentences, words_of
from assistant.evidence.weighing import Candidate, share
from assistant.understanding.premise import Ending, without_premise
from assistant.understanding.question import Kind, Part
from vectorstore.found import StoredPassage
from vectorstore.keywords import Term, words
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.stems import stems

Around = Callable[[str], Sequence[StoredPassage]]
"""The passages of the same agenda item as one, by its id, in the order of the text."""

# How much of a matter must be borne, also as a share of what the best bears, and how many sentences
# are shown of a record.
BORNE, AS_MUCH, MOST_SHOWN = 0.75, 0.9, 3
# So many words at most are told before a sentence that does not say what it ends.
MOST_BEFORE = 60
_NOT = r"(?:not|never|nor|no longer|declined to|refused to)(?: be| been| to)? "
_ACCEPTED = r"(?:accept|adopt|agree|allow|approve|endorse|grant|permit|support)e?d?"
_REFUSED = r"declined?|dismiss(?:ed)?|OBJECT(?:ED|S)?|refused?|reject(?:ed)?|turned down"
# How a motion ended, which may have been one to refuse.
_CARRIED, _LOST = r"carried|passed", r"defeated|fell|lost"
_TOLD = {
    Ending.GRANTED: rf"{_ACCEPTED}|no objections?",
    Ending.REFUSED: rf"{_REFUSED}|{_LOST}|{_NOT}(?:{_ACCEPTED})",
    Ending.REVOKED: r"revoked?",
    Ending.ENDED: (
        r"abandon(?:ed)?|abolish(?:ed)?|cease[ds]?|cancel(?:led)?|end(?:ed|s)?|rescind(?:ed)?|"
        r"revoked?|scrap(?:ped)?|stop(?:ped)?|terminated?|withdrawn?|withdrew"
    ),
    Ending.CLOSED: r"closed?|shut",
    Ending.RISEN: r"grew|grown|higher|increas\w+|more|raised?|ris(?:e|en|ing)|rose|up|additional",
    Ending.FALLEN: (
        r"cuts?|decreas\w+|down|drop(?:ped)?|fall(?:en|ing)?|fell|fewer|less|lower\w*|reduc\w+"
    ),
}
_DEFERRED = r"adjourned|deferred?|postponed?|referred back|withdrawn?"
_OTHERWISE = {
    Ending.GRANTED: rf"{_REFUSED}|{_LOST}|{_DEFERRED}|{_NOT}(?:{_ACCEPTED})",
    Ending.REFUSED: rf"{_ACCEPTED}|{_CARRIED}|{_DEFERRED}|noted?|no objections?",
    Ending.REVOKED: rf"extend(?:ed)?|modif(?:y|ied)|renewed|suspend(?:ed)?|{_NOT}revoked?",
    Ending.ENDED: r"continued?|extend(?:ed)?|kept|remain|renewed|retain(?:ed)?|suspend(?:ed)?",
    Ending.CLOSED: rf"consult(?:ation)?|remain open|(?:kept|stay) open|{_NOT}(?:closed?|shut)",
    Ending.RISEN: _TOLD[Ending.FALLEN],
    Ending.FALLEN: _TOLD[Ending.RISEN],
}


def _compiled(told: dict[Ending, str]) -> dict[Ending, re.Pattern[str]]:
    return {each: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for each, words in told.items()}


_IS_CARRIED = re.compile(rf"\b(?:{_CARRIED})\b", re.IGNORECASE)
_REFUSES = re.compile(rf"\b(?:{_REFUSED})\b", re.IGNORECASE)
_BEARS_OUT, _TELLS_OTHERWISE = _compiled(_TOLD), _compiled(_OTHERWISE)
_DENIED = re.compile(
    rf"{_NOT}(?:\w+ )?$|\b(?:whether|if|against|than)(?: to| be)? (?:\w+ )?$|"
    r"\bwould (?:not )?have $"
)
_OF_A_COURSE = frozenset({Ending.RISEN, Ending.FALLEN})
# How a paragraph of another kind tells what was decided.
_DECIDES = re.compile(
    r"\b(?:RESOLVED|AGREED|CARRIED|LOST|GRANTED|REFUSED|OBJECT|NO OBJECTION)\b|"
    r"\b(?:[Cc]arried|[Ff]ell|lost|deferred|declined(?! to))\b|"
    r"\b(?:It|Cabinet|Council|(?:Sub-)?Committee|Members|Panel) (?:unanimously )?"
    r"(?:accepted|agreed|approved|deferred|granted|refused|rejected)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the minutes record of how a matter ended.

    Args:
        borne_out: it ended as the question takes for granted.
        instead: the sentences that tell of another end; empty where it is borne out, or where the
            minutes tell nothing of it.
    """

    borne_out: bool
    instead: tuple[Candidate, ...]


def record(
    taken: Ending, findings: Findings, chosen: Sequence[Candidate], around: Around
) -> Record:
    """What the minutes record of the matter of a question that takes it to have ended in a way.

    Args:
        chosen: what answers the question.
    """
    matter = _matter(findings)
    told: Sequence[Candidate]
    if taken in _OF_A_COURSE:
        told = [each for each in chosen if _borne(each.words, matter, findings) >= ON_TOPIC]
    else:
        told = _decisions(matter, findings, chosen, around)
    if _any_says(_BEARS_OUT[taken], told) or (
        taken is Ending.GRANTED and _any_says(_IS_CARRIED, told) and not _any_says(_REFUSES, told)
    ):
        return Record(borne_out=True, instead=())
    other = [each for each in told if _says(_TELLS_OTHERWISE[taken], each.words)]
    other = [each for each in other if each.passage.reference.kind in DECIDES] or other
    return Record(
        borne_out=False, instead=tuple(_with_matter(other[:MOST_SHOWN], told, matter, findings))
    )


def after_record(part: Part, told: Candidate) -> Part:
    """A part of a question as one after what was decided on its matter, to which a sentence that
    tells it is the answer; a motion tells its own end, and needs nothing beside it."""
    moved = told.passage.reference.kind is ParagraphKind.MOTION
    kind = Kind.YES_NO if moved else Kind.DECIDED
    return replace(part, kind=kind, text=without_premise(part.text))


def _any_says(pattern: re.Pattern[str], told: Sequence[Candidate]) -> bool:
    return any(_says(pattern, each.words) for each in told)


def _says(told: re.Pattern[str], words: str) -> bool:
    """Whether a sentence says something, and does not deny it."""
    return any(not _DENIED.search(words[: found.start()]) for found in told.finditer(words))


def _with_matter(
    other: Sequence[Candidate], told: Sequence[Candidate], matter: Sequence[Term], found: Findings
) -> Iterator[Candidate]:
    """Sentences that tell of an end, those that do not say of what with what stands before them."""
    for each in other:
        own = [one for one in told if one.passage.id == each.passage.id]
        before = own[: own.index(each)]
        few = sum(len(one.words.split()) for one in before) <= MOST_BEFORE
        if few and _borne(each.words, matter, found) < ON_TOPIC:
            yield from before
        yield each


def _matter(findings: Findings) -> list[Term]:
    """The terms of a question that do not say how it ended."""
    left = {word.casefold() for word in words(without_premise(findings.part.text))}
    return [term for term in findings.terms if term.word.casefold() in left]


def _borne(text: str, matter: Sequence[Term], findings: Findings) -> float:
    return share(stems(text), matter, findings.weights)


def _decisions(
    matter: Sequence[Term],
    findings: Findings,
    chosen: Sequence[Candidate],
    around: Around,
) -> Sequence[Candidate]:
    """The sentences that decide on a matter: of paragraphs that name it, or else of the items that
    deal with it; of the item of the motion that answers best where none does in the words of the
    question."""
    held = [hit.passage for hit in findings.hits]
    by_itself = _bearing(held, [_borne(each.text, matter, findings) for each in held])
    under = [f"{each.heading} {each.text}" for each in held]
    of_items = _bearing(held, [_borne(text, matter, findings) for text in under])
    nearest = [each.passage for each in chosen[:1]]
    deciding = (
        [each for each in by_itself if _decides(each)]
        or _deciding_in_items(of_items, around)
        or _deciding_in_items([best for best in nearest if _moves_or_decides(best)], around)
    )
    return [
        replace(
            findings.candidates[0],
            passage=each,
            start=span[0],
            end=span[1],
            words=words_of(each, span),
            gives=True,
        )
        for each in deciding
        for span in sentences(each)
    ]


def _bearing(passages: Sequence[StoredPassage], borne: Sequence[float]) -> list[StoredPassage]:
    """Those of some passages that bear most of the matter, where that is enough of it."""
    least = max(BORNE, AS_MUCH * max(borne, default=0.0))
    return [each for each, held in zip(passages, borne, strict=True) if held >= least]


def _deciding_in_items(passages: Sequence[StoredPassage], around: Around) -> list[StoredPassage]:
    """The passages that decide in the items of some, each once."""
    every = {each.id: each for one in passages for each in around(one.id)}
    return [each for each in every.values() if _decides(each)]


def _moves_or_decides(passage: StoredPassage) -> bool:
    return passage.reference.kind is ParagraphKind.MOTION or _decides(passage)


def _decides(passage: StoredPassage) -> bool:
    kind = passage.reference.kind
    return kind in DECIDES | {ParagraphKind.VOTE} or bool(_DECIDES.search(passage.raw))
