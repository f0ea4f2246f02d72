"""Which chat model writes answers, if any."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """Settings of the assistant, from `MINUTES_…` in the environment.

    Args:
        chat_model: any name that LangChain's `init_chat_model` knows ("openai:gpt-5-mini",
            "ollama:llama3.2"); `None` answers with verbatim extracts and no model at all.
        chat_base_url: the address of a server that speaks the model provider's protocol;
            `None` leaves it to the provider.
        chat_api_key: `None` leaves it to the provider's own environment variable.
        chat_timeout: seconds that the model may take over one answer.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    chat_model: str | None = None
    chat_base_url: str | None = None
    chat_api_key: SecretStr | None = None
    chat_timeout: float = Field(default=60.0, gt=0)
