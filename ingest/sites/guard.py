"""Which addresses of the network may be asked: never one inside our own walls."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from ingest.sites.reply import NotFetched, SiteDown

_NAT64 = IPv6Network("64:ff9b::/96")


def pinned(host: str, port: int, *, private: bool) -> str:
    """The network address to connect to for a host, looked up once and checked.

    All addresses of the name must be public: one that is not says that the name is not the
    council's to give.

    Args:
        private: whether private, loopback and link-local addresses may be asked.

    Raises:
        NotFetched: the name is not known, or one of its addresses may not be asked.
        SiteDown: the name cannot be looked up now.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        passing = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        kind = SiteDown if passing else NotFetched
        raise kind(f"No site named {host} can be found; check the address.") from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not private and not all(is_public(ip_address(each)) for each in addresses):
        raise NotFetched(
            f"{host} is at an address inside a private network, which is never asked; "
            "check the address."
        )
    return addresses[0]


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the public Internet, an IPv4 address within it included."""
    if isinstance(address, IPv6Address):
        within = _ipv4_within(address)
        if within is not None:
            return is_public(within)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _ipv4_within(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
