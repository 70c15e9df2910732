"""Organs of a province, city or county: a place or a level (省财政厅) and a type of organ, completed to the full name."""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from kg.lexicon import divisions, organs, words
from kg.nlp.canvas import Canvas, Hit, Home
from kg.nlp.gazetteer import MUNICIPALITIES, alone, choose, full_name, home_of, level, misread, parent

LEVELS = ("自治区", "自治州", "省", "市", "区", "县", "州", "旗")
NOT_LEVEL = frozenset("各全两三四多级跨外该某等几数些城辖地新园社景灾校山片牧郊特")
BEFORE_LEVEL = frozenset(
    "好送求受照实着彻过来以开经由从向据对为与和及的在是了让被把给到报有请当记者同合原兼任时中悉会获者日后据前月委议取究托权赴"
    "订交表扣焦绕标跟随织于转发")
GENERAL = ("设区的", "省、", "市、", "县、", "区、", "或者", "不设区的", "、省、自治区", "级、")
ZONE = re.compile("[一-龥]{0,5}?(?:高新区|经开区|新区|开发区|示范区|园区|自贸区|保税区|合作区|风景区|度假区|综保区|生态城|科学城)")
ZONES = ("新区", "片区", "合作区", "示范区", "开发区", "园区", "高新区")
CLAUSE = "，。；：、”“\n"
BRANCH = re.compile(r"[一-龥]{2,5}?分局")
OF_COUNTIES = ("管局", "社局", "保局", "公安局", "公安分局", "税务局", "环境局", "教育局", "财政局", "民政局", "法院", "检察院")
NEXT = re.compile(r"[、和与及]|以及|会同|联合")
BESIDE = re.compile(r"(?:、?副?(?:常委|委员|书记)){1,4}[，、](?:省|自治区|市|州|区|县)?")  # 甲省委|常委，省|政府副省长
GOVERNS = ("政府", "人民政府", "人大常委会", "政协")  # 甲省委常委、|人民政府副主席
OPENING = re.compile("其中，|在|同时，|此外，|近日，|日前，")
AGAIN = re.compile("(?:^|[，。；\n]|随后，|[由经])\\Z")  # 甲市发展改革委…。|发改委还…
BARE_ORGAN = ("局", "委", "厅")
DEPARTMENTS = re.compile(r"等(?:多个|有关|相关|[一二两三四五六七八九十\d]{1,3}个?)?(?:市级|省级|市直|省直)?部门")
CENTRES = re.compile("中心")
CENTRE = re.compile(
    "([一-龥]{4,20}?中心)(?=党委书记|党组书记|主任|副主任|负责人|相关负责人|工作人员|有关负责人|启动|举办|组织|开展|发布|牵头|主办|承办|协办|联合|会同|印发|介绍|表示|推出|消息|数据)")
PARTY = "中国共产党"
TAXES = "国家税务总局"  # whose name its local bureaus bear
CPPCC = "中国人民政治协商会议"
LONGEST_GROUP = 12
LEAGUES = (
    "民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国国民党革命委员会|中国民主(?:同盟|建国会|促进会)|中国农工民主党|中国致公党")
