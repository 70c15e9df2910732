"""Bodies of public power: central and international ones by name, local ones as place + type of organ, departments inside them."""
from __future__ import annotations

import re

from kg.lexicon import divisions, organs
from kg.nlp.canvas import Canvas, Hit, Span
from kg.nlp.gazetteer import MUNICIPALITIES, Home, bare, choose, full_name, home_of, level, misread

PLACED_ONLY = frozenset("发展改革委 发改委 国资委 外汇局 民航局 人民银行 金管局 自然科学基金委 国办 特区政府".split())
CLIPPED = frozenset("中办 国办 世行 亚行 黄委 以军 联大 港府 央行 全国人大".split())
LEVEL_WORDS = ("自治区", "自治州", "省", "市", "区", "县", "州", "旗")
NOT_LEVEL = frozenset("各全两三四多级跨外该某等几数些城辖地新园社景灾校山片牧郊特")
DEPARTMENT = re.compile(r"[一-龥]{2,14}?(?:司|处|室|局|部|中心|组|办公室|总队|支队|研究院)(?=(?:(?:原|党组)?(?:副|第一)?(?:司长|处长|主任|局长|部长|组长|负责人|书记|巡视员|所长|院长|研究员|发言人|有关负责人|相关负责人|总队长|支队长|"
                        r"一级巡视员|二级巡视员|干部|高级统计师|首席统计师|统计师|专家|首席|科长|队长)|、))")
NOT_DEPARTMENT = re.compile(r"有关|相关|党组|各|全|联合|副|等|的|在|和国|原|下设|^[与和及、]|、$")
FOREIGN_ORGANS = {"政府": "政府", "央行": "中央银行", "中央银行": "中央银行", "外交部": "外交部", "国防部": "国防部", "财政部": "财政部", "卫生部": "卫生部", "议会": "议会", "国会": "国会", "内政部": "内政部",
                  "军方": "军方", "统计局": "统计局", "总统府": "总统府", "驻华大使馆": "驻华大使馆", "最高法院": "最高法院", "气象局": "气象局", "农业部": "农业部", "教育部": "教育部", "商务部": "商务部", "宪法法院": "宪法法院", "能源部": "能源部"}
LOCAL_BRANCH = re.compile(r"[一-龥]{2,5}?分局")
NEXT = re.compile(r"[、和与及]|以及")


def find_agencies(canvas: Canvas) -> None:
    """Find central and international bodies by their known names."""
    _foreign(canvas)
    for hit in canvas.longest("Agency"):
        form = canvas.text[hit.start:hit.end]
        country = _country_before(canvas, hit)
        if country and hit.entries[0].kind in ("state", "power"):
            canvas.add(country[0], hit.end, "Agency", country[1] + form)
        elif not _refused(canvas, hit, form):
            canvas.add(hit.start, hit.end, "Agency", hit.entries[0].name)
    for found in re.finditer(r"(?<=据)海关(?=统计|总)|(?<=[，。\n])海关(?=统计|数据)", canvas.text):
        if canvas.free(found.start(), found.end()):
            canvas.add(found.start(), found.end(), "Agency", "中华人民共和国海关总署")


ABROAD = dict(zip("美俄英法德日韩朝越伊以乌叙黎埃印", "美国 俄罗斯 英国 法国 德国 日本 韩国 朝鲜 越南 伊朗 以色列 乌克兰 叙利亚 黎巴嫩 埃及 印度".split(), strict=True))
AT_HOME = frozenset("国务院 央行 中国人民银行 人民银行 解放军".split())


def _country_before(canvas: Canvas, hit: Hit) -> tuple[int, str] | None:
    """The foreign country whose ministry it is (伊朗外交部, 以国家安全部): where it begins and its name."""
    form = canvas.text[hit.start:hit.end]
    if form.startswith(("中国", "中共", "中华")) or form in AT_HOME:
        return None
    for place in canvas.ends.get(hit.start, ()):
        if place.entries[0].type == "Place" and place.entries[0].kind == "country" and not misread(canvas.text, place.start, place.end):
            return place.start, place.entries[0].name
    before = canvas.text[hit.start - 1:hit.start]
    if before in ABROAD and before and canvas.text[hit.start - 2:hit.start - 1] in ("", "，", "。", "、", "\n", "据", "，", "：", "与", "和", "日"):
        return hit.start - 1, ABROAD[before]
    return None


