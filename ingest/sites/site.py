"""Reading a ModernGov site: by its web service, or by its pages where that is switched off."""

import datetime as dt
from dataclasses import replace

from ingest.metadata import Metadata
from ingest.sites import pages, web_service
from ingest.sites.addresses import Place, Site, place_of
from ingest.sites.fetching import Fetcher
from ingest.sites.listing import Attachment, Committee, ListedMeeting
from ingest.sites.reply import NO_VALIDATORS, NotFetched, Reply, SiteDown, Validators
from ingest.sites.seen import Fetched, Found, Seen
from ingest.sites.whole_page import attended, attendees, completed
from vectorstore.records import DocumentKind

_BEFORE_ALL = dt.date(1970, 1, 1)


class SiteReader:
    """One site while it is being read."""

    def __init__(self, fetcher: Fetcher, site: Site, council: str | None) -> None:
        self._fetcher = fetcher
        self._site = site
        self._council = council
        self._has_service = True

    def committees(self) -> list[Committee]:
        """All committees of the site.

        Raises:
            NotFetched: the site lists none, in either way.
        """
        try:
            found = web_service.committees(self._content(self._site.method("GetCommittees")))
        except NotFetched:
            self._has_service, found = False, []
        listed = self._committees_page(needed=not found)
        self._council = self._council or pages.council_of(listed)
        if not found:
            self._has_service, found = False, pages.committees(listed)
        if not found:
            pages.refuse_shell(listed)
            raise NotFetched("The site lists no committees; is it a ModernGov site?")
        return found

    def meetings(
        self, committee: Committee, since: dt.date | None, until: dt.date
    ) -> list[ListedMeeting]:
        """The meetings that a committee lists; the site may ignore the dates.

        Raises:
            NotFetched: the list cannot be had.
        """
        if self._has_service:
            asked = self._site.method(
                "GetMeetings",
                lCommitteeId=committee.id,
                sFromDate=f"{since or _BEFORE_ALL:%d/%m/%Y}",
                sToDate=f"{until:%d/%m/%Y}",
            )
            try:
                return web_service.meetings(self._content(asked), self._site, committee)
            except NotFetched:
                pass  # the page has the same list
        listed = self._content(self._site.page("ieListMeetings", CId=committee.id, Year="0"))
        found = pages.meetings(listed, self._site, committee)
        if not found:
            pages.refuse_shell(listed)
        return found

    def look(self, meeting: ListedMeeting, known: Validators, *, held: bool) -> Seen:
        """What there is of a meeting now.

        Args:
            known: of the page as it was read last.
            held: the library has it already, so that a web service in trouble can be waited for
                and the words of its page need not take the place of its reply.

        Raises:
            NotFetched: neither the web service nor the page gives it.
        """
        if self._has_service:
            asked = self._site.method("GetMeeting", lMeetingId=meeting.id)
            try:
                reply = web_service.meeting(self._content(asked), self._site, meeting.id)
            except NotFetched as error:  # the page may still be there
                if held and isinstance(error, SiteDown):
                    raise
            else:
                if not _elsewhere(reply):
                    return self._seen(meeting, reply)
        return self._look_at_page(meeting, known)

    def look_at(self, place: Place, known: Validators) -> Seen:
        """What there is at the address of one page.

        Raises:
            NotFetched: there is nothing.
        """
        if place.meeting is not None:
            unnamed = Committee(id=place.committee or "", name="")
            return self._look_at_page(
                ListedMeeting(
                    id=place.meeting, address=place.address, committee=unnamed, date=None
                ),
                known,
            )
        reply = self._fetcher.get(place.address, known)
        return self._seen_page(reply, place.address, Metadata(council=self._council))

    def attachment(self, attachment: Attachment, known: Validators) -> Seen:
        """A document that is attached to an item.

        Raises:
            NotFetched: it cannot be had.
        """
        address = self.address_of(attachment)
        reply = self._fetcher.get(address, known)
        if not reply.unchanged:
            _refuse_unprinted(reply)
        about = Metadata(
            council=self._council,
            title=attachment.title,
            kind=DocumentKind.AGREEMENT,
            attached_to=attachment.item,
        )
        return self._seen_page(reply, address, about)

    def address_of(self, attachment: Attachment) -> str:
        """Where an attached document is, which the web service knows if the list does not say.

        Raises:
            NotFetched: it is not told.
        """
        if attachment.address is not None:
            return attachment.address
        asked = self._site.method("GetAttachment", lAttachmentId=attachment.id or "")
        return web_service.attachment_address(self._content(asked), self._site)

    def meeting_at(self, source: str, date: dt.date | None) -> ListedMeeting | None:
        """The meeting of this site that an address stands for; `None` for other addresses."""
        place = place_of(source)
        if place.site != self._site or place.meeting is None or place.committee is None:
            return None
        return ListedMeeting(
            id=place.meeting,
            address=source,
            committee=Committee(id=place.committee, name=""),
            date=date,
        )

    def answers(self) -> bool:
        """Whether the site as a whole is there, so that what it has not is truly gone."""
        try:
            self._fetcher.get(self._site.root)
        except NotFetched:
            return False
        return True

    def _content(self, address: str) -> bytes:
        return self._fetcher.get(address).content

    def _try(self, address: str) -> bytes | None:
        """What is at an address that the minutes can do without; an item stays marked cut off."""
        try:
            content = self._content(address)
            pages.tree_of(content)
        except NotFetched:
            return None
        return content

    def _committees_page(self, *, needed: bool) -> bytes:
        if self._council and not needed:
            return b""
        address = self._site.page("mgListCommittees")
        return self._content(address) if needed else self._try(address) or b""

    def _seen(self, meeting: ListedMeeting, reply: web_service.MeetingReply) -> Seen:
        if reply.minuted and reply.shown and not reply.cancelled:
            return Seen(
                found=Found.READ,
                fetched=Fetched(
                    source=meeting.address,
                    name=meeting.address,
                    content=reply.content,
                    metadata=self._about(meeting, meeting.address),
                ),
                stated=True,
                attachments=reply.attachments,
            )
        if not reply.shown:
            return Seen(found=Found.WITHHELD, stated=True)
        return Seen(found=Found.CANCELLED if reply.cancelled else Found.NOT_YET, stated=True)

    def _look_at_page(self, meeting: ListedMeeting, known: Validators) -> Seen:
        reply = self._fetcher.get(meeting.address, known)
        if reply.unchanged:
            return Seen(found=Found.UNCHANGED, validators=known)
        page = pages.meeting(reply.content, self._site)
        if page.minuted:
            return self._minuted_page(meeting, reply, page)
        if page.printed is not None:
            printed = self._fetcher.get(page.printed)
            _refuse_unprinted(printed)
            about = self._about(meeting, page.printed)
            seen = self._seen_page(printed, meeting.address, about)
            return replace(seen, validators=NO_VALIDATORS)  # they are not those of the page
        return Seen(found=Found.CANCELLED if page.cancelled else Found.NOT_YET)

    def _minuted_page(self, meeting: ListedMeeting, reply: Reply, page: pages.MeetingPage) -> Seen:
        content = reply.content
        wholes = {each: found for each in page.cut_off if (found := self._try(each))}
        if wholes:
            content = completed(content, self._site, wholes)
        told = self._try(page.attendance) if page.attendance is not None else None
        if told:
            content = attended(content, attendees(told))
        return Seen(
            found=Found.READ,
            fetched=Fetched(
                source=meeting.address,
                name=meeting.address,
                content=content,
                metadata=self._about(meeting, meeting.address),
            ),
            # A page that has not changed says nothing of what it leaves to other pages.
            validators=NO_VALIDATORS if page.cut_off or page.attendance else reply.validators,
            attachments=page.attachments,
        )

    def _seen_page(self, reply: Reply, address: str, about: Metadata) -> Seen:
        if reply.unchanged:
            return Seen(found=Found.UNCHANGED, validators=reply.validators)
        fetched = Fetched(
            source=address,
            name=address,
            content=reply.content,
            metadata=about.over(Metadata(url=address)),
        )
        return Seen(found=Found.READ, fetched=fetched, validators=reply.validators)

    def _about(self, meeting: ListedMeeting, url: str) -> Metadata:
        return Metadata(
            council=self._council,
            committee=meeting.committee.name or None,
            date=meeting.date,
            url=url,
        )


def _elsewhere(reply: web_service.MeetingReply) -> bool:
    """Whether there are minutes, but only on the page or in print."""
    return reply.shown and not reply.cancelled and reply.published and not reply.minuted


def _refuse_unprinted(reply: Reply) -> None:
    if not reply.content[:1024].lstrip().startswith(b"%PDF-"):
        pages.refuse_shell(reply.content)
        raise NotFetched("The site gives something other than the PDF; try again later.")
