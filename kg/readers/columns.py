"""Puts the printed lines of a page into reading order, and joins them to headings and paragraphs.

A page is cut recursively (an XY-cut after Nagy and Seth, 1984): where a white band lies over a headline, at gutters that run from top to
bottom, else at the widest white band, until one column of lines is left. So a headline comes before the columns that stand under it.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

GUTTER = 0.9  # widest white space within a column, in heights of type
AFTER, BEFORE = -1.2, 2.8  # heights of type between where a paragraph's line begins and where the one before it did, which may be indented
RAGGED = 5.0  # heights of type by which a line inside a paragraph may end before the right edge
LINES = 3  # of a column, from which its edges are told by itself
HEADING = 1.2  # heights of body type from which type is that of a heading
MOST_CUTS = 400  # of a page; what is left then is read line by line
ENDS = re.compile(r"[。！？…：；”’）》」』】.!?:;)]$")
NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百零0-9]{1,6}[章节条])")
FOLIO = re.compile(r"[-—–·\s]{0,4}\d{1,4}[-—–·\s]{0,4}|第\d{1,4}页(?:共\d{1,4}页)?")


class Run(NamedTuple):
    """Letters side by side on one printed line, with their box in points, counted from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Height of the type."""
        return self.top - self.bottom

    def joins(self, left: float, bottom: float, size: float) -> bool:
        """Whether a letter goes on with this run."""
        return abs(bottom - self.bottom) < 0.4 * size and -0.5 * size <= left - self.right <= GUTTER * size and 0.6 < size / (self.size or 1) < 1.6

    def beside(self, other: Run) -> bool:
        """Whether two runs share a printed line."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > 0.5 * min(self.size, other.size)


def order_page(runs: Sequence[Run]) -> list[list[Run]]:
    """The columns of a page in reading order, each a list of lines from top to bottom; page numbers are left out."""
    body = body_size(runs)
    low, high = min((run.bottom for run in runs), default=0.0), max((run.top for run in runs), default=0.0)
    kept = [run for run in runs if not (FOLIO.fullmatch(run.text) and (run.bottom - low < body or high - run.top < body))]
    return list(_cut(_joined(kept), body))


def body_size(runs: Sequence[Run]) -> float:
    """The height of type in which most letters are set."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size)] += len(run.text)
    return float(max(sizes, key=lambda size: (sizes[size], size), default=1.0)) or 1.0


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs, with those of one line and one column joined that the file gives one by one."""
    done: list[Run] = []
    for run in sorted(runs, key=lambda run: (-round(run.bottom), run.left)):
        last = done[-1] if done else None
        if last and last.joins(run.left, run.bottom, run.size):
            gap = " " if last.text[-1].isascii() and run.text[0].isascii() and run.left - last.right > 0.15 * run.size else ""
            done[-1] = Run(last.text + gap + run.text, last.left, min(last.bottom, run.bottom), run.right, max(last.top, run.top))
        else:
            done.append(run)
    return done


def _cut(runs: list[Run], body: float) -> Iterator[list[Run]]:
    """The columns of a region in reading order; an own stack, so that no page is too deep."""
    waiting, cuts = [runs], 0
    while waiting:
        region, cuts = waiting.pop(), cuts + 1
        lines = sorted(region, key=lambda run: (-run.top, run.left))
        if cuts > MOST_CUTS or not any(upper.beside(lower) for upper, lower in pairwise(lines)):
            if lines:
                yield lines
            continue
        if all(run.beside(region[0]) for run in region):
            yield [_one_line(region)]
            continue
        parts = _stories(region, body)
        if len(parts) < 2:
            parts = _parted(region, across, GUTTER * body)
        if len(parts) < 2:
            bands = _gaps(region, down, -0.2 * body)
            parts = _parted(region, down, max(bands)[0] - 1e-6) if bands else []
        if len(parts) < 2:
            yield lines
        else:
            waiting += reversed(parts)


def _one_line(runs: Sequence[Run]) -> Run:
    """The parts of one printed line, as of an imprint, with their gaps as wide spaces."""
    row = sorted(runs, key=lambda run: run.left)
    return Run("　".join(run.text for run in row), row[0].left, min(run.bottom for run in row), row[-1].right, max(run.top for run in row))


def across(run: Run) -> tuple[float, float]:
    """From where to where a run stands from left to right."""
    return run.left, run.right


def down(run: Run) -> tuple[float, float]:
    """From where to where a run stands from above."""
    return -run.top, -run.bottom