def find_issuers_in_titles(canvas: Canvas) -> None:
    """The agency that a title begins with (国务院办公厅关于…的通知) is named by it, too."""
    for title in [span for span in canvas.spans if span.type in ("Regulation", "Publication")]:
        known = [hit for hit in canvas.hits.get("Agency", ()) if hit.start == title.start and hit.end < title.end]
        longest = max(known, key=lambda hit: hit.end, default=None)
        if longest and (canvas.text.startswith("关于", longest.end) or canvas.text[longest.end:longest.end + 4].isdigit()):
            canvas.spans.append(Span(longest.start, longest.end, "Agency", longest.entries[0].name))


def _refused(canvas: Canvas, hit: Hit, form: str) -> bool:
    """A known form that is only part of other words: 教育部门, 国务院有关部门, 某省发展改革委."""
    text, start, end = canvas.text, hit.start, hit.end
    after, before = text[end:end + 1], text[start - 1:start]
    if form.endswith("部") and after in ("门", "队", "级", "分"):
        return True
    if form in CLIPPED and before and "一" <= before <= "龥" and before not in "、由据经和与及对向办":
        return True
    if form == "全国人大" and text[end:end + 2] == "代表":
        return True
    if form == "国务院" and text[end:end + 2] in ("有关", "各部", "其他", "相关", "部门", "所属"):
        return True
    if form in PLACED_ONLY and (canvas.ends.get(start) or before in "省市区县州旗"):
        return True
    return form == "央行" and bool(canvas.ends.get(start))


def _foreign(canvas: Canvas) -> None:
    """Government, parliament and central bank of a country named before them."""
    for hit in canvas.hits.get("Place", ()):
        if hit.entries[0].kind != "country":
            continue
        for form, full in FOREIGN_ORGANS.items():
            if canvas.text.startswith(form, hit.end) and canvas.text[hit.end + len(form):][:1] != "门" and canvas.free(hit.start, hit.end + len(form)):
                canvas.add(hit.start, hit.end + len(form), "Agency", hit.entries[0].name + full)
                break


def find_local_organs(canvas: Canvas) -> None:
    """Find organs of a named place or of a level (省财政厅), and the ones listed behind them with their place left out."""
    at_home = home_of(canvas)
    last: tuple[int, str] | None = None
    for hit in _organ_hits(canvas):
        found = _placed(canvas, hit) or _levelled(canvas, hit, at_home)
        if not found and last and last[0] <= hit.start <= last[0] + 2 and NEXT.fullmatch(canvas.text[last[0]:hit.start] or "-"):
            found = (hit.start, last[1])
        if not found:
            continue
        start, code = found
        form = canvas.text[hit.start:hit.end]
        if not canvas.free(start, hit.end) or _plural(canvas.text, start, hit.end):
            continue
        type, name = complete(form, code)
        canvas.add(start, hit.end, type, name)
        branch = LOCAL_BRANCH.match(canvas.text, hit.end)
        if branch and form.endswith("局"):
            canvas.add(start, branch.end(), type, name + branch.group())
        last = (hit.end, code)


def _organ_hits(canvas: Canvas) -> list[Hit]:
    """Longest organ form at each start, leftmost first."""
    return [hit for hit in canvas.longest("Organ") if not _broken(canvas.text, hit)]


def _broken(text: str, hit: Hit) -> bool:
    form, after = text[hit.start:hit.end], text[hit.end:hit.end + 1]
    if form in ("政府",) and text[hit.end:hit.end + 2] in ("部门", "投资", "采购", "补贴", "补助", "主导", "债券", "专项"):
        return True
    if form in ("政协", "人大") and text[hit.end:hit.end + 2] in ("委员", "代表"):
        return form == "人大"
    return (form in ("委",) and after in ("员", "托", "任", "派", "会", "员会")) or (form == "法院" and after == "系") or (form in ("海关",) and after in ("特", "监", "总", "统")) or (
        form in ("人大", "高院") and after in ("附",)) or (form.endswith("局") and after in ("面", "部", "势", "地")) or (form == "工会" and after == "议") or (form == "气象台" and False)


