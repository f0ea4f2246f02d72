"""What a meeting decided: resolutions with their points, and motions with what became of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.speakers import NAME, PLAIN_NAME
from vectorstore.records import Decision, Paragraph, ParagraphKind, Vote
from vectorstore.wording import fold

_DECIDING = (ParagraphKind.RESOLUTION, ParagraphKind.RECOMMENDATION, ParagraphKind.MOTION)
_OPENS = re.compile(
    r"(?s:.)*?\b(?:RESOLVED|RECOMMENDED|AGREED)\b|"
    r"\s*(?:It was (?:\w+ )?(?:resolved|agreed)|(?:Unanimously )?(?:Resolved|Agreed))\b|"
    r"\s*The \w+ (?:\w+ )?(?:noted|agreed|recommended|supported|approved)\b"
)
_ONLY_OPENS = re.compile(r"\s*(?:RESOLVED|RECOMMENDED|AGREED)\s*:?\s*", re.IGNORECASE)
_PUT = re.compile(r"\bput (the [\w\s]{1,60}?) to the vote", re.IGNORECASE)
_OF_MOTION = re.compile(r"\bfor the motion\b", re.IGNORECASE)
_MOVES = re.compile(r"(?s:.)*?\b(?:proposed|moved|seconded)\b", re.IGNORECASE)
_ANYBODY = rf"{NAME}|{PLAIN_NAME}|the (?:Vice-)?Chair(?:man|woman)?"
_PROPOSER, _SECONDER = rf"(?P<proposer>{_ANYBODY})", rf"(?P<seconder>{_ANYBODY})"
_MOVERS = (
    re.compile(
        rf"{_PROPOSER}(?: \([^()]{{1,80}}\))?,? (?:proposed|moved)\b.{{0,40}}?"
        rf"{_SECONDER}(?: \([^()]{{1,80}}\))?,? (?:duly )?seconded\b",
        re.DOTALL,
    ),
    re.compile(
        rf"{_PROPOSER}(?: \([^()]{{1,80}}\))?,? (?:proposed|moved)\b.{{0,60}}?,? "
        rf"seconded by {_SECONDER}",
        re.DOTALL,
    ),
    re.compile(
        rf"{_PROPOSER},? seconded by {_SECONDER},? (?:proposed|moved)\b",
    ),
    re.compile(
        rf"\b(?i:proposed|moved|prop\.)(?: by)?:?\s+{_PROPOSER}.{{0,40}}?"
        rf"\b(?i:seconded|sec\.)(?: by)?:?\s+{_SECONDER}",
        re.DOTALL,
    ),
)


def decisions(
    text: str, paragraphs: Sequence[Paragraph], votes: Sequence[Vote]
) -> tuple[Decision, ...]:
    """The decisions of an item, in the order of the text.

    A motion counts once there is a vote on it; one that is only moved has decided nothing.

    Args:
        text: of the document.
        paragraphs, votes: of the item.
    """
    groups = _groups(text, paragraphs)
    untils = [*(group.start for group in groups[1:]), len(text)]
    found: list[Decision] = []
    motion, since = None, 0
    for group, until in zip(groups, untils, strict=False):
        movers = _movers(text, group)
        if group.kind is ParagraphKind.MOTION:
            amends = _amends(text, group)
            # After the vote on an amendment comes the one on what it would have changed.
            vote = _between(votes, group.start, until, last=not amends)
            if amends and vote is not None and not _is_on_amendment(text, group, votes[vote]):
                vote = None  # it was accepted or withdrawn without one
            if not amends:
                motion, since = (movers, vote), group.start
            elif vote is not None:
                since = votes[vote].end
            if vote is None:
                continue
        else:
            vote = _between(votes, since, group.end, last=True)
            if motion is not None and (vote is None or votes[vote].outcome != "lost"):
                movers = movers or motion[0]
                vote = motion[1] if vote is None else vote
            if vote is not None and votes[vote].outcome == "lost":
                vote = None
            motion, since = None, group.end
        proposer, seconder = movers or (None, None)
        found.append(
            Decision(
                kind=group.kind,
                start=group.start,
                end=group.end,
                proposer=proposer,
                seconder=seconder,
                vote=vote,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Paragraphs that decide together."""

    kind: ParagraphKind
    start: int
    end: int


def _groups(text: str, paragraphs: Sequence[Paragraph]) -> list[_Group]:
    groups: list[_Group] = []
    before: ParagraphKind | None = None
    for paragraph in paragraphs:
        if paragraph.kind in _DECIDING:
            opener = _MOVES if paragraph.kind is ParagraphKind.MOTION else _OPENS
            opens = opener.match(text, paragraph.start, paragraph.end) is not None
            goes_on = paragraph.kind is before and (
                not opens or _ONLY_OPENS.fullmatch(text, groups[-1].start, groups[-1].end)
            )
            start = groups.pop().start if goes_on else None
            groups.append(
                _Group(
                    kind=paragraph.kind,
                    start=paragraph.start if start is None else start,
                    end=paragraph.end,
                )
            )
        before = paragraph.kind
    return groups


def _between(votes: Sequence[Vote], start: int, end: int, *, last: bool) -> int | None:
    """The index of the last vote within a stretch of the text, or of the first."""
    within = [index for index, vote in enumerate(votes) if start <= vote.start < end]
    return within[-1 if last else 0] if within else None


def _amends(text: str, group: _Group) -> bool:
    """Whether a motion is to change another, so that the vote on it settles only the change."""
    return "amendment" in text[group.start : group.end].lower()


def _is_on_amendment(text: str, group: _Group, vote: Vote) -> bool:
    """Whether the vote after an amendment is on it, and not on the motion that it changed."""
    if _OF_MOTION.search(text, vote.start, vote.end):
        return False  # the one was voted on against the other
    put = _PUT.findall(text, group.end, vote.end)
    return not put or "amendment" in put[-1].lower()


def _movers(text: str, group: _Group) -> tuple[str, str] | None:
    words = fold(text[group.start : group.end])
    for pattern in _MOVERS:
        match = pattern.search(words)
        if match is not None:
            return match["proposer"], match["seconder"]
    return None
