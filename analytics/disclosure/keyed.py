"""The rule of protection and everything that hangs on the owner's secret key.

Names, orders and dice come from HMAC-SHA256 with the key: the same key gives the same result,
whatever the order of the input, and nobody without the key can repeat it.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from json.encoder import encode_basestring

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.thresholds import whole

MIN_KEY_BYTES = 32
MIN_THRESHOLD = 2
DEFAULT_THRESHOLD = whole("rounding")
_AT_ONCE = 20_000  # rows whose texts stand in memory together


@dataclass(frozen=True)
class Rule:
    """The threshold (counts 1..threshold-1 are never shown) and the owner's secret key.

    ValueError when the threshold is below 2 or the key is shorter than 32 bytes.
    """

    threshold: int
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.threshold < MIN_THRESHOLD:
            raise ValueError(f"De drempel is {self.threshold}; kies een drempel van 2 of hoger.")
        if len(self.key) < MIN_KEY_BYTES:
            raise ValueError("De geheime sleutel is te kort: gebruik ten minste 32 tekens.")


def digest(key: bytes, purpose: str, values: Sequence[str]) -> bytes:
    """HMAC-SHA256 of a purpose and some texts, 32 bytes."""
    text = f"[{','.join(map(encode_basestring, (purpose, *values)))}]"  # JSON, a million times
    return hmac.digest(key, text.encode("utf-8"), "sha256")


def digests(key: bytes, purpose: str, rows: pd.DataFrame) -> NDArray[np.bytes_]:
    """One hexadecimal digest of 64 signs per row, from all its columns as text.

    The first half serves as name, the second as order: knowing one tells nothing of the other.
    """
    marks = np.empty(len(rows), dtype="S64")
    for start in range(0, len(rows), _AT_ONCE):
        some = rows.iloc[start : start + _AT_ONCE]
        texts = [some[column].astype(str).tolist() for column in some.columns]
        marks[start : start + _AT_ONCE] = [
            digest(key, purpose, values).hex() for values in zip(*texts, strict=True)
        ]
    return marks


def names(marks: NDArray[np.bytes_], signs: int = 32) -> list[str]:
    """The first hexadecimal signs of digests; 32 are the name half."""
    texts: list[str] = marks.astype(f"S{signs}").astype(np.str_).tolist()
    return texts


def order(marks: NDArray[np.bytes_]) -> NDArray[np.int64]:
    """The positions that sort digests by their order half."""
    halves = np.ascontiguousarray(marks).view("S32")[1::2]
    return np.argsort(halves, kind="stable").astype(np.int64)


def dice(key: bytes, purpose: str) -> np.random.Generator:
    """A random generator that only the key can repeat."""
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest(key, purpose, ()), "big")))