GROUPS = re.compile(f"(?:{CPPCC}|政协|中国共产主义青年团|共青团|{LEAGUES}|(?<![一-龥])团|(?<=[由和与及])团)\\Z")
OF_LEAGUE = re.compile(rf"(?:{LEAGUES})[一-龥]{{2,9}}\Z")
CONGRESS = ("人大", "人民代表大会")
OF_TERM = re.compile("第?[一二三四五六七八九十]{1,3}届(?:人大|人民代表大会|政协)")  # 决定|市十六届人大
TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届\Z")
LONGEST_TERM = 5
OF_SEVERAL = re.compile(r"等?[两二三四五六七八九十]{1,2}(?:省区市|省市|省区|市县|区县|[省市区县地级])\Z")  # 甲、乙|两市|市场监管局
ARTICLE = re.compile(r"(?:^|[。\n])第[一二三四五六七八九十百零〇\d]{1,6}条\Z")
LONGEST_ARTICLE = 9
SHORTEST_CENTRE, LONGEST_CENTRE = 4, 16
LEADING = re.compile(r"(?P<group>(?:(?![的在了将把为由向是以经]|(?<!应)对)[一-龥]){4,26}?(?:领导小组|协调小组))(?P<office>办公室)?")
SET_UP = re.compile("关于(?:成立|设立|调整)(?P<name>[一-龥]{6,40}?(?:领导小组|协调小组|工作小组|委员会|指挥部|联席会议))(?:组成|成员|人员|的通知|等|并|有关)")
SEATED = re.compile("(?:^|(?<=[。；，\\n]))(?P<name>[一-龥“”]{4,20}(?<!小组)(?<!委员会)(?<!会议)(?<!指挥部)办公室)设在")
STATE = re.compile("国务院|国家|中央|全国")
LINKS = re.compile("[的和与及在了将把为]|推进|建设|设立|打造|国际|区域|指挥")
POLICE = "公安分局"
COURTS = ("法院", "人民法院")
COMMITTEES = {"教育局", "交通运输局", "住房和城乡建设局", "城市管理局"}  # as other places call them
BROKEN = {
    "政府": ("部门", "投资", "采购", "补贴", "补助", "主导", "债券", "专项", "工作报", "性"),
    "人大": ("委员", "代表", "附"), "委": ("员", "托", "任", "派", "会"),
    "法院": ("系",), "海关": ("特", "监管区", "监管场", "监管作", "总"), "高院": ("附",), "政府办": ("公", "事", "学", "理", "好"), "工会": ("议",),
    "商会": ("谈", "议"), "党校": ("园",), "数据中心": ("集群", "项目", "建设", "产业"),
}


def find_local_organs(canvas: Canvas) -> None:
    """Find organs of a named place or of a level, and the ones listed behind them whose place is left out."""
    at_home = home_of(canvas)
    last: tuple[int, str] | None = None
    told: dict[str, str] = {}  # where the organ of each name was that was told last
    for hit in canvas.longest("Organ"):
        if _broken(canvas.text, hit):
            continue
        if _in_zone(canvas, hit):
            continue
        start = _before_term(canvas.text, hit)
        named = place_before(canvas, start) or _doubled(canvas, start)
        if last and not named and BESIDE.fullmatch(canvas.text, last[0], start):
            of_level = canvas.text[start - 1] not in "、，"
            bare = (start, last[1]) if canvas.text.startswith(GOVERNS, start) else None
            named = at_level(canvas.text, start, partial(_around, last[1])) if of_level else bare
        near = None if named else _told_near(canvas, start, last)
        found = named or (near and at_level(canvas.text, start, partial(_around, near))) or at_level(canvas.text, start, at_home) or _short_county(canvas, hit)
        if not found and last and NEXT.fullmatch(canvas.text[last[0]:hit.start]):
            found = (hit.start, last[1])
        form = canvas.text[hit.start:hit.end]
        again = told.get(organs()[form].below) if form.endswith(BARE_ORGAN) and AGAIN.search(canvas.text, max(0, hit.start - 3), hit.start) else None
        found = found or _provincial(canvas, hit, at_home) or ((hit.start, again) if again else None)
        if found and _of_many(canvas.text, hit, found[1]):
            continue
        if found and canvas.free(found[0], hit.end) and canvas.text[found[0] - 1:found[0]] not in ("各", "某"):
            _add(canvas, found[0], hit, found[1])
            last = hit.end, found[1]
            told[organs()[form].below] = found[1]
            if named:
                _shared(canvas, found[0], hit)
    _fields(canvas, at_home)
    _centres(canvas)
    _leading_groups(canvas, at_home)


def _doubled(canvas: Canvas, start: int) -> tuple[int, str] | None:
    """The division whose level is told once more: 岳阳县|县委."""
    again = start > 1 and canvas.text[start - 1] in "省市县区州旗" and canvas.text[start - 2] == canvas.text[start - 1]
    return place_before(canvas, start - 1) if again else None


