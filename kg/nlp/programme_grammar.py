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

from kg.lexicon import rows
from kg.nlp.programme_edges import NATIONAL, REACH, ends_clause, in_heading, is_close, is_open, left_edges, left_limit, may_be_name, quote_around
from kg.nlp.programme_lexicon import CLOSES, CLOSING, Found
from kg.nlp.programme_page import JOINS, PAIRS, STOP, Page, Words, read_words
from kg.nlp.programme_tables import ENDING, VERBAL, Head, Hit, tables

JOINED = re.compile("[和与及或、]")
TITLE = re.compile("^(?:20[0-9]{2}年?)?“[^“”]*”(?=[^“”]*$)|^[^·“”]{2,10}·")
PLAN = re.compile("“十[一二三四五六七八九]?五”")  # a stretch of time, no name
GOES_ON = (
    *"委厅局部办组机经城建工管体系人员类性化中费者型力量率额法例书证商品网站点单",
    "合作伙伴", "伙伴", "意义", "互信", "沟通", "对话", "支点", "支撑", "定位", "高地", "地位", "机遇", "目标", "任务", "时间", "地点", "内容", "预告",
    "行业", "格局", "团队", "标识", "名片", "口岸", "创新重点",
)
MAY_FOLLOW = ("业务", "工作", "服务", "试点", "启动", "正式", "建成", "建设", "项目", "活动", "中的", "管理办法", "工程", "平台",
    "部署", "组织开展", "组织实施", "经过", "体现", "率先", "力争", "力求", "建立", "办理", "人均", "点燃", "点亮")
SENTENCE_END = frozenset("。；！？\n")
SEASONAL = tuple("会展节赛周月日季坛动演查典议")
AT_MEETING = re.compile(r"上(?=[，表介说指强透获提发通])")
EDITION = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[个届]$")
HELD = frozenset((
    "举行", "召开", "举办", "启动", "开幕", "闭幕", "落幕", "揭牌", "亮相", "拉开",
    "建成", "开通", "上线", "开工", "竣工", "通车", "投产", "投用", "投运", "贯通", "合龙", "完工", "通水",
))
DAY = re.compile("(?:今天|昨天|明天|今日|昨日|今晚|昨晚)(?:上午|下午|晚上?)?（[^（）]{2,12}）")  # between a name and what is done
HOLDING = re.compile(rf"(?:{DAY.pattern})?[^{re.escape(''.join(sorted(STOP)))}]{{0,14}}?(?:{'|'.join(sorted(HELD))})|上[，表介说指强透获提发通]|以来")
BRACKET = re.compile("[）)]")
QUALITY = re.compile("(?!绿化|[一-龥]{2}化学)[一-龥]{2}化(?!石|肥|工)")  # 规范化零工平台: what it is like, not what it is called
FOR_SOMEONE = ("行动", "计划", "工程", "活动", "项目")
COUNTRY = ("全国", "国家", "中国")
PLANNED = ("计划于", "计划在", "预计", "拟于", "有望", "力争")
LONGER = re.compile("平台|系统|(?<=改革)试点|(?<=专项)监管")  # of two names from one place the one that goes on with these: 综合监管平台, not 综合监管
UNDERTAKINGS = {
    "strong": ("改革", "行动"), "generic": ("制度", "机制"),
    "ordinary": ("行动", "计划", "工程", "试点", "专项", "调查", "改革", "战略", "资源库", "数据库", "基础库", "项目库",
        "专项整治", "专项治理"),
}
WEIGHTY = re.compile("(?:国家|全国|省级|市级)?(?:重[点大]|主要)")
LONG_NAME = 8
BUILT, SHORTEST_BUILT = ("平台", "系统", "库", "大脑", "监测网", "监测网络"), 8
MUCH, WHOLE = 6, ("ordinary", "strong")
COSTS = {"verb": "verb_inside", "soft": "soft_inside", "deed": "soft_inside"}


