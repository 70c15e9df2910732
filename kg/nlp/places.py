"""Places in their own right: named regions and countries, provinces, prefectures and counties, zones and landscapes named after them."""
from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.lexicon import any_of, divisions, rows, words
from kg.nlp.canvas import STOP, Canvas, Hit
from kg.nlp.gazetteer import across, bare, choose, full_name, home_of, level, misread, parent, printed_names, within
from kg.nlp.local_organs import place_before
from kg.nlp.settlements import find_settlement, find_told, find_town_organs

NOT_TAIL = re.compile(
    "某地|[南北东西中]部|第[一二三]|首个|首家|[逛的和与在及至等将是为对各]|一带|全国|多个|部分|所有|偏远|农村|贫困|边远|周边|国家级|省级|连接|会见|结合|推出|实施|建设|打造|推进|开展|访问|支持|出台|"
    "成为|完成|[两三四五六七八九]大|集中|举行|启动|联合|签署|优化|走出|加快|通过|紧盯|国家高原"
)
RESERVE = re.compile(
    r"国家(?:级)?(?:湿地公园|森林公园|地质公园|沙漠公园|海洋公园|自然保护区|考古遗址公园|矿山公园|草原公园|级自然保护区)"
    "|(?:森林湿地|湿地森林|森林|湿地|郊野)公园(?!城市|建设|体系|带|群)"
    "|国家公园(?!体制|管理|法|制度|建设|创建|空间|论坛|工作|总体|布局|设立|候选|规划|试点|条例|办法)")
PARK = "国家公园"
BEFORE_RESERVE = re.compile(
    r"[的和与在从到把将被对等于是由为有了及以]|当地|设立|建立|推动|整合|优化|创设|正式|(?:第[一二]|首)批|新一轮|位于|走进|来到|建设|打造|成为|推进|开展|包括|创建|依托|通过|保护|支持|获批|作为|申报|新增|其中|世界|一批|全国|我国|多个|[一二三四五六七八九十两几\d]{1,6}[处个家座]|第[一二三四五六七八九十\d]{1,4}批|第一|如今|看看|紧盯|整个|[东南西北中]部|远眺|俯瞰|随着|出游|启动|加快|漫步|穿越|登上|守护|探访|前往|进入|深入|游览|巡护"
)
OF_CHINA = re.compile("中国（[一-龥]{2,5}）(?!自由贸易)[一-龥]{2,10}?试验区(?!域)")  # 中国（甲市）跨境电子商务综合试验区
FREE_TRADE, PART_OF_ZONE = "自由贸易试验区", "片区"
ZONE_BEFORE = re.compile("(?:自由贸易试验区|自贸(?:试验)?区)\\Z")
SHARED = re.compile(  # 甲县|、乙、丙三县
    "(?<=[县区])(?:[、和](?![^、和两二三四五六七八九十]{1,3}[省市县区])[一-龥]{2,3}){1,8}等?[两二三四五六七八九十0-9]+个?[县区]")
RIVER = re.compile("长江|黄河|淮河|海河|珠江|松花江|辽河|太湖")
BASINS = re.compile(rf"(?:{RIVER.pattern})(?:[、和](?:{RIVER.pattern})){{1,7}}(?=等?(?:[两三四五六七八]大)?(?:流域|水系|干流))")
STATE = re.compile("(?:人民|民主|伊斯兰|阿拉伯|联邦|社会主义|联合|合作|东岸|多民族|玻利瓦尔){0,3}(?:共和国|王国|联邦)")
AROUND = re.compile("流域|海域|盆地|库区|林区|湖区|山区|(?:公路|铁路|陆路|航空|水运)口岸")
OWN = re.compile(r"[我该全](?<![由自].)(省|自治区|市|县|区)(?![级域场外内属直有人领委]|民(?!营|政|间|生|办|宿|族))")
CAPITAL = "110000"
IN_CAPITAL = re.compile("在(京)(?=同(?![志学仁步期])|隆重|举行|举办|召开|开幕|闭幕|启动|发布|签署|会见|会谈|出席|共同|联合|集体|揭晓|成立|圆满|落幕|收官|亮相)")
LEAD_IN = re.compile(
    "(?:(?:据悉|据了解|据介绍|目前|眼下|此外|同时|另外|其中|[今去近]年[一-龥]{0,4}|(?:从|截至)?(?:今天|昨天|\\d{1,2}月)[^，。；\n]{0,10})，|在)")
