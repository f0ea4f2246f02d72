"""What stands before the first item of business: venue, contact, those present."""

from vectorstore.records import AgendaItem, Meeting


def is_preface(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether an item is no business: it has neither number nor title, and others follow."""
    named = item.title or item.number or item.minute_number
    return not named and len(meeting.items) > 1
