"""What words that say only how something is measured (保有量, 涉及资金, 完成) are told of: the thing named before them in the sentence.

Place in the line: beside kg.relate.wording, below kg.relate.indicators. Pure functions over words.
"""
from __future__ import annotations

import re

from kg.relate.wording import HEAD, letters, strip

MEASURES = (
    r"(?:保有|产销|生产|销售|交易|成交|发行|订购|播种|种植|养殖|使用|建筑|占地|展出|处理|运输|吞吐|货运|客运|装机|发电|用电|蓄水|库|产|销|总|进口|出口)(?:量|额|面积)"
    r"|[产总]值|单产|库存|(?:进出口|出口|进口)(?:总?[值额])?|全长|总长度?|增加值|面积|容量|规模|余额"
    r"|(?:渗透|普及|覆盖|完成|达标|合格|办结|入园|入学|就业|签约|参保|使用|利用|不合格|治疗|筛查|接种|开工|投产|复工|治愈|知晓|满意|国产化|自给|优良|结案|执结|破案|整改|化解|交付|调解成功)率"
    r"|(?:涉案|涉及|贷款|成交|合同|货值|交易|签约|购销|采购|融资|补贴|赔付)金额|总?投资额?|总?金额|(?:新签)?合同额|营业额|货值|总?价值|装机|(?:运营|营业|通车)?总?里程|支出|(?:主营业务|营业|销售)?收入|结余|(?:营业)?利润|占比|比重|(?:进口|出口|销售|成交)?均价"
)
METRICS = "实际使用外资|营业收入|增加值|固定资产投资|利润总额|利润|产值|投资|产量|销售额|零售额|用电量|(?:销售)?收入|价格"
METRIC = re.compile(f"(?:{METRICS})(?=增速|$)")
BARE_MEASURE = re.compile(rf"其?(?:总体|整体)[一-龥]{{2}}率|其?(?:总体|整体|平均|累计|全年|年)?(?:{MEASURES})")
MEASURING = letters(BARE_MEASURE)
MEASURED_LAST = re.compile(rf"(?:总体|整体|平均|累计|全年|年)?(?:{MEASURES})$")
INVOLVES = re.compile(r"(?:共|总共|可|将|直接)?(?:涉及|惠及|覆盖(?!率|面)|受益|享受(?=减免|退税|税收)|吸引(?!外资))")
DONE_ONLY = re.compile(r"(?:共|已|累计)*(?:完成|实现|达成|录得)了?")
GOES_ON = re.compile(
    r"(?P<noun>[^，]{2,20}?(?:[量率额数值]|收入|支出|投资|进出口|价格|规模|增速))(?:(?:同比|环比)(?:持平|由)|逐[月季年]|持续|保持|稳[步定中]|继续|大幅|明显|总体|不断|首次|再次|[一二三四五六七八九十两屡再连]?创|实现|位居|居|有所|[较平]|快速)"
)
BARE_CLAUSE = re.compile("[^，]{2,22}(?:[量额数值]|收入|支出|投资)")
REFERS = re.compile(r"(?:加上|连同|包括)?(?:(?:此前|前期|上次|先前|之前)(?:已经?)?|提前)[一-龥]{2,4}的")
AMONG = re.compile(r"(?:在|^)(?P<whole>[^，]{2,26}(?<![过程其]))中(?:的?占比[^，]{0,4})?$")
LEADS = re.compile("(?P<who>[^，]{2,12}?)(?:仍然?|依然|一直|始终|继续)?(?:(?:是|为|成为|占据)[^，]{2,24}|(?:规模|占比|比重|份额|贡献)最[大高多])$")
FLOW = re.compile(
    "总?(?P<flow>(?:人员|旅客|[客车人]|货邮?|货物)?(?:流动|流|吞吐|运输?|业务|发送|周转|交易|成交|生产|销售|发电|用电|供电|[产销])?[量额]|票房|收入|人数|人次)$")


def bare_measure(words: str) -> bool:
    """Whether the words only say how something is measured.

    >>> bare_measure("保有量"), bare_measure("水电装机容量")
    (True, False)
    """
    return words[-1:] in MEASURING and BARE_MEASURE.fullmatch(words) is not None


def subject_of(name: str) -> str:
    """What an indicator measures, without how: 新能源重卡渗透率 → 新能源重卡.

    >>> subject_of("新能源重卡渗透率"), subject_of("整改任务数")
    ('新能源重卡', '整改任务')
    """
    short = MEASURED_LAST.sub("", name).removesuffix("的")
    return (short if short and short != name else HEAD.sub("", name)).removesuffix("总")


def goes_on(before: str) -> str:
    """The measure that the clause before speaks of: 货邮运输量持续保持高位 → 货邮运输量; empty where it speaks of none.

    >>> goes_on("货邮运输量持续保持高位"), goes_on("各地积极推进")
    ('货邮运输量', '')
    """
    hit = GOES_ON.match(before)
    return strip(hit["noun"]) if hit else ""


def lasting(before: str) -> str:
    """The measure that the clause before speaks of or that is all that it tells: 合同中标金额，同比增长… → 合同中标金额.

    >>> lasting("合同中标金额"), lasting("货邮运输量持续保持高位"), lasting("数据显示")
    ('合同中标金额', '货邮运输量', '')
    """
    return goes_on(before) or (strip(before) if BARE_CLAUSE.fullmatch(before) else "")


def named_last(left: str) -> bool:
    """Whether the words before an amount only tell what was done with the one named last: 加上此前已下达的 (476.1亿元).

    >>> named_last("加上此前已下达的"), named_last("下达的资金为")
    (True, False)
    """
    return REFERS.fullmatch(left) is not None


def whole_of(before: str) -> str:
    """The whole that the clause before names for a share: 在全部销量中 → 全部销量.

    >>> whole_of("在全部销量中"), whole_of("在会议中发言")
    ('全部销量', '')
    """
    hit = AMONG.match(before)
    return hit["whole"].removeprefix("已") if hit else ""


def leader_of(before: str) -> str:
    """Whose share the next clause tells: 银行贷款仍是融资主渠道，占比… → 银行贷款; empty where the clause speaks of no rank.

    >>> leader_of("银行贷款仍是融资主渠道"), leader_of("各地积极推进")
    ('银行贷款', '')
    """
    hit = LEADS.fullmatch(before)
    return strip(hit["who"]) if hit else ""


def overlapped(stem: str, measure: str) -> str:
    """A thing with what is measured of it, no word twice.

    >>> overlapped("获得银行贷款", "贷款金额"), overlapped("签约重大项目", "签约金额"), overlapped("项目", "投资")
    ('获得银行贷款金额', '重大项目签约金额', '项目投资')
    """
    return stem.removesuffix(measure[:2]).removeprefix(measure[:2]) + measure


def averaged(base: str, average: str) -> str:
    """A flow told by the day: 总车流量 + 日均 → 日均车流量.

    >>> averaged("大桥总车流量", "日均"), averaged("揽收快递", "日均")
    ('大桥日均车流量', '揽收快递日均')
    """
    flow = FLOW.search(base)
    return base[:flow.start()] + average + flow["flow"] if flow else base + average
