"""One calendar expression and its days: 2024年底, 今年1-7月, 二季度, “十四五”, 目前. Below kg.nlp.times, which reads them in context."""
from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from kg.nlp.numerals import matches

DASH = r"[-—–~～至到]{1,2}"
_DIGITS = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "Ｏ": 0, "O": 0, "两": 2}
_SHIFT = {
    "今年": 0, "本年": 0, "本年度": 0, "全年": 0, "年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2,
    "同年": 0, "当年": 0, "次年": 1,
}
_PRINTED = ("同年", "当年", "次年")  # relative to the year printed before, not to the article's
_OF_CENTURY = {"本世纪中叶": 2050, "本世纪末": 2100}
_DAYS = {"今": 0, "当": 0, "昨": -1, "前": -2, "明": 1, "后": 2}

_NUMBER = r"十[一二]?|[一二三四五六七八九]"
_YEAR = (
    rf"(?:(?<![\d.,])|(?<=^\d\.)|(?<=^\d\d\.))(?:(?P<year0>(?:19|20)\d\d)年?{DASH})?(?P<year>(?:1[89]|20)\d\d|[一二][〇○ＯO零八九][〇○ＯO零一二三四五六七八九]{{2}})"
    r"(?:[、和](?P<year2>(?:19|20)\d\d))?年(?!第\d{{1,4}}号|来|以[上下内]|左右|多|余|轻|龄|历史|限|期(?!间))度?"
)
_RELATIVE = (
    r"(?P<relative>今年(?!清明|春节|元旦|五一|“五一”|端午|中秋|国庆|十一(?!月)|“十一”|暑期|暑假|寒假|春运|暑运)|去年|上年|前年|明年|(?<![成产运达用车网工营以])后年|同年|当年|本年度?|次年|全年|"
    r"(?<![\d一二三四五六七八九十百千半个])年(?=[底末初内](?!预算|计划|目标|确定|下达|部署)))(?!龄)"
)
_DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_MONTHS = rf"(?<![\d.])(?P<m1>1[0-2]|0?[1-9])月?份?{DASH}(?P<m2>1[0-2]|0?[1-9])月份?(?!\d{{1,2}}[日号])"
_MONTH = (
    rf"(?<![\d.十])(?P<month>1[0-2]|0?[1-9]|{_NUMBER})月份?(?:(?P<day>{_DAY})[日号](?!线|楼|院|文)"
    rf"(?:(?:{DASH}|、)(?P<day2>{_DAY})[日号](?!线|楼|院|文))?|(?P<third>[上中下])旬)?"
)
_QUARTER = (
    r"第?(?P<from>[一二三])(?:[至到和]第?|(?<=.[一二三])、第?)?(?P<upto>[二三四])季度|(?:第|(?<![A-Za-z])Q(?=[1-4](?!\d)))?(?P<quarter>[一二三四1-4])(?:季度|(?<=Q.)|(?<=第.)季(?!》|度|[一-龥]?[》”]))|前(?P<quarters>[二三两23])个?季度|(?P<half>[上下])半年|头?前?(?P<first>1[0-2]|"
    r"[2-9]|十一?|[二三四五六七八九两])个?月(?:(?<=前.个月)|(?<=前..个月)|(?<=前.月)|(?<=前1[0-2]月))(?!\d)|(?P<season>[春夏秋冬])季"
)
_PLAN = (
    r"[“\"](?P<plan>十[一二三四五六七八九]?)五[”\"](?!规划(?:[和、，。；）》》]|编制|纲要|建议))(?:规划)?(?:期间|时期|以来)?"
    r"(?:(?P<planedge>末)|(?P<planyear>开局|收官)之?年|前(?P<planyears>[一两二三四])年)?"
)
_TOLD = "还?称|说|表示|报道|(?:对外)?(?:发布|公布)|发表|宣[布称]|已?印发|出台|通报|通过|批准|签署|警告|证实|发文|谴责|呼吁|重申|介绍|透露|援引|消息|播出"
_BARE = (
    rf"(?<![\d.月—~～-])(?P<bare>3[01]|[12]\d|0?[1-9])日(?:(?=(?P<told>{_TOLD}))"
    r"|(?=[，、起止上下晚凌早电在举召发公表从至开启闭落通竣拉宣揭]|正式|（(?:星期|周))|(?:深|午)夜|夜间|中午"
    r"|(?=(?:(?<=截至\d日)|(?<=截至\d\d日))\d{1,2}[时点]))"
)
_SO_MANY = r"[1-9]\d?|[一两二三四五六七八九]?十[一二三四五六七八九]?|[一两二三四五六七八九]"
_RECORD = "(?!度|级|期|以[上前内]|左右|多|余|前|后|的?时间|的?(?:首|最|新[高低]|单[日月季])|(?:以?来|同期|内)[^，。；]{0,3}(?:首次|最[高低大好]|新[高低]))"
_BEGUN = "提出|成立|实施|运行|开通|回归|建交|设立|启动|开展|举办|创办|施行|挂牌|试点|开放|履职|通车|投运|生效|召开|组建|上线"
_BACK = (  # 近三年, 公司近三年来, 过去五年, 最近6个月; 五年来 at the head of a clause, 成立6年来; but 近38年来新高, 扎根当地近30年
    rf"(?:(?<![^，。；：、（])(?:最?近|过去的?)|(?:最近|过去|近)(?=(?:{_SO_MANY})(?:年|个月)来))"
    rf"(?P<back>{_SO_MANY})(?P<backunit>年|个月)(?:来|(?!来)){_RECORD}"
    rf"|(?:(?<![^，。；：])|(?<={_BEGUN}))(?P<since>{_SO_MANY})年来{_RECORD}"
)
_ISO = r"(?<![\d./-])(?P<iso>(?:19|20)\d\d)[-./](?P<isomonth>1[0-2]|0?[1-9])[-./](?P<isoday>3[01]|[12]\d|0?[1-9])(?![\d./-])"
_OF_MONTH = rf"(?P<of>本月|当月|上个?月|下个?月)(?P<ofday>{_DAY})[日号]"
_WORD = (
    r"(?P<word>今年以来|截至目前|截至(?:现在|发稿|今(?![年天日])|(?:今[天日]|当[天日])?(?:[上中下]午|晚)?\d{1,2}[时点](?=\d{0,2}分?[，,共已]))|目前|至此(?=，)|当前|现阶段|现在|迄今|(?<!截)至今(?![年天日晚晨])|如今|[今昨前明后]天|[今昨明]日(?!头条)|"
    r"当[天日]|昨晚|今晨"
    r"|上个?月|上个?季度|本月|本季度|下个?月|本世纪(?:中叶|末))"
)
ATOM = re.compile(
    rf"{_ISO}|{_OF_MONTH}|{_WORD}|{_PLAN}|{_BACK}|{_BARE}"
    rf"|(?=[\d今去上前明后同当本次全年一二三四五六七八九十第春夏秋冬下头Q])(?:{_YEAR}|{_RELATIVE})?"
    rf"(?:[的 ]?(?:{_MONTHS}|{_MONTH}|{_QUARTER}))?(?P<edge>年?[底末初](?!期|次|级|步|始|心|预算|计划|目标|确定|下达|部署))?"
)

