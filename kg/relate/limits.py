"""Names the time limits that a rule sets, by the deed that is due: 应当自受理之日起20日内作出审批决定 → 审批决定期限.

Place in the line: beside kg.relate.provisions, which asks it for what is measured in time. Pure functions over a slot.
"""
from __future__ import annotations

import re

from kg.relate.clauses import Slot
from kg.relate.tasks import ARTICLE
from kg.relate.wording import strip

YEARS = re.compile("(?P<what>[^，]{2,24}?)(?:不?满(?<![届期]满))")
KEPT = re.compile(
    "(?P<what>[^，]{0,24}?)(?:应当?|须|由|并|需|要|至|自|少){0,4}(?:保[存管留]|留存|存档)(?P<held>时间|时限)?(?:期限|期)?(?:不得?少于|至少)?"
    "(?P<since>(?:至|(?=[^，自]{2,16}(?:届满|期满|终止)后))[^，]{2,20}[后止]|自[^，自]{2,20}起)?(?:至少)?$")
PUT_OFF = re.compile("(?:可以?|应当?|准予|允许)(?:申请)?(?P<deed>(?:延[期迟长后缓]|暂缓|缓[缴交]|推迟)[^，]{0,8})$")
PAPER = re.compile("(?:建立|编制|制作|形成|填写|记录|签订|出具)(?P<paper>[^，]{2,16})$")
LONGEST_AGAIN = re.compile("(?:但|最多|总|延长|办理|累计)*(?:时间|时限|期限)?最[长多]$")  # 可以适当延长，但最长 | 不超过90日
AHEAD = re.compile(r"(?:应当?|须|需)提前$")
AHEAD_OF = re.compile("(?:听证|届满|期满|到期|开始|开工|施工|举行|举办|召开|开庭|实施|变更|终止|停业|停止[^，]{2,8})(?:的|之日)?(?P<already>前)?$")
THERE = re.compile("^在[^，]{4,}(?:位置|场所|网站|媒体|报刊|平台)上?$")
SUSPENDED = re.compile("(?:暂停|停止|中止|暂扣|吊扣)(?!.{0,2}期)[^，]{2,24}$")
SPELL = re.compile("的?(?P<what>[一-龥]{0,8}(?:[过渡冲限待察示理租修质保用效免犹冷]期|假期?|时间|时长|期限))")  # 给予 | 6个月 | 过渡期
GRANTED = re.compile("(?:各|均|可以?|再|还){0,3}(?:享受|设[置立定有]?|给予|安排|享有|增加|放|请|留出|提供|实行)$")
GRANTING = re.compile("^(?:给予|保证|确保|保障|为|对)")
FORBIDDEN = ("不得", "不予", "不受理", "禁止")
BARRED = re.compile(r"禁止其?$")
LIMIT_LEFT = re.compile(r"(?:(?P<again>(?:可以?)?(?:适当)?再?延长)|(?:^|应当?|须|必须|[在起前于]|(?<!今)后的?|通知|申请|材料|意见|之内)(?:应当?|须|必须)?)$")
SINCE = re.compile("(?:[于在自]|^|部门)(?P<since>[^，于在自的]{2}后)的?$")
HELD = re.compile(r"(?:时间|时限|期限|周期|时长|寿命|有效期)(?:[^，]{0,4})$")
NAMED = re.compile("[^，的]{2,12}(?:的(?:期限|时间|时限))?(?<=期限|时间|时限)")
LAST_CASE = re.compile(
    f"(?:^(?:{ARTICLE.pattern})?|[，；。])(?P<case>[^，；。]{{2,14}})的，(?:经[^，；。]{{0,24}}(?:批准|同意|确认|决定)，)?[^，；。]*$")
LEVEL = re.compile(
    "^(?P<who>(?:(?:地?市|省|县|区|州|乡镇?)级?[和、及]?)+级[^，]{0,2}(?:人民政府|[一-龥]{2,6}?部门)[^，]{0,8}?)(?:一般|原则上)*(?:应当?|须|必须|要|在|自)")
OBJECT_FIRST = re.compile("^(?P<what>[^，自在]{2,16}?)(?:一般|原则上)*(?:应当?|须|必须|要)(?=$|[自在于])")
DONE = re.compile("(?:实现)?(?:全部|基本|全面)?(?:完成|办结|到位|审结|结案|完毕|全覆盖|见效|达标)(?:到位)?")
TASK = re.compile("(?:开展|实施|推进|组织|进行|部署)(?P<what>[^，开展]{4,20})$")
DOER = re.compile("(?:部门|机关|机构|单位|人|者|企业|政府|委员会|[院局厅司处])$")
THOSE_WHO = re.compile("的(?:[^，的]{0,6}(?:纳税人|人员|居民|家庭|企业|人数)|[^，的]{2,10}[数率量]$)")  # what is told of them that did it
BOUND_TO = re.compile("^(?P<who>[^，]{2,20}?)(?:应当?|须|必须)(?:每年|及时|定期)?(?=[一-龥]{4})")
RECEIVED = re.compile("(?:受理|收到|接到)(?P<what>(?![被本该其])[^，自到]{3,14}?)(?:之日起|之后|后)$")
WHO_ACTS = re.compile(
    "^(?:(?:增加|明确|新增)?(?:规定|明确|要求))?(?P<who>(?![^，]{0,4}(?:主管|登记|审批|监管|管理|有关|受理|许可)(?:部门|机关|机构)|申请人|当事人)"
    "[^，的]{2,10}?(?:部门|机关|机构|单位|人|企业|政府|委员会|公司|银行|海关|学校|医院|经营者|者))"
    "(?=$|应当?|须|必须|要|可以|不得|[从对向与在将为因于自])")
