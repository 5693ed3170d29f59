"""`bloei.py report-run`: what a file asks, whole, and only when there is something new."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bloei import app
from data.access.record import What, events
from data.file.store import Store
from exports.manifest import verify
from tests.exports.conftest import city as city  # noqa: PLC0414 (a fixture)
from tests.exports.conftest import store as store  # noqa: PLC0414 (a fixture)

ORDERS = """
out = "uit"
[[rapport]]
report = "factsheet"
area = "De Laak"
formats = "xlsx"
[[rapport]]
report = "stadsdeel"
area = "Tongelre"
formats = "xlsx"
folder = "tongelre"
"""
Run = Callable[..., Any]


@pytest.fixture
def run(store: Store, tmp_path: Path) -> Run:
    def run_(text: str, *words: str) -> Any:
        file = tmp_path / "reports.toml"
        file.write_text(f'data = "{store.path}"\n{text}', encoding="utf-8")
        return CliRunner().invoke(app, ["report-run", str(file), *words])

    return run_


def moments(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_every_report_has_its_folder_and_the_second_time_nothing_is_made(
    run: Run, tmp_path: Path, store: Store
) -> None:
    earlier = len(events(store.path))
    first = run(ORDERS)
    assert first.exit_code == 0, first.output
    assert "1 van 2: 3 bestanden" in first.output
    out = tmp_path / "uit"
    assert [verify(out / name).is_good for name in ("factsheet", "tongelre")] == [True, True]
    [line, _] = events(store.path)[: -earlier or None]
    assert (line.what, line.role, line.audience) == (What.EXPORT, "report-run", "gemeente")
    assert line.subject == "stadsdeel in tongelre (xlsx)"
    before = moments(out)
    second = run(ORDERS)
    assert second.output.count("al van deze gegevens gemaakt") == 2
    assert moments(out) == before
    [made] = (out / "tongelre").glob("*.xlsx")
    made.write_bytes(b"veranderd")
    assert run(ORDERS).output.count("al van deze gegevens gemaakt") == 1
    assert verify(out / "tongelre").is_good
    assert "al van deze gegevens" not in run(ORDERS, "--again").output


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('out = "uit"', "Noem data, out en minstens één [[rapport]]"),
        ("out = ", "Dit is geen TOML"),
        (ORDERS.replace('"tongelre"', '"factsheet"'), "dezelfde map"),
        (ORDERS.replace('"tongelre"', '"../x"'), "Dit kan niet: ../x."),
        (ORDERS.replace("area", "gebied"), "Dit kan niet: gebied."),
        (ORDERS.replace('"stadsdeel"', '"krant"'), "Kies als rapport uit:"),
        (ORDERS.replace("Tongelre", "Nergens"), "Er is geen stadsdeel 'Nergens'."),
    ],
)
def test_a_file_that_cannot_be_done_makes_nothing(
    run: Run, tmp_path: Path, text: str, sentence: str
) -> None:
    answer = run(text)
    assert answer.exit_code == 2
    assert sentence in answer.output
    assert not (tmp_path / "uit").exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["report-run", str(tmp_path / "x.toml")])
    assert (answer.exit_code, "kan niet worden gelezen" in answer.output) == (2, True)


def test_mails_are_drafts_with_the_reports_of_a_team_and_none_is_sent(
    run: Run, tmp_path: Path, store: Store
) -> None:
    order = 'report = "factsheet"\nformats = "xlsx"\nmail = "Beste team, hierbij."\n'
    area = 'area = "De Laak"\n'
    answer = run(f'out = "uit"\n[[rapport]]\n{order}{area}')
    assert answer.exit_code == 0, answer.output
    folder = tmp_path / "uit" / "factsheet"
    assert verify(folder).is_good
    [made] = folder.glob("concept_team_*_1_2021-09-30_gemeente.eml")
    mail = message_from_bytes(made.read_bytes(), policy=SMTP)
    assert (mail["X-Unsent"], mail["To"], mail["Date"]) == ("1", None, None)
    body = mail.get_body()
    assert body is not None
    assert body.get_content().startswith("Beste team, hierbij.")
    [sheet] = folder.glob("factsheet_*.xlsx")
    [attached] = mail.iter_attachments()
    assert attached.get_filename() == sheet.name
    assert attached.get_content() == sheet.read_bytes()


def test_reports_of_own_areas_are_made_by_themselves_too(run: Run, tmp_path: Path) -> None:
    area = 'area = "eigen~Rond het park~1110~1120"'
    answer = run(
        f'out = "uit"\n[[rapport]]\nreport = "factsheet"\nformats = "xlsx"\n{area}\nmail = "Dag."\n'
    )
    assert answer.exit_code == 0, answer.output
    names = [path.name for path in sorted((tmp_path / "uit" / "factsheet").glob("*park*"))]
    assert names == [
        "concept_eigen-gebied_rond-het-park_1_2021-09-30_gemeente.eml",
        "factsheet_eigen-gebied_rond-het-park_2021-09-30_gemeente.xlsx",
    ]