BEGINNINGS = (  # letters with which an expression begins, and what stands behind each
    ("0123456789", rf"\d?(?:[月日季个份]|年来|{DASH})|\d{{3}}(?:[年./、和]|{DASH})"), ("最", "近"), ("近", r"[一二三四五六七八九十两\d]"), ("过", "去"),
    ("两", "年来"), ("一二三四五六七八九十", "[一二三四五六七八九十]{0,2}年来|[一二]?个?[月季]|[〇○ＯO零八九]|(?:[至到、和]第?)?[二三四]季度"),
    ("今昨明", "[年天日晚晨]"), ("去同次全", "年"), ("后", "[年天]"), ("前", r"[年天二三四五六七八九十两\d]"), ("当", "[年月天日前]"),
    ("本", "[年月季世]"), ("上", "[年月季个半]"), ("下", "[月季个半]"), ("年", "[底末初内]"), ("截", "至"), ("目", "前"), ("现", "[阶在]"),
    ("迄至如", "今"), ("第", "[一二三四1-4](?:[至到、和]第?[二三四])?季"),
    ("Q", "[1-4]"), ("头", r"[前二三四五六七八九十两\d]"), ("春夏秋冬", "季"), ("“\"", "[十六七八九]"),
)
OPENING = re.compile("|".join(f"{letter}(?={behind})" for letters, behind in BEGINNINGS for letter in letters))


