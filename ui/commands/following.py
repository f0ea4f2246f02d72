"""Commands that keep the library up to date with web sites: `sources` and `update`."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.opening import open_library
from ui.commands.options import Json
from ui.commands.printing import print_json
from ui.commands.reporting import run_ingestion

if TYPE_CHECKING:
    from ingest.sites.settings import SiteSettings
    from vectorstore.following import Followed
    from vectorstore.library import Library

_NOTHING = "Nothing is followed yet: `minutes ingest https://…` follows a site."

sources = typer.Typer(help="List the web sites that the library follows, or remove one.")


def update(as_json: Json = False) -> None:
    """Look at everything that is followed: new, changed and withdrawn minutes."""
    from vectorstore.following import open_following

    library = open_library()
    with open_following(library.settings.home) as following:
        followed = following.followed()
    if not followed and not as_json:
        typer.echo(_NOTHING)
        return
    _refresh(library, followed, as_json=as_json)


@sources.callback(invoke_without_command=True)
def list_sources(context: typer.Context, as_json: Json = False) -> None:
    """List the web sites that the library follows."""
    from ui.terminal import followed, text
    from vectorstore.following import followed_json, open_following

    if context.invoked_subcommand is not None:
        return
    with open_following(open_library().settings.home) as following:
        listed = [(each, following.count(each)) for each in following.followed()]
    if as_json:
        print_json(followed_json(listed))
    elif listed:
        text.show(followed.sources(listed))
    else:
        typer.echo(_NOTHING)


@sources.command()
def remove(
    address: Annotated[str, typer.Argument(help="As `minutes sources` lists it.")],
    committee: Annotated[
        str | None, typer.Option(help="Only what was followed of this committee.")
    ] = None,
) -> None:
    """Follow a site no longer; its minutes stay in the library."""
    from ingest.sites.addresses import place_of
    from vectorstore.following import open_following

    wanted = place_of(address).address
    with open_following(open_library().settings.home) as following:
        found = [
            each
            for each in following.followed()
            if each.address == wanted and committee in (None, each.committee)
        ]
        for each in found:
            following.unfollow(each)
    if not found:
        raise typer.BadParameter(f"{wanted} is not followed: `minutes sources` lists what is.")
    typer.echo(f"{wanted} is followed no longer; its minutes stay in the library.")


def follow(wanted: "list[Followed]", *, dry_run: bool, as_json: bool) -> None:
    """Read sites, and follow them from now on; a dry run only says what it would fetch."""
    from ingest.sites.job import planned
    from ui.terminal import followed, text
    from vectorstore.following import SCHEMA

    library = open_library()
    if not dry_run:
        _refresh(library, wanted, as_json=as_json)
        return
    plans = {each.address: planned(library, each, _settings()) for each in wanted}
    if as_json:
        told = [{"address": address, **plan.to_json()} for address, plan in plans.items()]
        print_json({"schema": SCHEMA, "sources": told})
    else:
        for plan in plans.values():
            text.show(followed.plan(plan))


def _refresh(library: "Library", wanted: "list[Followed]", *, as_json: bool) -> None:
    from ingest.limits import ReadingLimits
    from ingest.reading_room import ReadingRoom
    from ingest.sites.job import refresh
    from vectorstore.settings import from_environment

    settings = _settings()
    with ReadingRoom(from_environment(ReadingLimits)) as room:
        run_ingestion(
            lambda tell: refresh(library, wanted, settings, room, progress=tell), as_json=as_json
        )


def _settings() -> "SiteSettings":
    from ingest.sites.settings import SiteSettings
    from vectorstore.settings import from_environment

    return from_environment(SiteSettings)
