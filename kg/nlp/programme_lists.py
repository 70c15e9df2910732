"""Quoted programmes without a head of their own: members of a list before 等…行动, and what is launched and told again and again.

Stands beside `kg.nlp.programme_grammar` and reads the same page.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.nlp.datewords import numeral
from kg.nlp.programme_edges import AGAINST, NUMBER, in_heading
from kg.nlp.programme_lexicon import KNOWN, Found, recurs
from kg.nlp.programme_page import Page, read_words
from kg.nlp.programme_tables import tables

SHARED_HEADS = ("活动", "行动", "计划", "工程")
LAUNCHED = ("推行", "试行", "实施", "启动", "上线", "推出", "开展", "推广", "深化", "启用", "开通")
WARES = ("地理标志", "证明商标", "商标", "品牌", "公用品牌")  # what is sold under the name
SERIES = re.compile("(?:系列|专项|主题)?|(?P<count>[两三四五六七八九])[大项个](?:系列|重点)?")  # “A”“B”|系列|行动, “A”“B”|两大|专项行动
YEARLY = re.compile(r"20\d\d|[^\d“”]{1,12}20\d\d$")  # “云剑2024”“昆仑2024”专项行动
CAMPAIGN = re.compile(rf"((?:{'|'.join(AGAINST)})[^，。；、“”的]{{4,20}})、$")
AGAINST_WHAT = re.compile(  # 部署|严厉打击妨害国境管理犯罪专项斗争
    rf"(?P<name>(?:严厉|严打|集中|联合)?(?:{'|'.join(AGAINST)})[^，。；：“”《》、的了\n]{{6,28}}?专项(?:整治行动|治理行动|行动|斗争|整治|治理))(?!方案|工作方案|部署)")
CARRIED_OUT = ("部署", "开展", "实施", "推进", "启动", "组织", "深化", "参与", "部署开展")
DEEDS = re.compile(r"20\d\d年(?:度)?(?:[一-龥]{2,6}?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[件项](?:民生|惠民)实事(?:项目)?")
BATCH = re.compile(r"(?:首批|第[一二三四五六七八九十]{1,2}批)(?P<name>(?!试点)(?:全国|国家)?[^，。；、：“”《》（）的\d\s]{4,18}?试点(?:项目|工作)?)")
PILOT = re.compile(  # 进一步推动|准营承诺即入制改革试点|扩围
    r"(?:(?:推动|推进|深化|申报|纳入|作为|入选|列入|定为|确定为)(?:国家|全国|我国|省级|全省)?|(?<=[，。；：\n])(?!进一步|推[动进]|深化|将|把)(?=[^，。；\n]{5,20}试点扩))"
    r"(?P<name>(?!首批|第.批|试点|各类|相关)(?:[^，。；：、“”《》（）\d\s的了在和与及等从将]|“[^“”\n]{2,8}”){5,20}?(?<!工作)试点)(?=地区|城市|范围|扩围|扩大[到至]|[，。；])")
STRATEGY = re.compile(
    r"(?:实施|贯彻|落实|推进|融入)(?:好|了|国家)?(?P<name>(?=[^，。；：、\n]{3,20}战略)(?:[^，。；：、“”《》的了在等使由和与及\n]|[“‘][^“”‘’，。；\n]{2,10}[”’]){2,16}战略)(?=[，。；：、])")
ANY_STRATEGY = re.compile("(?:[国各]家|重大|发展|自身|各自|各项|企业|本国|全球|国际|系列|区域|长期|有关|相关|一|新|大|中央|地方|公司|集团)*战略")
POLICY = re.compile(
    r"(?:关于(?:调整|延续和优化|延续|完善|优化|适用)|明确了?|公布了?(?:[^，。；：、“”《》的\n]{1,8}的)?|(?:落实|实施|推出|执行|延续|享受)(?:实施)?(?:好|了)?)"
    r"(?P<name>(?!好|各项|各类|相关|有关|一[批系揽]|最新|现行|未来|多项|国家|新的|实施|和优化)(?:[^，。；：、“”《》的了等\n]|“[^“”\n]{2,8}”){2,32}?"
    r"(?:税收|优惠|减免|免税|关税”?|补贴|奖补|补助|保险|扶持|支持)政策)(?=的通知|的公告|[，。；、）》])")
MECHANISM = re.compile(  # set up: 建立|跨市游客投诉联合处理机制
    r"(?:建立(?:健全)?|实行|推行)(?:起|了)?(?P<name>(?!相关|工作|健全|完善|\d|[一二三四五多各]个|保持|促进|推动|加强|落实)(?![^，。；\n]{0,20}(?:长效|常态|动态|有效|体制|需求|工作机制|支持机制|服务机制|培训机制))"
    r"[^，。；：、《》的了与和及\n]{8,24}机制)(?=[，。；\n])")
INSTITUTION = re.compile(  # 国家实行|地下水取水总量控制制度
    r"(?<=国家)(?:实行|建立健全|建立)(?P<name>(?:[^，。；：、“”《》（）的了和与及等\n]){4,18}制度)(?=[，。；])")
JOINED_PLATFORM = re.compile(  # 建立|耗材价格监测和集中采购管理平台
    r"(?:建立|搭建|建设|建成|完善|打造|开发)了?(?P<name>(?!健全|一批|[\d一二三四五多]个|[^，。；\n]{0,14}(?:平台|中心|基地|实验室|系统|体系|机制|网络|库|园区)[和与及])"
    r"[^，。；：、“”《》（）的了和与及\n]{4,14}[和与][^，。；：、“”《》（）的了和与及\n]{2,12}平台)(?=[，。；])")
RESPONSE = re.compile(  # 启动|防汛四级应急响应, 启动针对甲省的|防汛四级应急响应, 将|防汛三级应急响应|提升至二级
    r"(?:启动|提升至?|提升为|调整为|维持|终止|结束|解除|将|全[省市县区州]|(?:针?对|将)[^，。；：“”\n]{1,40}?的|[两二三四五六七八九十\d]个?省份)了?"
    r"(?P<name>(?!针?对|全[省市县区州]|[^，。；：、\n]{0,8}(?:启动|维持|终止|结束|解除|升级|转入))(?:国家|省级)?[^，。；：、“”《》（）的了省市县\n]{0,10}(?:（[一-龥]{1,6}）)?"
    r"[一二三四ⅠⅡⅢⅣ]级[^，。；：、“”的\n]{0,6}应急响应)")
SHOW = re.compile(
    "(?:(?:栏目|节目|晚会)(?=《)|(?=《[^《》\n]{2,16}》(?:专题)?栏目))(?P<name>《[^《》\n]{2,24}》(?:（第[一二三四五六七八九十0-9]{1,3}季）|第[一二三四五六七八九十0-9]{1,3}季)?)")
ENTITLED = re.compile(  # 甲部关于举办|第十届某创新大赛|的通知
    "[^《》\n]{2,80}?关于(?:联合|组织|深入|全面|进一步|继续)*(?:举办|开展|实施|启动|推开|推行)(?:首批|第[一二三四五六七八九十]{1,2}批)?"
    "(?P<name>(?:[^，。；：《》“”\n]|“[^“”\n]{2,20}”){1,40}?)(?:相关|有关)?(?:工作|事项)?的(?:通知|公告|通告|意见|决定)")
ENTITLED_HEAD = re.compile(
    "(?:大赛|竞赛|比赛|大会|论坛|博览会|交易会|洽谈会|展览会|嘉年华|展演|[^一二三四五六七八九十各节全近正当半\\d][周月]|宣传日|行动(?:计划)?|(?<!规划)计划|(?<!建设)项目|试点|(?<!建设)工程|普查"
    "|“[^“”]+”[^“”]{0,10}活动|(?:届|20\\d\\d年|[周月日季]|展演)[^“”]{0,24}活动)”?$")
ANY_ENTITLED = re.compile(
    "(?:20\\d\\d年度?)?(?:全国|全省|全市|全区|国家|省级|相关|有关|专项|系列|主题|重大|重点|改革|建设)*(?:活动|行动|计划|项目|试点|工程|普查)")
SHORTEST_ENTITLED = 5
OF_KNOWN = re.compile(r"(?:第[一二三四五六七八九十]{1,3}|首)届(?:部长级|高级别)会议|(?:主题|工作)?座谈会|展(?=今天|昨天|在|于|开幕|亮相)")
STRUCTURE = re.compile(  # 某运河|马道枢纽
    "(?:(?!国家|关键|控制|重点|首座|最大|主要|沿线|算力|数据|节点)[^\\W\\da-zA-Z的上是为有和与等第重八大]){2,5}?(?:枢纽|泵站|船闸)(?:工程)?")
WORKS = ("运河", "算力网络", "工程", "铁路", "高铁", "高速", "高速公路", "通道")
PROMOTED = re.compile("(?:(?:新时代|深入|全面|进一步)(?:推动|推进)|新时代)$")
ANY_POLICY = re.compile("(?:税费|税收|惠企|惠民|相关|有关|财政|就业|创业|优惠|减免|补贴|扶持|支持|奖补)*政策")
HONOUR = re.compile(r"“((?:20\d\d年?)?最美[^“”，。、]{2,8})”(?=先进事迹|称号|人物|发布|评选|学习)")
SAME_HEADS = ("行动", "工程", "计划")
COUNTED = re.compile(
    r"(?:实施|开展|启动|推进|组织|打好|抓好|涵盖|包括|围绕|聚焦)(?:了|好)?(?P<items>[^，。；：“”《》的\n]{4,60}?)(?:等“?|(?<=[一-龥]{2})“|(?=[三四五六七八九]大))(?P<number>[一二三四五六七八九十\d]{1,3})[大项个](?:重点|重大|提升|标志性)*"
    r"(?P<head>(?:专项)?行动|工程|计划|攻坚战)")
UMBRELLA = re.compile(  # 启动|消费维权“五大行动”
    r"(?:启动|实施|开展|推进|部署|推出|组织|等)(?:了|好)?(?P<name>(?![了好的等])[一-龥]{3,10}“[三四五六七八九十]大(?:专项)?(?:行动|工程|计划)”)")
FUND = re.compile(  # 下达44亿元|中央困难群众救助资金
    r"(?:下达|预拨|下拨|拨付|调拨|追加)了?[\d.,]+(?:余|多)?[万亿]*元的?(?P<name>(?:中央|省级)?(?:财政)?[一-龥（）、和]{4,20}?(?<!专项)(?<!奖励)(?<!补助)(?<!相关)资金)(?=[，。；、]|用于|支持)")
HEADED = re.compile(  # 2.实施|中小企业数字化赋能专项行动
    rf"^{NUMBER}(?:深入|组织|大力|全面|加快)?(?:实施|开展|推进|启动)?"
    r"(?P<name>(?!重点(?!行业|区域|领域|流域)|重大|主要|一批|各类|相关|(?:科学|合理|认真|有序|及时|依法|抓紧)?(?:加强|强化|完善|优化|做好|加快|推动|推进|统筹|深化|落实|抓好|支持|健全|实施|开展|启动|编制|制定|组织|研究)|\d[一-龥])"
    r"[^，。；：《》的\n]{2,20}(?:行动|工程|计划))。?$", re.M)
UNDERTAKEN = re.compile(  # 开展|服务消费提质惠民行动|。
    "(?:实施|开展|启动|推进|推出)(?:了|好)?(?P<name>(?!好|实施|开展|启动|推进|推出|组织|推动|完善|落实)[^\\W\\da-zA-Z的了和与及在对把将向为以等这那该其各多些每或于并本次是有个]{6,18}?"
    "(?:行动|试点|专项整治|(?<!行动)计划|工程|改革|攻坚战))(?=[，。；]|工作[，。；])")
ANY_UNDERTAKING = re.compile(
    "军事|地面|打击|相关|有关|阶段|进一步|更多|一系列|(?:重[大点]|配套)(?:工程|行动|计划|试点|改革)$|"
    "^(?:专项|联合|系列|集中|重点|新一轮|全国|全省|全市|第[一二三四]批|国家|首批|年度|日常|常态化|重大)*"
    "(?:执法|整治|检查|治理|推广|应用|试点|监督|改革|行动|计划|专项|三年|五年)+(?:行动|试点|计划|整治)?$")
_KIND = "(?:行动|计划|工程|专项整治|专项检查|专项治理)(?<!重点工程)(?<!重大工程)(?<!建设工程)(?<!工作计划)"
_WORDS = r"[^，。；：、“”《》（）和的了等\d\n]"
_ITEM = rf"(?:{_WORDS}{{4,20}}?{_KIND}|{_WORDS}{{0,6}}“[^“”\n]{{2,14}}(?:”{_WORDS}{{0,6}}?{_KIND}|(?:行动|计划|工程)”))"
CHAIN = re.compile(f"(?:实施|推进|开展|启动|抓好)了?(?P<items>{_ITEM}(?:(?:、|和|及|以及){_ITEM}){{1,5}})(?=[，。；“]|等|以及)")
CHAINED = re.compile("、|以及|和|及")
EVENTS = re.compile(r"(?:举办|举行|召开|设置|组织|推出)(?:了|的)?(?P<items>[^，。；：的\n]{6,120}?)等[^，。；\n]{0,10}活动")
LISTED_EVENT = re.compile("(?:(?!(?<=”)(?:以及|[和与及]))[^、])+")
EVENT = re.compile(
    r"(?!超?\d|[一二两三四五六七八九十多系各][场次个列])[^、\s]{4,24}(?:论坛|峰会|大会|博览会|展览会|[一-龥”]{2}展览|[一-龥]{2}展|推介会|交流会|研讨会|对接会|洽谈会|座谈会|大赛|艺术节)")
LEAD_IN = re.compile("^.*?(?:深入实施|组织实施|实施|组织开展|开展|推进|启动|抓好|即|包括|分别是|聚焦)(?:了|好)?")
SHORTEST = 6
REACH = 10
TOLD = 3
LISTED = 4.0


def quoted_before(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Quoted stretches that end here, the last first, also with 、 or 和 between them; without their quotation marks.

    >>> list(quoted_before("开展“净网”“护苗”等", 10))
    [(7, 9), (3, 5)]
    """
    while text[end - 1:end] == "”":
        start = text.rfind("“", 0, end - 1)
        if start < 0 or not 2 <= end - start - 2 <= 18 or any(c in "，。；\n”" for c in text[start:end - 1]):
            return
        yield start + 1, end - 1
        end = start - 1 if text[start - 1:start] in ("、", "和") else start


