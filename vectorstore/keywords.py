"""A question's words and all the ways in which minutes may write them."""

import re
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_FIGURE_AND_UNIT = re.compile(r"(\d+)([a-z]+)")
_PART = re.compile(r"[^\W_]+")

FUNCTION_WORDS = frozenset(
    """
    a about across actually after again all along already also although always am among an and
    another any anybody anyone anything apart are around as asked at away back be because been
    before being bit bits both brief briefing but by came can can't cant come comes coming
    could currently d did didn't didnt do does doesn't doesnt doing don't done dont during each
    else enough ever every everybody everyone everything exactly few following for formally
    from get give given go going gone got had happened has have having he hello hence her here
    herself hey hi him himself his how however i i'd i'm i've id if im in into is isn't isnt it
    its itself ive just kind kinds knows lately later least less let lets like liked ll look
    looked looking lot lots made make many may maybe me might more most much must my myself
    never no nobody none nor not nothing now of off often ok okay on once one ones only or other our
    out over own per perhaps physically please put puts quickly quite rather re really recently
    s said same say says several shall she should show so some somebody someone something
    sometimes soon sort sorts still stuff such t take taken takes tell than thanks that that's
    thats the their them themselves then there there's therefore theres these they thing things
    this those though through timeline to together told too took type types under unless until
    up upon us ve very want wanted wants was wasn't wasnt way ways we went were what what's
    whats when where whether which while who whom whos whose why will wish wishes with within
    without won't wont would yes yet you your yourself
    """.split()
)
"""Words that carry grammar rather than a topic, and those that every question is asked with."""

# British and American endings; each is tried in both directions and kept where it occurs. What
# stands before an ending keeps "four" from "for", and "filled" from "filed".
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"iz(e|ed|es|ing|ation|ations|er|ers)$", r"is\1"),
        (r"(?<=\w\w)our(s|ed|ing|al|able|hood|hoods)?$", r"or\1"),
        (r"(?<=\w\w)or(s|ed|ing|al|able|hood|hoods)?$", r"our\1"),
        (r"re(s|d)?$", r"er\1"),
        (r"er(s|ed)?$", r"re\1"),
        (r"gramme(s)?$", r"gram\1"),
        (r"gram(s)?$", r"gramme\1"),
        (r"ence(s)?$", r"ense\1"),
        (r"ense(s|d)?$", r"ence\1"),
        (r"(?<=\w\w\w)ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=\w\w[^\Wl])l(ed|ing|er|ers)$", r"ll\1"),
        # The name of what is done has another stem than the verb: "closure", "revocation".
        (r"(?<=\w\w)sures?$", "se"),
        (r"ocations?$", "oke"),
    )
)

# Singulars and plurals that have different stems; each is kept where it occurs.
_NUMBERS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[aiu])s$", "ses"),
        (r"(?<=[aiu])ses$", "s"),
        (r"(?<=[aeioy]s)is$", "es"),
        (r"(?<=[aeioy]s)es$", "is"),
        (r"(?<=[aeiloru])fe?$", "ves"),
        (r"(?<=[aeiloru])ves$", "f"),
        (r"(?<=[aeiloru])ves$", "fe"),
    )
)
_IRREGULAR = {
    "child": "children", "foot": "feet", "man": "men", "tooth": "teeth",
    "woman": "women",
}  # fmt: skip
_REGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}


