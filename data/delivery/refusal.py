"""Why a whole delivery, or a single cell of it, is not taken."""

import struct
import zlib
from zipfile import BadZipFile

# What readers raise for a file that is damaged or hostile, besides exceptions of their own.
DAMAGE = (
    *(ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, MemoryError, EOFError),
    *(BadZipFile, struct.error, zlib.error),
)


class DeliveryRefused(Exception):
    """The whole delivery is refused and nothing is written; the message is a Dutch sentence."""


class CellProblem(ValueError):
    """A cell cannot be read; the message is the Dutch reason that the report gives."""
