"""Cuts a sentence around its quantities: what stands left and right of each in its clause, without times and brackets.

Place in the line: quantities and times of a reading -> slots -> indicators, periods, figures.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.model import Quantity, Time
from kg.relate.tasks import ARTICLE

BRACKETS = re.compile(r"[（(](?!事)[^（）()]{0,60}[）)]|【[^【】]{0,20}】")
CUT = re.compile(r"[，；：。！？—](?:(?<!—)|—)")
ASCII = re.compile(r"(?<!\d)[,;:]|[,;:](?!\d)")
WIDE = {",": "，", ";": "；", ":": "："}
QUIET = re.compile(r"[\0\s“”\"‘’]")
MARKS = "，、；：。"
EDGES = "\0 “”‘’" + MARKS
TITLE = re.compile(r"《[^《》]{0,80}》")
CLOSES, OPENS = ("、", "和", "与", "及"), ("、", "和", "与", "及", "以及")
CLOSING = re.compile(r"(?:[、和与及]|以及)$")
NOUN_FOLLOWS = re.compile(r"[的\0]*[一-龥]")
RATES = {"%", "倍"}
AT_END = re.compile("[；。]")
LISTED = re.compile(r"(?:、|和|与|及|以及|或)(?:接近|近|超过?|约)?")
EACH = re.compile(r"分别[一-龥]{0,4}$")
SINCE = re.compile("起|以来|开始")
COMPARED = ("比", "较", "与", "同", "恢复至", "恢复到", "快于", "高于", "低于")
WITHIN = re.compile("度|内(?![蒙地部需外贸陆河涝容])")  # 上年|度, 年|内
AGAIN = re.compile(r"末?(?:[（(][^（）()]{0,40}[）)])?(?:同期|相比|持平)")
NEWS = re.compile(
    r"记者|国家[一-龥]{1,8}[局部委](?:最新)?(?:今天)?(?:发布|数据)|根?据(?<![数证依占票收论单凭窃拮]据)[一-龥\0]{2,20}?(?:统计|消息|数据|介绍|媒体|报道|电视台|通报|卫生部门)|央视网消息"
    r"|(?:本报|新华社|中新[社网])[一-龥]{0,6}\0*[电讯]|近日$|日前$"
)
TOLD = "[一-龥（）]{3,24}\0*(?:发布|公布|通报|发表|称|表示|宣布|报道|证实|消息)"
BEFALLS = re.compile(f"(?:死亡|遇难|身亡|丧生|受伤|失踪|失联|流离失所|受影响|断电|停电|撤离)(?={TOLD})")  # 致23人死亡|某国卫生部门10日发布消息称
PAPER = re.compile(r"[一-龥]{2}(?:日报|晚报)[一-龥]{0,6}\0*[电讯]")
DATELINE = re.compile(
    r"(?:[一-龥]{1,6}(?:网|社|报)|本报)[一-龥]{0,8}(?:(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}日[电讯](?:\s?[（(][^（）()]{0,24}[)）])?|[电讯]\s?[（(][^（）()]{0,24}[)）])\s?")
BEFALL_REACH = 40  # letters in which a headline ends that runs into its text
DATELINE_REACH = 30  # letters in which a dateline ends
NUMBERED = re.compile(
    rf"^{ARTICLE.pattern}[\s\u3000]*|^[（(][一二三四五六七八九十]+[）)]|^(?:违反本|根据|依据|按照)[^，]{{2,6}}规定|依照本[^，]{{2,6}}?(?=[将对])"
)
LIST_ITEM = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]")
DEPENDS = re.compile("情节|逾期|限期|期限|拒不|拒绝|仍|造成|构成|后果|违法所得|再次|不足|屡|责令|影响|金额|未改正|不改正|情况|情形")
COUNTERS = ("个", "家", "名", "位", "所", "支", "类", "项")
BEING = ("现在", "存在", "正在", "所在")
HAN = re.compile("[一-龥]{2}")
PART = re.compile("[一-龥]{2,12}(?<![长降加少占达为过率重例])")  # 各自应负担部分（甲基金70%，乙基金50%）
NOTE = re.compile("注(?:：[一-龥]{0,4})?$")
SUMS = ("共计", "合计", "总计")  # 事项清单（共计48项）
REACH = 160  # no name is longer
PARTS = re.compile(r"其中")


@dataclass(slots=True)
class Cut:
    """A sentence cut into clauses: ``bare`` is its text with times and brackets blanked, ``cuts`` are where clauses begin with the marks before."""

    text: str
    bare: str
    quantities: tuple[Quantity, ...]
    cuts: list[tuple[int, str]]
    times: tuple[Time, ...]


class Slot(NamedTuple):
    """A quantity in its clause.

    ``left`` and ``right`` are the words up to the neighbouring number or the clause's end. ``part``: it stands behind 其中. ``carry``: it
    follows its neighbour's noun (新建1个A、1个B), so that its left words are the neighbour's. ``place`` of ``size`` numbers in a plain list
    (14%、12%和6%), whose first and last are ``first`` and ``last`` of the sentence. What few rules ask for is worked out when they do.
    """

    quantity: Quantity
    left: str
    right: str
    clause: int
    segment: int
    part: bool
    carry: bool
    first: int
    last: int
    place: int
    size: int
    cut: Cut

    @property
    def rest(self) -> str:
        """The words up to the clause's end without the numbers between."""
        return _rest(self.cut.bare, self.cut.quantities, self.last, _end(self.cut.cuts, self.clause, len(self.cut.text)))

    @property
    def before(self) -> str:
        """The clause before when it holds no number."""
        return _previous(self.cut.bare, self.cut.cuts, self.clause, _last_before(self.cut.quantities, self.first, self.cut.cuts[self.clause][0]))

    @property
    def after(self) -> str:
        """The clause behind, up to its first number."""
        cuts, text = self.cut.cuts, self.cut.text
        if self.clause + 1 >= len(cuts) or cuts[self.clause + 1][1] != "，":
            return ""
        start, end = cuts[self.clause + 1][0], _end(cuts, self.clause + 1, len(text))
        return _words(self.cut.bare[start:min([end, *(q.start for q in self.cut.quantities[self.last + 1:self.last + 2] if q.start > start)])])

    @property
    def following(self) -> str:
        """The number right behind it (连续5年 | 超20%)."""
        return "".join(q.text for q in self.cut.quantities[self.last + 1:self.last + 2] if q.start == self.quantity.end)

    @property
    def bracketed(self) -> bool:
        """Whether it stands in brackets."""
        text, start = self.cut.text, self.quantity.start
        return "（" in text and text.rfind("（", 0, start) > text.rfind("）", 0, start)

    @property
    def stretch(self) -> str:
        """Everything since the last ；."""
        start = self.cut.quantities[self.first].start
        return _words(self.cut.bare[max(self.segment, start - REACH):start])

    @property
    def condition(self) -> str:
        """The cases before it (未经登记的，…；拒不改正的，…)."""
        return _condition(self.cut.text, self.cut.cuts, self.clause) if "的，" in self.cut.text else ""

    @property
    def times(self) -> tuple[Time, ...]:
        """For a list of numbers that tells one thing at as many times (2020年、2021年分别增长2.2%、8.1%): these times."""
        return times_of_list(self.cut.text, self.cut.times, self.cut.quantities[self.first].start, self.size)