# What a number names one of: no other 7 is "route 7". Those of a line are named alike.
_OF_A_LINE = ("route", "service", "bus", "no", "number")
_NUMBERED = frozenset(
    """
    appendix article band category grade item junction level option part phase plot policy section
    stage tier unit year zone
    """.split()
)
_SECTION = re.compile(r"s(\d+[a-z]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A content word of a question, as one library writes it.

    Args:
        word: as typed.
        phrases: the wordings that count as this word, its own first.
        passages: how many passages hold any of them.
        corrected: the library's word that stands in for a misspelt one; `None` when it was
            taken as typed.
        printed: a wording of the library's for a word that it does not have as typed; `None`
            when it has it, or has no other.
    """

    word: str
    phrases: tuple[str, ...]
    passages: int
    corrected: str | None = None
    printed: str | None = None


def words(text: str) -> list[str]:
    """The words of a text in order: hyphenated ones and figures whole, possessives cut."""
    return [_POSSESSIVE.sub("", match.group()) for match in _WORD.finditer(text)]


def parts(text: str) -> Iterator[str]:
    """The words of a text as the full-text index splits them, in lower case."""
    return map(str.lower, _PART.findall(text))


def content_words(question: str) -> list[str]:
    """The words of a question that carry its topic, each once, in order."""
    kept = (word for word in words(question) if word.lower() not in FUNCTION_WORDS)
    return list({word.lower(): word for word in kept}.values())


def hyphen_forms(word: str, vocabulary: Set[str]) -> list[str]:
    """Joined, spaced and "electric" forms of a compound: e-scooter, escooter, electric scooter."""
    word = word.lower()
    figure = _FIGURE_AND_UNIT.fullmatch(word)
    if figure:
        return [f"{figure[1]} {figure[2]}"]
    if "-" in word:
        forms = [word.replace("-", "")]
        if word.startswith("e-"):
            forms += [f"electric {word[2:]}", f"electronic {word[2:]}"]
        return forms
    forms = []
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        stands_alone = len(second) > 2 and (cut > 2 or first == "e")
        numbers = {second, f"{second}s", second.removesuffix("s")}
        if stands_alone and first in vocabulary and not numbers.isdisjoint(vocabulary):
            forms.append(f"{first} {second}")
            if first == "e":
                forms += [f"electric {second}", f"electronic {second}"]
    return forms


def pair_forms(first: str, second: str) -> list[str]:
    """What two neighbouring words may be as one: "electric scooter" as e-scooter, "off road"."""
    forms = [f"{first}{second}".lower()]
    if first.lower() in ("electric", "electronic"):
        forms += [f"e {second}".lower(), f"e{second}".lower()]
    return forms


def numbered(question: str) -> dict[str, tuple[str, ...]]:
    """What a question names by its number, as typed, with the ways to write it: "section 114"."""
    found: dict[str, tuple[str, ...]] = {}
    for noun, number in pairwise(words(question)):
        if not number[0].isdigit():
            continue
        if noun.lower() in _NUMBERED:
            also = (f"s{number}",) if noun.lower() == "section" else ()
            found[f"{noun} {number}"] = (f"{noun} {number}", *also)
        elif noun.lower() in _OF_A_LINE:
            before = (f"{each} {number}" for each in _OF_A_LINE)
            found[f"{noun} {number}"] = (*before, f"{number} bus", f"{number} service")
    for word in words(question):
        if section := _SECTION.fullmatch(word):
            found[word] = (word, f"section {section[1]}")
    return found


def spelt_out(typed: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Abbreviations among some words with the words beside them that they are the initials of."""
    for short in typed:
        size = len(short)
        for at in range(len(typed) - size + 1) if short.isupper() and size > 1 else ():
            run = list(typed[at : at + size])
            if short not in run and "".join(word[0] for word in run).upper() == short:
                yield short, run


def spellings(word: str) -> list[str]:
    """British and American spellings of a word, other than its own."""
    lower = word.lower()
    found = (pattern.sub(replacement, lower) for pattern, replacement in _SPELLINGS)
    return list(dict.fromkeys(form for form in found if form != lower))


def numbers(word: str) -> list[str]:
    """The plural or the singular of a word, where the index does not take one for the other."""
    lower = word.lower()
    irregular = _IRREGULAR.get(lower) or _REGULAR.get(lower)
    if irregular:
        return [irregular]
    found = (pattern.sub(replacement, lower) for pattern, replacement in _NUMBERS)
    return list(dict.fromkeys(form for form in found if form != lower))


def uninflected(word: str) -> Iterator[str]:
    """A word without an ending of number or tense; may give forms that are no words."""
    for ending in ("ing", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            yield word.removesuffix(ending)


def correction(word: str, vocabulary: Collection[str]) -> str | None:
    """The library's word that a misspelt one most likely means; `None` when none is near.

    In a word of four letters typed small, a letter that was doubled or two that were swapped are
    forgiven: "buss". One slip is forgiven in words of five letters and more, two from eight on
    (optimal string alignment: a letter left out, added, changed, or two swapped). The first letter
    must agree: people seldom miss it, and places that the library does not know should stay
    unknown. Of a short word, one that only goes on or stops short is another word: "count" is not
    "county".
    """
    lower = word.lower()
    if len(lower) == 4 and word.isalpha() and word.islower():
        return next((form for form in _slight_slips(word) if form in vocabulary), None)
    if len(lower) < 5 or not lower.isalpha():
        return None
    slips = 2 if len(lower) >= 8 else 1
    near = (
        (OSA.distance(lower, known, score_cutoff=slips), known)
        for known in vocabulary
        if known[0] == lower[0]
        and abs(len(known) - len(lower)) <= slips
        and len(known) >= 4
        and (slips > 1 or not (known.startswith(lower) or lower.startswith(known)))
    )
    best = min((pair for pair in near if pair[0] <= slips), default=None)
    return best[1] if best else None


def _slight_slips(word: str) -> Iterator[str]:
    """A word without one of two like letters, and with two neighbours but the first swapped."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def as_printed(question: str, terms: Sequence[Term]) -> str:
    """A question with the words that the library does not have as typed as it prints them."""
    for term in terms:
        if term.printed:
            question = re.sub(rf"\b{re.escape(term.word)}\b", term.printed, question)
    return question


def match_expression(terms: Sequence[Term]) -> str:
    """The FTS5 query that finds any of the terms; neighbours that stand together count extra."""
    phrases = list(dict.fromkeys(phrase for term in terms for phrase in term.phrases))
    ordered = [term.phrases[0] for term in terms]
    phrases += [f"{first} {second}" for first, second in pairwise(ordered)]
    return " OR ".join(quoted(phrase) for phrase in phrases)


def quoted(phrase: str) -> str:
    """A phrase as an FTS5 string: nothing in it is read as an operator."""
    return '"' + phrase.replace('"', " ").replace("\0", " ") + '"'
