"""The texts of a report that depend on what is known: with it, and without."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from analytics.rollout.timeline import Happening
from exports.house import house
from exports.report.colophon import colophon
from exports.report.report import Draft, Text
from exports.report.texts import events


def draft(*happened: Happening) -> Draft:
    scope: Any = SimpleNamespace(
        view=SimpleNamespace(area="SD3"), day=date(2021, 9, 30), of=lambda *_: happened
    )
    return Draft(scope, (), "")


def test_what_happened_is_told_and_without_anything_there_is_no_such_text() -> None:
    told = events(draft(Happening(date(2019, 5, 1), "Bustour")))
    assert told == Text(
        "Gebeurtenissen",
        ["Wat een buiging in een lijn kan verklaren:"],
        [("1 mei 2019", "Bustour")],
    )
    assert events(draft()) is None


@pytest.mark.parametrize("contact", ["Vraag het aan Noor", ""])
def test_whom_to_ask_stands_there_when_it_is_known(contact: str) -> None:
    setting = SimpleNamespace(as_of=date(2021, 9, 30), audience_words="Voor iedereen.")
    report: Any = SimpleNamespace(title="Rapport", subtitle="Tongelre", setting=setting)
    told = colophon(report, replace(house(), contact=contact))
    assert list(told.paragraphs) == ["Voor iedereen."]
    assert list(told.terms) == [
        ("Rapport", "Rapport, Tongelre"),
        ("Peildatum", "30 september 2021"),
        ("Uitgegeven door", house().footer),
        *([("Vragen", contact)] if contact else []),
    ]
