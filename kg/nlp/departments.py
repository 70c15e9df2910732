"""Bodies within and between agencies: departments before a title, regional branches, groups, leading groups and committees."""
from __future__ import annotations

import re
from functools import cache

from kg.lexicon import any_of, divisions, known_name
from kg.nlp.canvas import STOP, Canvas, Span
from kg.nlp.gazetteer import full_name, home_of
from kg.nlp.local_organs import place_before
from kg.nlp.places import PARK

NOT_DEPARTMENT = re.compile(
    r"有关|相关|党组|主任|书记|[局部厅司处会署]长|各|(?<!安)全|联合|会同|副|等|的|在|和国|原|下设|(?<!应)对(?!外)|分管|主管|主要|当天|继续|袭击|以及|决策|部署|成立|设立|组建|印发|召开|开展|[东西南北中]部|[将把被]|^(?:委员|[与和及、])|、$|(?:组织|指导|督促|邀请|会同|要求|委托|依托)[省市县区]")
INNER = re.compile(
    r"(?!有限|分公司|子公司|各|[一-龥]{1,4}长(?!期))[一-龥]{2,10}?(?:(?<!公)司(?!法|机|令|长|空)|处(?=[，了获]|有关专家|介绍|表示|解读|分析|数据|消息|提醒|发布|[一-龥]{2,3}(?:解读|介绍|汇报|宣读)|工作人员|相关负责|有关负责|会同|联合|牵头)|中心|研究所|监管所|监管大队|执法局|稽查局|监督局|派出所"
    r"|审判庭|法庭|[查环民刑巡执交][一-龥]中队|警务站|(?<!成立)(?<!组建)(?<!行动)工作专班|科|股)"
    r"(?=[，。（(“]|[自于将已还也]|通过|了解到|获悉|表示|介绍|解读|分析|提醒|消息|数据|主办|承办|发布|公布|印发|下发|通报|委托|部署|近日|日前|组织|开展|会同|联合|牵头|指导下|对(?!外)|执法人员|有关专家|队员|数据|就|获评|被评为|负责|有关负责|相关负责|工作人员|执法人员)"
)
INSIDE = re.compile("和|与(?=[监管督应])")  # 网络执法|与|监督局
STATED = re.compile(r"(?![和与及同])[一-龥]{2,12}?(?<!公)司(?![法机令长空局])")  # of a ministry, whatever it does: 某部|农村水利司2023年牵头
UNIT = re.compile(
    r"(?:[一-龥]{0,6}?(?:执法|稽查|监察|监管|[交巡特刑]警|侦查?|网安|治安|食药旅|消防救援)|[一-龥]{2,14}?警察)"
    r"(?:总队|支队|大队)(?!长)(?:[一二三四五六七八九十]{1,2}大队(?!长))?|(?!各|多|辖|属地|基层|所有|全)[一-龥]{2,6}派出所")
OFFICE = re.compile(
    r"办公厅(?!大臣|广场|直属|[（室])"
    r"|办公室(?=[、，。与和\n \d]|主任|副主任|印发|发布|联合|共同|分别|关于|近日|日前|会同|组织|部署|获悉|了解到)|(?:直属)?机关党委(?=(?:常务)?副?书记)")
PARTY_GROUP = re.compile("(?:分?党组|党委)(?!书记|副书记|成员|委员|织|班子|办|会议|理论|纪|中心|[和与、的（(])")
BRANCH = re.compile(
    r"(?!会同|联合|协同|以及|[和与及同])[一-龥]{2,6}?(?:总部|分行|营业管理部|营业部|中心支行|调查总队|调查队|监管分局|监管局|专员办|特派办|办事处|税务局|分局|监管办公室|监管办|派出局|"
    r"管理局|受理窗口|执法大队|执法支队)"
)
SURVEYS = ("调查总队", "调查队")  # of the statistics office, which they name as theirs
VERBS = re.compile(
    "批准|支持|认定|授予|指导|推动|建设|主办|投资|附近|所属|直属|下属|打造|走进|参观|驻|委托|副|有关|相关|公司|旗下|原|"
    "落[到实]|督导|快查|[严查]处|成立")
