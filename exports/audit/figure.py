"""One published figure, and a number that could not be placed."""

from dataclasses import dataclass

from exports.audit.words.geography import Buurten

Attributes = tuple[tuple[str, str], ...]
Key = tuple[str, Buurten, int | None, int, Attributes]


@dataclass(frozen=True)
class Figure:
    """What a file says of one sum: the count of a measure lies in low..high.

    `measure` counted in `buurten` from day `first` (None: from the beginning) to `last`, of the
    `attributes` named. `high` None: no upper bound is stated. `withheld`: a blank or a mark.
    """

    measure: str
    buurten: Buurten
    first: int | None
    last: int
    attributes: Attributes
    low: int
    high: int | None
    withheld: bool
    where: str
    export: str
    protected: bool = False

    @property
    def key(self) -> Key:
        """The sum that the figure speaks of."""
        return (self.measure, self.buurten, self.first, self.last, self.attributes)


@dataclass(frozen=True)
class Loose:
    """A whole number that belongs to no figure.

    `words` are those of its column and row, nearest first; `topic` the titles around it, and
    `beside` what else stands there.
    """

    number: int
    words: tuple[str, ...]
    topic: str
    where: str
    hidden: bool
    beside: str = ""
