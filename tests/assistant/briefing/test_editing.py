"""What a person changes is marked as theirs, and nothing loses its citations."""

from assistant.briefing.briefing import Block, Briefing, Line, Section, SectionKind, Voice
from assistant.briefing.editing import edited, section_text

SECTION = Section(
    kind=SectionKind.SUMMARY,
    title="Summary",
    blocks=(
        Block(
            heading="14 October 2021, Cabinet",
            lines=(
                Line(text="The ferry was late.", voice=Voice.MINUTES, citations=(3,)),
                Line(text="Carried: 6 for.", voice=Voice.PROGRAM, citations=(4, 5), label="Vote"),
            ),
        ),
    ),
)
TEXT = """# 14 October 2021, Cabinet
“The ferry was late.” [3]
Vote: Carried: 6 for. [4] [5]"""


def test_a_section_is_shown_with_its_headings_labels_and_markers() -> None:
    assert section_text(SECTION) == TEXT


def test_text_that_was_not_changed_changes_nothing(scooters: Briefing) -> None:
    for section in scooters.sections:
        again = edited(section, section_text(section) + "\n\n")
        assert again == section
        assert not again.edited


def test_a_changed_line_is_a_persons_and_the_others_stay_as_they_were() -> None:
    changed = edited(SECTION, TEXT.replace("“The ferry was late.”", "The ferry came late."))
    [block] = changed.blocks
    assert block.lines[0] == Line(text="The ferry came late.", voice=Voice.PERSON, citations=(3,))
    assert block.lines[1] == SECTION.blocks[0].lines[1]
    assert changed.edited
    assert changed.kept == ()


def test_citations_that_a_text_no_longer_carries_are_kept_beside_it() -> None:
    changed = edited(SECTION, "The ferry is slow, and members know it. [4]")
    assert changed.blocks[0].lines[0].citations == (4,)
    assert changed.kept == (3, 5)
    assert changed.edited


def test_a_marker_that_the_section_never_had_is_no_citation() -> None:
    changed = edited(SECTION, TEXT + "\nFares rose. [99]")
    assert changed.blocks[0].lines[-1] == Line(text="Fares rose.", voice=Voice.PERSON)


def test_an_emptied_section_still_keeps_what_it_rested_on() -> None:
    assert edited(SECTION, " \n").kept == (3, 4, 5)


def test_what_was_dropped_can_be_cited_again() -> None:
    dropped = edited(SECTION, "The ferry is slow.")
    assert edited(dropped, "The ferry is slow. [3]").blocks[0].lines[0].citations == (3,)
