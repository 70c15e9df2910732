"""What an indicator's wording says beside its words: normal form, unit and scale.

Its tables are ``indicator_wording.tsv``, ``indicators.tsv`` and ``unit_scales.tsv`` of the lexicons; `kg.views.indicators` groups by what it tells.
"""
from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from kg.lexicon import rows
from kg.nlp.quantities import units

NATION = re.compile(r"^(?:全国|我国|中国)(?!性|人大|政协|统筹|一体化)|^(?=国内生产总值)")
LOCAL = re.compile(r"^(?:[全我本该](?:省|市|区|县|州|盟|旗|镇|乡|街道|自治区)|当地|辖区)|^(?=(?:实现|完成)?地区)")
NARROWER = re.compile(r"城市|农村|城乡|职工|居民")
GROWTH = re.compile(r"(?:环比)?增速$")
BARE = re.compile(r"(?:环比|同比|同期|同|增长|增速|涨幅)+")
RELATIVE = re.compile(r"^(?:公司|集团|[本该其])|死亡|遇难|受伤|失踪|身亡|获救")
COUNTED = (("人次数", "人次"), ("人次", "人次"), ("人数", "人"), ("户数", "户"))
TIMES = re.compile("次$|笔$")


@cache
def rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of the table of wordings, compiled."""
    return tuple((re.compile(row["pattern"]), row["becomes"]) for row in rows("indicator_wording.tsv"))


@cache
def known() -> dict[str, tuple[str, str]]:
    """The usual name of each well known indicator by each of its names, and its kind."""
    table = rows("indicators.tsv")
    return {form: (row["name"], row["kind"]) for row in table for form in (row["name"], *row["forms"].split("|")) if form}


@cache
def scales() -> dict[str, tuple[str, Decimal]]:
    """Base unit and factor of each unit that another one measures as well."""
    return {row["unit"]: (row["base"], Decimal(row["factor"])) for row in rows("unit_scales.tsv")}


@cache
def counters() -> frozenset[str]:
    """Measure words of things, which differ by the thing and not by what is measured: 个, 家, 项 …"""
    return frozenset(unit for unit, kind in units().items() if kind == "count" and not TIMES.search(unit))


def plain(wording: str) -> str:
    """The wording without what is told apart from it: period, direction, yearly comparison, ways of saying the same.

    >>> plain("2024年末参保总人数"), plain("第一产业用电量同比增速"), plain("电子社保卡的领用人数")
    ('参保人数', '第一产业用电量增速', '电子社保卡领用人数')
    """
    for pattern, becomes in rules():
        wording = pattern.sub(becomes, wording)
    return wording


def usual(core: str) -> tuple[str, str]:
    """The usual name of a well known indicator or of its growth, and its kind.

    The kind is ``territory`` where only a territory can have it, ``any`` where a programme or a body can as well, else empty.

    >>> usual("GDP增速"), usual("进出口总值"), usual("受理业务量")
    (('生产总值增速', 'territory'), ('货物进出口总额', 'any'), ('受理业务量', ''))
    """
    base = GROWTH.sub("", core)
    name, kind = known().get(base, (base, ""))
    return name + core[len(base):], kind


def tells(core: str, scoped: bool) -> bool:
    """Whether a wording tells by itself what is measured, so that another document's may be the same; a scope makes up for short words.

    >>> tells("出口增速", False), tells("公司营业收入", False), tells("造成死亡人数", True), tells("快递业务量增速", False)
    (False, False, False, True)
    """
    return len(BARE.sub("", core)) >= (2 if scoped else 4) and not RELATIVE.search(core)


def dimension(unit: str, wording: str) -> tuple[str, Decimal]:
    """What a unit measures, by its base unit, and how many of the base it is; a unit not printed is told by the wording.

    >>> dimension("公里", "新增里程"), dimension("", "领用人数"), dimension("家", "法人单位数")
    (('米', Decimal('1000')), ('人', Decimal('1')), ('个', Decimal('1')))
    """
    if not unit:
        return next((base for ending, base in COUNTED if wording.endswith(ending)), ""), Decimal(1)
    if unit in counters():
        return "个", Decimal(1)
    return scales().get(unit, (unit, Decimal(1)))