SENTENCE = re.compile("[。；\n]")
FOREIGN_UNIT, LONGEST_FOREIGN = re.compile("(?<![州省邦联])[州省邦]"), 9
BEFORE_FOREIGN = frozenset("在的和与及对向了从自为是到至将由被往赴其该以位部国俄美叙乌")
ALONG = re.compile(r"沿(?:黄河?|长?江|海|边)(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?(?:省区市?|省市?|市|州|县)(?![级场民委长])")
SET_IN = re.compile(r"(?:^|[。；\n，])(?:而|同样)?在\Z")
OF_PLACES = re.compile("等(?:地|[0-9一二三四五六七八九十两]{0,3}个?(?:部分)?[县区市])|[两二]地")
TWO = re.compile("[两二双]|都市圈")  # 重庆成都|两市
IN_QUOTES = re.compile("(?:造|制造|智造|人社|发布|精神|服务|样板|方案|工匠|经验|模式|品牌|号|版|日|元素|故事|声音|速度|力量|味道|智慧|老字号|名片|机遇|共识)”")
OF_BODIES = re.compile("等?[0-9一二三四五六七八九十两]{1,3}[家名位]")  # 海青、青源、田海3家法院
SETTING, LONGEST_SETTING = re.compile("，(?!会)"), 5
LANDMARKS = (*"山河湖江镇乡村岛桥寺庙塔路街站港峡关古", "雪山")
OF_PEOPLE = ("人", "队", "语", "元", "籍", "裔", "文")
NAMESAKES = ("虎", "豹", "长臂猿", "坡鹿", "金丝猴", "鼋", "马鹿", "黑熊", "野驴", "鼢鼠", "白头叶猴", "兔", "舰")  # 华南虎, 太湖舰
SAYS = ("说", "表示", "透露", "指出", "介绍说", "宣布，")  # 副司长王某31日在北京|透露: where somebody speaks
OF_REGION = re.compile("(?:青年|全国|男子|女子|室内)?(?:新?纪录|记录)|(?:科学)?(?:考察|科考)队|接收井|村(?![庄落寨镇])")  # 亚洲纪录, 南极考察队
PART = re.compile("东北|西北|西南|东南|[东西南北中]部(?!湾)")
CLIPPED = {  # provinces by one letter
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "辽": "210000", "吉": "220000", "黑": "230000", "沪": "310000",
    "苏": "320000", "浙": "330000", "皖": "340000", "闽": "350000", "赣": "360000", "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000",
    "粤": "440000", "桂": "450000", "琼": "460000", "渝": "500000", "川": "510000", "黔": "520000", "滇": "530000", "藏": "540000", "陕": "610000",
    "甘": "620000", "青": "630000", "宁": "640000", "疆": "650000"}
LETTER = f"[{''.join(CLIPPED)}]"
LETTERS = re.compile(  # 与|桂、滇、黔、赣、闽|等省（区）, 支持|赣粤桂|防汛救灾
    f"(?:(?<![一-龥、])|(?<=[与和在对向由将从及]))(?P<listed>{LETTER}(?:、{LETTER}){{1,12}}(?:和{LETTER})?)(?=等?[0-9一二三四五六七八九十]{{0,3}}个?省)"
    f"|(?:支持|[对向为])(?P<joined>{LETTER}{{3,6}})(?=防汛|抗洪|抗旱|救灾|启动|[三四五六]省)")
