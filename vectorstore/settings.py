"""Where the library is and which model embeds it."""

from pathlib import Path
from typing import TypeVar

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from vectorstore.errors import SettingsError

CARRIED_MODEL = "all-MiniLM-L6-v2"

S = TypeVar("S", bound=BaseSettings)


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


def from_environment(kind: type[S]) -> S:
    """Settings of a kind, as the environment gives them.

    Raises:
        SettingsError: a variable cannot be used; the message names it.
    """
    try:
        return kind()
    except ValidationError as error:
        [first, *_] = error.errors(include_url=False)
        variable = "MINUTES_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(
            f"The environment variable {variable} cannot be used: {first['msg']}."
        ) from error
