"""Which sentences only report a question or a request, and which only that nobody knows."""

import re

_ASKS = re.compile(
    # What somebody had asked for before is told, not asked.
    r"(?<!\bhad )\b(?:asked|queried|enquired|wanted to know|sought (?:assurance|clarification))\b"
    r"(?! to be\b)|\?$"
)
_REQUESTS = re.compile(r"\b(?:requested|called for|asked for)\b")
_UNANSWERED = re.compile(
    r"\b(?:did not (?:know|have)|(?:could|can) not (?:\w+ )?(?:say|give)|could give no|"
    r"declined to say|(?:had|has|have|was|were) not (?:been )?(?:\w+ )?(?:recorded|costed|counted)|"
    r"would be a guess)\b"
)


def asks(words: str) -> bool:
    """Whether a sentence reports a question, to which the next one is the reply."""
    return bool(_ASKS.search(words))


def requests(words: str) -> bool:
    """Whether a sentence reports that something was asked for."""
    return bool(_REQUESTS.search(words))


def unanswered(words: str) -> bool:
    """Whether a reply only tells that the thing asked for is not known: "could not say"."""
    return bool(_UNANSWERED.search(words))
