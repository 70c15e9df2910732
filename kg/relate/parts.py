"""The names of parts: a sector with what is measured of its whole (核电 of 电源工程投资), a part behind 其中 in the words of its whole.

Place in the line: beside kg.relate.subjects, below kg.relate.indicators. Pure functions over words and slots.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from kg.nlp.quantities import units
from kg.relate.changes import CHANGE, Named
from kg.relate.clauses import Slot
from kg.relate.deeds import MEASURED
from kg.relate.subjects import METRIC, METRICS
from kg.relate.wording import HEAD, splice, strip

ITEMS = re.compile("[、和与及]")
OUTLAY = re.compile(r"^.{0,12}?(?:下达|下拨|拨付|划拨|预拨|安排|投入|发放|发行|筹集|统筹)(?:各项|各类)?(?=.{2})")
REGION_OR_GRADE = re.compile("^(?:[涉惠]及)?(?:全[国省市县区]|我国)?(?:(?:国家|[省市县])级及?以上)?")
CROP_METRIC = re.compile("(?:播种|种植|收获|销售|施工|竣工)?面积$|(?<!单位面积)总?产量$")
SIZE_METRIC = re.compile("(?:营业|运营|通车)?里程$|装机(?:容量|规模)?$")
LONGEST_CROP = 6
EACH_OF = re.compile("(?:^|[，。；])(?:其中)?(?:各[一-龥]{2})?(?P<what>[^，。；：]{2,24}?)(?:分别|依次)(?:为|是|达到?)：[^；。：]*$")
LONGEST_ITEM = 10
MEASURED_LAST = re.compile(f"(?P<metric>{METRIC.pattern})")
SECTORS_COUNTED = re.compile(f"(?P<metric>{METRICS})[一-龥]{{0,10}}的行业$")
BY_SECTOR = re.compile("其中|[分从按][一-龥]{1,10}(?:看|分)，")
OF_INDUSTRY = re.compile(f"(?<=业)(?<![营就创]业)(?P<metric>{METRIC.pattern})$")
REGION = re.compile("(?!农村|城市)[^，、]{2,8}(?:地区|平原|流域|三角|城市群|经济[带区圈]|湾区)")
OF_KIND = re.compile(f"类(?P<metric>[一-龥]{{0,6}}(?:{METRIC.pattern}))")
LOOKED_AT = re.compile("从(?:主要|重点)?(?:工业|农业)?产品(?P<metric>产量|销量)看，")
LONGEST_SECTOR, LONGEST_REGION = 8, 3
POWER = re.compile("(?:[水火风核光煤气]|太阳能发|光伏发|风力发|生物质发|抽水蓄能发)电")
COUNTERPARTS = (("出厂价格", "购进价格"), ("存款余额", "贷款余额"), ("总资产", "总负债"), ("资产总额", "负债总额"))
ROUTES = re.compile("(?:国内|国际|地区|国际及地区|境内|境外)航线")
IS_SO_MUCH = re.compile("[一-龥（）]{2,14}(?<![额量率数])(?:为|达到?)")
TRADERS = re.compile("(?:各类)?(?:经营|市场)主体")
KINDS_OF_TRADERS = re.compile("(?:民营|私营|外资|外商投资)?企业|个体工商户|农民专业合作社")
TRADED = ("生产", "销售", "出口", "进口")
TRADED_LAST = re.compile(f"(?<=..)(?<!进)(?:{'|'.join(TRADED)})(?=数?$)")
MACHINES = ("辆", "台", "部", "艘", "架", "套")
MEMBERS = re.compile(
    "[一-龥\\d]{0,14}?(?:人员|学生|[小中初高学科究]+生|儿童|幼儿|居民|职工|家庭|对象|老[年]?人|农?户|小学|初中|高中|中学|幼儿园|(?:本科|高职|专科)(?:学生|生)?|(?:[东西中]部|农村|城市)?地区"
    "|直辖市|(?:省会|地级|县级|计划单列)?[城市]市|[一二三四]类(?:工资)?区|(?<![一-龥])[一二三四五六七八九十](?:档|级(?:伤残|护理|医院|医疗机构)?))")
ADJUSTS = re.compile("^.*(?:调整|提高|降低|上调|下调|明确|规定|执行|按照?)了?")
STANDARD = re.compile("[一-龥]{0,14}(?:标准|定额|额度|限额|津贴|补助|补贴)$")
BARE_STANDARD = re.compile("(?:具体|[补资][助贴]|支付|奖补|发放)?标准")
GIVEN_AHEAD = re.compile(
    "(?:^|[，。；：])[^，。；：]{0,30}?(?:支付|给予|发放|享受|领取)"
    "(?P<what>[一-龥]{0,10}(?:补助金|抚恤金|补贴|津贴|奖补|补助|奖励|资助|救助))(?:资金)?，[^，。：]{0,4}标准[^，。：]{0,4}：$")
OF_EACH = re.compile("[一-龥]{0,8}(?:时间|时长|面积|期限|标准)$")
OUTPUTS = re.compile("产品.{0,12}产量|产量.{0,12}产品")
GROUPED = re.compile("第[一二三四五六](?:阶梯|[档类级])|[一二三四五]类地?区|[东中西]部地区|东北地区")  # groups of which a measure is told one by one
LAND = re.compile("城[镇市]|[农乡]村")
OF_ALL_POWER = re.compile("发电(?!企业|集团|公司)")


def sector_metric(sector: str, whole: Named) -> str:
    """A short name with what is measured of its whole: 核电 of 电源工程投资; empty for a name that tells what it measures."""
    metric = METRIC.search(whole.base)
    return sector + metric[0] if metric and len(sector) <= LONGEST_SECTOR and not HEAD.search(sector) and not MEASURED.search(sector) else ""


def crop_metric(crop: str, whole: Named, unit: str, metrics: re.Pattern[str] = CROP_METRIC) -> str:
    """A bare crop or kind with the area or output of its whole: 小麦 of 粮食种植面积; empty for a name that tells what it measures."""
    metric = metrics.search(whole.base) if whole.unit == unit else None
    return crop + metric[0] if metric and 2 <= len(crop) <= LONGEST_CROP and not HEAD.search(crop) and not MEASURED.search(crop) else ""


def under_colon(item: str, slot: Slot) -> str:
    """A bare item of a list with what is measured of all (各水系通航里程分别为：长江水系64818公里); empty for any other."""
    text = slot.cut.text[:slot.quantity.start]
    lead = EACH_OF.search(text) if "：" in text and 2 <= len(item) <= LONGEST_ITEM else None
    named = HEAD.search(item) or MEASURED.search(item)
    return item + lead["what"] if lead and not named and (HEAD.search(lead["what"]) or MEASURED.search(lead["what"])) else ""


def of_sector(sector: str, text: str, named: list[Named], previous: list[Named]) -> str:
    """A bare sector, kind of goods or product with what was measured of the one before it (采矿业增加值增长1.3%，制造业 | 增长3.9%), of all that the
    sentence before counts or tells (22个行业增加值增长, 工业增加值增长5%。其中，采矿业 | 增长3.9%), or what its sentence looks at (从主要产品产量看，钢材 |
    增长3.9%)."""
    if named and named[-1].verb and ROUTES.fullmatch(sector):
        measure = named[-1].base.rpartition("航线")[2].rpartition("的")[2]
        return sector + measure if len(measure) >= 2 else sector  # 旅客周转量增长8%，国内航线 | 增长5%
    last = named[-1] if named else previous[-1] if previous else None
    told = last.base.removesuffix("数") if last and (last.verb or not named or last.base.endswith("行业数")) else ""
    whole = bool(named) or told.endswith("行业") or (last is not None and last.verb and BY_SECTOR.match(text) and OF_INDUSTRY.search(told))
    if sector.endswith("类"):
        metric = OF_KIND.search(told) if named else None
    elif sector.endswith(("业", "企业")) and whole:
        metric = MEASURED_LAST.search(told) or SECTORS_COUNTED.match(told)
    else:
        metric = LOOKED_AT.match(text)
    return sector + metric["metric"] if metric and not HEAD.search(sector) and not METRIC.search(sector) else sector


def of_output(product: str, unit: str, previous: list[Named]) -> str:
    """A bare product with what the sentence before counts: 620种产品产量增长。钢材 | 11653万吨; empty for any other."""
    bare = (units().get(unit) == "size" or unit in MACHINES) and 2 <= len(product) <= LONGEST_ITEM and not HEAD.search(product) and not MEASURED.search(product)
    return product + "产量" if bare and any(OUTPUTS.search(told.base) for told in previous) else ""


def of_power(source: str, unit: str, told: list[Named]) -> str:
    """A source of electricity with what was measured of all in the same unit: 水电 of 全国发电设备平均利用小时数, 风电 of 发电量."""
    if not POWER.fullmatch(source):
        return source
    alike = [n.base for n in told if n.unit == unit]
    wholes = [base for base in alike if OF_ALL_POWER.search(base) and not POWER.match(base)]
    others = [other for base in alike if (other := POWER.match(base))]  # 太阳能发电投资12亿元，核电 | 9亿元
    measure = wholes[-1].partition("发电")[2] if wholes else others[-1].string[others[-1].end():] if others else ""
    measure = "" if ITEMS.match(measure) else measure
    return source.removesuffix("发电") + "发电" + measure if measure.startswith("量") else source + measure


def of_whole(subject: str, slot: Slot, told: list[Named]) -> str:
    """A bare part with the words that it shares with its whole or with the other of its pair; empty for any other.

    居民消费价格上涨0.6%。其中，城市上涨0.7%，农村 | 上涨0.4%; 出厂价格下降2%，购进价格 | 下降3%; 新登记经营主体5万户，其中企业 | 1万户.
    """
    if other := next((pair[pair[0] == subject] for pair in COUNTERPARTS if subject in pair), ""):
        whose = next((n.base.removesuffix(other) for n in reversed(told) if n.base.endswith(other)), "")
        return whose + subject if whose else ""
    whole = next((n.base for n in reversed(told) if n.unit == slot.quantity.unit), "")
    if subject in TRADED and (done := TRADED_LAST.search(whole)) and done[0] != subject:
        return whole[:done.start()] + subject  # 汽车生产254万辆，同比增长17%，销售 | 250万辆
    if GROUPED.fullmatch(subject) and (group := GROUPED.match(whole)):
        return subject + whole[group.end():]  # 第一阶梯水价由2.8元调整为3.2元，第二阶梯 | 由4.2元
    if LAND.fullmatch(subject) and MEASURED.search(whole):
        both = REGION_OR_GRADE.sub("", whole)
        return both if both.startswith(subject) else subject + (both[hit.end():] if (hit := LAND.match(both)) else both)
    if slot.part and "、" in whole and subject in ITEMS.split(whole.removesuffix("数")):
        return subject  # 企业、个体工商户共496万户，其中企业259万户
    return TRADERS.sub(subject, whole, count=1) if slot.part and KINDS_OF_TRADERS.fullmatch(subject) and TRADERS.search(whole) else ""


def goes_on_as(subject: str, slot: Slot, slots: Sequence[Slot], named: list[Named]) -> str:
    """A part that goes on with a list behind ；, with what its first part is measured by (其中，甲类医院为9万人次；乙类医院 | 为8万人次);
    empty for any other."""
    if slot.part or slot.cut.cuts[slot.clause][1] != "；" or not IS_SO_MUCH.fullmatch(slot.left):
        return ""
    firsts = [at for at, near in enumerate(slots[:len(named)]) if near.part and IS_SO_MUCH.fullmatch(near.left) and named[at].unit == slot.quantity.unit]
    item = strip(slots[firsts[0]].left) if firsts else ""
    measure = named[firsts[0]].base.removeprefix(item) if item and named[firsts[0]].base.startswith(item) else ""
    return subject + measure if measure else ""


def part_of(subject: str, slot: Slot, whole: Named) -> str:
    """A part behind 其中 with the words of its whole: 常规水电 in 新增水电并网容量, 某省 of an outlay."""
    alike = whole.unit == slot.quantity.unit
    if units().get(slot.quantity.unit) == "money" and whole.unit == slot.quantity.unit and (named := sector_metric(subject, whole)):
        return named  # 电源工程投资3319亿元，其中核电359亿元
    if alike and whole.base.endswith("床位数") and "床位" not in subject:
        return subject + "床位"  # 床位1017万张，其中医院800万张
    if crop := crop_metric(subject, whole, slot.quantity.unit):
        return crop  # 粮食种植面积4065万亩，其中小麦1060万亩
    joined = splice(whole.base, subject)
    if joined != subject or HEAD.search(subject):
        return joined
    if size := crop_metric(subject, whole, slot.quantity.unit, SIZE_METRIC):
        return size  # 铁路营业里程16万公里，其中高铁4.6万公里
    outlay = units().get(slot.quantity.unit) == "money" and whole.unit == slot.quantity.unit and OUTLAY.search(whole.base)
    if outlay and len(subject) <= 8 and not MEASURED.search(subject):
        return subject + OUTLAY.sub("", whole.base)  # 下达救灾资金12亿元，其中某省3亿元
    if subject.endswith("业") and whole.verb and (of_all := OF_INDUSTRY.search(whole.base)):
        return subject + of_all["metric"]  # 工业增加值增长4%，其中采矿业增长5%
    graded = alike and subject.endswith(("级", "级的"))  # 创建示范单位900家，其中省级70家
    four = len(subject) == 4 and subject.endswith("地区")  # 玉米收购9000万吨，其中东北地区5000万吨
    region = alike and (four or (whole.verb and REGION.fullmatch(subject) is not None))
    counted = alike and units().get(slot.quantity.unit) in ("count", "person")
    sector = counted and subject.endswith("业") and not subject.endswith("企业")  # 试点纳税人10万户，其中房地产业1万户
    if region or sector or ((len(subject) <= LONGEST_REGION or (len(subject) == 4 and subject.endswith("行业"))) and (graded or CHANGE.search(slot.left))):
        return subject + REGION_OR_GRADE.sub("", whole.base)  # 其中，北京增长5%
    return subject


def standard_for(member: str, slot: Slot, named: list[Named], told: str) -> str:
    """The standard by which a group of people or places pays or gets something, named before it (缴费标准：学生每人310元，70岁以上人员 | 560元), or told
    before in the sentence; empty for any other."""
    if not MEMBERS.fullmatch(member):
        return ""
    unit, last = slot.quantity.unit, named[-1] if named else None
    words = strip(ADJUSTS.sub("", slot.before))
    here = STANDARD.fullmatch(words)
    standard = words if here else told or (last.base if last and STANDARD.fullmatch(last.base) else "")
    if here and BARE_STANDARD.fullmatch(words):
        given = GIVEN_AHEAD.search(slot.cut.text, 0, slot.cut.cuts[slot.clause][0])
        standard = given["what"] + "标准" if given else standard
    elif last and not standard and last.unit == unit and units().get(unit) in ("time", "size"):
        group = MEMBERS.match(last.base)
        standard = last.base[group.end():] if group and OF_EACH.fullmatch(last.base, group.end()) else ""  # 小学生睡眠时间为10小时，初中生为9小时
    if group := GROUPED.match(standard) or MEMBERS.match(standard):
        standard = standard[group.end():] if STANDARD.fullmatch(standard, group.end() + 1) else standard  # 一类地区最低工资标准2350元，二类地区2150元
    return standard if standard and (not last or here or last.unit == unit) else ""