def plain_before(text: str, end: int) -> list[tuple[int, int]]:
    """The member without quotation marks before those that have some, where it tells what a campaign is against.

    >>> plain_before("开展打击非法捕捞犯罪、“平安长江”等", 11)
    [(2, 10)]
    """
    hit = CAMPAIGN.search(text, max(0, end - 30), end)
    return [hit.span(1)] if hit else []


def find_listed(page: Page) -> list[Found]:
    """The members of lists of quoted names before 等…活动, 行动, 计划 or 工程, and of two or more that share such a head (“A”“B”系列行动).

    Where the head counts them, or each bears its year, the list is surely no name of its own (“A”“B”两大专项行动, “A2024”“B2024”行动).
    """
    text, names, closings = page.text, tables().names, []
    for head in page.scanned.heads if "”" in page.text else ():
        index, start, _ = head
        if names[index].endswith(SHARED_HEADS):
            at = text.rfind("”", max(0, start - REACH), start)
            between = text[at + 1:start]
            series = SERIES.fullmatch(between)
            if at >= 0 and (between.startswith("等") or series) and not any(c in "，。；、“\n" for c in between):
                closings.append((head, at, series))
    words = read_words(page, [(start, end) for (_, start, end), _, _ in closings]) if closings else None
    found = set()
    for head, at, series in closings:
        members = list(quoted_before(text, at + 1)) if words and words.head_at(head[2]) == head else []
        if members and not series:
            members += plain_before(text, members[-1][0] - 1)
        yearly = all(YEARLY.match(text, *member) for member in members)
        counted = series is not None and series["count"] is not None and numeral(series["count"]) == len(members)
        for start, end in members if not series or len(members) > 1 else ():
            if 1 not in page.masked[start:end]:
                found.add(Found(start, end, text[start:end], KNOWN - 1 if series and (yearly or counted) else LISTED))
    return sorted(found)


