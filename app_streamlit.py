"""The web front door: which pages there are. `streamlit run app_streamlit.py`."""

from pathlib import Path
from typing import Literal

import streamlit as st
from starlette.middleware import Middleware

from ui.components.notice import said_plainly
from ui.headers import SecurityHeaders
from ui.kept_files import KeptFiles
from ui.pages import account, ask, briefing, decisions, evaluate, library, meetings
from ui.people import LOCAL, signed_in
from ui.signing_in import SignInSettings, refuse_strangers
from ui.way_back import WayBack
from vectorstore.settings import from_environment

# A file, not an icon's name: browsers would fetch the picture of a named icon from elsewhere.
ICON = Path(__file__).parent / "ui" / "icon.svg"
STYLE = Path(__file__).parent / "ui" / "page.css"


def show() -> None:
    """Draw the page that is asked for, or the way to sign in."""
    st.set_page_config(page_icon=ICON, layout="centered")
    st.html(STYLE)
    somebody = signed_in()
    # Hidden pages can still be reached by their address: each says whom it is for.
    for_editors = _visible(somebody is not None and somebody.editor)
    page = st.navigation(
        [
            st.Page(ask.show, title="Ask the minutes", url_path="ask", default=True),
            st.Page(briefing.show, title="Briefing", url_path="briefing"),
            st.Page(meetings.show, title="Meetings", url_path="meetings"),
            st.Page(decisions.show, title="Decisions", url_path="decisions"),
            st.Page(library.show, title="Library", url_path="library", visibility=for_editors),
            st.Page(evaluate.show, title="Evaluate", url_path="evaluate", visibility=for_editors),
            st.Page(
                account.show,
                title="Account",
                url_path="account",
                visibility=_visible(somebody != LOCAL),
            ),
        ],
        position="top" if somebody else "hidden",
    )
    if somebody:
        with said_plainly():
            page.run()
    else:
        account.show_sign_in()


def _visible(listed: bool) -> Literal["visible", "hidden"]:
    return "visible" if listed else "hidden"


# The server imports this file for the app; the app runs it as a script whenever a page is drawn.
if __name__ == "__main__":
    show()
else:
    refuse_strangers(st.get_option("server.address"), from_environment(SignInSettings))
    layers = [Middleware(KeptFiles), Middleware(SecurityHeaders), Middleware(WayBack)]
    app = st.App(__file__, middleware=layers)
