"""What stands at the foot of every page of a briefing."""

from assistant.briefing.briefing import Briefing
from vectorstore.wording import day_words


def footer(briefing: Briefing) -> str:
    """Council, date and edition: "Marlshire County Council · 2 March 2026 · edition 000012"."""
    councils = ", ".join(briefing.councils)
    return " · ".join(
        filter(None, (councils, day_words(briefing.drafted), f"edition {briefing.edition}"))
    )
