"""Named works under construction or in service: railways, roads, bridges, tunnels, power stations, waterworks.

Stands beside `kg.nlp.programme_grammar` and reads the same page. A work is told by a name of its own before its head
(东吾洋特大桥, 南玉铁路), set off on the left, and by what is built or measured of it behind: 合龙, 通车, 全长.
"""
from __future__ import annotations

import re
from functools import cache

from kg.lexicon import divisions
from kg.nlp.canvas import find_in_lines
from kg.nlp.programme_lexicon import KNOWN, Found
from kg.nlp.programme_page import Page

LINE_HEADS = "高速铁路|城际铁路|高铁|铁路|高速公路|(?<!铁路)(?<!公路)高速"
CROSSINGS = "特大桥|大桥|隧道|隧洞"
HEADS = f"{LINE_HEADS}|{CROSSINGS}|接收站|(?:过江|跨江|跨海)通道|灌区|水库|水利枢纽|抽水蓄能电站|水电站|核电站|核电|热?电厂|光伏电站|风电场"\
    "|储气库群?|运河|航站楼"
END_OF_LINE = re.compile(
    rf"至(?:(?!等)[一-龥]){{2,4}}?(?:{LINE_HEADS}|城际|(?:原油|成品油|天然气|输[油气])管道(?:工程)?|特高压(?:(?!等)[一-龥]){{0,6}}工程)"
    r"(?:(?:改扩建|扩容改造|扩建)(?:工程|项目)?)?(?:(?=[一-龥]{2,4}至)|(?![^，。；、开通建的项全于在今昨日正顺首预计等沿是累（]))"
)
LINE = re.compile(rf"[一-龥]{{2,4}}(?:[经至][一-龥]{{2,4}})?{END_OF_LINE.pattern}")
LINE_ENDS = re.compile(f"至|经|{LINE_HEADS}|城际|特高压|(?:原|成品)油管|天然气管|输[油气]管")
LONGEST_END = 6
BUILT = (
    "开工|动工|通车|合龙|贯通|投产|投运|建成|开通|铺轨|截流|蓄水|封顶|竣工|完工|开建|启用|投用|投入|运营|全长|全线|总里程|设计时速|"
    "累计发送|首台|架设|横跨|桥长|装机容量|总投资|[0-9一二三四五六]+号机组"
)
NOT_OWN = "对出批着时称要境绕围跨据首沿的了是在等多条首最该这其各所被将已可能通过该座处个国界省新旧和与及或为以于从到把让使推动预年月日次"
GENERIC = (
    "铁路|公路|高速|城际|地方|普速|货运|盾构|海底|地下|过江|跨江|跨海|跨省|输电|山岭|[大中小]{1,2}型|病险|抽水|蓄能|混合式|光伏|"
    "盘山|乡村|旅游|草原|沿海|沿江|沙漠|国省|等级|收费|县乡|国防|冰雪|景观|风景|通村|地面|海上|分布式|集中式|民用|西部|东部|中部|北部|南部|干线|高原|快速|重要|重点|主要|部分|农村|森林|双线|单线|超大|超长|"
    "世纪|千年|悬索|斜拉|公铁|合建|机场|现有|既有|相关|有关|本地|当地|周边|全球|直径|[特双大小]"
)
OWN_LETTER = rf"(?:(?![{NOT_OWN}])[一-龥]|跨(?=[海江河湖])|将(?=军)|新(?=疆)|(?<=华)能)"  # 跨海大桥, 将军岭隧道, 华能某水电站
OF_A_LINE = (  # 金甬铁路|木周岭隧道
    f"(?:(?<=高铁)|(?<=铁路)|(?<=公路)|(?<=高速)|(?<=项目)|(?<=[至东西南北线]段)|(?<=支线))(?!公路|全[线长]|工程|项目|控制性)(?={OWN_LETTER}{{2,13}}?(?:{CROSSINGS}))")
