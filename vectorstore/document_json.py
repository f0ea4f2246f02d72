"""A document with its meetings, items and paragraphs, as JSON: what `minutes show` prints."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from vectorstore.abbreviations import defined
from vectorstore.records import (
    Action,
    AgendaItem,
    Decision,
    Document,
    Meeting,
    Origin,
    Paragraph,
    Vote,
)

SCHEMA = 1


def document_json(document: Document, origins: Sequence[Origin] = ()) -> dict[str, Any]:
    """The structure of a document; offsets are characters into `document.text`.

    Args:
        origins: all places with its minutes; none for a file that is in no library.
    """
    return {
        "schema": SCHEMA,
        "document": document.name,
        "kind": document.kind.value,
        "attached_to": document.attached_to,
        "sources": [asdict(origin) for origin in origins],
        "characters": {"read": document.characters_read, "placed": document.characters_placed},
        "unread_pages": list(document.unread_pages),
        "unplaced": [
            {"text": document.words(run.start, run.end), "start": run.start, "end": run.end}
            for run in document.unplaced
        ],
        "deletions": [
            {"text": deletion.text, "position": deletion.position}
            for deletion in document.deletions
        ],
        "roles": [asdict(role) for role in document.roles],
        "abbreviations": [asdict(each) for each in defined(document)],
        "meetings": [_meeting(document, meeting) for meeting in document.meetings],
    }


def _meeting(document: Document, meeting: Meeting) -> dict[str, Any]:
    return {
        "council": meeting.council,
        "committee": meeting.committee,
        "date": meeting.date and meeting.date.isoformat(),
        "time": meeting.time,
        "venue": meeting.venue,
        "status": meeting.status and meeting.status.value,
        "chair": meeting.chair,
        "present": list(meeting.present),
        "in_attendance": list(meeting.in_attendance),
        "apologies": list(meeting.apologies),
        "items": [_item(document, item) for item in meeting.items],
    }


def _item(document: Document, item: AgendaItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "minute_number": item.minute_number,
        "title": item.title,
        "first_page": item.first_page,
        "cut_off": item.cut_off,
        "restricted": item.restricted,
        "paragraphs": [_paragraph(document, paragraph) for paragraph in item.paragraphs],
        "votes": [_vote(vote) for vote in item.votes],
        "decisions": [_decision(document, each) for each in item.decisions],
        "actions": [_action(document, each) for each in item.actions],
    }


def _paragraph(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    return {
        "label": paragraph.label,
        "kind": paragraph.kind.value,
        "text": document.words(paragraph.start, paragraph.end),
        "page": paragraph.page,
        "start": paragraph.start,
        "end": paragraph.end,
        "speakers": list(paragraph.speakers),
    }


def _decision(document: Document, decision: Decision) -> dict[str, Any]:
    return {
        "kind": decision.kind.value,
        "text": document.words(decision.start, decision.end),
        "proposer": decision.proposer,
        "seconder": decision.seconder,
        "vote": decision.vote,
        "start": decision.start,
        "end": decision.end,
    }


def _action(document: Document, action: Action) -> dict[str, Any]:
    return {
        "kind": action.kind.value,
        "text": document.words(action.start, action.end),
        "by": action.by,
        "start": action.start,
        "end": action.end,
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "subject": vote.subject,
        "outcome": vote.outcome,
        "for": vote.in_favour,
        "against": vote.against,
        "abstain": vote.abstained,
        "names": {
            "for": list(vote.voters.in_favour),
            "against": list(vote.voters.against),
            "abstain": list(vote.voters.abstained),
        },
    }
