"""The sentences that the program itself writes, and an answer as plain text."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.answer import AnswerSentence, Citation
from assistant.evidence.finding import Findings
from assistant.evidence.judging import Verdict
from assistant.evidence.persons import asks_for_business
from assistant.extractive.actions import Actions
from assistant.extractive.register import Register
from assistant.extractive.voting import Votes
from assistant.statement import Statement
from assistant.understanding.holder import office_held
from assistant.understanding.office import office_named
from assistant.understanding.premise import Ending
from assistant.understanding.question import Kind, Part
from assistant.understanding.sitting import Formality
from vectorstore.found import Reference
from vectorstore.records import DECIDES, ActionKind
from vectorstore.wording import day_words

# From so many meetings on, an answer begins with a line that counts them.
FEWEST_MEETINGS = 3
# The cosine from which an item is near enough to be suggested where nothing answers.
NEAR_ENOUGH_TO_SUGGEST = 0.25
# Items that every meeting has.
_FORMAL = re.compile(
    r"\b(?:apologies|declarations?|minutes of|notes of|dates? of|urgent business|exclusion)\b",
    re.IGNORECASE,
)
STOPPED = "This answer was stopped: it is only what had been written by then."
_LACKING = {
    Kind.FIGURE: "The minutes give no figure for this.",
    Kind.WHEN: "The minutes give no date for this.",
    Kind.WHERE: "The minutes name no place for this.",
    Kind.WHY: "The minutes give no reason for this.",
    Kind.YES_NO: "The minutes do not say whether this was so.",
    Kind.DECIDED: "The minutes record no decision on this.",
}
_ENDED = {
    Ending.GRANTED: "was approved",
    Ending.REFUSED: "was refused",
    Ending.REVOKED: "was revoked",
    Ending.ENDED: "was cancelled",
    Ending.CLOSED: "was closed",
    Ending.RISEN: "went up",
    Ending.FALLEN: "went down",
}


def meeting_heading(reference: Reference) -> str:
    """Who met and when: "Marlshire County Council, Cabinet, 14 October 2021"."""
    held_by = [name for name in (reference.council, reference.committee) if name]
    return ", ".join(
        [*(held_by or [reference.title or reference.document]), day_words(reference.date)]
    )


def not_found() -> str:
    """What is said when the minutes are silent."""
    return "The minutes that were searched do not answer this."


def suggestion(findings: Iterable[Findings]) -> str | None:
    """The nearest things that meetings dealt with; `None` when nothing comes near."""
    hits = sorted(
        (hit for found in findings for hit in found.hits), key=lambda hit: -hit.similarity
    )
    titles = (
        hit.passage.reference.item_title for hit in hits if hit.similarity >= NEAR_ENOUGH_TO_SUGGEST
    )
    named = list(dict.fromkeys(title for title in titles if title and not _FORMAL.search(title)))
    return f"The nearest items in the minutes: {_listed(named[:3], 'and')}." if named else None


def registered(register: Register) -> str:
    """How many decisions there are where all were asked for, and which are shown."""
    told = f"The minutes searched record {register.recorded} resolutions and recommendations"
    if register.recorded == 1:
        told = "The minutes searched record one decision"
    if len(register.shown) == register.recorded:
        return f"{told}."
    shown = len(register.shown)
    return f"{told}; " + (
        f"these are the latest {shown}." if register.dated else f"{shown} of them are shown."
    )


def recorded_actions(found: Actions) -> str:
    """How many requests and undertakings there are, and that more is not told of them."""
    named = " and ".join(
        plural if found.recorded > 1 else one
        for kind, one, plural in (
            (ActionKind.REQUEST, "request", "requests"),
            (ActionKind.UNDERTAKING, "undertaking", "undertakings"),
        )
        if kind in found.kinds
    )
    shown = len(found.shown)
    told = f"The minutes searched record {found.recorded} {named}"
    if found.recorded == 1:
        told = f"The minutes searched record one {named.replace(' and ', ' or ')}"
    if not found.recorded:
        told = f"The minutes searched record no {named.replace(' and ', ' or ')}"
    if found.on_matter:
        told += " on this"
    if found.among:
        told += f" among the latest {found.among:,}"
    if not found.recorded:
        return f"{told}."
    if shown < found.recorded:
        told += f"; these are the latest {shown}"
    return f"{told}. Whether anything came of {_it(found.recorded)} is not told here."


def recorded_votes(found: Votes) -> str:
    """How many votes there are of those that were asked for, and which are shown."""
    one = found.recorded < 2
    told = "vote" if one else "votes"
    if found.amendments:
        told += " on an amendment" if one else " on amendments"
    if found.ending:
        told += f" that {'was' if one else 'were'} {found.ending}"
    if found.on_matter:
        told += " on this"
    number = {0: "no", 1: "one"}.get(found.recorded, str(found.recorded))
    shown = len(found.shown)
    rest = f"; these are the latest {shown}" if shown < found.recorded else ""
    return f"The minutes searched record {number} {told}{rest}."


def unrecorded(formality: Formality) -> str:
    """What is said when minutes are silent about the meeting itself."""
    return f"The minutes that were searched do not record {formality.value}."


def clarification(choices: Sequence[str]) -> str:
    """What is asked back when a question could mean several things, or leans on nothing."""
    if choices:
        return f"Do you mean {_listed(choices)}? Please ask again with one of them."
    return "This leans on something said before. Please ask again, naming what it is about."


def lead(statements: Sequence[Statement]) -> str | None:
    """One line on what follows, counted from it; `None` where it is little."""
    places = {quote.passage.reference.meeting: quote.passage.reference
              for statement in statements for quote in statement.quotes}  # fmt: skip
    if len(places) < FEWEST_MEETINGS:
        return None
    bodies = {(place.council, place.committee) for place in places.values()}
    dates = sorted(place.date for place in places.values() if place.date)
    deciding = {
        quote.passage.reference.meeting
        for statement in statements
        for quote in statement.quotes
        if quote.passage.reference.kind in DECIDES
    }
    words = f"What follows is from {len(places)} meetings"
    # Where a committee is not recorded, nobody knows how many there are.
    if all(committee for _, committee in bodies):
        words += f" of {len(bodies)} {'committee' if len(bodies) == 1 else 'committees'}"
    if len(dates) > 1:
        words += f", {day_words(dates[0])} to {day_words(dates[-1])}"
    return f"{words}, with decisions at {len(deciding)}." if deciding else f"{words}."


def cut_short(characters: int) -> str:
    """What is said of a question that is longer than anybody asks."""
    return f"Only the first {characters:,} characters of the question were read."


def corrections(findings: Iterable[Findings]) -> str | None:
    """What was looked for in place of misspelt words; `None` when nothing was corrected."""
    corrected = {
        term.word: term.corrected for found in findings for term in found.terms if term.corrected
    }
    if not corrected:
        return None
    shown = ", ".join(f"“{right}” (typed “{typed}”)" for typed, right in corrected.items())
    return f"Showing results for {shown}."


def speakers(findings: Iterable[Findings]) -> str | None:
    """Whose words alone are shown; `None` when everybody's are."""
    named = dict.fromkeys(found.speaker for found in findings if found.speaker)
    return f"Limited to what {' and '.join(named)} said." if named else None


