"""What can be done with an answer: say whether it helped, and pass its question on."""

from dataclasses import replace
from typing import Any

from ui.components.component import component
from ui.conversations.address import question_address
from ui.conversations.turn import Answered, Turn
from ui.conversations.verdict import LONGEST_REMARK, REASON_WORDS, Verdict, verdict_told

_actions = component("answer_actions", "copying")


def show_actions(turn: Turn, answered: Answered) -> Verdict | None:
    """Draw them; gives back the verdict in the one run that follows a press."""
    pressed = _actions(
        key=f"actions_{turn.id}",
        data=actions_view(turn, answered),
        on_verdict_change=lambda: None,
    )
    return verdict_told(pressed.get("verdict"))


def actions_view(turn: Turn, answered: Answered) -> dict[str, Any]:
    """What the component draws, as plain values."""
    return {
        "verdict": turn.verdict and {"helpful": turn.verdict.helpful},
        "thanks": turn.verdict and "Thank you.",
        "reasons": [
            {"value": reason.value, "words": words} for reason, words in REASON_WORDS.items()
        ],
        "longest": LONGEST_REMARK,
        # A follow-up says nothing to somebody else: the question that it stands for does.
        "share": question_address(
            replace(turn.asked, question=answered.answer.standalone_question)
        ),
    }
