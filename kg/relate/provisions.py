"""Names what a rule sets: fines and rewards with their conditions, time limits, rates of a base, limits of an amount.

Place in the line: slots -> kg.relate.indicators, which asks here first. Pure functions over a slot.
"""
from __future__ import annotations

import re

from kg.nlp.quantities import units
from kg.relate.clauses import Slot
from kg.relate.fines import fine
from kg.relate.gifts import given_to
from kg.relate.limits import limit
from kg.relate.wording import ENDED, strip

RATED = re.compile(r"(?P<what>.*?)(?:减?按照?|以(?!旧换新|[上下内]|[^，]{0,12}占))(?P<base>[^按]{2,30})的$")
BOUNDED = re.compile("^(?:不低于|不超过|不高于|最高)")
GRANTED = re.compile(r"返还|奖励|补贴|补助|资助|报销|支付|结算|提取|采购|征收|缴纳|收取|发放|赔偿|补偿|扣除|减免")
TOPIC = re.compile(r"^.*(?:规定|明确|凡是?|对于)?(?:经[^的]{2,6})的(?=.{4})|^(?:规定|明确|凡是?|对于)+")
GRANT = re.compile(r"的?(?P<standard>标准)?(?:给予|发放|安排|支付|拨付)?(?P<noun>[一-龥]{0,10}?(?:补助|补贴|奖励|资助|奖补|津贴|补偿)(?:资金)?)")
HANDED = re.compile("(?:给予|发放|支付|安排|拨付|予以)(?P<noun>[一-龥]{2,20}?(?:补助|补贴|奖励|资助|奖补|津贴|补偿))(?:资金)?$")
GRANTS = re.compile(r"(?:给予|发放|提供|享受|按照?)(?:每[人户名家个亩台辆单次][一-龥]{0,6}?)*(?:每[年月天])?(?:最[高多低])?$")
WHOM = re.compile(r"(?:^|，|财政)对(?P<who>[^，]{2,16}?)(?:，|$|给予|按)")
LEVY = re.compile(r"的?(?P<kind>征收率|税率|费率|利率)(?:(?:计算)?(?:征收|缴纳)(?P<what>[一-龥]{2,8}))?")
BOUND = re.compile(r"(?:但|并|还|总额|每[人户家年次]|单[个家笔次户])*(?P<side>最[高多低少])?(?:给予|奖励|补助|补贴|可达?)*")
HANDED_LAST = re.compile(r"(?:奖励|补助|补贴|资助|罚款|处罚|返还|赔偿|奖补|扶持|贷款)(?:金额|资金|标准)?$")
COMPARED = re.compile(r"(?P<what>.{1,40}?(?:率|比例|比重|占比|额|量|数))(?:不高于|不低于|不超过|不得超过|不少于)[^，]{2,12}$")
OF_THOSE = re.compile(  # 对营业收入 | 超过5亿元的制造企业、投资 | 超过1亿元的服务企业
    "(?:^|[^，]{2,16}[、或]|[^，]{0,16}?对于?(?:参与)?)(?P<what>[^、，对的或]{0,12}?(?:额|收入|产值|投资|营收|税收|利润|规模|面积|率|[数量]|价格|成本))"
    "(?:首次|累计|当年){0,2}(?:突破|达到?|超过)?$")
WHO = re.compile("的(?P<who>(?!部分)[一-龥]{2,16}?)(?=$|[、，给按予免减]|分别|奖励|可)")
BY_GRADE = re.compile("(?:.*按照?)?(?P<grade>(?!每)[^，、按]{2,10}?)(?P<each>每[人户亩台套辆名生])?")
GRADED_GIFT = re.compile("的?标准(?:申请|申领|发放|给予|享受|领取)(?P<gift>[一-龥]{2,10}(?:补[贴助]|津贴|奖励|待遇))")
GIFT_AHEAD = re.compile("(?:给予|发放|享受)(?P<gift>[一-龥]{0,10}(?:补[贴助]|津贴|奖励|资助))[，：](?:[^。；，]{2,24}，){0,3}$")
BASED = re.compile(
    r"(?P<what>[^，]{2,30}?)(?:应当?|须|必须|要|将|总体|严格|原则上|力争|已经?)*(?:达到?|不得?[低少高超]于|不得?超过|超过|控制在|(?:逐步)?调整[到至])"
    r"(?P<base>(?!去年|上年|上一年|同期|全年|全国平均)[^，]{2,16}?)的?$")