def find_enclosing(page: Page) -> list[Found]:
    """What is quoted whole and ends with a known programme: “海南省某区域山水林田湖草沙一体化保护和修复工程”."""
    text, found = page.text, []
    for known in page.known:
        start = text.rfind("“", max(0, known.start - 30), known.start) + 1
        alone = text[known.end:known.end + 1] == "”" and not text.startswith(("为主题", "为题"), known.end + 1)
        if start and alone and (known.start - start >= 4 or start in page.places) and not any(c in "，。；、”《\n" for c in text[start:known.start]):
            found.append(Found(start, known.end, text[start:known.end], LISTED + 1))
    return found


def find_series(page: Page) -> list[Found]:
    """The members of a list whose heads are the same: 抓好营商环境对标提升行动、民生领域监管执法行动和“三品一特”安全守护行动."""
    text, found = page.text, []
    for head in SAME_HEADS:
        for hit in _series(head).finditer(text) if text.count(f"{head}、") > 1 else ():
            first = hit.start() + max((lead.end() for lead in LEAD_IN.finditer(hit[0].split("、")[0])), default=0)
            for item in re.finditer(f"[^、]+?{head}(?=[、和]|$)", text[first:hit.end()]):
                start, end = first + item.start() + item[0].startswith("和"), first + item.end()
                if end - start >= SHORTEST and 1 not in page.masked[start:end]:
                    found.append(Found(start, end, text[start:end], LISTED + 1))
    return found


