"""What a number before a noun measures of it: 海拔 [4100米] 的湖, 总投资 [30亿元] 的软件园, [680万千瓦] 抽水蓄能电站, 带来 [45亿元] 的经济效益.

Place in the line: beside kg.relate.counts, below kg.relate.indicators. Pure functions over words.
"""
from __future__ import annotations

import re

from kg.relate.counts import HELPING
from kg.relate.deeds import MEASURED
from kg.relate.wording import split_noun, strip

SIZES = re.compile(
    "(?P<plain>总投资额?|价值|总?金额|涉案金额|(?:^|[了笔])总额|[全总]长|长达|占地|(?:总|规划|总规划|占地|建筑|总建筑|灌溉|用海|流域)面积)$"
    "|(?:^|[了的在个座条件块根枚艘台片处由形建拥][成有]?|[^一-龥])(?P<measure>海拔|长度|高度|宽度|厚度|深度|直径|半径|射程|排水量|(?:设计|最高|运营)?时速|跨度|总?库容|总重|重量|面积|规模"
    "|装机(?:容量|规模)?|计划(?:总)?投资|[长高宽深]达?|重达?)(?:只有|仅有?|不足|达到?|突破|超过?|约|近)?$")
OF_ONE_LETTER = {"高": "高度", "宽": "宽度", "深": "深度", "重": "重量", "长": "长度"}
NO_THING = ("目标", "上限", "情况", "前提", "基础", "要求", "速度", "价格", "水平", "标准", "规模")
ENDS = re.compile("(?<=..)(?:是(?=[^，]|$)|拥?有|被|完全|全面|就|[上下中里内]$)")
WORKS = re.compile(
    "级?(?P<what>[一-龥]{0,14}?(?P<kind>电站|电厂|机组|风机|风电场|(?:风电|光伏|发电|储能|水电|核电|光热|火电|煤电)(?:项目|基地|工程)))")
POWER = ("千瓦", "瓦", "兆瓦", "吉瓦")
PLACED = re.compile("(?:[^，、]{2,10}?)(?:[一二三四五六]期|县|市|区|省|州|镇|乡)")
BRINGS = re.compile(
    "(?P<who>.*?)(?P<deed>带来|驱动|造成|产生|创造|形成|释放|催生|撬动|拉动|带动|迎来|具?有|拥有|存在|面临|激发|贡献|达成|实现)了?(?:约|近|超过?)?$")
GAINS = "需求|增量|效益|损失|市场|潜力|空间|缺口|商机|收益|红利|订单|价值"
BROUGHT = re.compile(f"的(?P<what>(?![^，、]{{0,12}}(?:资金|贷款|补贴|补助|奖励|目标))[^，、的]{{0,12}}?(?:{GAINS}))(?=$|[，。、；])")
IN_GENERAL = re.compile(f"(?:(?:直接|间接)?经济|市场|发展|增长|消费|投资|升级)?(?:{GAINS})")
LIGHT = re.compile(  # whose object tells what is measured
    "(?:(?P<told>出现|实现|录得|产生|取得)|(?P<done>提供|开展|缴纳|退还|弥补|支付|收取|给予|享受|推动|签署|导致|造成|面临))了?(?:约|近|超过?)?$")
DONE_WITH = re.compile(
    "的?(?P<what>(?!用于|计算|增长|高速|连续|几|以上|以下|左右|到|为|是)(?:[^，。、的]{2,12}的)?[一-龥]{0,8}?"
    "(?:收入|利润|赤字|盈余|顺差|逆差|[降涨增]幅|率|社保|保险|[费税金款券]|工资|报酬|支持|援助|补贴|补助|损失|债务|缺口|操作|价值|产值|营收|投资|项目签约|订单|协议|亏损|赔偿|优惠|差额|额))(?=$|[，。；、（]|后|才|不|并)")
LONGEST_WHO, LONGEST_THING = 12, 16


def sized(left: str, right: str) -> str:
    """For 总投资 [30亿元] 的软件园: 软件园总投资; empty for other words.

    >>> sized("建成总投资", "的软件园"), sized("全长", "的隧道顺利贯通"), sized("总投资", "的目标"), sized("在海拔", "的高原上")
    ('软件园总投资', '隧道全长', '', '高原海拔')
    """
    size = SIZES.search(left) if right.startswith("的") else None
    noun = _thing(right.partition("、")[0]) if size else ""
    noun = noun if len(noun) <= LONGEST_THING else noun.rpartition("的")[2]
    if not size or len(noun) < 2 or noun.startswith(NO_THING):
        return ""
    measure = (size["measure"] or size["plain"]).lstrip("了笔")
    measure = OF_ONE_LETTER.get(measure.removesuffix("达")) or measure.replace("达", "度")
    return noun + measure + "面积" * measure.endswith("占地")


def _thing(right: str) -> str:
    """The noun behind 的, without what is said of it: 的隧道顺利贯通 → 隧道."""
    noun = split_noun(right[1:])[0].removesuffix("等")
    return strip(HELPING.sub("", ENDS.split(noun, maxsplit=1)[0]))


def powered(left: str, right: str, unit: str) -> str:
    """For 甲县二期 [680万千瓦] 抽水蓄能电站项目: 甲县二期抽水蓄能电站装机容量; empty for other words.

    >>> powered("甲县二期", "抽水蓄能电站项目完成招标", "千瓦"), powered("全球首台", "海上风电机组并网发电", "兆瓦"), powered("累计装机", "", "千瓦")
    ('甲县二期抽水蓄能电站装机容量', '海上风电机组单机容量', '')
    """
    hit = WORKS.match(right.removeprefix("的")) if unit in POWER and right else None
    if not hit:
        return ""
    place = PLACED.fullmatch(strip(left))
    return (place[0] if place else "") + hit["what"] + ("单机容量" if hit["kind"] in ("机组", "风机") else "装机容量")


def dealt(left: str, right: str, unit: str) -> str:
    """What a verb that says little by itself is done with: 经常账户出现 [91亿欧元] 赤字 → 经常账户赤字; empty for other words.

    >>> dealt("经常账户出现", "赤字", "欧元"), dealt("向甲国提供", "的军事援助", "美元"), dealt("实现", "上座率", "%"), dealt("实现", "的增长", "%")
    ('经常账户赤字', '向甲国提供军事援助', '上座率', '')
    """
    deed = LIGHT.search(left)
    noun = DONE_WITH.match(right) if deed else None
    if not deed or not noun or (unit == "%" and not MEASURED.search(noun["what"])):
        return ""
    who = strip(left[:deed.start()])
    return who + ("" if deed["told"] else deed["done"]) + noun["what"] if len(who) <= LONGEST_THING else noun["what"]


def brought(left: str, right: str) -> str:
    """What an amount of money is that something brings or has: 将驱动 [1700亿元] 的风电机组需求 → 风电机组需求; empty for other words.

    >>> brought("大风车将驱动", "的风电机组需求"), brought("养老产业有", "的市场潜力"), brought("暴雨造成", "的损失"), brought("发放", "的贷款")
    ('风电机组需求', '养老产业市场潜力', '暴雨造成损失', '')
    """
    what = BROUGHT.match(right)
    deed = BRINGS.fullmatch(left) if what else None
    if not what or not deed:
        return ""
    if not IN_GENERAL.fullmatch(what["what"]):
        return what["what"]
    who = strip(deed["who"]) if len(deed["who"]) <= LONGEST_WHO else ""
    return who + ("" if deed["deed"].endswith(("有", "存在")) else deed["deed"]) + what["what"]
