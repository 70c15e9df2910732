"""Programmes that no lexicon knows, found by the noun that ends their name and what stands around it.

Every head word of the table that ends a name gives candidates, one for each possible left edge; a table of scores
(kg/data/lexicons/programme_scores.tsv) picks the edge and decides whether it is a name. Only positions are read, never a
pattern over a wide class of characters.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg.nlp.programme_lexicon import CLOSES, CLOSING, OPEN, OPENS, Found
from kg.nlp.programme_page import JOINS, PAIRS, STOP, Page
from kg.nlp.programme_tables import Hit, tables

PAIRED = {"“": "”", "‘": "’", "「": "」", "『": "』"}
JOINED = re.compile("[和与及或、]")
COUNTED = re.compile(
    r"(?!20\d\d[年—\-])[\d.]+[万亿余多]*(?:[个座列家条项批场次种款名所处台元辆月天日年张套期件份]|$)"
    r"|[一二两三四五六七八九十数几]+[个座列家条项批场次种大类]|[、\d年月日]+$|[个项批次届暨好]"
)
COUNTED_INSIDE = re.compile(r"\d[个项家座处]")
TITLE = re.compile("^(?:20[0-9]{2}年?)?“[^“”]*”(?=[^“”]*$)")
PLAN = re.compile("“十[一二三四五六七八九]?五”")  # a stretch of time, no name
LEAD = re.compile(r"20\d\d|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|全国")
NATIONAL = re.compile(r"全国|国家|中国|中华人民共和国|中央财政|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|(?<![（(])20\d\d[年—\-]?"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥](?:[（(]20\d\d[）)])?年")
GOES_ON = tuple("委厅局部办组机经城建工管体系人员类性化中费者型力量率额法例书证商品网站点单")
MAY_FOLLOW = ("业务", "工作", "服务", "试点", "启动", "正式", "建成", "建设", "项目", "活动", "中的", "管理办法", "工程", "平台")
SENTENCE_END = frozenset("。；！？\n")
SEASONAL = tuple("会展节赛周月日季坛动演查典议")
AT_MEETING = re.compile(r"上(?=[，表介说指强透获提发通])")
EDITION = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[个届]$")
HELD = frozenset((
    "举行", "召开", "举办", "启动", "开幕", "闭幕", "落幕", "揭牌", "亮相", "拉开",
    "建成", "开通", "上线", "开工", "竣工", "通车", "投产", "投用",
))
QUALITY = re.compile("(?!绿化|[一-龥]{2}化学)[一-龥]{2}化(?!石|肥|工)")  # 规范化零工平台: what it is like, not what it is called
PLANNED = ("计划于", "计划在", "预计", "拟于", "有望", "力争")
LONGER = ("平台", "系统")  # of two names from one place the one that goes on with these: 综合监管平台, not 综合监管
AGAINST = ("打击", "整治", "清理", "惩治", "查处", "防范", "遏制")
DRIVES = ("专项行动", "专项整治", "整治行动", "专项治理")
COSTS = {"verb": "verb_inside", "soft": "soft_inside"}
REACH = 44


def is_open(text: str, at: int) -> bool:
    """True where an opening quotation mark stands here."""
    return text[at:at + 1] in OPENS


def is_close(text: str, at: int) -> bool:
    """True where a closing quotation mark stands here."""
    return text[at:at + 1] in CLOSES


def is_han(text: str, at: int) -> bool:
    """True where a Chinese character stands here."""
    return "\u4e00" <= text[at:at + 1] <= "\u9fff"


def left_limit(page: Page, head: Hit) -> int:
    """Leftmost place where a name with this head may begin: after punctuation or another name, quoted parts jumped over."""
    text, i, floor = page.text, head.start, max(0, head.start - REACH)
    while (at := page.barred.rfind(1, floor, i)) >= 0:
        opened = text.rfind(PAIRS[text[at]], floor, at) if text[at] in PAIRS else -1
        if opened < 0 or "\n" in text[opened:at]:
            return at + 1
        i = opened
    return floor


def quote_around(text: str, head: Hit) -> int | None:
    """Where the name begins when quotation marks close directly behind the head, whatever punctuation is between them."""
    if not is_close(text, head.end):
        return None
    opened = max(text.rfind(o, max(0, head.start - REACH), head.start) for o in OPEN)
    if opened < 0 or any(c in CLOSES or c == "\n" for c in text[opened:head.end]):
        return None
    return opened + 1


def left_edges(page: Page, head: Hit, limit: int, around: int | None) -> list[int]:
    """Where a name with this head could begin, from left to right; not inside of a known name or of quotation marks."""
    text, classes = page.text, tables().cuts
    if CLOSING.search(text, head.start, head.end):  # “住所云”平台: the head begins within the quotation marks
        opened = max(text.rfind(mark, max(0, head.start - REACH), head.start) for mark in OPEN)
        return [opened] if opened >= 0 and "\n" not in text[opened:head.start] else []
    cuts = page.cuts_between(limit, head.start)
    stops = [end for at, end, word in cuts if classes[word] == "stop" and not page.in_quotes(at, limit)]
    limit = stops[-1] if stops else limit
    edges = {limit, *(end for _, end, _ in cuts if end >= limit)}
    for lead in NATIONAL.finditer(text, limit, head.start):
        i = lead.start()
        if i == limit or page.cut_ends_at(i) or i in page.place_ends or not is_han(text, i - 1):
            edges.add(i)
    edges.update(marks_between(page.place_starts, limit, head.start))
    quotes = page.opens[bisect_left(page.opens, limit):bisect_left(page.opens, head.start)]
    edges.update(quotes)
    if around is not None:
        edges.add(around)
    for quote in quotes:
        edges.difference_update(range(quote + 1, text.find(PAIRED[text[quote]], quote, head.start) + 1))
    return sorted(edges - page.known_inner)


def marks_between(marks: bytearray, start: int, end: int) -> Iterator[int]:
    """The marked places of a stretch.

    >>> list(marks_between(bytearray(b"\\0\\1\\0\\1\\1"), 0, 4))
    [1, 3]
    """
    at = marks.find(1, start, end)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1, end)


def is_vague(page: Page, start: int, head: Hit) -> bool:
    """True where only common words stand before the head; two of them (数字教育) are enough before a strong head."""
    i, words = start, 0
    while i < head.start:
        i = page.vague_ends.get(i, head.end)
        words += 1
    return i == head.start and (words < 2 or tables().heads[head.key] != "strong")


def is_drive(text: str, start: int, head: Hit) -> bool:
    """True where the name begins with what a campaign is against: 打击非法出入境专项行动."""
    return text.startswith(AGAINST, start) and text.endswith(DRIVES, head.start, head.end)


def may_be_name(page: Page, start: int, head: Hit) -> bool:
    """False where the candidate cannot be a name: too little before the head, a counted thing, a common head on its own."""
    text = page.text
    stem = text[start:head.start].strip("“”‘’")
    if len(stem) < 2 or (stem[-1].isdigit() and not is_close(text, head.start - 1)) or COUNTED.match(stem) or COUNTED_INSIDE.search(stem):
        return False
    if "”等" in text[start:head.start] or text[start - 1:start] == "/":
        return False
    kind = tables().heads[head.key]
    if page.cut_starts_at(start) and not is_open(text, start - 1) and not is_drive(text, start, head):
        return False
    if kind == "part":
        return start in page.known_starts
    if kind == "governed":
        return page.word_before(start) in ("verb", "soft") and text[head.end:head.end + 1] in STOP
    if kind != "single" or is_close(text, head.end):
        return True
    return CLOSING.search(text, start, head.start) is not None or LEAD.match(stem) is not None


def stands_free(page: Page, end: int) -> bool:
    """True where a head of one syllable ends for sure: before punctuation, a cut word or what is planned for it."""
    return page.text[end:end + 1] in STOP or is_close(page.text, end) or page.cut_starts_at(end) or page.text.startswith(PLANNED, end)


def goes_on(page: Page, end: int, generic: bool) -> bool:
    """True where the words after the head make it part of a longer noun."""
    text = page.text
    if not generic and text.startswith(MAY_FOLLOW, end):
        may = next(word for word in MAY_FOLLOW if text.startswith(word, end))
        if not is_close(text, end + len(may)):
            return False
    return text.startswith(GOES_ON, end) or (end in page.head_starts and not text.startswith(PLANNED, end))


def at_meeting(page: Page, start: int, head: Hit) -> float:
    """What it says for a meeting's name that it stands between 在 and 上 (在X大会上，…)."""
    within = page.text.startswith("在", start - 1) and page.text[head.end - 1] == "会" and AT_MEETING.match(page.text, head.end)
    return tables().scores["listed"] if within and start else 0.0


