"""How web sites are asked: as whom, how often, how patiently, how much."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1_000_000


class SiteSettings(BaseSettings):
    """Settings of asking web sites, from `MINUTES_SITE_…` in the environment.

    Args:
        site_contact: an address of yours, of mail or the web, that a site's staff can turn to;
            told to each site.
        site_interval: seconds between two requests to a host.
        site_timeout: seconds that a reply may take in all.
        site_attempts: how often an address is asked before it counts as failed.
        site_backoff: seconds before the second attempt; doubled for each one after it.
        site_longest_wait: seconds that a site may have us wait before we ask again.
        site_largest: megabytes that a reply may have.
        site_hosts: other hosts, with commas between, that a site may redirect to.
        site_relook: days for which published minutes are looked at again for changes.
        site_private: whether sites at private and loopback addresses may be asked; for tests.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    site_contact: str = Field(default="", pattern=r"^[\x21-\x7e]*$")
    site_interval: float = Field(default=1.0, ge=0)
    site_timeout: float = Field(default=60.0, gt=0)
    site_attempts: int = Field(default=4, ge=1)
    site_backoff: float = Field(default=2.0, ge=0)
    site_longest_wait: float = Field(default=120.0, ge=0)
    site_largest: float = Field(default=50.0, gt=0)
    site_hosts: str = ""
    site_relook: int = Field(default=90, ge=0)
    site_private: bool = False
