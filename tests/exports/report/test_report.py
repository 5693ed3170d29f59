"""What a report holds, before it becomes a document."""

import pytest

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from data.file.store import Store
from exports.formats import ReportForm, file_name
from exports.formats.batch import Order, documents
from exports.house import House, house
from exports.report.parts import ALL_PARTS, PARTS
from exports.report.report import CardPart, Report, Text, area_view, make
from tests.exports.paper.samples import LONG_NAME
from tests.exports.report.city import HOSTILE, answers_of, named, report_of


def texts(report: Report) -> dict[str, Text]:
    return {piece.title: piece for piece in report.pieces if isinstance(piece, Text)}


def tables(report: Report) -> dict[str, list[str]]:
    """The names of the rows by title of the card."""
    return {
        card.title: [str(line.cells[card.table.head]) for line in card.table.lines]
        for card in report.cards
        if card.table is not None
    }


def test_a_report_stands_among_its_like_and_shows_what_lies_inside(store: Store) -> None:
    found = tables(report_of(store, "Tongelre"))
    assert len(found["De uitrol per stadsdeel"]) == 7
    assert sorted(found["De uitrol per wijk"]) == ["De Laak", "Doornakkers", "Oud-Tongelre"]


@pytest.mark.parametrize(
    ("area", "like", "inside"),
    [("Eindhoven", 7, 20), ("De Laak", 20, 2), ("Tongelre", 7, 3)],
)
def test_every_level_has_its_own_tables(store: Store, area: str, like: int, inside: int) -> None:
    lengths = [
        len(card.table.lines)
        for card in report_of(store, area).cards
        if card.id == "overzicht.uitrol" and card.table is not None
    ]
    assert lengths == [like, inside]


def test_a_report_of_a_team_has_the_wijken_of_the_team(store: Store) -> None:
    answers = answers_of(store)
    team = next(area for area in answers.known.areas.values() if area.level == "team")
    assert len(tables(report_of(store, team.code))["De uitrol per wijk"]) < 20


def test_the_summary_can_be_quoted(store: Store) -> None:
    first, *others = texts(report_of(store))["Samenvatting"].paragraphs
    assert first.startswith("Tongelre: alle 3 wijken zijn gestart; sinds de start")
    assert others


def test_the_words_of_the_author_are_kept_as_they_are(store: Store) -> None:
    report = report_of(store, text=f"  {HOSTILE}\n\n")
    assert list(texts(report)["Toelichting"].paragraphs) == HOSTILE.splitlines()


def test_without_words_of_an_author_there_is_no_such_part(store: Store) -> None:
    assert "Toelichting" not in texts(report_of(store, text=" \n "))


def test_the_method_explains_every_indicator_of_the_cards(store: Store) -> None:
    report = report_of(store)
    terms = [term for term, _ in texts(report)["Werkwijze en begrippen"].terms]
    assert {"Talentenscans", "Matches", "Bereikte inwoners"} <= set(terms)
    assert len(terms) == len(set(terms))


def test_the_protection_is_explained_for_whom_it_is(store: Store) -> None:
    rounded = " ".join(texts(report_of(store))["Bescherming van inwoners"].paragraphs)
    exact = report_of(store, audience=Audience.INTERN)
    assert "Aantallen onder 5 zijn afgerond op 0 of 5" in rounded
    assert "INTERN" in " ".join(texts(exact)["Bescherming van inwoners"].paragraphs)
    assert "afgerond op 0" not in " ".join(texts(exact)["Bescherming van inwoners"].paragraphs)


def test_parts_come_in_the_order_that_was_asked(store: Store) -> None:
    answers = answers_of(store)
    view = area_view(View(), named(answers, "SD3"))
    report = make(Scope(answers, view), [PARTS["bescherming"], PARTS["verloop"]])
    assert [type(piece) for piece in report.pieces] == [Text, Card]


def test_every_part_has_its_own_name_in_words() -> None:
    labels = [part.label for part in ALL_PARTS.values()]
    assert len(labels) == len(set(labels))
    assert {part.card for part in PARTS.values() if isinstance(part, CardPart)}


def test_names_of_files_are_plain_and_different(store: Store) -> None:
    answers = answers_of(store)
    wijken = [area for area in answers.known.areas.values() if area.level == "wijk"]
    form = ReportForm("txt", "Tekst", "text/plain", lambda report, _: report.title.encode())
    order = Order(View(audience=Audience.GEMEENTE), wijken, [PARTS["bescherming"]], [form])
    names = [name for name, _ in documents(answers, order, house())]
    assert len(names) == len(set(names)) == len(order) == 20
    assert "rapport_wijk_oud-tongelre_2021-09-30_gemeente.txt" in names
    assert all(name.isascii() and "/" not in name for name in names)


def test_a_document_is_made_when_it_is_asked_for(store: Store) -> None:
    made: list[str] = []

    def note(report: Report, _house: House) -> bytes:
        made.append(report.title)
        return b""

    form = ReportForm("txt", "Tekst", "text/plain", note)
    answers = answers_of(store)
    areas = [named(answers, code) for code in ("SD1", "SD2", "SD3")]
    order = Order(View(audience=Audience.GEMEENTE), areas, [PARTS["bescherming"]], [form])
    next(documents(answers, order, house()))
    assert len(made) == 1


def test_a_long_name_stays_within_what_a_disk_takes(store: Store) -> None:
    report = report_of(store)
    form = ReportForm("pdf", "", "", lambda report, _: b"")
    name = file_name(f"rapport/{LONG_NAME * 4}", report.setting, form)
    assert len(name) < 160
    assert "/" not in name
