"""Works out the day of an article: from its dateline, its signature, its lead, else from the issue or the file's name.

The year is the file's or the issue's; else the latest year that the article speaks of as past, where it says something of its own time (2023年上半年,
2022年，…同比增长) and not only of a time gone by (2021年任某市市长). Nothing of the kind: no date.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from kg.layout.roles import NUMBER

DATELINE_DAY = re.compile(r"^(?:据)?[\u4e00-\u9fff]{2,12}?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[\u4e00-\u9fff]{0,4})(?:电|讯|消息)")
LAST_DATELINE = re.compile(r"^(?:（)?(?:新华社|中新社)[\u4e00-\u9fff]{2,6}(\d{1,2})月(\d{1,2})日电(?:）)?$")
SIGNED = re.compile(rf"^[（(]?(\d{{4}})[-/.年]({NUMBER})[-/.月]({NUMBER})日?[）)]?$")
DECREE = re.compile(rf"(?:^|.{{0,80}}[^\d])(\d{{4}})年({NUMBER})月({NUMBER})日(?!起)[^日]{{0,60}}?(?:公布|发布|印发)(?!的)")
HELD_AT = re.compile(r"^(?:会议|发布)?时间[：:](\d{4})年(\d{1,2})月(\d{1,2})日")  # of a press conference
DELIVERED = re.compile(r"^[（(—－-]{1,3}(\d{4})年(\d{1,2})月(\d{1,2})日在[^。，；]{4,60}上[）)]?$")  # a report to an assembly
DIGITS = {letter: value for value, letter in enumerate("零一二三四五六七八九")}
TODAY_DAY = re.compile(r"(?:今天|今日|昨天|昨日|今晚|昨晚)[（(](?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日[）)]")
LEAD_DAY = re.compile(
    r"(?:^|讯|[：:]|记者(?:[^（）]{2,16}）)?|[？！。”]|今天（|今日（|昨天（|昨日（|（)(?:今天|今日|昨天|昨日)?[（(]?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[）)])?(?=[，、（）]|上午|下午|获悉|从|在|晚|，|消息|正式|起)")
EVENT_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:上午|下午|晚|当天)?(?:，|在|召开|举行|正式|起|）)?")
HELD = re.compile(r"举行|召开|启动|开幕|发布|获悉|公布|印发|举办|通报|介绍|开启|会议|电")
YEAR_LIKE = re.compile(r"[12G](?:[09]\d\d|B)")
NOT_COUNTED = "(?![场项个名家件余多人万亿元次批张台辆户所座处位条笔种支吨份组])"  # 2000场活动 is no year
YEAR_MENTION = re.compile(r"(?<!\d)(?<!GB\d{3}-)(?<!GB\d{4}-)(?<!GB\d{5}-)(19[89]\d|20\d{2})(?=年|贺岁档|暑期档|国庆档|春节档|[-—–~～至到]\d{1,4}年?|[，。）]?$|[”》“]|" + NOT_COUNTED + r"[\u4e00-\u9fff]{2,12}(?:活动|行动|节目|晚会|演习))(?:年(?:(\d{1,2})月|(?:底|末)))?|GB(?:/T)? ?[\d.]+[—-](20\d{2})")
COMPARED = re.compile("(?:[比较与和同的]|[高低多少快慢]于)$")
STATISTIC = re.compile(
    r"\d{4}年，[^。“《]{4,50}今年"                                   # 2022年，…，今年上半年…
    r"|\d{4}年(?![^。]{0,40}(?:将|计划|力争|目标|以来))[^，。“《]{2,24}\d[^。“《]{0,100}。今年(?:\d|前|[上一]|以来)"  # 2024年引进首店312家。今年1至5月…
    r"|\d{4}年，[^。“《今]{4,70}同比[增长下降]{2}"                      # 2022年，全行业实现利润65亿元，同比增长29.8%
    r"|\d{4}年度(?:[一-龥]{0,6}人物|盛典|颁奖|十大)"                 # 2023年度人物盛典
    r"|\d{4}年，?全[省市区国县州](?!夏|早)[^，。；\d将预望标划]{0,12}(?:总值|增加值|收入|支出|总额|比重|消费|用电|发电)"  # 2022年全省消费占比为48%
    r"[^，。；\d将预望标划]{0,12}(?<!控制在)(?<!低于)(?<!少于)(?<!超过)\d[\d.]*(?:%|[万亿]|元)"
    r"|\d{4}年《[^》]{2,30}(?:公报|年鉴)》"                          # 发布2023年《中国水资源公报》
    r"|\d{4}年度[^，。；“]{0,16}(?:决算|预算执行|考核结果|公报|报告(?![会期》]))|\d{4}年度[^，。；“]{4,24}进行了考核"   # 2022年度决算
    r"|(?<=《)\d{4}年(?:[^》]{2,30}(?:公报|年鉴|[白蓝]皮书)|(?:度|全国|中国|我国)[^》]{1,30}(?<!调查)报告)》")
TASKS = re.compile(r"\d{4}年[^》]{2,30}(?:(?:工作要点|工作安排|重点工作任务|重点任务|任务清单)(?:的通知)?|调查报告)》")  # told of in its own year
DAY_OF_MONTH = re.compile(r"年\d{1,2}月\d")
EARLY = 3  # months in which 2024年，… at the head of a sentence tells of the year before
WHOLE_YEAR = re.compile(r"\d{4}年，[^。“《]{2,60}(?:突破|达到?|达|新建|新增|增长|完成|实现|取得[一-龥]{0,4}成[效果]|共有)(?!.{0,6}目标)")
LATE = re.compile("下半年|前?[三四]季度|第[三四]季度|1[-—至~～]1[012]月|前1[01]个?月")  # told after them in the first months of the next year
WHOLE = re.compile("全年(?![^。]{0,20}(?:目标|将|预计|力争|预期))|[^，。；]{4,40}情况的?(?:汇报|报告)")  # 介绍2024年全年进出口情况; 听取2024年某工作情况汇报
TIMES = re.compile("[^，。；]{0,20}倍")  # 较2012年底（…）增长3.7倍: some year gone by
REPORTED = re.compile("(?:统计|显示|获悉|介绍|了解到|通报)，$")  # 据某海关统计，2021年，…
# What a report says of its own year, and not of one gone by: 2023年上半年, 2023年度, 2023年以来, 2023年全国…
PART_OF_YEAR = re.compile(r"年?(?:[上下]半年|[一二三四前]季|第[一二三四]季|1[-—至~～]\d|前\d|1月至|度|[以至起])|以来")
BY_THE_WAY = re.compile(  # 2021年，…; 2022年推广到全市, 2012年曾…, 2022年任…, 2022年年度报告
    r"年(?:[，,。；、）)]|[年底末初]|曾|[一-龥]?任|推广|发放|开始|成立|建立|参加|首次|创[办立建]|出台|印发|发布|颁布|启动|中央经济|的|时|后|就|已|被|还|又|我|他|她|其|代|\d{1,2}月(?!以来)"
    r"|[^，。；\d]{0,14}?(?:爆发|大地震|断交|建交|建立(?:全面|战略)|加入|占领|战争|录得|脱落|访华|访问|全线|发行以来|当选|进入[^，。；]{2,12}行业))")
MANY = 3  # articles that make a page of a newspaper
NEAR = 2  # months before its own from which a report tells what it dates to the month
RANGE = re.compile(r"年?[-—–~～至到－]{1,2}(?:20)?(\d{2})年(度?)")
EACH_YEAR = re.compile("[^。；]{0,24}分别[为是]")
LONG_PLAN = 4
TERM = re.compile(r"(?:期限|时间|周期)(?:为|是|：)?$")  # 试点期限为2025—2027年
SHARED = 3  # articles of a page that tell the same day: one programme, of one year
NEW_YEAR = re.compile(r"年(?:春节|春运|元旦|新年)")
FROM_JANUARY = re.compile(r"(20\d{2})年1月1日起")
SINCE = re.compile(r"\d{4}年(?:以来|来[，、]|[^，。；]{0,30}?(?:学期|印发|施行|实施|》[^，。；]{0,6})以来|起|开始|至今|版|修订|成立|启动|创办|首(?![趟列班场]))")
HISTORY = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:出生|生，|参加工作|加入|入党|入伍)|\d{4}年[^，。；]{0,10}?以来的?(?:历史)?(?:[最新总]|首次|第)|\d{4}年(?:\d{1,2}月|底|末)?(?:\d{1,2}日)?(?:正式|全面|顺利)?(?:投产|投用|建成|成立|设立|创立|通车|完工|竣工)(?!仪式)")  # when something began, not when it is told
AHEAD_BEFORE = ("至", "到", "力争", "自", "预计", "预计于", "预计在", "计划在", "希望在", "将于", "将在", "将从", "展望", "面向", "锚定", "排到", "排到了", "拟定", "拟于", "计划于", "定于", "—", "-", "－", "～", "~", "“")
AHEAD_AFTER = re.compile(r"^年?(?:度?[^，。；]{0,8}预算编制|可持续发展|议程|国家自主贡献|自主贡献|远景|[一-龥]{0,6}愿景|世界杯(?!预选|亚洲区)|(?:基本|初步)(?:实现|建成|形成|建立)|[^，。；\d]{0,6}投[产运用]后|[^，。；《]{2,20}(?:预测|展望|初步(?:建立|建成|形成)|将(?:比|超过?|达到?|建成|取得)))|^年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下]半年|[春夏秋冬]季)?(?:起|前(?![一二三四]季|[\d一二两三四五六七八九十]+个?(?:季|月))|底前|年底前|末?前(?![一二三四]季|[\d一二两三四五六七八九十]+个?(?:季|月))|至|[底末初]?，?[^，]{0,4}(?:将|计划|力争|预计)|.{0,4}目标|.{2,6}从\d{1,2}月\d{1,2}日开始|年\d{1,2}月\d{1,2}日正式(?:施行|实施)[。，；])")
GREW = re.compile("[长加升涨高降少大][到至]$")  # 从2015年的…增长到2022年的…: told when that year is over
RUNS_TO = re.compile("(?:期限?|执行|实施|延续|有效)截至$")  # 政策实施期限截至2023年12月31日
SETTING = re.compile(".?(?:明确|部署|启动|开展|做好)$")  # 明确2025年度缴费标准: perhaps before it has begun
TO_COME = {  # what tells before a year that it is to come → how many characters before it may begin
    re.compile("[，。；将](?:计划|争取|确保)$"): 3,
    re.compile("(?:确保|力争|争取|预计|有望)[^，。；：\\d]{0,20}$"): 24,  # 确保患者于2025年4月用上…
    re.compile("(?:如果|若)[^，。；]{0,16}$"): 18,  # 如果某党在2029年赢得大选
    re.compile("下一步，[^。]{0,80}$"): 84,  # 下一步，将…，2024年再新增学位15万个
}
FILE_DAY = re.compile(r"(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
STAMP = re.compile(r"(?<!\d)(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源.*)?$")
EVENT_YEAR = re.compile(r"(20\d{2})(?<![\d—-]\d{4})" + NOT_COUNTED + r"年?(?:[^\d，。；《》]|\d[A-Z]|(?<=[A-Z])\d+){2,24}?(?:大会|论坛|博览会|洽谈会|交易会|年会|峰会|交流会|周|(?<!本次)(?<!此次)活动|专项行动|节|展|赛)[^\d，。；]{0,12}(?:今天|今日|昨天|昨日|今晚|昨晚)?（?[\d月日）]{0,8}(?:在[^，。；]{1,16})?(?:开幕|举行|启动|召开|举办|闭幕|开启)")
OPENING_STAMP = re.compile(  # 2023-08-05 08:17, [2023年08月05日]，正文：
    r"(?:\s*|(?=.{10,100}，正文：)[^，。]{0,60}?)(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*\d{1,2}:\d{2}|(?=[^，。\d]{0,20}，正文：))")
MONTH = re.compile(r"(?<![\d年])(\d{1,2})月\d{1,2}日(?!起)")  # a day without its year is of the days around the report, but not 12月1日起施行
DAY_LIKE = re.compile(r"\d日")
ENACTED = re.compile(  # 表决通过《…条例》，自2023年10月1日起施行; 新规将于2025年12月1日实施; 本通告自2023年11月1日起实施
    r"(?:(?:公布|通过|印发|发布|出台)了?《[^。；]{2,80}》[^。；《]{0,30}?，\s*(?:将|并)?自|将[自于从]|(?:近日|日前)(?:公布|发布)，|本(?:办法|规定|通告|公告|通知|意见|条例|细则)自|(?:^|[。；\n])《[^《》。]{2,30}》(?:将)?自)"
    r"(20\d{2})年(\d{1,2})月(\d{1,2})日起?(?:正式)?(?:施行|实施|执行|生效)")
REPEALED = re.compile("[^。\n]{0,200}废止(?=[，。；、]|$)")  # its days are those of the old rules
OF_A_RULE = re.compile("[^。，；]{0,30}?(?:(?:公布|印发|发布|出台|制定|颁布)的|起?(?:施行|实施|执行)的)[^。，；]{0,4}《")  # 2019年10月8日公布的《旧办法》
PROMULGATED = re.compile("公布|发布|印发")
UP_TO = re.compile(r"(?:自|截至|到|至|将[于在])$")  # not the day of the report: what goes on, or what is to come
REPRINTED = re.compile(r"《[^》]{2,12}》[（(](\d{4})年(\d{1,2})月(\d{1,2})日第\d{1,2}版[）)]")
ISSUE = re.compile(  # 2025年5月9日星期五, 《江海报》第1456期2025年5月20日星期二, 每日简报（2025年8月1日）
    r"^(?:[《【]?[\u4e00-\u9fff]{2,20}?[》】]?)?[（(]?(?:总?第\d{1,6}期[）)（(]?){0,2}(\d{4})年(\d{1,2})月(\d{1,2})日[）)]?(?:星期.*|.{0,6}版)?$")
POSTED = re.compile(r"(20\d{2})年(\d{1,2})月(\d{1,2})日\d{1,2}:\d\d[一-龥]{2,3}$")  # under the title of a page for phones: 某县医院2025年01月08日17:30河南
BACKGROUND, BACKGROUND_OF_WEB = timedelta(days=60), timedelta(days=20)  # before the day of the issue, and before the stamp of a page of the web


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
    if any(re.search(r"期|主办|版|星期|联播|[简快周日晚]报", line) for line in masthead):
        for line in masthead:
            hit = ISSUE.match(line)
            if hit:
                return make_day(*map(int, hit.groups()))
    posted = next(filter(None, map(POSTED.search, masthead)), None)
    return make_day(*map(int, posted.groups())) if posted else opening_day(page)


def opening_day(page: str) -> date | None:
    """The day of the stamp that a page of the web begins with."""
    stamp = OPENING_STAMP.match(page)
    return make_day(*map(int, stamp.groups())) if stamp else None


class Years:
    """The years and months that a text tells, looked for when first asked for.

    Args:
        text: the running text of an article or a page.
        articles: how many articles it holds; what the articles of a newspaper page tell together is nearer to its day than what one of them tells.
    """

    def __init__(self, text: str, articles: int = 1) -> None:
        self.text = text
        self.many = articles >= MANY
        self._past: dict[tuple[bool, bool], list[Said]] = {}

    @cached_property
    def event(self) -> int | None:
        """The year in the name of an event that is just held."""
        hit = EVENT_YEAR.search(self.text)
        return int(hit.group(1)) if hit else None

    @cached_property
    def month(self) -> int | None:
        """The month of most days, the earliest of them."""
        months = Counter(map(int, MONTH.findall(self.text)))
        return min(months, key=lambda month: (-months[month], month)) if months else None

    @cached_property
    def todays(self) -> Counter[tuple[int, int]]:
        """How often each day, by month and day, is told to be that of the report."""
        return Counter((int(hit[2]), int(hit[3])) for hit in TODAY_DAY.finditer(self.text) if hit[2])

    def enacted(self, month: int, day: int) -> int:
        """The year of an article of the given day that tells a rule to be passed and from when it shall be in force; 0 for any other."""
        hit = ENACTED.search(self.text)
        return int(hit[1]) - ((month, day) > (int(hit[2]), int(hit[3]))) if hit else 0

    def latest_past(self, month: int) -> int | None:
        """The earliest year that no past mention in the text contradicts, for an article of the given month; None where none of those that
        make it that year tells what is of the article's own time."""
        season = month == 12, month <= EARLY
        if season not in self._past:
            self._past[season] = _past_mentions(self.text, december=season[0], early=season[1])
        found = self._past[season]
        if not found:
            return None
        year, last = max(said[:2] for said in found)
        year = year + 1 if last > month else year
        return year if self.many or any(said.dates(year, month) for said in found) else None