def wide(text: str) -> str:
    """The text with the marks of a page that prints them narrow made wide, of the same length.

    >>> wide("受理1,696万件,同比增长11%;审结")
    '受理1,696万件，同比增长11%；审结'
    """
    return ASCII.sub(lambda mark: WIDE[mark.group()], text) if "," in text or ";" in text or ":" in text else text


def slots(text: str, quantities: tuple[Quantity, ...], times: tuple[Time, ...]) -> tuple[Slot, ...]:
    """The quantities of a sentence with the words around them."""
    if not quantities:
        return ()
    bracketed = "（" in text or "(" in text or "【" in text
    bare, cuts = _bare(text, times), _cuts(text, bracketed)
    if "电" in text[:DATELINE_REACH] or "讯" in text[:DATELINE_REACH]:
        bare = _blank(bare, 0, dated.end()) if (dated := DATELINE.match(text)) else bare
    if text.startswith("第") and (article := ARTICLE.match(text)):
        bare = _blank(bare, 0, article.end())
    timeless, bare = bare, _unbracketed(bare, text) if bracketed else bare
    inside = [hit.span() for hit in BRACKETS.finditer(text)] if bracketed else []
    cut = Cut(text, bare, quantities, cuts, times)
    parts = [at for at, _ in cuts if PARTS.match(_words(bare[at:at + 12]))] if "其" in text else []
    found = []
    for index, (quantity, (first, last)) in enumerate(zip(quantities, groups(text, quantities), strict=True)):
        clause = bisect_right(cuts, (quantity.start, "\uffff")) - 1
        segment = next((at for at, mark in reversed(cuts[:clause + 1]) if mark == "；"), 0) if "；" in text else 0
        left, carry = _left(bare, quantities, first, cuts[clause][0])
        right = _right(bare, quantities, last, _end(cuts, clause, len(text)))
        if told := _inside(timeless, quantities, index, inside) if inside else None:
            both = not told[0] or (quantity.unit == "%" and PART.fullmatch(told[0]) and PART.fullmatch(left))
            left, right, carry = told[0] + (left if both else ""), told[1], False
        part = bool(parts) and bisect_right(parts, quantity.start) > bisect_left(parts, segment)
        found.append(Slot(quantity, left, right, clause, segment, part, carry, first, last, index - first, last - first + 1, cut))
    return tuple(found)