class Stretch(NamedTuple):
    """The days of an expression, its kind as in `kg.model.Time`, and its ISO form; no days while the year is unknown."""

    kind: str
    first: date | None
    last: date | None
    value: str | None = None


def atoms(text: str) -> list[re.Match[str]]:
    """The calendar expressions of a text.

    >>> [atom.group() for atom in atoms("今年1-7月，同比增长；到2025年底")]
    ['今年1-7月', '2025年底']
    """
    return list(matches(ATOM, OPENING, text))


def numeral(text: str) -> int:
    """The number that one- or two-place Chinese or Arabic numerals stand for.

    >>> numeral("十二"), numeral("7"), numeral("二〇二五")
    (12, 7, 2025)
    """
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_of(atom: re.Match[str]) -> tuple[int, int] | None:
    """First and last month that the expression speaks of within its year, or None for whole years."""
    m1, m2, month, quarter, quarters, half, first, season = atom.group("m1", "m2", "month", "quarter", "quarters", "half", "first", "season")
    if m1:
        return int(m1), int(m2)
    if atom["from"]:
        return 3 * numeral(atom["from"]) - 2, 3 * numeral(atom["upto"])
    if month:
        return (numeral(month),) * 2
    if quarter:
        return 3 * numeral(quarter) - 2, 3 * numeral(quarter)
    if quarters:
        return 1, 3 * numeral(quarters)
    if half:
        return (1, 6) if half == "上" else (7, 12)
    if first:
        return 1, numeral(first)
    if season:
        start = 3 + 3 * "春夏秋冬".index(season)
        return min(start, 12), min(start + 2, 12)
    return None


def year_of(atom: re.Match[str], anchor: date | None, printed: int | None) -> int | None:
    """The year that the expression prints or points to, None where it has none of its own or nothing tells."""
    if atom["year"]:
        return numeral(atom["year"])
    relative = atom["relative"]
    if not relative:
        return None
    base = printed if relative in _PRINTED else anchor.year if anchor else None
    if relative in ("全年", "年") and not (base and atom.string.startswith("内", atom.end())):
        base = printed or base
    return base + _SHIFT[relative] if base else None


