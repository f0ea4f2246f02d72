"""A follow-up made to stand alone, from the questions before it."""

import re
from collections.abc import Sequence
from functools import reduce

from assistant.understanding.requests import sought
from assistant.understanding.speaker import asked_to_hear
from vectorstore.keywords import content_words

_LEAD = re.compile(
    r"^\s*(?:(?:and|but|so|or|ok|okay)\b[\s,]*)*(?:(?:what|how) about\b)?[\s,]*", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"^(?:at|after|among|before|between|by|during|for|from|in|near|on|over|since|until|with|within)\b",
    re.IGNORECASE,
)
_NAMED = r"(?:the\s+)?[A-Z0-9][\w’'-]*(?:\s+[A-Z0-9][\w’'-]*)*"
_ASKS = re.compile(
    r"^(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|"
    r"can|could|will|would|should|tell|show|list|give|any)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|theirs|this|that|those|these|he|him|his|she|her|hers|there|"
    r"ones?|same)\b",
    re.IGNORECASE,
)
# "That" before a noun phrase or clause does not point back ("say that members were…"), nor does
# "there" beside a form of "be" ("are there any…", "there were…").
_POINTS_NOWHERE = re.compile(
    r"\bthat\s+(?:the|a|an|members?|officers?|mr|mrs|ms|cllr)\b|"
    r"\b(?:is|are|was|were|be|been|isn[’']t|aren[’']t)\s+there\b(?!\W*$)|"
    r"\bthere\s+(?:is|are|was|were|has been|have been)\b",
    re.IGNORECASE,
)
# Words that point to one thing, and a question that sets two beside each other.
_ONE = frozenset({"it", "its", "this", "that", "one", "he", "him", "his", "she", "her", "hers"})
_TWO = re.compile(
    r"\b(?:compared?|between)\s+(?P<one>[^,?]+?)\s+(?:and|with|to)\s+(?P<other>[^,?]+)$",
    re.IGNORECASE,
)
# The person of the question before: "her view" is Ms Hale's.
_PERSON = re.compile(r"\b(?:he|she|him)\b|\b(?P<whose>his|her)\b(?=\s+\w)", re.IGNORECASE)
_ABOUT = re.compile(r"^(.*\b(?:about|on|regarding|concerning)\s+)(.+)$", re.IGNORECASE)

ASKING_WORDS = frozenset(
    """
    according action actions agree agreed answer asked began begin begun change changed changes
    comment comments cost costs current date decide decided decision decisions detail details
    discussed drafting end ended ending example examples figure figures final finish finished
    formally happened happening happens latest likely list lists long main meeting meetings member
    members mentioned mind minutes motion motions moved mover movers name need next note number
    occur occurred outcome outstanding overview points position progress promise promised promises
    propose proposed proposer proposes raised reason reasons recommendations replied reply reported
    request requested requests resolution resolutions resolve resolved response said seconded
    seconder start started starting status still summarise summarize summary think true undertake
    undertaken undertaking undertakings undertook update view views vote voted votes year years
    """.split()
)
"""What is asked of a topic, not a topic: a question of these alone needs the one before it."""

# What is done with a topic: "how many attended?" needs one, and "who introduced it?" hands on none.
_DOINGS = frozenset(
    """
    affected approve approved arrested ask attend attended build built close closed come complete
    completed deliver delivered fined gave get give given go going held hold implement implemented
    injured introduce introduced involved killed launch launched made make open opened paid pay
    pays publish published ran receive received run sent sign signed spend spent take taken took
    use used
    """.split()
)


def standalone(question: str, history: Sequence[str]) -> str:
    """The question with what it leaves to the earlier ones, oldest first, put into words."""
    if not question.strip():
        return ""
    first, *later = (asked.strip() for asked in (*history, question) if asked.strip())
    return reduce(lambda previous, asked: _joined(asked, previous), later, first)


def unclear(question: str, history: Sequence[str]) -> tuple[str, ...] | None:
    """What a follow-up may mean, where that is not plain; `None` where it is.

    Empty when it leans on something said before and nothing was. A question that names no topic
    of its own and points to one thing, after a question that compares two, may mean either.
    """
    if topic_words(question):
        return None
    points = _POINTS_BACK.search(_POINTS_NOWHERE.sub("", question))
    earlier = [asked for asked in history if asked.strip()]
    if not points:
        return None
    if not earlier:
        return ()
    if points.group().lower() not in _ONE:
        return None
    named = _TWO.search(earlier[-1].strip(" ?.!"))
    return (named["one"], named["other"]) if named else None


def _topic(question: str) -> list[str]:
    """The topic that a question hands on: what is done with one only where it names no other."""
    named = topic_words(question)
    return [word for word in named if word.lower() not in _DOINGS] or named


def topic_words(question: str) -> list[str]:
    """The content words that name a topic rather than what is asked of it."""
    return [word for word in content_words(question) if word.lower() not in ASKING_WORDS]


def _asked_of_anybody(question: str) -> str:
    """A question without those who asked or promised, unless it names them."""
    found = sought(question)
    return found.rest if found and found.who == found.who.lower() else question


def _with_person(question: str, previous: str) -> str:
    """A question with the name of the person whom the one before asked to hear."""
    person = asked_to_hear(previous)
    if person is None:
        return question
    return _PERSON.sub(lambda match: f"{person}’s" if match["whose"] else person, question)


def _joined(question: str, previous: str) -> str:
    rest = _LEAD.sub("", question)
    led = rest != question
    stem = previous.rstrip(" ?.!")
    preposition = _PREPOSITION.match(rest) if led else None
    if preposition:
        # "and in Medway?" after "… in Kent" asks of the other place, not of both.
        other = rf"\s+{preposition.group()}\s+{_NAMED}$"
        return f"{re.sub(other, '', stem)} {rest}"
    if led and not _ASKS.match(rest):
        about = _ABOUT.match(stem)
        return f"{about.group(1)}{rest}" if about else rest
    rest = _with_person(rest, previous)
    pointing = _POINTS_BACK.search(_POINTS_NOWHERE.sub("", rest))
    own = {word.lower() for word in topic_words(_asked_of_anybody(rest))}
    if not pointing and own - (_DOINGS if _ASKS.match(rest) else frozenset()):
        return rest or question
    known = {word.lower() for word in content_words(rest)}
    topic = [word for word in _topic(previous) if word.lower() not in known]
    return f"{rest.rstrip(' ?.!')} ({' '.join(topic)})?" if topic else rest