def places(findings: Iterable[Findings]) -> str | None:
    """Whose minutes alone are shown; `None` when all are, or when they are for a part only."""
    kept_to = [found.places for found in findings]
    named = dict.fromkeys(place for places in kept_to for place in places)
    return f"Limited to minutes of {' and '.join(named)}." if named and all(kept_to) else None


def no_words_of_the_model(*, refused: bool) -> str:
    """Why extracts stand where a chat model's words were to be expected."""
    if refused:
        return "The chat model found no answer in the minutes; these extracts come nearest."
    return "The chat model wrote nothing that the minutes bear out; these are extracts instead."


def shortfall(part: Part, verdict: Verdict, *, alone: bool) -> str | None:
    """What the minutes do not give of a part of a question; `None` when nothing is missing.

    `alone` is false when other parts were answered, so that the part must be named.
    """
    if not verdict.found:
        return None if alone else f"Nothing was found on “{part.asked}”."
    told = []
    if verdict.unheard:
        told.append(
            f"Nobody named as “{verdict.unheard}” is found speaking on this."
            if office_named(f"{part.text} {part.beside}")
            else f"The minutes do not record that {verdict.unheard} spoke on this."
        )
    if verdict.elsewhere:
        told.append(
            "Nothing that answers this was found in minutes of "
            f"{' or '.join(verdict.elsewhere)}; what follows is from others."
        )
    if verdict.not_so:
        told.append(
            f"The minutes do not record that this {_ENDED[verdict.not_so]}; "
            "this is what they record."
        )
    if verdict.missing:
        told.append(f"The minutes nowhere mention {_listed(verdict.missing)}.")
    if verdict.unmet:
        told.append(f"What comes nearest does not mention {_listed(verdict.unmet)}.")
    if verdict.uncounted and not verdict.lacks:
        told.append("The minutes do not say how many voted; this is how they record it.")
    if verdict.lacks is Kind.WHO:
        told.append(f"The minutes do not name the {_who(part)}.")
    elif verdict.lacks in _LACKING:
        told.append(_LACKING[verdict.lacks])
    if not told:
        return None
    of_part = "" if alone else f"On “{part.asked}”: "
    return of_part + " ".join(told)


def _who(part: Part) -> str:
    """Whom a question asks to be named."""
    if office := office_held(part.asked):
        return office.name
    return "business" if asks_for_business(part) else "person"


def answer_text(sentences: Sequence[AnswerSentence], citations: Sequence[Citation]) -> str:
    """The whole answer as plain text: by meeting, decisions apart, with `[1]` markers."""
    by_number = {citation.number: citation for citation in citations}
    blocks: list[str] = []
    for meeting, of_meeting in groupby(sentences, key=lambda sentence: sentence.meeting):
        group = list(of_meeting)
        if meeting is None:
            blocks += [_marked([sentence]) for sentence in group]
            continue
        blocks.append(f"{meeting_heading(by_number[group[0].citations[0]].reference)}:")
        for label, run in groupby(group, key=lambda sentence: sentence.label):
            text = _marked(list(run))
            blocks.append(f"{label}: {text}" if label else text)
    return "\n".join(blocks)


def _marked(run: Sequence[AnswerSentence]) -> str:
    """Sentences in a row; the markers stand once, after the last that shares them."""
    parts = []
    for numbers, same in groupby(run, key=lambda sentence: sentence.citations):
        markers = "".join(f"[{number}]" for number in numbers)
        parts.append(
            " ".join([*(sentence.text for sentence in same), *([markers] * bool(markers))])
        )
    return " ".join(parts)


def _it(number: int) -> str:
    return "it" if number == 1 else "them"


def _listed(words: Sequence[str], last: str = "or") -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"
