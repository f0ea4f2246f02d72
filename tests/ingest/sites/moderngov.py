"""A ModernGov site of an invented council on loopback: web service, pages, documents, faults.

    with Simulator() as site:
        site.put(CROSSINGS, Meeting(id="5001", date=dt.date(2024, 6, 4), items=[...]))
        site.fault("/mgWebService.asmx", Fault(status=403))

Whatever is asked of it is noted in `asked`, so that a test can say what was not.
"""

import html
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.ingest.sites.published import ATTENDANCE, Attached, Item, Meeting
from tests.ingest.sites.rendering import attendance_page, item_page, meeting_page, page, pdf


@dataclass(kw_only=True)
class Fault:
    """What is answered instead; `times` is how often, -1 for always."""

    status: int = 200
    body: bytes = b"fault"
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    times: int = -1


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request that came."""

    path: str
    headers: dict[str, str]
    at: float


class Simulator:
    """The site, served by a thread while it is used as a context manager."""

    def __init__(self) -> None:
        self.committees: dict[str, str] = {}
        self.meetings: dict[str, tuple[str, Meeting]] = {}
        self.service = True
        self.etags = True
        self.robots = ""
        self.pause = 0.0
        self.asked: list[Asked] = []
        self._faults: dict[str, Fault] = {}

    def __enter__(self) -> Self:
        simulator = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle(self) -> None:
                with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has left
                    super().handle()

            def do_GET(self) -> None:
                simulator.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def page_of(self, meeting: str) -> str:
        """The public address of a meeting."""
        committee, _ = self.meetings[meeting]
        return f"{self.address}ieListDocuments.aspx?CId={committee}&MId={meeting}&Ver=4"

    def put(self, committee: tuple[str, str], *meetings: Meeting) -> None:
        """Publish meetings of a committee, or publish them anew."""
        self.committees[committee[0]] = committee[1]
        for meeting in meetings:
            self.meetings[meeting.id] = (committee[0], meeting)

    def fault(self, part: str, fault: Fault | None) -> None:
        """Have every address with some words in it answer with a fault; `None` mends it."""
        self._faults.pop(part, None)
        if fault is not None:
            self._faults[part] = fault

    def count(self, part: str) -> int:
        """How many of the requests had some words in their address."""
        return sum(part in each.path for each in self.asked)

    def forget_requests(self) -> None:
        """Begin to count anew."""
        self.asked.clear()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        self.asked.append(
            Asked(path=request.path, headers=dict(request.headers), at=time.monotonic())
        )
        fault = next((f for part, f in self._faults.items() if part in request.path), None)
        if fault is not None and fault.times != 0:
            fault.times -= 1
            time.sleep(fault.pause)
            if fault.status or fault.headers:
                _send(request, fault.status, fault.body, fault.headers)
                return
        time.sleep(self.pause)
        found = self._content(unquote(request.path))
        if found is None:
            _send(request, 404, b"not here", {})
            return
        kind, body = found
        tag = f'"{hash(body)}"'
        if self.etags and kind != "text/xml" and request.headers.get("If-None-Match") == tag:
            _send(request, 304, b"", {"ETag": tag})
            return
        headers = {"Content-Type": kind}
        if self.etags and kind != "text/xml":
            headers["ETag"] = tag
        _send(request, 200, body, headers)

    def _content(self, path: str) -> tuple[str, bytes] | None:
        parts = urlsplit(path)
        given = {key.lower(): value for key, value in parse_qsl(parts.query)}
        name = parts.path.strip("/").lower()
        if name == "robots.txt":
            return ("text/plain", self.robots.encode()) if self.robots else None
        if name.startswith("mgwebservice.asmx/"):
            body = self._service(name.rpartition("/")[2], given)
            return ("text/xml", body.encode()) if body is not None else None
        if name.startswith("documents/"):
            body_of_pdf = self._document(name, given)
            return ("application/pdf", body_of_pdf) if body_of_pdf is not None else None
        shown = self._page(name, given)
        return ("text/html; charset=utf-8", shown.encode()) if shown is not None else None

    # --- The web service ------------------------------------------------------------------

    def _service(self, method: str, given: dict[str, str]) -> str | None:
        if not self.service:
            return None
        if method == "getcommittees":
            return _xml("committees", *(
                f"<committee><committeeid>{key}</committeeid><committeetitle>{html.escape(name)}"
                "</committeetitle><committeedeleted>False</committeedeleted>"
                "<committeeexpired>False</committeeexpired></committee>"
                for key, name in self.committees.items()
            ))  # fmt: skip
        if method == "getmeetings":
            # Like the real one, it does not mind the dates.
            listed = "".join(
                f"<meeting><meetingid>{m.id}</meetingid><meetingdate>{m.date:%d/%m/%Y}"
                f"</meetingdate><meetingstatus>{m.status}</meetingstatus></meeting>"
                for m in self._listed(given["lcommitteeid"])
            )
            return _xml(
                "getmeetings",
                f"<committee><committeeid>{given['lcommitteeid']}</committeeid>"
                f"<committeemeetings>\n{listed}</committeemeetings></committee>",
            )
        if method == "getmeeting" and given.get("lmeetingid") in self.meetings:
            return self._meeting_reply(self.meetings[given["lmeetingid"]][1])
        if method == "getattachment":
            for item, document in self._attached():
                if document.id == given["lattachmentid"]:
                    return _xml(
                        "attachment",
                        f"<attachmentid>{document.id}</attachmentid>"
                        f"<url>{self._address_of(document)}</url>"
                        f"<isrestricted>{item.restricted}</isrestricted>",
                    )
        return None

    def _meeting_reply(self, meeting: Meeting) -> str:
        items = "".join(
            f"<agendaitem><agendaitemid>{item.id}</agendaitemid>"
            f"<agendaitemtitle>{html.escape(item.title)}</agendaitemtitle><agendatext>\n"
            f"</agendatext><fulldisplaynumberformat>{item.number}</fulldisplaynumberformat>"
            f"<minutesnonemptyhtmlbody>{html.escape(item.minutes)}</minutesnonemptyhtmlbody>"
            f"<isrestricted>{item.restricted}</isrestricted>"
            f"<isdisplayallowed>{item.shown}</isdisplayallowed><linkeddocuments>"
            + "".join(map(self._linked, item.attached))
            + "</linkeddocuments></agendaitem>"
            for item in meeting.items
        )
        return _xml(
            "meeting",
            f"<meetingid>{meeting.id}</meetingid><meetingdate>{meeting.date:%d/%m/%Y}"
            f"</meetingdate><meetingstatus>{meeting.status}</meetingstatus>"
            f"<isdisplayallowed>{meeting.shown}</isdisplayallowed>"
            "<meetingtime>10.00 am</meetingtime><meetingactualstarttime>\n"
            "</meetingactualstarttime><meetinglocation>Ferry Room</meetinglocation>"
            f"<minutepublished>{meeting.published}</minutepublished>"
            f"<agendaitems>\n{items}</agendaitems><attendees>"
            + "".join(
                f'<attendee name="{name}" roledescription="{role}" attendance="{attendance}"/>'
                for name, role, attendance in ATTENDANCE
            )
            + "</attendees>",
        )

    def _linked(self, document: Attached) -> str:
        address = f"\r\n  {self._address_of(document)}\r\n" if document.address_told else ""
        return (
            f"<linkeddoc><attachmentid>{document.id}</attachmentid>"
            f"<title>{html.escape(document.title)}</title><isurl>False</isurl>"
            f"<url>{address}</url><isrestricted>{document.restricted}</isrestricted></linkeddoc>"
        )

    # --- The pages ------------------------------------------------------------------------

    def _page(self, name: str, given: dict[str, str]) -> str | None:
        if name in ("", "mglistcommittees.aspx"):
            links = "".join(
                f'<li><a href="mgCommitteeDetails.aspx?ID={key}">{html.escape(committee)}</a></li>'
                for key, committee in self.committees.items()
            )
            return page("Committee structure", f"<ul>{links}</ul>")
        if name == "ielistmeetings.aspx":
            links = "".join(
                f'<li><a href="ieListDocuments.aspx?CId={given["cid"]}&amp;MId={m.id}&amp;Ver=4">'
                f"{m.date.day} {m.date:%b %Y} 10.00 am</a>"
                f"{' - CANCELLED' if m.status == 'Cancelled' else ''}</li>"
                for m in self._listed(given["cid"])
            )
            return page("Browse meetings", f"<ul>{links}</ul>")
        if name == "ielistdocuments.aspx" and given.get("mid") in self.meetings:
            committee, meeting = self.meetings[given["mid"]]
            return meeting_page(self.committees[committee], meeting)
        if name == "mgmeetingattendance.aspx" and given.get("id") in self.meetings:
            return attendance_page()
        if name in ("mgai.aspx", "ieissuedetails.aspx", "iedecisiondetails.aspx"):
            wanted = given.get("id") or given.get("iid") or given.get("aiid")
            for _, meeting in self.meetings.values():
                for item in meeting.items:
                    if item.id == wanted and not item.restricted:
                        return item_page(item)
        return None

    # --- Documents ------------------------------------------------------------------------

    def _document(self, name: str, given: dict[str, str]) -> bytes | None:
        folder = name.split("/")[1]
        meeting = self.meetings.get(folder[1:])
        if folder.startswith("g") and meeting is not None and given.get("t") == "1":
            return pdf(meeting[1].printed or "")
        for _, document in self._attached():
            if folder == f"s{document.id}" and not document.restricted:
                return pdf(f"{document.title}\n\n{document.text}")
        return None

    def _attached(self) -> Iterator[tuple[Item, Attached]]:
        for _, meeting in self.meetings.values():
            for item in meeting.items:
                for document in item.attached:
                    yield item, document

    def _address_of(self, document: Attached) -> str:
        return f"{self.address}documents/s{document.id}/{document.title}.pdf"

    def _listed(self, committee: str) -> list[Meeting]:
        return [m for key, m in self.meetings.values() if key == committee and m.listed]


def _xml(root: str, *inner: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root}>{"".join(inner)}</{root}>'


def _send(
    request: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]
) -> None:
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
