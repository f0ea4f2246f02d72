"""A draft of a briefing and what a person has made of it: order, sections left out, edits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.briefing.briefing import Briefing, Section, SectionKind
from assistant.briefing.editing import edited


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A briefing as it is being worked on.

    Args:
        briefing: as it was drafted; never changed.
        order: of all its sections, those left out among them.
        edits: the text of a section as a person left it.
    """

    briefing: Briefing
    order: tuple[SectionKind, ...]
    left_out: frozenset[SectionKind] = frozenset()
    edits: Mapping[SectionKind, str] = field(default_factory=dict)

    def section(self, kind: SectionKind) -> Section:
        """A section with what a person changed in it."""
        drafted = self.drafted(kind)
        return edited(drafted, self.edits[kind]) if kind in self.edits else drafted

    def drafted(self, kind: SectionKind) -> Section:
        """A section as it was drafted."""
        return next(each for each in self.briefing.sections if each.kind is kind)

    def moved(self, kind: SectionKind, by: int) -> "Draft":
        """The section moved down by so many places, up when negative; stopped at the ends."""
        rest = [each for each in self.order if each is not kind]
        rest.insert(max(self.order.index(kind) + by, 0), kind)
        return replace(self, order=tuple(rest))

    def turned(self, kind: SectionKind) -> "Draft":
        """The section left out, or put back when it was."""
        return replace(self, left_out=self.left_out ^ {kind})

    def rewritten(self, kind: SectionKind, text: str) -> "Draft":
        """The section with another text."""
        return replace(self, edits={**self.edits, kind: text})

    def restored(self, kind: SectionKind) -> "Draft":
        """The section as it was drafted."""
        kept = {each: text for each, text in self.edits.items() if each is not kind}
        return replace(self, edits=kept)

    def chosen(self) -> Briefing:
        """The briefing to hand on."""
        sections = [self.section(kind) for kind in self.order if kind not in self.left_out]
        return replace(self.briefing, sections=tuple(sections))


def draft(briefing: Briefing) -> Draft:
    """A fresh draft: all sections in their own order."""
    return Draft(briefing=briefing, order=tuple(each.kind for each in briefing.sections))
