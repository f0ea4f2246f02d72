"""Where test sets and runs are kept."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

FOLDER = "evaluations"


class EvaluationSettings(BaseSettings):
    """Settings of evaluation, from `MINUTES_…` in the environment.

    Args:
        evaluations: the folder of test sets and runs; `None` is `evaluations` in the library's
            home.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    evaluations: Path | None = None

    def folder(self, home: Path) -> Path:
        """The folder, for a library's home."""
        return self.evaluations or home / FOLDER