MADE_KNOWN = re.compile("(?<=[省市县区])[一-龥]{2,8}?(?:局|委|厅|办|海关)(?:近日|日前|今天|昨天)?(?:发布|公布|通报|披露|介绍|召开)")
OF_COUNTIES = ("级", "域", "城", "乡", "直", "市")  # 和|县级, 新县城: no county of one syllable
OF_PROVINCE = ("人", "同胞", "话", "籍", "菜", "帮", "港", *NAMESAKES)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"[一-龥]{{0,5}}?(?:{any_of('place_tail')})(?!示范区)|[一-龥]{{6,8}}?(?:先行区|示范区|合作区|试验区|产业园|科技园|工业园)(?!区)"
        "|国家(?!级)[一-龥]{4,14}?(?:先行区|示范区|合作区|试验区)(?!区|建设)")


def find_places(canvas: Canvas) -> None:
    """Find places on what is left of the text; of a chain (四川省宜宾市) only the narrowest."""
    _listed_parks(canvas)
    _reserves(canvas)
    _own(canvas)
    _foreign_divisions(canvas)
    _basins(canvas)
    for hit in (*OF_CHINA.finditer(canvas.text), *ALONG.finditer(canvas.text)):  # 沿江五省市
        if canvas.free(*hit.span()):
            canvas.add(*hit.span(), "Place", hit[0])
    find_town_organs(canvas)
    for hit in LETTERS.finditer(canvas.text):
        for at in range(*hit.span(hit.lastgroup or 0)):
            if canvas.text[at] in CLIPPED and canvas.free(at, at + 1):
                canvas.add(at, at + 1, "Place", full_name(CLIPPED[canvas.text[at]]))
    for hit in IN_CAPITAL.finditer(canvas.text):
        if canvas.free(*hit.span(1)):
            canvas.add(*hit.span(1), "Place", full_name(CAPITAL))
    _listed_counties(canvas)
    hits = canvas.longest("Place", "Division", but=lambda text, start, end: misread(text, start, end) or across(canvas, start, end))
    index = 0
    while index < len(hits):
        if hits[index].entries[0].type == "Place":
            _region(canvas, hits[index])
        else:
            index = _chain(canvas, hits, index)
        index += 1
    find_told(canvas)


def _own(canvas: Canvas) -> None:
    """我省, 该市: the article's own province, city or county; 全省 is that of the place right before it or with which its sentence opens."""
    for hit in OWN.finditer(canvas.text):
        told = _whole(canvas, hit.start(), hit[1]) if hit[0][0] == "全" else ""
        if told and canvas.free(hit.start(), hit.end()):
            canvas.add(hit.start(), hit.end(), "Place", full_name(told))
            continue
        where = home_of(canvas)()
        own = where.province if hit.group(1) == "区" and where.province and divisions()[where.province].name.endswith("自治区") else where.county
        code = {"省": where.province, "自治区": where.province, "市": where.city}.get(hit.group(1), own)
        if code and divisions()[code].name.endswith(hit.group(1)) and canvas.free(hit.start(), hit.end()):
            canvas.add(hit.start(), hit.end(), "Place", full_name(code))


def _whole(canvas: Canvas, position: int, kind: str) -> str:
    """The code of the division that 全省 or 全市 means where another place than the article's tells it: the one right before it or with which its
    sentence opens, else, in an article that goes from one such division to the next, the one in which the last of its sentences before is set."""
    if told := _before(canvas, position, kind) or _opening(canvas, position, kind):
        return told
    size = {"省": 2, "市": 4}.get(kind, 0)
    begins = [0, *(mark.end() for mark in SENTENCE.finditer(canvas.text, 0, position))] if size else ()
    opened = [code[:size].ljust(6, "0") for begin in begins if (code := _opens(canvas, begin)) and 2 * level(code) >= size]
    own = [code for code in opened if code in divisions() and divisions()[code].name.endswith(kind)]
    return own[-1] if len(set(own)) > 1 else ""


