"""What no command foresaw ends in a sentence, and what was typed wrong is told in Dutch."""

import signal

import pytest
from typer.testing import CliRunner, Result

from bloei import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("Jansen, Dorpsstraat 1"), "niet op rekende (ValueError in tests/commands/"),
        (OSError(36, "File name too long"), ": de naam is te lang)."),
        (RecursionError(), "niet op rekende (RecursionError"),
        (MemoryError(), "Het geheugen van deze machine is te klein"),
        (KeyboardInterrupt(), "Gestopt; er is niets veranderd."),
    ],
)
def test_every_failure_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("exports.terminal.catalogue_table", fails)
    answer = run("figures", "--list")
    assert answer.exit_code == 1
    words = " ".join(answer.stderr.split())
    assert said in words
    assert "Traceback" not in words
    assert "Jansen" not in words  # what it went wrong with may be a name


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_a_stop_whatever_a_library_makes_of_it(
    monkeypatch: pytest.MonkeyPatch, how: signal.Signals
) -> None:
    def interrupted(*_: object) -> None:
        try:
            signal.raise_signal(how)
        except KeyboardInterrupt as stop:
            raise RuntimeError("Query interrupted") from stop

    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    monkeypatch.setattr("exports.terminal.catalogue_table", interrupted)
    answer = run("figures", "--list")
    assert (answer.exit_code, answer.stderr) == (1, "Gestopt; er is niets veranderd.\n")
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_who_stops_reading_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("exports.terminal.catalogue_table", gone)
    assert "rekende" not in run("figures", "--list").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["figures", "scans", "--as-of", "gisteren"], "--as-of kan niet gisteren zijn. Dag als"),
        (["figures", "scans", "--lvel", "wijk"], "--lvel bestaat niet. Bedoelt u --level"),
        (
            ["figures", "scans", "--format", "xml"],
            "--format kan niet xml zijn. Tabel, csv",
        ),
        (["figures", "scans", "--level"], "--level"),
        (["figures", "scans", "wijk"], "niet begrepen: wijk"),
        (["import", "map"], "--to ontbreekt. Het gegevensbestand dat wordt gemaakt."),
        (["import", "--to", "x.duckdb"], "sources ontbreekt"),
        (["import", "map", "--to", "x.duckdb", "--threshold", "2"], "--threshold is ten minste 3."),
        (["import", "map", "--to", "x.duckdb", "--threshold", "11"], "is ten hoogste 10."),
        (["import", "map", "--to", "x.duckdb", "--threshold", "x"], "een waarde die niet kan."),
        (["inlezen"], "niet begrepen: inlezen"),
    ],
)
def test_wrong_usage_is_told_in_dutch(words: list[str], said: str) -> None:
    answer = run(*words)
    assert answer.exit_code == 2
    assert said in " ".join(answer.stderr.split())
    assert "Met --help staat er hoe het wel kan." in " ".join(answer.stderr.split())


def test_without_a_command_the_help_is_shown() -> None:
    assert "import" in run().output
