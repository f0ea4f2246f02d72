"""Who is using the app, and what they may do."""

from collections.abc import Mapping

import pytest

from ui.people import LOCAL, NotSignedIn, Person, identified, person
from ui.signing_in import Provider, SignInSettings

APP = Provider(client_id="minutes")
NOW = 1_700_000_000
CLAIMS = {
    "is_logged_in": True,
    "iss": "https://id.example.gov.uk",
    "sub": "248289761001",
    "aud": "minutes",
    "iat": NOW - 60,
    "name": "Jo Fenn",
    "email": "Jo.Fenn@marlshire.example",
    "email_verified": True,
}


def known(
    settings: SignInSettings | None = None, claims: Mapping[str, object] = {}, now: float = NOW
) -> Person:
    """The person of whom the provider says what is usual, but for these claims."""
    return identified({**CLAIMS, **claims}, APP, settings or SignInSettings(), now=now)


def test_without_sign_in_everybody_is_the_one_person_of_this_computer_an_editor() -> None:
    assert person() == LOCAL
    assert (LOCAL.id, LOCAL.name, LOCAL.editor) == ("local", None, True)


def test_a_person_is_known_by_issuer_and_subject_and_reads() -> None:
    assert known() == Person(
        id="https://id.example.gov.uk 248289761001", name="Jo Fenn", editor=False
    )
    assert known(claims={"iss": "https://other.example"}).id != known().id


@pytest.mark.parametrize("missing", ["iss", "sub", "is_logged_in"])
def test_nobody_is_known_without(missing: str) -> None:
    with pytest.raises(NotSignedIn):
        known(claims={missing: None})


@pytest.mark.parametrize("audience", ["another", ["another"], [], None])
def test_what_was_said_to_another_app_is_refused(audience: object) -> None:
    with pytest.raises(NotSignedIn, match="another app"):
        known(claims={"aud": audience, "azp": "minutes"})


def test_a_token_may_have_more_audiences_than_this_app() -> None:
    assert known(claims={"aud": ["another", "minutes"]}) == known()


def test_a_sign_in_ends() -> None:
    assert known(SignInSettings(sign_in_hours=2), now=NOW + 3600)
    with pytest.raises(NotSignedIn, match="long ago"):
        known(SignInSettings(sign_in_hours=2), now=NOW + 7200)
    with pytest.raises(NotSignedIn):
        known(claims={"iat": None})


def test_an_editor_is_listed_by_e_mail_whatever_the_case() -> None:
    settings = SignInSettings(editors="someone@marlshire.example, jo.fenn@Marlshire.example")
    assert known(settings).editor
    assert not known(settings, {"email": "other@marlshire.example"}).editor


@pytest.mark.parametrize("verified", [None, False, "false", 1.5])
def test_an_e_mail_counts_only_when_it_is_verified(verified: object) -> None:
    settings = SignInSettings(editors="jo.fenn@marlshire.example")
    assert not known(settings, {"email_verified": verified}).editor


def test_nobody_is_listed_by_an_empty_list() -> None:
    assert not known(SignInSettings(editors=" , "), {"email": ""}).editor


@pytest.mark.parametrize(
    ("claim", "claims"),
    [
        ("roles:minutes-editor", {"roles": ["minutes-editor", "staff"]}),
        ("department:Democratic Services", {"department": "Democratic Services"}),
        ("realm_access.roles:minutes-editor", {"realm_access": {"roles": ["minutes-editor"]}}),
        ("https://marlshire.example/roles:editor", {"https://marlshire.example/roles": ["editor"]}),
    ],
)
def test_an_editor_is_told_by_a_claim(claim: str, claims: dict[str, object]) -> None:
    settings = SignInSettings(editor_claim=claim)
    assert known(settings, claims).editor
    assert not known(settings).editor
    assert not known(settings, dict.fromkeys(claims, "minutes-editors")).editor