def times_of_list(text: str, times: tuple[Time, ...], start: int, size: int) -> tuple[Time, ...]:
    """The times joined by 、 or 和 of which a list of as many numbers, beginning at ``start``, tells one each; empty where there are none."""
    if size < 2 or len(times) < size:
        return ()
    found: list[Time] = []
    for time in times:
        if time.end > start:
            break
        found = [*found, time] if found and text[found[-1].end:time.start] in CLOSES else [time]
    if len(found) != size or text.endswith(COMPARED, 0, found[0].start) or AT_END.search(text, found[-1].end, start):
        return ()
    return tuple(found)


def _left(bare: str, quantities: tuple[Quantity, ...], first: int, start: int) -> tuple[str, bool]:
    """The words on the left, and whether they belong to the number before (its noun and a 、) instead."""
    here = quantities[first]
    if first == 0 or quantities[first - 1].end <= start:
        return _words(bare[max(start, here.start - REACH):here.start]), False
    gap = bare[quantities[first - 1].end:here.start].strip("\0")
    if not gap or (gap.endswith(CLOSES) and not gap.startswith(OPENS)):
        return "", True
    if quantities[first - 1].unit in COUNTERS and "的" in gap and NOUN_FOLLOWS.match(bare, here.end):
        gap = gap.rpartition("的")[2]  # 30个国家的|200名嘉宾
    return _words(gap.rpartition("以及")[2]), False


def _right(bare: str, quantities: tuple[Quantity, ...], last: int, end: int) -> str:
    """The words on the right, up to a number that has words of its own; of two numbers side by side both have them."""
    start = quantities[last].end
    for quantity in quantities[last + 1:]:
        if quantity.start >= end:
            break
        gap = bare[start:quantity.start].strip("\0")
        if gap:
            return "" if gap.startswith(OPENS) else CLOSING.sub("", _words(_untold(gap)))
        start = quantity.end
    if start >= end:
        return ""
    words = _untold(bare[start:min(end, start + REACH)])
    return "" if words.startswith(OPENS) else _words(words)


def _rest(bare: str, quantities: tuple[Quantity, ...], last: int, end: int) -> str:
    """The words up to the clause's end without numbers."""
    pieces, start = [], quantities[last].end
    for quantity in quantities[last + 1:]:
        if quantity.start < end:
            pieces.append(bare[start:quantity.start])
            start = quantity.end
        if quantity.start > quantities[last].end + REACH:
            break
    return _words(_untold("".join(pieces) + bare[start:min(end, start + REACH)]))


def _untold(words: str) -> str:
    """The words up to where they tell who reports."""
    news = (PAPER.search(words) if "报" in words else None) or NEWS.search(words)
    words = words[:news.start()] if news else words
    return words[:harm.end()] if (harm := BEFALLS.search(words, 0, BEFALL_REACH)) else words


def _inside(text: str, quantities: tuple[Quantity, ...], index: int, brackets: list[tuple[int, int]]) -> tuple[str, str] | None:
    """The words on both sides of a number that stands in brackets with words of its own: 2236个事项（涉及业务3171项）."""
    here = quantities[index]
    begin, end = next(((start, end) for start, end in brackets if start < here.start and here.end < end), (0, 0))
    if not end:
        return None
    begin = max([begin + 1, *(q.end for q in quantities[:index] if q.end > begin), *(1 + text.rfind(mark, begin, here.start) for mark in "，；")])
    left = _words(text[begin:here.start])
    if not HAN.search(left) or NOTE.search(left):
        return None
    left = "" if left in SUMS else left
    end = min([end - 1, *(q.start for q in quantities[index + 1:index + 2]), *(at for mark in "，；" if (at := text.find(mark, here.end)) >= 0)])
    return left, _words(text[here.end:end])


def of_whole_year(text: str, time: Time) -> bool:
    """Whether a year only names the whole of a share: 占全年额度的92%."""
    return time.text == "全年" and text.endswith("占", 0, time.start) and "一" <= text[time.end:time.end + 1] <= "龥"