def _opens(canvas: Canvas, begin: int) -> str:
    """The code of the division with which a sentence opens, the narrowest of a chain (甲省乙市); empty where it opens with none."""
    begin, code = hit.end() if (hit := LEAD_IN.match(canvas.text, begin)) else begin, ""
    while hits := sorted((hit for hit in canvas.starts.get(begin, ()) if hit.entries[0].type == "Division"), key=lambda hit: -hit.end):
        codes = [entry.name for entry in hits[0].entries] if code else bare(hits[0].entries)
        inner = choose(codes, code or None, home_of(canvas)()) if not misread(canvas.text, begin, hits[0].end) else None
        if not inner:
            break
        begin, code = hits[0].end, inner
    return code


def _before(canvas: Canvas, position: int, kind: str) -> str:
    """The code of the division of a kind (市) that ends at a position (海青|全市); empty where none does."""
    own = [code for code in _ending(canvas, position) if divisions()[code].name.endswith(kind)]
    return own[0] if len(own) == 1 else ""


def _opening(canvas: Canvas, position: int, kind: str) -> str:
    """The code of the division of a kind (省) with which the sentence around a position opens, else of the one whose body makes known what
    follows (…甲市统计局发布数据，全市…); empty where there is none."""
    begin = 1 + max(canvas.text.rfind(mark, 0, position) for mark in "。；\n")
    tellers = [hit.start() for hit in MADE_KNOWN.finditer(canvas.text, begin, position)]
    codes = [_opens(canvas, begin), *[code for at in reversed(tellers) for code in _ending(canvas, at)]]
    return next((code for code in codes if code and divisions()[code].name.endswith(kind)), "")


def _ending(canvas: Canvas, position: int) -> list[str]:
    """The codes of the divisions whose full name ends at a position."""
    return [entry.name for hit in canvas.ends.get(position, ()) for entry in hit.entries if entry.type == "Division"]


def _foreign_divisions(canvas: Canvas) -> None:
    """Provinces and states of other countries, by the letters of their transliteration, where a country is named: 甲国科尔特省."""
    if not any(hit.entries[0].kind == "country" for hit in canvas.hits.get("Place", ())):
        return
    for unit in FOREIGN_UNIT.finditer(canvas.text):
        begin = _foreign_begin(canvas, unit.start())
        known = any(hit.start <= begin or hit.entries[0].type == "Place" for hit in canvas.ends.get(unit.end(), ()))
        if unit.start() - begin > 1 and not known and canvas.free(begin, unit.end()):
            canvas.add(begin, unit.end(), "Place", canvas.text[begin:unit.end()])


def _basins(canvas: Canvas) -> None:
    """The basins of a list of rivers that tells once what they are: 长江、黄河等七大流域."""
    for hit in BASINS.finditer(canvas.text):
        for river in RIVER.finditer(canvas.text, *hit.span()):
            if canvas.free(*river.span()):
                canvas.add(*river.span(), "Place", river[0] + "流域")


def _foreign_begin(canvas: Canvas, end: int) -> int:
    """Where the transliterated name before a unit (省, 州) begins: behind a country or a word that ends; the unit itself where there is none."""
    letters, text, begin = words("translit"), canvas.text, end
    places = [hit for hit in canvas.ends.get(end, ()) if hit.entries[0].type == "Place" and hit.entries[0].kind != "country"]
    if places:
        return min(hit.start for hit in places)
    while begin and text[begin - 1] in letters and end - begin < LONGEST_FOREIGN:
        begin -= 1
        if any(hit.entries[0].kind == "country" for hit in canvas.ends.get(begin, ())):
            return begin if end - begin > 1 else end
    begin += text[begin] == "于" or (text[begin] == "日" and text[begin - 1:begin].isdigit())
    begin -= text[begin - 1:begin] in ("新", "北")
    before = text[begin - 1:begin]
    return begin if not "一" <= before <= "龥" or before in BEFORE_FOREIGN else end


