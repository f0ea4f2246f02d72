"""The web front door: which pages there are. `streamlit run app_streamlit.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.headers import SecurityHeaders
from ui.pages import ask, briefing, decisions, meetings

# A file, not an icon's name: browsers would fetch the picture of a named icon from elsewhere.
ICON = Path(__file__).parent / "ui" / "icon.svg"


def show() -> None:
    """Draw the page that is asked for, under the names of all."""
    st.set_page_config(page_title="Ask the minutes", page_icon=ICON, layout="centered")
    st.navigation(
        [
            st.Page(ask.show, title="Ask the minutes", url_path="ask", default=True),
            st.Page(briefing.show, title="Briefing", url_path="briefing"),
            st.Page(meetings.show, title="Meetings", url_path="meetings"),
            st.Page(decisions.show, title="Decisions", url_path="decisions"),
        ],
        position="top",
    ).run()


# The server imports this file for the app; the app runs it as a script whenever a page is drawn.
if __name__ == "__main__":
    show()
else:
    app = st.App(__file__, middleware=[Middleware(SecurityHeaders)])