def is_held(page: Page, end: int) -> bool:
    """True where the same clause goes on with a verb of holding or opening (X今天在北京举行), or tells what was said there (X上介绍)."""
    if page.text[end - 1:end] == "会" and AT_MEETING.match(page.text, end):
        return True
    i = bisect_left(page.cut_starts, end)
    while i < len(page.cuts) and page.cuts[i][0] <= end + 14:
        at, _, word = page.cuts[i]
        if word in HELD:
            return not any(c in STOP for c in page.text[end:at])
        if tables().cuts[word] == "verb":
            return False
        i += 1
    return False


def inside(page: Page, start: int, end: int) -> float:
    """What the cut words inside a candidate, outside its quoted parts, cost."""
    points, total = tables().scores, 0.0
    for at, last, word in page.cuts_between(start, end):
        if word in JOINS and at in page.head_ends:
            total += points["joined"]
        elif at in page.place_ends and tables().cuts[word] == "verb":
            total += points["told"]
        elif not page.in_quotes(at, start) and page.text[at - 2:last] != "统一的":
            total += points["of_inside" if word == "的" else COSTS.get(tables().cuts[word], "cut_inside")]
    return total


def before_score(page: Page, start: int, *, ended: bool) -> float:
    """What stands before a candidate says for or against it; ``ended``: a mark stands right behind it."""
    text, points, total = page.text, tables().scores, 0.0
    before = page.word_before(start - is_open(text, start - 1))
    if before == "verb" or (before == "weak" and not page.is_join(start)):
        total += points[before] + (points["verb_and_end"] if ended and before == "verb" else 0.0)
    elif page.is_join(start) or (text[start - 1:start] == "、" and start - 1 in page.head_ends):
        total += points["listed"]
    if is_open(text, start - 1) and EDITION.search(text, max(0, start - 8), start - 1):
        total += points["national"]
    if page.headlines[start]:
        total += points["headline"]
    if start == 0 or text[start - 1] in SENTENCE_END:
        total += points["sentence"]
    return total


