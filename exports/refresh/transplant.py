"""One shape in the place of another: the place, size and order of the old, the figures of the new.

What python-pptx does not offer is done in the XML of ECMA-376 (part 1, chapters 19 and 21).
"""

from copy import deepcopy
from itertools import count
from typing import Any

from pptx.oxml.ns import qn

from exports.slides.mark import Mark, alternative, hashed

_PLACE = {qn("a:off"), qn("a:ext")}  # of a group: where it is; the rest is how it is drawn inside


def renew(mark: Mark, old: Any, new: Any) -> bool:
    """Gives a shape what another holds; False when its words are no longer ours and stay.

    Both are of the same part of the same card; the mark is of the old one.
    """
    is_ours = hashed(old) == mark.woorden
    if not new.has_text_frame:
        _renew_drawing(old, new)
        if is_ours or not alternative(old):  # LibreOffice loses that of a chart
            old._element._nvXxPr.cNvPr.set("descr", alternative(new))
    elif is_ours:
        _renew_text(old, new)
    old.name = new.name
    return is_ours or not new.has_text_frame


def _renew_drawing(old: Any, new: Any) -> None:
    if new.has_chart:
        _renew_chart(old, new)
    elif new.has_table:
        _renew_table(old, new)
    elif new._element.tag == qn("p:grpSp"):
        _renew_group(old._element, new._element)
    else:
        _renew_line(old._element.spPr, new._element.spPr)


def _renew_text(old: Any, new: Any) -> None:
    """The words, in the letters that a person gave them when the paragraphs are alike."""
    paragraphs = old.text_frame.paragraphs, new.text_frame.paragraphs
    shapes = [[len(one.runs) for one in each] for each in paragraphs]
    if shapes[0] == shapes[1] and old.text_frame.text:
        for before, after in zip(*paragraphs, strict=True):
            for run, words in zip(before.runs, after.runs, strict=True):
                run.text = words.text
                _fit(run.font, words.font)
    else:
        body = old._element.txBody
        body.getparent().replace(body, deepcopy(new._element.txBody))


def _fit(font: Any, fitting: Any) -> None:
    """Letters no larger than those in which the new words fit."""
    if fitting.size and (font.size is None or font.size > fitting.size):
        font.size = fitting.size


def _renew_chart(old: Any, new: Any) -> None:
    """The whole chart, so that axes and names at the end of lines fit, with its workbook."""
    part, space = old.chart.part, deepcopy(new.chart._chartSpace)
    part.chart_workbook.update_from_xlsx_blob(new.chart.part.chart_workbook.xlsx_part.blob)
    book = part._element.find(qn("c:externalData"))
    space.find(qn("c:externalData")).set(qn("r:id"), book.get(qn("r:id")))
    part._element = space


def _renew_table(old: Any, new: Any) -> None:
    """The table; its columns stay as wide as a person made them, when there are as many."""
    widths = [column.width for column in old.table.columns]
    frame, made = old.table._tbl, deepcopy(new.table._tbl)
    frame.getparent().replace(frame, made)
    if len(widths) == len(old.table.columns):
        for column, width in zip(old.table.columns, widths, strict=True):
            column.width = width


def _renew_group(old: Any, new: Any) -> None:
    """The shapes of a map, with numbers that no other shape of the slide has."""
    for child in old.findall("*")[2:]:
        old.remove(child)
    place, drawn = old.grpSpPr.find(qn("a:xfrm")), new.grpSpPr.find(qn("a:xfrm"))
    for side in [side for side in place if side.tag not in _PLACE]:
        place.remove(side)
    place.extend([deepcopy(side) for side in drawn if side.tag not in _PLACE])
    old.extend([deepcopy(child) for child in new.findall("*")[2:]])
    root = old.getroottree().getroot()
    inside = set(old.iter(qn("p:cNvPr"))) - {old.nvGrpSpPr.cNvPr}
    taken = [int(one.get("id")) for one in root.iter(qn("p:cNvPr")) if one not in inside]
    numbers = count(max(taken) + 1)
    for about in old.iter(qn("p:cNvPr")):
        if about in inside:
            about.set("id", str(next(numbers)))


def _renew_line(old: Any, new: Any) -> None:
    """The colour and dashes of a line of a legend."""
    drawn, fresh = old.find(qn("a:ln")), new.find(qn("a:ln"))
    if drawn is not None and fresh is not None:
        old.replace(drawn, deepcopy(fresh))
