"""Plain text, such as a readme beside an export."""

from exports.audit.content import Content, Text


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8 or UTF-16 with a mark, UTF-8, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(name: str, data: bytes) -> Content:
    """Every line is a text."""
    lines = decoded(data).splitlines()
    return Content(texts=tuple(Text(name, line) for line in lines if line.strip()))
