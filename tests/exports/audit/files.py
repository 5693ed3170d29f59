"""One file under audit."""

from pathlib import Path

from exports.audit import audit


def failed(folder: Path, name: str, content: str | bytes) -> bool:
    """Whether the audit finds anything in a file with this content; it must be read whole."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    report = audit([folder / name])
    assert report.failed or report.complete, report.unread
    return report.failed
