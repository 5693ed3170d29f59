"""Why a single cell of a delivery is not taken, and what damage looks like."""

import struct
import zlib
from zipfile import BadZipFile

# What readers raise for a file that is damaged or hostile, besides exceptions of their own.
DAMAGE = (
    *(ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, MemoryError, EOFError),
    *(BadZipFile, struct.error, zlib.error),
)


class CellProblem(ValueError):
    """A cell cannot be read; the message is the Dutch reason that the report gives."""
