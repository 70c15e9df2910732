"""Names what a policy gives, by whom it gives it to: 对新引进的企业，按实缴资本的2%给予落户奖励，最高500万元.

Place in the line: beside kg.relate.provisions, which asks it for amounts and rates. Pure functions over a slot.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.relate.changes import Named, change_of
from kg.relate.clauses import Slot
from kg.relate.wording import share_tail, split_items, strip

if TYPE_CHECKING:
    from kg.relate.indicators import Namer

EACH_GIVEN = re.compile(  # 对甲、乙企业分别给予 | 5万元、10万元奖励, 对甲、乙地区分别按照人均标准 | 80%、60%的比例给予补助
    "(?:对(?P<who>[^，]{4,40}?)的?)?，?(?:再|可|将){0,2}分别(?P<how>给予|奖励|补助|补贴|资助|发放|按照?(?P<base>[^，]{0,16}?)的?)(?:每[人户家个项亩]|一次性|最高){0,3}$")
EACH_GIFT = re.compile("(?:的?(?:标准|比例))?(?:的?一次性|的)?(?:给予|发放|予以)?(?P<noun>[一-龥]{0,10}?(?:补助|补贴|奖励|资助|奖补|津贴)(?:资金)?)")
TO = re.compile("(?:^|[，；。：）]|财政)对于?(?P<who>[^，。；]{2,60}?(?:，并[^，。；]{2,30}?)?)(?:，|给予)")
GIFT = re.compile("(?:落户|研发|贷款|保费|租金|一次性|配套|创业|就业|岗位|培训|扩岗|稳岗|设备|购置|推广|资金)*(?:奖励|奖补|资助|补助|补贴|贴息|配套支持|返还)")
OWN_GIFT = re.compile("(?:给予|发放|享受)[一-龥]{6,12}(?:奖励|奖补|资助|补助|补贴)(?<!奖励)(?<!资助)")
OWN_RATE = re.compile("(?<=[一-龥]{3})(?:比例|率)(?:原则上)?$")  # 经医保报销后，患者自付比例 | 不超过10%
OWN_LIMIT = re.compile("(?:(?:单个|单条|单笔|每个|每家|每户|每年|年度)[一-龥]{2,10}|每[人户家](?:每年)?累计)$")
OWN_WHO = re.compile(  # 对国家级企业给予奖励100万元，省级企业 | 给予奖励30万元
    "(?P<who>(?![按每最给其单一不总累再可分对年首])[^，]{2,24}?(?:企业|机构|单位|园区|基地|平台|项目|中心|人员|人才|家庭|农户|个人|团队|学校|医院|居民|[者户]))的?(?:再|可|分别)*(?:给予|奖励|补助|补贴|资助|发放)[^，]{0,12}")
SINGLE = re.compile("[单每][个家](?P<kind>[一-龥]{2,4})")
BASE = re.compile("(?:按照?|以)(?:不超过|不低于|不高于|最高)?(?P<base>[^，按]{2,20}?)的?$")
SPELL = re.compile("^(?:自|在)?(?:20\\d\\d年|\\d{1,2}月)[^，、的]{0,16}?(?:期间|以后|之后|[内前后起])")
FITTING = re.compile("(?:符合(?:相关|规定|以下|上述)?条件|满足条件|符合规定)的?")
ITEMS = re.compile("(?P<first>[^、，的购买]{1,8})(?:、[^、，]{1,10}){1,12}等(?P<head>[一-龥]{2,8})$")
GRADES = re.compile(
    r"(?P<head>[一-龥]{0,12}?(?:标准|比例|价格|金额|额度|费用|待遇|补[助贴]|奖[励金]|限额))(?:分别)?(?:按照?|为)(?P<grade>(?!人民币)[^每，补]{2,8})"
)
GRADE = re.compile(r"(?!人民币)[^每，补]{2,8}")
LONG, PLAIN_HEAD, LONGEST_WHO = 18, 2, 40


def given_to(slot: Slot) -> tuple[str, str] | None:
    """What is given to those with whom the sentence, or its part behind ；, opens: 对新引进的企业，按不超过实缴资本20%的比例给予落户奖励."""
    text, at = slot.cut.text, slot.quantity.start
    begin = max(0, *(text.rfind(mark, 0, at) for mark in "。；："))
    whom = next((hit for hit in reversed(list(TO.finditer(text, begin, at)))), None)
    if whom is None or OWN_RATE.search(slot.left):
        return None
    end = min(place if (place := text.find(mark, slot.quantity.end)) >= 0 else len(text) for mark in "。；")
    gifts = list(GIFT.finditer(text, whom.end(), end))
    if not gifts or OWN_GIFT.search(text, whom.end(), end):  # 给予一次性吸纳就业补助: a name of its own
        return None
    comma = text.find("，", slot.quantity.end)
    clause = comma if 0 <= comma < end else end
    behind = [gift[0] for gift in gifts if slot.quantity.end <= gift.start() < clause]
    gift = (behind or [gift[0] for gift in reversed(gifts) if gift.end() <= at] or [gifts[0][0]])[0]
    theirs = OWN_WHO.fullmatch(slot.left) if whom.end() < slot.cut.cuts[slot.clause][0] else None
    who, own = shortly((theirs or whom)["who"]), OWN_LIMIT.search(slot.left)
    if len(who) > LONGEST_WHO:
        return None
    if own and "给予" not in slot.left:
        return _own(who, gift, own[0] if own[0].endswith("累计") else strip(own[0])), who + gift
    upper = slot.quantity.qualifier == "不超过" or slot.left.endswith("最高") or slot.quantity.text.startswith("最高")
    base = BASE.search(slot.left) if slot.quantity.unit == "%" else None
    rate = f"占{base['base'].removeprefix('其')}比例" if base else "比例"
    return who + gift + (rate if slot.quantity.unit == "%" else "上限" if upper else ""), who + gift


def _own(who: str, gift: str, own: str) -> str:
    """The bound of a single receiver: 规模以上企业, 单个企业 → 单个规模以上企业补贴."""
    single = SINGLE.fullmatch(own)
    if single and who.endswith(single["kind"]):
        return own[:2] + who + gift
    return who + own + ("" if any(kind in own for kind in ("补", "奖", "资助", "贴息")) else gift)


def shortly(who: str) -> str:
    """Receivers without dates, without 符合条件的, and of a long list its kind or its first.

    >>> shortly("消费者购买符合条件的冰箱、洗衣机、电视等家电产品"), shortly("消费者购买手机、电脑、耳机等产品")
    ('消费者购买家电产品', '消费者购买手机等产品')
    >>> shortly("2023年1月至6月期间购买新房并完成备案的家庭")
    '购买新房并完成备案的家庭'
    """
    short = FITTING.sub("", SPELL.sub("", who)).replace("，", "")
    return ITEMS.sub(lambda hit: hit["head"] if len(hit["head"]) > PLAIN_HEAD else f"{hit['first']}等{hit['head']}", short) if len(short) > LONG else short


def each_given(slot: Slot) -> tuple[str, str] | None:
    """What each of some is given: 生育二孩、三孩家庭购房，分别给予6万元、12万元的购房补助."""
    hit = EACH_GIVEN.search(slot.left) if slot.size > 1 and "分别" in slot.left else None
    whom = (hit["who"] or slot.before.removeprefix("对").removesuffix("的")) if hit else ""
    items = split_items(whom, slot.size) if whom else []
    if not hit or len(items) != slot.size:
        return None
    gift = EACH_GIFT.match(slot.right)
    noun = gift["noun"] if gift else hit["how"] if hit["how"] in ("奖励", "补助", "补贴", "资助") else ""
    rate = (f"占{hit['base']}" if hit["base"] else "") + "比例" if slot.quantity.unit == "%" else ""
    name = share_tail(items)[slot.place] + noun
    return (name + rate, name) if noun else None


def of_grades(namer: Namer, slot: Slot) -> Named | None:
    """One of several grades with an amount each: 补贴标准按初级1000元、中级1500元."""
    hit = GRADES.fullmatch(slot.left) if ("按" in slot.left or "为" in slot.left) and not change_of(slot.left) else None
    again = namer.grades[0] == (slot.clause, slot.quantity.unit) and GRADE.fullmatch(slot.left)
    head = hit["head"] if hit else namer.grades[1] if again else ""
    namer.grades = ((slot.clause, slot.quantity.unit), head)
    if not head:
        return None
    name = (hit["grade"] if hit else slot.left) + head
    return Named(name, name, slot.quantity.unit)