def _told_near(canvas: Canvas, position: int, last: tuple[int, str] | None) -> str | None:
    """The place that an organ told by its level alone belongs to by its own sentence: that of the organ before (甲市委、|市政府), or that it begins with."""
    begin = 1 + max(canvas.text.rfind(mark, 0, position) for mark in "。；！？\n")
    if last and last[0] > begin:
        return last[1]
    opening = OPENING.match(canvas.text, begin, position)
    places = (hit for hit in canvas.starts.get(opening.end() if opening else begin, ()) if hit.entries[0].type == "Division")
    place = max(places, key=lambda hit: hit.end, default=None)
    alone_there = place and place.end < position and canvas.text[place.end] not in "、和与及等"
    return alone(place.entries) if place and alone_there else None


def _of_many(text: str, hit: Hit, code: str) -> bool:
    """Words for all courts of a province or prefecture (海东|法院), and departments that are no bureau in a municipality."""
    form = text[hit.start:hit.end]
    courts = form in COURTS and level(code) < 3 and not text.endswith(("省", "市", "自治区"), 0, hit.start)
    return courts or (form.endswith("部门") and _by_committee(form, code))


def _by_committee(form: str, code: str) -> bool:
    """Whether a municipality has a committee for it, of a name of its own, where other places have a bureau: 北京市教育部门."""
    return level(code) == 1 and code[:2] in MUNICIPALITIES and organs()[form].below in COMMITTEES


def _shared(canvas: Canvas, start: int, hit: Hit) -> None:
    """The same organ of the places listed before one (甲省、乙省、丙省|人民政府): each place stands for its own."""
    while canvas.text[start - 1:start] in ("、", "和"):
        place = place_before(canvas, start - 1)
        below = place and canvas.text.endswith("厅", hit.start, hit.end) and level(place[1]) > 1  # 海青县、甲省财政厅
        if place is None or below or not canvas.free(place[0], start):
            return
        canvas.add(place[0], start - 1, *complete(canvas.text[hit.start:hit.end], place[1]))
        start = place[0]


def _before_term(text: str, organ: Hit) -> int:
    """Where what stands before an organ ends: before its term, too, for a people's congress (某市|十五届人大常委会), and before the count of places."""
    ends = TERM if text.startswith(CONGRESS, organ.start) else OF_SEVERAL
    word = ends.search(text, max(0, organ.start - LONGEST_TERM), organ.start)
    return word.start() if word else organ.start


def _centres(canvas: Canvas) -> None:
    """A centre that no list knows, by its place and its head: 重庆市生态环境工程评估中心主任."""
    for hit in canvas.find_lines(CENTRE, CENTRES):
        for begin in range(hit.end(1) - SHORTEST_CENTRE, max(hit.start() - 1, hit.end(1) - LONGEST_CENTRE), -1):
            place = place_before(canvas, begin)
            if place:
                if canvas.free(place[0], hit.end(1)) and not LINKS.search(canvas.text, begin, hit.end(1)):
                    canvas.add(place[0], hit.end(1), "Agency", full_name(place[1]) + canvas.text[begin:hit.end(1)])
                break


def _leading_groups(canvas: Canvas, at_home: Callable[[], Home]) -> None:
    """A leading group and its office, by whose it is and its field: 国家应对气候变化工作领导小组, 省碳达峰碳中和工作领导小组办公室."""
    text = canvas.text
    seated = SEATED.finditer(text) if "办公室设在" in text else ()
    for name in sorted({hit["name"] for hit in (*SET_UP.finditer(text, 0, text.find("\n") + 1), *seated)}):
        for at in [hit.start() for hit in re.finditer(name, text)]:
            end = at + len(name)
            if canvas.free(at, end):
                canvas.add(at, end, "Agency", name)
                if text.startswith("办公室", end):
                    canvas.add(at, end + 3, "Agency", name + "办公室")
    for hit in LEADING.finditer(text) if "小组" in text else ():
        for end in {hit.end("group"), hit.end()}:
            if (state := STATE.match(text, hit.start())) and canvas.free(hit.start(), end):
                canvas.add(hit.start(), end, "Agency", text[hit.start():end])
                continue
            for begin in range(hit.start() + 1, hit.end("group") - SHORTEST_CENTRE) if not state else ():
                found = place_before(canvas, begin) or at_level(text, begin, at_home)
                longer = place_before(canvas, begin + 1) if found else None
                if longer and found and longer[0] == found[0]:
                    continue  # 昆明, 昆明市
                if found and found[0] >= hit.start() and canvas.free(found[0], end):
                    canvas.add(found[0], end, "Agency", full_name(found[1]) + text[begin:end])
                    break