def behind_score(page: Page, head: Hit) -> float:
    """What stands behind a head says for or against a name that it ends."""
    points, total = tables().scores, 0.0
    if is_held(page, head.end):
        total += points["held"]
    if goes_on(page, head.end, tables().heads[head.key] == "generic"):
        total += points["followed"]
    return total


@cache
def _anyway(kind: str) -> float:
    """What a name with a head of this class may score besides what `most` looks for."""
    points = tables().scores
    return points[kind] + points["good_length"] + points["repeated"] + points["sentence"]


def most(page: Page, head: Hit, first: int) -> float:
    """The most that a candidate with this head can score without what stands behind it, wherever from ``first`` on it begins.

    It is the sum of all that the stretch may give: most heads are in no name, and this tells so before anything is read closely.
    """
    text, points = page.text, tables().scores
    total = _anyway(tables().heads[head.key])
    if page.after_verbs.find(1, max(0, first - 1), head.start) >= 0:
        total += points["verb"] + points["verb_and_end"]
    elif JOINED.search(text, max(0, first - 2), head.start):
        total += points["listed"]
    if page.headlines[head.start]:
        total += points["headline"]
    if AT_MEETING.match(text, head.end):
        total += points["listed"]
    if CLOSING.search(text, first, head.end + 1):
        total += points["quoted"] + points["quote_at_head"] + points["national"]
    if page.known_marks.find(1, first, head.start) >= 0:
        total += points["known"]
    if NATIONAL.search(text, first, head.end):
        total += points["national"]
    elif page.place_starts.find(1, first, head.start) >= 0:
        total += points["place"]
    return total