ABOVE = re.compile("[一-龥]{2,8}?(?:办公室|办|中心|总局)(?=[一-龥]{2,8}[处科组]$)")  # 教育督导办|专项督导处
ZONE = re.compile(r"[一-龥]{2,8}(?:聚集区|集聚区|开发区|高新区|经开区|新区|示范区|风景区|景区|园区|合作区|保税区|自贸区|度假区|科学城|商务区)")
POSTED = re.compile("(?:(?:中央)?纪委)?(?:国家)?(?:监委)?驻(?P<at>[一-龥]{2,14}?)纪检监察组")  # 中央纪委国家监委|驻某部|纪检监察组
INSPECTION = re.compile("(?:第[一二三四五六七八九十]{1,3})?派?驻[一-龥]{0,14}?纪检监察组")  # 甲市纪委监委|驻市规划委纪检监察组
INSPECTORS = "纪检监察组"  # 驻某部|纪检监察组 is none of its own
ARMIES = ("国防军", "军队")  # 甲国军队|指挥中心
COMMITTEES = ("管委会", "管理委员会")
MONETARY = re.compile("货币政策委员会")
BELOW = re.compile(r"(?:下设|设立|设)((?:[一-龥]{2,8}组(?:、|和|以及|及)?){2,6})")
MINISTRY = re.compile("(?:国家|中华人民共和国)(?:[^省市县区]|市(?=场)){2,12}(?:部|委员会|局|总局|总署)")
ALONE = re.compile("(?:^|[，。；：、])(?P<name>[一-龥]{2,10}司)(?=(?:副司长|司长|(?:有关|相关)?负责人|[一二]级巡视员))", re.M)
BESIDE = re.compile(  # 甲检察院第三检察部主任某某、|第七检察部|副主任某某: of the body whose head or department is told before it
    r"(?:[局司处厅院署]长|主任|书记|秘书长|巡视员|专员)(?:[一-龥]{2,3})?(?:[、，](?:以及|和)?|和|以及)"
    r"(?P<name>(?:(?!国家|中国|[省市县区])[一-龥]){2,12}?(?:(?<!公)司|局|处|检察部|总队|支队|大队|庭))(?=原?(?:副|常务副)?(?:[司局处庭]长|总队长|支队长|大队长|主任))")
LISTED = re.compile("(?:(?![和、])[一-龥]){2,8}(?<!公)司(?!法)")
LIST = re.compile(f"(?:{LISTED.pattern}[、和])*{LISTED.pattern}(?=[，。；、）和]|反映|反馈|联系|报告|备案)")
INQUIRY = re.compile(
    r"(?P<state>国务院)?(?<![立成建派])"
    r"(?:(?<=国务院)(?:(?!成立|组成|派|设立)[^，。；：的了\n]){0,24}|(?:(?:特别)?重大[一-龥]{0,6}))?(?:事故|灾害)调查组(?!织)")
GROUP = re.compile(r"[一-龥]{2,8}组")
PEOPLES = {
    "中国共产主义青年团中央委员会", "中华全国妇女联合会", "中华全国总工会", "中国残疾人联合会", "中国科学技术协会", "中国红十字会总会",
}
CUT = re.compile(
    r"[的了和与及向据把被让]|(?<!自)由|在|(?<!反)对(?!外)|将|为|等|各|会同|成立|建立|组建|设立|制定|召开|出台|加强|推动|通过|明确|要求|联合|强化|完善|印发|发布|发挥|"
    r"开展|作为|以及|[共构筹]建|共同|健全|新建(?!区)|打造|提供|积极|三级|两级|[两三四五六][市地省县区]|\d|[路号楼（）]"
)
NEAR = 20  # letters between a body and a title of it
JOINTS = ("和", "与", "及")
OF_MINISTRIES = ("部际联席会议", "部际协调机制")
NATIONAL = ("国务院", "国家", "全国", "中央")


