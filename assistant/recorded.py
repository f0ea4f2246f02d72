"""Answers to what the catalogue knows without a search: decisions, votes, requests, sittings."""

from assistant import phrasing
from assistant.answer import AnswerStatus, Composer
from assistant.composition import Outcome, Writing, summary
from assistant.extractive.actions import Actions, actions
from assistant.extractive.register import Register, register
from assistant.extractive.sitting import Told, sitting
from assistant.extractive.voting import Votes, votes
from assistant.numbering import Numbering
from assistant.understanding.question import Question
from vectorstore.edition import Edition


def recorded(question: Question, edition: Edition, numbering: Numbering) -> Writing | None:
    """The answer to what the catalogue knows without a search; `None` for all other questions."""
    if voted := votes(question, edition):
        return list_votes(voted, numbering)
    if listed := register(question, edition):
        return list_decisions(listed, numbering)
    if made := actions(question, edition):
        return list_actions(made, numbering)
    if told := sitting(question, edition):
        return tell_of_meetings(told, numbering)
    return None


def list_decisions(listed: Register, numbering: Numbering) -> Writing:
    """The decisions that were asked for as such, under a line that counts them."""
    yield summary(phrasing.registered(listed))
    for statement in listed.statements():
        yield numbering.sentence(statement)
    return Outcome(status=AnswerStatus.ANSWERED, composer=Composer.EXTRACTIVE)


def list_actions(made: Actions, numbering: Numbering) -> Writing:
    """The requests and undertakings that were asked for, under a line that counts them."""
    yield summary(phrasing.recorded_actions(made))
    for statement in made.statements():
        yield numbering.sentence(statement)
    status = AnswerStatus.ANSWERED if made.recorded else AnswerStatus.NOT_FOUND
    return Outcome(status=status, composer=Composer.EXTRACTIVE)


def list_votes(voted: Votes, numbering: Numbering) -> Writing:
    """The votes that were asked for, under a line that counts them."""
    yield summary(phrasing.recorded_votes(voted))
    for statement in voted.told:
        yield numbering.sentence(statement)
    status = AnswerStatus.ANSWERED if voted.recorded else AnswerStatus.NOT_FOUND
    return Outcome(status=status, composer=Composer.EXTRACTIVE)


def tell_of_meetings(told: Told, numbering: Numbering) -> Writing:
    """What the minutes record of meetings themselves, or that they do not record it."""
    if not told.statements:
        yield summary(phrasing.unrecorded(told.formality))
        return Outcome(status=AnswerStatus.NOT_FOUND, composer=Composer.EXTRACTIVE)
    for statement in told.statements:
        yield numbering.sentence(statement)
    return Outcome(status=AnswerStatus.ANSWERED, composer=Composer.EXTRACTIVE)
