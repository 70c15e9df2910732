"""Long names of what is measured, shortened to what an analyst would write: without who did it, by what means and since when, without lists.

Place in the line: the last steps of naming, called by kg.relate.indicators and kg.relate.figures. Pure functions over words.
"""
from __future__ import annotations

import re

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
LISTED_FIRST = re.compile(
    rf"^(?P<deed>(?:{DEED})+)[^等]*、[^等]*等(?:各[类项种])?(?!活动|地|领域|行业|的|环节|岗位|程序|第|首|[省市县区州国])(?=[一-龥]{{2,}}[数次]$)")
FULFILLED = re.compile(
    r"(?:(?<!或)(?:稳定|全面|[稳同逐初]步|[如按]期|基本|有效|率先)(?:实现|完成)|(?:实现|完成|贡献)(?<![制批步期面本划未能以要保争时力]..))了?(?=[^，率的][^，率]{2}|(?:营收|利润|收入|产值)$)")
POINTED = re.compile(r"^(?:该(?:[省市县区镇乡州](?![级场民域政属委]))?(?!人)|上述|[此本]次|这[家项座款批支种个些])(?=..)")
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


def plainly(named: Named) -> Named:
    """The same without helpers, and without the 实现, 完成 before what is measured: 共完成投资 → 投资."""
    base = plain(POINTED.sub("", named.base) if named.base.startswith(("该", "上述", "这", "此", "本")) else named.base)
    base = "罚款金额" if base.endswith("罚款") and FINED.fullmatch(base) else "罚金金额" if base == "处罚金" else base
    if ("实现" in base or "完成" in base or "贡献" in base) and (HEAD.search(base) or base.endswith("总值")):
        base = FULFILLED.sub("", base)
    if base == named.base or not named.name.startswith(named.base):
        return named
    return named._replace(name=base + named.name[len(named.base):], base=base)
