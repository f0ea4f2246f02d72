"""Asking a site for its pages: slowly, patiently, honestly, and never beyond its own walls.

The one module that knows httpx.
"""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from ingest.sites.addresses import cleaned, host_of
from ingest.sites.guard import pinned
from ingest.sites.reply import GONE, NO_VALIDATORS, NotFetched, Reply, SiteDown, Validators
from ingest.sites.robots import Robots, read_robots
from ingest.sites.settings import MEGABYTE, SiteSettings
from vectorstore.errors import SettingsError

AGENT = "council-minutes"
_MOST_REDIRECTS = 5
_LONGEST_SILENCE = 20.0
_TROUBLE = (408, 425, 429, 500, 502, 503, 504)


class Pace:
    """Keeps requests to a host apart."""

    def __init__(
        self,
        interval: float,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.sleep = sleep
        self._interval = interval
        self._clock = clock
        self._last: dict[str, float] = {}

    def wait(self, host: str, *, at_least: float = 0.0) -> None:
        """Wait until the host may be asked again."""
        interval = max(self._interval, at_least)
        if host in self._last:
            left = self._last[host] + interval - self._clock()
            if left > 0:
                self.sleep(left)
        self._last[host] = self._clock()


class Fetcher:
    """Asks one site. A context manager that lets go of its connections."""

    def __init__(self, settings: SiteSettings, site: str, pace: Pace) -> None:
        self._settings = settings
        self._hosts = {host_of(site), *settings.site_hosts.lower().replace(",", " ").split()}
        self._pace = pace
        self._robots: dict[str, Robots | SiteDown] = {}
        self._client = httpx.Client(
            transport=_PinnedTransport(private=settings.site_private),
            headers={
                "User-Agent": _signed(settings.site_contact),
                "Accept": "text/html, application/xml, application/pdf;q=0.9, */*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=min(settings.site_timeout, _LONGEST_SILENCE),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._client.close()

    def get(self, address: str, known: Validators = NO_VALIDATORS) -> Reply:
        """What is at an address, its redirects followed.

        Args:
            known: of the content that is already here, to be told when it has not changed.

        Raises:
            NotFetched: there is nothing, it may not be asked, or it is too large.
            SiteDown: the site did not answer in any attempt.
        """
        return self._follow(address, known, obeying=True)

    def _follow(self, address: str, known: Validators, *, obeying: bool) -> Reply:
        address = cleaned(address)
        for _ in range(_MOST_REDIRECTS + 1):
            self._refuse_foreign(address)
            delay = self._obeyed(address) if obeying else 0.0
            answer = self._patiently(address, known, delay)
            if isinstance(answer, Reply):
                return answer
            address = _redirected(address, answer)
        raise NotFetched(f"It redirects more than {_MOST_REDIRECTS} times.")

    def _refuse_foreign(self, address: str) -> None:
        host = host_of(address)
        if host not in self._hosts:
            raise NotFetched(
                f"It leads to {host}, which is another host; name it in MINUTES_SITE_HOSTS if "
                "that is meant."
            )

    def _obeyed(self, address: str) -> float:
        """The delay that the host asks for, once its robots.txt allows the address."""
        root = urljoin(address, "/")
        if root not in self._robots:
            self._robots[root] = self._read_robots(root)
        robots = self._robots[root]
        if isinstance(robots, SiteDown):
            raise robots  # who cannot say what is allowed allows nothing
        if not robots.allow(address, AGENT):
            raise NotFetched(f"The robots.txt of {host_of(address)} asks not to fetch it.")
        return robots.delay(AGENT)

    def _read_robots(self, root: str) -> Robots | SiteDown:
        try:
            reply = self._follow(urljoin(root, "robots.txt"), NO_VALIDATORS, obeying=False)
        except SiteDown as error:
            return error
        except NotFetched:
            return read_robots(b"")
        return read_robots(reply.content)

    def _patiently(self, address: str, known: Validators, delay: float) -> Reply | str:
        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome is not None else None
            asked = error.wait if isinstance(error, SiteDown) else None
            doubled = self._settings.site_backoff * 2 ** (state.attempt_number - 1)
            return min(doubled if asked is None else asked, self._settings.site_longest_wait)

        retrying = Retrying(
            retry=retry_if_exception_type(SiteDown),
            stop=stop_after_attempt(self._settings.site_attempts),
            wait=wait,
            sleep=self._pace.sleep,
            reraise=True,
        )
        return retrying(self._once, address, known, delay)

    def _once(self, address: str, known: Validators, delay: float) -> Reply | str:
        """The reply to one request, or the address that it redirects to."""
        self._pace.wait(host_of(address), at_least=delay)
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        deadline = time.monotonic() + self._settings.site_timeout
        try:
            with self._client.stream(
                "GET", address, headers={name: told for name, told in headers.items() if told}
            ) as response:
                if response.has_redirect_location:
                    return response.headers["location"]
                _refuse_trouble(response)
                return Reply(
                    address=address,
                    content=self._read(response, deadline),
                    validators=Validators(
                        etag=response.headers.get("etag"),
                        last_modified=response.headers.get("last-modified"),
                    ),
                    unchanged=response.status_code == httpx.codes.NOT_MODIFIED,
                )
        except httpx.TransportError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise NotFetched(
                    f"The certificate of {host_of(address)} cannot be verified; where a proxy "
                    "inspects what passes, SSL_CERT_FILE must name its authority."
                ) from error
            raise SiteDown(
                f"{host_of(address)} does not answer ({type(error).__name__}); try again later."
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotFetched(
                f"What {host_of(address)} answers cannot be understood ({type(error).__name__})."
            ) from error

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        largest = int(self._settings.site_largest * MEGABYTE)
        content = bytearray()
        for piece in response.iter_bytes():
            content += piece
            if len(content) > largest:
                raise NotFetched(
                    f"It is larger than {self._settings.site_largest:g} MB; "
                    "MINUTES_SITE_LARGEST allows more."
                )
            if time.monotonic() > deadline:
                raise SiteDown(f"It took more than {self._settings.site_timeout:g} seconds.")
        return bytes(content)


def _redirected(address: str, target: str) -> str:
    try:
        return cleaned(urljoin(address, target))
    except (SettingsError, ValueError) as error:
        raise NotFetched("It redirects to something that is no address of the web.") from error


def _signed(contact: str) -> str:
    """Who asks, and whom a site's staff can turn to."""
    try:
        name = f"{AGENT}/{version('minutes-assistant')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        name = AGENT
    return f"{name} (+{contact})" if contact else name


def _refuse_trouble(response: httpx.Response) -> None:
    status = response.status_code
    if status in _TROUBLE:
        raise SiteDown(
            f"The site is in trouble or busy (it answered {status}); try again later.",
            status=status,
            wait=_retry_after(response.headers.get("retry-after")),
        )
    if status in GONE:
        raise NotFetched(f"There is nothing at the address (the site answered {status}).",
                         status=status)  # fmt: skip
    if status not in (httpx.codes.OK, httpx.codes.NOT_MODIFIED):
        raise NotFetched(f"The site does not give it out (it answered {status}).", status=status)


def _retry_after(told: str | None) -> float | None:
    """Seconds that a site wants us to wait, told in seconds or as a date."""
    if told is None:
        return None
    if told.strip().isdigit():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except ValueError:
        return None


class _PinnedTransport(httpx.BaseTransport):
    """Connects to the very address that was checked, whatever the name says a moment later."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        # Of one host each: connections to one address must not serve another name's requests.
        self._transports: dict[str, httpx.HTTPTransport] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or {"http": 80}.get(request.url.scheme, 443)
        address = pinned(host, port, private=self._private)
        if host not in self._transports:
            self._transports[host] = httpx.HTTPTransport()
        return self._transports[host].handle_request(
            httpx.Request(
                method=request.method,
                url=request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )

    def close(self) -> None:
        for transport in self._transports.values():
            transport.close()