def find_counted(page: Page) -> list[Found]:
    """The items of a list that its head counts, each named with the head: 实施教育提升、特色产业培育等九大工程; and what is counted
    as a whole, with its field: 启动消费维权“五大行动”."""
    found = named(page, UMBRELLA, LISTED + 1, "大")
    for hit in COUNTED.finditer(page.text) if "等" in page.text or "、" in page.text else ():
        items = [*re.finditer("[^、]+", hit["items"])] if "、" in hit["items"] or "等" in hit[0] else []
        if hit.end("items") == hit.start("number"):  # A、B和C三大行动
            each = [*re.finditer("[^、和]+", hit["items"])]
            items = next((told for told in (items, each) if len(told) == "三四五六七八九".find(hit["number"]) + 3), [])
        for item in items:
            start, end = hit.start("items") + item.start(), hit.start("items") + item.end()
            if end - start >= SHORTEST - 2 and 1 not in page.masked[start:end]:
                name = page.text[start:end]
                found.append(Found(start, end, name if name.endswith(hit["head"]) else name + hit["head"], KNOWN))
    return found


def find_headed(page: Page) -> list[Found]:
    """What a numbered heading is named after: （一）产业绿色提质行动。"""
    return [name for hint in SAME_HEADS for name in named(page, HEADED, LISTED + 1, hint) if name.name.endswith(hint)]


