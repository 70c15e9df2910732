"""Tells the rows of a table in words, a line for each value. Between `lines` and `page`.

A header of short cells (指标　2020年　2025年　属性) with rows of as many below it is a table. Of a row that measures something the name, its value
and its unit are put together, behind the year of the column (2025年森林覆盖率24.1%) and with what the column tells of a change
(发电量比上年增长2.1%). All letters stay those of the page, so that each can be looked up where it stands; numbers of rows and what only sorts
them (约束性) are left out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.layout.lines import Letters, Line, width_of

GAP = re.compile(r"\s*\|\s*|[\s\u3000]+")
HEADS = re.compile("序号|编号|指标|项目|名称|类别|分类|地区|省份|城市|单位|属性|任务|年份|目标|完成时限|责任|金额|数量|其中|绝对数|合计|比上年|比重")
YEAR = re.compile(r"20\d\d年")
NUMBER_COLUMN, SORT_COLUMN, UNIT_COLUMN = ("序号", "编号"), ("属性", "类别", "分类", "备注"), ("单位", "计量单位")
SORTS = ("约束性", "预期性")
UNIT = re.compile(r"[（(](?P<unit>[%％‰]|[一-龥%/平方公里]{1,8})[）)]$")
VALUE = re.compile(r"[^\d一-龥]{0,2}\d")
CHANGE = re.compile("增[长减速幅]|比上年|同比|占比|比重")  # what a column tells besides the level: 比上年增长（%）
PLAIN = re.compile("年|^(?:金额|数量|数值|绝对数|总量|合计|(?:指标|目标|预期|现状)值)")  # heads that tell nothing of a value
BARE = re.compile(r"[^一-龥%％‰]+$")  # a number without its unit
UNIT_LINE = re.compile(r"[（(]?单位[：:](?P<unit>[^）)]{1,8})[）)]?$")  # over the header: 单位：万元
CAPTION = re.compile(r"(?:专栏|附?表)[\d一二三四五六七八九十]{0,3}")
RULE = re.compile(r"[\s|:：\-—]+$")  # of Markdown, under the header
LONGEST_HEAD, LONGEST_CELL, FEWEST = 14, 60, 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table names what it measures, in what unit, and which columns hold what."""

    cells: tuple[Letters, ...]
    label: int
    unit: int
    values: tuple[int, ...]


def read_tables(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a document, the rows of its tables told in words, their headers and captions marked as such."""
    found: list[Line] = []
    index = 0
    while index < len(lines):
        rows, columns = _rows(text, lines, index)
        if columns is None:
            found.append(lines[index])
            index += 1
            continue
        common = Letters()
        if found and (unit := UNIT_LINE.search(found[-1].text)):
            over = Letters(found[-1].text, found[-1].runs)
            common = over[unit.start("unit"):unit.end("unit")]
            found[-1:] = [_line((over[:unit.start()],), found[-1].gap)] if unit.start() else [replace(found[-1], role="columns")]
        if caption := next((at for at in (-1, -2) if len(found) >= -at and CAPTION.match(found[at].text)), None):
            found[caption] = replace(found[caption], role="annex")
        found.append(replace(lines[index], role="columns"))
        for cells in rows:
            found += _told(cells, columns, common, lines[index].gap)
        index += 1 + len(rows)
    return found


def _rows(text: str, lines: Sequence[Line], first: int) -> tuple[list[tuple[Letters, ...]], Columns | None]:
    """The cells of the rows under a header, and its columns; None for a line that is no header."""
    heads = _cells(text, lines[first])
    if not FEWEST <= len(heads) <= 12 or not all(len(head.text) <= LONGEST_HEAD for head in heads):
        return [], None
    if sum(HEADS.search(head.text) is not None or YEAR.search(head.text) is not None for head in heads) < 2 or lines[first].final:
        return [], None
    rows: list[tuple[Letters, ...]] = []
    for line in lines[first + 1:]:
        cells = () if line.final else _cells(text, line)
        if not max(2, len(heads) - 2) <= len(cells) <= len(heads) or any(len(cell.text) > LONGEST_CELL for cell in cells):
            if RULE.match(line.text):
                rows.append(())
                continue
            break
        rows.append(cells)
    columns = _columns(heads, rows)
    return (rows, columns) if sum(map(bool, rows)) > 1 else ([], None)


def _columns(heads: tuple[Letters, ...], rows: Sequence[tuple[Letters, ...]]) -> Columns:
    """The columns by their heads and by what stands in them."""
    places = range(len(heads))
    numbers = {at for at in places if heads[at].text in NUMBER_COLUMN}
    units = [at for at in places if heads[at].text in UNIT_COLUMN and not any(VALUE.match(_at(row, at, len(heads)).text) for row in rows)]
    sorts = {at for at in places if heads[at].text.endswith(SORT_COLUMN)}
    values = tuple(at for at in places if at not in numbers | sorts and sum(VALUE.match(_at(row, at, len(heads)).text) is not None for row in rows) > len(rows) / 3)
    label = next((at for at in places if at not in {*numbers, *sorts, *units, *values}), -1)
    return Columns(heads, label, units[0] if units else -1, values)


def _at(row: tuple[Letters, ...], column: int, size: int) -> Letters:
    """The cell of a column; a row with fewer cells than the header lacks its first ones."""
    at = column - (size - len(row))
    return row[at] if 0 <= at < len(row) else Letters()


def _told(row: tuple[Letters, ...], columns: Columns, common: Letters, gap: int) -> Iterator[Line]:
    """A row in words: each value with its name, its unit and the year of its column; a row without values as it is, cell by cell."""
    size = len(columns.cells)
    label = _at(row, columns.label, size) if columns.label >= 0 else Letters()
    unit = _at(row, columns.unit, size) if columns.unit >= 0 else common
    if inside := UNIT.search(label.text):
        label, unit = label[:inside.start()], label[inside.start("unit"):inside.end("unit")]
    values = [(at, cell) for at in columns.values if VALUE.match((cell := _at(row, at, size)).text)]
    for at, cell in values if label.text else ():
        head, own = columns.cells[at], UNIT.search(columns.cells[at].text)
        when = head[year.start():year.end()] if (year := YEAR.search(head.text)) else Letters()
        words = head[head.text.find("：") + 1:own.start() if own else len(head.text)]
        change = words if CHANGE.search(head.text) or (len(values) > 1 and not PLAIN.search(head.text)) else Letters()
        measured = head[own.start("unit"):own.end("unit")] if own else unit if not CHANGE.search(head.text) else Letters()
        yield _line((when, label, change, cell, measured if BARE.match(cell.text) else Letters()), gap)
    if not (values and label.text):
        kept = [cell for cell in row if cell.text not in SORTS and not cell.text.isdigit()]
        if kept:
            yield _line(tuple(kept), gap)


def _line(parts: tuple[Letters, ...], gap: int) -> Line:
    letters = Letters.joined(part for part in parts if part.text)
    return Line(letters.text, letters.runs, width_of(letters.text), gap, role="row")


def _cells(text: str, line: Line) -> tuple[Letters, ...]:
    """The cells of a line: what stands between white space or the bars of Markdown."""
    start, stop = line.runs[0].start, line.runs[-1].stop
    cells: list[Letters] = []
    begin = start
    for gap in [*GAP.finditer(text, start, stop), None]:
        end = gap.start() if gap else stop
        if end > begin:
            cells.append(Letters(text[begin:end], (range(begin, end),)))
        begin = gap.end() if gap else stop
    return tuple(cells)