@cache
def _department() -> re.Pattern[str]:
    return re.compile(
        rf"[一-龥]{{2,14}}?(?:(?<!公)司|处|科|室|局|部|中心|组|办公[室厅]|办(?=副?主任)|(?:监管|派出|司法)所(?=副?所长|书记)|总队|支队|[大中]队|庭|股(?!东|份|权)|委(?:员会)?(?=副?主任委员)|研究院)(?=(?:原|党组)?(?:副|第一)?(?:{any_of('post')})|、)"
    )


@cache
def _first_post() -> re.Pattern[str]:
    """A post at the agency itself, told before one in its department: 国家税务总局新闻发言人、办公厅主任."""
    return re.compile(r"(?:常委[、兼](?=(?:组织|宣传|统战|社会工作)部副?部长)|(?:新闻发言人|发言人|党组成员|党委委员|总[一-龥]{2,3}师)[、兼]"
        "|副?秘书长[、兼](?=[一-龥]{2,10}司(?:副)?司长))")


def find_departments(canvas: Canvas) -> None:
    """Bodies inside an agency: before a title (商务部流通发展司司长), its general office, the groups it sets up; and branches for it."""
    for span in [span for span in canvas.spans if span.type == "Agency" or span.name in PEOPLES or span.name.startswith("共青团")]:
        _listed(canvas, span)
        post = _first_post().match(canvas.text, span.end)
        hit = _department().match(canvas.text, post.end() if post else span.end) or (post and OFFICE.match(canvas.text, post.end()))
        if hit and post and not NOT_DEPARTMENT.search(hit.group()) and canvas.free(hit.start(), hit.end()):
            canvas.add(hit.start(), hit.end(), span.type, _full(canvas, span, hit[0]))
            continue
        if hit is None or NOT_DEPARTMENT.search(hit.group()):
            hit = OFFICE.match(canvas.text, span.end) or _inner(canvas.text, span)
        if hit and ((hit[0].endswith("中心") and span.name.endswith(ARMIES)) or (hit[0] == INSPECTORS and canvas.text.endswith("驻", 0, span.start))):
            hit = None
        branch = None if hit else _regional(canvas, span.end)
        if branch and any(other.start == branch.start() and not other.name.startswith(span.name) for other in canvas.spans):
            branch = None  # a body of its own on a line of signatures: 甲省财政厅|甲省税务局
        for found in (hit, branch):
            if found and canvas.free(found.start(), found.end()):
                canvas.add(span.start, found.end(), span.type, span.name + found.group())
                if above := ABOVE.match(found.group()):
                    canvas.add(span.start, found.start() + above.end(), span.type, span.name + above.group())
        group = PARTY_GROUP.match(canvas.text, span.end)
        if group and canvas.free(*group.span()):
            canvas.add(span.start, group.end(), span.type, span.name + group[0])
        if branch and not branch.group().endswith(SURVEYS):
            canvas.spans.remove(span)
        _groups(canvas, span)
    _told_alone(canvas)
    _monetary_policy(canvas)
    for inspection in INSPECTION.finditer(canvas.text) if "纪检监察组" in canvas.text else ():
        by = next((span for span in canvas.spans if span.end == inspection.start() and span.type == "Agency"), None)
        if by and canvas.free(*inspection.span()):
            canvas.add(by.start, inspection.end(), by.type, canvas.text[by.start:inspection.end()])
    for posted in POSTED.finditer(canvas.text) if "纪检监察组" in canvas.text else ():
        if known_name("Agency", posted["at"]):
            canvas.add(*posted.span(), "Agency", f"中央纪委国家监委驻{posted['at']}纪检监察组")


