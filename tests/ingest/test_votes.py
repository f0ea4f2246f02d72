"""Recorded votes."""

import pytest

from ingest.body import read_body
from ingest.lines import lay_out
from vectorstore.records import Vote, Voters


def votes(text: str) -> tuple[Vote, ...]:
    layout = lay_out(text)
    return read_body(layout, layout.lines).votes


def counts(vote: Vote) -> tuple[str | None, str | None, int | None, int | None, int | None]:
    return vote.subject, vote.outcome, vote.in_favour, vote.against, vote.abstained


def test_a_vote_has_its_counts_outcome_and_subject() -> None:
    text = (
        "(1) Mr Pell proposed and Ms Rook seconded that the pond be drained. He was sure of it.\n\n"
        "(2) The Chairman put the motion to the vote:\n\nFor (2)\n\nMr A Pell, Ms B Rook\n\n"
        "Against (1)\n\nDr C Dale\n\nAbstain (0)\n\nMotion carried."
    )
    (vote,) = votes(text)
    assert counts(vote) == ("the pond be drained", "carried", 2, 1, 0)
    assert text[vote.start :].startswith("For (2)")
    assert text[: vote.end].endswith("Motion carried.")


def test_an_amendment_and_the_recommendation_have_subjects_of_their_own() -> None:
    text = (
        "(1) Mr Pell proposed and Ms Rook seconded, as an amendment, that it wait.\n\n"
        "(2) The Chairman put the amendment to the vote:\n\nFor (1)\n\nMr A Pell\n\n"
        "Against (2)\n\nDr C Dale, Ms D Eve\n\nAmendment lost.\n\n"
        "(3) The Chairman put the recommendation to the vote:\n\nFor (2)\n\nDr C Dale, Ms D Eve\n\n"
        "Against (0)\n\nMotion carried."
    )
    first, second = votes(text)
    assert counts(first) == ("it wait", "lost", 1, 2, None)
    assert counts(second) == ("the recommendation", "carried", 2, 0, None)


def test_a_vote_told_in_a_sentence_is_recorded() -> None:
    (vote,) = votes("The motion was carried by nine votes to 2 with 1 abstention.")
    assert counts(vote) == (None, "carried", 9, 2, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The amendment fell by 3 votes to 8.", ("lost", 3, 8)),
        ("It was carried by seven votes to four.", ("carried", 7, 4)),
        ("On being put to the vote there were 3 voting for and 8 against.", (None, 3, 8)),
        ("Votes: for 2 (Cllrs Pell, Rook); against 1 (Cllr Dale).", (None, 2, 1)),
    ],
)
def test_a_vote_may_be_told_in_many_words(words: str, told: tuple[str | None, int, int]) -> None:
    (vote,) = votes(words)
    assert (vote.outcome, vote.in_favour, vote.against) == told


@pytest.mark.parametrize(
    "words",
    [
        "It was lost, due to frost.",
        "Salt was carried by 4 lorries to 7 depots.",
        "It was lost, 2 for one having been promised.",
    ],
)
def test_what_was_carried_or_lost_otherwise_is_no_vote(words: str) -> None:
    assert votes(words) == ()


def test_an_outcome_without_a_count_has_no_numbers() -> None:
    (vote,) = votes("(1) Mr Pell moved and Ms Rook seconded that it end.\n\nMotion withdrawn.")
    assert counts(vote) == ("it end", "withdrawn", None, None, None)


def test_a_count_without_an_outcome_is_kept() -> None:
    (vote,) = votes("For (3)\n\nA, B, C\n\nAgainst (1)\n\nD\n\n(2) The meeting went on.")
    assert vote.outcome is None
    assert (vote.in_favour, vote.against) == (3, 1)


