"""Who is using the app."""

from ui.people import person


def test_without_sign_in_everybody_is_the_one_person_of_this_computer_an_editor() -> None:
    assert (person().id, person().name, person().editor) == ("local", None, True)
