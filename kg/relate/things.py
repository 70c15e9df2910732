"""What a bare deed, a bare kind of case or a bare thing of a list is told of: 受理案件16件，[结案]12件; 审结案件62件，其中[刑事]13件.

Place in the line: beside kg.relate.subjects, below kg.relate.indicators. Pure functions over words and slots.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from kg.nlp.quantities import units
from kg.relate.changes import Named
from kg.relate.clauses import Slot
from kg.relate.deeds import DEED, DEED_FIRST, MEASURED
from kg.relate.subjects import subject_of
from kg.relate.wording import HEAD, place_before, with_unit

BARE_COUNT = re.compile("(?:[一-龥]次|人数|数)$")
UNDERGONE = "取缔|劝散|劝返|引导登记|停产整顿|关停|下架|吊销|撤销|约谈|修改|废止|清退|查封|责令整改|立案查处"  # names who undergoes it: 约谈企业
DEEDS = re.compile(
    f"(?:已|均|共|累计|全部|当场|{DEED}|认领|完工|办结|结案|执结|立案|移送|销号|新开工|受损"
    f"|安置|交付|上线|揽收|投递|拦截|救治|处罚|销毁|投用|投产|投运|自行解散|{UNDERGONE})+(?:完成|完毕)?")
OPENED = re.compile(
    "^(?:[^，]{0,12}?(?:[的中]|领域|行业|系统|行动|部门|各级|法院|检察院|机关|警方|[督检][察查]组|[省市县区局]))?(?:累计|共|已)?"
    f"(?P<deed>(?:{DEED}|验放|摸排|整治|铺设|缴获|抓获|捣毁|打掉|出动|调[派集配拨运]|查[获扣出]|新收|侦[办破]|破获|核查|发现|督办|转办|交办|{UNDERGONE})+)了?")
REACHES = re.compile("(?:共|累计|可|将|直接|预计){0,3}(?P<deed>惠及|涉及|覆盖|辐射|带动|吸引)了?")  # 惠及企业3.2万户、职工89万人
CLOSED = re.compile(f"(?:{DEED})(?<!社会组织)(?<!党组织)(?<!经济组织)(?<!国际组织)了?$")
ALL_KINDS = re.compile("^(?:各类|各项|各种|相关|有关)+")
TAKEN_UP = re.compile("(?<=案件)(?:收案|受理)$")
OWN_WORDS = re.compile("户均|人均|平均|其中|[共总均]|累计|涉|[新同]")
SENT = re.compile("(?:出动|调[派集配]|派出|投入|组织|查[获扣])")
FORCES = re.compile("[一-龥]{0,4}(?:人员|装备|车辆|机械|设备|船[艇只舶]|警力|队员|民警|器材|物资|机具|车|舟|直升机)")
LONGEST_THING, LONGEST_CASES = 10, 18
KINDS = "刑事|民商事|民事|行政|执行|国家赔偿|公益诉讼"
OF_KIND = re.compile(f"(?P<kind>{KINDS})(?P<cases>案件)?")
CASES = re.compile(f"(?P<kind>(?:(?:{KINDS})[、和]?){{0,4}})案件$")
PUNISHED = re.compile("(?:依法|共|已)*(?:移送(?:审查)?起诉|(?:提起)?公诉|不?起诉|(?:批准)?逮捕|批捕|(?:行政|刑事)?拘留|刑拘|判决|判处)")
VISITED = {"家": ("家", "家次", "户", "户次"), "户": ("户", "户次", "家", "家次")}  # 检查经营主体1.2万户次，取缔34家
SHUT = re.compile(f"(?:{UNDERGONE}|自行解散|立案|完成整改)+")
VISITS = re.compile("(?:[家户]次|自行解散|引导登记)数?$")
CLUES = re.compile("^(?:涉嫌|疑似)?(?P<thing>[^，]{3,12}?)(?:问题)?线索$")
BROUGHT = re.compile("^(?:审查(?:逮捕|起诉)|提请)")


def of_things(name: str, slot: Slot, slots: Sequence[Slot], named: list[Named], previous: Sequence[Named] = ()) -> str:
    """The name of a bare deed with what it is done to, of a kind of cases with theirs, and of a thing in a list with what is done to all; empty for
    any other."""
    unit = slot.quantity.unit
    if unit in VISITED and (shut := shut_down(BARE_COUNT.sub("", name), unit, [*previous, *named])):
        return with_unit(shut, unit)
    if not named or units().get(unit, "size") in ("money", "time") or unit == "%":
        return ""
    word = name.removesuffix("数") if slot.left.endswith("人") else BARE_COUNT.sub("", name)
    alike = next((told.base for told in reversed(named) if told.unit == unit and told.verb in ("", "新增")), "")
    if done := punished(word, [told.base for told in named]) or same_done(word, alike) or case_of(word, alike):
        return with_unit(done, unit)
    earlier = slots[len(named) - 1]
    joint = slot.cut.text[earlier.quantity.end:slot.quantity.start].removesuffix(slot.left)
    listed = (earlier.clause == slot.clause and joint.startswith(("、", "和", "及", "以及"))) or (joint == "，" and sent_too(slot.left, named[-1].base))
    before = earlier.left if REACHES.match(earlier.left) and place_before(word) != word else named[-1].base  # 发放资金5亿元，惠及企业3万户、职工89万人
    return with_unit(with_deed(word, before), unit) if listed and not named[-1].verb else ""


def shut_down(deed: str, unit: str, told: Sequence[Named]) -> str:
    """What is closed or put right, by those visited or the clues counted before; empty where neither is told.

    >>> shut_down("取缔", "家", [Named("检查网吧数", "检查网吧数", "家次")])
    '取缔网吧'
    >>> shut_down("取缔", "家", [Named("核查涉嫌非法组织线索数", "核查涉嫌非法组织线索数", "条")])
    '取缔非法组织'
    """
    if not SHUT.fullmatch(deed):
        return ""
    visited = [VISITS.sub("", n.base) for n in told if n.unit in VISITED[unit] and not n.verb]
    clues = [hit["thing"] for n in told if (hit := CLUES.match(counted_things(n.base)))]
    done = next((done for before in reversed(visited) if (done := same_done(deed, before))), "")
    if done or not clues:
        return done
    return deed + clues[-1] if re.fullmatch(UNDERGONE, deed) else clues[-1] + deed


def counted_things(before: str) -> str:
    """What was counted, without who did what with it: 甲市法院新收各类环境资源案件数 → 环境资源案件.

    >>> counted_things("甲市法院新收各类环境资源案件数"), counted_things("民事案件收案数"), counted_things("受理监管任务数")
    ('环境资源案件', '民事案件', '监管任务')
    """
    return TAKEN_UP.sub("", ALL_KINDS.sub("", OPENED.sub("", subject_of(before).removesuffix("新增"))))


def same_done(deed: str, before: str) -> str:
    """What a bare deed is done to, counted before in the same unit: 受理监管任务9条，认领8条 → 监管任务认领; empty where it is none.

    >>> same_done("认领", "受理监管任务数"), same_done("认领", "任务"), same_done("惠及企业", "发放补贴"), same_done("约谈", "检查平台企业数")
    ('监管任务认领', '任务认领', '', '约谈平台企业')
    """
    if not DEEDS.fullmatch(deed):
        return ""
    thing = counted_things(before)
    longest = LONGEST_CASES if thing.endswith(("案件", "线索")) else LONGEST_THING
    if not 2 <= len(thing) <= longest or DEEDS.match(thing) or CLOSED.search(thing):
        return ""
    return deed + thing if re.fullmatch(UNDERGONE, deed) else thing + deed


def case_of(item: str, before: str) -> str:
    """A kind of cases with the words of the cases counted before it; empty where it is none.

    >>> case_of("刑事", "审结各类劳动争议案件数"), case_of("民事案件", "审结涉水刑事案件数"), case_of("民事", "发放补贴数")
    ('审结劳动争议刑事案件', '审结涉水民事案件', '')
    """
    hit, whole = OF_KIND.fullmatch(item), before.removesuffix("数")
    cases = CASES.search(whole) if hit else None
    if not hit or not cases or cases["kind"] == hit["kind"] or (hit["cases"] and not cases["kind"]):
        return ""
    return whole[:cases.start()].replace("各类", "") + hit["kind"] + "案件"


def punished(deed: str, before: Sequence[str]) -> str:
    """What people are brought to book for, by the cases counted before them: 办理假冒商标案件24件，起诉39人 → 假冒商标案件起诉; empty where it is none.

    >>> punished("起诉", ["办理假冒商标案件数"]), punished("批捕", ["办理涉税案件数", "批捕案件数"]), punished("起诉", ["走访企业数"])
    ('假冒商标案件起诉', '涉税案件批捕', '')
    """
    named = [BROUGHT.sub("", counted_things(told)).replace(deed + "案件", "案件") for told in before] if PUNISHED.fullmatch(deed) else []
    without = [CASES.sub("案件", cases) for cases in named]
    for cases, plain in zip(reversed(named), reversed(without), strict=True):
        cases = plain if without.count(plain) > 1 else cases  # 刑事案件223起，行政案件21起，移送起诉348人
        if cases.endswith("案件") and 2 < len(cases) <= LONGEST_CASES:
            return cases + deed
    return ""


def with_deed(thing: str, before: str) -> str:
    """The deed of a list goes for each of its things: 建成公园12个、广场5个 → 建成广场; empty where the thing has words of its own.

    >>> with_deed("广场", "建成公园数"), with_deed("总投资", "建成公园数"), with_deed("修复广场", "建成公园数")
    ('建成广场', '', '')
    """
    deed = REACHES.match(before) or OPENED.match(before)
    if not deed or len(before) < deed.end() + 2 or DEED_FIRST.match(thing) or MEASURED.search(thing) or HEAD.search(thing) or OWN_WORDS.match(thing):
        return ""
    return deed["deed"] + thing


def sent_too(thing: str, before: str) -> bool:
    """Whether people or gear are counted that were sent out with those before: 出动队伍9支，人员80人.

    >>> sent_too("人员", "出动队伍数"), sent_too("抢通道路", "出动队伍数"), sent_too("人员", "受灾人口")
    (True, False, False)
    """
    return FORCES.fullmatch(thing) is not None and (SENT.search(before) is not None)
