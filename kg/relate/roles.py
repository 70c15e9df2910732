"""What is done with the things that a number counts, where neither the verb before nor the verb behind them alone tells it.

对30家企业开展检查 counts those that are checked, 来自40个国家的嘉宾 where guests are from, 提高3个项目的标准 the items whose standard is raised,
企业提出的80项问题 what companies have raised. Place in the line: beside kg.relate.counts, below kg.relate.indicators.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from kg.nlp.quantities import units
from kg.relate.changes import Named
from kg.relate.clauses import BRACKETS, EDGES, Slot
from kg.relate.counts import AMONG, COMPOUNDS, CORPS
from kg.relate.deeds import HELPED
from kg.relate.wording import SPANS, letters, split_noun, strip, with_unit

DEALT = re.compile(r"(?<![应面相核])对(?:[^，对的]{2,40}等|全[国省市县区]|辖区内?|境内)?$")
BESIDE = re.compile("(?<![应面相核])对[^，对的]{2,24}$")  # 对两个部门、6家企业
DEALING = re.compile(
    r"(?:依法|依规|分别|集中|全部|均|也|都|已|又|统一|及时){0,3}(?P<light>进行|开展|作出|做出|实施|予以|实现)了?(?P<deed>[^，、的]{2,10})$"
)
TREATED = re.compile(  # who undergoes what is done
    "(?:企业|单位|公司|机构|事务所|商户|门店|店|学校|高校|医院|药店|部门|组织|协会|平台|站|厂|市场|群众|干部|人才|司机|家庭"
    "|[省市县区乡镇村州户商家企人员者师生])$"
)
MATTER = re.compile(  # 对30家|医疗机构|依法执业情况|进行检查
    "(?P<who>[一-龥]{0,6}?(?:机构|企业|单位|公司|学校|高校|医院|药店|商户|农户|门店|经营主体|部门|平台|市场|超市|食堂|民宿|酒店|省份?|[市县区乡镇村]))"
    "(?!的)[一-龥、]{2,24}(?:情况|行为|问题|工作|质量|状况)$")
DEALS = ("笔", "单", "宗", "件", "票")
SERVES = re.compile("(?P<each>[年月日]均)?(?<![作因认称名分成设定约列视])(?<!(?<!银)行)[为向给](?:全[国省市县区]|辖区内?|境内)?$")
SERVED = re.compile(  # 为30家|企业|办理|融资
    "(?P<who>[一-龥]{0,8}?(?:企业|单位|主体|公司|机构|商户|农户|用户|客户|居民|学生|职工|人员|群众|家庭|老人|老年人|农民|村民|青年|毕业生|儿童|社区|学校|医院))"
    "(?:累计|共|成功|直接|免费|已|及时|精准)*(?P<deed>办理|发放|提供|兑现|减免|返还|落实|解决|开展|审批|投放|支付|拨付|申请|争取|协调)了?(?P<what>[一-龥]{0,12}?)(?:累计|共计?|总计|合计|约|总额|金额)*$")
LONGEST_OBJECT = 12
GROUP = (
    rf"(?:国家|地区|{COMPOUNDS}|[省市县村]|城市|企业|单位|部门|学校|高校|院校|机构|公司|医院|社区|家庭|乡镇|街道"
    r"|(?:服务)?项目|行业|领域|品种|病种|学科|民族|专业|品牌|区域|(?:行政)?法规|规章|文件"
    r"|[一-龥]{0,4}?(?:职工|居民|学生|老人|老年人|农民|群众|用户|患者|教师))"
)
OWNERS = re.compile(rf"(?P<group>{GROUP}(?:(?:和|及|以及|与|、)[一-龥]{{2,8}}?){{0,2}})的(?P<owned>[^，的●]{{2,}})")
FROM = re.compile(r"来自(?:于|全球|世界|全国|境外|海外|国内外|国内|各地|全国各地|全省|全市)?$")
GATHERED = re.compile(r"(?:吸引|汇聚|汇集|集聚|聚集|邀请|迎来|接待|共有|将有|已有)了?(?:全球|世界|全国|境外|海外|国内外|国内)?$")
ATTENDS = re.compile("(?:将|共同|现场|线上|线下|报名){0,3}(?:参[加会展赛演与]|出席|与会|齐聚|亮相|到会|到场|汇聚)")
GUESTS = re.compile(
    "嘉宾|代表|组织|选手|运动员|企业|机构|[展客外][商宾]|采购商|媒体|作品|影片|人士|专家|学者|观众|青年|学生|外宾|游客|团队|队伍|品牌"
    "|[人官船学]员|军舰|使节|作者"
)
SOME = re.compile("^(?:近|上|数|约|超)?[十百千万]{1,2}[余多]?[名位家所个支部]")
CHANGES = (
    "提高|扩大|完善规范|完善|规范|调整|优化|制定|实现|完成|满足|降低|取消|下调|上调|统一|明确|公布|发布|改善|提升"
)
CHANGED = re.compile(rf"(?:(?:^|[^一-龥]|[并还将已续划满面步])(?P<deed>{CHANGES})了?|(?P<done>{CHANGES})了)(?=[^，的]{{0,60}}$)")
TOLD_OF = re.compile(r"(?:^|[对为将把向由]|在内的)(?P<told>[^，、对为将把向由的]{2,14}[一-龥])(?<!在内)(?<!以外)的$")
TELLING = re.compile(
    "提出|反映|征集|收集|发现|查处|查出|移送|督办|交办|明确|确定|确认|公布|列出|监测|销售|生产|引进|所辖|管辖|建设|建成|认定|评选|推荐"
    "|报送|反馈|受理|审批|申报"
)
LOOSE = re.compile("(?:并|与|和|及|全面|分别|也|均)+$")
TAKING_PART = re.compile(
    "(?:共|有|累计){0,3}(?P<deed>参[与加]|受益)(?:培训|活动|会议|学习)?(?P<who>[一-龥]{0,6}?)(?P<count>人次|人数|数)")
PART = re.compile("(?:其中|[^，]{0,16}[当之]?中)?(?:目前|现|已经|已|仅|共|只|就|还|也|均)*有?")
OUT_OF = re.compile("(?:当|之)?中(?:目前|现|已经|已|仅|共|只|就)*有?$")
DOES = re.compile("发生|出现|属于|获评|入围|分布|保持|呈|[同环]比")
HELPING = re.compile("^(?:已经|已|均|将|也|都|全部)+")
TAKING = letters(TAKING_PART)
EVENT_COUNT = re.compile("(?:场次|次数|期数|数)$")
EVENTS = ("活动", "会", "培训", "课", "课程", "讲座", "论坛", "演练", "招聘", "宣讲", "比赛", "赛事")
HOLDING = re.compile("(?:开展|举办|召开|组织|举行|共|各类|各项){0,4}")
THINGS = (
    "(?P<noun>[一-龥]{0,8}?(?:企业|公司|项目|园区|集群|城市|[县村]|乡镇|平台|[机市]场|港口|产业|行业|品牌|产品|省份|单位|机构|社区|景区|合作社|河流|湖泊|水库))")
BOUNDED = re.compile(rf"的?{THINGS}(?:数量|总?数)?(?:已|共|现)*(?:有|达到?|为|突破|超过?|增至)*(?=\0*$)")  # 产值超50亿元|企业|1家
BOUNDS = ("以上", "超过", "不低于")
REACH = re.compile("[一-龥]{1,8}(?:[值额量润]|收入?|规模|投资)(?:超?过|突破|达到?)?")  # 3家|产值过|百亿元的企业
REACHING = re.compile(f"的?{THINGS}")
PLACES = re.compile("国家|地区|省份|城市|港口|站点|[车场]站|口岸|机场|[区县]")
NEXT_TO = re.compile(r"\d[余多]?[个座][^，；。\d]{1,12}$")
MEMBERS = re.compile(
    "新?(?:在校学?生|招生|毕业生|专任教师|教职工|在园幼儿|在园儿童|床位|病床|托位|学位|从业人员|执业医师|注册护士|卫生技术人员)(?:总?数|人数|规模)?")
HOUSES = re.compile(
    "(?:共有|建成|拥有|设有|^)(?P<house>[一-龥]{0,12}?"
    "(?:学校|小学|初中|高中|幼儿园|高校|学院|院校|机构|医院|卫生院|卫生室|服务中心|养老院|福利院|托育园)(?:和设施)?)数$")
BARE_HOUSES = ("学校", "机构", "医院")
STAGE = re.compile("(?:^|[。；，])([一-龥]{2,10})(?:阶段|方面)，")
BLANKS, BLANKED = re.compile("[\0 ]*"), re.compile("\0+")


def role(slot: Slot) -> str:
    """The name of a count by the role of what is counted, empty where it has none of these."""
    return _dealt_with(slot) or _served(slot) or _owned(slot) or _told_of(slot)


def _dealt_with(slot: Slot) -> str:
    """For 对30家企业开展检查: 接受检查的企业数; of a chain (对5家、7户) each noun with the deed at its end."""
    if "对" not in slot.left:
        return ""
    listed = slot.cut.text[slot.quantity.start - 1] in "、和及"
    if not (DEALT.search(slot.left) or (listed and BESIDE.search(slot.left))):
        return ""
    deal = DEALING.search(slot.rest)
    if not deal:
        return ""
    here = DEALING.search(slot.right)
    noun = _until_time(slot, slot.right[:here.start()] if here else slot.right)
    head, _, tail = noun.partition("的")
    noun = head if re.fullmatch(GROUP, head) else noun.rpartition("的")[2] if tail else noun
    noun = matter["who"] if (matter := MATTER.match(noun)) else noun
    if not 1 <= len(noun) <= 20:
        return ""
    taken = "接受" if TREATED.search(noun) and deal["light"] != "实现" else ""
    return with_unit(f"{taken}{deal['deed']}的{noun}", slot.quantity.unit)


def _served(slot: Slot) -> str:
    """For 为30家企业办理融资: 办理融资的企业数."""
    serves = SERVES.search(slot.left)
    hit = SERVED.match(slot.right) if serves else None
    what = hit["what"] or slot.rest[len(slot.right):len(slot.right) + LONGEST_OBJECT] if hit else ""
    return with_unit(f"{serves['each'] or ''}{hit['deed']}{what}的{hit['who']}", slot.quantity.unit) if serves and hit and len(what) >= 2 else ""


def _until_time(slot: Slot, words: str) -> str:
    """The words up to a time that was blanked among them: 31个省|2024年度工作."""
    blanks = BLANKS.match(slot.cut.bare, slot.quantity.end)
    start = blanks.end() if blanks else slot.quantity.end
    gap = BLANKED.search(slot.cut.bare, start, start + len(words) + 8)
    if gap and gap.start() > start and BRACKETS.sub("", slot.cut.text[gap.start():gap.end()]):
        return words[:gap.start() - start]
    return words


def _owned(slot: Slot) -> str:
    """For 来自40个国家的嘉宾: 嘉宾来自的国家数; for 提高3个项目的标准: 提高标准的项目数."""
    hit = OWNERS.match(slot.rest) if "的" in slot.right else None
    if not hit:
        return ""
    group = hit["group"].replace("和" + CORPS, "").replace("及" + CORPS, "")
    owned, verb = split_noun(SOME.sub("", hit["owned"].partition("、")[0]))
    left = strip(slot.left)
    if not 2 <= len(owned) <= 16:
        return ""
    came = max((guest.end() for guest in GUESTS.finditer(owned)), default=0)
    if FROM.search(left) or (came and (GATHERED.search(left) or ATTENDS.match(owned[came:] + verb))):
        return with_unit(f"{owned[:came] or owned}来自的{group}", slot.quantity.unit)
    changed = None if verb else CHANGED.search(slot.left)
    return with_unit(f"{changed['deed'] or changed['done']}{owned}的{group}", slot.quantity.unit) if changed else ""


def _told_of(slot: Slot) -> str:
    """For 企业代表提出的80项问题: 企业代表提出的问题数."""
    hit = TOLD_OF.search(slot.left) if slot.left.endswith("的") else None
    if not hit:
        return ""
    noun, verb = split_noun(slot.right)
    noun = LOOSE.sub("", AMONG.sub("", noun))
    told = HELPED.sub("", strip(hit["told"]))
    if not (verb or TELLING.search(told)) or not 1 <= len(noun) <= 16 or "的" in noun or len(told) < 2:
        return ""
    return with_unit(f"{told}的{noun}", slot.quantity.unit)


def some_of(slot: Slot, counted: str) -> str:
    """What some of the things counted before do: 12个园区申报，其中7个获批 gives 获批的园区数; empty where the number has a noun of its own.

    ``counted`` is the noun of the number before.
    """
    whole = OUT_OF.sub("", counted)
    if not PART.fullmatch(slot.left) or not 1 <= len(whole) <= 14 or not ("中" in slot.left or OUT_OF.search(counted)):
        return ""
    noun, verb = split_noun(slot.right)
    deed = slot.rest if DOES.match(slot.right) else verb if not noun else ""
    return with_unit(f"{HELPING.sub('', deed)[:24]}的{whole}", slot.quantity.unit) if len(deed) >= 2 and "的" not in deed else ""


def member(name: str, slot: Slot, named: Sequence[Named]) -> str:
    """The name of who is in the schools or homes counted before, with theirs: 普通高中20所，[在校生数] gives 普通高中在校生数."""
    if not MEMBERS.fullmatch(name):
        return name
    house = next((hit["house"] for told in reversed(named) if (hit := HOUSES.search(told.base))), "")
    stages = STAGE.findall(slot.cut.text, 0, slot.quantity.start) if house in BARE_HOUSES else ()
    return (stages[-1] if stages else "") + house + name


def reaching(named: Named, slot: Slot) -> Named:
    """A count of things with what they reach, before or behind it, and no name for what is reached.

    产值超50亿元企业 [1家] and 新增 [1家] 产值超50亿元企业 give 产值超50亿元的企业数.
    """
    text, quantities = slot.cut.bare, slot.cut.quantities
    before, here, behind = quantities[max(0, slot.last - 1):slot.last], slot.quantity, quantities[slot.last + 1:slot.last + 2]
    if here.qualifier in BOUNDS and behind and BOUNDED.fullmatch(text, here.end, behind[0].start):
        return named._replace(name="") if units().get(behind[0].unit) == "count" else named
    if units().get(here.unit) != "count":
        over = before and units().get(before[0].unit) == "count" and REACH.fullmatch(text, before[0].end, here.start)
        return named._replace(name="") if over and REACHING.match(text, here.end) else named
    if before and before[0].qualifier in BOUNDS and before[0].unit != "%" and (hit := BOUNDED.fullmatch(text, before[0].end, here.start)):
        first = slot.last - 1 - (slot.last > 1 and text[quantities[slot.last - 2].end:before[0].start] == "或")  # 1亿元或1000万美元以上
        start = max(slot.cut.cuts[slot.clause][0], quantities[first - 1].end if first else 0)
        name = f"{strip(text[start:quantities[first].start].strip(EDGES))}{text[quantities[first].start:before[0].end]}的{hit['noun']}"
    elif behind and (over := REACH.fullmatch(text, here.end, behind[0].start)) and (hit := REACHING.match(text, behind[0].end)):
        name = f"{strip(slot.left)}{over[0]}{behind[0].text}的{hit['noun']}"
    else:
        return named
    return named._replace(name=(name := with_unit(name, here.unit)), base=name)


def worth(named: Named, slot: Slot) -> Named:
    """The amount of deals counted right before it: 办理业务8万笔、[441.9亿元] gives 办理业务金额."""
    before = slot.cut.quantities[max(0, slot.last - 1):slot.last]
    beside = before and before[0].unit in DEALS and slot.cut.bare[before[0].end:slot.quantity.start] in ("、", "")
    if not (beside and named.name.endswith("数") and units().get(slot.quantity.unit) == "money"):
        return named
    return named._replace(name=(name := named.name[:-1] + "金额"), base=name)


def spanned(left: str, slot: Slot, counted: tuple[str, str]) -> str:
    """The words before a number of places, with what reaches the places counted right before it: 通达26个国家 [229个] 城市 gives 通达.

    ``counted``: the words before the number before, and its noun.
    """
    return counted[0] if not left and SPANS.search(counted[0]) and PLACES.match(slot.right) and NEXT_TO.search(slot.cut.bare, 0, slot.quantity.start) else left


def attended(name: str, named: Sequence[Named]) -> str:
    """The name of who took part with the event counted before, unchanged where none was.

    >>> attended("参与企业数", [Named("举办专题宣讲活动场次", "举办专题宣讲活动场次", "场次")])
    '参与专题宣讲活动的企业数'
    """
    hit = TAKING_PART.fullmatch(name) if name[:1] in TAKING else None
    held = (told.base for told in reversed(named) if told.unit.endswith(("场", "次", "期")) and not told.unit.startswith("人"))
    event = EVENT_COUNT.sub("", next(held, "")) if hit else ""
    if not hit or not event.endswith(EVENTS) or len(event) > 26:
        return name
    return f"{hit['deed']}{HOLDING.sub('', event, count=1)}{'的' if hit['who'] else ''}{hit['who']}{hit['count']}"
