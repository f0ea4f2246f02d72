"""The web front door: which pages there are. `streamlit run app_streamlit.py`."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.navigation.page import StreamlitPage

from ui.headers import SecurityHeaders
from ui.pages import account, ask, briefing, decisions, meetings
from ui.people import LOCAL, signed_in
from ui.signing_in import SignInSettings, refuse_strangers
from vectorstore.settings import from_environment

# A file, not an icon's name: browsers would fetch the picture of a named icon from elsewhere.
ICON = Path(__file__).parent / "ui" / "icon.svg"


def show() -> None:
    """Draw the page that is asked for, under the names of those that a person has use for."""
    st.set_page_config(page_title="Ask the minutes", page_icon=ICON, layout="centered")
    somebody = signed_in()
    st.navigation(
        [
            _page(ask.show, "Ask the minutes", "ask", default=True),
            _page(briefing.show, "Briefing", "briefing"),
            _page(meetings.show, "Meetings", "meetings"),
            _page(decisions.show, "Decisions", "decisions"),
            *([_page(account.show, "Account", "account")] if somebody != LOCAL else []),
        ],
        position="top" if somebody else "hidden",
    ).run()


def _page(
    draw: Callable[[], None], title: str, path: str, *, default: bool = False, listed: bool = True
) -> StreamlitPage:
    return st.Page(
        account.signed_in_only(draw),
        title=title,
        url_path=path,
        default=default,
        visibility="visible" if listed else "hidden",
    )


# The server imports this file for the app; the app runs it as a script whenever a page is drawn.
if __name__ == "__main__":
    show()
else:
    refuse_strangers(st.get_option("server.address"), from_environment(SignInSettings))
    app = st.App(__file__, middleware=[Middleware(SecurityHeaders)])