class Said(NamedTuple):
    """A year that a text speaks of as past."""

    year: int
    month: int  # the last month of it that must be over; 13 for all of them, 0 for none
    sure: bool  # whether it is said of what is of the article's own time
    day: bool = False  # whether a day of it is printed

    def dates(self, year: int, month: int) -> bool:
        """Whether it tells that an article of a month is of a year."""
        if self.month > month:
            return self.year == year - 1 and (self.month == 13 or self.sure)
        near = self.month and (month - self.month <= NEAR or self.day)
        return self.year == year and bool(self.sure or near)


def _past_mentions(text: str, *, december: bool, early: bool) -> list[Said]:
    """The years that a text speaks of as past; those that may be the next (明确2025年度缴费标准, 目录（2024年本）) only where there are no others."""
    found: list[Said] = []
    weak: list[Said] = []
    ahead_of: list[int] = []
    done = 0
    to_come = set(FROM_JANUARY.findall(text)) if december else ()
    for like in YEAR_LIKE.finditer(text):
        start = like.start()
        hit = YEAR_MENTION.match(text, start) if start >= done else None
        if not hit:
            continue
        done = hit.end()
        year, before, after = int(hit.group(1) or hit.group(3)), text[max(0, start - 3):start], text[start + 4:start + 56]
        up_to = "截至" in before and not RUNS_TO.search(text, max(0, start - 8), start)
        grown = GREW.search(before) is not None and after.startswith("年的")
        planned = AHEAD_AFTER.match(after) or any(told.search(text, max(0, start - lead), start) for told, lead in TO_COME.items())
        if (before.endswith(AHEAD_BEFORE) and not up_to and not grown) or planned or year > 2100:
            ahead_of += [year] if planned else []
            continue
        if december and (NEW_YEAR.match(after) or hit[0] in to_come):
            found.append(Said(year - 1, 0, sure=True))  # what is made ready in December is of the year to come
            continue
        if before.endswith("《") and not after.startswith("年度") and not (STATISTIC.match(text, start) or (not december and TASKS.match(text, start))):
            continue
        if TERM.search(text, max(0, start - 8), start) and RANGE.match(after):
            continue
        if (stretch := RANGE.match(after)) and (int(stretch[1]) - year) % 100 >= LONG_PLAN:
            continue  # 第八个五年规划（2021—2025年） is told of in any of its years
        whole = stretch is not None and EACH_YEAR.match(after, stretch.end()) is not None  # 2020年—2022年三年，费用分别为
        if stretch and (whole or (stretch[2] and early)):  # 2025—2026年度全线调水, told in January
            year = year // 100 * 100 + int(stretch[1])
        rest = after.lstrip("年")
        over = rest.startswith("末") or (early and (WHOLE.match(rest) or LATE.match(rest)) is not None) or (rest.startswith("底") and before.endswith(("比", "较")) and not TIMES.match(rest))
        when = 13 if whole else int(hit.group(2)) if hit.group(2) else 13 if over else 12 if rest.startswith("底") else 0
        if (not when and SINCE.match(text, start)) or HISTORY.match(text, start):
            continue
        if not when and (grown or (not december and not before.endswith("与") and STATISTIC.match(text, start))):
            when = 13
        if not when and early and WHOLE_YEAR.match(text, start) and (text[start - 1:start] in "。\n" or REPORTED.search(text, max(0, start - 4), start)):
            when = 13
        if not when and (COMPARED.search(before) or after.startswith("年同期")):
            continue  # 较2019年同期: any year before
        ahead = after.startswith("年本") or (SETTING.match(before) and after.startswith("年度"))
        sure = PART_OF_YEAR.match(after) is not None or (not hit.group(3) and BY_THE_WAY.match(after) is None)
        (weak if ahead and not when else found).append(Said(year, when, sure, day=DAY_OF_MONTH.match(after) is not None))
    told = found or weak
    latest = max((said.year for said in told), default=0)
    return [said._replace(sure=True) if said.year == latest and said.year + 1 in ahead_of else said for said in told]  # 2023年，…。2024年秋季将竣工


