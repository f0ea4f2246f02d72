"""What a site asks of programs, in its robots.txt (RFC 9309)."""

from dataclasses import dataclass

from protego import Protego

_LONGEST_DELAY = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of a host."""

    rules: Protego

    def allow(self, address: str, agent: str) -> bool:
        """Whether a program of that name may ask for an address."""
        return self.rules.can_fetch(address, agent)

    def delay(self, agent: str) -> float:
        """Seconds between two requests that the host asks for, within reason; 0 for none."""
        return min(self.rules.crawl_delay(agent) or 0.0, _LONGEST_DELAY)


def read_robots(content: bytes) -> Robots:
    """The rules in a robots.txt; an empty one allows everything."""
    return Robots(rules=Protego.parse(content.decode("utf-8", errors="replace")))
