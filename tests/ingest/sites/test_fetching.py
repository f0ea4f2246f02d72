"""Asking a site: manners, patience, limits and walls, over real HTTP on loopback."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from ingest.sites.fetching import Fetcher, Pace
from ingest.sites.reply import NotFetched, SiteDown, Validators
from ingest.sites.settings import SiteSettings
from tests.ingest.sites.moderngov import Fault, Simulator

Get = Callable[..., bytes]


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were waited, none of which pass."""
    return []


@pytest.fixture
def fetcher(
    site: Simulator, hurried: SiteSettings, waits: list[float]
) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers for the site, with some settings changed."""
    with ExitStack() as stack:

        def make(**changed: object) -> Fetcher:
            settings = hurried.model_copy(update=changed)
            pace = Pace(settings.site_interval, sleep=waits.append, clock=lambda: 0.0)
            return stack.enter_context(Fetcher(settings, site.address, pace))

        yield make


def test_the_program_says_who_it_is_and_whom_to_turn_to(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    fetcher().get(f"{site.address}mgListCommittees.aspx")
    agents = {each.headers["User-Agent"] for each in site.asked}
    assert len(agents) == 1
    agent = agents.pop()
    assert agent.startswith("council-minutes")
    assert agent.endswith(" (+minutes@marlshire.example)")


def test_requests_to_a_host_are_kept_apart(
    site: Simulator, fetcher: Callable[..., Fetcher], waits: list[float]
) -> None:
    one = fetcher(site_interval=1.0)
    for _ in range(3):
        one.get(site.address)
    assert waits == [1.0, 1.0, 1.0]  # between robots.txt and three pages


def test_robots_are_obeyed_with_the_delay_that_they_ask_for(
    site: Simulator, fetcher: Callable[..., Fetcher], waits: list[float]
) -> None:
    site.robots = "User-agent: *\nDisallow: /mgAi*\nCrawl-delay: 7\n"
    one = fetcher()
    one.get(site.address)
    with pytest.raises(NotFetched, match=r"robots\.txt .* asks not to"):
        one.get(f"{site.address}mgAi.aspx?ID=1")
    assert waits == [7.0]
    assert [each.path for each in site.asked] == ["/robots.txt", "/"]


def test_rules_for_this_program_hold_over_those_for_all(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    site.robots = "User-agent: *\nDisallow: /\n\nUser-agent: council-minutes\nDisallow: /x\n"
    assert fetcher().get(site.address).content


def test_nothing_is_asked_of_a_site_whose_robots_cannot_be_read(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    site.fault("/robots.txt", Fault(status=503))
    one = fetcher()
    for _ in range(2):
        with pytest.raises(SiteDown):
            one.get(site.address)
    assert {each.path for each in site.asked} == {"/robots.txt"}
    assert site.count("robots") == 3  # and it is not asked for at every page


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_trouble_that_passes_is_waited_for_longer_each_time(
    site: Simulator, fetcher: Callable[..., Fetcher], waits: list[float], status: int
) -> None:
    site.fault("mgList", Fault(status=status, times=2))
    one = fetcher(site_backoff=2.0, site_longest_wait=100.0)
    assert b"Committee structure" in one.get(f"{site.address}mgListCommittees.aspx").content
    assert waits == [2.0, 4.0]


@pytest.mark.parametrize(
    ("told", "waited"),
    [("30", 30.0), ("9999", 100.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("soon", 2.0)],
)
def test_a_site_is_left_alone_for_as_long_as_it_says_within_reason(
    site: Simulator,
    fetcher: Callable[..., Fetcher],
    waits: list[float],
    told: str,
    waited: float,
) -> None:
    site.fault("mgList", Fault(status=429, headers={"Retry-After": told}, times=1))
    fetcher(site_backoff=2.0, site_longest_wait=100.0).get(f"{site.address}mgListCommittees.aspx")
    assert waits == [waited]


def test_trouble_that_stays_is_told_with_the_status(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    site.fault("mgList", Fault(status=500))
    with pytest.raises(SiteDown, match="it answered 500"):
        fetcher().get(f"{site.address}mgListCommittees.aspx")
    assert site.count("mgList") == 3


@pytest.mark.parametrize(("status", "gone"), [(404, True), (410, True), (403, False), (401, False)])
def test_a_refusal_is_not_asked_again(
    site: Simulator, fetcher: Callable[..., Fetcher], status: int, gone: bool
) -> None:
    site.fault("mgList", Fault(status=status))
    with pytest.raises(NotFetched) as refused:
        fetcher().get(f"{site.address}mgListCommittees.aspx")
    assert (refused.value.status, refused.value.gone) == (status, gone)
    assert site.count("mgList") == 1


def test_a_slow_reply_is_given_up(site: Simulator, fetcher: Callable[..., Fetcher]) -> None:
    site.fault("mgList", Fault(pause=0.6))
    with pytest.raises(SiteDown, match="does not answer"):
        fetcher(site_timeout=0.2, site_attempts=1).get(f"{site.address}mgListCommittees.aspx")


@pytest.mark.parametrize("packed", [False, True])
def test_a_huge_reply_is_given_up_packed_or_not(
    site: Simulator, fetcher: Callable[..., Fetcher], packed: bool
) -> None:
    body = b"x" * 3_000_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    site.fault("mgList", Fault(body=gzip.compress(body) if packed else body, headers=headers))
    with pytest.raises(NotFetched, match="larger than 1 MB"):
        fetcher(site_largest=1).get(f"{site.address}mgListCommittees.aspx")


def test_what_has_not_changed_is_not_sent_again(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    site.fault("mgList", Fault(status=304))
    known = Validators(etag='"1"', last_modified="Tue, 04 Jun 2024 10:00:00 GMT")
    reply = fetcher().get(f"{site.address}mgListCommittees.aspx", known)
    assert reply.unchanged
    assert site.asked[-1].headers["If-None-Match"] == '"1"'
    assert site.asked[-1].headers["If-Modified-Since"] == "Tue, 04 Jun 2024 10:00:00 GMT"


def test_a_redirect_within_the_site_is_followed_though_its_address_is_unclean(
    site: Simulator, fetcher: Callable[..., Fetcher]
) -> None:
    site.fault(
        "/old", Fault(status=302, headers={"Location": "/mgListCommittees.aspx?a=b c"}, times=1)
    )
    reply = fetcher().get(f"{site.address}old page.aspx\r\n")
    assert b"Committee structure" in reply.content
    assert reply.address == f"{site.address}mgListCommittees.aspx?a=b%20c"


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/",
        "https://minutes.elsewhere.example/",
    ],
)
def test_a_redirect_to_another_host_is_refused(
    site: Simulator, fetcher: Callable[..., Fetcher], target: str
) -> None:
    port = site.address.rstrip("/").rpartition(":")[2]
    site.fault("mgList", Fault(status=302, headers={"Location": target.format(port=port)}))
    with pytest.raises(NotFetched, match="another host"):
        fetcher().get(f"{site.address}mgListCommittees.aspx")


def test_another_host_may_be_named(site: Simulator, fetcher: Callable[..., Fetcher]) -> None:
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    site.fault("/old", Fault(status=301, headers={"Location": f"{elsewhere}mgAi.aspx"}))
    with pytest.raises(NotFetched, match="nothing at the address"):
        fetcher(site_hosts="localhost").get(f"{site.address}old")
    assert site.asked[-1].headers["Host"] == elsewhere.removeprefix("http://").rstrip("/")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/", "//", "http://a:b@c/"]
)
def test_a_redirect_to_what_is_no_address_of_the_web_is_a_failure_of_that_page(
    site: Simulator, fetcher: Callable[..., Fetcher], target: str
) -> None:
    site.fault("mgList", Fault(status=302, headers={"Location": target}))
    with pytest.raises(NotFetched):
        fetcher().get(f"{site.address}mgListCommittees.aspx")


def test_redirects_in_a_circle_end(site: Simulator, fetcher: Callable[..., Fetcher]) -> None:
    site.fault("mgList", Fault(status=302, headers={"Location": "/mgListCommittees.aspx"}))
    with pytest.raises(NotFetched, match="more than 5 times"):
        fetcher().get(f"{site.address}mgListCommittees.aspx")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"])
def test_without_the_setting_for_tests_no_loopback_address_is_asked(
    site: Simulator, hurried: SiteSettings, host: str
) -> None:
    address = site.address.replace("127.0.0.1", host)
    settings = hurried.model_copy(update={"site_private": False})
    with (
        Fetcher(settings, address, Pace(0)) as fetcher,
        pytest.raises(NotFetched, match=r"private network|can be found"),
    ):
        fetcher.get(address)
    assert site.asked == []