def _plural(text: str, start: int, end: int) -> bool:
    return text[start - 1:start] in ("各", "某") or text[end:end + 2] in ("系统",) and False


def _placed(canvas: Canvas, hit: Hit) -> tuple[int, str] | None:
    """The chain of places that ends where the organ begins: its start and the last place's code."""
    return place_before(canvas, hit.start)


def place_before(canvas: Canvas, position: int, depth: int = 0) -> tuple[int, str] | None:
    """The division named right before a position, with the divisions before it: start of the chain and code of the last one."""
    best: tuple[int, str] | None = None
    for place in sorted((h for h in canvas.ends.get(position, ()) if h.entries[0].type == "Division"), key=lambda h: h.start):
        outer = place_before(canvas, place.start, depth + 1) if depth < 3 else None
        codes = [entry.name for entry in place.entries]
        if outer and (code := choose(codes, outer[1], None)):
            return outer[0], code
        if best is None and not misread(canvas.text, place.start, position):
            code = choose(bare(place, canvas.text), None, None) or (choose(codes, None, home_of(canvas)()) if position - place.start > 2 else None)
            if code:
                best = place.start, code
    return best


def _levelled(canvas: Canvas, hit: Hit, at_home) -> tuple[int, str] | None:  # type: ignore[no-untyped-def]
    """省财政厅: the organ of the article's own province, city or county."""
    text, start = canvas.text, hit.start
    for word in LEVEL_WORDS:
        if text.endswith(word, 0, start):
            begin = start - len(word)
            before = text[begin - 1:begin]
            if before in NOT_LEVEL and before:
                return None
            if before in ("我", "本"):
                begin -= 1
            elif before and "一" <= before <= "龥" and before not in "经由从向据对为与和及的在是了让被把给到报有请当记者同合原兼任时中悉会获者日后据前月":
                return None
            where = at_home()
            code = {"省": where.province, "自治区": where.province}.get(word) or (where.city if word in ("市", "州", "自治州") else where.county)
            if word == "省" and code and (code[:2] in MUNICIPALITIES or divisions()[code].name.endswith("区")):
                return None
            if word == "市" and where.province[:2] in MUNICIPALITIES:
                code = where.province
            return (begin, code) if code else None
    return None


def complete(form: str, code: str) -> tuple[str, str]:
    """Class and full name of a printed organ form at a place.

    >>> complete("人社部门", "340000"), complete("省委"[1:], "410000")
    (('Agency', '安徽省人力资源和社会保障厅'), ('Agency', '中国共产党河南省委员会'))
    """
    organ, place = organs()[form], full_name(code)
    if organ.kind == "party":
        return "Agency", f"中国共产党{place}{organ.province}"
    if organ.kind == "cppcc":
        return "Agency", f"中国人民政治协商会议{place}委员会"
    if organ.kind == "seat":
        return "Agency", (divisions()[code].short or place) + organ.province
    high = level(code) == 1 and code[:2] not in MUNICIPALITIES
    name = (organ.province if high else organ.below)
    if organ.kind == "central":
        name = name if place.endswith(("省", "市", "县", "区", "州", "旗", "盟")) else name
    return ("Organization" if organ.kind == "mass" else "Agency"), place + name


def find_departments(canvas: Canvas) -> None:
    """Bodies inside an agency: before a title (商务部流通发展司司长), its general office, its regional branch, the groups it sets up."""
    for span in [span for span in canvas.spans if span.type == "Agency" or span.name in PEOPLES]:
        hit = DEPARTMENT.match(canvas.text, span.end)
        if hit and NOT_DEPARTMENT.search(hit.group()):
            hit = None
        hit = hit or OFFICE.match(canvas.text, span.end) or BRANCH.match(canvas.text, span.end)
        if hit and canvas.free(hit.start(), hit.end()) and (hit.re is not BRANCH or _from_place(canvas, span.end)):
            canvas.add(span.start, hit.end(), span.type, span.name + hit.group())
        _groups(canvas, span)


