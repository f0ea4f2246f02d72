"""What a look at an address of a site found, and what came of it to be read."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.metadata import Metadata
from ingest.sites.listing import Attachment
from ingest.sites.reply import NO_VALIDATORS, Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Something to read, as it was fetched.

    Args:
        source: the public address that stands for it, whichever way it came.
        name: what citations show.
    """

    source: str
    name: str
    content: bytes
    metadata: Metadata


class Found(StrEnum):
    """What a look at an address found."""

    READ = "read"
    UNCHANGED = "unchanged"
    NOT_YET = "no minutes yet"
    CANCELLED = "cancelled"
    WITHHELD = "not shown to the public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found, and what is to be read.

    Args:
        fetched: `None` unless there is something to read.
        stated: the site says so in so many words; a page may only have failed to show it.
        attachments: `None` where they were not told.
    """

    found: Found
    fetched: Fetched | None = None
    validators: Validators = NO_VALIDATORS
    stated: bool = False
    attachments: tuple[Attachment, ...] | None = None
