"""Step Herkend of Gegevens laden: which sheet and heading is what, and the choices made."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import streamlit as st

from charts.loading_tables import column_label, columns_table, table_label
from data.contract.tables import TABLES
from data.delivery.overview import SheetOverview, Unsure
from data.delivery.recognition.mapping import (
    SKIPPED,
    read_mapping,
    with_choice,
    with_sheet,
    write_mapping,
)
from data.grammar import counted, listed
from data.problems import DeliveryRefused
from exports.workbook.refused import PLACE, REASON
from pages._parts import cards
from pages._parts.markup import as_text

LEFT_OUT = "weglaten"
UNDECIDED = ""
UNREAD, UNREAD_WORDS = "", "niet lezen"
OWN_HEADINGS = (REASON, PLACE)  # of the workbook of refused rows


class Choice(NamedTuple):
    """Which column of a table a heading is."""

    table: str
    heading: str
    column: str


class SheetChoice(NamedTuple):
    """Which table a sheet is ("": it is not read)."""

    sheet: str
    table: str


def show(sheets: Sequence[SheetOverview], mapping: Path) -> bool:
    """Draws the step; whether nothing is left to be answered."""
    for number, sheet in enumerate(sheets):
        _sheet(sheet, number)
    chosen, tables = _choices(sheets), _chosen_tables(sheets)
    asked = sum(bool(one.suggested) for sheet in sheets for one in sheet.unsure)
    look: Literal["primary", "secondary"] = "primary" if asked else "secondary"
    if (chosen or tables) and st.button("Bewaar de keuzes", key="load-keep", type=look):
        _keep(mapping, chosen, tables)
    if asked:
        cards.note(f"Beantwoord eerst {counted(asked, 'vraag', 'vragen')} over een kop.")
    return not asked


def _sheet(sheet: SheetOverview, number: int) -> None:
    if not sheet.table:
        st.markdown(f"**{as_text(sheet.title)}** wordt niet gelezen: {as_text(sheet.why)}")
        _table_choice(sheet, number)
        return
    guessed = sum(column.is_guessed for column in sheet.columns)
    doubt = f", {counted(guessed, 'kop', 'koppen')} geraden" if guessed else ""
    columns = counted(len(sheet.columns), "kolom", "kolommen")
    label = f"**{as_text(sheet.title)}** is {table_label(sheet.table)}: {columns} herkend{doubt}"
    with st.expander(label, key=f"load-sheet-{number}"):
        cards.searchable(columns_table(sheet), f"load-columns-{number}")
        _table_choice(sheet, number)
    if sheet.missing:
        names = listed([column_label(sheet.table, name) for name in sheet.missing])
        cards.note(f"{sheet.title} mist: {names}. Kies hieronder welke kop dat is.")
    for one in sheet.unsure:
        if one.heading not in OWN_HEADINGS:
            _choice(sheet, one)


def _table_choice(sheet: SheetOverview, number: int) -> None:
    """Which table the sheet is, or that it is not to be read."""
    if sheet.name:
        choices = [UNREAD, *(table.name for table in TABLES)]
        st.selectbox(
            as_text(f"Welke tabel is {sheet.title}?"),
            choices,
            index=None if sheet.is_open else choices.index(sheet.table),
            format_func=lambda name: table_label(name) if name else UNREAD_WORDS,
            placeholder="nog niet gekozen",
            key=_table_key(sheet, number),
        )


def _table_key(sheet: SheetOverview, number: int) -> str:
    return f"load-table-{number}-{sheet.title}"


def _choice(sheet: SheetOverview, one: Unsure) -> None:
    """A heading that became no column: which one is it?"""
    asked = one.suggested
    question = "weggelaten; hoort hij bij een kolom?"
    if asked:
        question = f"is dat {column_label(sheet.table, asked)}?"
    choices = [UNDECIDED, SKIPPED, *([asked] if asked else [])]
    choices += [name for name in one.free if name != asked]
    st.selectbox(
        as_text(f"De kop {one.heading} in {sheet.title}: {question}"),
        choices,
        format_func=lambda choice: _words(sheet.table, choice),
        key=_key(sheet, one),
    )


def _words(table: str, choice: str) -> str:
    if choice == UNDECIDED:
        return "nog niet gekozen"
    return LEFT_OUT if choice == SKIPPED else column_label(table, choice)


def _key(sheet: SheetOverview, one: Unsure) -> str:
    return f"load-heading-{sheet.title}-{sheet.table}-{one.heading}"


def _choices(sheets: Sequence[SheetOverview]) -> list[Choice]:
    """What the reader chose so far: table, heading, column."""
    picked = [
        Choice(sheet.table, one.heading, st.session_state.get(_key(sheet, one), UNDECIDED))
        for sheet in sheets
        for one in sheet.unsure
    ]
    return [choice for choice in picked if choice.column != UNDECIDED]


def _chosen_tables(sheets: Sequence[SheetOverview]) -> list[SheetChoice]:
    """The sheets that the reader gave another table than was recognised."""
    picked = [
        (sheet, st.session_state.get(_table_key(sheet, number)))
        for number, sheet in enumerate(sheets)
    ]
    return [
        SheetChoice(sheet.name, table)
        for sheet, table in picked
        if table is not None and (sheet.is_open or table != sheet.table)
    ]


def _keep(mapping: Path, chosen: Sequence[Choice], tables: Sequence[SheetChoice]) -> None:
    """Adds the choices to the file beside the data file, and recognises the delivery again."""
    try:
        own = read_mapping(mapping) if mapping.exists() else {}
        for choice in chosen:
            own = with_choice(own, *choice)
        for sheet in tables:
            own = with_sheet(own, *sheet)
        write_mapping(mapping, own)
    except (DeliveryRefused, OSError) as problem:
        cards.note(f"De keuzes konden niet worden bewaard: {problem}")
        return
    st.session_state.pop("load-recognised", None)
    st.rerun()