@cache
def _series(head: str) -> re.Pattern[str]:
    item = f"[^，。；：、的等\n]{{4,22}}{head}"
    return re.compile(f"(?:{item}、){{2,12}}{item}(?:和{item})?(?=[。；，：\n等]|$)")


def find_honours(page: Page) -> list[Found]:
    """Honours that are given every year, by what they are given for: “最美医生”先进事迹."""
    return [Found(*hit.span(1), hit[1], LISTED) for hit in HONOUR.finditer(page.text) if 1 not in page.masked[hit.start(1):hit.end(1)]]


def find_shows(page: Page) -> list[Found]:
    """Shows and columns of a broadcaster, by what stands beside their title: 大型文化节目《诗词大会》（第二季）, 《高端访谈》栏目."""
    shows = named(page, SHOW, LISTED + 1, "《") if "节目" in page.text or "栏目" in page.text or "晚会" in page.text else []
    return [show for show in shows if show.start + 1 not in page.known_starts or not show.name.endswith("》")]


def named(page: Page, pattern: re.Pattern[str], score: float, hint: str) -> list[Found]:
    """What a pattern calls ``name``, where no other name stands; a text without the hint is not searched."""
    return [Found(*hit.span("name"), hit["name"], score) for hit in (pattern.finditer(page.text) if hint in page.text else ())
            if 1 not in page.masked[hit.start("name"):hit.end("name")]]


