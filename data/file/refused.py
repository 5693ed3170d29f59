"""Why a file could not be written: what DuckDB says, as the error of the operating system."""

import errno
import os
import shutil
from pathlib import Path

import duckdb

_REASONS = (
    errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG,
    errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EIO, errno.EMFILE, errno.EFBIG,
)  # fmt: skip
_HARDLY_ANY = 1 << 20  # bytes: a disk with less is full for a database


def disk_error(error: duckdb.Error, folder: Path) -> OSError | None:
    """The error of a database as an OSError with the reason of the system; None if it has none.

    DuckDB gives that reason in words only. When it says nothing of the kind and the disk of
    `folder` is full, that is the reason: temporary data may not fill a disk.
    """
    for code in _REASONS:
        if os.strerror(code) in str(error):
            return OSError(code, os.strerror(code))
    if _is_full(folder):
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return OSError(str(error).splitlines()[0]) if isinstance(error, duckdb.IOException) else None


def _is_full(folder: Path) -> bool:
    return folder.exists() and shutil.disk_usage(folder).free < _HARDLY_ANY