def _listed(canvas: Canvas, span: Span) -> None:
    """The departments of a ministry that are listed behind it: 某部|养老保险司、失业保险司和社会保障司。"""
    hit = LIST.match(canvas.text, span.end) if MINISTRY.fullmatch(span.name) else None
    for found in LISTED.finditer(canvas.text, span.end, hit.end()) if hit else ():
        if not NOT_DEPARTMENT.search(found[0]) and canvas.free(*found.span()):
            canvas.add(found.start() if found.start() > span.end else span.start, found.end(), span.type, _full(canvas, span, found[0]))


def _full(canvas: Canvas, span: Span, department: str) -> str:
    """The full name of a department of the body of a span: the official one where the printed form is known (国家发改委|综合司)."""
    return known_name(span.type, canvas.text[span.start:span.end] + department) or span.name + department


def _told_alone(canvas: Canvas) -> None:
    """Departments told by their own name before a title (。医政司副司长某某介绍): the one that the article has named in full, else that of its one
    ministry."""
    agencies = [span for span in canvas.spans if span.type == "Agency"]
    ministries = [span for span in agencies if MINISTRY.fullmatch(span.name)]
    for hit in ALONE.finditer(canvas.text) if ministries else ():
        told = {span.name for span in agencies if span.end <= hit.start() and span.name.endswith(hit["name"])}
        before = told or {span.name + hit["name"] for span in ministries if span.end <= hit.start()}
        if len(before) == 1 and not NOT_DEPARTMENT.search(hit["name"]) and canvas.free(*hit.span("name")):
            canvas.add(*hit.span("name"), "Agency", before.pop())
    for hit in BESIDE.finditer(canvas.text):
        near = [span for span in agencies if hit.start() - NEAR < span.end <= hit.start() and not STOP.intersection(canvas.text[span.end:hit.start()])]
        body = min((span for span in near if span.start == near[-1].start), key=lambda span: span.end, default=None) if near else None
        if body and not NOT_DEPARTMENT.search(hit["name"]) and canvas.free(*hit.span("name")):
            full = _full(canvas, body, hit["name"])
            if not hit["name"].endswith(("局", "司")) or full != body.name + hit["name"] or MINISTRY.fullmatch(body.name):
                canvas.add(*hit.span("name"), "Agency", full)


def _inner(text: str, span: Span) -> re.Match[str] | None:
    """A department, centre or unit right behind its agency and before what ends a name: 国家发展改革委国际合作中心（以下简称."""
    kinds = (*((INNER, UNIT) if span.type == "Agency" else ()), *((STATED,) if MINISTRY.fullmatch(span.name) else ()))
    hits = (kind.match(text, span.end) for kind in kinds)
    none = (CUT, VERBS, NOT_DEPARTMENT)
    return next((hit for hit in hits if hit and not any(word.search(INSIDE.sub("", hit[0]) if word is CUT else hit[0]) for word in none)), None)


def _monetary_policy(canvas: Canvas) -> None:
    """The monetary policy committee of the central bank that the article is about."""
    banks = [span for span in canvas.spans if span.type == "Agency" and span.name.endswith(("中央银行", "中国人民银行"))]
    for hit in MONETARY.finditer(canvas.text):
        before = [bank for bank in banks if bank.start < hit.start()]
        if before and canvas.free(hit.start(), hit.end()):
            canvas.add(hit.start(), hit.end(), "Agency", before[-1].name + hit.group())


def _regional(canvas: Canvas, position: int) -> re.Match[str] | None:
    """A branch (上海总部, 北京监管局) named by its place."""
    placed = any(hit.entries[0].type == "Division" for hit in canvas.starts.get(position, ()))
    return BRANCH.match(canvas.text, position) if placed else None


def _groups(canvas: Canvas, span: Span) -> None:
    """Groups that an agency sets up under itself (下设监督组、专家组) carry its name."""
    below = BELOW.match(canvas.text, span.end)
    for group in GROUP.finditer(below.group(1)) if below else ():
        start = below.start(1) + group.start()  # type: ignore[union-attr]
        if canvas.free(start, start + len(group.group())):
            canvas.add(start, start + len(group.group()), span.type, span.name + group.group())


