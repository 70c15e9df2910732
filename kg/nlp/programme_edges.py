"""Where the name of a programme may begin: marks around it, the left edges that a head gives it, and what no name begins with.

Stands between `kg.nlp.programme_page`, whose positions it reads, and `kg.nlp.programme_grammar`, which weighs the edges.
"""
from __future__ import annotations

import re
from bisect import bisect_left

from kg.nlp.programme_lexicon import CLOSES, CLOSING, OPEN, OPENS
from kg.nlp.programme_page import PAIRS, STOP, Page, Words, marks_between
from kg.nlp.programme_tables import VERBAL, Hit, tables

PAIRED = {"“": "”", "‘": "’", "「": "」", "『": "』"}
NATIONAL = re.compile(r"全国|国家|中国|中华人民共和国|中央财政|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|(?<![（(])20\d\d[年—\-]?"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥](?:[（(]20\d\d[）)])?年")
IN_BRACKETS = re.compile("（[^（）]*）|\\([^()]*\\)")
REACH = 44
COUNTED = re.compile(
    r"(?!20\d\d[年—\-])[\d.]+[万亿余多]*(?:[个座列家条项批场次种款名所处台元辆月天日年张套期件份]|$)"
    r"|[一二两三四五六七八九十数几]{1,6}[个座列家条项批场次种大类]|[百千万]{1,2}余?[场项]|一(?:系列|揽子|整?套)|系列|(?:全[国省市])?(?:首批|第[一二三四五六七八九十]{1,2}批)$|[明今去]年|[、\d年月日]{1,20}$|[个项批次届暨好]"
)
COUNTED_INSIDE = re.compile(r"\d[余多]?(?:[个项家座处支场户]|[万亿]*元)")
# 福建单机容量最大抽水蓄能电站: what it is like, not what it is called
FIRST_OF_ALL = re.compile("^[^“”]*(?:最[大长高深快多]|首[条座台个家例场]|唯一|又一)(?!的)")
TOPIC = re.compile(  # 以“…建设”为主题, “…”“…工程”等方面
    "[”’](?:[、和]?[“‘][^“”‘’\n]{2,30}[”’]){0,6}等?(?:为主题|为题|方面|议题|话题|理念|口号|原则|主题(?!活动|教育|宣传|日|展|党))")
JOINED_IN = re.compile(  # “A”乐业日等活动; “某某通”成功落地首笔试点; 2楼“A”工作室
    "”[^“”]{0,8}等|等“|”(?:[和与及]|以及)(?!“)|”(?:由|作为|成功|提出|前夕|开展|落地|指|参加|举行)|”[两三四五六七八九十]{1,2}[条座]|”[0-9]{2}[一-龥]|(?<![0-9])(?!20[0-9]{2}“)[0-9]+[^“”年届]{0,4}“")
PLANS = re.compile("计划(?=于|今[年天晚]|明[年天晚]|本月|[0-9]{1,2}月|完成|建设[0-9]|恢复|落地|年[内底])")  # 某核电计划建设6台机组
PLANNED = ("行动", "培育", "倍增", "提升", "专项", "支持", "引进", "帮扶", "援助", "合作", "三年", "五年", "资助", "人才", "培养", "教育", "招聘", "发展", "”")
LEAD = re.compile(r"20\d\d|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|全国")
AGAINST = ("打击", "整治", "清理", "惩治", "查处", "防范", "遏制")
DRIVES = ("专项行动", "专项整治", "整治行动", "专项治理", "执法行动", "治理行动", "打击行动")
NUMBER = r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])"  # with which a numbered line begins
NUMBERED = re.compile(rf"{NUMBER}[^。\n]*")
OTHERS = re.compile("(?<![平同高中初均优对])等(?![级效离])")  # 某博览会等|重点展会: others of a list
STAFF = re.compile(  # 全国知识产权|系统: those who work in it
    "(?:全国|(?:全|[一-龥]{2})[省市县区])(?![^，]*(?:信息|管理|监[测管控]|预警|服务|平台|调度|支付|结算|登记|备案|申报|审批|查询|直报|追溯|报告|采集|共享|交易|核查|认证))[一-龥]{2,6}")
THEIRS = ("中亚", "阿拉伯", "发展中", "共建", "东盟", "金砖", "周边", "合作", "沿线", "成员", "岛", "各")  # 中亚国家: others, not ours
MADE_INTO = re.compile("打造成(?=[^都渝长人果品本达])")  # 打造成|实景文化大课堂
MANNER = re.compile("“(?:一对一|点对点|面对面|手拉手|零距离|一站式|一条龙|最[初后]一公里)”?")  # how something is done: “一对一”服务项目
NOT_FIRST = (  # with what no name begins: how far a work is, what is forbidden, at which levels
    "在建", "已建", "拟建", "续建", "待建", "不得", "国家和省级", "国家级和省级")
DOINGS = ("行动", "计划", "工程", "活动")
TELLING = ("verb", "neutral", "stop", "weak", "deed")


def is_open(text: str, at: int) -> bool:
    """True where an opening quotation mark stands here."""
    return text[at:at + 1] in OPENS


def is_close(text: str, at: int) -> bool:
    """True where a closing quotation mark stands here."""
    return text[at:at + 1] in CLOSES


def ends_clause(text: str, at: int) -> bool:
    """True where punctuation or the end of the text stands here, or behind a closing quotation mark here."""
    at += is_close(text, at)
    return at >= len(text) or text[at] in STOP


def in_heading(text: str, at: int) -> bool:
    """True in the sentence with which a numbered line begins: （七）用足财政资金政策。 tells what to do, not what it is called."""
    return NUMBERED.fullmatch(text, 1 + text.rfind("\n", 0, at), at) is not None


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