def find_entitled(page: Page) -> list[Found]:
    """What the headline tells a notice to hold or carry out, though the text below may only call it by its kind: 关于举办|第十届某创新大赛|的通知."""
    hit = ENTITLED.fullmatch(page.text, 0, page.text.find("\n")) if page.headlines[0] else None
    name = hit["name"] if hit else ""
    if hit is None or len(name) < SHORTEST_ENTITLED or not ENTITLED_HEAD.search(name) or ANY_ENTITLED.fullmatch(name):
        return []
    return [Found(*hit.span("name"), name, LISTED + 1)]


def find_drives(page: Page) -> list[Found]:
    """Drives by what they are against, behind a verb or the body that carries them out: 甲部|打击利用地下钱庄向境外转移赃款专项行动."""
    found = named(page, AGAINST_WHAT, LISTED + 1, "专项") if "专项" in page.text else []
    return [name for name in found if page.text.endswith(CARRIED_OUT, 0, name.start) or (name.start and page.masked[name.start - 1])]


def find_deeds(page: Page) -> list[Found]:
    """What a government promises its people for a year: 2024年某市|十件民生实事."""
    return [Found(*hit.span(), hit[0], LISTED) for hit in (DEEDS.finditer(page.text) if "实事" in page.text else ())
            if 1 not in page.masked[hit.start():hit.end()]]


def find_strategies(page: Page) -> list[Found]:
    """Strategies that are carried out: 深入实施|“双港联动”开放发展战略."""
    ends = {known.end for known in page.known}
    return [name for name in named(page, STRATEGY, LISTED, "战略") if not ANY_STRATEGY.fullmatch(name.name) and name.end not in ends]


def find_policies(page: Page) -> list[Found]:
    """Policies that are carried out or set, by what they grant to whom: 落实|困难家庭用气补贴政策, 关于延续|老旧货车更新奖补政策的公告."""
    return [name for name in named(page, POLICY, KNOWN, "政策") if not ANY_POLICY.fullmatch(name.name) and "相关" not in name.name]


def find_mechanisms(page: Page) -> list[Found]:
    """Mechanisms that are set up under a name of their own: 建立|跨市游客投诉联合处理机制."""
    return [name for name in named(page, MECHANISM, LISTED, "机制") if not in_heading(page.text, name.start)]


def find_institutions(page: Page) -> list[Found]:
    """Institutions that a law has the State practise (国家实行|地下水取水总量控制制度), and platforms for two things (建立|耗材价格监测和集中采购管理平台)."""
    found = [*named(page, INSTITUTION, LISTED, "制度"), *named(page, JOINED_PLATFORM, LISTED, "平台")]
    return [name for name in found if page.known_marks.find(1, name.start, name.end) < 0 and not in_heading(page.text, name.start)]


def find_responses(page: Page) -> list[Found]:
    """Emergency responses of a degree: 启动|防汛四级应急响应."""
    return named(page, RESPONSE, LISTED, "应急响应")


