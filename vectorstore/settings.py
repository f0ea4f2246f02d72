"""Where the library is and which model embeds it."""

from pathlib import Path

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

CARRIED_MODEL = "all-MiniLM-L6-v2"


class LibrarySettings(BaseSettings):
    """Settings of the library, from `MINUTES_…` in the environment.

    Args:
        home: the folder that holds the editions.
        embedding_model: `all-MiniLM-L6-v2` (comes with the program), or any other
            sentence-transformers model by name or path.
        query_prefix, passage_prefix: put before each question and passage, for models that
            were trained with such prefixes.
        keep_editions: how many published editions stay on disk.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    home: Path = Field(default_factory=lambda: platformdirs.user_data_path("minutes-assistant"))
    embedding_model: str = CARRIED_MODEL
    query_prefix: str = ""
    passage_prefix: str = ""
    keep_editions: int = Field(default=3, ge=1)
