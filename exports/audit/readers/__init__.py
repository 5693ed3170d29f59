"""Reading of everything that an export can hold, one module a format."""

from exports.audit.readers.files import read_bytes, read_path

__all__ = ["read_bytes", "read_path"]
