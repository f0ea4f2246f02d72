"""Minutes of an invented county, put together from a list of items."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vectorstore.library import Library
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    Paragraph,
    ParagraphKind,
    Passage,
)
from vectorstore.revision import Revision
from vectorstore.staging import Placed

COUNCIL = "Wexcombe County Council"
SCRUTINY = "Scrutiny Committee"
HIGHWAYS = "Highways Panel"
NOTED = "RESOLVED that the report be noted."


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document with its passages, one for each paragraph, and the bytes it came from."""

    document: Document
    passages: tuple[Passage, ...]
    original: bytes

    def put(self, revision: Revision, *, source: str | None = None) -> Placed:
        """Record it as read from a source; by default from one of its own name."""
        return revision.put(
            self.document,
            self.passages,
            source=source or f"/minutes/{self.document.name}",
            fingerprint=self.document.digest,
            original=self.original,
        )


def minutes(
    name: str,
    items: dict[str, Sequence[str]],
    *,
    council: str | None = COUNCIL,
    committee: str | None = SCRUTINY,
    on: date | None = date(2024, 3, 5),
) -> Written:
    """The minutes of one meeting: the title of each item with its paragraphs."""
    text = f"{name}\n"
    agenda: list[AgendaItem] = []
    passages: list[Passage] = []
    for index, (title, wordings) in enumerate(items.items()):
        text += f"{title}\n"
        paragraphs = []
        for ordinal, words in enumerate(wordings):
            start, end = len(text), len(text) + len(words)
            text += f"{words}\n"
            kind = (
                ParagraphKind.RESOLUTION
                if words.startswith("RESOLVED")
                else ParagraphKind.NARRATIVE
            )
            paragraphs.append(Paragraph(label=str(ordinal + 1), kind=kind, start=start, end=end))
            passages.append(
                Passage(
                    meeting=0, item=index, paragraph=ordinal, start=start, end=end, heading=title
                )
            )
        agenda.append(
            AgendaItem(
                number=str(index + 1), minute_number=None, title=title, paragraphs=tuple(paragraphs)
            )
        )
    original = text.encode()
    return Written(
        document=Document(
            name=name,
            digest=hashlib.sha256(original).hexdigest(),
            kind=DocumentKind.MINUTES,
            title=None,
            url=None,
            text=text,
            meetings=(Meeting(council=council, committee=committee, date=on, items=tuple(agenda)),),
        ),
        passages=tuple(passages),
        original=original,
    )


def publish(library: Library, *documents: Written) -> str:
    """Put documents into a library and publish them; returns the edition's name."""
    with library.revise() as revision:
        for written in documents:
            written.put(revision)
        name = revision.publish()
    assert name is not None
    return name


SCOOTERS = minutes(
    "scooters.txt",
    {
        "Electric scooters": [
            "Cllr Maud Ferris asked why e-scooters were still ridden along the promenade.",
            "The police reported that forty scooters had been seized since Easter.",
            NOTED,
        ],
        "Minutes of the last meeting": ["The minutes were agreed as a correct record."],
    },
    on=date(2023, 6, 14),
)
POTHOLES = minutes(
    "potholes.txt",
    {
        "Highway maintenance": [
            "Officers said that 412 potholes had been mended on Larkfield Hill.",
            "Mr. Tobias Quill doubted that the patching would outlast the winter.",
            NOTED,
        ],
    },
    committee=HIGHWAYS,
    on=date(2024, 1, 18),
)
WARDENS = minutes(
    "wardens.txt",
    {
        "Community safety": [
            "Anti-Social Behaviour (ASB) had fallen by a fifth around the bus station.",
            "Neighbourhood wardens would organise evening patrols of the town centre.",
            "Members asked for figures about ASB at the harbour.",
        ],
    },
    on=None,
)