SENT = "转交|移送|报送|送达|抄送|移交|上报|转送|退还"
SENT_ON = re.compile(f"[将把](?P<deed>[^，将的]{{2,12}}?(?:{SENT}))(?=[一-龥]{{10}})")
TOLD_TO = re.compile(
    "[将把](?:本(?:行政区域|地区|单位|部门)内?的?)?(?P<what>[^，将]{2,24}?)(?:及时|分别|一并|如实)*[向报][^，]{2,30}(?P<deed>报告|通报|备案|公布|公示|公开|反馈)$")
WAY = re.compile(
    r"^(?:在(?=[^，在]{2,20}?(?:暂时|开展|实施|试行|推行))|由[^，由]{2,24}?(?:部门|机构|单位|机关|[局厅院])(?=[一-龥]{4})|以[^，]{2,20}?(?:方式|形式)"
    r"|(?:按照?|依照)[一-龥]{2,8}?(?=将)|予以|给予|进行|[作做]出(?!决定)|共同|可以?(?:直接|依法)*(?=向|申请|提[出起])|为[^，]{1,8}?(?=向|办理|申请|缴纳)|携?带[^，]{2,10}?(?=到|前往)|(?:到|前往)[^，]{2,8}?(?=领取|办理|申请|缴纳)|将[^，]{2,16}?(?=向|报)|"
    r"向[一-龥、]{2,30}?(?=申请|报告|提出|提交|备案|报送|缴纳|办理|提起|报备|移送|通报|公布|公示|公开|反馈|出具|支付|说明)|对[^，]{2,24}?(?=进行|[作做]出|予以))+")
TITLED = re.compile("《(?:中华人民共和国)?([^《》]{2,24})》")
THEIRS = re.compile("(?<=.)(?:其|由其|本[一-龥]{1,2})[一-龥]{2}的")  # 不予办理|其提出的|备案
AND = re.compile("并(?!购|网|联|轨)|，|以及")
LONGEST_CASE, LONGEST_DEED, LONGEST_TOLD, LONGEST, SHORT_DEED = 14, 24, 18, 28, 4


def limit(slot: Slot, base: str) -> tuple[str, str] | None:
    """应当在3个工作日内予以登记: the condition, the deed and 期限; 缴费满15年: what is done and 年限.

    Args:
        slot: the number with its words.
        base: what was named last in the sentence.
    """
    if years := YEARS.fullmatch(slot.left):
        return (strip(years["what"]) + "年限",) * 2 if slot.quantity.unit in ("年", "个月") else None
    if kept := KEPT.fullmatch(slot.left):
        return _kept(slot, kept)
    if not slot.left and (later := PUT_OFF.search(slot.before)):
        return (later["deed"] + "期限",) * 2
    if "延长" in slot.before and LONGEST_AGAIN.fullmatch(slot.left):
        return _longer(slot, base, "最长")
    if (spell := SPELL.fullmatch(slot.right)) and (GRANTED.search(slot.left) or GRANTING.match(slot.left)):
        whose = strip(GRANTED.sub("", GRANTING.sub("", slot.left)).removesuffix("各"))
        return ((whose if len(whose) <= LONGEST_CASE else "") + spell["what"],) * 2
    if not slot.right and SUSPENDED.search(slot.left):
        return (strip(slot.left.replace("其", "", 1)) + "期限",) * 2
    if slot.right.startswith(FORBIDDEN) and slot.quantity.text.endswith("内"):
        return (_of_case(slot, _deed(slot.right) + "期限"),) * 2
    if BARRED.search(slot.left) and slot.right:
        return ("禁止" + _deed(slot.right) + "期限",) * 2
    if AHEAD.search(slot.left) and slot.right:
        return ("提前" + _deed(slot.after if THERE.match(slot.right) and slot.after else slot.right) + "时间",) * 2
    if (due := AHEAD_OF.search(slot.left)) and (slot.right.startswith("前") or (due["already"] and not slot.quantity.text.endswith("内"))):
        words = slot.right.removeprefix("前") or BOUND_TO.sub("", slot.after)
        return ("提前" + _deed(WAY.sub("", words)) + "时间",) * 2 if words else None
    if HELD.search(slot.left) and not slot.right:
        return _held(slot)
    hit = LIMIT_LEFT.search(slot.left)
    return None if hit is None else _longer(slot, base, hit["again"]) if hit["again"] else _due(slot)