def test_the_names_of_voters_belong_to_their_side_on_wrapped_lines_too() -> None:
    text = (
        "1. The Chairman put it to the vote and the votes that were cast were as follows:\n"
        "For (3)\nMr A Pell, Ms B Rook, and the one whose name is so long that it runs on, Mrs S\n"
        "Varley\nAgainst (1)\nDr C Dale\nMotion carried.\n2. The meeting went on until\nnight."
    )
    layout = lay_out(text)
    words = [
        " ".join(text[p.start : p.end].split()) for p in read_body(layout, layout.lines).paragraphs
    ]
    assert words[1].startswith("For (3) Mr A Pell")
    assert words[1].endswith("Mrs S Varley")
    assert words[2:] == [
        "Against (1) Dr C Dale",
        "Motion carried.",
        "The meeting went on until night.",
    ]


def test_a_sentence_for_something_is_no_vote() -> None:
    assert votes("For 3 years the pond had been dry. Members were against draining it.") == ()


def test_names_in_lines_and_columns_are_the_voters_of_their_side() -> None:
    text = (
        "For (4)\n\nMr A Pell\tMs B Rook\n\nDr C Dale\tMrs D O’Hara\n\nAgainst (1)\n\nMr E Fry\n\n"
        "Motion carried.\n\nMr Pell thanked the Committee, the officers and all others."
    )
    (vote,) = votes(text)
    assert vote.voters.in_favour == ("Mr A Pell", "Ms B Rook", "Dr C Dale", "Mrs D O’Hara")
    assert vote.voters.against == ("Mr E Fry",)


def test_names_that_go_on_after_a_gap_belong_to_their_side_and_no_sentence_does() -> None:
    text = (
        "For (4)\n\nMr A Pell, Ms B Rook,\n\nDr C Dale and Mrs D O’Hara\n\nAgainst (2)\n\n"
        "Mr E Fry\n\nMr Pell thanked the Committee, the officers and all others for that.\n"
    )
    (vote,) = votes(text)
    assert len(vote.voters.in_favour) == 4
    assert vote.voters.against == ("Mr E Fry",)
    assert text[: vote.end].endswith("Mr E Fry")


def test_what_was_lost_had_the_larger_number_against_it() -> None:
    (vote,) = votes("The amendment was put to the vote and lost by 9 votes to 3.")
    assert counts(vote) == ("the amendment", "lost", 3, 9, None)


def test_what_was_moved_in_points_is_the_subject_with_its_points() -> None:
    (vote,) = votes(
        "(1) Mr Pell proposed and Ms Rook seconded that:\n\n“The Council agrees to:\n\n"
        "(a) drain the pond; and\n\n(b) plant willows.”\n\n(2) For (1)\n\nMr A Pell\n\n"
        "Against (0)\n\nMotion carried."
    )
    assert vote.subject == "The Council agrees to: drain the pond; and plant willows"


def test_a_count_may_come_before_its_side() -> None:
    (vote,) = votes("The motion was carried with 52 votes for, 3 against and 11 abstentions.")
    assert counts(vote) == (None, "carried", 52, 3, 11)


def test_sides_in_a_row_without_brackets_are_counted_and_years_are_not() -> None:
    (vote,) = votes("The Chairman put it: For 8; Against 4; Abstentions 1. The motion was CARRIED.")
    assert counts(vote) == (None, "carried", 8, 4, 1)
    (vote,) = votes("The motion, for 8 years against 4 before, was carried.")
    assert counts(vote) == (None, "carried", None, None, None)


def test_names_may_stand_before_their_number() -> None:
    (vote,) = votes(
        "For: Mr A Pell, Ms B Rook (2)\n\nAgainst: Mr C Dale (1)\n\nAbstain: None (0)\n\n"
        "The motion was carried."
    )
    assert counts(vote)[1:] == ("carried", 2, 1, 0)
    assert vote.voters == Voters(in_favour=("Mr A Pell", "Ms B Rook"), against=("Mr C Dale",))


