"""What a site answers, and the ways in which it does not."""

from dataclasses import dataclass

from vectorstore.errors import UnreadableDocument

GONE = (404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a site gives to ask later whether a page has changed; `None` where it gives none."""

    etag: str | None = None
    last_modified: str | None = None


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer with content, or one that says that nothing has changed.

    Args:
        address: where the content came from, after redirects.
        content: empty when nothing has changed.
        unchanged: it is as the validators that were sent describe it.
    """

    address: str
    content: bytes
    validators: Validators = NO_VALIDATORS
    unchanged: bool = False


class NotFetched(UnreadableDocument):
    """An address that gave nothing to read, with the reason.

    Args:
        status: what the site answered; `None` when it did not, or was not to be asked.
    """

    def __init__(self, reason: str, *, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status

    @property
    def gone(self) -> bool:
        """The site says that there is nothing at the address; no failure of the site itself."""
        return self.status in GONE


class SiteDown(NotFetched):
    """The site does not answer, or is in trouble: it may be asked again later."""

    def __init__(
        self, reason: str, *, status: int | None = None, wait: float | None = None
    ) -> None:
        super().__init__(reason, status=status)
        self.wait = wait
        """Seconds after which the site wants to be asked again; `None` when it does not say."""