def is_vague(words: Words, start: int, head: Hit) -> bool:
    """True where only common words stand before the head; two of them (数字教育) are enough before a strong head, three before any."""
    strong = tables().heads[head.key] == "strong"
    i, count = start + 2 * (not strong and words.text.startswith(COUNTRY, start)), 0
    while i < head.start:
        i = words.vague_ends.get(i, head.end)
        count += 1
    return i == head.start and 0 < count < (2 if strong else 3)


def stands_free(words: Words, head: Hit) -> bool:
    """True where a head of one syllable ends for sure: before punctuation, a cut word or what is planned for it; a longer one (网站) behind “…”."""
    end = head.end
    if end - head.start > 1 and is_close(words.text, head.start - 1):
        return True
    return words.text[end:end + 1] in STOP or is_close(words.text, end) or words.cut_starts_at(end) or words.text.startswith(PLANNED, end)


def goes_on(words: Words, end: int, generic: bool) -> bool:
    """True where the words after the head make it part of a longer noun."""
    text = words.text
    if not generic and text.startswith(MAY_FOLLOW, end):
        may = next(word for word in MAY_FOLLOW if text.startswith(word, end))
        if not is_close(text, end + len(may)):
            return False
    return text.startswith(GOES_ON, end) or (end in words.head_starts and not text.startswith(PLANNED, end))


def at_meeting(words: Words, start: int, head: Hit) -> float:
    """What it says for a meeting's name that it stands between 在 and 上 (在X大会上，…)."""
    within = words.text.startswith("在", start - 1) and words.text[head.end - 1] == "会" and AT_MEETING.match(words.text, head.end)
    return tables().scores["listed"] if within and start else 0.0


def is_held(words: Words, end: int) -> bool:
    """True where the same clause goes on with a verb of holding or opening (X今天在北京举行), or tells what was said there (X上介绍)."""
    if words.text[end - 1:end] == "会" and AT_MEETING.match(words.text, end):
        return True
    if words.text.startswith("以来", end):
        return True
    if day := DAY.match(words.text, end):
        end = day.end()
    i = bisect_left(words.cut_starts, end)
    while i < len(words.cuts) and words.cuts[i][0] <= end + 14:
        at, _, word = words.cuts[i]
        if word in HELD:
            return not any(c in STOP for c in words.text[end:at])
        if tables().cuts[word] == "verb":
            return False
        i += 1
    return False


def inside(words: Words, start: int, end: int) -> float:
    """What the cut words inside a candidate, outside its quoted parts, cost."""
    points, total = tables().scores, 0.0
    for at, last, word in words.cuts_between(start, end):
        if word in JOINS and words.head_at(at):
            total += points["joined"]
        elif at in words.page.place_ends and tables().cuts[word] == "verb":
            total += points["told"]
        elif not words.page.in_quotes(at, start) and words.text[at - 2:last] != "统一的":
            total += points["of_inside" if word == "的" else COSTS.get(tables().cuts[word], "cut_inside")]
    return total


def is_described(page: Page, start: int) -> bool:
    """Whether a quoted name stands behind what it is for and a verb of founding: 实施面向高龄老人的“老伙伴计划”."""
    text, first = page.text, max(0, start - 26)
    if not text.startswith("的“", start - 2):
        return False
    clause = max(text.rfind(mark, first, start) for mark in "，。；：\n")
    return page.after_verbs.find(1, max(clause, first), start - 3) >= 0


def is_built(words: Words, start: int, head: Hit) -> bool:
    """Whether a clause tells that a platform, system or register is built: 建设|声环境自动监测系统|，, 推进|水利资料数据库|建设，"""
    if not head.key.endswith(BUILT) or head.end - start < SHORTEST_BUILT:
        return False
    built = words.text.startswith("建设", head.end) and ends_clause(words.text, head.end + 2)
    if words.word_before(start) in VERBAL:
        return built
    return words.text.endswith(("建设", "建设了"), 0, start) and (built or ends_clause(words.text, head.end))


