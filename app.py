"""The frame of the dashboard: page setup, filters and navigation. Run with `streamlit run`."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st

from data.problems import DataFileProblem
from pages import PAGES, Page
from pages._api import routes as api
from pages._parts import entrance, problems, state
from pages._parts.access import NoEntry
from pages._parts.drawing.what import meanings
from pages._parts.frame import bar, heading
from pages._parts.serving import server

FRAME = Path(__file__).parent / "pages" / "_parts" / "frame"
DEMO = (
    '<p class="bloei-demo"><b>Demogegevens</b>: deze cijfers zijn verzonnen,'
    " geen enkele inwoner bestaat echt.</p>"
)


def main() -> None:
    """Draws the frame and the page that the reader chose, or says in Dutch what is wrong."""
    st.set_page_config(page_icon=str(FRAME / "bloei.svg"), layout="wide")
    scripts = (FRAME / name for name in ("dutch.js", "lists.js", "frame.js"))
    script = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
    pages = {page: _drawn(page) for page in PAGES}
    chosen = st.navigation(list(pages.values()), position="hidden")
    try:
        if entrance.is_open():
            _draw_frame(pages)
            _note_visit(chosen.title)
            chosen.run()
            _draw_menu()
    except NoEntry as refused:
        entrance.show(refused)
    except DataFileProblem as problem:
        problems.show_file_problem(problem)
    except Exception as error:  # whatever goes wrong, a reader sees calm Dutch
        problems.handle(error)


def _drawn(page: Page) -> st.Page:
    return st.Page(page.script, title=page.title, default=page is PAGES[0])


def _note_visit(page: str) -> None:
    # Imported late, as below.
    from pages._parts.frame import visits  # noqa: PLC0415

    visits.note(page)


def _draw_frame(pages: Mapping[Page, st.Page]) -> None:
    # Imported late: its caches log a warning when they are made before the server runs.
    from pages._parts import session  # noqa: PLC0415
    from pages._parts.drawing import taking  # noqa: PLC0415
    from pages._parts.frame import menu  # noqa: PLC0415

    taking.begin()
    results = session.results()
    view = state.follow_address(results.known)
    with st.sidebar:
        menu.draw(pages, is_whole=results.is_whole)
        entrance.draw_person()
    demo = DEMO if results.is_demo else ""
    # The same for every view.
    st.html(demo + results.kept("frame", lambda: meanings() + bar.lists(results.known)))
    for note in (*results.problems, *state.notes()):
        st.html(f'<p class="bloei-note" role="status">{escape(note)}</p>')
    heading.begin()
    bar.draw(view, results.known)


def _draw_menu() -> None:
    # Imported late, as above.
    from pages._parts.drawing import taking  # noqa: PLC0415

    taking.draw_menu()


def _keep_ahead() -> None:
    # Imported late, as above.
    from pages._parts import ahead  # noqa: PLC0415

    ahead.keep_ahead()


if __name__ == "__main__":  # a reader's page is drawn
    main()
else:  # the server starts
    server.open_safely()
    server.ignore_pages_folder()
    server.load_ahead(then=_keep_ahead)
    app = st.App(
        __file__,
        lifespan=server.lifespan,
        routes=(*server.routes(), *api.routes(server.base())),
        middleware=server.MIDDLEWARE,
        on_script_error=problems.handle,
    )
