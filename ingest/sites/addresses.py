"""Addresses of web sites, and of the pages and methods that a ModernGov site has."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from vectorstore.errors import SettingsError

_BREAKS = re.compile(r"[\r\n\t]+")
# What may stand in an address as it is; a space or a letter with an accent is written as %20.
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+", re.IGNORECASE)
_LEGAL = "%/:=&?~+!$,;'@()*[]#"
_MEETING = "ielistdocuments.aspx"
_COMMITTEE_PAGES = {
    "ielistmeetings.aspx": ("cid", "committeeid"),
    "mgcommitteedetails.aspx": ("id",),
}
_ENTRANCES = ("mglistcommittees.aspx", "iedochome.aspx", "mgwebservice.asmx", "default.aspx")


def cleaned(address: str) -> str:
    """An address as it can be asked for: pages are full of raw spaces and line ends.

    Raises:
        SettingsError: it is not an address of the web.
    """
    try:
        parts = urlsplit(_BREAKS.sub("", address).strip())
        named = _HOST.fullmatch(parts.hostname or "") is not None
        usable = parts.scheme in ("http", "https") and named
        usable = usable and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(
            f"“{address.strip()[:200]}” is not an address that can be asked; "
            "it must begin with https:// or http:// and name a host, without a password."
        )
    path, query = quote(parts.path, safe=_LEGAL), quote(parts.query, safe=_LEGAL)
    return urlunsplit((parts.scheme, parts.netloc.lower(), path or "/", query, ""))


def host_of(address: str) -> str:
    """The host that an address names."""
    return urlsplit(address).hostname or ""


def is_address(words: str) -> bool:
    """Whether something typed is an address of the web, not a path."""
    return words.strip().lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A ModernGov site.

    Args:
        root: the address that all of its pages are under, with a slash at the end.
    """

    root: str

    def method(self, name: str, **arguments: str) -> str:
        """The address of a method of its web service."""
        query = f"?{urlencode(arguments, safe='/')}" if arguments else ""
        return f"{self.root}mgWebService.asmx/{name}{query}"

    def page(self, name: str, **arguments: str) -> str:
        """The address of a page."""
        return f"{self.root}{name}.aspx" + (f"?{urlencode(arguments)}" if arguments else "")

    def meeting(self, meeting: str, committee: str | None) -> str:
        """The public address of a meeting, which is the name of its minutes."""
        of = {"CId": committee} if committee else {}
        return self.page("ieListDocuments", **of, MId=meeting, Ver="4")

    def item(self, item: str) -> str:
        """The address of the page of one agenda item."""
        return self.page("mgAi", ID=item)

    def link(self, href: str | None) -> str | None:
        """The address that a link of one of its pages leads to; `None` if it cannot be asked."""
        try:
            return cleaned(urljoin(self.root, _BREAKS.sub("", href or "").strip()))
        except (SettingsError, ValueError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What an address that somebody typed leads to: a site, a committee of it, or one page.

    Args:
        address: as it is remembered; of a site, its root.
        committee: the id of the committee, when the address is a committee's.
        meeting: the id of the meeting, when it is a meeting's page.
        page: whether it is a page by itself, a meeting's included.
    """

    address: str
    site: Site
    committee: str | None = None
    meeting: str | None = None
    page: bool = False


def place_of(address: str) -> Place:
    """What an address leads to.

    Raises:
        SettingsError: it is not an address of the web.
    """
    address = cleaned(address)
    parts = urlsplit(address)
    folder, _, last = parts.path.rpartition("/")
    service = "/mgwebservice.asmx"
    if folder.lower().endswith(service):
        folder, last = folder[: -len(service)], ""
    if "." not in last and not parts.query:
        folder, last = (f"{folder}/{last}" if last else folder), ""
    within = re.sub(r"/documents(?:/.*)?$", "", folder)
    site = Site(root=f"{parts.scheme}://{parts.netloc}{within}/")
    name = last.lower()
    given = {key.lower(): value for key, value in parse_qsl(parts.query)}
    if not name or name in _ENTRANCES:
        return Place(address=site.root, site=site)
    for key in _COMMITTEE_PAGES.get(name, ()):
        if given.get(key, "").isdigit():
            listing = site.page("ieListMeetings", CId=given[key], Year="0")
            return Place(address=listing, site=site, committee=given[key])
    if name == _MEETING and given.get("mid", "").isdigit():
        committee = given.get("cid") or None
        return Place(
            address=site.meeting(given["mid"], committee),
            site=site,
            committee=committee,
            meeting=given["mid"],
            page=True,
        )
    return Place(address=address, site=site, page=True)
