"""The page Export and the menu of cards, as a reader uses them."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from traceback import format_exception
from typing import Any
from zipfile import ZipFile

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from exports.formats import CARD_FORMS
from exports.safe import Unsafe
from exports.setting import Setting
from pages import page
from pages._parts.drawing.taking import ASKED, REFUSED, audited
from pages._parts.markup import as_text
from pages._parts.problems import NotMade
from tests.exports.paper.samples import SETTING
from tests.pages import opening

PAGE = "pages/export/export.py"
TREND = {"csv", "pdf", "png", "pptx", "svg", "xlsx"}
FIVE = "Aantallen onder 5 zijn afgerond op 0 of 5"


def opened(app: AppTest, **query: str) -> AppTest:
    return opening.opened(app, PAGE, **query)


def pressed(app: AppTest) -> AppTest:
    app.button(key="report-make").click().run()
    assert not app.exception
    return app


def made(app: AppTest) -> tuple[str, bytes]:
    report = app.session_state["report"]
    return report.name, report.data


def test_a_report_is_rounded_unless_asked_otherwise(app: AppTest) -> None:
    name, data = made(pressed(opened(app, gebied="SD3")))
    assert name == "rapport_stadsdeel_tongelre_2021-09-30_gemeente.pdf"
    assert data.startswith(b"%PDF")


def test_an_own_area_can_be_chosen_and_is_offered_to_no_one_without(app: AppTest) -> None:
    opened(app, gebied="eigen~Rond het park~1110~1120")
    assert app.segmented_control(key="report-level").value == "eigen gebied"
    name, _ = made(pressed(app))
    assert name == "rapport_eigen-gebied_rond-het-park_2021-09-30_gemeente.pdf"
    opened(app, gebied="SD3")
    assert "eigen gebied" not in app.segmented_control(key="report-level").options


def test_who_may_see_exact_figures_can_ask_for_them(app: AppTest) -> None:
    opened(app, gebied="SD3")
    app.segmented_control(key="report-audience").set_value("exact, INTERN").run()
    name, _ = made(pressed(app))
    assert name == "rapport_stadsdeel_tongelre_2021-10-01_intern.pdf"


def test_who_may_not_see_exact_figures_cannot_ask(
    app: AppTest, as_role: Callable[..., None]
) -> None:
    as_role("gemeente")
    opened(app, gebied="SD3")
    assert "report-audience" not in {control.key for control in app.segmented_control}
    name, _ = made(pressed(app))
    assert name.endswith("_gemeente.pdf")


def test_several_documents_come_as_one_zip_with_a_manifest(app: AppTest) -> None:
    opened(app, gebied="SD3")
    app.checkbox(key="report-all-stadsdeel").check()
    app.multiselect(key="report-parts").set_value(["bescherming"])
    app.multiselect(key="report-forms").set_value(["xlsx", "pptx"]).run()
    name, data = made(pressed(app))
    assert name == "rapporten_stadsdeel_2021-09-30_gemeente.zip"
    with ZipFile(BytesIO(data)) as archive:
        assert len(archive.namelist()) == 7 * 2 + 2
        assert {"manifest.json", "SHA256SUMS"} <= set(archive.namelist())


def test_an_area_of_which_there_is_no_report_is_told(app: AppTest) -> None:
    opened(app, gebied="BU07721110")
    text = "".join(str(part.body) for part in app.html)
    assert "Over Binnenstad is er geen rapport. Kies hieronder een ander gebied." in text


def test_another_choice_takes_the_old_document_away(app: AppTest) -> None:
    pressed(opened(app, gebied="SD3"))
    assert app.download_button(key="report-save")
    app.text_area(key="report-text").set_value("Anders").run()
    assert "report-save" not in {button.key for button in app.download_button}


@pytest.mark.parametrize("key", ["report-parts", "report-forms", "report-areas-stadsdeel-SD3"])
def test_without_a_choice_the_page_says_what_to_do(app: AppTest, key: str) -> None:
    opened(app, gebied="SD3")
    app.multiselect(key=key).set_value([]).run()
    assert not app.exception
    assert "Kies minstens een gebied" in " ".join(part.proto.body for part in app.get("html"))
    assert "report-make" not in {button.key for button in app.button}


def test_stopping_keeps_nothing(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit stops a run at its next sign of life when the reader presses a button."""
    from streamlit.runtime.scriptrunner_utils.exceptions import StopException  # noqa: PLC0415

    def stop(*_: object) -> None:
        raise StopException

    opened(app, gebied="SD3")
    monkeypatch.setattr("exports.formats.batch.make", stop)
    app.button(key="report-make").click().run()
    assert "report" not in app.session_state


def menu(app: AppTest) -> dict[str, str]:
    """The key and label of every button to take a card along."""
    buttons = app.download_button
    return {str(button.key): button.label for button in buttons if "take-" in str(button.key)}


def with_menu(app: AppTest, card: str, **query: str) -> AppTest:
    """The first page, on which a reader opened the menu of a card."""
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert menu(app) == {}
    app.session_state[ASKED] = card
    app.run()
    assert not app.exception
    return app


def test_a_menu_is_filled_when_it_is_opened(app: AppTest) -> None:
    with_menu(app, "overzicht.trend")
    assert {key.split("-")[1] for key in menu(app)} == {"overzicht.trend"}
    assert set(menu(app).values()) == {form.label for form in CARD_FORMS if form.name in TREND}


