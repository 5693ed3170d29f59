"""A delivery against the data file in use: what is suddenly less is asked about."""

from pathlib import Path

import pytest

from data.delivery.importer import import_delivery
from data.delivery.report import ImportReport
from data.delivery.usual import TableFigures, figures_in, figures_of, unusual
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import AS_OF, Rows, read, sample_rows, write_delivery
from tests.paths import SAMPLE

MATCHES = "matches"


def _one(**figures: object) -> dict[str, TableFigures]:
    return {MATCHES: TableFigures(**{"rows": 100, **figures})}  # type: ignore[arg-type]


def test_a_column_that_is_suddenly_empty_is_named() -> None:
    before, now = _one(empty={"ended_on": 0.35}), _one(empty={"ended_on": 1.0})
    [sentence] = unusual(now, before)
    assert sentence == "Matches: Beëindigd op is overal leeg; in de vorige levering bij 65%."


@pytest.mark.parametrize(
    ("before", "now", "is_unusual"),
    [
        (0.35, 0.65, False),
        (0.35, 0.66, True),
        (0.90, 1.0, True),
        (0.91, 1.0, False),
        (1.0, 1.0, False),
        (0.65, 0.2, False),
    ],
)
def test_a_share_is_compared(before: float, now: float, is_unusual: bool) -> None:
    found = unusual(_one(empty={"ended_on": now}), _one(empty={"ended_on": before}))
    assert bool(found) == is_unusual


def test_few_rows_say_nothing() -> None:
    few = _one(rows=19, empty={"ended_on": 1.0})
    assert unusual(few, _one(empty={"ended_on": 0.0})) == []
    assert unusual(_one(rows=20, empty={"ended_on": 1.0}), _one(empty={"ended_on": 0.0}))


def test_months_that_vanish_are_counted() -> None:
    before = _one(months={"2021-05": 20, "2021-06": 20, "2021-07": 9, "2021-08": 10})
    now = _one(months={"2021-05": 10, "2021-06": 9, "2021-08": 4})
    assert unusual(now, before) == [
        "Matches: in 2 maanden (6-2021 en 8-2021) zijn er 17 minder dan in de vorige levering."
    ]


def test_a_first_file_has_nothing_to_compare_with(tmp_path: Path) -> None:
    assert figures_in(tmp_path / "weg.duckdb") == {}
    (tmp_path / "stuk.duckdb").write_bytes(b"geen gegevens")
    assert figures_in(tmp_path / "stuk.duckdb") == {}


def _import(folder: Path, target: Path, *, accept_less: bool = False) -> ImportReport:
    return import_delivery(
        [folder],
        target,
        as_of=AS_OF,
        mapping=None,
        strict=False,
        progress=lambda step: None,
        accept_less=accept_less,
    )


def _without_ends() -> dict[str, Rows]:
    sheets = sample_rows()
    position = sheets[MATCHES][0].index("Beëindigd op")
    sheets[MATCHES] = [
        row if i == 0 else [*row[:position], None, *row[position + 1 :]]
        for i, row in enumerate(sheets[MATCHES])
    ]
    return sheets


def test_the_next_delivery_is_compared_with_the_file_in_use(tmp_path: Path) -> None:
    target = tmp_path / "bloei.duckdb"
    _import(SAMPLE, target)
    assert figures_in(target) == {**figures_in(target), **figures_of(read(SAMPLE).frames)}
    folder = write_delivery(tmp_path / "levering", _without_ends())
    before = target.resolve().read_bytes()
    with pytest.raises(DeliveryRefused, match=r"overal leeg; .* bij 65%.*--accept-less"):
        _import(folder, target)
    assert target.resolve().read_bytes() == before
    report = _import(folder, target, accept_less=True)
    assert report.remarks[0].startswith("Matches: Beëindigd op is overal leeg")
