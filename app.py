"""The frame of the dashboard: page setup, filters and navigation. Run with `streamlit run`."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from analytics.scope.sentences import audience_words
from analytics.scope.view import to_query
from data.problems import DataFileProblem
from pages._parts import entrance, filters, problems, server, state
from pages._parts.access import NoEntry
from pages._parts.style import stylesheet

PARTS = Path(__file__).parent / "pages" / "_parts"
DEMO = "<b>Demogegevens</b>: deze cijfers zijn verzonnen, geen enkele inwoner bestaat echt."


def main() -> None:
    """Draws the frame and the page that the reader chose, or says in Dutch what is wrong."""
    st.set_page_config(
        page_title="Buurt in Bloei", page_icon=str(PARTS / "bloei.svg"), layout="wide"
    )
    st.html(stylesheet())
    script = (PARTS / "dutch.js").read_text(encoding="utf-8")
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
    pages = _pages()
    chosen = st.navigation(pages, position="hidden")
    try:
        if entrance.is_open():
            _draw_frame(pages)
            _note_visit(chosen.title)
            chosen.run()
    except NoEntry as refused:
        entrance.show(refused)
    except DataFileProblem as problem:
        problems.show_file_problem(problem)
    except Exception as error:  # whatever goes wrong, a reader sees calm Dutch
        problems.handle(error)


def _pages() -> dict[str, list[st.Page]]:
    """The pages by section, in the order in which they stand beside every page."""
    return {
        "": [
            st.Page("pages/overzicht/overzicht.py", title="Overzicht", default=True),
            st.Page("pages/kaart/kaart.py", title="Kaart"),
            st.Page("pages/gebied/gebied.py", title="Gebied"),
        ],
        "Uitrol": [
            st.Page("pages/uitrol/stand.py", title="Waar staan we"),
            st.Page("pages/uitrol/leeftijd.py", title="Op dezelfde leeftijd"),
            st.Page("pages/uitrol/doelen.py", title="Halen we de doelen"),
            st.Page("pages/uitrol/vergelijken.py", title="Eerlijk vergelijken"),
            st.Page("pages/uitrol/veranderd.py", title="Wat is er veranderd"),
        ],
        "Uitkomsten": [
            st.Page("pages/uitkomsten/blijven.py", title="Blijven ze?"),
            st.Page("pages/uitkomsten/wachttijd.py", title="Tot een match"),
        ],
        "Witte vlekken": [
            st.Page("pages/witte_vlekken/te_weinig.py", title="Waar is te weinig?"),
            st.Page("pages/witte_vlekken/vraag_aanbod.py", title="Vraag en aanbod"),
            st.Page("pages/witte_vlekken/advies.py", title="Advies"),
            st.Page("pages/witte_vlekken/wat_als.py", title="Wat als"),
        ],
        "Naar buiten": [st.Page("pages/export/export.py", title="Export")],
        "Beheer": [
            st.Page("pages/beheer/laden.py", title="Gegevens laden"),
            st.Page("pages/beheer/versies.py", title="Versies"),
            st.Page("pages/beheer/kwaliteit.py", title="Gegevenskwaliteit"),
            st.Page("pages/beheer/gebruik.py", title="Gebruik"),
        ],
    }


def _note_visit(page: str) -> None:
    # Imported late, as below.
    from pages._parts import visits  # noqa: PLC0415

    visits.note(page)


def _draw_frame(pages: Mapping[str, Sequence[st.Page]]) -> None:
    # Imported late: its caches log a warning when they are made before the server runs.
    from pages._parts import session  # noqa: PLC0415

    results = session.results()
    view = state.follow_address(results.known)
    with st.sidebar:
        st.html('<p class="bloei-name">Buurt in Bloei</p>')
        for section, links in pages.items():
            if section:
                st.html(f'<p class="bloei-section">{escape(section)}</p>')
            for page in links:
                st.page_link(page, query_params=to_query(view), width="stretch")
        filters.draw(view, results.known)
        entrance.draw_person()
    if results.is_demo:
        st.html(f'<p class="bloei-demo">{DEMO}</p>')
    for note in state.notes():
        st.html(f'<p class="bloei-note" role="status">{escape(note)}</p>')
    words = audience_words(results.audience, results.threshold)
    st.html(f'<p class="bloei-audience">{escape(words)}</p>')


if __name__ == "__main__":  # a reader's page is drawn
    main()
else:  # the server starts
    server.open_safely()
    server.ignore_pages_folder()
    server.load_ahead()
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.MIDDLEWARE,
        on_script_error=problems.handle,
    )
