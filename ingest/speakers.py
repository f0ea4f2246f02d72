"""Who a paragraph itself says spoke: names as printed, never guessed.

A name counts when it carries a title or a rank, or is followed by its office, and a verb of
speaking follows it. "A Member asked" and "The Chair said" name nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vectorstore.wording import fold

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Rev|Reverend|Canon|"
    r"Cllr|Cllrs|(?:County )?Councillors?|Alderman|(?:Lord |Depute |Deputy )?(?:Provost|Mayor)|"
    r"Bailie|(?:(?:Deputy |Assistant )?Chief Fire Officer)|[DA]?CFO|"
    r"Supt|Superintendent|Insp|Inspector|Sgt|Sergeant|"
    r"PC|PCSO|DCI|DI|DS|Constable|Commander|Commissioner|Colonel|Major|Captain|"
    r"(?:Detective|Chief|Assistant|Deputy|Temporary|Acting|Group|Station|Area) "
    r"(?:Chief )?"
    r"(?:Superintendent|Supt|Inspector|Insp|Sergeant|Sgt|Constable|Commander|Manager))\.?"
)
_INITIALS = r"(?:[A-Z]\.? ?){1,3}"
_SURNAME = (
    r"(?:(?:de|da|di|la|le|van|von|der|den|O'|O’|Mc|Mac|St\.?) ?)*"
    r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*"
)
_SECOND_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?"  # "Cllr Mrs D Pell"
NAME = rf"{TITLE} {_SECOND_TITLE}(?:{_INITIALS} ?)?{_SURNAME}(?: {_SURNAME}){{0,2}}"
PLAIN_NAME = rf"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)? {_SURNAME}"
OFFICE_WORD = (
    r"(?:Head|Director|Chief|Cabinet|Leader|Manager|Officer|Commissioner|Consultant|Chair|Chairman|"
    r"Chairwoman|Chairperson|Deputy|Vice|Assistant|Portfolio|Member|Inspector|Superintendent|Clerk|"
    r"Solicitor|Auditor|Secretary|President|Governor|Lead|Strategic|Senior|Interim|Principal|Operations)"
)
_VERB = (
    r"(?:"
    r"accepted|acknowledged|added|addressed|advised|agreed|announced|answered|apologised|appealed|"
    r"argued|asked|asserted|assured|attributed|began by|believed|cautioned|challenged|"
    r"clarified|commended|commented|concluded|concurred|confirmed|congratulated|"
    r"considered|declared|declined|delivered|demonstrated|described|detailed|disagreed|"
    r"discussed|drew|echoed|emphasised|emphasized|enquired|estimated|explained|"
    r"expressed|feared|felt|gave|highlighted|hoped|informed|inquired|introduced|invited|listed|made|"
    r"mentioned|moved|noted|objected|observed|offered|opened|outlined|paid tribute|"
    r"pointed|posed|praised|presented|promised|proposed|provided|put forward|queried|"
    r"questioned|raised|recalled|recommended|recounted|referred|reflected|regretted|"
    r"reiterated|remarked|reminded|replied|reported|requested|responded|said|seconded|"
    r"set out|shared|sought|spoke|stated|stressed|suggested|summarised|summarized|"
    r"summed|supported|talked|thanked|thought|told|undertook|updated|urged|voiced|warned|"
    r"was concerned|welcomed|went on|wished|wondered|"
    r"could not (?:accept|support|see|agree)"
    r")"
)
_ASIDE = (
    r"(?: \([^()]{1,120}\))?(?: (?:of|from|for) (?:the )?[A-Z][^.,;:]{1,80}?)?"
    rf"(?:, (?:the )?{OFFICE_WORD}\b[^.,;:]{{0,160}}?|, "
    r"[^.,;:]{1,100}(?:, [^.,;:]{1,60})?,|,)?"
)
_ADVERBS = (
    r"(?: (?:also|then|further|again|and|firstly|finally|briefly|jointly|both|[a-z]+ly|had))*"
)
_SAID = rf"{_ASIDE}(?:,? who)?{_ADVERBS} {_VERB}\b"
_PLAIN_SAID = (
    rf"(?: \({OFFICE_WORD}[^()]{{0,120}}\)|, (?:the )?{OFFICE_WORD}[^.;:]{{0,120}}?,)"
    rf"{_ADVERBS} {_VERB}\b"
)
_ASIDE_IN_LIST = r"(?: \([^()]{1,120}\))?"

# Each name is read in one way only: a list of fifty voters would otherwise be tried in 2^50.
_LISTED = rf"(?>{NAME}{_ASIDE_IN_LIST})"
_LIST = re.compile(rf"\b({_LISTED}(?:, {_LISTED})*+,? and {NAME}){_SAID}")
_ONE = re.compile(rf"\b({NAME}){_SAID}")
_PLAIN = re.compile(rf"\b({PLAIN_NAME}){_PLAIN_SAID}")
_BY = re.compile(
    rf"\b(?:made|raised|asked|introduced|presented|proposed|seconded|moved) by ({NAME})"
)
_NAME_ALONE = re.compile(rf"\b{NAME}")
_KNOWN_SURNAMES = re.compile(rf"\b{TITLE} (?:{_INITIALS} ?)?(?:[A-Z][a-zà-ÿ]+ )?({_SURNAME})")
_PLAIN_THEN_VERB = re.compile(rf"\b({PLAIN_NAME}){_ADVERBS} {_VERB}\b")
_CAPITAL = re.compile("[A-Z]")
_TURN = re.compile(r"(?!The )([A-Z][\w.'’-]*(?: [\w.'’-]+){1,5})(?: \([^:]{1,120}\))?:\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of a document.

    Args:
        surnames: those that the document gives with a title somewhere.
        listed: whole names, without titles, of those that the head of the minutes lists.
        transcript: most paragraphs begin with a name and a colon.
    """

    surnames: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    transcript: bool = False


