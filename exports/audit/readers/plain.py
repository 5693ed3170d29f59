"""Plain text, such as a readme beside an export."""

from exports.audit.content import Content, Row, Table, Text


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8 or UTF-16 with a mark, UTF-8, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(name: str, data: bytes) -> Content:
    """Every line is a text; lines with bars or tabs between their words are a table."""
    lines = [line for line in decoded(data).splitlines() if line.strip()]
    rows = tuple(cells for line in lines if (cells := _cells(line)))
    table = (Table(name, rows, topic=" ".join(lines[:1])),) if len(rows) > 1 else ()
    return Content(tables=table, texts=tuple(Text(name, line) for line in lines))


def _cells(line: str) -> Row:
    """The cells of a line of a table; none for any other line, or a rule below headings."""
    sign = "|" if line.count("|") > 1 else "\t"
    cells = tuple(cell.strip() or None for cell in line.strip().strip("|").split(sign))
    is_rule = not set(line) - set("|-: ")
    return () if is_rule or len(cells) == 1 else cells
