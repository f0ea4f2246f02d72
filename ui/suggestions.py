"""Questions that may come after an answer, each of which the library has something on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.answer import Answer, AnswerStatus
from assistant.phrasing import NEAR_ENOUGH_TO_SUGGEST
from assistant.understanding.question import Kind, kind_of
from ui.examples import subject, topics
from vectorstore.edition import Edition
from vectorstore.found import Hit, Reference
from vectorstore.records import DECIDES

MOST = 3
# Passages looked at: enough to hold a topic's meetings.
_LOOKED_AT = 30
# Passages that share at least half of the best one's words with the topic are about it.
_SHARED = 0.5
_TOPIC = re.compile(
    r"\b(?:about|on|regarding|concerning)\s+(?P<topic>[^\d?]{3,45}?)"
    r"(?:\s+(?:since|from|until|till|before|after|in|between|up to|during)\s[^?]*\d[^?]*)?\s*\??$",
    re.IGNORECASE,
)
_BARE = re.compile(r"[^\d?]{3,45}")


def suggestions(answer: Answer, edition: Edition) -> tuple[str, ...]:
    """A few questions that lead on from an answer, or to what is nearest when nothing was found.

    They come of the titles of agenda items and of what a search finds there, so that none of
    them leads nowhere.
    """
    if answer.status is AnswerStatus.CLARIFY:
        return ()
    topic = _topic(answer)
    if topic is not None:
        found = edition.search(topic, limit=_LOOKED_AT)
        following = _following(answer, topic, [hit for hit in found if _is_about(hit, topic)])
    elif answer.status is AnswerStatus.NOT_FOUND:
        following = _nearest(edition.search(answer.standalone_question, limit=_LOOKED_AT))
    else:
        return ()
    asked = {answer.question.casefold(), answer.standalone_question.casefold()}
    fresh = (each for each in dict.fromkeys(following) if each.casefold() not in asked)
    return tuple(fresh)[:MOST]


def _topic(answer: Answer) -> str | None:
    """What an answer is about, in the asker's words where they are plain; `None` without one."""
    if not answer.citations:
        return None
    asked = answer.standalone_question.strip()
    if kind_of(asked) is Kind.TOPIC and _BARE.fullmatch(asked):
        return asked
    if (named := _TOPIC.search(asked)) is not None:
        return named["topic"]
    titles = (citation.reference.item_title or "" for citation in answer.citations)
    return next(iter(topics(titles)), None)


def _following(answer: Answer, topic: str, hits: Sequence[Hit]) -> Iterator[str]:
    """What else there is on the topic of an answer."""
    kind = kind_of(answer.standalone_question)
    cited = [citation.reference for citation in answer.citations]
    found = [hit.passage.reference for hit in hits]
    if kind is not Kind.DECIDED and any(each.kind in DECIDES for each in found):
        yield f"What was decided about {topic}?"
    if kind is not Kind.LATEST and _goes_on(found, cited):
        yield f"What is the latest on {topic}?"
    elsewhere = Counter(each.committee for each in found if each.committee)
    for committee, _ in elsewhere.most_common():
        if committee not in {each.committee for each in cited}:
            yield f"What was said about {topic} at {committee}?"
    speakers = Counter(name for hit in hits for name in hit.passage.speakers)
    for name, times in speakers.most_common(1):
        if times > 1 and kind is not Kind.WHO:
            yield f"What did {name} say about {topic}?"
    if kind not in (Kind.SAID, Kind.TOPIC) and any(each.kind not in DECIDES for each in found):
        yield f"What was said about {topic}?"


def _goes_on(found: Sequence[Reference], cited: Sequence[Reference]) -> bool:
    """Whether a topic came up again after the last meeting that is cited."""
    last = max((each.date for each in cited if each.date), default=None)
    return last is not None and any(each.date and each.date > last for each in found)


def _nearest(hits: Sequence[Hit]) -> Iterator[str]:
    """What the library has that is most like a question it has nothing on."""
    near = [hit for hit in hits if hit.similarity >= NEAR_ENOUGH_TO_SUGGEST]
    for hit in sorted(near, key=lambda hit: -hit.similarity):
        topic = subject(hit.passage.reference.item_title or "")
        if topic is not None:
            yield f"What was said about {topic}?"


def _is_about(hit: Hit, topic: str) -> bool:
    found = subject(hit.passage.reference.item_title or "") or ""
    return hit.keyword >= _SHARED or found.casefold() == topic.casefold()