def undertaken(words: Words, start: int, head: Hit) -> float:
    """What it says for an action, plan or pilot, and for a scheme with a part in quotation marks, that a verb stands directly before it,
    for a platform or system that it is built, and for an event of the country or of a year that it is held."""
    name, kind = words.text[start:head.end], tables().heads[head.key]
    if kind in WHOLE and is_built(words, start, head):
        return tables().scores["verb"] + tables().scores["verb_and_end"]
    if name.endswith(SEASONAL) and not name.endswith("发布会") and NATIONAL.match(name) and is_held(words, head.end):
        return tables().scores["occasion"]
    marked = CLOSING.search(name) is not None
    if len(name) < 6 or "的" in name or WEIGHTY.match(name) or not (name.endswith(UNDERTAKINGS.get(kind, ())) or (marked and kind in ("ordinary", "loose"))):
        return 0.0
    if not ends_clause(words.text, head.end) or words.word_before(start - is_open(words.text, start - 1)) not in VERBAL:
        return 0.0
    return tables().scores["undertaken"] if kind != "generic" or marked or start in words.page.known_starts else 0.0


def before_score(words: Words, start: int, *, ended: bool) -> float:
    """What stands before a candidate says for or against it; ``ended``: a mark stands right behind it."""
    text, points, total = words.text, tables().scores, 0.0
    before = words.word_before(start - is_open(text, start - 1))
    if before in VERBAL or (before == "weak" and not words.is_join(start)):
        total += points[before] + (points["verb_and_end"] if ended and before in VERBAL else 0.0)
    elif words.is_join(start) or (text[start - 1:start] == "、" and words.head_at(start - 1)):
        total += points["listed"]
    if is_open(text, start - 1) and EDITION.search(text, max(0, start - 8), start - 1):
        total += points["national"]
    if words.page.headlines[start]:
        total += points["headline"]
    if start == 0 or text[start - 1] in SENTENCE_END:
        total += points["sentence"]
    return total


def behind_score(words: Words, head: Hit) -> float:
    """What stands behind a head says for or against a name that it ends."""
    points, total = tables().scores, 0.0
    if is_held(words, head.end):
        total += points["held"]
    if goes_on(words, head.end, tables().heads[head.key] == "generic"):
        total += points["followed"]
    return total


def most(page: Page, head: Hit, first: int) -> float:
    """The most that a candidate with this head can score, wherever from ``first`` on it begins, without what stands behind it.

    It is the sum of all that the stretch may give: most heads are in no name, and this tells so before a clause is read for its words.
    """
    text, points, kind, last = page.text, tables().scores, tables().heads[head.key], head.start
    length = head.end - first
    total = points[kind] + (points["good_length"] if length >= 6 else points["short"] if length < 5 else 0.0)
    if last - first >= MUCH and kind in WHOLE:
        total += points["whole"]
    if page.headlines[head.start]:
        total += points["headline"]
    if page.after_verbs.find(1, max(0, first - 1), last) >= 0:
        total += points["verb"] + points["verb_and_end"] + points["undertaken"]
    elif JOINED.search(text, max(0, first - 2), last):
        total += points["listed"]
    begun = first == 0 or text[first - 1] in SENTENCE_END
    if page.signs.find(1, first, head.end + 1) < 0:
        return total + (points["sentence"] if begun or BRACKET.search(text, first, last) else 0.0)
    quoted, led = CLOSING.search(text, first, head.end + 1), page.leads.find(1, first, last) >= 0
    known = page.known_marks.find(1, first, last) >= 0
    if (kind == "single" and not quoted and not led) or (kind == "part" and not known):
        return points["threshold"] - 2
    if quoted:
        total += points["sentence"] + points["quoted"] + points["quote_at_head"] + points["national"]
    elif begun or BRACKET.search(text, first, last):
        total += points["sentence"]
    if known:
        total += points["known"]
    if led:
        total += points["national"]
    elif page.place_starts.find(1, first, last) >= 0:
        total += points["place"]
    return total