def _fields(canvas: Canvas, at_home: Callable[[], Home]) -> None:
    """Departments of one place told by their fields alone (日照市卫生健康、财政、市场监管等四部门)."""
    text = canvas.text
    for hit in DEPARTMENTS.finditer(text):
        fields, end = [], hit.start()
        while start := _field_before(text, end):
            fields.append((start, end))
            end = start - 1
            if text[end:start] != "、":
                found = place_before(canvas, start) or at_level(text, start, at_home)
                if found and len(fields) > 1 and canvas.free(start, hit.start()):
                    for begin, stop in fields:
                        if not _by_committee(text[begin:stop] + "部门", found[1]):
                            canvas.add(begin, stop, *complete(text[begin:stop] + "部门", found[1]))
                break


def _field_before(text: str, end: int) -> int:
    """Where the field of a department (市场监管) that ends at a position begins; 0 for none."""
    return next((end - size for size in range(10, 1, -1) if end > size and text[end - size:end] + "部门" in organs()), 0)


def _add(canvas: Canvas, start: int, hit: Hit, code: str) -> None:
    """Note the organ with its full name, and its branch named right behind it."""
    form = canvas.text[hit.start:hit.end]
    type, name = complete(form, code)
    of_party = name.startswith(PARTY) and form.startswith("委") and name.endswith("委员会")
    group = GROUPS.search(canvas.text, max(0, start - LONGEST_GROUP), start) if of_party else None
    if group:  # 共青团湖南省委, 团省委
        whose = {"团": "共青团", "政协": CPPCC}.get(group[0], group[0])
        canvas.spans = [span for span in canvas.spans if span.start != group.start()]
        end = hit.end + (form == "委" and canvas.text.startswith("会", hit.end))  # 民建甲市委|会
        canvas.add(group.start(), end, "Agency" if whose == CPPCC else "Organization", whose + name.removeprefix(PARTY))
        return
    if name.startswith(TAXES) and canvas.text.endswith(TAXES, 0, start):
        start -= len(TAXES)
    canvas.add(start, hit.end, type, name)
    above = re.match(".+?[厅局]", form[:-1])
    if above and above[0] in organs() and form.endswith(("局", "总队", "支队", "大队")):
        canvas.add(start, hit.start + above.end(), *complete(above[0], code))  # 省公安厅|交通管理局
    branch = BRANCH.match(canvas.text, hit.end) if form.endswith("局") else None
    if branch and canvas.free(branch.start(), branch.end()):
        canvas.add(start, branch.end(), type, name + branch.group())


def _in_zone(canvas: Canvas, hit: Hit) -> bool:
    """Note the organ of a zone (成都高新区税务局, 雄安新区生态环境局); whether it was one."""
    organ = organs()[canvas.text[hit.start:hit.end]]
    below, type = organ.below, "Organization" if organ.kind == "mass" else "Agency"
    for place in canvas.ends.get(hit.start, ()):
        zone = place.entries[0].name
        if place.entries[0].type == "Place" and zone.endswith(ZONES) and canvas.free(place.start, hit.end):
            code = _zones_of_rank().get(zone)
            canvas.add(place.start, hit.end, type, complete(canvas.text[hit.start:hit.end], code)[1] if code else zone + below)
            return True
    for begin in range(hit.start - 2, max(0, hit.start - 12), -1):
        place_found = place_before(canvas, begin) if ZONE.fullmatch(canvas.text, begin, hit.start) else None
        if place_found and canvas.free(place_found[0], hit.end):
            canvas.add(place_found[0], hit.end, type, full_name(place_found[1]) + canvas.text[begin:hit.start] + below)
            return True
    return False