WORK = re.compile(
    rf"(?:(?<=[\n，。；、：“（ 是的])|(?<=——)|(?<=标志着)|(?<=随着)|(?<=新建)|(?<=位于)|^|{OF_A_LINE})"
    rf"(?P<own>(?!全[国省市区县])(?:(?!{LINE_HEADS}|支线){OWN_LETTER}){{2,13}}(?:\d号)?)(?P<head>{HEADS}|(?<!桥)公路)(?![网局桥]|部门|系统|集团|公司|口岸|服务区)"
    rf"(?=(?:项目|工程)?(?:今天|昨天|日前|近日)?(?:（[^（）]{{1,12}}）)?[^，。；、：（）\n]{{0,16}}(?:{BUILT}))"
)
OWN = re.compile(rf"(?!(?:{GENERIC}){{1,4}}$)(?:{OWN_LETTER}|\d号)+")
BEHIND_LINE = re.compile(OF_A_LINE)
COMMON = re.compile(f"(?:{GENERIC}){{0,4}}")
ONE_OF_A_PLACE = ("抽水蓄能电站", "核电站", "水利枢纽", "特大桥")
SHARED_HEADS = f"{LINE_HEADS}|水利枢纽|抽水蓄能电站|核电站|水电站|水库|灌区|(?:特高压)?(?:直流|交流)?输电通道|特高压(?:直流|交流)?(?:输电)?工程"
ITEM = f"(?:[一-龥]{{2,5}}(?:[经至][一-龥]{{2,4}})?[至到](?:(?!等|段|{LINE_HEADS})[一-龥]){{2,4}}|" \
    "[一-龥]{1,2}[^\\W\\d等铁路速道街区桥站场网库河港湖度洪率](?:[一二三四]期)?(?:（[一二三四]期）)?)"
SHARED = re.compile(  # 建成|青屏、云台（一期）抽水蓄能电站
    rf"(?:(?<![一-龥、])|(?<=[的和])|(?<=建成)|(?<=加快)|(?<=推进)|(?<=开工)|(?<=恢复)|(?<=包括)|(?<=加大)|(?<=实施)|(?<=建设)|(?<=联合)|(?<=在))"
    rf"(?P<items>(?!建成|加快|推进|开工|恢复|包括|加大|实施|建设|联合){ITEM}(?:[、和]{ITEM}){{1,6}}?)等?(?:(?:多|[0-9]+|[两三四五六七八九十])[条座大])?(?:国家)?(?P<head>{SHARED_HEADS})(?![网局站]|部门|系统|集团|公司|口岸)")
_ITEM = r"(?:[^，。；：、“”《》的\s了等]|“[^“”\n]{2,10}”){2,24}"
LIST = re.compile(  # 海州电厂、青屏热电等一批项目; 建成深江大桥、东西人工岛等重点工程
    rf"(?:(?<![一-龥”）A-Za-z0-9])|(?<=的))(?P<items>{_ITEM}(?:、{_ITEM}){{0,7}})等"
    r"(?P<several>(?:一批|大批|多个|系列|\d{1,3}[个项]|[两三四五六七八九十]{1,3}[大个项])?(?:(?!参加|出席|领域)[^，。；：、的了\d\n]){0,8}?)(?:工程|项目)(?!师|款|经理|门票|比赛|决赛|合作)"
    r"(?P<progress>(?:建设)?(?:正在|加快|全面|顺利|陆续|相继|先后|已|有序|抓紧)*(?:推进|建成|建设|开工|投产|通车|竣工|进展|投运|启用|落地|动工|完工|投用|开建))?")
DONE_TO = re.compile(
    "建成|推进好?|实施|完成|建设|开工|包括|包含|涵盖|打造|加快|启动|开展|引进|支持|发展|深化|设立|继续|有序|重点|谋划|布局|投入|依托|围绕|服务|保障|恢复|增设|推出|推动|参加|"
    "随着|以及|新建|涉及|作为|参与|参股|投资|还将|——|已|为|对|在|将|是")