def may_be_governed(page: Page, head: Hit, first: int) -> bool:
    """False where a mark does not stand behind the head, or no verb and no word like one before it; and in a numbered heading."""
    if page.text[head.end:head.end + 1] not in STOP or in_heading(page.text, head.start):
        return False
    return page.after_verbs.find(1, first, head.start) >= 0 or soft_words().search(page.text, max(0, first - 6), head.start) is not None


def may_be_told(page: Page, head: Hit, first: int) -> bool:
    """False where no name can end with this head, told by little: nothing before it, or too little of what makes a name."""
    if head.start - first < 2 or (tables().heads[head.key] == "governed" and not may_be_governed(page, head, first)):
        return False
    points = tables().scores
    lacking = points["threshold"] - most(page, head, first) - 0.01
    if lacking > 0 and HOLDING.match(page.text, head.end):
        lacking -= points["held"] + points["listed"]
    return lacking <= 0 or (lacking <= points["repeated"] + points["often"] and page.is_repeated(page.text[head.start - 2:head.end]))


def size_of(name: str) -> str:
    """The feature that the length of a candidate is; a long part in quotation marks at its beginning is not counted, nor a motto before a ·.

    >>> size_of("山地治理行动"), size_of("治理行动"), size_of("“山与海：一座小城的三十年变迁与展望”国际研讨会")
    ('good_length', 'short', 'good_length')
    """
    length = len(name)
    if length <= 20:
        return "good_length" if length >= 6 else "short" if length < 5 else ""
    rest = len(TITLE.sub("", name))
    if rest <= 20 and length <= 20 + rest:
        return "good_length" if rest < length else ""
    return "long" if length > 26 and rest > 16 else ""


def own_score(words: Words, start: int, head: Hit) -> float:
    """What the words of a candidate say for or against it."""
    text, page, points = words.text, words.page, tables().scores
    name, length = text[start:head.end], head.end - start
    total = points[tables().heads[head.key]]
    whole = is_open(text, start - 1) and is_close(text, head.end)
    total += points["cut_inside"] * ("的" in name) if whole else inside(words, start, head.start)
    if whole and ("+" in name or name.count("、") > 1):
        total += points["enumerated"]
    if whole or CLOSING.search(PLAN.sub("", name)):
        total += points["quoted"]
    elif tables().heads[head.key] == "loose":
        total += points["plain"]
    if whole and length > 3 and name.endswith(FOR_SOMEONE) and is_described(page, start):
        total += points["verb"]
    if is_close(text, head.start - 1) or CLOSING.search(text, head.start, head.end):
        total += points["quote_at_head"]
    if is_vague(words, start, head):
        total += points["vague"]
    if start in page.known_starts:
        total += points["known"]
    elif QUALITY.match(name) and tables().heads[head.key] != "strong":
        total += points["quality"]
    lead = NATIONAL.match(name)
    if lead and (name.endswith(SEASONAL) or start in page.known_starts or not lead.group().startswith("20")):
        total += points["national"]
        total += points["known"] * (lead.group()[0] in "第首" and start + lead.end() in page.known_starts)  # 第六届|长三角一体化发展高层论坛
    elif start in page.places:
        total += points["place"]
    if is_whole(words, start, head):
        told = start in page.known_starts or start in page.places or is_held(words, head.end)
        total += points["whole"] if told else points["whole_plain"] * (tables().heads[head.key] == "strong")
    return total + points.get(size_of(name), 0.0)


def is_whole(words: Words, start: int, head: Hit) -> bool:
    """Whether much stands before the head, no word that parts names among it, and no other head behind; and nothing of another country."""
    if head.start - start < MUCH or tables().heads[head.key] not in WHOLE or head.end in words.head_starts:
        return False
    if WEIGHTY.match(words.text, start) or words.text.startswith(countries(), start) or words.text.startswith("新", start - 1):
        return False
    return not words.cuts_between(start, head.start)


