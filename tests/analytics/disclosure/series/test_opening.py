"""A series: one key and one ledger for a folder, and never a second one by accident."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest

from analytics.disclosure.ledger import LedgerRefused
from analytics.disclosure.protector import protector_of
from analytics.disclosure.published import Published
from analytics.disclosure.series import place
from analytics.disclosure.series.opening import open_series
from analytics.disclosure.series.pairs import KEY as OLD_KEY
from analytics.disclosure.series.pairs import LEDGER as OLD_LEDGER
from analytics.disclosure.series.place import FOLDER, KEY, LEDGER, MONTHS, Wanted, id_of, is_name
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.doors.withheld import NotPublished
from analytics.figures.selection import Selection
from data.file.database import write_database
from data.file.standing import standing
from data.file.store import Store
from data.models.marts import Series
from data.models.meta import Meta
from data.problems import DataFileProblem
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames

USUAL, NEW = Wanted(), Wanted(name="proef")


def publish(target: Path, wanted: Wanted = USUAL) -> None:
    opened = open_series(target, wanted)
    write_database(target, odd_frames(), Meta(ODD_AS_OF, False, ()), protector=protector_of(opened))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reeks")
    publish(folder / "een.duckdb")
    return folder


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    """A folder with one data file and its series; what happens in it touches no other test."""
    return Path(shutil.copytree(published, tmp_path / "map", symlinks=True))


def held(folder: Path) -> Path:
    return folder / FOLDER / "1-eerste"


def of_earlier_version(folder: Path, stem: str = "een") -> None:
    """Puts key and ledger beside the data file, as an earlier version kept them."""
    (held(folder) / KEY).rename(folder / f"{stem}{OLD_KEY}")
    (held(folder) / LEDGER).rename(folder / f"{stem}{OLD_LEDGER}")
    shutil.rmtree(folder / FOLDER)


def test_every_data_file_in_a_folder_has_one_key_and_one_ledger(folder: Path) -> None:
    first, second = (open_series(folder / name, Wanted()) for name in ("een.duckdb", "b.duckdb"))
    assert first == second
    assert first.decided
    assert first.series.id == standing(folder / "een.duckdb").series


def test_two_files_of_a_folder_say_the_same(folder: Path) -> None:
    publish(folder / "oktober.duckdb")
    months = "SELECT * FROM protected_months ORDER BY ALL"
    one, two = (Store(folder / name) for name in ("een.duckdb", "oktober.duckdb"))
    assert one.query(months, {}).equals(two.query(months, {}))
    assert one.seal == two.seal


def test_the_series_stands_in_the_file(folder: Path) -> None:
    store = Store(folder / "een.duckdb")
    assert store.seal
    found = store.seal.series
    assert found == Series(id_of((held(folder) / KEY).read_bytes().strip()), "eerste", 5)
    meta = store.query("SELECT series_id, series_threshold FROM meta", {})
    assert tuple(meta.iloc[0]) == (found.id, 5)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (held(folder) / LEDGER).unlink(), "ontbreekt het grootboek"),
        (lambda folder: (held(folder) / KEY).unlink(), "ontbreekt de sleutel"),
        (lambda folder: (held(folder) / KEY).write_bytes(b""), "ontbreekt de sleutel"),
        (lambda folder: (held(folder) / KEY).write_bytes(b"kort"), "te kort"),
        (lambda folder: (held(folder) / KEY).write_bytes(b"x" * 64), "andere sleutel"),
        (lambda folder: (held(folder) / LEDGER).write_bytes(b"x"), "beschadigd"),
        (lambda folder: shutil.rmtree(folder / FOLDER), "al cijfers gepubliceerd"),
    ],
)
@pytest.mark.parametrize("name", ["een.duckdb", "oktober.duckdb"])
def test_what_is_lost_is_refused_for_every_file_in_the_folder(
    folder: Path, damage: Callable[[Path], object], said: str, name: str
) -> None:
    damage(folder)
    with pytest.raises(LedgerRefused, match=said):
        open_series(folder / name, Wanted())


def test_a_key_without_ledger_and_data_is_a_lost_ledger(folder: Path) -> None:
    for path in folder.glob("*.duckdb"):
        path.unlink()
    (held(folder) / LEDGER).unlink()
    with pytest.raises(LedgerRefused, match="ontbreekt het grootboek"):
        open_series(folder / "een.duckdb", Wanted())


def test_a_target_that_cannot_be_read_is_not_a_first_one(folder: Path) -> None:
    version = (folder / "een.duckdb").resolve()
    version.write_bytes(b"geen database" * 1000)
    assert open_series(folder / "een.duckdb", Wanted()).decided
    shutil.rmtree(folder / FOLDER)
    with pytest.raises(LedgerRefused, match="niet worden gelezen, en er ligt geen sleutel"):
        open_series(folder / "een.duckdb", Wanted())
    version.unlink()  # now a link to nothing
    with pytest.raises(LedgerRefused, match="niet worden gelezen, en er ligt geen sleutel"):
        open_series(folder / "een.duckdb", Wanted())


def test_an_old_ledger_is_refused_for_every_file_in_the_folder(folder: Path) -> None:
    ledger = held(folder) / LEDGER
    before = ledger.read_bytes()
    opened = open_series(folder / "een.duckdb", Wanted())
    opened.keep(opened.prepared({"f" * 32: 5}), Published())
    newer = opened.prepared({"f" * 32: 5}).seal
    with duckdb.connect(str((folder / "een.duckdb").resolve())) as con:
        con.execute("UPDATE protection SET ledger = $1", [newer])
    assert open_series(folder / "b.duckdb", Wanted())
    ledger.write_bytes(before)
    for name in ("een.duckdb", "b.duckdb"):
        with pytest.raises(LedgerRefused, match=r"ouder dan .* een\.duckdb"):
            open_series(folder / name, Wanted())


@pytest.mark.parametrize("name", ["een.duckdb", "oktober.duckdb"])
def test_the_threshold_belongs_to_the_series(folder: Path, name: str) -> None:
    with pytest.raises(LedgerRefused, match=r"drempel van reeks eerste .* is 5, niet 3"):
        open_series(folder / name, Wanted(threshold=3))
    assert open_series(folder / name, Wanted(threshold=5)).rule.threshold == 5


def test_the_key_of_another_series_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.sleutel"
    other.write_bytes(b"een heel andere sleutel van voldoende lengte")
    for wanted in (Wanted(key=other), Wanted(key=other, name="proef")):
        with pytest.raises(LedgerRefused, match="niet de sleutel van reeks"):
            open_series(folder / "b.duckdb", wanted)
    assert open_series(folder / "b.duckdb", Wanted(key=held(folder) / KEY))


def test_the_key_of_another_folder_is_told_where_its_ledger_lies(
    folder: Path, tmp_path: Path
) -> None:
    new, key = tmp_path / "nieuw" / "b.duckdb", held(folder) / KEY
    with pytest.raises(LedgerRefused, match=r"haar grootboek ligt daar ook.*--series"):
        open_series(new, Wanted(key=key))
    assert open_series(new, Wanted(place=key.parent)).decided
    alone = Path(shutil.copy(key, tmp_path / "los.sleutel"))
    with pytest.raises(LedgerRefused, match="ontbreekt het grootboek"):
        open_series(new, Wanted(key=alone))
    with pytest.raises(LedgerRefused, match="bestaat niet"):
        open_series(new, Wanted(key=tmp_path / "nergens.sleutel"))
    of_earlier_version(folder)
    with pytest.raises(LedgerRefused, match=r"heeft daar haar grootboek, een\.grootboek"):
        open_series(new, Wanted(key=folder / f"een{OLD_KEY}"))


def test_a_file_of_another_folder_is_of_another_series(folder: Path) -> None:
    shutil.copyfile(folder / "een.duckdb", folder / "b.duckdb")
    with duckdb.connect(str(folder / "b.duckdb")) as con:
        con.execute("UPDATE protection SET ledger = 'zegel'")
        con.execute("UPDATE meta SET series_id = 'abcdefgh'")
    with pytest.raises(LedgerRefused, match="hoort bij een andere reeks"):
        open_series(folder / "b.duckdb", Wanted())


# --- A place for the series elsewhere.


def test_the_series_may_lie_elsewhere(folder: Path, tmp_path: Path) -> None:
    for where in (folder / FOLDER, held(folder)):
        opened = open_series(tmp_path / "elders" / "b.duckdb", Wanted(place=where))
        assert opened.folder == held(folder)
        assert opened.decided


def test_an_empty_place_is_no_second_series_for_the_folder(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerRefused, match=r"geen reeks, en in .* wel"):
        open_series(folder / "b.duckdb", Wanted(place=tmp_path / "leeg"))


def test_the_first_series_may_begin_elsewhere(tmp_path: Path) -> None:
    opened = open_series(tmp_path / "b.duckdb", Wanted(place=tmp_path / "leeg"))
    opened.keep(opened.prepared({}), Published())
    assert [path.name for path in (tmp_path / "leeg").iterdir()] == ["1-eerste"]
    assert not (tmp_path / FOLDER).exists()


# --- A new series, on purpose.


def test_a_new_series_is_told_loudly_and_closes_the_old_one(folder: Path) -> None:
    opened = open_series(folder / "een.duckdb", NEW)
    assert opened.notice.startswith("LET OP: een nieuwe reeks.")
    assert "--from-month" in opened.notice
    opened.keep(opened.prepared({}), Published())
    assert open_series(folder / "b.duckdb", Wanted()).series.name == "proef"
    with pytest.raises(LedgerRefused, match="hoort bij een andere reeks"):
        open_series(folder / "een.duckdb", Wanted())
    assert open_series(folder / "een.duckdb", NEW).series == opened.series  # the way back
    with pytest.raises(LedgerRefused, match="De reeks Eerste is afgesloten"):
        open_series(folder / "een.duckdb", Wanted(name="Eerste"))


@pytest.mark.parametrize("names", [("a",), ("a", "b"), ("a", "b", "c")])
def test_the_last_of_any_number_of_series_goes_on_under_its_name(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    target = tmp_path / "x.duckdb"
    for name in names:
        opened = open_series(target, Wanted(name=name))
        opened.keep(opened.prepared({}), Published())
    for again in (Wanted(name=names[-1]), Wanted()):
        assert open_series(target, again).series == opened.series
    for closed in names[:-1]:
        with pytest.raises(LedgerRefused, match="is afgesloten"):
            open_series(target, Wanted(name=closed))


def test_nothing_of_a_new_series_is_kept_before_its_file_is_whole(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    opened = open_series(folder / "een.duckdb", NEW)
    opened.prepared({"a" * 32: 5})
    assert sorted(folder.rglob("*")) == before


def test_a_new_series_is_the_way_on_when_all_is_lost(folder: Path) -> None:
    (held(folder) / LEDGER).unlink()
    opened = open_series(folder / "een.duckdb", NEW)
    opened.keep(opened.prepared({}), Published())
    assert open_series(folder / "b.duckdb", Wanted()).series == opened.series


@pytest.mark.parametrize("name", ["../weg", "a/b", "1e", "", "-x", "a\nb", "[/b]", "a" * 41, "a_b"])
def test_a_name_of_a_series_is_a_plain_word(tmp_path: Path, name: str) -> None:
    assert not is_name(name)
    if name:
        with pytest.raises(LedgerRefused, match="kies een andere naam"):
            open_series(tmp_path / "x.duckdb", Wanted(name=name))


@pytest.mark.parametrize("name", ["eerste", "Drempel 10", "vanaf-2027", "é", "a" * 40])
def test_a_plain_word_can_be_the_name_of_a_series(name: str) -> None:
    assert is_name(name)


def test_a_series_from_a_month_on_publishes_nothing_before_it(folder: Path) -> None:
    target, first = folder / "later.duckdb", date(2019, 6, 1)
    wanted = Wanted(threshold=3, name="drie", first_month=first)
    publish(target, wanted)
    store = Store(target)
    assert store.seal
    assert store.seal.series == Series(open_series(target, Wanted()).series.id, "drie", 3, first)
    months = store.query("SELECT * FROM protected_months WHERE measure = 'scans'", {})
    early = months[months["month"] < np.datetime64(first)]
    assert len(early)
    assert (early["total"] == 0).all()
    marts = ProtectedMarts(store)
    assert marts.beginning == first
    for asked in (
        Selection(Level.WIJK, date(2019, 5, 31)),
        Selection(Level.WIJK, date(2020, 1, 31), start=date(2019, 5, 1)),
    ):
        with pytest.raises(NotPublished, match=r"vanaf juni 2019"):
            marts.allowed(asked)
    assert marts.allowed(Selection(Level.WIJK, date(2019, 6, 30), start=first))
    assert ExactMarts(store).beginning < first


def test_a_series_whose_first_month_is_not_over_says_so(folder: Path) -> None:
    target = folder / "later.duckdb"
    publish(target, Wanted(name="later", first_month=date(2020, 3, 1)))
    with pytest.raises(DataFileProblem, match="beginnen met maart 2020; tot en met februari 2020"):
        ProtectedMarts(Store(target))


def test_a_first_month_belongs_to_a_new_series(folder: Path) -> None:
    first = date(2019, 6, 1)
    with pytest.raises(LedgerRefused, match="geef ook --new-series"):
        open_series(folder / "een.duckdb", Wanted(first_month=first))
    opened = open_series(folder / "een.duckdb", NEW)
    opened.keep(opened.prepared({}), Published())
    with pytest.raises(LedgerRefused, match="al begonnen"):
        open_series(folder / "een.duckdb", Wanted(name="proef", first_month=first))


# --- What an earlier version kept beside the data file.


def test_a_pair_beside_a_data_file_becomes_the_series_of_the_folder(folder: Path) -> None:
    key, ledger = ((held(folder) / name).read_bytes() for name in (KEY, LEDGER))
    of_earlier_version(folder)
    publish(folder / "een.duckdb")
    assert (held(folder) / KEY).read_bytes() == key
    assert (held(folder) / LEDGER).read_bytes() == ledger
    assert not [path for path in folder.iterdir() if path.suffix in (OLD_KEY, OLD_LEDGER)]
    assert open_series(folder / "een.duckdb", Wanted()).series.name == "eerste"


def test_a_pair_goes_on_for_a_new_target_too(folder: Path) -> None:
    of_earlier_version(folder)
    opened = open_series(folder / "oktober.duckdb", Wanted())
    assert opened.decided
    assert opened.series.id == standing(folder / "een.duckdb").series
    with pytest.raises(LedgerRefused, match="is 5, niet 3"):
        open_series(folder / "oktober.duckdb", Wanted(threshold=3))


def test_a_key_that_was_kept_elsewhere_is_named(folder: Path, tmp_path: Path) -> None:
    of_earlier_version(folder)
    key = (folder / f"een{OLD_KEY}").rename(tmp_path / "veilig.sleutel")
    with pytest.raises(LedgerRefused, match="ontbreekt de sleutel"):
        open_series(folder / "een.duckdb", Wanted())
    assert open_series(folder / "een.duckdb", Wanted(key=key)).decided


def test_two_pairs_in_one_folder_are_refused_with_advice(folder: Path) -> None:
    of_earlier_version(folder)
    for ending in (OLD_KEY, OLD_LEDGER):
        shutil.copyfile(folder / f"een{ending}", folder / f"twee{ending}")
    for name in ("een.duckdb", "twee.duckdb", "drie.duckdb"):
        with pytest.raises(LedgerRefused, match=r"meer dan een reeks \(een, twee\)"):
            open_series(folder / name, Wanted())


def test_a_key_beside_without_its_ledger_is_a_lost_ledger(tmp_path: Path) -> None:
    (tmp_path / "een.sleutel").write_bytes(b"x" * 64)
    for name in ("een.duckdb", "twee.duckdb"):
        with pytest.raises(LedgerRefused, match="ontbreekt het grootboek"):
            open_series(tmp_path / name, Wanted())


@pytest.mark.parametrize("content", [b"", b"\n"])
def test_an_empty_key_counts_as_none_while_nothing_is_published(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "een.sleutel").write_bytes(content)
    (tmp_path / FOLDER / "1-eerste").mkdir(parents=True)
    (tmp_path / FOLDER / "1-eerste" / KEY).write_bytes(content)
    opened = open_series(tmp_path / "een.duckdb", Wanted())
    opened.keep(opened.prepared({}), Published())
    assert open_series(tmp_path / "een.duckdb", Wanted()).series == opened.series


# --- Kept whole.


def test_key_and_ledger_come_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_series(tmp_path / "x.duckdb", Wanted())
    entry = opened.prepared({"a" * 32: 5})
    written: list[Path] = []

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        if path.name == LEDGER:
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(place, "replace", full)
    with pytest.raises(OSError, match="No space"):
        opened.keep(entry, Published())
    assert [path.name for path in written] == [KEY, MONTHS, LEDGER]
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_of_a_new_series_is_no_series(tmp_path: Path) -> None:
    half = tmp_path / FOLDER / ".reeks.half"
    half.mkdir(parents=True)
    (half / KEY).write_bytes(b"x" * 64)
    opened = open_series(tmp_path / "x.duckdb", Wanted())
    opened.keep(opened.prepared({}), Published())
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["1-eerste"]


@pytest.mark.parametrize("name", [KEY, MONTHS, LEDGER])
def test_a_series_is_for_the_owner_alone(folder: Path, name: str) -> None:
    assert (held(folder) / name).stat().st_mode & 0o777 == 0o600
