"""Long names of what is measured, shortened to what an analyst would write: without who did it, by what means and since when, without lists.

Place in the line: the last steps of naming, called by kg.relate.indicators and kg.relate.figures. Pure functions over words.
"""
from __future__ import annotations

import re

from kg.nlp.quantities import units
from kg.relate.changes import Named
from kg.relate.deeds import DEED, plain
from kg.relate.wording import HEAD

LONG = 12  # letters; a shorter name is left as it is
SHORTEST_STEM = 4
DOER = re.compile(
    rf"^(?!全国|中国)[^，、]{{2,16}}?(?:部门|系统|机关|公安|警方|法院|检察院|政府|[局厅委])(?:联合[^，、]{2,16}?等?部门)?(?:已|共|累计|陆续|先后|分别|将|正|还|全力|积极|主动)*(?=(?:{DEED})[^的])")
MEANS = re.compile(
    "(?:通过|利用|依托|运用|借助)[^，的]{2,24}?(?:平台|渠道|方式|途径|系统|形式|手段|网络)(?:等(?:方式|渠道|形式|途径|手段|平台)?)?(?!实现|价格|办|网)(?=[一-龥]{4})")
ONE_OF = re.compile("^[^，的]{2,16}之一的(?=[一-龥]{4})")
SINCE = re.compile("^[^，]{2,30}?以来(?:已|共|累计|先后|均)*(?=[一-龥]{4})")
TRADED = re.compile(
    "(?:我国|中国|全国)?(?:共|累计|合计)*(?P<way>出口|进口)(?P<goods>(?!总|贸易|商[品务]?|企业|数|增|[涨降升跌]幅|下降|同比|货物|额|值|量|目的|市场|集装箱|退税|订单|关税|占|环节|的|国|到|产品|信贷|速度|拉动|物流|跨境|降)"
    "[一-龥]{2,10}?)(?P<change>(?:(?:增速)?(?:同比|环比|年均|[占较比高低快慢]).*|增速|下降)?)")
NO_GOODS = ("金额", "价值", "比重", "数", "单", "信贷", "退税", "速度")
PHYSICAL = ("size", "count")
LISTED_FIRST = re.compile(
    rf"^(?P<deed>(?:{DEED})+)[^等]*、[^等]*等(?:各[类项种])?(?!活动|地|领域|行业|的|环节|岗位|程序|第|首|[省市县区州国])(?=[一-龥]{{2,}}[数次]$)")
FULFILLED = re.compile(
    r"(?:(?<!或)(?:稳定|全面|[稳同逐初]步|[如按]期|基本|有效|率先)(?:实现|完成)|(?:实现|完成|贡献)(?<![制批步期面本划未能以要保争时力]..))了?(?=(?!(?:年初|年度|调整|全年|支出|收入)*(?:预算|目标|任务))[^，率的][^，率]{2}|(?:营收|利润|收入|产值)$)")
POINTED = re.compile(
    r"^(?:该(?:[省市县区镇乡州](?![级场民域政属委])|[行院校局司厂站店园村企社团队所](?=[向已共累发为对在完计将年]))?(?!人)|上述|[此本]次|这[家项座款批支种个些位条台艘栋间所])(?=..)")
FINED = re.compile("(?:[对被][^，]*|[^，]*(?:作出|[处并局]))?罚款")


def concise(name: str) -> str:
    """The name without what only tells who did it, how, or since when.

    >>> concise("有关部门通过线上平台等方式受理消费者投诉、举报和咨询数"), concise("制定出台资源共享、工程管理、配套方案等制度办法数")
    ('受理消费者投诉、举报和咨询数', '制定出台制度办法数')
    >>> concise("参保人数")
    '参保人数'
    """
    for pattern in (ONE_OF, SINCE, MEANS, DOER):
        if len(name) <= LONG:
            return name
        name = pattern.sub("", name)
    stem, including, _ = name.partition("包括")
    if including and len(stem) >= SHORTEST_STEM and name.endswith("数"):
        return stem + "数"  # 运输品类包括汽车配件等 | 640种
    return LISTED_FIRST.sub(r"\g<deed>", name) if len(name) > LONG else name


def traded(name: str, unit: str) -> str:
    """The goods before what is done with them: 累计出口啤酒 → 啤酒出口量.

    >>> traded("中国累计进口原油同比增速", "%"), traded("累计出口啤酒", "吨"), traded("出口机电产品", "元"), traded("累计出口啤酒金额", "元")
    ('原油进口同比增速', '啤酒出口量', '机电产品出口', '啤酒出口金额')
    """
    money = "金额" * name.endswith("金额")
    hit = TRADED.fullmatch(name.removesuffix(money)) if "口" in name else None
    if not hit or HEAD.search(hit["goods"]) or hit["goods"].endswith(NO_GOODS):
        return name
    if money:
        return hit["goods"] + hit["way"] + money
    return hit["goods"] + hit["way"] + "量" * (not hit["change"] and units().get(unit) in PHYSICAL) + hit["change"]


def plainly(named: Named) -> Named:
    """The same without helpers, and without the 实现, 完成 before what is measured: 共完成投资 → 投资."""
    base = plain(POINTED.sub("", named.base) if named.base.startswith(("该", "上述", "这", "此", "本")) else named.base)
    base = "罚款金额" if base.endswith("罚款") and FINED.fullmatch(base) else "罚金金额" if base == "处罚金" else base
    if ("实现" in base or "完成" in base or "贡献" in base) and (HEAD.search(base) or base.endswith("总值")):
        base = FULFILLED.sub("", base)
    if base == named.base or not named.name.startswith(named.base):
        return named
    return named._replace(name=base + named.name[len(named.base):], base=base)
