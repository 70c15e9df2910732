"""Marks units by what stands around them: who signs, what is enclosed, stamps, tables of contents, repeats. Below `units`."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.layout.dates import STAMP
from kg.layout.page import bigrams
from kg.layout.roles import ATTENDS, LEADER, SIGNER

if TYPE_CHECKING:
    from kg.layout.units import Unit

TITLE_LINKS = re.compile("^关于|的")  # which a title has or not, by where it stands
SENT_OUT = re.compile("现(?:将|予以?)?((?:《[^《》]{4,60}》[、和及]?){1,20})(?:印发|下发|发布|公布)")  # 现将《甲方案》、《乙方案》印发给你们
TITLE = re.compile("《([^《》]+)》")
CONTENTS = re.compile("[■●▲◆【]?(?:目录|目次|(?:本期|今日)(?:目录|导读|要目|看点|提要|内容|要闻|头条)|要目|导读|内容提要|要闻导读)[】：:]?")
LISTED = re.compile(r"^[·•■●▲◆★○◎※\-—]+|^\d{1,2}[.、．](?!\d)|[.…·]{0,40}[（(/]?(?:(?:见|详见)?第?[A-D]?\d{1,2}版|第\d{1,3}页|(?<=[…·])\d{1,3}|(?<=\.\.)\d{1,3})[）)]?$")
LONGEST_MARK = 5
DECREE = "令"  # on a line of its own
NEAR = 6  # units before a signature, of which one is text
REPEATED, PART_REPEATED = 12, 20
BULLETINS = ("公报", "通报", "公告", "通告", "报告", "快报")
AUTHOR = re.compile(r"[\u4e00-\u9fff]{2,16}(?:局|厅|委员会|人民政府|办公室|检察院|法院|总队|支队)")  # who wrote, between title and text


def mark_signers(units: Sequence[Unit]) -> None:
    """The organs over the date of a notice; after them, the title of what is enclosed stands under 附件, repeats the notice's own, or is one of
    those that the notice sends out."""
    for after, unit in pairwise(reversed(units)):
        signs = after.role in ("date", "signer") or after.text == DECREE
        if signs and all([SIGNER.match(part) or ATTENDS.match(part) for part in unit.parts]):
            unit.role = "signer"
    signed = next((i for i, unit in enumerate(units) if unit.role in ("date", "enclosure")), None)
    if signed is None:
        return
    sent = {title for unit in units[:signed] if (hit := SENT_OUT.search(unit.text)) for title in TITLE.findall(hit[1])}
    titles: dict[str, list[int]] = {}  # for each bigram the headlines that hold it
    for index, unit in enumerate(units):
        if unit.headish or unit.role == "enclosure":  # 附：某会议成员名单
            own = bigrams(TITLE_LINKS.sub("", unit.text))
            if unit.headish and index > signed and not unit.listed and len(own) > 3:
                shared = Counter([title for pair in own for title in titles.get(pair, ())])
                if _enclosed(units[index - 1]) or unit.text in sent or (shared and max(shared.values()) >= 0.9 * len(own)):
                    unit.role = "annex"
                    continue
            for pair in set(own):
                titles.setdefault(pair, []).append(index)
    for title, unit in pairwise(units):  # who issues what is enclosed
        if title.role in ("annex", "signer") and not unit.role and all(map(SIGNER.match, unit.parts)):
            unit.role = "signer"


def _enclosed(unit: Unit) -> bool:
    """Whether a line is the mark over what is enclosed: 附件1, 附：."""
    return unit.role == "enclosure" and len(unit.text) <= LONGEST_MARK


def mark_stamps(units: list[Unit]) -> None:
    """A day between a headline and its text is the day of publishing, as in a byline, not that of a signature, unless brackets say that the document
    bears it: （2022年5月6日）; the organs there publish or write."""
    for title, unit, after in zip(units, units[1:], units[2:], strict=False):
        published = title.text.endswith(BULLETINS) and SIGNER.match(unit.text) and after.role == "date"
        written = AUTHOR.fullmatch(unit.text) and not after.role and not after.headish
        if title.headish and not unit.role and (published or written):
            unit.role = "byline"
    for index, (before, unit, after) in enumerate(zip(units, units[1:], units[2:], strict=False)):
        signed = SIGNER.match(before.text) and any(not (above.headish or above.role) for above in units[max(0, index - NEAR):index])
        if before.headish and not signed and not LEADER.match(before.text) and ((unit.role == "date" and unit.text[:1] not in "（(") or (not unit.role and STAMP.match(unit.text))) and not after.role and not after.headish:
            unit.role = "byline"


def mark_contents(units: list[Unit]) -> None:
    """From 目录 to the last line that stands again below: contents; the lines below are told by them. A line there may have a mark before it and
    its page behind it: ·甲县启动专项行动（3版）."""
    start = next((i for i, u in enumerate(units[:40]) if CONTENTS.fullmatch(u.parts[0])), None)
    if start is None:
        return
    names = [{_listed(text) for text in (unit.text, *unit.parts)} for unit in units]
    later: dict[str, int] = {}
    for index, own in enumerate(names):
        later |= dict.fromkeys(own, index)
    last = start
    for index in range(start + 1, len(units)):
        if max(later[text] for text in names[index]) > index and not units[index].final:
            last = index
        elif index - last > 4:
            break
    titles = set().union(*names[start:last + 1])
    for index in range(start, last + 1):
        units[index].role = "contents"
    for unit in units[last + 1:]:
        unit.listed = _listed(unit.text) in titles


def _listed(text: str) -> str:
    """A line of a table of contents without the mark and the number of the page."""
    return LISTED.sub("", text) or text


def mark_repeats(units: list[Unit], kind: str) -> None:
    """Paragraphs that are printed twice, as a whole or, where a paragraph is a line, as its head or tail."""
    seen: set[str] = set()
    alike: dict[str, list[str]] = {}  # those seen, by their first and by their last letters
    goes_on = False
    for unit in units:
        text = unit.text.lstrip("“‘")
        if not (unit.role or len(text) < REPEATED or unit.level or unit.listed):
            ends = {text[:PART_REPEATED], text[-PART_REPEATED:]} if kind == "paragraphs" and len(text) >= PART_REPEATED else ()
            if not goes_on and (text in seen or any(one.startswith(text) or one.endswith(text) for end in ends for one in alike.get(end, ()))):
                unit.role = "repeat"
            else:
                seen.add(text)
                for end in ends:
                    alike.setdefault(end, []).append(text)
        if not unit.role:
            goes_on = not unit.final and not unit.headish