@cache
def _zones_of_rank() -> dict[str, str]:
    """Codes of the zones that are districts: 浦东新区, 滨海新区."""
    return {division.name: code for code, division in divisions().items() if division.name.endswith(ZONES)}


def _broken(text: str, hit: Hit) -> bool:
    """An organ's form that is only part of other words: 政府投资, 委员, 工会议."""
    form = text[hit.start:hit.end]
    if form == "委" and text.startswith("会", hit.end) and OF_LEAGUE.search(text, max(0, hit.start - LONGEST_GROUP), hit.start):
        return text.startswith(("议", "员"), hit.end + 1)
    inside = form.endswith("局") and text[hit.end:hit.end + 1] in tuple("面部势地") and not text.startswith(("部署", "地处", "面向", "面对", "势必"), hit.end)
    return inside or text.startswith(BROKEN.get(form, ()), hit.end)


def place_before(canvas: Canvas, position: int, depth: int = 0) -> tuple[int, str] | None:
    """The division named right before a position, with the divisions before it: start of the chain and code of the last one."""
    best: tuple[int, str] | None = None
    unclear = False
    places = (hit for hit in canvas.ends.get(position, ()) if hit.entries[0].type == "Division")
    for place in sorted(places, key=lambda hit: hit.start):
        outer = place_before(canvas, place.start, depth + 1) if depth < 3 else None
        codes = [entry.name for entry in place.entries]
        if outer and (code := choose(codes, outer[1], None)):
            return outer[0], code
        if best or unclear or misread(canvas.text, place.start, position):
            continue
        code = alone(place.entries)
        if not code and position - place.start > 2:
            code = choose(codes, None, home_of(canvas)())
        best = (place.start, code) if code else None
        unclear = not code and position - place.start > 2  # 桥|西区
    return best


def _short_county(canvas: Canvas, hit: Hit) -> tuple[int, str] | None:
    """诏安法院, 宝安市场监管局: a bureau or court behind the short name of a county that no other county shares, or that is at home; 礼县政协."""
    before = canvas.text[hit.start - 3:hit.start - 2]
    if canvas.text.endswith("县", 0, hit.start):
        if "一" <= before <= "龥" and before not in BEFORE_LEVEL:
            return None
    elif not canvas.text.endswith(OF_COUNTIES, hit.start, hit.end):
        return None
    for place in canvas.ends.get(hit.start, ()):
        codes = [entry.name for entry in place.entries if entry.type == "Division"]
        if place.end - place.start > 2:
            return None  # 桥|西区
        if not codes or min(map(level, codes)) < 3 or place.end - place.start != 2 or misread(canvas.text, place.start, place.end):
            continue
        common = canvas.text[place.start:place.end] in words("countyword")  # 会同|财政局
        near = [code for code in codes if (len(codes) == 1 and not common) or code.startswith(home_of(canvas)().city[:4] or "-")]
        if len(near) == 1:
            return place.start, near[0]
    return None


def _provincial(canvas: Canvas, hit: Hit, at_home: Callable[[], Home]) -> tuple[int, str] | None:
    """商务厅等10部门: a 厅 is a province's, and at the head of a clause that of the article's own."""
    if not canvas.text.endswith("厅", hit.start, hit.end) or canvas.text.endswith("办公厅", hit.start, hit.end):
        return None
    where = at_home().province if not hit.start or canvas.text[hit.start - 1] in CLAUSE else ""
    return (hit.start, where) if where and where[:2] not in MUNICIPALITIES else None


