"""Works out the day of an article: from its dateline, its signature, its lead, else from the issue or the file's name.

The year is the file's or the issue's; else the latest year that the article speaks of as past. Nothing mentioned: no date.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

DATELINE_DAY = re.compile(r"^(?:据)?[\u4e00-\u9fff]{2,12}?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[\u4e00-\u9fff]{0,4})(?:电|讯)")
LAST_DATELINE = re.compile(r"^(?:（)?(?:新华社|中新社)[\u4e00-\u9fff]{2,6}(\d{1,2})月(\d{1,2})日电(?:）)?$")
SIGNED = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
DECREE = re.compile(r"(?:^|.{0,80}[^\d])(\d{4})年(\d{1,2})月(\d{1,2})日[^日]{0,60}?(?:公布|发布|印发)")
HAN_DAY = re.compile(r"^([二〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$")
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
TODAY_DAY = re.compile(r"(?:今天|今日|昨天|昨日|今晚|昨晚)[（(](?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日[）)]")
LEAD_DAY = re.compile(
    r"(?:^|讯|[：:]|记者|[？！。”]|今天（|今日（|昨天（|昨日（|（)(?:今天|今日|昨天|昨日)?[（(]?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[）)])?(?=[，、（）]|上午|下午|获悉|从|在|晚|，|消息|正式|起)")
EVENT_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:上午|下午|晚|当天)?(?:，|在|召开|举行|正式|起|）)?")
HELD = re.compile(r"举行|召开|启动|开幕|发布|获悉|公布|印发|举办|通报|介绍|开启|会议|电")
YEAR_MENTION = re.compile(r"(?<!\d)(19[89]\d|20\d{2})(?=年|[-—–~～至到]\d{1,4}年?|[，。）]?$)(?:年(?:(\d{1,2})月|(?:底|末)))?|GB(?:/T)? ?[\d.]+[—-](20\d{2})")
STATISTIC = re.compile(
    r"\d{4}年，[^。“《]{4,50}今年"                                   # 2022年，…，今年上半年…
    r"|\d{4}年度[^，。；“]{0,16}(?:决算|预算执行|考核结果|公报)")   # 2022年度决算
EARLY = 3  # months in which 2024年，… at the head of a sentence tells of the year before
WHOLE_YEAR = re.compile(r"\d{4}年，[^。“《]{4,60}(?:突破|达到?|达|新建|新增|增长|完成|实现)(?!.{0,6}目标)")
SINCE = re.compile(r"\d{4}年(?:以来|起|开始|至今|版|修订|成立|启动|创办|首)")
HISTORY = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|全面|顺利)?(?:投产|投用|建成|成立|设立|创立|通车)(?!仪式)")  # when something began, not when it is told
AHEAD_BEFORE = re.compile(r"(?:至|到|力争|自|预计|将于|—|-|～|~|“)$")
AHEAD_AFTER = re.compile(r"^年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下]半年|[春夏秋冬]季)?(?:起|前|底前|年底前|末?前|至|，?.{0,4}(?:将|计划|力争|预计)|.{0,4}目标|.{2,6}从\d{1,2}月\d{1,2}日开始)")
FILE_DAY = re.compile(r"(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
STAMP = re.compile(r"(?<!\d)(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源.*)?$")
EVENT_YEAR = re.compile(r"(?<![\d—-])(20\d{2})年?(?:[^\d，。；《》]|\d[A-Z]){2,24}?(?:大会|论坛|博览会|洽谈会|交易会|年会|峰会|周|月活动|节|展|赛)[^\d，。；]{0,12}(?:今天|今日|昨天|昨日|今晚|昨晚)?（?[\d月日）]{0,8}(?:在[^，。；]{2,16})?(?:开幕|举行|启动|召开|举办|闭幕)")
OPENING_STAMP = re.compile(r"\s*(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\s*\d{1,2}:\d{2}")
REPRINTED = re.compile(r"《[^》]{2,12}》[（(](\d{4})年(\d{1,2})月(\d{1,2})日第\d{1,2}版[）)]")
ISSUE = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日(?:星期.*)?$")
BACKGROUND = timedelta(days=60)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def issue_day(identifier: str, masthead: Sequence[str], page: str = "") -> date | None:
    """The day of the issue: a date in the file's name, a line of its own in the masthead beside a number or a publisher, or the
    day and hour that a web page begins with.

    >>> issue_day("news_20240723.txt", ())
    datetime.date(2024, 7, 23)
    """
    hit = FILE_DAY.search(identifier)
    if hit:
        return make_day(*map(int, hit.groups()))
    if any(re.search(r"期|主办|版|星期", line) for line in masthead):
        for line in masthead:
            hit = ISSUE.match(line)
            if hit:
                return make_day(*map(int, hit.groups()))
    stamp = OPENING_STAMP.match(page)
    return make_day(*map(int, stamp.groups())) if stamp else None


def latest_past_year(text: str, month: int | None) -> int | None:
    """The earliest year that no past mention in the text contradicts, for an article of the given month; None without a mention."""
    found: list[tuple[int, int]] = []
    for hit in YEAR_MENTION.finditer(text):
        year = int(hit.group(1) or hit.group(3))
        if AHEAD_BEFORE.search(text[max(0, hit.start() - 3):hit.start()]) and "截至" not in text[max(0, hit.start() - 3):hit.start()]:
            continue
        after = text[hit.start() + 4:hit.start() + 16]
        if text[hit.start() - 1:hit.start()] == "《" and not after.startswith("年度"):
            continue
        if AHEAD_AFTER.match(after) or year > 2100:
            continue
        when = int(hit.group(2)) if hit.group(2) else 13 if re.match(r"年?年?末", after) else 12 if re.match(r"年?年?底", after) else 0
        if (not when and SINCE.match(text, hit.start())) or HISTORY.match(text, hit.start()):
            continue
        if not when and month != 12 and STATISTIC.match(text, hit.start()):
            when = 13
        if not when and month is not None and month <= EARLY and WHOLE_YEAR.match(text, hit.start()) and text[hit.start() - 1:hit.start()] in "。\n":
            when = 13
        found.append((year, when))
    if not found:
        return None
    year = max(y for y, _ in found)
    last = max(m for y, m in found if y == year)
    return year + 1 if month is not None and last > month else year


def _han(text: str) -> int:
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[c]) for c in text))


def article_day(lead: str, paragraphs: Sequence[str], signed: Sequence[str], text: str, *, issue: date | None, page: str) -> date | None:
    """The day of an article.

    Args:
        lead: the first body paragraph.
        paragraphs: all paragraphs of the article, small lines too.
        signed: its lines that are a day and nothing else.
        text: the running text of the article, from which its year is told.
        issue: the day of the issue, where the file tells it.
        page: the text of the whole page, from which the year is told where the article does not.
    """
    for paragraph in signed:
        hit = SIGNED.match(paragraph)
        if hit:
            return make_day(*map(int, hit.groups()))
        hit = HAN_DAY.match(paragraph)
        if hit:
            return make_day(*map(_han, hit.groups()))
    hit = REPRINTED.search(paragraphs[-1] if paragraphs else "") or next((h for p in paragraphs[:4] if len(p) < 60 and (h := STAMP.search(p))), None)
    if hit:
        return make_day(*map(int, hit.groups()))
    hit = next((h for p in paragraphs[:5] if (h := DECREE.match(p)) and len(p) < 160), None)
    if hit and not DATELINE_DAY.match(lead):
        return make_day(*map(int, hit.groups()))
    parts = _day_parts(lead, paragraphs, page)
    if parts is None:
        return issue
    year, month, day = parts
    if year is None:
        year = _year(month, text, page, issue)
    if year is None:
        return issue
    found = make_day(year, month, day)
    if found and issue and found > issue + timedelta(days=1) and parts[0] is None:
        found = make_day(year - 1, month, day)
    return issue if found is None or (issue and issue - found > BACKGROUND) else found


def _year(month: int, text: str, page: str, issue: date | None) -> int | None:
    if issue:
        return issue.year
    event = EVENT_YEAR.search(text) or EVENT_YEAR.search(page)
    if event:
        return int(event.group(1))
    own, whole = latest_past_year(text, month), latest_past_year(page, month)
    if own is None or whole is None:
        return own or whole
    return max(own, whole) if whole - own <= 1 else own


def _day_parts(lead: str, paragraphs: Sequence[str], page: str) -> tuple[int | None, int, int] | None:
    """Year (where printed), month and day that dateline or lead give."""
    hit = DATELINE_DAY.match(lead)
    if hit:
        return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
    for paragraph in (*paragraphs[-2:], *paragraphs[:2]):
        hit = LAST_DATELINE.match(paragraph)
        if hit:
            return None, int(hit.group(1)), int(hit.group(2))
    head = lead[:200]
    for hit in (*TODAY_DAY.finditer(lead[:400]), *LEAD_DAY.finditer(head)):
        if hit.group(2):
            return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
        months = Counter(re.findall(r"(?<!\d)(\d{1,2})月\d{1,2}日", page))
        if months:
            return None, int(sorted(months.items(), key=lambda m: (-m[1], int(m[0])))[0][0]), int(hit.group(3))
    for hit in EVENT_DAY.finditer(head):
        if hit.start() < 130 and HELD.search(head[hit.end():hit.end() + 60]) and not re.search(r"(?:自|截至|到|至)$", head[:hit.start()]):
            return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
    return None