def test_members_named_for_a_side_without_its_count_are_counted() -> None:
    (vote,) = votes(
        "(1) The following Members voted for it:\n\nMr A Pell, Mrs B Rook.\n\n"
        "And the following Members voted against it:\n\nMr C Finch.\n\n"
        "There were two Members that abstained:\n\nMs D Wren and Dr E Dale.\n\n"
        "The motion was carried."
    )
    assert counts(vote) == (None, "carried", 2, 1, 2)
    assert vote.voters == Voters(
        in_favour=("Mr A Pell", "Mrs B Rook"),
        against=("Mr C Finch",),
        abstained=("Ms D Wren", "Dr E Dale"),
    )


def test_surnames_in_columns_belong_to_their_side() -> None:
    (vote,) = votes("For (4)\nPell\tRook\n\nFinch\tWren\n\nAgainst (0)\nNone\n\nCARRIED")
    assert counts(vote) == (None, "carried", 4, 0, None)
    assert vote.voters.in_favour == ("Pell", "Rook", "Finch", "Wren")


def test_a_dash_before_the_names_is_no_part_of_them() -> None:
    (vote,) = votes("For (2) – Mr A Pell and Mrs B Rook\n\nAgainst (0)\n\nMotion Carried")
    assert vote.voters.in_favour == ("Mr A Pell", "Mrs B Rook")


def test_an_outcome_may_stand_alone_or_have_its_counts_in_brackets() -> None:
    moved = "(1) Mr Pell moved and Mrs Rook seconded that it end."
    assert [counts(each) for each in votes(f"{moved}\n\nCarried unanimously")] == [
        ("it end", "carried", None, None, None)
    ]
    lost = f"{moved}\n\nMotion lost (For 20, Against 41, Abstentions 2)"
    assert [counts(each) for each in votes(lost)] == [("it end", "lost", 20, 41, 2)]


def test_what_was_lost_had_the_larger_number_against_it_however_it_is_told() -> None:
    (by,) = votes("The motion was lost by 4 votes to 2.")
    (without,) = votes("On being put to the vote the motion was lost 3 votes to 10.")
    assert (by.in_favour, by.against) == (2, 4)
    assert (without.in_favour, without.against) == (3, 10)


def test_a_resolution_may_give_the_counts_it_was_carried_with() -> None:
    (vote,) = votes("RESOLVED, with 8 votes in favour, 2 against and 1 abstention, that it end.")
    assert counts(vote) == (None, "carried", 8, 2, 1)


def test_names_after_a_vote_that_a_sentence_told_are_of_that_vote() -> None:
    text = (
        "(1) Mr Pell proposed and Ms Rook seconded that the pond be drained.\n\n"
        "(2) The motion was carried by 2 votes to 1.\n\nFor (2)\n\nMr A Pell, Ms B Rook\n\n"
        "Against (1)\n\nDr C Dale\n\n(3) The meeting closed."
    )
    (vote,) = votes(text)
    assert counts(vote) == ("the pond be drained", "carried", 2, 1, None)
    assert vote.voters == Voters(in_favour=("Mr A Pell", "Ms B Rook"), against=("Dr C Dale",))
    assert text[: vote.end].endswith("Dr C Dale")


def test_names_after_an_outcome_without_counts_give_it_its_counts() -> None:
    text = "(1) The motion was carried.\n\nFor (2)\n\nMr A Pell, Ms B Rook\n\nAgainst (0)"
    (vote,) = votes(text)
    assert counts(vote) == (None, "carried", 2, 0, None)


def test_sides_of_the_next_vote_stay_apart_from_the_outcome_before_them() -> None:
    text = (
        "(1) The amendment was lost by 3 votes to 1.\n\nFor (3)\n\nMr A Pell, Ms B Rook, Dr C Dale"
        "\n\nAgainst (1)\n\nMs D Eve\n\nMotion carried."
    )
    assert [counts(vote)[1:] for vote in votes(text)] == [
        ("lost", 1, 3, None),
        ("carried", 3, 1, None),
    ]