def find_of_known(page: Page) -> list[Found]:
    """Meetings, exhibitions and structures named after a known programme: 某合作论坛|第九届部长级会议, 深入推进|某地一体化发展|座谈会."""
    found = []
    for known in page.known:
        hit = OF_KNOWN.match(page.text, known.end)
        part = STRUCTURE.match(page.text, known.end) if page.text.endswith(WORKS, known.start, known.end) else None
        if part and 1 not in page.masked[known.start:part.end()]:
            found.append(Found(known.start, part.end(), page.text[known.start:part.end()], KNOWN))
        if hit and hit[0].endswith("会议"):
            found.append(Found(known.start, hit.end(), known.name + hit[0], KNOWN))
        elif hit and not recurs(known.name):
            lead = PROMOTED.search(page.text, max(0, known.start - 7), known.start) if hit[0].endswith("座谈会") else None
            start = lead.start() if lead else known.start
            found.append(Found(start, hit.end(), page.text[start:hit.end()], KNOWN))
    return found


def find_funds(page: Page) -> list[Found]:
    """Funds of which an amount is handed out: 下达44亿元|中央困难群众救助资金."""
    return [name for name in named(page, FUND, LISTED, "元") if page.known_marks.find(1, name.start, name.end) < 0]


def find_undertaken(page: Page) -> list[Found]:
    """Actions, pilots and works of a longer name without marks, which a verb carries out and behind which a clause ends: 开展|服务消费提质惠民行动|。"""
    found = [name for name in named(page, UNDERTAKEN, LISTED, "") if not ANY_UNDERTAKING.search(name.name)]
    return [name for name in found if page.known_marks.find(1, name.start, name.end) < 0]


def find_chained(page: Page) -> list[Found]:
    """Actions, plans and projects that one verb carries out together: 实施|技能脱贫千校行动|和|贫困地区技能扶贫行动，…"""
    found = []
    for hit in CHAIN.finditer(page.text):
        start = hit.start("items")
        for item in CHAINED.split(hit["items"]):
            at = page.text.index(item, start)
            start = at + len(item)
            if 1 not in page.masked[at:start]:
                found.append(Found(at, start, item, LISTED))
    return found


def find_events(page: Page) -> list[Found]:
    """The events of a list of what is held: 举办|网络安全协同治理论坛|、|国际小商品创意设计大赛|等活动."""
    found = []
    for hit in EVENTS.finditer(page.text) if "活动" in page.text else ():
        for item in LISTED_EVENT.finditer(page.text, *hit.span("items")):
            if EVENT.fullmatch(item[0]) and 1 not in page.masked[item.start():item.end()]:
                found.append(Found(*item.span(), item[0], LISTED))
    return found


def find_batches(page: Page) -> list[Found]:
    """Pilots that are done in batches, or that someone is chosen for: 第二批|社区养老改革试点, 定为|全省审管联动改革试点|城市."""
    found = [*named(page, BATCH, LISTED + 1, "试点"), *named(page, PILOT, LISTED, "试点")]
    return [name for name in found if page.known_marks.find(1, name.start, name.end) < 0]


def find_launched(page: Page) -> list[Found]:
    """Quoted names that a verb of launching introduces and that the text tells at least three times, quoted or not."""
    text, quoted = page.text, []
    for start in page.opens:
        verb_end = start - text.startswith("了", start - 1)
        if not text.startswith("“", start) or not text.endswith(LAUNCHED, 0, verb_end):
            continue
        end = text.find("”", start, start + 15)
        name = text[start + 1:end]
        plain = 3 <= len(name) <= 12 and not any(c in "“，。；、！？《\n" for c in name)
        if end > 0 and plain and not text.startswith(WARES, end + 1) and text.count(name) >= TOLD and 1 not in page.masked[start:end]:
            quoted.append((verb_end, Found(start + 1, end, name, LISTED)))
    cuts = read_words(page, [(verb_end, verb_end) for verb_end, _ in quoted]).cuts if quoted else []
    launched = {end for _, end, verb in cuts if verb in LAUNCHED}
    return [name for verb_end, name in quoted if verb_end in launched]