def score(words: Words, start: int, head: Hit, around: float) -> float:
    """How much a candidate looks like the name of a programme; repetition is only looked up where it decides."""
    points = tables().scores
    total = own_score(words, start, head) + around
    if total + points["repeated"] + points["often"] >= points["threshold"] and words.page.is_repeated(name := words.text[start:head.end]):
        total += points["repeated"] + points["often"] * (len(name) >= LONG_NAME and words.page.is_often(name))
    return round(total, 3)


def best_name(words: Words, head: Hit, limit: int, around: int | None) -> Found | None:
    """The name that ends with this head, with the left edge that scores best; nothing where no edge scores enough."""
    if tables().heads[head.key] == "single" and not stands_free(words, head):
        return None
    points, behind = tables().scores, behind_score(words, head)
    best: Found | None = None
    second: Found | None = None
    ended = words.text[head.end:head.end + 1] in STOP
    for start in left_edges(words, head, limit, around):
        if not may_be_name(words, start, head):
            continue
        total = score(words, start, head, before_score(words, start, ended=ended) + behind + at_meeting(words, start, head))
        found = Found(start, head.end, words.text[start:head.end], total)
        if total >= points["threshold"]:
            best = found if best is None or total > best.score else best
        elif total + undertaken(words, start, head) >= points["threshold"]:
            second = found if second is None or total > second.score else second
    return best or second


def find_named(page: Page) -> list[Found]:
    """Names that the grammar accepts, the best left edge for each head."""
    keys, heads = tables().names, []
    for (index, start, end), limit in heads_of_names(page):
        head, around = Hit(start, end, keys[index]), None
        if limit is None:
            limit, around = left_limit(page, head), quote_around(page.text, head)
        first = limit if around is None else min(limit, around)
        if may_be_told(page, head, first):
            heads.append(((index, start, end), head, limit, around, first))
    if not heads:
        return []
    words = read_words(page, [(first, head.end) for _, head, _, _, first in heads])
    names = [name for hit, head, limit, around, _ in heads if words.head_at(head.end) == hit and (name := best_name(words, head, limit, around))]
    spans = {(name.start, name.end) for name in names}
    return [name for name in names if not (LONGER.match(page.text, name.end) and (name.start, name.end + 2) in spans)]


def heads_of_names(page: Page) -> Iterator[tuple[Head, int | None]]:
    """The heads without those that a glance rules out: ends of longer heads, other names, nothing before them, weak ones without a sign.

    With each the leftmost place where a name may begin, where no pair of marks stands before or around it.
    """
    text, masked, barred, signs = page.text, page.masked, page.barred, page.signs
    known_ends = {f.end for f in page.known}
    weak, roles = weak_heads(), tables().roles
    longer = longer_end = 0
    for hit in page.scanned.heads:
        index, start, end = hit
        if end == longer_end and start > longer:
            continue
        if end - start > 2:
            longer, longer_end = start, end
        if not roles[index] & ENDING or masked[end - 1] or end in known_ends:
            continue
        at = barred.rfind(1, max(0, start - REACH), start)
        if (at >= 0 and text[at] in PAIRS) or text[end:end + 1] in CLOSES:
            yield hit, None
            continue
        limit = at + 1 if at >= 0 else max(0, start - REACH)
        if start - limit >= 2 and (index not in weak or signs.find(1, limit, end) >= 0 or HOLDING.match(text, end)):
            yield hit, limit


@cache
def countries() -> tuple[str, ...]:
    """The names of other countries, whose systems and actions are seldom named."""
    return tuple(sorted(row["name"] for row in rows("places_regions.tsv") if row["kind"] == "country"))


@cache
def weak_heads() -> frozenset[int]:
    """The heads that end no name that neither bears a sign nor is held: generic ones, and such as need a mark, an ordinal or a known work."""
    known = tables()
    return frozenset(index for index, name in enumerate(known.names) if known.heads.get(name) in ("generic", "single", "part"))


@cache
def soft_words() -> re.Pattern[str]:
    """The cut words that are as often a noun."""
    return re.compile("|".join(word for word, kind in tables().cuts.items() if kind in ("soft", "deed")))
