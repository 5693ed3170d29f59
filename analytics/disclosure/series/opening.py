"""Which series an import goes on with: the one of its folder, and never a second by accident.

A key without its ledger is a lost ledger; a target that cannot be read is not a first one; what
was published in one series is not published again in another unless the owner says so.
"""

from dataclasses import replace
from pathlib import Path

from analytics.disclosure.keyed import DEFAULT_THRESHOLD
from analytics.disclosure.ledger import About, LedgerRefused, about
from analytics.disclosure.series import pairs
from analytics.disclosure.series.place import (
    FIRST_NAME,
    FOLDER,
    KEY,
    LEDGER,
    MOST_SIGNS,
    OpenSeries,
    Wanted,
    folders,
    is_name,
    name_of,
    new_series,
    open_folder,
    read_key,
    slug,
)
from data.dutch import month
from data.file.standing import Kind, Standing, standing


def open_series(target: Path, wanted: Wanted) -> OpenSeries:
    """The series with which figures go into `target`.

    LedgerRefused, with what to do in Dutch, when that is not certain: a key or ledger that is
    missing, damaged, old, or of another series, and a target that is in use or not ours.
    """
    stands = standing(target)
    _refuse_target(target, stands)
    opened = _opened(target, stands, wanted)
    _refuse_other_wish(opened, wanted)
    if not wanted.name:
        _refuse_other_series(target, stands, opened)
    _refuse_old_ledger(target, opened)
    return opened


def _opened(target: Path, stands: Standing, wanted: Wanted) -> OpenSeries:
    held = folders(wanted.place_for(target))
    if wanted.name:
        return _named(target, held, wanted)
    if wanted.first_month:
        raise LedgerRefused("--from-month hoort bij een nieuwe reeks: geef ook --new-series NAAM.")
    return _held(held[-1]) if held else _first(target, stands, wanted)


def _held(folder: Path) -> OpenSeries:
    """The series in a folder, with its key and its ledger."""
    key = read_key(folder / KEY)
    if not key:
        raise LedgerRefused(pairs.lost_key(folder / KEY))
    if not (folder / LEDGER).exists():
        raise LedgerRefused(pairs.lost_ledger(folder / KEY))
    return open_folder(folder, about(folder / LEDGER), key)


def _first(target: Path, stands: Standing, wanted: Wanted) -> OpenSeries:
    """The pair of an earlier version, or the first series where nothing was published yet."""
    place = wanted.place_for(target)
    if place != target.parent / FOLDER and folders(target.parent / FOLDER):
        raise LedgerRefused(
            f"In {place} ligt geen reeks, en in {target.parent / FOLDER} wel. Laat --series (en"
            " BLOEI_SERIES) weg, of wijs de map van die reeks aan."
        )
    pair = pairs.taken_over(target.parent, place, wanted.key)
    if pair:
        return pair
    _refuse_lost(target, stands)
    if wanted.key:
        raise LedgerRefused(_key_only(wanted.key))
    begun = new_series(place, About(wanted.threshold or DEFAULT_THRESHOLD, FIRST_NAME))
    return replace(begun, notice=_begun(begun))


def _key_only(key: Path) -> str:
    """What is told when a key is named of which no series lies here: what is there of it."""
    if not key.exists():
        return f"De sleutel {key} bestaat niet. Kijk de naam na, of laat --key weg."
    if (key.parent / LEDGER).exists():
        return (
            f"{key.name} is de sleutel van de reeks in {key.parent}; haar grootboek ligt daar ook."
            " Wijs die map aan met --series in plaats van --key."
        )
    if key.with_suffix(pairs.LEDGER).exists():
        return (
            f"{key.name} in {key.parent} heeft daar haar grootboek,"
            f" {key.with_suffix(pairs.LEDGER).name}. Laad eerst in die map; daarna ligt daar een"
            " map reeksen, en die wijst u aan met --series."
        )
    return pairs.lost_ledger(key)


def _named(target: Path, held: list[Path], wanted: Wanted) -> OpenSeries:
    """The series that is begun on purpose; asked again, it goes on (for another target)."""
    if not is_name(wanted.name):
        raise LedgerRefused(
            f"Een reeks heet naar letters, cijfers, spaties en streepjes, ten hoogste"
            f" {MOST_SIGNS}, en begint met een letter: kies een andere naam."
        )
    if held and name_of(held[-1]) == slug(wanted.name):
        return _held(held[-1])
    if any(name_of(folder) == slug(wanted.name) for folder in held):
        raise LedgerRefused(f"De reeks {wanted.name} is afgesloten: kies een andere naam.")
    threshold = wanted.threshold or DEFAULT_THRESHOLD
    begun = new_series(wanted.place_for(target), About(threshold, wanted.name, wanted.first_month))
    return replace(begun, notice=_loud(begun))


