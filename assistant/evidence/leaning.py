"""Which sentences lean on what stands before them: "This…", "He…", all below "Tennis court."."""

import re
from collections.abc import Sequence
from functools import lru_cache

from vectorstore.found import StoredPassage
from vectorstore.wording import fold, sentence_spans

# A sentence that opens like this leans on the one before it.
_LEANS = re.compile(
    r"^(?:This|These|That|Those|It|They|He|She|His|Her|Their|Its|Such|Both|The latter|The former|"
    r"In addition|Additionally|However|Therefore|As a result|In response|For example|Examples)\b"
)

# Words at the head of a paragraph that say what it is on: "Tennis court resurfacing."; no verb.
_HEADS = re.compile(r"(?![A-Z]{4,}\b)[A-Z][\w’'-]*(?: [\w’'&(-][\w’')-]*){0,4}[.:]")
_NO_HEAD = re.compile(
    r"\w(?<!\bb)(?<!\bshr)ed\b|\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Members?|The|There|No|None|Nil|"
    r"Reasons?|Decision|Options|was|were|is|are|be|been|has|have|had|did|do|does|will|would|gave|"
    r"made|took|spoke|said|met|put|agreed)\b"
)

_REASONS = re.compile(r"\W*reasons?\b", re.IGNORECASE)


def sentences(passage: StoredPassage) -> list[tuple[int, int]]:
    """Offsets of a passage's sentences into the document's text."""
    return [
        (passage.start + start, passage.start + end) for start, end in sentence_spans(passage.raw)
    ]


def leaning_from(passage: StoredPassage, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The index of the first of the sentences that one leans on; its own where it stands alone."""
    while at > 0 and _LEANS.match(words_of(passage, spans[at])):
        at -= 1
    return at


def words_of(passage: StoredPassage, span: tuple[int, int]) -> str:
    """The words of one of a passage's sentences, white space folded."""
    return fold(passage.raw[span[0] - passage.start : span[1] - passage.start])


# Looked at for a passage, and again for each of its sentences.
@lru_cache(maxsize=2_048)
def run_in_head(passage: StoredPassage) -> tuple[int, int] | None:
    """The words that head a paragraph and say what the rest of it is on, as offsets into the
    document's text; `None` where it begins with a sentence."""
    spans = sentences(passage)
    if len(spans) < 2:
        return None
    first = words_of(passage, spans[0])
    return spans[0] if _HEADS.fullmatch(first) and not _NO_HEAD.search(first) else None


def gives_reasons(passage: StoredPassage) -> bool:
    """Whether a paragraph tells why something was decided, and not what was: "Reasons: …"."""
    return bool(_REASONS.match(passage.raw))