def people_of(text: str) -> People:
    """Who is plainly a person in a document, though a sentence gives the name without a title."""
    lines = [line for line in text.splitlines() if line.strip()]
    turns = sum(1 for line in lines if _TURN.match(line))
    words = fold(text)
    return People(
        surnames=frozenset(match.group(1) for match in at_capitals(_KNOWN_SURNAMES, words)),
        transcript=2 * turns > len(lines),
    )


def speakers(paragraph: str, people: People = People()) -> tuple[str, ...]:
    """The names, as printed, of those the paragraph says spoke, in its order, each once.

    Args:
        people: of the whole document; "Nick Wilkinson explained" counts when the document
            elsewhere has "Mr Wilkinson".
    """
    words = fold(paragraph)
    if people.transcript:
        turn = _TURN.match(words)
        return (turn.group(1),) if turn is not None else ()
    found: dict[int, str] = {}
    capitals = capitals_of(words)
    for match in at_capitals(_LIST, words, capitals):
        for name in _NAME_ALONE.finditer(words, match.start(1), match.end(1)):
            found[name.start()] = name.group()
    for match in (*at_capitals(_ONE, words, capitals), *_BY.finditer(words)):
        found[match.start(1)] = match.group(1)
    untitled = words
    for match in at_capitals(_NAME_ALONE, words, capitals):
        blank = "_" * (match.end() - match.start())
        untitled = untitled[: match.start()] + blank + untitled[match.end() :]
    for match in at_capitals(_PLAIN, untitled, capitals):
        found[match.start(1)] = match.group(1)
    for match in at_capitals(_PLAIN_THEN_VERB, untitled, capitals):
        if match.group(1) in people.listed or match.group(1).split()[-1] in people.surnames:
            found.setdefault(match.start(1), match.group(1))
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def capitals_of(words: str) -> list[int]:
    """Where the capital letters of a text are, A to Z."""
    return [match.start() for match in _CAPITAL.finditer(words)]


def at_capitals(
    pattern: re.Pattern[str], words: str, capitals: Sequence[int] | None = None
) -> Iterator[re.Match[str]]:
    """What `finditer` of a pattern finds that begins with a capital letter, in a third of the time.

    Args:
        capitals: where they are, when that is known.
    """
    end = 0
    for start in capitals_of(words) if capitals is None else capitals:
        if start >= end and (match := pattern.match(words, start)) is not None:
            yield match
            end = match.end()