def _number(text: str) -> int:
    """A number up to 99 in digits or in Chinese numerals."""
    tens, ten, ones = text.partition("十")
    return int(text) if text.isdecimal() else (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones if ten else tens, 0)


def article_day(lead: str, paragraphs: Sequence[str], signed: Sequence[str], *, issue: date | None, years: Years, page: Years, stamped: bool = False) -> date | None:
    """The day of an article.

    Args:
        lead: the first body paragraph.
        paragraphs: all paragraphs of the article, small lines too.
        signed: its lines that are a day and nothing else.
        issue: the day of the issue, where the file tells it.
        years: what the running text of the article tells of its year.
        page: what the whole page tells of it, for an article that does not.
        stamped: whether the issue is the day of a page of the web, which tells what is new.
    """
    for paragraph in signed:
        hit = SIGNED.match(paragraph)
        if hit:
            return make_day(*map(_number, hit.groups()))
    law = next((h for p in paragraphs[:6] if len(p) < 80 and "令" in p and p.endswith("公布") and (h := DECREE.match(p))), None)
    hit = law or REPRINTED.search(paragraphs[-1] if paragraphs else "") or next(
        (h for p in paragraphs[:5] if len(p) < 80 and not p.endswith("正文：") and (h := STAMP.search(p) or DELIVERED.match(p) or HELD_AT.match(p))), None)
    if hit:
        return make_day(*map(_number, hit.groups()))
    hit = next((h for p in paragraphs[:5] if len(p) < 160 and PROMULGATED.search(p) and "废止" not in p and (h := DECREE.match(p))), None)
    if hit and not DATELINE_DAY.match(lead) and not TODAY_DAY.search(lead, 0, 120):
        return make_day(*map(_number, hit.groups()))
    parts = _day_parts(lead, paragraphs, page)
    if parts is None:
        return issue
    year, month, day = parts
    if year is None:
        year = _year(month, day, years, page, issue)
    if year is None:
        return issue
    found = make_day(year, month, day)
    if found and issue and found > issue + timedelta(days=1):
        found = make_day(year - 1, month, day) if parts[0] is None else None  # 定于2024年1月1日起施行
    return issue if found is None or (issue and issue - found > (BACKGROUND_OF_WEB if stamped else BACKGROUND)) else found


