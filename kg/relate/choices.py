"""The choices of what a figure is a fact about, the surest first, each a function of the article and the quantity's spot.

Place in the line: below kg.relate.topics, which tries them in order.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Mention, Ref
from kg.nlp.quantities import units
from kg.relate.choices_bodies import acting_body, actor, at_work, bank, customs, fined, issuer, of_hero, only_named, same_firm, that_firm
from kg.relate.choices_carried import of_headline, of_theme, of_whole, recent
from kg.relate.choices_places import (
    acting_place,
    at_home,
    building_place,
    elsewhere,
    gateway,
    last_place,
    listed_place,
    near_place,
    of_part,
    of_region,
    opening_place,
    same_place,
    seated,
    that_zone,
    there,
    trading_place,
    viewed_place,
    whole_home,
)
from kg.relate.scope import NAMED
from kg.relate.skeleton import mentions_by_type
from kg.relate.spots import (
    CONGRESS,
    HOME,
    ITEMS,
    OPENING,
    OWNERS,
    Spot,
    dates_only,
    nation_wide,
    on_route,
    one_of_several,
    opens_part,
    opens_programme,
    pairs_of,
    unmarked,
)

if TYPE_CHECKING:
    from kg.relate.topics import Topics

FRAME = re.compile(r"》?(?:[（(][^（）()]{0,30}[）)])?(?:中)?(?:提出|要求|明确|规定|确定|部署|对)")
THIS = re.compile(r"(?:该|本次|此次|本届|这一|这项|上述)([一-龥]{2})")
BY_KIND = re.compile(  # 平台自2022年6月推广，至今共上线2236个审批事项
    r"(?:^|[，。；])(?P<kind>平台|系统|工程|项目|活动|行动|论坛|大会|展会|峰会|热线|电站|铁路|高铁|大桥|专项|基金)(?=自|已|共|累计|目前|将|还|可|预计|全长|总投资|开通|启动|上线|覆盖|建成|投用|设|由|带动|吸引|投资|总规模|支持|服务|签约)")
SINCE = re.compile(
    r"(?:^|[，。；])(?P<kind>专项行动|行动|活动|改革|试点|工程)(?:开展|启动|实施|部署|推行|推进)?(?:以来|期间|中|后)，")
CAMPAIGN = re.compile(r"(?:行动|活动|专项|整治|攻坚战)”?(?:20\d\d年?)?$")
ITS_TIME = re.compile("”?(?:开展|启动|实施|部署)?(?:以来|期间|中)，")
SINCE_THEN = re.compile("[”》]?(?:新?政策?|工作|试点|模式|机制|计划|行动计划)?(?:正式|全面)?(?:开展|启动|实施|部署|试?运行|推行|推广|施行|上线)?以来，")
LASTS = re.compile("(?:试点|改革|工作|机制|制度|政策|补贴|以旧换新|模式|条例|办法|规定)[”》）)]*$")
HELD = re.compile("(?:开展|启动|实施|部署)了?(?:为期[^，]{2,6}的)?“?$")
ENDS = re.compile(r"”?(?:活动|工作)?[\d，]")
FORCES = re.compile("[一-龥]{0,4}(?:公安|警方|机关|部门|系统|法院|检察)")
BRINGS = re.compile(
    "(?:累计|已|共|可|将|预计)*(?:惠及|受益|带动|拉动|撬动|月?人均|户均|受众|参与(?:人数|群众)|服务[一-龥]{1,8}\\d|辐射|吸引|覆盖|"
    "(?:为[^，]{1,8})?(?:挽[回损]|节约|节省))")
GRANTED = re.compile("[^；。]{0,60}(?:的|企业|单位|人员)，[^；。]{0,40}?(?:发放|申请|享受|给予|领取)(?:[^，；。]{0,6}的)?“?")
NEW_IN = re.compile("(?:符合|获得|达到)新(?:标准|国标)|新(?:标准|国标)的?(?:车|产品|型号|设备|电池|机型)")
TELLS = re.compile("(下乡|补贴|补助|津贴|奖励|助学金|抽检)(?:活动|工作|政策|行动)?$")  # 新能源汽车产量 is not of 新能源汽车下乡
DRAWS = re.compile("(?:已|共|累计|目前|将|可|预计|带动)*(?:吸引|覆盖|惠及|带动|联通|服务|涵盖|汇聚|接入|受益|注册|办理|发放|涉及|支持)")
LED_BY = re.compile(  # 截至6月底，省|产业基金, 刚刚落幕的|甲博览会
    "(?:[^，；]*，){0,2}(?:[^，；]{2,8}的|此次|本次|本届|目前|其中)?(?:自(?:实施|开展|启动|推行|上线)?)?[“《]?(?:[一-龥]{2,12}[省市县区州盟旗]|[省市县区])?[“《]?")
DOCUMENT = re.compile(r"(?:^|[，；。])(?P<kind>[一-龥]{0,2}(?:方案|计划|意见|规划|通知|办法|条例|细则|措施))(?:还|共|明确|提出|要求|规定|部署|包括|确定)")
NEW = re.compile("(?:^|[，；。])(?:此外，|同时，)?新(?:标准|国标|规)(?!以来|实施)")
SETS_OUT = re.compile(r"[^；。]{0,60}?(?:提出|明确|部署|推出|安排|列出|确定|规定|包含|包括|涵盖)了?(?:“[^”]{2,20}”等)?(?:[一-龥\d]{0,4}方面)?共?的?")
WAY = re.compile("(?:经|经由|通过|依托|借助|承接|与|和|对|给予)(?:共建)?[“《]?$")
STATES = ("国家", "沿线国家", "共建国家")  # of a programme: told of, not the programme itself
DEALT = re.compile("(?:我国|中国)?(?:企业)?[对与同在](?:共建)?一带一路")  # what a country trades with them, or invests there
STRIKES = ("军", "国防军", "导弹", "空袭", "炮击", "袭击", "战机")  # of a state that does harm elsewhere
SUMMED_UP = re.compile("等?[两二三四五六七八九十]个?[省市县区州](?![级委政])")
OPENS_SEGMENT = re.compile("(?:其中|同时|此外|而|在)?，?[“《]?")
DOES = re.compile(  # 甲市深入|“X行动”, not 甲市超级工程|X隧道
    "[^，；。]{0,10}?(?:深化|实施|推进|推行|推动|推出|开展|印发|出台|制定|启动|建立|建设|打造|提供|参加|举办|落实|持续|加快|通过|依托|借助|完善)[^，；。]{0,16}")
GRANTS = re.compile("给予[^。；]{0,30}(?:奖励|资助|补助|补贴|贴息|支持)|(?:奖励|资助|贴息|补贴)[^。；]{0,12}(?:不超过|最高|总额)|减按|减半征收|免征")
ACTIONS = ("行动", "工程", "计划")
CARRIED_OUT = re.compile("(?:落实好?|贯彻)了?《?$")  # 《乙通知》发布，落实《甲意见》，提出28条举措
LED_TO = re.compile("(?:、[^，。；、的]{2,14})?的“?")
MONEY = ("资金", "补贴", "补助", "基金", "贷款", "国债", "奖金")
WAY_TO = ("到", "通达", "直达", "抵达")  # 到甲机场时间
WHOLE, NEARLY, MOST = 1.0, 0.8, 0.6  # of a name's pairs of letters: so much of it stands in an indicator that is about it


def _of_name(topics: Topics, spot: Spot) -> Ref | None:
    """The programme in whose name the number stands (甲盟300万千瓦风电项目), which it describes (全长12公里、海拔4300米的乙隧道), or the money whose
    amount stands before it (下达2亿元救灾资金)."""
    start, end, kind = spot.quantity.start, spot.quantity.end, units().get(spot.quantity.unit)
    programmes = [m for m in spot.mentions if m.type == "Programme" and m.end > end]
    if kind == "size" and (of := next((m for m in programmes if m.start > end and LED_TO.fullmatch(spot.text, end, m.start)), None)):
        return of.ref
    return next((m.ref for m in programmes if (m.start <= start and kind != "count") or (m.start == end and kind == "money" and m.name.endswith(MONEY))), None)


def _in_indicator(topics: Topics, spot: Spot) -> Ref | None:
    """The programme or regulation whose name stands in the indicator: a programme's for the greater part, a regulation's whole."""
    bare = unmarked(spot.indicator)
    pairs = pairs_of(bare)
    if topics.letters.isdisjoint(pairs) or bare.startswith(WAY_TO):
        return None
    enough = {"Regulation": WHOLE, "Programme": NEARLY if topics.region else MOST}
    wholes = {m.ref for m in spot.mentions if opens_part(spot.text, m, spot.mentions)}
    best: tuple[float, int, Ref] | None = None
    for ref, name, own in topics.pairs:
        if own.isdisjoint(pairs) or ref in wholes:
            continue
        share = len(own & pairs) / len(own)
        beside = "国家" in bare and (topics.region or not DEALT.match(bare)) and any(f"{name[-4:]}{states}" in bare for states in STATES)
        tail = TELLS.search(name)
        if share < enough[ref.type] or beside or (tail and tail[1] not in bare):
            continue
        if best is None or (share, len(name), ref) > best:
            best = (share, len(name), ref)
    return None if best is None or _by_way(spot, best[2]) else best[2]


def _by_way(spot: Spot, ref: Ref) -> bool:
    """Whether a name in the indicator is only what a place at its beginning deals with: 甲市经乙通道货运量."""
    if not any(m.type == "Place" and m.text and spot.indicator.startswith(m.text) for m in spot.mentions):
        return False
    return any(m.ref == ref and WAY.search(spot.text, max(0, m.start - 6), m.start) for m in spot.mentions)


def _begun_with(topics: Topics, spot: Spot) -> Ref | None:
    """The place or organization whose name the indicator begins with, the longest."""
    if topics.recent and topics.recent[-1].type == "Regulation" and "分别" not in spot.text:
        return None
    heads = [m for m in spot.mentions if m.type in ("Place", "Organization") and m.text and spot.indicator.startswith(m.text)
             and not spot.indicator.startswith(("至", "到", "—"), len(m.text))
             and not on_route(spot.text, m) and not spot.text.startswith(STRIKES, m.end) and not SUMMED_UP.match(spot.text, m.end)]
    return max(heads, key=lambda m: (len(m.text), -m.start)).ref if heads else None


def _since(topics: Topics, spot: Spot) -> Ref | None:
    """The last programme of the kind that a sentence takes for its time: 行动以来，全市查处…, 活动期间，…; “X行动”开展以来，…; X政策实施以来，甲省…"""
    last = spot.left[-1] if spot.left else None
    if last and CAMPAIGN.search(last.text) and ITS_TIME.match(spot.text, last.end):
        return last.ref
    lasts = [m for m in spot.left if LASTS.search(m.text) and SINCE_THEN.match(spot.text, m.end)] if "以来，" in spot.text else []
    if lasts and not any(m.type in NAMED for m in spot.near):
        return lasts[-1].ref
    hit = SINCE.search(spot.text, 0, spot.quantity.start)
    programmes = mentions_by_type(topics.reading).get("Programme", ()) if hit else ()
    return next((m.ref for m in reversed(programmes) if m.sentence < spot.sentence and hit and m.text.endswith(hit["kind"])), None)


def _pointed_at(topics: Topics, spot: Spot) -> Ref | None:
    """What 该平台, 本届博览会 point at: the last programme whose name ends so."""
    if not (topics.recent or topics.event or spot.before):
        return None
    for hit in BY_KIND.finditer(spot.text, 0, spot.quantity.start):
        named = [m.ref for m in topics.recent if m.type == "Programme" and m.text.rstrip("”").endswith(hit["kind"])]
        if named:
            return max(reversed(named), key=lambda ref: len(topics.by_name[ref.name]))
    for hit in reversed(list(THIS.finditer(spot.text, max(0, spot.quantity.start - 40), spot.quantity.start))):
        for mention in reversed([*topics.recent, *spot.left]):
            if mention.text.rstrip("”").endswith(hit[1]):
                return mention.ref
        if hit[1] in ("活动", "论坛", "大会", "展会", "盛会", "赛事"):
            return topics.event
    return None


def _document(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that a clause names by its kind alone: 实施方案明确了95项重点项目."""
    titles = [mention for mention in (*topics.recent, *spot.left) if mention.type == "Regulation"]
    for hit in reversed(list(DOCUMENT.finditer(spot.text, 0, spot.quantity.start))) if titles else ():
        for mention in reversed(titles):
            if mention.ref.name.rstrip("）)》").endswith(hit["kind"]):
                return mention.ref
    return None