SEVERAL = re.compile("重大|重点|标志性|骨干|[一大]批|多个|系列|[0-9两三四五六七八九十][大个项]")
BETWEEN_ITEMS = re.compile("、|(?:(?<=项目)|(?<=工程)|(?<=[高公]速)|(?<=铁路)|(?<=公路)|(?<=机场)|(?<=高铁))[和与及](?=[一-龥]{4})")
OWN_HEAD = re.compile(
    f"(?:{HEADS}|热电|[一二三]期|[二三]线|产业园|园区|工业园|基地|大道|联络线|一体化|人工岛|航道|码头|口岸|机场|厂|段|枢纽|泵站|防护林|保税区)(?:工程|项目)?$")
END_OF_SECTION = re.compile("[铁路速]..{1,3}至..{1,4}段")
SECTION = re.compile(
    r"(?:(?<![一-龥])|(?<=[的和与及])|(?<=新建)|(?<=随着)|(?<=标志着)|(?<=推进))"
    r"(?P<name>(?:(?!连接|新建|随着|标志着|推进)[^\W\d的和与及、]){2,12}?(?:高速铁路|城际铁路|高铁|铁路|高速公路)[一-龥]{2,4}至[一-龥]{2,5}?段)(?!时间)")
UPGRADE = re.compile(
    r"(?:机场|(?<!网)站|码头|枢纽|航道)(?:[一二三四]期)?(?:(?:改?扩|迁|改)建|综合交通枢纽)(?:工程|项目)"
    r"|(?<![\d.])\d{1,5}(?:\.\d{1,3})?万?(?:千瓦|兆瓦)级?[一-龥]{0,4}?(?:光伏|风电|风光|储能|抽水蓄能|光热|互补)[一-龥]{0,3}?(?:项目|电站(?:项目)?|基地)")
NAMES = re.compile(r"(?:(?![的在和与及了将对为等]|建成|建设|新建|在建|新增|投产|力争)[一-龥])*")
LONGEST_PLACE = 14
PROVINCES = "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕秦甘陇青宁疆]"
SENT = re.compile(rf"{PROVINCES}电(?:入|送){PROVINCES}(?:(?:特高压|直流|交流|输电)*(?:工程|通道))?")  # 陇电入鲁工程
POWER = re.compile(r"(?:至|到|—|-|～)(?:(?![的等])[一-龥]){2,4}(?:(?:±|正负)?\d{3,4}千伏)?特高压(?:直流|交流)?(?:输电|输变电)?(?:线路)?工程")
VOLTAGE = re.compile(r"[±正\d]|特高压")
BEGINS = re.compile("(?<![一-龥])[一-龥]{2,4}$")
BESIDES = re.compile("（[^（）]+）|到")  # in the name of an item: 青屏（一期）, 甲省到乙省
CERTAIN = 5.0
# What a line must have in it before it is searched for works, for lists of them, and for what is built on.
HEAD_HINT = re.compile("接收站|高铁|铁路|高速|公路|大桥|隧道|隧洞|通道|灌区|水库|枢纽|电站|核电|电厂|风电场|储气库|运河|航站楼|特高压|热电")
LIST_HINT = re.compile("等[^，。；：、的\n]{0,12}?(?:工程|项目)")
UPGRADE_HINT = re.compile("[扩迁改]建|枢纽[工项]|千瓦|兆瓦")


def find_works(page: Page) -> list[Found]:
    """The works of an article, with every place where their name is told again."""
    text = page.text
    known = {(k.start, k.end) for k in page.known}
    hits = [hit for hit in find_in_lines(text, WORK, HEAD_HINT) if OWN.fullmatch(hit["own"]) and not _tells_its_place(page, hit)]
    works = {hit.group(): hit.group() for hit in hits}
    for hit in hits:  # 阿禾公路 of 新疆阿禾公路
        placed = page.places.get(hit.start(), hit.end())
        if hit.end("own") - placed >= 2 and OWN.fullmatch(text, placed, hit.end("own")):
            works.setdefault(text[placed:hit.end()], hit.group())
    told = [(hit.start(), hit.end(), name) for work, name in works.items() for hit in re.finditer(f"(?<![一-龥]){work}" if work != name else work, text)]
    return sorted(Found(start, end, work, CERTAIN) for start, end, work in told if 1 not in page.masked[start:end] and (start, end) not in known)