def test_a_page_has_one_menu_for_all_its_cards(app: AppTest) -> None:
    """It costs a page the same, however many cards it has: a button is HTML in their heads."""
    for path, cards in (("overzicht/overzicht", 3), ("gebied/gebied", 8)):
        opening.opened(app, page(path).script, gebied="SD3")
        words = "".join(str(part.body) for part in app.html)
        taken = re.findall(r'data-take="([\w.]+)"', words)
        assert len(set(taken)) == len(taken) == cards
        assert set(taken) <= set(page(path).cards)
        assert not app.get("popover")
        assert not app.download_button


def test_a_menu_is_closed_when_the_page_is_drawn_anew(app: AppTest) -> None:
    with_menu(app, "overzicht.trend")
    assert menu(app)
    assert menu(app.run()) == {}


def test_only_what_is_on_the_page_can_be_asked(app: AppTest) -> None:
    with_menu(app, "gebied.trend")
    assert menu(app) == {}


def test_a_card_offers_the_rounded_files_first(app: AppTest) -> None:
    with_menu(app, "overzicht.trend")
    keys = [key for key in menu(app) if "overzicht.trend" in key]
    assert [key.split("-")[2] for key in keys] == ["gemeente"] * 6 + ["intern"] * 6


def test_a_page_for_the_municipality_offers_no_exact_file(app: AppTest) -> None:
    with_menu(app, "overzicht.trend", publiek="gemeente")
    assert menu(app)
    assert not [key for key in menu(app) if "intern" in key]


def test_a_file_that_the_audit_refuses_is_not_handed_over(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The reader is told so, and the log of the server holds nothing of what was in it."""
    makers: dict[str, Callable[[], bytes]] = {}
    button = st.download_button

    def remembered(label: str, **others: Any) -> bool:
        makers[others["key"]] = others["data"]
        return bool(button(label, **others))

    def refuse(files: Mapping[str, bytes], setting: Setting) -> None:
        if not setting.is_intern:
            raise Unsafe(f"Kortonjo: 3 inwoners ({files})")

    monkeypatch.setattr(st, "download_button", remembered)
    monkeypatch.setattr("exports.safe.refuse_unsafe", refuse)
    with_menu(app, "overzicht.trend")
    assert len(makers) == 2 * len(TREND)
    with pytest.raises(NotMade) as refused:
        makers["take-overzicht.trend-gemeente-csv"]()
    assert makers["take-overzicht.trend-intern-csv"]()
    told = "".join(format_exception(refused.value)) + caplog.text
    assert "Unsafe" in caplog.text
    assert "Kortonjo" not in told


def test_a_refused_file_is_told_in_the_menu(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = set[str]()
    with pytest.raises(NotMade):
        audited("a.txt", lambda: b"Kortonjo: 3 inwoners", SETTING, refused)
    assert refused == {"a.txt"}
    assert audited("a.txt", lambda: b"Kortonjo: 40 inwoners", SETTING, refused)
    assert not refused
    monkeypatch.setattr(
        "pages._parts.drawing.taking.file_name", lambda stem, setting, form: form.name
    )
    app.session_state["take-refused"] = {"csv.zip"}
    with_menu(app, "overzicht.trend", publiek="gemeente")
    (told,) = [text.value for text in app.caption if as_text(REFUSED) in text.value]
    assert "CSV" in told


def test_a_file_that_cannot_be_made_leaves_no_name_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails() -> bytes:
        raise ValueError("Jansen, Dorpsstraat 1")

    with pytest.raises(NotMade) as failed:
        audited("a.csv", fails, SETTING, set())
    assert "ValueError" in caplog.text
    assert "Jansen" not in "".join(format_exception(failed.value)) + caplog.text


def test_a_kijkdoos_is_rounded_whoever_asks(app: AppTest) -> None:
    opened(app, gebied="SD3")
    app.radio(key="outward-what").set_value("html").run()
    assert "report-audience" not in {control.key for control in app.segmented_control}
    app.multiselect(key="outward-indicators").set_value(["matches"]).run()
    assert "1 cijfer · Tongelre" in " ".join(one.value for one in app.markdown)
    app.button(key="outward-make").click().run()
    assert not app.exception
    found = app.session_state["outward"]
    assert found.name == "kijkdoos_SD3_gemeente.html"
    assert b"Content-Security-Policy" in found.data


@pytest.mark.parametrize(
    ("what", "name"),
    [("csv", "cijfers_SD3_2021-09-30_gemeente.zip"), ("swing", "swing_SD3_gemeente.xlsx")],
)
def test_all_figures_of_an_area_are_made(app: AppTest, what: str, name: str) -> None:
    opened(app, gebied="SD3")
    app.radio(key="outward-what").set_value(what).run()
    app.multiselect(key="outward-indicators").set_value(["matches"])
    app.multiselect(key="outward-periods").set_value(["year"]).run()
    app.button(key="outward-make").click().run()
    assert not app.exception
    assert app.session_state["outward"].name == name


def test_a_layer_for_a_gis_is_made(app: AppTest) -> None:
    opened(app, niveau="stadsdeel")
    app.radio(key="outward-what").set_value("kaartlaag").run()
    app.radio(key="outward-layer-form").set_value("gpkg").run()
    app.button(key="outward-make").click().run()
    assert not app.exception
    assert app.session_state["outward"].name.endswith("_gemeente.gpkg")


def test_every_way_out_says_what_it_is_good_for(app: AppTest) -> None:
    opened(app)
    [ways] = [one for one in app.radio if one.key == "outward-what"]
    assert ways.options == [
        "Rapport", "Kijkdoos", "Alle cijfers (CSV met uitleg)", "Alle cijfers (Excel)",
        "Alle cijfers voor Swing (Excel)",
        "Beschrijving voor een datacatalogus (DCAT)", "Kaartlaag",
    ]  # fmt: skip
