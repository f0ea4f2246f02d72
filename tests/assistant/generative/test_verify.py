"""Sentences over invented minutes: those borne out stay, each kind of false one goes."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generative.cited import cite, even
from assistant.generative.model_text import Claim
from assistant.generative.verify import (
    CHECKS,
    holds_link,
    miscounts,
    misdates,
    misquotes,
    overstates,
    reason_to_remove,
    strays,
)
from tests.assistant.invented import passage
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind
from vectorstore.wording import fold, sentence_spans

SAMPLES = Path(__file__).parents[3] / "samples" / "library"

RESERVE = passage(
    "Mrs Hallow advised that the general reserve stood at £18.4 million and that she would not "
    "wish to see it fall below £15 million. She had asked each director for a plan by the end of "
    "November.",
    id="reserve",
)
COACHES = passage(
    "Ms Birtles said that the number of pupils with a Travel Support Plan (TSP) had risen by 11% "
    "in two years. She intended to bring a revised policy to Cabinet in the summer of 2022.",
    id="coaches",
)
PONIES = passage(
    "RESOLVED that the Council's participation in the rental pony trial in Netherby for twelve "
    "months from 1 March 2022 be approved.",
    id="ponies",
    kind=ParagraphKind.RESOLUTION,
)
FLEET = passage(
    "Mrs Vance asked how private ponies would be told apart. Mr T Orrell replied that the rental "
    "ponies would wear orange blankets. Private ponies were unlawful on cycle tracks, and "
    "enforcement was a matter for Marlshire Police.",
    id="fleet",
)
APPEALS = passage(
    "In 2023/24 there had been 305 appeals, of which 97 had been upheld. The scheme had helped "
    "1013 children, and 75% of households had been given “a lock that nobody could force”.",
    id="appeals",
)
RIDES = passage(
    "Mr Orrell, Head of Stables, presented the evaluation. Between 1 March 2022 and 30 November "
    "2023 there had been 187,300 rides and 341 complaints. Complaints had fallen by a half.",
    id="rides",
)
DOUBTS = passage(
    "Mr Dray said that the trial had been stopped just as it had begun to work. Mr Quill did not "
    "agree. He would not propose another until Parliament had passed a law.",
    id="doubts",
)
BYPASS = passage(
    "Ms Farrow reported that the bypass was estimated to cost £48.6 million, of which the "
    "Department had indicated that it would meet £36.5 million. Subject to planning permission, "
    "the road would open in the autumn of 2025.",
    id="bypass",
)
VOTE = passage(
    "The motion was put to the vote and carried. For: 52 Against: 11 Abstain: 3",
    id="vote",
    kind=ParagraphKind.VOTE,
)


def verdict(text: str, *cited: StoredPassage) -> str | None:
    return reason_to_remove(Claim(text=text, passages=cited, finished=True))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Mrs Hallow said the general reserve was £18.4m.", RESERVE),
        ("She did not want the reserve to fall below £15 million.", RESERVE),
        ("Directors had been asked for plans by the end of November.", RESERVE),
        ("The number of pupils with a TSP had risen by 11 per cent over two years.", COACHES),
        ("A revised policy was to come to Cabinet in summer 2022.", COACHES),
        ("On 14 October 2021 the Cabinet approved the pony trial in Netherby.", PONIES),
        ("The trial in Netherby was approved for 12 months from 1 March 2022.", PONIES),
        ("Under item 88, participation in the rental pony trial was approved.", PONIES),
        ("Mr Orrell said the rental ponies would wear orange blankets.", FLEET),
        ("Enforcement was a matter for Marlshire Police.", FLEET),
        ("There were 305 appeals in 2023/24 and 97 of them were upheld.", APPEALS),
        ("The scheme helped 1,013 children.", APPEALS),
        ('Households were given "a lock that nobody could force".', APPEALS),
        ("Households were given ‘a lock … nobody could force’.", APPEALS),
        ("Between March 2022 and November 2023 there were 341 complaints.", RIDES),
        ("Complaints had halved.", RIDES),
        ("Mr Dray said the trial was stopped just as it began to work.", DOUBTS),
        ("Mr Quill would not propose another trial until Parliament had passed a law.", DOUBTS),
        ("The bypass was estimated to cost £48.6 million.", BYPASS),
        ("Subject to planning permission, the road would open in autumn 2025.", BYPASS),
        ("The motion was carried by 52 votes to 11, with 3 abstentions.", VOTE),
    ],
)
def test_a_faithful_sentence_stays(text: str, cited: StoredPassage) -> None:
    assert verdict(text, cited) is None


@pytest.mark.parametrize(
    ("text", "cited", "told"),
    [
        ("The general reserve stood at £19.4 million.", RESERVE, "£19.4 million"),
        ("The general reserve stood at 18.4 million.", RESERVE, "18.4 million"),
        ("The number of pupils with a TSP had risen by 11 in two years.", COACHES, "11"),
        ("The number of pupils had risen by 11% in three years.", COACHES, "3 years"),
        ("The scheme had helped 1,031 children.", APPEALS, "1,031"),
        ("There were 97 appeals in 2023/24.", APPEALS, "97 of something else"),
        ("There were 341 rides.", RIDES, "341 of something else"),
        ("75% of children had been given a lock.", APPEALS, "75% of something else"),
        ("Complaints had fallen by a third.", RIDES, "proportion"),
    ],
)
def test_a_wrong_number_goes(text: str, cited: StoredPassage, told: str) -> None:
    assert told in (verdict(text, cited) or "")


@pytest.mark.parametrize(
    "text",
    [
        "The trial was approved for twelve months from 2 March 2022.",
        "The trial was approved for twelve months from March 2023.",
        "On 15 October 2021 the rental pony trial was approved.",
        "In 2020 the rental pony trial in Netherby was approved.",
    ],
)
def test_a_wrong_date_goes(text: str) -> None:
    assert "date" in (verdict(text, PONIES) or "")


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Mr Blenkin replied that the rental ponies would wear orange blankets.", FLEET),
        ("Blenkin replied that the rental ponies would wear orange blankets.", FLEET),
        ("Mrs Orrell replied that the rental ponies would wear orange blankets.", FLEET),
        ("Cllr Orrell replied that the rental ponies would wear orange blankets.", FLEET),
        ("Enforcement was a matter for Marlshire Council Police.", FLEET),
        ("The rental pony trial in Overby was approved.", PONIES),
        ("The rental pony trial in Netherby was approved by Marlshire Police.", PONIES),
    ],
)
def test_an_invented_name_goes(text: str, cited: StoredPassage) -> None:
    assert "do not name" in (verdict(text, cited) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Vance replied that the rental ponies would wear orange blankets.",
        "Mrs Vance said that private ponies were unlawful on cycle tracks.",
    ],
)
def test_words_given_to_another_speaker_go(text: str) -> None:
    assert "do not give these words to Vance" in (verdict(text, FLEET) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Households were given “a lock that everybody could force”.",
        "Households were given “a lock nobody could force”.",
        "Households were given “a LOCK that nobody could force”.",
        "Households were given 'a door that nobody could force'.",
        "Households were given “force … a lock that nobody could”.",
        "Households were given “a lock that nobody could force.",
    ],
)
def test_a_changed_quotation_goes(text: str) -> None:
    assert misquotes(even(text), cite([APPEALS]))


@given(st.sampled_from(RESERVE.text.split()), st.sampled_from(["purple", "ledgers", "seldom"]))
def test_a_quotation_with_one_word_changed_always_goes(old: str, new: str) -> None:
    changed = RESERVE.text.replace(old, new, 1).replace("'", "")
    assert misquotes(even(f"She said: “{changed}”"), cite([RESERVE]))
    assert misquotes(even(f"She said: “{RESERVE.text}”"), cite([RESERVE])) is None


def test_quotation_marks_dashes_and_line_breaks_of_another_kind_are_the_same_words() -> None:
    cited = passage("He called it the council’s\n “last – and  only” hope.")
    assert (
        misquotes(even("He called it 'the council's \"last - and only\" hope'."), cite([cited]))
        is None
    )


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Private ponies were not unlawful on cycle tracks.", FLEET),
        ("She would wish to see the reserve fall below £15 million.", RESERVE),
        ("The trial had not been stopped just as it had begun to work.", DOUBTS),
        ("The participation in the rental pony trial in Netherby was never approved.", PONIES),
        ("The motion was put to the vote and lost.", VOTE),
        ("Complaints had risen by a half.", RIDES),
    ],
)
def test_a_turned_meaning_goes(text: str, cited: StoredPassage) -> None:
    assert re.search("denies|opposite", verdict(text, cited) or "")


def test_a_condition_left_out_goes() -> None:
    assert "condition" in (verdict("The road would open in the autumn of 2025.", BYPASS) or "")


def test_what_is_only_intended_is_not_reported_as_done() -> None:
    text = "Ms Birtles brought a revised policy to Cabinet in the summer of 2022."
    assert "intend" in (verdict(text, COACHES) or "")


def test_a_decision_that_was_only_talk_goes() -> None:
    text = "The Cabinet approved orange blankets for the rental ponies."
    assert overstates(text, cite([FLEET]))
    assert overstates("The Cabinet approved the rental pony trial.", cite([PONIES])) is None


def test_another_passages_text_is_not_borne_out_by_the_one_cited() -> None:
    assert strays("The scheme had helped children and households.", cite([RIDES]))
    assert verdict("Complaints had fallen by a half.", APPEALS)
    assert verdict("Complaints had fallen by a half.", APPEALS, RIDES) is None


def test_a_sentence_without_a_passage_goes() -> None:
    assert verdict("The motion was carried.") == "it cites no passage"


def test_a_sentence_that_was_cut_off_goes() -> None:
    claim = Claim(text="The motion was put to the vote", passages=(VOTE,), finished=False)
    assert reason_to_remove(claim) == "it is cut off"


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example/x", "HTTPS://evil.example", "www.evil.example", "evil.example",
        "mailto:a@evil.example", "javascript:alert(1)", "clerk@evil.example",
        "[here](x)", "![x](y)", "<img src=x>",
    ],
)  # fmt: skip
def test_an_address_goes_even_when_the_minutes_hold_it(address: str) -> None:
    poisoned = passage(f"The Clerk said that the form stood at {address} for all.")
    assert verdict(f"The Clerk said that the form stood at {address} for all.", poisoned)
    assert holds_link(f"See {address}", cite([poisoned]))


def test_a_date_not_recorded_bears_out_no_date() -> None:
    undated = passage("The pony trial was discussed.", date=None)
    assert misdates("The pony trial was discussed on 14 October 2021.", cite([undated]))
    assert misdates("The pony trial was discussed.", cite([undated])) is None


def test_a_meetings_year_bears_out_no_count() -> None:
    held = passage("There were many appeals.", date=datetime.date(2021, 10, 14))
    assert misdates("In 2021 there were many appeals.", cite([held])) is None
    assert miscounts("There were 14 appeals.", cite([held]))


def test_the_minutes_own_sentences_are_all_borne_out() -> None:
    """Every check may be strict, but none may remove what the minutes say word for word."""
    checked = 0
    for file in sorted(SAMPLES.glob("*.txt")):
        for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            held = passage(paragraph) if paragraph.strip() else None
            for start, end in sentence_spans(paragraph):
                text = fold(paragraph[start:end])
                if held and len(text) > 30:
                    assert verdict(text, held) is None, text
                    checked += 1
    assert checked > 400


@given(st.text(max_size=300), st.text(min_size=1, max_size=300))
def test_no_text_breaks_a_check(text: str, raw: str) -> None:
    cited = cite([passage(raw)])
    for check in CHECKS:
        reason = check(even(text), cited)
        assert reason is None or reason


WORDS = st.lists(
    st.sampled_from(
        "the trial ponies were not approved Mr Orrell said 341 £18.4 million % half “ ” ' in March "
        "2022 would Netherby , . ; and but if http://x.example".split()
    ),
    max_size=25,
).map(" ".join)


@given(WORDS)
def test_whatever_passes_holds_only_numbers_of_the_minutes_and_no_link(text: str) -> None:
    if verdict(text, RIDES) is None:
        assert "http" not in text
        assert "18.4" not in text
        assert "Netherby" not in text