def _stories(region: list[Run], body: float) -> list[list[Run]]:
    """The region parted where a white band runs across all of its columns over a headline: there an article begins."""
    parts: list[list[Run]] = []
    for part in _parted(region, down, 0.8 * body):
        if parts and max(part, key=lambda run: run.top).size < HEADING * body:
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _parted(region: list[Run], side: Callable[[Run], tuple[float, float]], narrowest: float) -> list[list[Run]]:
    """The runs parted at every gap that is wider."""
    rows = sorted(region, key=side)
    cuts = [0, *(index for _, index in _gaps(region, side, narrowest)), len(rows)]
    return [rows[first:last] for first, last in pairwise(cuts)]


def _gaps(region: list[Run], side: Callable[[Run], tuple[float, float]], narrowest: float) -> list[tuple[float, int]]:
    """The white gaps that run through a region: width, and number of runs before it in the order of ``side``."""
    rows = sorted(map(side, region))
    gaps = []
    reach = rows[0][1]
    for index, (start, end) in enumerate(rows[1:], 1):
        if start - reach > narrowest:
            gaps.append((start - reach, index))
        reach = max(reach, end)
    return gaps


def write_paragraphs(pages: Sequence[Sequence[list[Run]]]) -> str:
    """The text of all pages: a paragraph a line, also over columns and pages, a blank line between two; headings with ``#``."""
    body = body_size([run for page in pages for column in page for run in column])
    paragraphs: list[str] = []
    last: Run | None = None
    for page in pages:
        edges = _Edges(page, body)
        for column in page:
            for run in column:
                heading = run.size >= HEADING * body and len(run.text) < 80
                if last is not None and _goes_on(last, run, edges, body, heading):
                    gap = " " if last.text[-1].isascii() and run.text[0].isascii() and last.text[-1].isalpha() else ""
                    paragraphs[-1] += gap + run.text
                else:
                    paragraphs.append(f"# {run.text}" if heading else run.text)
                last = run
    return "\n\n".join(paragraphs) + "\n"


class _Edges:
    """Where the lines of each column begin and end, told from all lines of a page."""

    def __init__(self, page: Sequence[list[Run]], body: float) -> None:
        self.body = body
        columns = _stacked([[run for run in column if run.size < HEADING * body] for column in page])
        self.lefts = sorted(run.left for column in columns for run in column)
        self.edges = {run: min(other.left for other in column) for column in columns if len(column) >= LINES for run in column}
        self.rights: dict[int, float] = {}
        for run in (run for column in columns for run in column):
            key = round(self.left(run))
            self.rights[key] = max(self.rights.get(key, 0.0), run.right)

    def left(self, run: Run) -> float:
        """The left edge of the column in which a line stands: of its own lines, or where they are few, of those near on the page."""
        if run in self.edges:
            return self.edges[run]
        index = bisect_left(self.lefts, run.left - 2.8 * self.body)
        return min(self.lefts[index], run.left) if index < len(self.lefts) else run.left

    def indented(self, run: Run) -> bool:
        """Whether a line begins a paragraph."""
        return run.left - self.left(run) > 1.2 * self.body

    def gap(self, run: Run) -> float:
        """How far before the right edge of its column a line ends, in heights of type."""
        return (self.rights.get(round(self.left(run)), run.right) - run.right) / self.body


def _stacked(columns: Sequence[list[Run]]) -> list[list[Run]]:
    """The columns, with those made one that stand under one another: parts of a column with something wide between them."""
    done: list[list[Run]] = []
    for column in filter(None, columns):
        left, right = min(run.left for run in column), max(run.right for run in column)
        if done and max(run.top for run in column) <= min(run.bottom for run in done[-1]) + column[0].size / 2:
            over, under = min(run.left for run in done[-1]), max(run.right for run in done[-1])
            if min(right, under) - max(left, over) > 0.5 * min(right - left, under - over):
                done[-1] = done[-1] + column
                continue
        done.append(column)
    return done


def _goes_on(last: Run, run: Run, edges: _Edges, body: float, heading: bool) -> bool:
    """Whether a line belongs to the same heading or paragraph as the one before it."""
    if heading or last.size >= HEADING * body:
        near = 0 <= last.bottom - run.top < 1.2 * run.size or last.beside(run)
        return heading and near and abs(last.size - run.size) < 0.1 * run.size
    if edges.indented(run) or NUMBERED.match(run.text) or (run.top <= last.bottom + body / 2 and not AFTER < (last.left - run.left) / body < BEFORE):
        return False
    if edges.gap(last) > (1.5 if ENDS.search(last.text) else RAGGED):
        return False
    below = last.bottom - run.top
    same_column = abs(edges.left(last) - edges.left(run)) < body
    return not (same_column and below > 1.5 * body)