def word_stretch(word: str, anchor: date | None) -> Stretch:
    """Days of 目前, 今年以来, 昨天, 上月, which hang on the article's day, and of 本世纪中叶."""
    if word in _OF_CENTURY:
        return Stretch("moment", date(_OF_CENTURY[word], 12, 31), date(_OF_CENTURY[word], 12, 31), str(_OF_CENTURY[word]))
    kind = "span" if word == "今年以来" else "day" if word[0] in _DAYS and word[:2] not in ("目前", "当前") else "now"
    if "月" in word or "季度" in word:
        kind = "month" if "月" in word else "quarter"
    if anchor is None:
        return Stretch(kind, None, None)
    if kind == "span":
        return Stretch(kind, date(anchor.year, 1, 1), anchor)
    if kind == "day":
        day = anchor + timedelta(_DAYS[word[0]])
        return Stretch(kind, day, day, day.isoformat())
    if kind in ("month", "quarter"):
        shift = {"上": -1, "本": 0, "下": 1}[word[0]]
        size = 1 if kind == "month" else 3
        index = anchor.year * 12 + (anchor.month - 1) // size * size + shift * size
        first = date(index // 12, index % 12 + 1, 1)
        last_index = index + size - 1
        return Stretch(kind, first, month_end(last_index // 12, last_index % 12 + 1), first.isoformat()[:7] if size == 1 else None)
    return Stretch(kind, anchor, anchor)


def back_stretch(atom: re.Match[str], anchor: date | None) -> Stretch:
    """Days of so many years or months up to the article's day: 近三年, 五年来."""
    if anchor is None:
        return Stretch("now", None, None)
    months = numeral(atom["back"] or atom["since"]) * (1 if atom["backunit"] == "个月" else 12)
    index = anchor.year * 12 + anchor.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return Stretch("now", date(year, month, min(anchor.day, month_end(year, month).day)), anchor)


def day_stretch(atom: re.Match[str], anchor: date | None) -> Stretch:
    """A day printed as 2024-03-05, or told by its month, as 上月25日."""
    try:
        if atom["iso"]:
            day = date(int(atom["iso"]), int(atom["isomonth"]), int(atom["isoday"]))
        else:
            first = word_stretch(atom["of"].replace("当", "本"), anchor).first
            if first is None:
                return Stretch("day", None, None)
            day = first.replace(day=numeral(atom["ofday"]))
    except ValueError:
        return Stretch("day", None, None)
    return Stretch("day", day, day, day.isoformat())


def plan_stretch(atom: re.Match[str], anchor: date | None) -> Stretch:
    """Days of a five-year plan, up to the article's behind 以来, or of its first or last year (“十五五”开局之年) or years (前四年): the sixth began in 1981."""
    first = 1981 + 5 * (numeral(atom["plan"]) - 6)
    if atom["planedge"]:
        return Stretch("moment", date(first + 4, 12, 31), date(first + 4, 12, 31), str(first + 4))
    if atom["planyear"]:
        first += 4 * (atom["planyear"] == "收官")
        return Stretch("year", date(first, 1, 1), date(first, 12, 31), str(first))
    if atom["planyears"]:
        return Stretch("plan", date(first, 1, 1), date(first + numeral(atom["planyears"]) - 1, 12, 31))
    if anchor and atom.group().endswith("以来") and first <= anchor.year <= first + 4:
        return Stretch("span", date(first, 1, 1), anchor)
    return Stretch("plan", date(first, 1, 1), date(first + 4, 12, 31))


def calendar_stretch(atom: re.Match[str], year: int | None) -> Stretch:
    """Days of an expression made of year, months, quarter and day, in a year that may be unknown."""
    months, edge = months_of(atom), atom["edge"]
    kind = _kind(atom, months)
    if atom["season"] and atom.string.startswith("学期", atom.end()):  # 春季学期 begins in winter
        return Stretch(kind, None, None)
    if year is None:
        return Stretch("moment" if edge else kind, None, None)
    try:
        first, last, value = _days(atom, year, months)
    except ValueError:  # 2月30日
        return Stretch(kind, None, None)
    if edge:
        last = last.replace(month=months[0] if months else 1, day=1) if edge.endswith("初") else last
        return Stretch("span", first, last) if atom["year0"] else Stretch("moment", last, last, value)
    return Stretch(kind, first, last, value)


def _kind(atom: re.Match[str], months: tuple[int, int] | None) -> str:
    if atom["year0"]:
        return "span"
    if months is None:
        return "span" if atom["year2"] else "year"
    if atom["m1"] or atom["from"] or atom["quarters"] or atom["first"] or atom["season"] or atom["day2"]:
        return "span"
    return "day" if atom["day"] else "month" if atom["month"] else "quarter" if atom["quarter"] else "half"


def _days(atom: re.Match[str], year: int, months: tuple[int, int] | None) -> tuple[date, date, str | None]:
    if months is None:
        first, last = int(atom["year0"] or year), int(atom["year2"] or year)
        return date(first, 1, 1), date(last, 12, 31), str(year) if first == last else None
    if atom["day"]:
        first_day = date(year, months[0], numeral(atom["day"]))
        last_day = date(year, months[0], numeral(atom["day2"])) if atom["day2"] else first_day
        return first_day, last_day, first_day.isoformat()
    value = f"{year:04}-{months[0]:02}" if atom["month"] else None
    if atom["third"]:
        begin = 1 + 10 * "上中下".index(atom["third"])
        return date(year, months[0], begin), date(year, months[0], begin + 9) if begin < 21 else month_end(year, months[0]), value
    begins = date(int(atom["year0"]), 1, 1) if atom["year0"] else date(year, months[0], 1)  # 2018年至2023年6月
    return begins, month_end(year, months[1]), value