def at_level(text: str, start: int, at_home: Callable[[], Home]) -> tuple[int, str] | None:
    """省财政厅: the organ of the article's own province, city or county."""
    word = next((word for word in LEVELS if text.endswith(word, 0, start)), None)
    if not word:
        return None
    begin = start - len(word)
    before = text[begin - 1:begin]
    if text.endswith(GENERAL, 0, begin) and not (text.endswith("、", 0, begin) and _ends_in_division(text, begin - 1)):
        return None
    if before in ("我", "本", "该"):
        begin -= 1
    elif before in NOT_LEVEL or ("一" <= before <= "龥" and before not in BEFORE_LEVEL
                                      and not _opens_clause(text, begin) and not OF_TERM.match(text, start)):
        return None
    code = _of_level(word, at_home())
    return (begin, code) if code else None


def _around(code: str) -> Home:
    """The divisions in which one lies, itself among them."""
    return Home(f"{code[:2]}0000", f"{code[:4]}00" if level(code) > 1 else "", code if level(code) > 2 else "")


def _ends_in_division(text: str, end: int) -> bool:
    """Whether the name of a division ends at a position (谷城县|、市财政局), and not a word for any (各县)."""
    return any(text[end - size:end] in _division_names() for size in range(3, 8))


@cache
def _division_names() -> frozenset[str]:
    return frozenset(division.name for division in divisions().values())


def _opens_clause(text: str, begin: int) -> bool:
    """Whether a level stands behind the number of an article of law (第三条|市财政局) or the name of a group (团|市委).

    >>> _opens_clause("第三条市财政局", 3), _opens_clause("头条市财政局", 2)
    (True, False)
    """
    numbered = text[begin - 1] == "条" and ARTICLE.search(text, max(0, begin - LONGEST_ARTICLE), begin)
    return bool(numbered or GROUPS.search(text, max(0, begin - 4), begin))


def _of_level(word: str, where: Home) -> str:
    """The code of the article's own division that is called 省, 自治区, 市, 区 or 县."""
    municipal = where.province[:2] in MUNICIPALITIES
    if word in ("省", "自治区"):
        fits = bool(where.province) and not municipal and divisions()[where.province].name.endswith(word)
        return where.province if fits else ""
    if word in ("市", "州", "自治州"):
        own = word == "市" and where.county and divisions()[where.county].name.endswith("市")  # of a city below a prefecture
        return where.county if own else where.province if municipal else where.city
    return where.county if where.county and divisions()[where.county].name.endswith(word) else ""


def complete(form: str, code: str) -> tuple[str, str]:
    """Class and full name of a printed organ form at a place.

    >>> complete("人社部门", "340000"), complete("委", "410000"), complete("卫健委", "310000")
    (('Agency', '安徽省人力资源和社会保障厅'), ('Agency', '中国共产党河南省委员会'), ('Agency', '上海市卫生健康委员会'))
    """
    organ, place = organs()[form], full_name(code)
    if organ.kind == "party":
        return "Agency", f"{PARTY}{place}{organ.province}"
    if organ.kind == "partyorg":
        return "Agency", f"{PARTY}{place}{organ.province}"
    if organ.kind == "cppcc":
        return "Agency", f"{CPPCC}{place}委员会"
    if organ.kind == "seat":
        return "Agency", (divisions()[code].short or place) + organ.province
    if organ.kind == "arbitration":
        return "Organization", (divisions()[code].short or place) + organ.province
    if form.startswith("税务"):
        place = TAXES + place
    if form == POLICE and level(code) == 3:  # 杨浦公安分局
        return "Agency", f"{full_name(parent(code) or code)}公安局{divisions()[code].short or divisions()[code].name.removesuffix('新区')}分局"
    if form in COURTS and level(code) < 3:
        return "Agency", place + ("高级" if level(code) == 1 else "中级") + COURTS[1]
    high = level(code) == 1 and code[:2] not in MUNICIPALITIES
    if high and organ.province.startswith("公安局"):
        return "Agency", f"{place}公安厅{organ.province[3:]}"
    return ("Organization" if organ.kind == "mass" else "Agency"), place + (organ.province if high else organ.below)
