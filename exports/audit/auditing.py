"""The audit: everything that the given exports tell together, read as an outsider would."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from data.reference.population import known_years, people_in
from exports.audit.content import Content, Text, is_told_rounded, merged, stated_base
from exports.audit.extraction.changes import in_changes
from exports.audit.extraction.figures import figures_in
from exports.audit.extraction.found import Found, Source
from exports.audit.extraction.grids import Grid, spelled_table, spelled_text, split
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.loose import in_texts, judged
from exports.audit.extraction.rates import Known, in_rates
from exports.audit.extraction.rests import in_rests
from exports.audit.extraction.shares import in_grid, in_shares
from exports.audit.extraction.teams import names_in, teams_in
from exports.audit.extraction.wholes import in_rows, in_sentences, left_in_sentences
from exports.audit.figure import Figure
from exports.audit.findings import Finding, Kind
from exports.audit.gates import Examined, at_gate
from exports.audit.inference.examine import Rules, examine, small_values
from exports.audit.inference.programs import Budget
from exports.audit.inference.rounded import has_exact_cells
from exports.audit.readers import File, files_of, read_bytes
from exports.audit.report import AuditReport
from exports.audit.vouching import Vouching, vouched
from exports.audit.words.geography import Geography
from exports.audit.words.moments import as_of

People = Mapping[str, int]  # inhabitants per area code
Heed = Callable[[str], None]
DEFAULT_THRESHOLD = 5


def _unheard(name: str) -> None:
    """Nobody listens."""


@dataclass
class _Export:
    """One given path: its files, what they hold as grids and texts, and the rounding they state.

    `heed` hears the name of each file before it is read.
    """

    name: str
    files: Sequence[File]
    vouching: Vouching
    heed: Heed = _unheard
    grids: list[Grid] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    base: int | None = None

    def __post_init__(self) -> None:
        contents = [self._read(name, data) for name, data in self.files]
        self.content = merged(contents)
        self.texts += map(spelled_text, self.content.texts)
        for table in self.content.tables:
            grids, texts = split(replace(spelled_table(table), protected=is_told_rounded(table)))
            self.grids += grids
            self.texts += texts
        self.base = stated_base(self.content)
        self.examined = [
            Examined(name, data, content, _only_day(_texts_of(content)))
            for (name, data), content in zip(self.files, contents, strict=True)
        ]

    def _read(self, name: str, data: bytes) -> Content:
        self.heed(name)
        return read_bytes(name, data, self.vouching)

    @property
    def as_of(self) -> int | None:
        """The last day that the export tells of, when it states one day only."""
        return _only_day(text.text for text in self.texts)


def _texts_of(content: Content) -> Iterable[str]:
    yield from (text.text for text in content.texts)
    for table in content.tables:
        yield from (cell for row in table.rows for cell in row if isinstance(cell, str))


def _only_day(texts: Iterable[str]) -> int | None:
    days = {as_of(text) for text in texts} - {None}
    return days.pop() if len(days) == 1 else None


def audit(
    paths: Sequence[Path],
    *,
    threshold: int = DEFAULT_THRESHOLD,
    population: People | None = None,
) -> AuditReport:
    """What can be worked out from files and folders together. OSError when one cannot be read.

    `threshold`: counts of 1 up to it are small. `population`: inhabitants per area code, by which
    rates are turned into counts; in every year; those of data/reference/inwoners.csv when None.
    """
    given = [(path.name or str(path), list(files_of(path))) for path in paths]
    vouching = vouched(file for _, files in given for file in files)
    exports = [_Export(name, files, vouching) for name, files in given]
    return _report(exports, vouching, threshold, population)


def audit_made(
    files: Mapping[str, bytes], *, threshold: int = DEFAULT_THRESHOLD, heed: Heed = _unheard
) -> AuditReport:
    """What can be worked out from files that the product just made, before anyone has them.

    Their pictures were drawn from the figures that are read beside them, and are vouched for.
    `heed` hears the name of each file before it is read.
    """
    hashes = frozenset(sha256(data).hexdigest() for data in files.values())
    vouching = Vouching(hashes)
    export = _Export("export", list(files.items()), vouching, heed)
    return _report([export], vouching, threshold, None)


def _report(
    exports: Sequence[_Export], vouching: Vouching, threshold: int, population: People | None
) -> AuditReport:
    grids = [grid for export in exports for grid in export.grids]
    geography = Geography(teams_in(grids), names_in(grids))
    people = people_in if population is None else lambda year: population
    found = [_figures(export, geography, people, threshold) for export in exports]
    bases = [export.base for export in exports if export.base]
    rules = Rules(threshold, min(bases, default=threshold), geography, Budget())
    outcome = examine([figure for part in found for figure in part.figures], rules)
    gates = at_gate((file for export in exports for file in export.examined), vouching)
    told = [*_unjoined(found, rules), *_in_words(exports, found, _known(rules, population))]
    return AuditReport(
        threshold=threshold,
        exports=tuple(export.name for export in exports),
        protected=tuple(export.name for export in exports if _is_protected(export)),
        figures=sum(len(part.figures) for part in found),
        cells=outcome.cells,
        withheld=outcome.withheld,
        recovered=outcome.recovered,
        programs=rules.budget.solved,
        findings=(*gates, *outcome.findings, *told),
        unread=(*_unread(exports, found), *outcome.unread),
    )


def _known(rules: Rules, population: People | None) -> Known:
    """What an outsider knows: the inhabitants of every year, the last first."""
    years = [population] if population is not None else map(people_in, reversed(known_years()))
    return Known(rules.geography, list(years), rules.threshold)


def _unjoined(found: Sequence[Found], rules: Rules) -> Iterator[Finding]:
    """What figures tell by themselves, and then numbers that are in no figure."""
    yield from small_values((figure for part in found for figure in part.alone), rules)
    yield from judged(number for part in found for number in part.loose)
    for part in found:
        yield from _within_grids(part.undated, rules)


def _within_grids(figures: Sequence[Figure], rules: Rules) -> Iterator[Finding]:
    """What grids that tell no days give away of what they withhold."""
    withheld = {figure.last for figure in figures if figure.withheld}
    told = examine([figure for figure in figures if figure.last in withheld], rules)
    yield from (one for one in told.findings if one.kind in (Kind.PINNED, Kind.NARROW))


def _in_words(
    exports: Sequence[_Export], found: Sequence[Found], known: Known
) -> Iterator[Finding]:
    """What the rates in texts tell, then what shares tell, and then what changes tell."""
    for export in exports:
        yield from _in_texts(export.texts, known)
    for export in exports:
        yield from _in_shares(export, known.geography, known.threshold)
    for export, part in zip(exports, found, strict=True):
        yield from _in_changes(export, part, known)


def _in_changes(export: _Export, found: Found, known: Known) -> Iterator[Finding]:
    """The small changes and rests that are told; where rounded cells are exact, of nobody."""
    if not (export.base and has_exact_cells(found.figures, export.base)):
        for own in _by_file(export.texts):
            yield from dict.fromkeys(in_changes(own, known.geography, known.threshold))
        for text in export.texts:
            yield from dict.fromkeys(left_in_sentences(text, known.threshold))
        for grid in export.grids:
            yield from dict.fromkeys(in_rests(Labels(grid, known.geography), known.threshold))


def _is_protected(export: _Export) -> bool:
    return export.base is not None or any(grid.source.protected for grid in export.grids)


def _figures(
    export: _Export,
    geography: Geography,
    people: Callable[[int], People],
    threshold: int,
) -> Found:
    source = Source(export.name, threshold, people, export.as_of, export.base is not None)
    whole = Found()
    for number, grid in enumerate(export.grids, 1):
        part = figures_in(grid, geography, replace(source, number=number))
        whole.undated += part.undated
        whole.figures += part.figures
        whole.alone += part.alone
        whole.loose += part.loose
        whole.unused += part.unused
    return whole


def _in_texts(texts: Iterable[Text], known: Known) -> list[Finding]:
    """The findings in texts, file by file, so that one file's titles say nothing of another."""
    found: list[Finding] = []
    for own in _by_file(texts):
        found += in_texts(own, known.geography, known.threshold)
        found += in_rates(own, known)
    return found


def _by_file(texts: Iterable[Text]) -> Iterator[list[Text]]:
    for _, group in groupby(texts, key=lambda text: text.where.partition(",")[0]):
        yield list(group)


def _in_shares(export: _Export, geography: Geography, threshold: int) -> list[Finding]:
    found: list[Finding] = []
    for text in export.texts:
        found += [*in_shares(text, threshold), *in_sentences(text, threshold)]
    for grid in export.grids:
        labels = Labels(grid, geography)
        found += [*in_grid(labels, threshold), *in_rows(labels, threshold)]
    return list(dict.fromkeys(found))


def _unread(exports: Iterable[_Export], found: Iterable[Found]) -> list[str]:
    notes = [
        note for export in exports for note in (*export.content.unread, *export.content.pictures)
    ]
    unused = sum(part.unused for part in found)
    if unused:
        notes.append(f"{unused} verhoudingscijfers zonder bekend aantal inwoners")
    return notes
