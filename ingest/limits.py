"""How much one document may cost to read."""

import os

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _processors() -> int:
    """How many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # Linux alone tells them from those there are
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


class ReadingLimits(BaseSettings):
    """Settings of reading documents, from `MINUTES_READING_…` in the environment.

    Args:
        reading_seconds: what one document may take, by the clock and of a processor.
        reading_memory: MiB of address space that a process that reads may have; kept to by
            Linux only.
        reading_processes: how many documents are read at the same time.
        reading_size: MiB that a file, or what an archive holds in all, may have.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    reading_seconds: float = Field(default=120.0, gt=0)
    reading_memory: int = Field(default=2_048, ge=256)
    reading_processes: int = Field(default_factory=_processors, ge=1, le=64)
    reading_size: int = Field(default=512, ge=1)