def _from_place(canvas: Canvas, position: int) -> bool:
    return any(hit.start == position for hit in canvas.hits.get("Division", ()))


def _groups(canvas: Canvas, span: Span) -> None:
    """Groups that an agency sets up under itself (下设监督组、专家组) carry its name."""
    below = BELOW.match(canvas.text, span.end)
    if below:
        for group in re.finditer(r"[一-龥]{2,8}组", below.group(1)):
            start = below.start(1) + group.start()
            if canvas.free(start, start + len(group.group())):
                canvas.add(start, start + len(group.group()), span.type, span.name + group.group())


OFFICE = re.compile(r"办公厅(?=[、，。与和\n ]|主任|副主任|印发|发布|联合|关于|近日|日前|会同)|机关党委(?=书记|副书记)")
BRANCH = re.compile(r"[一-龥]{2,6}?(?:总部|分行|营业管理部|营业部|中心支行|监管分局|监管局|专员办|特派办|办事处|税务局|分局|监管办公室|监管办|派出局)")
BELOW = re.compile(r"(?:下设|设立|设)((?:[一-龥]{2,8}组(?:、|和|以及|及)?){2,6})")
PEOPLES = frozenset(("中国共产主义青年团中央委员会", "中华全国妇女联合会", "中华全国总工会", "中国残疾人联合会", "中国科学技术协会"))
WORKING = re.compile(r"工作小组办公室|工作小组|领导小组办公室|领导小组|指挥部办公室|指挥部|管理委员会|管委会|部际联席会议办公室|部际联席会议|协调小组|三方委员会|仲裁委员会|仲裁院|工作专班|联调中心|监督管理局|管理局|监管局|监察局|纪检监察组|工作委员会|工委|事务管理所|管理所|事务中心|管理中心|监测中心|服务中心|促进中心|指导中心|监察总队|执法总队|执法支队|审批局|勤务局|稽查局")
WORKING_CUT = re.compile(r"[的了和与及由向据把被让]|在|对(?!外)|将|为|等|各|成立|建立|组建|设立|制定|召开|出台|加强|推动|通过|明确|要求|联合|强化|完善|印发|发布|发挥|开展|作为|以及")


def find_working_bodies(canvas: Canvas) -> None:
    """Leading groups, headquarters, administrative committees of a place or of the State: 国家海上搜救部际联席会议."""
    for head in WORKING.finditer(canvas.text):
        if not canvas.free(head.start(), head.end()):
            continue
        left = head.start()
        while left > 0 and head.start() - left < 26 and canvas.text[left - 1] not in "，。、；：！？\n“”《》（） " and not canvas.mask[left - 1]:
            left -= 1
        for cut in WORKING_CUT.finditer(canvas.text, left, head.start()):
            left = max(left, cut.end())
        found = _working(canvas, left, head.start())
        if found and canvas.free(found[0], head.end()):
            canvas.add(found[0], head.end(), "Agency", found[1] + canvas.text[found[2]:head.end()])


def _working(canvas: Canvas, left: int, head: int) -> tuple[int, str, int] | None:
    """Start of the name, its place in full, and where its own words begin."""
    text = canvas.text
    for begin in range(left, head - 1):
        if text[begin:begin + 2] in ("国家", "全国", "中央") or text[begin:begin + 3] == "国务院":
            return (begin, "", begin) if head - begin >= 4 else None
        for hit in sorted((hit for hit in canvas.hits.get("Division", ()) if hit.start == begin and hit.end < head), key=lambda hit: -hit.end):
            place = place_before(canvas, hit.end)
            if place and place[0] <= begin:
                return place[0], full_name(place[1]), hit.end
    if text[left:left + 1] in ("省", "市", "县", "区") and head - left >= 4:
        where = home_of(canvas)()
        code = {"省": where.province, "市": where.city}.get(text[left], where.county)
        return (left, full_name(code), left + 1) if code else None
    return None