def _new_rule(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that the article tells of, else its first, where the paragraph says what 新标准, 新规 rule."""
    said = topics.ruling or NEW.search(spot.text, 0, spot.quantity.start)
    titles = [m.ref for m in mentions_by_type(topics.reading).get("Regulation", ()) if m.sentence <= spot.sentence] if said else ()
    return topics.theme if topics.theme in titles else titles[0] if titles else None


def _by_new_rule(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that 新标准 means in what is counted: 符合新标准的车辆, 新国标车型."""
    if not NEW_IN.search(spot.indicator):
        return None
    titles = [m.ref for m in mentions_by_type(topics.reading).get("Regulation", ())]
    return topics.theme if topics.theme in titles else titles[0] if titles else None


def _of_clause(topics: Topics, spot: Spot) -> Ref | None:
    """The last programme or regulation of its own clause that does more than announce."""
    return next((m.ref for m in reversed(spot.near) if m.type in NAMED and not FRAME.match(spot.text, m.end)), None)


def _of_heading(topics: Topics, spot: Spot) -> Ref | None:
    """The programme of the numbered heading that the sentence stands under, but for a longer name in the indicator; in the plan of a place
    what is reached is reached there."""
    if topics.heading and topics.governed and topics.heading.name.endswith(ACTIONS):
        return None
    named = _in_indicator(topics, spot) if topics.heading else None
    return named if named and topics.heading and len(named.name) >= len(topics.heading.name) else topics.heading


def _sets_out(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation whose own content is counted: 《…清单》中明确了25项任务, 印发《…措施》，从三个方面提出12条举措."""
    titles = [m for m in spot.before if m.type == "Regulation" and not CARRIED_OUT.search(spot.text, max(0, m.start - 6), m.start)] if (
        spot.quantity.unit in ITEMS) else ()
    return titles[-1].ref if titles and SETS_OUT.fullmatch(spot.text, titles[-1].end, spot.quantity.start) else None


def _among(topics: Topics, spot: Spot) -> Ref | None:
    """What 其中 picks out: the one named directly behind it, and for a part without a name what the whole is told of."""
    at = spot.text.rfind("其中", 0, spot.quantity.start)
    if at < 0 or "；" in spot.text[at:spot.quantity.start]:
        return None
    within = [m for m in spot.mentions if at < m.start < spot.quantity.start]
    if not within:
        return topics.told.get(spot.sentence)
    first, later = within[0], within[1:]
    if at == 0 and first.start <= 3 and first.type == "Place" and spot.text[first.end] in "、和及与":  # 其中，甲省、乙省换新量均超过80万辆
        whole = topics.told.get(spot.sentence - 1)
        return whole if whole and whole.type in NAMED else None
    if first.start > at + 3 or first.type not in (*NAMED, "Place") or spot.text[first.end] in "、和与及等":
        return None
    alone = all(m.ref == first.ref or spot.text[m.start - 1] not in "，、" for m in later)
    leads = first.type != "Place" or "，" in spot.text[first.end:spot.quantity.start] or spot.indicator.startswith(first.text)
    return first.ref if alone and leads else None


def _ruling(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that sets what a rule sets: the article's own where its text is one, else the last one named, else the first of the article."""
    if not spot.ruled:
        return None
    if topics.own:
        return topics.own
    named = mentions_by_type(topics.reading).get("Regulation", [])
    before = [m for m in named if (m.sentence, m.start) < (spot.sentence, spot.quantity.start)]
    return before[-1].ref if before else named[0].ref if named else None


def _conditioned(topics: Topics, spot: Spot) -> Ref | None:
    """The grant that a term is a condition of: 签订1年以上劳动合同的，可申请X补贴."""
    if units().get(spot.quantity.unit) != "time":
        return None
    after = [m for m in spot.mentions if m.type == "Programme" and m.start > spot.quantity.end]
    return next((m.ref for m in after if GRANTED.fullmatch(spot.text, spot.quantity.end, m.start)), None)


def _of_offence(topics: Topics, spot: Spot) -> Ref | None:
    """The law that the article is, for the fine that it sets, whatever the offence has to do with."""
    return topics.own if spot.ruled and "罚" in spot.indicator else None


def _grants(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that the article is, for what it grants to whom: 对新引进的企业给予最高3000万元奖励, 减半征收."""
    return topics.own if topics.own and GRANTS.search(spot.text) else None


def _of_segment(topics: Topics, spot: Spot) -> Ref | None:
    """The place, body or programme with which begins what stands behind the last ；: 甲公园种树90棵；乙公园建成监测站，植被达3万亩."""
    mark = spot.text.rfind("；", 0, spot.quantity.start)
    first = next((m for m in spot.before if m.start > mark), None) if mark > 0 else None
    return first.ref if first and first.type in (*OWNERS, "Programme") and OPENS_SEGMENT.fullmatch(spot.text, mark + 1, first.start) else None


def _told_before(topics: Topics, spot: Spot) -> Ref | None:
    """What the figure before in the sentence is about."""
    return topics.told.get(spot.sentence)


def _subject(topics: Topics, spot: Spot) -> Ref | None:
    """The programme with which the sentence begins, for clauses that name nothing themselves: “X”覆盖5万人，累计赔付2亿元."""
    first = next((m for m in spot.before if not opens_programme(spot.text, m, spot.before)), None)
    if first is None or first.type != "Programme" or spot.near or not LED_BY.fullmatch(spot.text, 0, first.start) or dates_only(spot, first):
        return None
    if (topics.region or spot.left[-1].ref != first.ref) and "；" in spot.text[first.end:spot.quantity.start]:
        return None
    told = topics.told.get(spot.sentence)
    alone = told == first.ref if told else len({m.ref for m in spot.left}) == 1
    return first.ref if alone and not HOME.search(spot.text, 0, spot.quantity.start) else None


def _results(topics: Topics, spot: Spot) -> Ref | None:
    """The only campaign that a body carries out, for what comes of it: 乙海关开展“X行动”，查扣货物9批; a place does more than that."""
    begin = 1 + max(spot.text.rfind(mark, 0, spot.quantity.start) for mark in "；：")
    named = [m for m in spot.left if m.start >= begin and m.type == "Programme"]
    if spot.near or len({m.ref for m in named}) != 1 or not CAMPAIGN.search(named[-1].text):
        return None
    start, end = named[-1].start, named[-1].end
    if not HELD.search(spot.text, begin, start) or not ENDS.match(spot.text, end) or HOME.search(spot.text, end, spot.quantity.start):
        return None
    doers = [m for m in spot.mentions if begin <= m.start < spot.quantity.start and m.type in OWNERS]
    bodies = [m for m in doers if m.end <= start and (m.type != "Place" or FORCES.match(spot.text, m.end))]
    return named[-1].ref if bodies and bodies == doers else None


def _brings(topics: Topics, spot: Spot) -> Ref | None:
    """What the figure before is told of, for whom it reaches and what it brings: 发放稳岗返还7亿元，惠及职工9万人."""
    clause = 1 + max(spot.text.rfind(mark, 0, spot.quantity.start) for mark in "，；：。")
    told = topics.told.get(spot.sentence) if spot.text[clause - 1] == "，" and not spot.near and BRINGS.match(spot.text, clause) else None
    return told if told and told.type in NAMED else None


def _launched(topics: Topics, spot: Spot) -> Ref | None:
    """The programme with which the clause before ends, for what it draws or reaches: 打造“X”平台，吸引了317家企业."""
    edge = spot.text.rfind("，", 0, spot.quantity.start)
    last = spot.before[-1] if spot.before and edge > 0 and not spot.near else None
    closes = last and last.type == "Programme" and spot.text[last.end:edge] in ("", "”", "》", "活动", "建设", "工作")
    return last.ref if last and closes and DRAWS.match(spot.text, edge + 1) else None


def _earlier(topics: Topics, spot: Spot) -> Ref | None:
    """The programme, else the regulation, with the longest name before it in the sentence; 《意见》提出，全省 speaks of the place."""
    left = spot.left
    best = max(left, key=lambda m: (m.type == "Programme", len(m.text), m.start)) if left else None
    if best is None or CONGRESS.search(best.name) or _of_doer(spot, best) or dates_only(spot, best) or one_of_several(spot.text, best, spot.left):
        return None
    return None if best.type == "Regulation" and (nation_wide(spot, best.ref) or at_home(topics, spot)) else best.ref


def _of_doer(spot: Spot, named: Mention) -> bool:
    """Whether the place with which the sentence begins does one thing and then another: 甲市深化X改革，新增企业3万家 tells of 甲市."""
    doers = [m for m in spot.places if m.start <= OPENING and m.end < named.start and DOES.fullmatch(spot.text, m.end, named.start)]
    again = HOME.search(spot.text, named.end, spot.quantity.start)
    doers += spot.places if again and spot.text[again.start() - 1] in "，；" else []  # 落实X行动，全省计划培育企业
    return bool(doers) and pairs_of(unmarked(named.ref.name)).isdisjoint(pairs_of(spot.indicator))


def _of_document(topics: Topics, spot: Spot) -> Ref | None:
    """The regulation that the article is, for what it says of nothing else."""
    return topics.own


Choice = Callable[["Topics", Spot], Ref | None]
PLACES, BODIES, TITLES, PROGRAMMES = ("Place",), ("Agency", "Organization"), ("Regulation",), ("Programme",)
HERE, ANYWHERE = True, False

CHOICES: tuple[tuple[Choice, tuple[str, ...], bool], ...] = (  # with the classes of which the sentence, or the article, must name one
    (_of_name, PROGRAMMES, HERE), (issuer, BODIES, HERE), (only_named, OWNERS, HERE), (bank, ("Agency",), ANYWHERE),
    (_of_heading, PROGRAMMES, ANYWHERE), (_sets_out, TITLES, HERE),
    (_conditioned, PROGRAMMES, HERE), (_of_offence, TITLES, ANYWHERE), (fined, ("Organization",), HERE), (customs, ("Agency",), HERE),
    (acting_body, ("Agency",), HERE),
    (trading_place, PLACES, ANYWHERE), (viewed_place, PLACES, ANYWHERE), (building_place, PLACES, HERE), (_among, (*NAMED, *PLACES, *BODIES), ANYWHERE),
    (gateway, PLACES, HERE), (_by_new_rule, TITLES, ANYWHERE), (_in_indicator, NAMED, ANYWHERE), (_begun_with, ("Place", "Organization"), HERE),
    (listed_place, PLACES, HERE), (_since, PROGRAMMES, ANYWHERE), (_pointed_at, NAMED, ANYWHERE), (_document, TITLES, ANYWHERE),
    (_of_clause, NAMED, HERE), (_new_rule, TITLES, ANYWHERE), (_ruling, TITLES, ANYWHERE), (_grants, TITLES, ANYWHERE),
    (of_part, PLACES, HERE), (_launched, PROGRAMMES, HERE), (_subject, PROGRAMMES, HERE), (_results, PROGRAMMES, HERE),
    (_brings, NAMED, ANYWHERE), (that_firm, ("Organization",), ANYWHERE), (at_work, ("Organization",), HERE), (that_zone, PLACES, ANYWHERE),
    (elsewhere, PLACES, HERE),
    (of_region, PLACES, ANYWHERE), (near_place, PLACES, HERE),
    (_of_segment, (*PLACES, *BODIES, *PROGRAMMES), HERE), (whole_home, PLACES, HERE), (_told_before, (*NAMED, *PLACES, *BODIES), ANYWHERE),
    (_earlier, NAMED, HERE),
    (of_whole, BODIES, ANYWHERE), (at_home, PLACES, ANYWHERE), (opening_place, PLACES, HERE), (acting_place, PLACES, ANYWHERE), (there, PLACES, ANYWHERE),
    (recent, NAMED, ANYWHERE), (of_headline, NAMED, ANYWHERE), (of_theme, NAMED, ANYWHERE), (seated, PLACES, HERE), (last_place, PLACES, ANYWHERE),
    (actor, BODIES, HERE), (of_hero, ("Organization",), ANYWHERE), (same_firm, ("Organization",), ANYWHERE),
    (same_place, PLACES, ANYWHERE), (_of_document, TITLES, ANYWHERE),
)


@lru_cache(maxsize=1024)
def choices_for(article: frozenset[str], sentence: frozenset[str]) -> tuple[Choice, ...]:
    """The choices that can find something where the article and the sentence name entities of these classes."""
    return tuple(choice for choice, kinds, here in CHOICES if not (sentence if here else article).isdisjoint(kinds))
