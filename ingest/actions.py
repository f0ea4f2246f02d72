"""What a meeting leaves to be done: requests and undertakings, each in its own sentence.

Only what the sentence itself says counts. A question that is asked is not a request, and what
"would provide" shelter is no undertaking: something must be told or given to somebody.
"""

import re

from ingest.speakers import NAME, People, speakers
from ingest.telltale import Telltale
from vectorstore.records import Action, ActionKind
from vectorstore.wording import fold, sentence_spans

_TOLD = (
    r"(?:information|details?|data|figures?|breakdown|briefing|note|list|update|report|paper|"
    r"copy|copies|estimate|answer|response|presentation|summary|statistics|timetable|plan|map)s?"
)
_TO_SOMEBODY = (
    r"(?:to|with|among|for) (?:the )?(?:Committee|Members?|Panel|Board|Council|Cabinet|"
    r"Partnership|meeting|group|Chair\w*|all\b|him\b|her\b|them\b|Cllrs?\b|Councillors?\b|"
    r"M(?:r|rs|s|iss)\b)"
)
_GIVE = (
    r"(?:provide|circulate|share|send|supply|bring|forward|distribute|report|write|respond|"
    r"present|look into|find out|investigate|arrange|follow up|raise|take|check|confirm|consider|"
    r"add|include|prepare|publish|convey|pass|feed|come back|review|liaise|produce|speak)"
)
_GIVEN = (
    r"(?:provided|circulated|shared|sent|supplied|brought|forwarded|distributed|reported|written)"
)
_UNDERTAKINGS = (
    rf"\b(?:undertook|agreed|offered|committed|promised) to (?:\w+ly )?{_GIVE}\b",
    rf"\b(?:would|will|could|can|to) be (?:\w+ly )?{_GIVEN}\b[^.;]{{0,60}}?"
    rf"\b(?:{_TO_SOMEBODY}|outside (?:of )?the meeting|after the meeting|in writing|in due course)",
    rf"\b(?:would|will) (?:\w+ly )?(?:provide|circulate|share|send|supply|bring|forward|distribute)"
    rf"\b[^.;]{{0,80}}?\b(?:{_TOLD}\b|{_TO_SOMEBODY})",
    r"\b(?:would|will) (?:report back|write to|come back|follow (?:this|it|that) up|look into)\b",
    r"\b(?:took|take) (?:this|that|it) (?:away|back)\b|^ACTION:",
)
_REQUESTS = (
    rf"\basked (?:that|for (?:a|an|the|more|further|some|sight|regular)\b|"
    rf"(?:{NAME}|officers?|the (?:[A-Z]\w+ ){{1,5}}?)\s?to\b)",
    r"\brequest(?:ed|s) (?:that|for\b|an?\b|the\b|further\b|more\b|some\b|"
    rf"to (?:see|have|receive)\b|{NAME}|officers?\b)",
    r"\b(?:would|wished to|wanted to) like to (?:see|receive|have)\b|"
    r"\bwould welcome (?:an? |more |further |the )",
    r"\bsought (?:an assurance|assurances?|a report|an update|further|more)\b",
)
_UNDERTAKEN = Telltale(
    "undertook|agreed|offered|committed|promised|would|will| be |took|take|action:",
    "|".join(_UNDERTAKINGS),
    re.NOFLAG,
)
_REQUESTED = Telltale("asked|request|like to|would welcome|sought", "|".join(_REQUESTS), re.NOFLAG)
# What was not done, what had been asked for long before, what a report or a petition asks.
_NOT = re.compile(
    r"\b(?:not|never|declined|refused|unable|cannot)\b[^.;,]{0,30}$|"
    r"\b(?:had|has|have|having|been|was|were|which|who|that|anyone|nobody) $"
)


def actions(text: str, start: int, end: int, people: People) -> tuple[Action, ...]:
    """The requests and undertakings of a paragraph, in order; a sentence that holds both has two.

    Args:
        text: of the document; the paragraph is `text[start:end]`.
        people: of the whole document, for names that the sentence gives without a title.
    """
    found: list[Action] = []
    for begin, close in sentence_spans(text[start:end]):
        sentence = fold(text[start + begin : start + close])
        for kind, pattern in _PATTERNS:
            match = pattern.search(sentence)
            if match is None or _NOT.search(sentence, 0, match.start()):
                continue
            found.append(
                Action(
                    kind=kind,
                    by=_subject(sentence, match, people),
                    start=start + begin,
                    end=start + close,
                )
            )
    return tuple(found)


_BODY = re.compile(r"The (?:Sub-)?(?:Committee|Panel|Board|Cabinet|Partnership|Council|Forum)\b")
_UNNAMED = re.compile(r"\b(?:[Oo]fficers|[Tt]he [A-Z]\w+|[Ss]he|[Hh]e|[Tt]hey)\b[^,.;]{0,40}$")
_PATTERNS = ((ActionKind.REQUEST, _REQUESTED), (ActionKind.UNDERTAKING, _UNDERTAKEN))


def _subject(sentence: str, verb: re.Match[str], people: People) -> str | None:
    """Who asks or promises; `None` for "officers", "she" and whoever else goes without a name."""
    body = _BODY.match(sentence)
    if body is not None:
        return body.group()
    if _UNNAMED.search(sentence, 0, verb.start()):
        return None
    named = speakers(sentence[: verb.end()], people)
    return named[-1] if named else None