def find_shared(page: Page) -> list[Found]:
    """The works of a list that tells their head once, each named with it: 青屏、云台抽水蓄能电站; not 青州、海州铁路."""
    found = []
    for hit in find_in_lines(page.text, SHARED, HEAD_HINT):
        items = [(hit.start("items") + item.start(), hit.start("items") + item.end(), item[0]) for item in re.finditer("[^、和]+", hit["items"])]
        only_places = all(page.places.get(start) == end for start, end, _ in items) and hit["head"] not in ONE_OF_A_PLACE
        if not only_places and all(OWN.fullmatch(BESIDES.sub("", own)) for _, _, own in items) and 1 not in page.masked[hit.start():hit.end()]:
            *_, last = items
            found += [Found(start, end, own + hit["head"], KNOWN) for start, end, own in items[:-1]]
            found.append(Found(last[0], last[1] if page.text.startswith("等", last[1]) else hit.end(), last[2] + hit["head"], KNOWN))
    return found


def find_listed_works(page: Page) -> list[Found]:
    """The works of a list that is summed up as projects, also those named by their place alone: 海州电厂、青屏热电等一批煤电项目.

    One of them must have a place before it or the head of a work behind it, which the others are taken with: 深江大桥、东西人工岛等重点工程.
    """
    found = []
    for hit in find_in_lines(page.text, LIST, LIST_HINT):
        if not hit["progress"] and not SEVERAL.search(hit["several"]):
            continue
        items, begin = [], hit.start("items")
        for end in [*(mark.start() for mark in BETWEEN_ITEMS.finditer(page.text, *hit.span("items"))), hit.end("items")]:
            start = max((done.end() for done in DONE_TO.finditer(page.text, begin, end)), default=begin)
            items.append(Found(start, end, page.text[start:end], CERTAIN))
            begin = end + 1
        if any(_is_own(page, item) for item in items) and not any(COMMON.fullmatch(OWN_HEAD.sub("", item.name)) for item in items):
            found += [item for item in items if len(item.name) >= 4 and 1 not in page.masked[item.start:item.end]]
    return found


def _is_own(page: Page, item: Found) -> bool:
    """Whether an item of a list of works has a name of its own: by the place before it, or by the head behind it."""
    return page.places.get(item.start, item.end) < item.end - 1 or OWN_HEAD.search(item.name) is not None


def _tells_its_place(page: Page, work: re.Match[str]) -> bool:
    """Whether only a place, and what any may be, stands before a head of which a place has many: 江苏铁路, 福建海上风电场, but not 乌海抽水蓄能电站; or the
    canal is a place of old."""
    end = page.places.get(work.start(), 0)
    if work["head"] == "运河" and end == work.end("head"):  # 京杭大运河
        return True
    if BEHIND_LINE.match(page.text, work.start()):  # 海青支线|云台山隧道
        return False
    return 0 < end <= work.end("own") and COMMON.fullmatch(page.text, end, work.end("own")) is not None and work["head"] not in ONE_OF_A_PLACE


def find_lines(page: Page) -> list[Found]:
    """Lines named after the places that they join (上海经苏州至湖州高铁), and where they are told by a shorter name."""
    text, found, last = page.text, [], 0
    ends = [end.start() for end in END_OF_LINE.finditer(text)]
    for start in sorted({start for end in ends for start in _ends(text, end)}.union(page.places)) if ends else ():
        hit = LINE.match(text, start)
        if hit and start >= last and 1 not in page.masked[hit.start():hit.end()]:
            last = hit.end()
            found.append(Found(hit.start(), hit.end(), hit.group(), CERTAIN))
            found += _short(page, hit)
    return found