def own_score(page: Page, start: int, head: Hit) -> float:
    """What the words of a candidate say for or against it."""
    text, points = page.text, tables().scores
    name, length = text[start:head.end], head.end - start
    total = points[tables().heads[head.key]]
    whole = is_open(text, start - 1) and is_close(text, head.end)
    total += points["cut_inside"] * ("的" in name) if whole else inside(page, start, head.start)
    if whole and ("+" in name or name.count("、") > 1):
        total += points["enumerated"]
    if whole or CLOSING.search(PLAN.sub("", name)):
        total += points["quoted"]
    if is_close(text, head.start - 1):
        total += points["quote_at_head"]
    if is_vague(page, start, head):
        total += points["vague"]
    if start in page.known_starts:
        total += points["known"]
    elif QUALITY.match(name) and tables().heads[head.key] != "strong":
        total += points["quality"]
    lead = NATIONAL.match(name)
    if lead and (name.endswith(SEASONAL) or start in page.known_starts or not lead.group().startswith("20")):
        total += points["national"]
    elif start in page.places:
        total += points["place"]
    size = "good_length" if 6 <= length <= 20 else "short" if length < 5 else "long" if length > 26 and len(TITLE.sub("", name)) > 16 else ""
    return total + points.get(size, 0.0)


def score(page: Page, start: int, head: Hit, around: float) -> float:
    """How much a candidate looks like the name of a programme; repetition is only looked up where it decides."""
    points = tables().scores
    total = own_score(page, start, head) + around
    if total + points["repeated"] >= points["threshold"] and page.is_repeated(page.text[start:head.end]):
        total += points["repeated"]
    return round(total, 3)


def best_name(page: Page, head: Hit) -> Found | None:
    """The name that ends with this head, with the left edge that scores best; nothing where no edge scores enough."""
    if tables().heads[head.key] == "single" and not stands_free(page, head.end):
        return None
    points = tables().scores
    limit, around = left_limit(page, head), quote_around(page.text, head)
    first = limit if around is None else min(limit, around)
    if head.start - first < 2:
        return None
    lacking = points["threshold"] - most(page, head, first) - 0.01
    if points["held"] < lacking or (behind := behind_score(page, head)) < lacking:
        return None
    best: Found | None = None
    ended = page.text[head.end:head.end + 1] in STOP
    for start in left_edges(page, head, limit, around):
        if not may_be_name(page, start, head):
            continue
        total = score(page, start, head, before_score(page, start, ended=ended) + behind + at_meeting(page, start, head))
        if total >= points["threshold"] and (best is None or total > best.score):
            best = Found(start, head.end, page.text[start:head.end], total)
    return best


def find_named(page: Page) -> list[Found]:
    """Names that the grammar accepts, the best left edge for each head."""
    known_ends = {f.end for f in page.known}
    classes = tables().heads
    heads = (h for h in page.heads if not page.masked[h.end - 1] and h.end not in known_ends and classes[h.key] != "none")
    names = [name for head in heads if (name := best_name(page, head))]
    spans = {(name.start, name.end) for name in names}
    return [name for name in names if not (page.text.startswith(LONGER, name.end) and (name.start, name.end + 2) in spans)]