def _begun(opened: OpenSeries) -> str:
    return (
        f"Begonnen: {opened.series.words}, met drempel {opened.rule.threshold}. De sleutel en het"
        f" grootboek liggen in {opened.folder}: bewaar ze samen, en deel ze niet."
    )


def _loud(opened: OpenSeries) -> str:
    first = opened.about.first_month
    span = f"vanaf {month(first)}" if first else "over alle maanden"
    other = ", of begin met --from-month in een maand die nog niet naar buiten is"
    return (
        f"LET OP: een nieuwe reeks. {_begun(opened)} Zij geeft cijfers {span}. Wie cijfers over"
        " dezelfde maanden uit twee reeksen heeft, kan kleine aantallen terugrekenen. Trek daarom"
        f" bestanden van een eerdere reeks over die maanden in{'' if first else other}."
    )


def _refuse_target(target: Path, stands: Standing) -> None:
    if stands.kind is Kind.FOREIGN:
        raise LedgerRefused(f"{target} {stands.kind}. Kies een andere naam voor --to.")
    if stands.kind is Kind.BUSY:
        raise LedgerRefused(f"{target} {stands.kind}. Sluit dat programma en probeer het opnieuw.")


def _refuse_lost(target: Path, stands: Standing) -> None:
    """Nothing is kept of a series: refuses when something was published all the same."""
    if stands.kind is Kind.DAMAGED:
        raise LedgerRefused(
            f"{target} {stands.kind}, en er ligt geen sleutel of grootboek bij: wat er eerder is"
            f" gepubliceerd, is niet bekend. {pairs.RESTORE}"
        )
    for path in (target, *_neighbours(target)):
        if standing(path).ledger:
            raise LedgerRefused(
                f"Voor {path.name} zijn al cijfers gepubliceerd, maar de sleutel en het grootboek"
                f" ontbreken in {target.parent / FOLDER}. {pairs.RESTORE} Liggen ze in een andere"
                " map, wijs die dan aan met --series."
            )


def _refuse_other_wish(opened: OpenSeries, wanted: Wanted) -> None:
    """The threshold, the key and the first month belong to the series."""
    if wanted.threshold not in (None, opened.rule.threshold):
        raise LedgerRefused(
            f"De drempel van {opened.series.words} is {opened.rule.threshold}, niet"
            f" {wanted.threshold}. Laat --threshold weg, of begin een nieuwe reeks met --new-series"
            " NAAM en --from-month."
        )
    if wanted.key and read_key(wanted.key) != opened.rule.key:
        raise LedgerRefused(
            f"{wanted.key.name} is niet de sleutel van {opened.series.words}. Laat --key weg: een"
            " map heeft een reeks met een sleutel."
        )
    if wanted.first_month not in (None, opened.about.first_month):
        raise LedgerRefused(f"De reeks {opened.about.name} is al begonnen: laat --from-month weg.")


def _refuse_other_series(target: Path, stands: Standing, opened: OpenSeries) -> None:
    """What was published in another series goes on in that one."""
    if not stands.ledger or stands.ledger in opened.seals:
        return
    if stands.series and stands.series != opened.series.id:
        raise LedgerRefused(
            f"{target.name} hoort bij een andere reeks ({stands.series}) dan"
            f" {opened.series.words}. Kies een ander bestand, wijs met --series de map van die"
            f" reeks aan, of geef --new-series {opened.about.name} om het in deze reeks te zetten;"
            " trek dan de oude cijfers in."
        )
    raise LedgerRefused(_old(target, opened))


def _refuse_old_ledger(target: Path, opened: OpenSeries) -> None:
    """Every file of the series in the folder rests on what the ledger holds."""
    for path in _neighbours(target):
        stands = standing(path)
        if stands.series == opened.series.id and stands.ledger not in opened.seals:
            raise LedgerRefused(_old(path, opened))


def _old(path: Path, opened: OpenSeries) -> str:
    return (
        f"Het grootboek {opened.ledger.name} is ouder dan de gepubliceerde cijfers in {path.name},"
        f" of hoort er niet bij. {pairs.RESTORE}"
    )


def _neighbours(target: Path) -> list[Path]:
    """The other data files in the folder."""
    if not target.parent.is_dir():
        return []
    return sorted(path for path in target.parent.glob("*.duckdb") if path.name != target.name)
