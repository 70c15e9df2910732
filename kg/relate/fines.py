"""Names the fines that a rule sets: whose offence, which case, and what the fine is reckoned by.

Place in the line: beside kg.relate.provisions, which asks it for amounts, rates and multiples. Pure functions over a slot.
"""
from __future__ import annotations

import re

from kg.nlp.quantities import units
from kg.relate.clauses import Slot
from kg.relate.tasks import ARTICLE

FINE = re.compile("的?(?P<what>罚[款金])")
FINED = "(?:并?可?以?并?处以?)"
PAYER = re.compile(f"对其?(?P<who>[^，；。对]{{2,48}}?)(?:(?:依法)?[给予]{{1,2}}(?:警告|处分|通报批评)，)?{FINED}(?P<base>[^，；。处]{{0,24}})$")
BASE = re.compile("处以?(?P<base>[^，；。处]{2,24})$")
OWN = re.compile("^其|从本?单位所?[取获]得的?|的$")
CASE = re.compile("(?:^|[，；。])(?P<case>[^，；。]{2,24})的(?=，)")
AMOUNT = re.compile(r"(?:金额|所得|价值|数量|面积|造价)(?:不足|在|达到?|超过)?[\d一二三四五六七八九十]")
UNNAMED = re.compile("有(?:下列|以下)(?:情形|行为|情况)之一|(?:有关|其他)?(?:法律|行政法规|法规)[^，]{0,14}(?:没有|未作|无)规定")
OF_SOMEBODY = re.compile(f"^(?:{ARTICLE.pattern})?对(?P<who>[^，；。]{{2,24}})，(?:由|处|可以|应当|依法)")
AGAINST = re.compile(f"^(?:{ARTICLE.pattern})?(?P<case>[^，；。]{{2,16}}违反[^，；。]{{2,48}})，(?:有关)?法律")
OFFENDER = re.compile(
    "(?P<who>[^，]{1,24}?(?:者|人|机构|单位|企业|公司|组织|学校|医院|银行|平台|商|店|部门|人员|主体))(?=未(?!成年)|违反|不(?!动产|良)|擅自|以|拒|有下列|存在|利用|泄露|隐瞒|伪造|在|将)")
RESPONSIBLE = re.compile("(?P<of>[^，、的对]{2,6}(?:单位|企业|机构)的?)?[^，]*直接责任人员")
AT_STAKE = re.compile("(?:[^，的]{2,8}的[^，的]{0,8})?(?:货值金额|违法所得|涉案金额|违法经营额|合同价款)")
LONGEST_OFFENCE, REACH = 28, 160


def fine(slot: Slot) -> tuple[str, str] | None:
    """The name of a fine and of what it is set for: 处1万元以下的罚款; 并处违法所得1倍以上5倍以下的罚款."""
    unit = slot.quantity.unit
    if unit == "元" and slot.right.startswith("的") and AT_STAKE.fullmatch(slot.left):
        return slot.left, slot.left  # 货值金额|1万元以上的，并处…
    hit = FINE.match(slot.rest if unit == "%" else slot.right)
    if hit is None:
        return None
    text, start = slot.cut.text, slot.quantity.start
    payer = PAYER.search(text, max(0, start - 80), start)
    case, who = _offence(slot, _people(payer["who"]) if payer else "")
    name = "的".join(part for part in (case, who + hit["what"]) if part)
    if units().get(unit) == "money":
        return name, name
    base = BASE.search(slot.left)
    reckoned = f"占{OWN.sub('', OWN.sub('', base['base']))}" if base else ""
    return name + reckoned + ("倍数" if unit == "倍" else "比例"), name


def _people(who: str) -> str:
    """Who pays, with 责任人员 for the responsible people that rules list in full."""
    hit = RESPONSIBLE.fullmatch(who)
    return (hit["of"] or "").removesuffix("的") + "责任人员" if hit else who


def _offence(slot: Slot, who: str) -> tuple[str, str]:
    """The case of a fine and who pays it, where the case is long or names nothing by itself: the amount at stake, whose offence it is, or who is fined."""
    case, text = slot.condition, slot.cut.text
    cases = [hit["case"] for hit in CASE.finditer(text, max(0, slot.quantity.start - REACH), slot.quantity.start)]
    last = cases[-1] if cases else ""
    if not case and (hit := OF_SOMEBODY.match(text)):
        return f"对{hit['who']}{who}", ""
    if UNNAMED.match(case) and (hit := AGAINST.match(text)):
        return hit["case"], who
    if UNNAMED.match(case) and (named := next((told for told in reversed(cases) if not UNNAMED.match(told)), "")):
        return named, who  # 未公示信息的，依照某法处罚；法律没有规定的，处…
    if last and last != case and (UNNAMED.match(case) if who else AMOUNT.search(last)):
        return last, who
    if len(case) > LONGEST_OFFENCE and (offender := OFFENDER.match(case)):
        return f"对{offender['who']}{who}", ""
    return case, who
