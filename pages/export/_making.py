"""Making files on the page Naar buiten: progress, stopping, the audit, and handing them over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import streamlit as st

from data.file.store import Version
from exports.flat.collect import NoFigures
from exports.formats import Form, file_name
from exports.house import HouseProblem
from exports.manifest import Origin, told_of
from exports.safe import Unsafe, refuse_unsafe
from exports.setting import setting_of
from exports.viewer.box import OnlyRounded
from exports.zips import zipped
from pages._parts import cards, handing
from pages._parts.handing import Offer
from pages._parts.session import PageScope

ZIP = Form("zip", "Alles in een zip", "application/zip")


class Tell(Protocol):
    """What hears how far the work is."""

    def __call__(self, part: float, words: str = "", /) -> None:
        """Which part is done, from 0 to 1, and what is being done in words."""


@dataclass(frozen=True)
class Job:
    """Files to be made: `asked` is all that decides what is in them.

    `key` begins the keys of the buttons, `begun` is what stands above the progress. `stem` is how
    a zip of several files is called, without audience; `told` what its manifest says was asked.
    """

    key: str
    button: str
    asked: object
    scope: PageScope
    make: Callable[[Tell], Mapping[str, bytes]]
    form: Form
    stem: str
    told: Mapping[str, str] = field(default_factory=dict)
    begun: str = "Het bestand wordt gemaakt"
    subject: str = "cijfers"


@dataclass(frozen=True)
class Made:
    """What was made: what was asked, from which version of the data, and how it is called."""

    asked: object
    version: Version
    name: str
    mime: str
    data: bytes


def draw(job: Job) -> None:
    """A button that makes files, and when they are there the button that saves them.

    Stopping leaves nothing, because all is kept at the end.
    """
    if st.button(job.button, type="primary", key=f"{job.key}-make"):
        st.session_state[job.key] = _made(job)
    made: Made | None = st.session_state.get(job.key)
    if made and (made.asked, made.version) == (job.asked, job.scope.answers.version):
        offer = Offer(f"Bewaar {made.name}", made.name, made.mime, f"{job.key}-save", job.subject)
        handing.button(offer, job.scope.answers, lambda: made.data)
        st.caption("Het bestand komt in de map met downloads van uw browser.")


def _made(job: Job) -> Made | None:
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, text=job.begun)
        st.button("Stop", key=f"{job.key}-stop", help="Er blijft niets half achter.")

    def tell(part: float, words: str = "", /) -> None:
        bar.progress(min(part, 1.0), text=words or job.begun)

    try:
        files = job.make(tell)
        setting = setting_of(job.scope)
        refuse_unsafe(files, setting, lambda name: tell(1.0, f"De controle leest mee: {name}"))
    except (HouseProblem, NoFigures, OnlyRounded, Unsafe) as problem:
        place.empty()
        cards.note(str(problem))
        return None
    place.empty()
    return _packed(job, files)


def _packed(job: Job, files: Mapping[str, bytes]) -> Made:
    """One file as it is; several as a zip with their manifest and hashes."""
    version = job.scope.answers.version
    if len(files) == 1:
        [(name, data)] = files.items()
        return Made(job.asked, version, name, job.form.mime, data)
    setting = setting_of(job.scope)
    told = told_of(Origin(version.path, setting, dict(job.told)), files)
    name = file_name(f"{job.stem}_{setting.as_of}", setting, ZIP)
    return Made(job.asked, version, name, ZIP.mime, zipped([*sorted(files.items()), *told]))
