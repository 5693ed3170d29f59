"""All figures at once on the page Naar buiten: kijkdoos, csv, Swing, the record of a catalogue."""

import streamlit as st

from analytics.catalog import INDICATORS
from analytics.scope.scope import PARTS
from analytics.scope.sentences import PLURALS
from data.dutch import long_date
from data.grammar import capital, listed, lower_first
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import LEVELS, PERIODS, Flat, Wanted
from exports.formats import FlatForm
from exports.house import house
from exports.setting import setting_of
from pages._parts.session import PageScope
from pages.export import _making
from pages.export._making import Job, Tell

PERIOD_WORDS = {Period.MONTH: "maanden", Period.QUARTER: "kwartalen", Period.YEAR: "jaren"}
BOX = "html"


def draw(scope: PageScope, form: FlatForm) -> None:
    """What can be chosen, what will be in it, and the button that makes it."""
    wanted = _wanted(scope, form)
    st.markdown(_contents(scope, form, wanted))

    def make(tell: Tell) -> dict[str, bytes]:
        flat = Flat(scope.answers, setting_of(scope), wanted, tell)
        return dict(form.files(flat, house()))

    _making.draw(
        Job(
            key="outward",
            button=f"Maak {lower_first(form.label)}",
            asked=(form.name, wanted, scope.audience),
            scope=scope,
            make=make,
            form=form,
            stem="_".join(filter(None, (form.stem, wanted.area))),
            told={"formaat": form.name, "gebied": scope.area.name},
            subject=form.stem,
        )
    )


def _wanted(scope: PageScope, form: FlatForm) -> Wanted:
    known = [level for level in _levels(scope) if form.name != BOX or level != scope.area.level]
    names = _indicators()
    levels = st.multiselect(
        "Per",
        known,
        format_func=PLURALS.__getitem__,
        placeholder="Alle niveaus",
        key=f"outward-levels-{scope.area.level}-{form.name}",
    )
    periods = [] if form.name == BOX else _periods()
    return Wanted(
        as_of=scope.day,
        indicators=tuple(one for one in INDICATORS if not names or one.id in names),
        levels=tuple(level for level in known if not levels or level in levels),
        periods=tuple(period for period in PERIODS if not periods or period in periods),
        area=scope.view.area,
        window=scope.window,
    )


def _indicators() -> list[str]:
    return st.multiselect(
        "Cijfers",
        [one.id for one in INDICATORS],
        format_func={one.id: capital(one.label) for one in INDICATORS}.__getitem__,
        placeholder="Alle cijfers",
        key="outward-indicators",
    )


def _levels(scope: PageScope) -> list[Level]:
    own = scope.area.level
    present = {area.level for area in scope.known.areas.values()} & {own, *PARTS[own]}
    return [level for level in LEVELS if level in present]


def _periods() -> list[Period]:
    return st.multiselect(
        "Perioden",
        PERIODS,
        format_func=PERIOD_WORDS.__getitem__,
        placeholder="Maanden, kwartalen en jaren",
        key="outward-periods",
    )


def _contents(scope: PageScope, form: FlatForm, wanted: Wanted) -> str:
    """What will be in the file, before it is made."""
    if form.name == BOX:
        time = f"{wanted.window.label}, op elk moment tot en met {long_date(wanted.as_of)}"
    else:
        times = listed([PERIOD_WORDS[period] for period in wanted.periods])
        time = f"hele {times} tot en met {long_date(wanted.as_of)}"
    levels = listed([PLURALS[level] for level in wanted.levels]) or "geen delen"
    count = len(wanted.indicators)
    what = "1 cijfer" if count == 1 else f"{count} cijfers"
    return f"**Erin:** {what} · {scope.area.label} · {levels} · {time}."
