"""Bodies of public power that are known by name: central organs, international bodies, organs of foreign countries."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import attrgetter

from kg.lexicon import any_of, divisions, rows, words
from kg.nlp.canvas import Canvas, Hit
from kg.nlp.gazetteer import misread
from kg.nlp.rosters import MEMBER

PLACED_ONLY = {"发展改革委", "发改委", "国资委", "外汇局", "民航局", "人民银行", "金管局", "自然科学基金委", "国办", "特区政府", "卫生计生委"}
LONGEST_LIST = 60
LINKED = frozenset("、和及与合同")
REFORM = "[省市县区州](?:发展改革委|发改委|发展和改革委员会)"
LOCAL = {"发展改革委": REFORM, "发改委": REFORM, "国资委": "[省市县区州]国资委"}  # forms of organs that places have, too
CLIPPED = {"中办", "国办", "世行", "亚行", "黄委", "以军", "联大", "港府", "央行", "全国人大", "国家公园管理局"}
FORMER = {
    "建设部", "卫生部", "监察部", "劳动部", "电力部", "煤炭部", "冶金部", "化工部", "内贸部", "林业部", "地矿部",
    "电力工业部", "煤炭工业部", "电子工业部", "机械工业部", "冶金工业部", "化学工业部", "国内贸易部",
}
AT_HOME = {"国务院", "国办", "央行", "中国人民银行", "人民银行", "解放军"}
ABROAD = {
    "美": "美国", "俄": "俄罗斯", "英": "英国", "法": "法国", "德": "德国", "日": "日本", "韩": "韩国", "朝": "朝鲜", "越": "越南",
    "伊": "伊朗", "以": "以色列", "乌": "乌克兰", "叙": "叙利亚", "黎": "黎巴嫩", "埃": "埃及", "印": "印度",
}
ABROAD_TITLE = re.compile(
    "(?:[一-龥]{0,3}?副?(?:总理|首相|总统|议长|国王|国会|[一-龥]{1,4}部长|外长)[一-龥·]{0,10}[、和])(?:(?!中国|我国|国家)[一-龥·]{2,16}[、和]){0,6}")
ABROAD_BESIDE = re.compile("[一-龥]{0,3}?副?(?:总理|首相|总统|主席|[一-龥]{1,4}部长|外长|大臣)兼")  # 甲国|副总理兼|财政部长
FULL = {"央行": "中央银行"}
CUSTOMS = re.compile(r"海关(?:(?<=据海关)(?=统计|总)|(?<=[，。\n]海关)(?=统计|数据))")
INNER = ("中心", "司", "处", "局", "所")
NOT_BEHIND_ARMY = tuple("事火售费备贸工医乐舰机人力")
PARTY_ABROAD = re.compile("[一-龥]{2,8}党中央")
IN_CHAIN = re.compile("(?:[一-龥]{1,10}、){1,3}")  # 甲国某党中央政治局|委员、|中央书记处
CPPCC = "中国人民政治协商会议全国委员会"
JOINTLY_WITH = re.compile("联合国(?:家|务院|资|土|税|药|企|泰|开行|动办|网(?![站络址]))")
TIED = re.compile("中国[—－–-]\\Z")
FIELDS, LONGEST_FIELDS = re.compile("(?:(?![部省厅院委局府会长])[一-龥、]){1,12}[和与及]\\Z"), 12
GROUP = re.compile(  # 国务院|就业工作领导小组
    "(?:(?!关于|成立|设立|建立|决定|批准|同意|要求|部署|召开|的)[一-龥]){2,20}?(?:领导小组|协调小组|部际联席会议)")
MISSION = re.compile("(?P<home>中国)?(?P<name>常?驻(?P<seat>[一-龥]{2,16}?)(?:大使馆|总领事馆|总领馆|领事馆|使团|代表团))")
END = attrgetter("end")
JOINED = tuple("、和及与")
OPENS_LIST = re.compile("[（(：，。；由\n]")
CHARGED = re.compile("[（(][^（）()\n]{0,80}?(?:负责|牵头|分工)[^（）()\n]{0,80}[）)]|(?:牵头|责任|参与|配合)(?:单位|部门)：[^。\n]{2,80}")
PARTS = re.compile("[（(，；：、]")
OF_STATE = re.compile("\\s*[^\\n]{0,40}(?:关于|印发|对)")
NOT_ENDED = ("部门", "系统", "机构")
SHORTEST_SHORT, LONGEST_SHORT = 3, 8
LONGEST_GIVEN = 8  # letters of a foreign name before its dot
BOUNDARY, BESIDE = frozenset("、由据经和与及对向办"), frozenset("原同报商请经")


@cache
def _foreign_organ() -> re.Pattern[str]:
    return re.compile(any_of("foreign_organ"))


def find_agencies(canvas: Canvas) -> None:
    """Find organs of foreign countries, then central and international bodies by their known names."""
    _foreign(canvas)
    abroad = (0, "")  # where the last body of a foreign party ends, and the party
    central: dict[int, int] = {}  # where each central body that is named ends, and where the line or list that it stands in begins
    if JOINTLY_WITH.search(canvas.text):  # 总台联合国家消防救援局, 某总局联合国务院相关部门
        canvas.hits["Agency"] = [hit for hit in canvas.hits["Agency"] if not JOINTLY_WITH.match(canvas.text, hit.start)]
    for hit in canvas.longest("Agency", "Organization"):
        if hit.entries[0].type == "Organization":  # 致公党中央, not 党中央
            continue
        if abroad[1] and canvas.text.startswith("中央", hit.start) and IN_CHAIN.fullmatch(canvas.text, abroad[0], hit.start):
            canvas.add(hit.start, hit.end, "Agency", abroad[1] + canvas.text[hit.start:hit.end])
            continue
        country = _country_before(canvas, hit) if hit.entries[0].kind in ("state", "power") else None
        if country:
            canvas.add(country[0], hit.end, "Agency", country[1] + canvas.text[hit.start:hit.end])
        elif not _refused(canvas, hit) and not _led_from_abroad(canvas, hit):
            _parent(canvas, hit)
            canvas.add(hit.start, hit.end, "Agency", hit.entries[0].name)
            if hit.entries[0].kind == "world" and PARTY_ABROAD.match(hit.entries[0].name):
                abroad = hit.end, hit.entries[0].name.partition("中央")[0]
            if hit.entries[0].kind == "state":
                central[hit.end] = hit.start
    _listed(canvas, central)
    _of_cppcc(canvas)
    for member in MEMBER.finditer(canvas.text):
        bureau = _short_names()[0].match(canvas.text, member.start("post"))
        if bureau and canvas.free(*bureau.span()):
            canvas.add(*bureau.span(), "Agency", _short_names()[1][bureau.group()])
    for found in CUSTOMS.finditer(canvas.text):
        if canvas.free(found.start(), found.end()):
            canvas.add(found.start(), found.end(), "Agency", "中华人民共和国海关总署")


@cache
def _behind_local() -> re.Pattern[str]:
    """What stands before the organ of a place that is named with the organs before it: 市教育局、|发展改革委, 甲省财政厅联合|国资委."""
    short = "|".join(division.short for code, division in divisions().items() if code.endswith("00") and division.short)
    return re.compile(f"(?:[省市区县]|自治[区州]|{short})(?!场|域)(?:[一-龥]{{2,12}}[局委厅办会](?:[、和及与]|联合|会同)){{1,8}}\\Z")


@cache
def _committees() -> re.Pattern[str]:
    names = [row["name"].removeprefix(CPPCC) for row in rows("agencies_central.tsv") if row["name"].startswith(CPPCC)]
    return re.compile(rf"(?<=[，、。为任])(?:{'|'.join(name for name in names if name.endswith('委员会') and len(name) > 4)})(?=(?:驻会)?副?主任)")


def _of_cppcc(canvas: Canvas) -> None:
    """Committees of the CPPCC told alone before a title (第十四届全国政协常委、|外事委员会副主任), where it is named before them and the NPC is not."""
    said = canvas.text.find("全国政协")
    for hit in _committees().finditer(canvas.text, said) if said >= 0 and "全国人大" not in canvas.text else ():
        if canvas.free(*hit.span()):
            canvas.add(*hit.span(), "Agency", CPPCC + hit[0])


@cache
def _short_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Central bureaus by what is left of their names without 国家, 中国 or 国务院 (能源局, 扶贫办), which only a list of central bodies shows to be theirs."""
    short: dict[str, str] = {}
    for row in rows("agencies_central.tsv"):
        for form in (row["name"], *row["forms"].split("|")) if row["kind"] == "state" else ():
            bare = form.removeprefix("国家").removeprefix("中国").removeprefix("国务院")
            if bare != form and len(bare) > 2 and bare.endswith(("局", "署", "健康委", "办")) and "局" not in bare[:-1]:
                short.setdefault(bare, row["name"])
    return re.compile("|".join(sorted(short, key=lambda form: (-len(form), form)))), short