def _reserves(canvas: Canvas) -> None:
    """Parks and reserves of the State by the name before their type: 南湖国家湿地公园."""
    for hit in RESERVE.finditer(canvas.text):
        left = canvas.reach(hit.start(), 10, STOP)
        for cut in BEFORE_RESERVE.finditer(canvas.text, left, hit.start()):
            left = cut.end()
        left = min((place.start for place in canvas.ends.get(hit.end(), ()) if place.start >= left), default=left)  # 一家人出游|大熊猫国家公园
        if hit.start() - left >= 2 and canvas.text[left:hit.start()] not in _provinces() and canvas.free(left, hit.end()):
            canvas.add(left, hit.end(), "Place", canvas.text[left:hit.end()])


@cache
def _provinces() -> frozenset[str]:
    return frozenset(form for code in divisions() if level(code) == 1 for form in printed_names(code))


@cache
def _parks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A list of national parks that leave their head to the last of them, and one of its items."""
    stems = sorted(row["name"].removesuffix(PARK) for row in rows("places_regions.tsv") if row["name"].endswith(PARK))
    stem = f"(?:{'|'.join(stems)})"
    return re.compile(f"(?:{stem}(?:{PARK})?[、和]){{1,12}}{stem}(?:等)?(?:首批|第一批|[五5]个)*{PARK}"), re.compile(stem)


def _listed_parks(canvas: Canvas) -> None:
    """三江源、大熊猫等首批国家公园: each park of a list by its full name."""
    found, item = _parks()
    for hit in found.finditer(canvas.text) if PARK in canvas.text else ():
        for park in item.finditer(canvas.text, *hit.span()):
            if canvas.free(*park.span()):
                canvas.add(*park.span(), "Place", park[0] + PARK)


def _chain(canvas: Canvas, hits: list[Hit], index: int) -> int:
    """Note the division at the index and those that follow it inside it; the index of the last one."""
    first = hits[index]
    codes = bare(first.entries)
    where = home_of(canvas)() if len(codes) > 1 else None
    form = canvas.text[first.start:first.end]
    shared = SHARED.match(canvas.text, first.end)
    codes = codes or tuple(entry.name for entry in first.entries if entry.type == "Division" and (
        shared or _told_in_full(canvas, entry.name, form) or _at_home(canvas, entry.name, form) or _set_there(canvas, first, entry.name)
        or _one_syllable(canvas, first, entry.name)))
    code, elsewhere = choose(codes, None, where), False
    while code and index + 1 < len(hits) and hits[index + 1].start == hits[index].end:
        follower = hits[index + 1]
        inner = choose([entry.name for entry in follower.entries], code, None) if follower.entries[0].type == "Division" else None
        if not inner or _landmark(canvas.text, follower, inner):
            smaller = all(entry.type == "Division" and level(entry.name) > 1 for entry in follower.entries)
            elsewhere = not inner and level(code) == 1 and smaller and not TWO.match(canvas.text, follower.end)
            break
        code, index = inner, index + 1
    if not code:
        return index
    _division(canvas, first.start, hits[index].end, code)
    if elsewhere:
        return index + 1  # 浙江|南阳 is a place that no list knows, not the city of another province
    return index if hits[index].start == first.start and not shared else _neighbours(canvas, hits, index, code)


def _neighbours(canvas: Canvas, hits: list[Hit], index: int, code: str) -> int:
    """Note the counties listed by their short names behind one whose prefecture is named (果洛州达日、久治两县); the index of the last one."""
    while level(code) == 3 and index + 1 < len(hits) and canvas.text[hits[index].end:hits[index + 1].start] in ("、", "和"):
        codes = [entry.name for entry in hits[index + 1].entries if entry.type == "Division"]
        beside = choose(codes, parent(code), None)
        if not beside or beside == code:
            break
        index, code = index + 1, beside
        canvas.add(hits[index].start, hits[index].end, "Place", full_name(code))
    return index


def _landmark(text: str, hit: Hit, code: str) -> bool:
    """The short name of a county inside the name of a mountain, river or town (南宁青秀山)."""
    return level(code) == 3 and text.startswith(LANDMARKS, hit.end) and text[hit.start:hit.end] == divisions()[code].short


def _region(canvas: Canvas, hit: Hit) -> None:
    """A region or country, the latter with its form of state (塞尔维亚共和国), a river or sea with what lies around it (岷江流域)."""
    entry = hit.entries[0]
    abroad = entry.kind in ("country", "capital")
    if canvas.text.startswith(OF_PEOPLE if abroad else NAMESAKES, hit.end):
        return
    if OF_REGION.match(canvas.text, hit.end) or _part_of_division(canvas, hit):
        return
    state = STATE.match(canvas.text, hit.end) if entry.kind == "country" else None
    around = AROUND.match(canvas.text, hit.end) if entry.kind == "region" else None
    if around and _clear(canvas, *around.span()):
        canvas.add(hit.start, around.end(), "Place", canvas.text[hit.start:around.end()])
        return
    if entry.kind == "region" and canvas.text[hit.start - 1:hit.start] in tuple("东西南北") and canvas.text[hit.start:hit.end].endswith(("江流域", "河流域")):
        canvas.add(hit.start - 1, hit.end, "Place", canvas.text[hit.start - 1:hit.end])  # 西|辽河流域
        return
    canvas.add(hit.start, state.end() if state else hit.end, "Place", entry.name)


def _told_in_full(canvas: Canvas, code: str, form: str) -> bool:
    """Whether a form is the short name, and no common word, of a county or city that the text names in full, too: 海青市…，|海青|新增企业3家."""
    name = divisions()[code].name
    return form == divisions()[code].short != name and name.endswith(("县", "市")) and form not in words("countyword") and name in canvas.text


def _listed_counties(canvas: Canvas) -> None:
    """Counties listed by their short names: three and more (海青、青源、田海均已…), or two before what tells that they are places (海青、青源等地)."""
    chain: list[Hit] = []
    for hit in (*canvas.longest("Division"), None):
        if hit and chain and canvas.text[chain[-1].end:hit.start] in ("、", "和", "及") and canvas.text[hit.start:hit.end] in _bearers():
            chain.append(hit)
            continue
        if (len(chain) > 2 and not OF_BODIES.match(canvas.text, chain[-1].end)) or (len(chain) == 2 and OF_PLACES.match(canvas.text, chain[-1].end)):
            _note_counties(canvas, chain)
        chain = [hit] if hit and canvas.text[hit.start:hit.end] in _bearers() else []


def _note_counties(canvas: Canvas, listed: list[Hit]) -> None:
    """Note the counties of a list; what several bear, or is a common word, is the one in the province of the others."""
    codes = [_bearers()[canvas.text[hit.start:hit.end]] for hit in listed]
    common = [canvas.text[hit.start:hit.end] in words("countyword") for hit in listed]
    provinces = {own[0][:2] for own, word in zip(codes, common, strict=True) if len(own) == 1 and not word}
    for hit, own, word in zip(listed, codes, common, strict=True):
        near = [code for code in own if code[:2] in provinces]
        means = near if word or len(own) > 1 else own
        if len(means) == 1 and all(level(code) == 3 for code in own):
            outer = place_before(canvas, hit.start)
            canvas.add(outer[0] if outer and within(means[0], outer[1]) else hit.start, hit.end, "Place", full_name(means[0]))


def _set_there(canvas: Canvas, hit: Hit, code: str) -> bool:
    """Whether a sentence is set in a county told by its short name, which no other one bears: 。在海青，当地…."""
    form, text = canvas.text[hit.start:hit.end], canvas.text
    if form != divisions()[code].short or level(code) < 3 or form in words("countyword") or len(_bearers()[form]) > 1:
        return False
    return bool(SETTING.match(text, hit.end)) and SET_IN.search(text, max(0, hit.start - LONGEST_SETTING), hit.start) is not None


@cache
def _bearers() -> dict[str, list[str]]:
    """The codes of the divisions by their short names."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for code, division in divisions().items():
        bearers[division.short].append(code)
    return bearers


