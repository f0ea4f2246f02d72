"""What a site of an invented council publishes: committees, meetings, items, documents."""

import datetime as dt
from dataclasses import dataclass, field

COUNCIL = "Marlshire County Council"
CROSSINGS = ("144", "Crossings Committee")
SCRUTINY = ("150", "Scrutiny Committee")
ATTENDANCE = (
    ("Councillor Ada Fenn", "Chairman", "Present, as expected"),
    ("Councillor Bill Thrale", "Committee Member", "Present"),
    ("Councillor Cy Moss", "Committee Member", "Expected"),
    ("Councillor Ivy Lark", "Committee Member", "Apologies"),
    ("Oona Quill", "Democratic Services Officer", "In attendance"),
)


@dataclass(kw_only=True)
class Attached:
    """A document attached to an item."""

    id: str
    title: str
    text: str = "1. Aims\nThe crossings stay open all year.\n2. Money\nIt costs little."
    restricted: bool = False
    address_told: bool = True


@dataclass(kw_only=True)
class Item:
    """An agenda item; `minutes` is HTML, "" before they are published."""

    id: str
    title: str
    minutes: str = ""
    number: str = "1."
    restricted: bool = False
    shown: bool = True
    cut_off: bool = False
    attached: list[Attached] = field(default_factory=list)


@dataclass(kw_only=True)
class Meeting:
    """A meeting; `printed` are the words of its printed minutes, when there are any."""

    id: str
    date: dt.date
    items: list[Item] = field(default_factory=list)
    status: str = "Confirmed"
    shown: bool = True
    listed: bool = True
    published: bool = True
    printed: str | None = None