def _listed(canvas: Canvas, central: dict[int, int]) -> None:
    """Bureaus by their short names behind a central body in a list (财政部、能源局), or on a line of nothing but bodies (商务部 林草局).

    Args:
        canvas: the text with the central bodies found.
        central: where each of them ends, and where it begins.
    """
    text, (pattern, short) = canvas.text, _short_names()
    for start, end in (*_before_listed(text, central), *_charged(canvas)):
        if canvas.free(start, end):
            canvas.add(start, end, "Agency", short[text[start:end]])
            central[end] = start
    ends = sorted(central, reverse=True)
    while ends:
        end = ends.pop()
        start = end + (text[end:end + 1] in JOINED or text[end:end + 1] == "\n")
        hit = pattern.match(text, start)
        if not hit or not canvas.free(*hit.span()) or not (text[end:start] in JOINED or _alone(text, central, end, hit.end())):
            continue
        canvas.add(*hit.span(), "Agency", short[hit.group()])
        central[hit.end()] = start
        ends.append(hit.end())


def _before_listed(text: str, central: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Short names that open a list with a central body behind them: （林草局、|自然资源部负责）."""
    short = _short_names()[1]
    for begin in sorted(central.values(), reverse=True):
        chain: list[tuple[int, int]] = []
        while text[begin - 1:begin] in JOINED:
            start = next((at for at in range(max(0, begin - LONGEST_SHORT - 1), begin - SHORTEST_SHORT) if text[at:begin - 1] in short), -1)
            if start < 0:
                break
            chain.append((start, begin - 1))
            begin = start
        if chain and OPENS_LIST.match(text, begin - 1):
            yield from chain


def _charged(canvas: Canvas) -> Iterator[tuple[int, int]]:
    """Short names in the brackets of a document of the State that tell who is in charge: （药监局牵头，医保局、卫生健康委参与）."""
    text = canvas.text
    opening = canvas.hits.get("Agency", ())[:1] if OF_STATE.match(text) and ("负责" in text or "牵头" in text) else ()
    of_state = opening and not text[:opening[0].start].strip() and opening[0].entries[0].kind == "state"
    for bracket in CHARGED.finditer(text) if of_state else ():
        for part in PARTS.finditer(text, *bracket.span()):
            name = _short_names()[0].match(text, part.end())
            if name and not text.startswith(NOT_ENDED, name.end()):
                yield name.span()


def _alone(text: str, central: dict[int, int], end: int, last: int) -> bool:
    """Whether the bodies that end here fill their line from its beginning on, and only bodies stand behind the last of them."""
    begin, pattern = end, _short_names()[0]
    while more := pattern.match(text, last):
        last = more.end()
    while begin in central:
        begin = central[begin]
    return text[begin - 1:begin] in ("", "\n") and text[last:last + 1] in ("", "\n")


def _parent(canvas: Canvas, hit: Hit) -> None:
    """The agency whose centre or department is known by its own name (国家医保局大数据中心) is named, too."""
    if not canvas.text.endswith(INNER, hit.start, hit.end):
        return
    known = canvas.hits["Agency"]  # in the order of their ends
    for shorter in reversed(known[bisect_right(known, hit.start, key=END):bisect_left(known, hit.end, key=END)]):
        name, ministry = shorter.entries[0].name, canvas.text.endswith(("部", "委", "总局", "署"), shorter.start, shorter.end)
        if shorter.start == hit.start and (ministry or hit.entries[0].name.startswith(name)):
            canvas.add(shorter.start, shorter.end, "Agency", name)
            return  # the nearest above it


def _foreign(canvas: Canvas) -> None:
    """Government, parliament and central bank of a country that is named before them, where no longer name is known."""
    ends = {hit.start: hit.end for hit in canvas.hits.get("Agency", ())}
    for place in canvas.hits.get("Place", ()):
        hit = _foreign_organ().match(canvas.text, place.end) if place.entries[0].kind == "country" else None
        if not hit or ends.get(place.start, 0) > hit.end():
            continue
        if canvas.text[hit.end():hit.end() + 1] not in ("门", "队") and canvas.free(place.start, hit.end()):
            canvas.add(place.start, hit.end(), "Agency", place.entries[0].name + FULL.get(hit.group(), hit.group()))
    for mission in MISSION.finditer(canvas.text) if "驻" in canvas.text else ():
        _mission(canvas, mission, seated=mission.start("seat") in ends or mission.start("seat") in canvas.starts)


def _mission(canvas: Canvas, mission: re.Match[str], *, seated: bool) -> None:
    """An embassy, consulate or permanent mission of a country (甲国驻乙国大使馆, 中国常驻联合国代表团) that is ``seated`` at a known name."""
    begin, country = mission.start(), mission["home"] or ""
    if not country:
        state = next((place for place in canvas.ends.get(begin, ()) if place.entries[0].kind == "country"), None)
        begin, country = (state.start, state.entries[0].name) if state else (begin, "")
    if country and seated and canvas.free(begin, mission.end()):
        canvas.add(begin, mission.end(), "Agency", country + mission["name"])


def _country_before(canvas: Canvas, hit: Hit) -> tuple[int, str] | None:
    """The foreign country whose ministry it is (伊朗外交部, 以国家安全部): where it begins and its name."""
    text, form = canvas.text, canvas.text[hit.start:hit.end]
    if form.startswith("国") and (clipped := ABROAD.get(text[hit.start - 1:hit.start], "")).endswith("国"):
        return hit.start - 1, clipped  # 美|国防部, 美|国务院
    if form.startswith(("中国", "中共", "中华")) or form in AT_HOME or (form.endswith("部") and text.startswith("门", hit.end)):
        return None
    for place in canvas.ends.get(hit.start, ()):
        entry = place.entries[0]
        if entry.type == "Place" and entry.kind == "country" and not misread(text, place.start, place.end):
            return place.start, entry.name
    if form.endswith("部") and text.startswith("长", hit.end):
        if state := _minister_of(canvas, hit):
            return hit.start, state.entries[0].name
        if fields := FIELDS.search(text, max(0, hit.start - LONGEST_FIELDS), hit.start):
            for begin in range(fields.start(), fields.end() - 2):  # 甲国贸易和|农业部长
                if state := next((place for place in canvas.ends.get(begin, ()) if place.entries[0].kind == "country"), None):
                    return state.start, state.entries[0].name + text[begin:hit.start]
    before, earlier = text[hit.start - 1:hit.start], text[hit.start - 2:hit.start - 1]
    order = before == "以" and text.startswith(("令", "公告", "名义"), hit.end)  # 以甲部令公布
    if before in ABROAD and not order and earlier in ("", "，", "。", "、", "\n", "据", "：", "与", "和", "日"):
        return hit.start - 1, ABROAD[before]
    state = _foreign_minister(canvas, hit) if form.endswith("部") and text.startswith("长", hit.end) else None
    return (hit.start, state.entries[0].name) if state else None


@lru_cache(maxsize=8)
def _first_local(text: str, form: str) -> int:
    """Where a text first names an organ of a place that is called as one of the State; its end where it does not, or names that of the State."""
    told = re.search(LOCAL[form], text) if f"国家{form[:1]}" not in text else None
    return told.start() if told else len(text)


def _minister_of(canvas: Canvas, hit: Hit) -> Hit | None:
    """The foreign country of a minister in a list that names it once: 甲国议长某某、|交通部长某某."""
    if canvas.text[hit.start - 1:hit.start] not in (*JOINED, "兼"):
        return None
    begin = 1 + max(canvas.text.rfind(mark, 0, hit.start) for mark in "。；\n")
    known = canvas.hits.get("Place", [])  # in the order of their ends
    near = known[bisect_right(known, begin, key=END):bisect_right(known, hit.start, key=END)]
    before = [place for place in near if place.entries[0].kind == "country"]
    own = before and (ABROAD_TITLE.fullmatch(canvas.text, before[-1].end, hit.start) or ABROAD_BESIDE.fullmatch(canvas.text, before[-1].end, hit.start))
    return before[-1] if own else None


def _led_from_abroad(canvas: Canvas, hit: Hit) -> bool:
    """Whether a minister with a foreign name is told behind it (财政部|长耶伦): the ministry of a country that is not told."""
    at = hit.end + 1
    ministry = hit.entries[0].kind == "state" and canvas.text.startswith("长", hit.end)
    return ministry and any(person.start == at and "·" in person.entries[0].name for person in canvas.hits.get("Person", ()))


def _foreign_name(text: str, position: int) -> bool:
    """Whether no Chinese name stands at a position: 列兹尼科夫, 马尔科·弗洛雷斯."""
    return "·" in text[position:position + LONGEST_GIVEN] or text[position:position + 1] not in words("surname")


def _foreign_minister(canvas: Canvas, hit: Hit) -> Hit | None:
    """The foreign country that the sentence names before a minister with a foreign name: 甲国副总理兼|财政部长某某."""
    if not _foreign_name(canvas.text, hit.end + 1):
        return None
    begin = 1 + max(canvas.text.rfind(mark, 0, hit.start) for mark in "。；\n")
    known = canvas.hits.get("Place", [])  # in the order of their ends
    near = known[bisect_right(known, begin, key=END):bisect_right(known, hit.start, key=END)]
    return next((place for place in reversed(near) if place.entries[0].kind == "country"), None)


def _tells_abroad(canvas: Canvas) -> bool:
    """Whether the text names a foreign country, whose ministries are called as China's once were (卫生部)."""
    return any(hit.entries[0].kind in ("country", "capital") for hit in canvas.hits.get("Place", ()))


def _refused(canvas: Canvas, hit: Hit) -> bool:
    """A known form that is only part of other words: 教育部门, 国务院有关部门, 某省发展改革委."""
    text, form = canvas.text, canvas.text[hit.start:hit.end]
    before, after = text[hit.start - 1:hit.start], text[hit.end:hit.end + 2]
    if form.endswith("部") and after[:1] in ("门", "队", "级", "分") and after != "分别":
        return True
    if hit.entries[0].kind == "state" and form.endswith("部") and after[:1] == "长" and _foreign_name(text, hit.end + 1) and _tells_abroad(canvas):
        return True  # 财政部长某某 of a country that the sentence does not name
    if hit.entries[0].kind == "world" and TIED.search(text, max(0, hit.start - 3), hit.start):  # 中国—|东盟博览会
        return True
    if form in CLIPPED and "一" <= before <= "龥" and before not in BOUNDARY:
        return True
    if form in FORMER and (("一" <= before <= "龥" and before not in BOUNDARY | BESIDE) or _tells_abroad(canvas)):
        return True
    if form == "全国人大" and after == "代表":
        return True
    if form.endswith("军") and after[:1] in NOT_BEHIND_ARMY:  # 美|军火, 俄|军机
        return True
    if hit.entries[0].kind == "world" and after[:1] == "司" and after not in ("司长", "司法"):  # 财政部世界银行司
        return True
    if form == "国务院" and before != "或" and GROUP.match(text, hit.end):
        return True
    if form == "国务院" and after in ("有关", "各部", "其他", "相关", "部门", "所属", "政策"):
        return True
    if form in PLACED_ONLY and (canvas.ends.get(hit.start) or before in tuple("省市区县州旗") or text.endswith("政府", 0, hit.start)):
        return True
    if form in PLACED_ONLY and form.endswith("委"):  # behind 市教育局、 or 甲市发展改革委…。
        if before in LINKED and _behind_local().search(text, max(0, hit.start - LONGEST_LIST), hit.start):
            return True
        if form in LOCAL and _first_local(text, form) < hit.start:
            return True
    return form == "央行" and bool(canvas.ends.get(hit.start))