def _at_home(canvas: Canvas, code: str, form: str) -> bool:
    """Whether a name of two letters is that of the county that the article is of: 泸县."""
    return form == divisions()[code].name and code == home_of(canvas)().county


def _one_syllable(canvas: Canvas, hit: Hit, code: str) -> bool:
    """Whether a county of one syllable stands by itself: ，蔚县启动…, 保德、夏县等地."""
    text, name = canvas.text, divisions()[code].name
    begins = not "一" <= text[hit.start - 1:hit.start] <= "龥" or text[hit.start - 1] in "在至"
    return len(name) == 2 and name.endswith("县") and text[hit.start:hit.end] == name and begins and not text.startswith(OF_COUNTIES, hit.end)


def _part_of_division(canvas: Canvas, hit: Hit) -> bool:
    """Whether a part of the country is only one of the province right before it: 甲省|西部地区, 黔|东北地区."""
    if not PART.match(canvas.text, hit.start):
        return False
    return canvas.text[hit.start - 1:hit.start] in CLIPPED or any(
        entry.type == "Division" and level(entry.name) == 1 for place in canvas.ends.get(hit.start, ()) for entry in place.entries)


def _division(canvas: Canvas, start: int, end: int, code: str) -> None:
    """A division, or the zone or landscape that is named after it."""
    form = canvas.text[start:end]
    if canvas.text.startswith("在", start - 1) and canvas.text.startswith(SAYS, end):
        return
    if form.endswith("区") and canvas.text.startswith(("域", "间", "划", "位", "块"), end):
        return
    if level(code) == 3 and form == divisions()[code].short and form not in words("county") and not (
            _told_in_full(canvas, code, form) or _set_there(canvas, Hit(start, end, ()), code)):
        return
    if len(form) == 2 and canvas.text.startswith(OF_PROVINCE, end) and not canvas.text.startswith("人民", end):
        return
    if canvas.text.startswith(PART_OF_ZONE, end) and (zone := _zone_of(canvas, start, code)) and canvas.free(start, end + len(PART_OF_ZONE)):
        canvas.add(start, end + len(PART_OF_ZONE), "Place", zone + form + PART_OF_ZONE)
        return
    tail = _tail().match(canvas.text, end)
    general = ("流域", PARK) if level(code) == 1 else ("流域",)
    if not tail or NOT_TAIL.search(tail.group()) or tail.group() in general or not _clear(canvas, tail.start(), tail.end()):
        if not (canvas.text.startswith("“", start - 1) and IN_QUOTES.match(canvas.text, end)):  # “海青工匠”
            canvas.add(start, end, "Place", full_name(code))
            find_settlement(canvas, end, code)
    else:
        canvas.add(start, tail.end(), "Place", canvas.text[start:tail.end()].replace("综保区", "综合保税区").replace("经开区", "经济技术开发区"))


def _zone_of(canvas: Canvas, start: int, code: str) -> str:
    """The free trade zone of the province of a division whose part is told (济南|片区), where it is named right before or anywhere; else nothing."""
    zone = f"中国（{divisions()[code[:2] + '0000'].short}）{FREE_TRADE}"
    named = any(hit.entries[0].name == zone for hit in canvas.hits.get("Place", ()))
    return zone if named or ZONE_BEFORE.search(canvas.text, max(0, start - len(FREE_TRADE)), start) else ""


def _clear(canvas: Canvas, start: int, end: int) -> bool:
    """Whether a stretch is free of other names and of other places."""
    return canvas.free(start, end) and not any(
        hit.end <= end for position in range(start, end) for hit in canvas.starts.get(position, ()) if hit.end - hit.start > 2)
