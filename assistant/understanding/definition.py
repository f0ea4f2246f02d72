"""Questions for what something is: "what is MARAC?", "what does ASB stand for?"."""

import re

_STANDS_FOR = re.compile(
    r"\bwhat (?:does|do|did) (?P<name>.+?) (?:stand for|mean|refer to)\b", re.IGNORECASE
)
_IS = re.compile(
    r"^\W*(?:what|who)(?:[’']?s| is| are| was| were) (?:an? |the )?[\w&/’'-]+\W*$", re.IGNORECASE
)


def plainly(question: str) -> str:
    """A question for what something stands for as one for what it is; any other as it was."""
    return _STANDS_FOR.sub(lambda found: f"what is {found['name']}", question)


def asks_what_it_is(question: str) -> bool:
    """Whether a question is after what one word names."""
    return bool(_IS.match(question))