def _ends(text: str, end: int) -> list[int]:
    """Where the division begins that ends at a position and is an end of a line, and the one from which the line comes by way of it."""
    start = next((end - size for size in (4, 3, 2) if text[end - size:end] in _divisions()), -1)
    if start < 0:
        return []
    return (_ends(text, start - 1) if text[start - 1:start] in ("经", "至") else []) or [start]


@cache
def _divisions() -> frozenset[str]:
    """The names and short names of all divisions, which the ends of lines have."""
    return frozenset(name for division in divisions().values() for name in (division.name, division.short) if name)


def find_sections(page: Page) -> list[Found]:
    """Sections of lines, named with the line: 海青高铁海州东至青禾段."""
    return [Found(*hit.span("name"), hit["name"], KNOWN) for hit in (SECTION.finditer(page.text) if END_OF_SECTION.search(page.text) else ())
            if 1 not in page.masked[hit.start("name"):hit.end("name")]]


def find_upgrades(page: Page) -> list[Found]:
    """What is built on at an airport, station or port, and stations of a power, by the place that they begin with: 海青国际机场二期扩建工程."""
    found = []
    for hit in find_in_lines(page.text, UPGRADE, UPGRADE_HINT):
        starts = (at for at in range(max(0, hit.start() - LONGEST_PLACE), hit.start()) if at in page.places and NAMES.fullmatch(page.text, at, hit.start()))
        start = next(starts, hit.end())
        if 1 not in page.masked[start:hit.end()] and start < hit.end():
            found.append(Found(start, hit.end(), page.text[start:hit.end()], CERTAIN))
    return found


def find_power_lines(page: Page) -> list[Found]:
    """Lines of the grid by the places that they join (陇东至山东±800千伏特高压直流输电工程, 陇电入鲁工程), told by the longest of their names."""
    text, spans = page.text, []
    for hit in POWER.finditer(text) if "特高压" in text else ():
        begins = BEGINS.search(text, max(0, hit.start() - LONGEST_END), hit.start())
        places = [at for at in range(max(0, hit.start() - LONGEST_END), hit.start() - 1) if at in page.places and text[at:hit.start()].isalpha()]
        start = places[0] if places else begins.start() if begins else -1
        if start >= 0 and 1 not in page.masked[start:hit.end()]:
            spans.append((start, hit.end()))
    names: dict[str, str] = {}
    for start, end in spans:
        ends = VOLTAGE.split(text[start:end])[0]
        names[ends] = max(names.get(ends, ""), text[start:end], key=len)
    sent = [Found(*hit.span(), hit[0], KNOWN) for hit in (SENT.finditer(text) if "电入" in text or "电送" in text else ())
            if 1 not in page.masked[hit.start():hit.end()]]
    return sent + [Found(start, end, names[VOLTAGE.split(text[start:end])[0]], KNOWN) for start, end in spans]


def _short(page: Page, line: re.Match[str]) -> list[Found]:
    """Where a line is told without its provinces or by the first characters of its ends: 宁上高速 of 福建宁德至江西上饶高速公路."""
    first, *_, last, _ = LINE_ENDS.split(line.group())
    if not first or not last:
        return []
    ends = [{name, name[2:4]} - {""} if len(name) == 4 else {name} for name in (first, last)]
    plain = "至".join(f"(?:{'|'.join(sorted(end))})" for end in ends)
    letters = "".join(f"[{''.join(sorted({letter for name in end for letter in (name if len(name) == 2 else name[0])}))}]" for end in ends)
    short = re.compile(f"(?:{plain}|{letters})(?:{LINE_HEADS})")
    return [Found(*hit.span(), line.group(), KNOWN) for hit in short.finditer(page.text)]