SET = re.compile("(?P<head>(?:适用)?(?:税率|费率|征收率|利率|标准|补[助贴]标准|奖励标准|补[助贴]|奖励|奖金|罚款|比例))(?:标准)?(?:为|是|按)?")
SETTING = frozenset("适税费征利标补奖罚比")
BARE = re.compile(  # says how much or how long, and not of what
    "(?:最[高低长]|累计|年度)?(?:(?:支付|贷款|补助|补贴)?(?:额度|限额)|(?:资助|支付|报销|返还|补助|补贴|抵销|分担|缴费|配套|贴息)比例|(?:首期|目标|总)规模|(?:免征|减征|缓缴|贴息|补贴|享受|领取)?期限)")
CASE_BEGINS = re.compile(  # 个人从事网络交易活动，年交易额不超过… 的
    "(?:个人|单位|企业|机构|[^，的]{0,6}(?:人|者|户|家庭|公司|商|部门|学校|医院))[^，的]{2,16}")
LIMITS = ("不低于", "不超过")
FUNDED = re.compile("(?:设立|组建|成立|发起)(?:了|设立)?(?P<thing>[^，]{4,24}(?:基金|资金)(?:[一二三]期)?)$")
RELIEVED = re.compile("(?P<deed>免征|减征|减半征收|缓缴|补贴)(?P<thing>[^，]{4,24})$")
ENUMERATED = re.compile("^(?:[（(][一二三四五六七八九十\\d]+[）)]|[一二三四五六七八九十]是)?(?:属于?|对于?|凡是?)?")
PENALTY = re.compile("有期徒刑|拘役|管制|(?:行政)?拘留")
LONGEST_CASE, SHORT, LONGEST_MEASURE = 36, 8, 12


def provision(slot: Slot, base: str) -> tuple[str, str] | None:
    """The name of what a rule sets and of what it is set for, None where the words set nothing.

    Args:
        slot: the number with its words.
        base: what was named last in the sentence.
    """
    kind = units().get(slot.quantity.unit, "")
    if kind == "money" and slot.left.endswith("人民币"):
        slot = slot._replace(left=slot.left.removesuffix("人民币"))
    if kind == "time" and (penalty := PENALTY.match(slot.right)) and slot.left.endswith(("处", "处以", "或者", "并处")):
        return (f"{slot.condition}的{penalty[0]}期限" if slot.condition else f"{penalty[0]}期限",) * 2
    if told := _of_what(slot):
        return told
    if kind in ("money", "ratio") and (told := _for_case(slot) or _of_those(slot)):
        return told
    if kind == "money":
        return fine(slot) or _by_group(slot) or given_to(slot) or _granted(slot) or _bound(slot, base)
    if slot.quantity.unit.startswith("元/"):
        return given_to(slot) if GRANTS.search(slot.left) and GRANT.match(slot.right) else None
    if slot.quantity.unit == "%":
        return fine(slot) or given_to(slot) or _rate(slot)
    return fine(slot) if slot.quantity.unit == "倍" else limit(slot, base) if kind == "time" else None


def _in_case(slot: Slot, name: str) -> str:
    """The name of what is set with the case it is set for: 首次购买的补贴 of 首次购买的，给予每平方米300元补贴."""
    case = ENUMERATED.sub("", slot.condition)
    return f"{case}的{name}" if 2 <= len(case) <= LONGEST_CASE and len(name) <= SHORT else name


def _for_case(slot: Slot) -> tuple[str, str] | None:
    """The rate or amount that a case has: 所在地在市区的，税率为7%."""
    head = SET.fullmatch(slot.left) if slot.left[:1] in SETTING else None
    name = _in_case(slot, head["head"]) if head and not slot.right else ""
    return (name, name) if head and name != head["head"] else None


def _of_what(slot: Slot) -> tuple[str, str] | None:
    """A bare measure with the case, the fund or the relief before it: 属于特色生产线的，资助比例可提高至30%; 设立甲基金，首期规模不低于50亿元."""
    told = slot.right == "的" and slot.cut.text.startswith("的，", slot.quantity.end) and CASE_BEGINS.fullmatch(slot.before)
    if told and ENDED.search(what := strip(slot.left)):
        return (f"{slot.before}的{what}",) * 2
    measure = strip(slot.left) if 2 <= len(slot.left) <= LONGEST_MEASURE and not slot.right else ""
    one_of_some = units().get(slot.quantity.unit) != "time" and slot.quantity.qualifier in LIMITS and slot.cut.text.count("的，") > 1 and ENDED.search(measure)
    if not measure or not (one_of_some or BARE.fullmatch(measure)):
        return None
    case = ENUMERATED.sub("", slot.condition)
    told = FUNDED.search(slot.before) or (RELIEVED.search(slot.before) if measure.endswith("期限") else None)
    relief = told["deed"] if told and measure == "期限" else ""
    thing = relief + told["thing"] if told else case if 2 <= len(case) <= LONGEST_CASE else ""
    return (thing + measure,) * 2 if thing else None


