"""Which network addresses count as public."""

import socket
from ipaddress import ip_address

import pytest

from ingest.sites.guard import is_public, pinned
from ingest.sites.reply import NotFetched


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
    240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1
    :: ::1 fe80::1 fc00::1 fd12::1 ff02::1 fec0::1 2001:db8::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ::127.0.0.1
    """.split(),
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", "8.8.8.8 81.2.69.142 2a00:1450:4009::1 ::ffff:8.8.8.8 64:ff9b::808:808".split()
)
def test_addresses_outside_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_a_name_is_refused_when_one_of_its_addresses_is_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(*asked: object, **how: object) -> list[tuple[object, ...]]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))
            for address in ("81.2.69.142", "10.0.0.7")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(NotFetched, match="private network"):
        pinned("democracy.marlshire.example", 443, private=False)
    assert pinned("democracy.marlshire.example", 443, private=True) == "81.2.69.142"
