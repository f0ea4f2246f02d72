"""The JSON of a search: scripts rely on its keys and their order."""

from tests.assistant.invented import passage
from vectorstore.found import Hit
from vectorstore.search_json import search_json

HIT = Hit(rank=1, score=0.83214, similarity=0.8, keyword=0.9, passage=passage("Late  on\n40 days."))


def test_a_search_has_the_keys_of_the_contract_in_their_order() -> None:
    given = search_json("late", [HIT], seconds=0.12345)
    assert list(given) == ["schema", "query", "passages", "seconds"]
    [found] = given["passages"]
    assert (
        list(found)
        == (
            "rank score text start end document title council committee date item item_title "
            "paragraph page url passage status"
        ).split()
    )


def test_a_passage_is_its_words_with_white_space_folded() -> None:
    [found] = search_json("late", [HIT], seconds=0)["passages"]
    assert found["text"] == "Late on 40 days."
    assert (found["rank"], found["score"], found["date"]) == (1, 0.8321, "2021-10-14")