def _of_those(slot: Slot) -> tuple[str, str] | None:
    """What those must have to whom something is given: 对营业收入超过5亿元的制造企业、投资超过1亿元的服务企业给予奖励."""
    begin = slot.cut.cuts[slot.clause][0]
    who = WHO.match(slot.right) if slot.right.startswith("的") and "对" in slot.cut.text[begin:slot.quantity.start] else None
    what = OF_THOSE.fullmatch(slot.left) if who else None
    return (who["who"] + what["what"],) * 2 if who and what else None


def _by_group(slot: Slot) -> tuple[str, str] | None:
    """What each grade or region is given: 按初级1000元、中级1500元的标准发放培训补贴; 给予就业补贴，山区每人3000元，其他地区每人2000元."""
    grade = BY_GRADE.fullmatch(slot.left)
    gift = GRADED_GIFT.search(slot.rest) if grade and "标准" in slot.rest else None
    if gift is None and grade and grade["each"]:
        gift = GIFT_AHEAD.search(slot.cut.text[:slot.cut.cuts[slot.clause][0]])
    name = grade["grade"] + gift["gift"] + "标准" if grade and gift else ""
    return (name, name) if name else None


def _granted(slot: Slot) -> tuple[str, str] | None:
    """给予最高不超过50万元的一次性补助; 按每人每月200元的标准发放补贴: what is handed out, its bound or its standard."""
    if slot.right == "的标准" and (handed := HANDED.match(slot.after)):
        return handed["noun"] + "标准", handed["noun"]
    hit = GRANT.match(slot.right)
    if hit is None or not GRANTS.search(slot.left):
        return None
    whom = WHOM.search(slot.before) or WHOM.search(slot.left)
    name = whom["who"] + hit["noun"] if whom else _in_case(slot, hit["noun"])
    bound = "标准" if hit["standard"] else {"不超过": "上限", "不低于": "下限"}.get(slot.quantity.qualifier or "", "上限" if slot.left.endswith("最高") else "")
    return name + bound, name


def _bound(slot: Slot, base: str) -> tuple[str, str] | None:
    """最高不超过30万元: the upper bound of the amount before it, or of what the clause before hands out."""
    hit = BOUND.fullmatch(slot.left)
    if hit is None or slot.right or slot.quantity.qualifier not in ("不超过", "不低于", None) or not (hit["side"] or slot.quantity.qualifier):
        return None
    given = HANDED_LAST.search(slot.before)
    what = slot.condition + given.group() if given else base
    low = slot.quantity.qualifier == "不低于" or (hit["side"] or "").endswith(("低", "少")) or slot.quantity.text.startswith(("最低", "最少"))
    return (what + ("下限" if low else "上限"), what) if what and not what.endswith(("上限", "下限")) else None


def _rate(slot: Slot) -> tuple[str, str] | None:
    """奖励金额按处罚金额的15%计算: the amount and its base; 大型企业按缴费的30%返还: what is done."""
    if hit := LEVY.match(slot.right):
        what = hit["what"] or strip(re.sub("减?按照?$", "", slot.left))
        return (what + hit["kind"],) * 2
    if slot.left.endswith("按") and slot.right and not slot.right.startswith("的"):
        what = slot.right.removeprefix("比例")[:20]
        return what + "比例", what
    if hit := COMPARED.fullmatch(slot.left):
        return strip(hit["what"]), strip(hit["what"])
    hit = RATED.fullmatch(slot.left)
    if hit is None:
        return None
    what = strip(hit["what"])
    if what.startswith("对") and "的" in what:
        what = TOPIC.sub("", slot.before) + what.rpartition("的")[2]
    base = BOUNDED.sub("", strip(hit["base"]))
    done = GRANTED.search(slot.right)
    if done:
        name = (what or _in_case(slot, base)) + ("" if what.endswith(done.group()) else done.group()) + "比例"
        return name, what or name
    return (f"{what}占{base}比例", what) if what else None


def based(slot: Slot) -> tuple[str, str] | None:
    """绿地面积不低于用地总面积的35%: the thing and what it is a share of."""
    hit = BASED.fullmatch(slot.left) if slot.cut.text[:slot.quantity.start].endswith("的") and not slot.right else None
    what = strip(hit["what"]) if hit else ""
    if not hit or not what:
        return None
    return (what if what.endswith(("率", "比例", "比重")) else f"{what}占{hit['base']}比例", what)