def _kept(slot: Slot, kept: re.Match[str]) -> tuple[str, str] | None:
    """How long something is kept: 记录应当保存2年; 产品使用期限不足1年的，记录保存期限不得少于2年."""
    paper = PAPER.search(slot.before)
    what = kept["what"].removeprefix("对") or (paper["paper"] if paper else "")
    since = kept["since"] if kept["since"] and kept["since"].endswith("后") and kept["since"][0] not in "至自" else ""
    return (_of_case(slot, f"{since}{what}保存{kept['held'] or '期限'}"),) * 2 if what or since else None


def _of_case(slot: Slot, name: str) -> str:
    """The name with the case that it is set for, where that is short, or the deed says little by itself (备案期限)."""
    case, longest = slot.condition, LONGEST_CASE if len(name) > SHORT_DEED + 2 else LONGEST_DEED
    return f"{case}的{name}" if 0 < len(case) <= longest and not case.startswith("有") else name


def _held(slot: Slot) -> tuple[str, str] | None:
    """A limit that has a name, in its case: 合同另有约定的，付款期限最长不得超过60日."""
    case, name = LAST_CASE.search(slot.cut.text, 0, slot.quantity.start), strip(slot.left)
    return (f"{case['case']}的{name}",) * 2 if case and NAMED.fullmatch(name) else None


def _longer(slot: Slot, base: str, again: str) -> tuple[str, str] | None:
    """By how much a limit may be longer: 情况复杂的，可以延长15日."""
    case = LAST_CASE.search(slot.cut.text, 0, slot.quantity.start)
    if base.endswith("期限"):
        what = base.removesuffix("期限").removeprefix("完成").rpartition("的")[2]
        return (f"{what}{case['case']}的{again}期限" if case else base + "延长",) * 2
    return (f"{case['case']}的{again}期限",) * 2 if case else None


def _due(slot: Slot) -> tuple[str, str] | None:
    """What is due within a time, with the case, the level of government that it is due of, or the thing that is to be done (审查应当在30日内完成)."""
    words = slot.rest if slot.right.startswith("以") else slot.right or slot.after
    bound = BOUND_TO.match(words) if not slot.right else None
    words = words[bound.end():] if bound else words
    if not slot.quantity.text.endswith("内") or not words:
        return None
    words = words.partition("也可")[0]
    level = LEVEL.match(slot.left)
    who = level["who"] if level else ""
    if to := TOLD_TO.fullmatch(words):
        return (who + to["what"] + to["deed"] + "期限",) * 2
    told = WAY.sub("", words)
    if sent := SENT_ON.match(told):
        return (sent["deed"] + "期限",) * 2
    if told and told[0] in "将把" and "的" not in told and len(told) <= LONGEST_DEED:
        return (told[1:] + "期限",) * 2
    vague = not slot.right and (len(told) > LONGEST_TOLD or ("的" in told.removesuffix("的决定") and not bound))
    if not told or told[0] in "将把的" or vague:
        return None
    thing = OBJECT_FIRST.match(slot.left) if slot.left else TASK.search(slot.before)
    if DONE.fullmatch(told) and thing and not DOER.search(thing["what"]):
        return (strip(thing["what"]) + told + "期限",) * 2
    since = SINCE.search(slot.left) if not slot.condition else None
    deed = (since["since"] if since else "") + _deed(told)
    if not who and not slot.condition and len(deed) <= SHORT_DEED and (whose := _whose(slot)):
        return (whose + deed.removeprefix("作出") + "期限",) * 2
    return (_of_case(slot, who + deed + "期限"),) * 2


def _whose(slot: Slot) -> str:
    """What a deed that says little by itself is about, or who is to do it: 受理工伤认定申请之日起, 事业单位从企业采购货物的."""
    if what := RECEIVED.search(slot.left):
        return what["what"]
    doer = WHO_ACTS.match(slot.left) or (WHO_ACTS.match(slot.before) if slot.left.startswith(("应", "须", "必须")) else None)
    return doer["who"] if doer else ""


def _deed(words: str) -> str:
    """A deed without who asked for it, and no longer than a name should be: the verb with the head of its object."""
    deed = THEIRS.sub("", TITLED.sub(r"\1", words).removesuffix("的决定"))
    if those := THOSE_WHO.search(deed, 2):
        deed = deed[:those.start()]  # 1年内|重新购房的纳税人
    if len(deed) > LONGEST_DEED:
        deed = AND.split(deed)[0]
    if len(deed) > LONGEST_TOLD and "的" in deed[2:]:
        head = deed.rpartition("的")[2]
        deed = deed[:2] + head if len(head) >= 2 else deed.partition("的")[0]
    if len(deed) > LONGEST:
        deed = deed[:LONGEST].rpartition("、")[0] or deed[:LONGEST]
    return deed.removesuffix("的").removesuffix("即可")
