"""Where test sets and runs are kept, and which libraries are evaluated beside the server's own."""

import os
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

FOLDER = "evaluations"


class EvaluationSettings(BaseSettings):
    """Settings of evaluation, from `MINUTES_…` in the environment.

    Args:
        evaluations: the folder of test sets and runs; `None` is `evaluations` in the library's
            home.
        evaluation_libraries: the homes of other libraries that the web page may evaluate, parted
            as the folders of `PATH` are.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    evaluations: Path | None = None
    evaluation_libraries: str = ""

    def folder(self, home: Path) -> Path:
        """The folder, for a library's home."""
        return self.evaluations or home / FOLDER

    def other_homes(self) -> list[Path]:
        """The homes of the other libraries."""
        parts = self.evaluation_libraries.split(os.pathsep)
        return [Path(part.strip()) for part in parts if part.strip()]
