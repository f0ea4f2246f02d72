"""What a briefing tells, over the sample minutes."""

import datetime

from assistant.briefing.briefing import Briefing, Line, Scope, Section, SectionKind, Voice
from assistant.briefing.composition import brief
from tests.assistant.briefing.conftest import DRAFTED
from vectorstore.edition import Edition
from vectorstore.wording import fold


def section(briefing: Briefing, kind: SectionKind) -> Section:
    [found] = [each for each in briefing.sections if each.kind is kind]
    return found


def lines(found: Section) -> list[Line]:
    return [line for block in found.blocks for line in block.lines]


def test_every_quote_is_verbatim_in_its_source(scooters: Briefing, edition: Edition) -> None:
    assert len(scooters.citations) > 40
    for citation in scooters.citations:
        text = edition.document(citation.reference.document).text
        assert citation.exact
        assert citation.quote == fold(text[citation.start : citation.end])


def test_every_line_of_the_minutes_stands_in_what_it_cites(scooters: Briefing) -> None:
    quotes = {citation.number: citation.quote for citation in scooters.citations}
    for each in scooters.sections:
        for line in lines(each):
            if line.voice is Voice.MINUTES:
                assert any(line.text in quotes[number] for number in line.citations)


def test_citations_are_numbered_as_they_are_first_met(scooters: Briefing) -> None:
    met = [
        number for each in scooters.sections for line in lines(each) for number in line.citations
    ]
    assert list(dict.fromkeys(met)) == list(range(1, len(scooters.citations) + 1))


def test_every_meeting_at_which_it_came_up_is_in_the_timeline_in_order(scooters: Briefing) -> None:
    labels = [line.label or "" for line in lines(section(scooters, SectionKind.TIMELINE))]
    held = [fold(label.split(",")[0]) for label in labels]
    assert held[0] == "14 October 2021"
    assert held[-1] == "Date not recorded"
    dates = [datetime.datetime.strptime(day, "%d %B %Y") for day in held[:-1]]
    assert dates == sorted(dates)
    assert len(dates) >= 13


def test_a_meeting_and_the_plan_it_adopted_are_one_meeting(scooters: Briefing) -> None:
    [counted, *_] = lines(section(scooters, SectionKind.SUMMARY))
    assert counted.text.startswith("The topic came up at 14 meetings, from 14 October 2021")
    labels = [line.label for line in lines(section(scooters, SectionKind.TIMELINE))]
    assert len(labels) == len(set(labels)) == 14


def test_the_point_of_a_list_comes_with_who_made_it(scooters: Briefing) -> None:
    told = [line.text for line in section(scooters, SectionKind.SAID).blocks[0].lines]
    point = next(place for place, text in enumerate(told) if text.startswith("no more than 250"))
    assert told[point - 1] == "Mr Okafor explained that:"


def test_a_decision_that_the_source_cuts_off_is_told_to_be_so(scooters: Briefing) -> None:
    cut_off = [
        block
        for block in section(scooters, SectionKind.DECISIONS).blocks
        if block.lines[0].text.endswith("figures for seizures be brought to the")
    ]
    assert [line.text for line in cut_off[0].lines[1:]] == [
        "The library holds only the beginning of this item."
    ]


def test_a_decision_tells_who_moved_it_and_how_the_votes_fell(scooters: Briefing) -> None:
    [ended] = [
        block
        for block in section(scooters, SectionKind.DECISIONS).blocks
        if "recommended to end the rental" in block.lines[0].text
    ]
    assert ended.heading == (
        "20 June 2023, Environment and Transport Committee, Marlshire County Council – "
        "Petition - electric scooters in Castermouth"
    )
    assert [line.text for line in ended.lines[1:]] == [
        "Proposed by Mr Kettleby and seconded by Mrs Applin.",
        "Carried: 8 for, 3 against, 1 abstained.",
    ]
    assert all(line.citations for line in ended.lines)


def test_a_lost_motion_is_told_as_lost(scooters: Briefing) -> None:
    motions = [
        block
        for block in section(scooters, SectionKind.DECISIONS).blocks
        if block.lines[0].label == "Motion"
    ]
    assert len(motions) == 2
    assert all(block.lines[-1].text.startswith("Lost: 4 for") for block in motions)


def test_a_later_minute_is_only_a_possible_follow_up_with_its_words(scooters: Briefing) -> None:
    open_still, followed = section(scooters, SectionKind.ACTIONS).blocks
    assert open_still.heading == "No later minute was found that may report back"
    asked, reported = followed.lines
    assert "undertook to provide a breakdown of the injuries" in asked.text
    assert (reported.label or "").startswith("Possible follow-up, 12 September 2023")
    assert reported.text.startswith("Mr Okafor reported on the breakdown of injuries by age")
    assert reported.citations


def test_what_is_not_recorded_is_said(scooters: Briefing) -> None:
    silences = [line.text for line in lines(section(scooters, SectionKind.SILENCE))]
    assert "The date of 1 meeting quoted here is not recorded." in silences
    assert any(each.startswith("No vote is recorded on") for each in silences)


def test_silence_on_a_topic_makes_no_sections_about_it(edition: Edition) -> None:
    briefing = brief(edition, Scope(topic="mermaids"), DRAFTED)
    assert [each.kind for each in briefing.sections] == [
        SectionKind.PURPOSE,
        SectionKind.SILENCE,
        SectionKind.SOURCES,
    ]
    assert briefing.citations == ()
    [silence] = lines(section(briefing, SectionKind.SILENCE))
    assert silence.text == "Nothing on this was found in the minutes that were searched."


def test_committees_and_period_limit_what_is_told(edition: Edition) -> None:
    scope = Scope(topic="e-scooters since 2023", committees=("Cabinet", "Scrutiny Committee"))
    briefing = brief(edition, scope, DRAFTED)
    assert briefing.scope.topic == "e-scooters"
    assert briefing.scope.since == datetime.date(2023, 1, 1)
    references = [citation.reference for citation in briefing.citations]
    assert {each.committee for each in references} == {"Cabinet", "Scrutiny Committee"}
    assert all(each.date is None or each.date.year >= 2023 for each in references)
    assert briefing.coverage.committees == ("Cabinet", "Scrutiny Committee")


def test_two_drafts_of_one_day_are_the_same(scooters: Briefing, edition: Edition) -> None:
    assert brief(edition, Scope(topic="e-scooters"), DRAFTED) == scooters