def _inquiries(canvas: Canvas) -> None:
    """Groups of the State that look into an accident, by their full and then by their short name."""
    full = ""
    for hit in INQUIRY.finditer(canvas.text) if "调查组" in canvas.text else ():
        full = hit[0] if hit["state"] else full
        if full and canvas.free(hit.end("state") if hit["state"] else hit.start(), hit.end()):
            canvas.add(*hit.span(), "Agency", full)


def find_working_bodies(canvas: Canvas) -> None:
    """Leading groups, headquarters, administrative committees of a place or of the State: 国家海上搜救部际联席会议."""
    _inquiries(canvas)
    for head in canvas.longest("Body"):
        left = national = canvas.reach(head.start, 26, STOP)
        for cut in CUT.finditer(canvas.text, left, head.start):
            left = cut.end()
            national = national if cut.group() in JOINTS else left
        if canvas.text.endswith(PARK, left, head.start):
            found = _park(canvas, left, head.start)
        else:
            found = _national(canvas.text, national, head.start) or _owner(canvas, left, head.start)
        if not found and canvas.text.startswith(OF_MINISTRIES, head.start) and head.start - national >= 4:
            found = national, "", national
        if found and canvas.free(found[0], head.end):
            canvas.add(found[0], head.end, "Agency", found[1] + canvas.text[found[2]:head.end])
            if canvas.text.endswith("部际联席会议办公室", head.start, head.end):
                canvas.add(found[0], head.end - 3, "Agency", found[1] + canvas.text[found[2]:head.end - 3])


def _park(canvas: Canvas, left: int, head: int) -> tuple[int, str, int] | None:
    """The authority of a national park begins with the park's name (武夷山国家公园管理局)."""
    places = [hit.start for end in (head, head - len(PARK)) for hit in canvas.ends.get(end, ()) if hit.entries[0].type in ("Place", "Division")]
    begin = min((start for start in places if start >= left), default=None)
    return None if begin is None else (begin, "", begin)


def _national(text: str, left: int, head: int) -> tuple[int, str, int] | None:
    """A body of the State begins with 国家 or the like, and 和 may stand inside its name."""
    begins = [begin for begin in range(left, head - 3) if text.startswith(NATIONAL, begin)]
    behind_joint = [begin for begin in begins if text[begin - 1:begin] in JOINTS]
    if not begins:
        return None
    begin = behind_joint[-1] if behind_joint else begins[0]
    return begin, "", begin


def _owner(canvas: Canvas, left: int, head: int) -> tuple[int, str, int] | None:
    """Start of the name, its place in full, and where its own words begin."""
    text = canvas.text
    for begin in range(left, head - 1):
        inside = [hit for hit in canvas.starts.get(begin, ()) if hit.entries[0].type == "Division"
                  and (hit.end < head or (hit.end == head and text[head - 1] in "省市县区州盟旗"))]
        for hit in sorted(inside, key=lambda hit: -hit.end):
            place = place_before(canvas, hit.end)
            if place and place[0] <= begin:
                return place[0], full_name(place[1]), hit.end
    if text[left:left + 1] in ("省", "市", "县", "区") and text[left - 1:left] != "）" and head - left >= 4 and text[left + 1] not in "场域级民属外内省市县区":
        where = home_of(canvas)()
        code = {"省": where.province, "市": where.city}.get(text[left], where.county)
        return (left, full_name(code), left + 1) if code else None
    if ZONE.fullmatch(text, left, head) and text.startswith(COMMITTEES, head):
        if any(hit.start == left and hit.entries[0].type == "Place" for hit in canvas.ends.get(head, ())):
            return left, "", left
        if (where := home_of(canvas)()).city:
            return left, divisions()[where.city].short, left
    return None
