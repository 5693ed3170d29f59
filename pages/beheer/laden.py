"""Gegevens laden: drop the files of a delivery, see what is recognised, rehearse, load."""

from pathlib import Path

import streamlit as st

from analytics.scope.view import to_query
from data.access.record import What
from data.delivery.overview import SheetOverview
from data.delivery.process import Child, Job
from data.delivery.recognising import recognised
from data.delivery.recognition.mapping import kept_mapping
from data.problems import DeliveryRefused
from pages._parts import access, cards, handing, session, state
from pages._parts.serving import uploads
from pages._parts.serving.uploads import Dropped
from pages.beheer import _recognised, _report, _work

KINDS = ("csv", "txt", "tsv", "xlsx", "xlsm", "ods", "xls", "parquet", "duckdb", "zip", "gz")
REHEARSAL, LOAD, RECOGNISED, DROPPED = (
    "load-rehearsal",
    "load-load",
    "load-recognised",
    "load-files",
)
FULL, ADDED = "Alles (wat er niet bij zit, verdwijnt)", "Alleen wat nieuw of veranderd is"
NOTED = "load-noted"
NOT_YOURS = "Gegevens laden kan alleen een beheerder."


def show() -> None:
    """Draws the page."""
    cards.begin("beheer/laden")
    if not access.may_manage():
        cards.note(NOT_YOURS)
        return
    uploads.open_way()
    cards.lead(
        "Sleep de bestanden van de registratie hierheen. U ziet eerst wat er zou veranderen; pas"
        " bij de laatste stap verandert er iets."
    )
    dropped = _dropped()
    if dropped is None:
        return
    sheets = _sheets(dropped)
    if sheets is None:
        return
    st.header("1. Herkend", anchor=False)
    if not _recognised.show(sheets, _mapping()):
        return
    st.header("2. Proef", anchor=False)
    if _rehearse(dropped):
        st.header("3. Laden", anchor=False)
        _load(dropped)


def _mapping() -> Path:
    return kept_mapping(session.database())


def _dropped() -> Dropped | None:
    """The files of the reader; other files begin the steps anew."""
    files = st.file_uploader(
        "Bestanden van de levering",
        type=list(KINDS),
        accept_multiple_files=True,
        key="load-upload",
        help="Csv, Excel, Parquet of een zip met zulke bestanden; meer tegelijk mag.",
    )
    before: Dropped | None = st.session_state.get(DROPPED)
    if not files:
        _begin_anew()
        return None
    if before is None or before.mark != uploads.mark(files):
        _begin_anew()
        st.session_state[DROPPED] = Dropped(files)
    dropped: Dropped = st.session_state[DROPPED]
    return dropped


def _begin_anew() -> None:
    _work.forget((REHEARSAL, LOAD))
    st.session_state.pop(RECOGNISED, None)
    st.session_state.pop(DROPPED, None)


def _sheets(dropped: Dropped) -> list[SheetOverview] | None:
    """What is recognised of the files; None, after the reason, when they cannot be read."""
    if RECOGNISED not in st.session_state:
        try:
            with st.spinner("De bestanden worden bekeken"):
                found = recognised(dropped.paths, _mapping())
        except DeliveryRefused as refusal:
            cards.note(str(refusal))
            return None
        st.session_state[RECOGNISED] = found
        _work.forget((REHEARSAL, LOAD))
    sheets: list[SheetOverview] = st.session_state[RECOGNISED]
    return sheets


def _rehearse(dropped: Dropped) -> bool:
    """Draws the step; whether the delivery may be loaded as it was tried."""
    kind = st.segmented_control(
        "Wat zit er in de levering?",
        [FULL, ADDED],
        default=FULL,
        required=True,
        key="load-kind",
        on_change=lambda: _work.forget((REHEARSAL, LOAD)),
    )
    child: Child | None = st.session_state.get(REHEARSAL)
    if child is None:
        if st.button("Doe een proef", type="primary", key="load-rehearse"):
            _start(dropped, REHEARSAL, rehearse=True, add=kind == ADDED)
        return False
    if child.state().is_running:
        _work.watch(child, "Proef", REHEARSAL)
        return False
    if _work.failed(child, REHEARSAL):
        _again()
        return False
    _report.show_rehearsal(child.report(), child.refused_rows())
    return _accepted(child)


def _accepted(child: Child) -> bool:
    """Whether nothing stands in the way of loading, or the reader says that less is right."""
    refusals = child.report().get("refusals", ())
    for refusal in refusals:
        cards.note(refusal)
    return not refusals or st.checkbox("Dit klopt: laad het toch", key="load-accept")


def _again() -> None:
    if st.button("Probeer opnieuw", key="load-again"):
        _work.forget((REHEARSAL, LOAD))
        st.rerun()


def _start(
    dropped: Dropped, name: str, *, rehearse: bool, add: bool, accept_less: bool = False
) -> None:
    """Starts a job and draws the page anew."""
    mapping = _mapping() if _mapping().exists() else None
    files = tuple(dropped.paths)
    job = Job(files, session.database(), rehearse, add, accept_less, mapping)
    st.session_state[name] = Child(job, dropped.new_folder(name))
    st.rerun()


def _load(dropped: Dropped) -> None:
    """Draws the last step."""
    child: Child | None = st.session_state.get(LOAD)
    if child is None:
        if st.button("Laad deze gegevens", type="primary", key="load-start"):
            add = st.session_state[REHEARSAL].job.add
            less = bool(st.session_state.get("load-accept"))
            _start(dropped, LOAD, rehearse=False, add=add, accept_less=less)
        return
    if child.state().is_running:
        _work.watch(child, "Laden", LOAD)
        return
    if _work.failed(child, LOAD):
        _again()
        return
    _note(child)
    st.success("De gegevens zijn geladen. Iedereen ziet nu de nieuwe cijfers.", icon=None)
    query = to_query(state.view())
    st.page_link("pages/overzicht/overzicht.py", label="Bekijk wat nieuw is", query_params=query)


def _note(child: Child) -> None:
    """Writes in the record, once, who loaded what."""
    if st.session_state.get(NOTED) is not child:
        st.session_state[NOTED] = child
        results = session.results()
        names = ", ".join(path.name for path in child.job.sources)
        handing.note_if_possible(results.who, What.LOADED, names, results)


show()