def _year(month: int, day: int, years: Years, page: Years, issue: date | None) -> int | None:
    if issue:
        return issue.year
    event = years.event or page.event
    if event:
        return event
    own, whole = (max(told.latest_past(month) or 0, told.enacted(month, day)) or None for told in (years, page))
    if own is None or whole is None:
        return own or whole
    if page.todays[month, day] >= SHARED:
        return whole
    return max(own, whole) if whole - own <= 1 else own


def _day_parts(lead: str, paragraphs: Sequence[str], page: Years) -> tuple[int | None, int, int] | None:
    """Year (where printed), month and day that dateline or lead give."""
    hit = DATELINE_DAY.match(lead)
    if hit:
        return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
    for paragraph in (*paragraphs[-2:], *paragraphs[:2]):
        hit = LAST_DATELINE.match(paragraph)
        if hit:
            return None, int(hit.group(1)), int(hit.group(2))
    if not DAY_LIKE.search(lead, 0, 400):
        return None
    lead = REPEALED.sub("", lead) if "废止" in lead else lead
    head = lead[:200]
    for hit in (*TODAY_DAY.finditer(lead, 0, 400), *LEAD_DAY.finditer(head)):
        if OF_A_RULE.match(lead, hit.end()):
            continue
        if hit.group(2):
            return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
        if page.month:
            return None, page.month, int(hit.group(3))
    for hit in EVENT_DAY.finditer(head):
        told = HELD.search(head, hit.end(), hit.end() + 60) and not OF_A_RULE.match(head, hit.end())
        if hit.start() < 130 and told and not UP_TO.search(head[:hit.start()]):
            return int(hit.group(1)) if hit.group(1) else None, int(hit.group(2)), int(hit.group(3))
    return None