def left_edges(words: Words, head: Hit, limit: int, around: int | None) -> list[int]:
    """Where a name with this head could begin, from left to right; not inside of a known name or of quotation marks."""
    text, page, classes = words.text, words.page, tables().cuts
    if closed := CLOSING.search(text, head.start, head.end):  # “住所云”平台: the head begins within the quotation marks
        head = head._replace(start=closed.end())
        limit = left_limit(page, head)
    cuts = words.cuts_between(limit, head.start)
    stops = [end for at, end, word in cuts if classes[word] == "stop" and not page.in_quotes(at, limit)]
    stops += [hit.end() for hit in MADE_INTO.finditer(text, limit, head.start) if not page.in_quotes(hit.start(), limit)]
    limit = max(stops, default=limit)
    edges = {limit, *(end for _, end, _ in cuts if end >= limit)}
    for lead in NATIONAL.finditer(text, limit, head.start) if page.leads.find(1, limit, head.start) >= 0 else ():
        i = lead.start()
        if lead[0] == "国家" and text.endswith(THEIRS, limit, i):
            continue
        if i == limit or words.cut_ends_at(i) or i in page.place_ends or not is_han(text, i - 1) or (text[i].isdigit() and words.head_at(i)):
            edges.add(i)
    edges.update(marks_between(page.place_starts, limit, head.start))
    quotes = page.opens[bisect_left(page.opens, limit):bisect_left(page.opens, head.start)]
    edges.update(quotes)
    if around is not None:
        edges.add(around)
    for quote in quotes:
        edges.difference_update(range(quote + 1, text.find(PAIRED[text[quote]], quote, head.start) + 1))
    for bracket in IN_BRACKETS.finditer(text, limit, head.start):
        edges.difference_update(range(bracket.start() + 1, bracket.end()))
    return sorted(edges - page.known_inner)


def is_drive(text: str, start: int, head: Hit) -> bool:
    """True where the name begins with what a campaign is against: 打击非法出入境专项行动."""
    return text.startswith(AGAINST, start) and text.endswith(DRIVES, head.start, head.end)


def is_bare(words: Words, start: int, head: Hit) -> bool:
    """True where nothing stands between the country or an ordinal and the head: 全国铁路, 第二届峰会."""
    lead = NATIONAL.match(words.text, start, head.start)
    return lead is not None and lead.end() == head.start and not is_close(words.text, head.end) and start not in words.page.known_starts


def is_told_of(words: Words, start: int, head: Hit) -> bool:
    """True where a verb or a joining word leads from the beginning to a part in quotation marks: 参观“3820”工程."""
    opened = words.text.find("“", start + 1, head.start)
    return opened > 0 and not is_close(words.text, opened - 1) and words.cut_ends_at(opened) in TELLING


def is_task(words: Words, start: int, head: Hit) -> bool:
    """True where quotation marks stand around what is to be done: “深化公立医院薪酬制度改革”等20项任务."""
    if not is_open(words.text, start - 1) or words.text.endswith(DOINGS, head.start, head.end):
        return False
    return any(at == start and tables().cuts[word] == "verb" for at, _, word in words.cuts_between(start, head.start))


def may_be_name(words: Words, start: int, head: Hit) -> bool:
    """False where the candidate cannot be a name: too little before the head, a counted thing, a common head on its own."""
    text = words.text
    stem = text[start:head.start].strip("“”‘’")
    if len(stem) < 2 or stem[-1] == "等" or stem.startswith(NOT_FIRST) or "简称" in stem or "有关" in stem:
        return False
    if is_open(text, start - 1) and is_close(text, head.end) and text.endswith(AGAINST, 0, start - 1):
        return False  # 严厉打击“先涨价后补贴”
    if OTHERS.search(stem, 1 + stem.rfind("”")) or (head.key == "系统" and STAFF.fullmatch(stem)):
        return False
    if (stem[-1].isdigit() and not is_close(text, head.start - 1)) or COUNTED_INSIDE.search(stem):
        return False
    if COUNTED.match(stem) and not (is_open(text, start - 1) and is_close(text, head.end)):  # 5项行动, but “十项行动”
        return False
    if JOINED_IN.search(text, start, head.start) or text[start - 1:start] == "/" or FIRST_OF_ALL.search(stem):
        return False
    if text.endswith("基金", 0, head.end) and text.startswith("会", head.end) and not text.startswith(("会议", "会计", "会商"), head.end):
        return False  # a foundation
    if is_close(text, head.end) and (TOPIC.match(text, head.end) or is_task(words, start, head)):
        return False
    if PLANS.match(text, head.end - 2) and not text.endswith(PLANNED, start, head.end - 2):
        return False
    if is_bare(words, start, head) or is_told_of(words, start, head):
        return False
    kind = tables().heads[head.key]
    if words.cut_starts_at(start) and not is_open(text, start - 1) and not is_drive(text, start, head):
        return False
    if kind == "marked" and not is_close(text, head.start - 1) and not (is_open(text, start - 1) and is_close(text, head.end)):
        return False
    if kind == "marked" and MANNER.fullmatch(text, start - is_open(text, start - 1), head.start):
        return False
    if kind == "part":
        return start in words.page.known_starts
    if kind == "governed":
        return words.word_before(start) in (*VERBAL, "soft") and text[head.end:head.end + 1] in STOP
    if kind != "single" or is_close(text, head.end):
        return True
    return CLOSING.search(text, start, head.start) is not None or LEAD.match(stem) is not None