def _bare(text: str, times: tuple[Time, ...]) -> str:
    """The text with times blanked; a time that something is compared with stays, and those that it is listed with (较全年和一季度)."""
    bare, compared = text, -1
    for time in times:
        before = text[max(0, time.start - 3):time.start]
        if of_whole_year(text, time):
            continue
        if 0 <= compared <= time.start and text[compared:time.start] in ("", "和", "与", "、"):
            compared = time.end
        elif not before.endswith(COMPARED) or (before.endswith(("与", "同")) and not AGAIN.match(text, time.end)):
            opened = since(text, time)
            end = time.end + (time.text.endswith("年") and WITHIN.match(text, time.end) is not None)
            stands_in = before.endswith("在") and not before.endswith(BEING)  # 事业部在|上半年|销售额
            bare = _blank(bare, time.start - 1, opened) if opened else _blank(bare, time.start - stands_in, end)
        else:
            compared = time.end
    return bare


def _unbracketed(bare: str, text: str) -> str:
    """The same with brackets blanked."""
    for hit in BRACKETS.finditer(text):
        bare = _blank(bare, *hit.span())
    return bare


def since(text: str, time: Time) -> int | None:
    """The end of the word that says since a time (自8月16日|起), with 自 or 从 before it; None where the text does not say so."""
    if time.text.endswith("以来") and text[time.start - 1:time.start] in ("自", "从"):
        return time.end
    word = SINCE.match(text, time.end) if text[time.start - 1:time.start] in ("自", "从") else None
    return word.end() if word else None


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\0" * (end - start) + text[end:]


def _words(piece: str) -> str:
    piece = piece.strip(EDGES)
    return piece if not piece or piece.isalnum() else QUIET.sub("", piece).strip(MARKS)


def _cuts(text: str, bracketed: bool) -> list[tuple[int, str]]:
    """Where clauses begin, with the mark before: marks inside brackets and titles do not cut."""
    masked = text
    for pattern in (BRACKETS, TITLE) if bracketed or "《" in text else ():
        for hit in pattern.finditer(text):
            masked = _blank(masked, *hit.span())
    return [(0, "")] + [(hit.end(), hit[0]) for hit in CUT.finditer(masked)]


def _end(cuts: list[tuple[int, str]], clause: int, length: int) -> int:
    """Where a clause ends."""
    return cuts[clause + 1][0] - 1 if clause + 1 < len(cuts) else length


def _previous(bare: str, cuts: list[tuple[int, str]], number: int, last: int) -> str:
    """The clause before, when it holds no number (the last one before stands at ``last``) and no ； stands between."""
    if number == 0 or cuts[number][1] == "；":
        return ""
    begin, start = cuts[number - 1][0], cuts[number][0]
    return "" if begin <= last < start else _words(bare[max(begin, start - REACH):start])


def _condition(text: str, cuts: list[tuple[int, str]], number: int) -> str:
    """The first clause before that ends in 的 and so tells of a case, and the last since ；, without it; of an item of a list only its own.

    A case behind ； that is no degree or sequel of the first one (情节严重的, 逾期不改正的) stands for itself.
    """
    cases = [(n, text[cuts[n][0]:cuts[n + 1][0] - 1]) for n in range(number)]
    cases = [(n, NUMBERED.sub("", case)) for n, case in cases if case.endswith("的") and len(case) < REACH]
    part = max((n for n in range(number + 1) if cuts[n][1] == "；"), default=0)
    if LIST_ITEM.match(text, cuts[part][0]):
        cases = [(n, case) for n, case in cases if n >= part]
    last = [case for n, case in cases[-1:] if n >= part]
    told = dict.fromkeys(last if part and last and not DEPENDS.search(last[0]) else [*(case for _, case in cases[:1]), *last])
    return "".join(QUIET.sub("", case.removesuffix("的")) for case in told)


def _last_before(quantities: tuple[Quantity, ...], index: int, start: int) -> int:
    """Where the last quantity before a clause stands, -1 when there is none."""
    while index and quantities[index - 1].start >= start:
        index -= 1
    return quantities[index - 1].start if index else -1


def groups(text: str, quantities: tuple[Quantity, ...]) -> list[tuple[int, int]]:
    """First and last index of the plain list that each quantity stands in."""
    if len(quantities) < 2:
        return [(0, 0)] * len(quantities)
    firsts = [0]
    for left, right in pairwise(quantities):
        gap = text[left.end:right.start]
        begin = quantities[firsts[-1]].start
        alike = left.unit == right.unit or {left.unit, right.unit} == RATES or EACH.search(text, max(0, begin - 6), begin)
        together = (alike and LISTED.fullmatch(gap)) or gap in ("/", "／")
        firsts.append(firsts[-1] if together else len(firsts))
    lasts = {first: index for index, first in enumerate(firsts)}
    return [(first, lasts[first]) for first in firsts]
