"""Reading of everything that an export can hold, one module a format."""

from exports.audit.readers.files import File, files_of, read_bytes

__all__ = ["File", "files_of", "read_bytes"]
