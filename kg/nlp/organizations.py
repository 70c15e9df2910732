"""Companies, hospitals, schools and associations: find the type suffix, look left for where the name begins.

A name begins at its anchor (a place, 中国, 全国, a known organisation) or, for companies in full form, where the words before end.
"""
from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kg.lexicon import divisions, known_name, rows
from kg.nlp.canvas import STOP, Canvas, Hit
from kg.nlp.gazetteer import full_name, home_of, level, misread

CUT = re.compile(
    r"以及|建立|健全|[的了让每某被把么们]|在(?!线)|(?<![自事])由(?!贸)|(?<!华)为|向(?!阳)|(?<![数证依占根])据|对(?!外)|(?<![国名专皇大])将(?!军)|该|这|那|"
    r"(?<![高中初均平同])等|至(?!善)|于(?!都|洪)|(?<!合)并|(?<!因)此|\d[余多]?[家个所名位批日国]|[一二三四五六七八九十]家|[一二三四五六七八九十]所|"
    r"(?<!几)[两几多]家|其[他中]|共建|[上读考](?=大学)|以(?!色列|岭)|会同|以及|就是|(?<!国|民)从|日前|近日|目前|记者|来自|毕业|任职|就职|走进|来到|位于|打造|成立|建成|"
    r"落户|设立|获得|要求|办(?=大学)|加强|参观|考察|前往|牵头|携手|邀请|获评|当选|入选|委托|围绕|针对|推动|鼓励|支持|引导|联合(?!有限|会|国|国际|网络|大学|实验|体|医|利|药)|依托|"
    r"通过(?!率)|作为|包括|授权|面向|推进|开展|推行|实施|参与|启动|支援|援助(?!与)|召开|举办|认为|表示|介绍|根据|依据|按照|新建|改扩建|全省|全市|"
    r"全国各|本市|我市|我省|我国|与会|走访|调研|服务(?!业|贸易|外包|中心|有限|集团|协会|联合会|股份|促进会|学会|商会|行业[协商]会)|经营|隶属|属于|对接|收购|入股|"
    r"投资(?![（(]|集团|开发|有限|控股|发展|管理|股份|基金|促进|银行|公司|协会|建设)|知名|著名|智库|面临|会见|会谈|访问|出席|抵达|发放|进行|提供|生产|获悉|"
    r"销售|(?<!志)愿|起诉|指控|新增|政府|同时|还[有与和]|及其|当地|分别|先后|率先|共同|正式|组织(?!协会|联合会)|制定|出台|发布|落实|称|说(?!唱)|"
    r"到(?!家|位)|复信|回信|致信|要建|最终|选定|降低|往返|不再|受灾|门前|旗下|品牌|多地|近百|首个|首座|首所|使用(?!权)|拥有|持有|涉及|处罚|约谈|巨头|军火商|"
    r"[造售营应发]商(?![业务贸会标品行丘洛与协和联]|$)|(?:民调|研究|评级)机构|人大代表|政协委员|入驻|深入|(?:关联|消费品)公司(?!$)|咨询企业(?!$)|服务平台|受聘|"
    r"(?:[院局校所会]长|主任|书记)、?兼(?![并容顾])|"  # 甲医院副院长兼|骨科医院院长
    r"[和与](?=中国|全国|国家|中央|[省市县区][^和与、域场级民内外属])"
)
REACH = 26
VISIONS = ("健康", "美丽", "数字", "平安", "法治")  # 健康中国|行动基金会
ANCHOR = re.compile("中国|中华|全国|首都|国际|国家")
GENERIC = re.compile(
    r"(?:省|市|县|区|州|镇|全|公立|民营|社会办|定点|三级|三甲|二级|甲等|基层|中小|大型|大中型|小型|中型|重点|高等|地方|部分|有关|相关|和|及|首家|一家|唯一|最大|上市|"
    r"企业|子|分|总|各类|多|综合(?!大学)|高水平|知名|优质|新型|科技|龙头|骨干|外资|国有|民办|公办|普惠性|普惠|中心城区|本地|县级|市级|省级|国家级|"
    r"出租|天然气|管道|两大|众多|头部|主要|规模|农村(?!商业|信用)|城市(?!商业)|乡镇|街道|社区|央企|科研|互联网|电力|发电|保险|燃气|物业|快递|物流|汽车|航空|旅游|"
    r"房地产|供电|供水|公交|药品|医药|行业|产业|跨国|境外|境内|海外|外贸|商业|政策性|开发性|股份制|系统重要性|驻外|在京|涉农|各|十|百|千|万|"
    r"特色|示范|试点|标杆|名牌|重要|当地|文化|体育|专科|专门|儿童|城乡|内|专业|独立|手机|智能|制造|连锁|酒店|石油|国内|航线|地区性|世界|一流|现代|母|"
    r"环保|传媒|商贸|食品|餐饮|管理|实业|贸易|广告|网络|信息|技术|性行业协会|性|民|方舱|上|读|念|考|受灾|拔尖|人才|培养|创新|大|新|廉价|共有|免费|开放)*"
)
CLASS_OF_SCHOOLS = re.compile(  # 上海|科技大学 is one school, 上海|民办本科大学 are many
    "(?:省|市|县|区|州|全|各|所|部|类|级|多|综合性|高水平|研究型|应用型|本科|高职|重点|知名|著名|一流|世界|名牌|顶尖|公办|民办|私立|独立|职业|普通|高等|地方|"
    "部分|有关|相关|本地|当地|国内|海外|境内|境外|在京|企业|社区|基层|主要|特色|大|的|与|和|及|十|百|千|万|双)*")
CLASS_OF_COMPANIES = re.compile(  # 海东|汽车集团有限公司 is one
    "(?:省|市|县|区|全|各|类|多|家|中小|大型|中型|小型|国有|民营|外资|上市|有关|相关|和|及|部分|地方|企业|子|分|总|母)*")
CLASS_OF_SOCIETIES = re.compile(
    "(?:省|市|县|区|州|全|各|类|级|地|有关|相关|和|及|多|大|重点|性|行业|产业|专业|社会|民间|地方|基层|企业|商贸|上市|学术|志愿者)*")
SCHOOLS = ("大学", "学院", "职业技术学院")
FULL_COMPANY = ("有限公司", "有限责任公司", "股份有限公司")
SOCIETIES = ("协会", "学会", "联合会", "企业联合会", "研究会", "基金会", "促进会")
JOINING = ("公司", "医院", "大学", "学院", "集团", "银行", "学校", "中学", "小学", "幼儿园", "研究院", "研究所")
JOINT = re.compile(
    r"(?:协会|学会|联合会|研究会|基金会|贸促会|公司|医院|大学|局|部|委|厅|政府|院|馆|空间站|电视台|总台|集团|银行|分行|中学|学校|研究所|附中)"
    r"(?:和|及|与|暨|同(?!济))")
NO_GROUP = re.compile(
    "^(?:会展|文旅|能源|建工|城投|交投|水务|环保|地产|金控|港口|机场|建设|投资|农业|发展|化工|钢铁|煤炭|电子|通信|食品|零售|酒店|餐饮|医疗|养老|出行|交通|水利|"
    "粮食|铁路|公路|国企|上市|核心|传播|演艺|体育|文化|产业|外贸|贸易)+$|国|企业|媒体|教育|战略|政治|犯罪|利益|军事|作战|财阀|家族|这|该|各|两|多|大型|听取|和|及|一|三|军|党|到|送|去|走|组"
)
INSTITUTES = ("研究所", "研究院")
ACADEMY = re.compile("(?:中国科学院|中科院)(?:(?![院所])[一-龥]){2,8}[与和](?:(?![院所学])[一-龥]|学(?!院)){2,8}")  # 中国科学院海洋与工程|研究所
AFTER_GROUP = (
    *"，。、；：”（", "董事", "总经", "副总", "总裁", "负责人", "相关负责", "首席", "表示", "近日", "党委", "有关负责",
)
AFTER_COMPANY = ("在", "将", "已", "宣布", "表示", "董事", "总经理", "副总", "负责人", "相关负责", "发布", "推出", "旗下", "与", "成立", "负责", "党委", "总裁")
FIRM = re.compile(
    r"(?:^|[、，。；：和对与及由在从据为自进的])((?![由对与及为经])([一-龥]{2,6})(?:[（(]集团[)）])?"
    r"(?:会计师|律师|税务师|资产评估)事务所(?:[（(]特殊普通合伙[)）])?)", re.M)
OFFICE = re.compile("事务所")
GRID = re.compile("(?<![全中我])国网(?!络)[一-龥]{2,5}?(?:省|市|自治区)?(?:电力(?:有限)?公司|供电(?:有限)?公司|电力)")
LEADERS = re.compile("创始人|董事长|总裁|首席")
LED = re.compile(  # 青屏投资|首席分析师某某
    r"(?:^|(?<=[，。；：、”\n]))(?P<name>(?P<own>(?![该原前各某])[一-龥]{2,6}?)(?:实业|投资|证券|资本|科技|传媒|控股|期货|基金))"
    r"(?=(?:联合)?创始人|董事长|首席执行官|总裁|首席(?:分析师|经济学家))", re.M)
NO_COMPANY = re.compile("[和与及多各些类家]|年$")
OF_A_CLAUSE = re.compile(  # what is done with companies, not a name of one
    "^(?:第.{1,6}条.*|允许|支持|鼓励|推动|引导|要求|相关|涉及|委托|责令|督促|帮助|优化|促进|指导|避免|未经|进一步|强化|规范|聘请|选聘|加强|加快|应当|对于)")
COUNTED = re.compile(r"(?:(?<!第)[\d一二两三四五六七八九十几多百][余多]?[家个所批]|首批|更多|各)\Z")  # 建成33家|国家级创新中心
NAMELESS = re.compile(
    "\\d万|最大|[两三四五六]大(?!区)|某|^级|所有|各地|乡镇$|^一些|全国性|大型|^共有|项目$|"
    "[一二三四五六七八九十]国|辖[内区]|各级|各类|关联$|消费品$")
CENTRES = ("研究中心", "创新中心", "检测中心", "分拨中心", "实验室", "合作社", "俱乐部", "事务所")
HEAD_OF_INSTITUTE = re.compile("(?:党委书记|(?:常务)?副?[院所]长|研究员|首席)")
HEAD_OF_CENTRE = re.compile(r"(?:常务)?(?:副|执行)?(?:主任|负责人|研究员|专家|首席|教授|理事长)")
EXCHANGES = ("股权交易中心", "产权交易中心", "电力交易中心", "碳排放权交易中心", "数据交易中心", "技术交易中心")
BARE = ("大学", "银行", "博物馆", "图书馆", "农科院", "社科院", "科学院", "企业联合会", *EXCHANGES)
BRANCHES = ("分拨中心", "分行", "支行", "分公司")
SUBBODY = re.compile(
    r"[一-龥]{2,14}?(?:专业委员会|专委会|创新中心|研究中心|医学中心|分拨中心|研究院|研究所|植物园|天文台|分会|学院|医院|分公司|分行|支行|分院)|"
    r"(?<=总台)[一-龥]{2,3}总站|(?<=集团)第?[一二三四五六七八九十]{1,2}院")
CHANNEL = re.compile("(?:中央广播电视)?总台(?=央视[一-龥]{2,4}频道)")
PARENT = re.compile(
    r".{2,20}?(?:医院|大学|协会|学会|联合会|科学院|工程院|研究院|集团|公司)(?=[^附第（(].*(?:中心|实验室|委员会|研究院|研究所|学院|分会)$)"
)
CAMPUS = re.compile("大学[（(](?:北京|武汉|华东|深圳|威海|珠海|保定|宣城|香港|广州|苏州|青岛)[）)]")
NOT_AFTER = frozenset("计议管生长们城化群法制家业券卡路站区")
LEGAL = ("法定代表", "法人代表", "法务", "法律")  # but 某公司|法定代表人
OF_HOSPITALS = re.compile("医院(?:评[审价]|等级)")  # 甲省医院评审中心
LONGEST_GROUP = 9  # letters before a place, with the one before them
WHOLE_NAME = 8  # letters of a known name with 与 in it, that the grammar would take for two: 中国科学院古脊椎动物与古人类研究所
LEVEL = {"省": 1, "市": 2, "区": 3, "县": 3}
CLIPPED = {
    "国航", "东航", "南航", "工行", "农行", "建行", "滴滴", "顺丰", "京东", "百度", "腾讯", "华为", "大疆", "万科", "盒马", "空客", "安永", "高盛", "瑞银",
}
INSIDE = {
    "银行": ("业", "间", "卡", "股", "系", "理"), "航空": ("产", "领", "业", "枢", "货"), "中国电子": ("信", "商"),
    "中国移动": ("支", "通"), "中国建筑": ("业", "节", "学"), "中国石油": ("天", "学"), "物美": ("价",), "滴滴": ("答",), "顺丰": ("车",),
}
ACROSS = {  # 大力|拓展, 全国|开行, 金融|创新
    "力拓": ("大", "努", "全", "着", "合", "助"), "国开行": ("全", "中", "我", "各", "外"), "融创": ("金",), "美团": ("最",), "中石油": ("其",),
}

MASS = re.compile("(?<![总级])工会、(?:共青团|共产主义青年团)(?![中省市县]|委员会)(?:、(?:妇联|妇女联合会)(?:、(?:残联|残疾人联合会))?)?")  # all of their kind
MASS_NAMES = {"妇联": "妇女联合会", "残联": "残疾人联合会"}


def find_organizations(canvas: Canvas) -> None:
    """Find organisations known by a long name, by suffix, by other known names, then bodies named behind one of them."""
    for hit in canvas.longest("Organization"):
        if hit.end - hit.start >= WHOLE_NAME and any(char in "和与及" for char in canvas.text[hit.start:hit.end]):
            canvas.add(hit.start, hit.end, "Organization", hit.entries[0].name)
    suffixes = [
        (start, end) for start, end in _suffixes(canvas)
        if canvas.free(start, end) and (canvas.text[end:end + 1] not in NOT_AFTER or canvas.text.startswith(LEGAL, end))
        and not OF_HOSPITALS.match(canvas.text, end - 2)]
    anchors = _anchors(canvas, suffixes) if suffixes else {}
    for start, end in reversed(suffixes):
        if canvas.free(start, end):
            found = _begin(canvas, start, end, anchors)
            if found:
                _note(canvas, found[0] + canvas.text.startswith("而", found[0]), end, found[1].removeprefix("而"))
    for firm in canvas.find_lines(FIRM, OFFICE):
        if canvas.free(*firm.span(1)) and not GENERIC.fullmatch(firm.group(2)) and not OF_A_CLAUSE.match(firm.group(2)):
            canvas.add(*firm.span(1), "Organization", firm.group(1))
    for led in canvas.find_lines(LED, LEADERS):
        if canvas.free(*led.span("name")) and not GENERIC.fullmatch(led["own"]) and not known_name("Organization", led["name"]):
            canvas.add(*led.span("name"), "Organization", led["name"])
    for grid in GRID.finditer(canvas.text) if "国网" in canvas.text else ():
        placed = any(hit.entries[0].type == "Division" for hit in canvas.starts.get(grid.start() + 2, ()))
        if placed and canvas.free(*grid.span()):
            canvas.add(*grid.span(), "Organization", grid[0])
    for hit in canvas.longest("Organization"):
        if not _inside_word(canvas.text, hit.start, hit.end):
            canvas.add(hit.start, hit.end, "Organization", hit.entries[0].name)
    for house in CHANNEL.finditer(canvas.text) if "总台" in canvas.text else ():
        canvas.add(*house.span(), "Organization", known_name("Organization", house.group()) or house.group())
    for group in MASS.finditer(canvas.text) if "工会、" in canvas.text else ():
        for part in re.finditer("[^、]+", group[0]):
            start = group.start() + part.start()
            if canvas.free(start, start + len(part[0])):
                canvas.add(start, start + len(part[0]), "Organization", known_name("Organization", part[0]) or MASS_NAMES.get(part[0], part[0]))
    _subbodies(canvas)


def _suffixes(canvas: Canvas) -> list[tuple[int, int]]:
    """Type suffixes; those that touch (集团有限公司) are one."""
    hits = [(hit.start, hit.end) for hit in canvas.known("Suffix")]
    touching = {left[1] for left, right in pairwise(hits) if left[1] == right[0]}
    found: list[tuple[int, int]] = []
    for start, end in hits:
        if canvas.text[start:end] in SOCIETIES and canvas.text.endswith("医院", 0, start):
            found.append((start, end))  # 甲省医院|协会
        elif found and start in touching and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _anchors(canvas: Canvas, suffixes: list[tuple[int, int]]) -> dict[int, int]:
    """Where a name with one of the suffixes may begin, with the end of the word that begins there."""
    found: dict[int, int] = {}
    near = bytearray(len(canvas.text))
    for start, _ in suffixes:
        near[max(0, start - REACH):start] = b"\1" * min(start, REACH)
    for hit in canvas.hits.get("Division", ()):
        if near[hit.start] and _steady(canvas, hit):
            found[hit.start] = max(found.get(hit.start, 0), hit.end)
    for hit in canvas.hits.get("Place", ()):
        if near[hit.start] and hit.entries[0].kind in ("region", "country") and not misread(canvas.text, hit.start, hit.end):
            found[hit.start] = max(found.get(hit.start, 0), hit.end)
    for hit in canvas.hits.get("Organization", ()):
        if near[hit.start] and not _inside_word(canvas.text, hit.start, hit.end):
            found.setdefault(hit.start, hit.start + 2)
    for match in ANCHOR.finditer(canvas.text):
        if near[match.start()]:
            found.setdefault(match.start(), match.end())
    return found


def _steady(canvas: Canvas, hit: Hit) -> bool:
    """A place form that may carry a name: no misreading, and short names of counties only behind a place or at home."""
    if misread(canvas.text, hit.start, hit.end) and not canvas.text.startswith("大学", hit.end):
        return False
    form = canvas.text[hit.start:hit.end]
    counties = [entry.name for entry in hit.entries if level(entry.name) == 3]
    if len(counties) < len(hit.entries) or form not in {divisions()[code].short for code in counties}:
        return True
    return bool(canvas.ends.get(hit.start)) or home_of(canvas)().county in counties


def _inside_word(text: str, start: int, end: int) -> bool:
    """A known form that is only part of other words: 中国银行业, 滴滴答答, 化工行业."""
    form, before = text[start:end], text[start - 1:start]
    if form in CLIPPED and "一" <= before <= "龥" and before not in "、由据经和与及对向从在":
        return True
    if form == "社科院" and before in ("省", "市"):
        return True
    if form in ACROSS and text.endswith(ACROSS[form], 0, start):
        return True
    return any(form.endswith(word) and text.startswith(after, end) for word, after in INSIDE.items())


def _begin(canvas: Canvas, start: int, end: int, anchors: dict[int, int]) -> tuple[int, str] | None:
    """Where the name begins whose suffix stands at ``start``, with its full name; nothing where it is no name."""
    text, suffix = canvas.text, canvas.text[start:end]
    if (suffix == "小学" and text[start - 1:start] == "中") or (suffix == "商会" and text[start - 1:start] in ("会", "协")):  # 中小学, 会商会
        return None
    if text.startswith(("学历", "商机制", "商制度"), end):
        return None
    left = canvas.reach(start, REACH, STOP)
    if not suffix.endswith((*FULL_COMPANY, "集团", "公司")) and not any(
            begin in anchors or text[begin] in LEVEL for begin in range(left, start)):
        return None
    item = suffix.endswith(FULL_COMPANY) and left in anchors and text[left - 1:left] == "、"
    if item and not (re.search("[的了在将对]", text[left:start]) or JOINT.search(text, left, start)):
        return left, text[left:end]  # a whole item of a list
    left = max((cut.end() for cut in CUT.finditer(text, left, end) if cut.end() <= start), default=left)
    left = _balance(text, left, start)
    for begin in range(left, start):
        if begin not in anchors or text[begin - 1:begin] in ("（", "(") or _joined(text, begin, start, suffix):
            continue
        inner = min(anchors[begin], start)
        if suffix in BRANCHES and text.endswith(FULL_COMPANY, 0, begin):
            return None  # 某股份有限公司|某地分公司
        known = None if known_name("Organization", text[begin:end]) else known_name("Organization", text[inner:end])
        if known:
            return (begin, known) if suffix.endswith(FULL_COMPANY) else (inner, text[inner:end])
        if start - inner > 12 and any(inner <= later < start - 2 for later in anchors):
            continue
        if any(text.startswith(text[begin:inner], later) or (later > inner + 1 and _of_country(canvas, begin) and _of_country(canvas, later))
               for later in anchors if inner <= later < start - 1 and not _ends_organization(text, later)):
            continue  # 甲国经济|甲国某某大学, 甲国热议|乙国某某公司
        if not _is_name(canvas, begin, inner, start, end):
            return None
        head = _group_before().search(text, max(0, begin - LONGEST_GROUP), begin) if begin in canvas.starts else None
        begin = head.start() if head else begin
        return begin, text[begin:end]
    core = text[left:start]
    if _of_own_level(core, suffix):
        return _levelled(canvas, core, left, text[left + 1:end])
    if suffix.endswith(FULL_COMPANY) and _is_company(text[left - 1:left], core, suffix):
        return left, text[left:end]
    if suffix == "公司" and (not left or text[left - 1] in STOP) and len(core) >= 4 and text.startswith(AFTER_COMPANY, end):
        return (left, text[left:end]) if not (GENERIC.fullmatch(core) or OF_A_CLAUSE.match(core) or NO_COMPANY.search(core)) else None
    if suffix == "集团" and _is_group(text, core, end):
        return left, text[left:end]
    return None


def _is_company(before: str, core: str, suffix: str) -> bool:
    """Whether words make a company's full form a name with no place in front; two letters are enough for 集团有限公司 where a clause begins."""
    shortest = 2 if suffix.startswith("集团") and (before in STOP or before in "到在对由") else 4
    own = re.sub("[（(][^（）()]*[)）]", "", core)
    return len(core) >= shortest and before != "某" and not GENERIC.fullmatch(own) and not re.search("^(?:投资|控股|建设|发展)*$|[和与及]", own)


@cache
def _group_before() -> re.Pattern[str]:
    """What belongs to a name that goes on with its place: 首钢|迁安钢铁公司, 西部机场集团|宁夏机场有限公司."""
    forms = {form for row in rows("organizations.tsv") if row["kind"] in ("soe", "company") for form in row["forms"].split("|")}
    short = sorted(form.removesuffix("集团") for form in forms if re.fullmatch("[一-龥]{2,3}集团", form))
    return re.compile(rf"(?:(?<![一-龥])|(?<=[和与由对向在据到是为]))(?:{'|'.join(short)}|[一-龥]{{2,5}}集团|国网|中央储备粮|侵华日军|八路军)\Z")


def _is_group(text: str, core: str, end: int) -> bool:
    """欢乐谷集团: a short name before 集团, and behind it what follows a company."""
    return 2 <= len(core) <= 5 and not GENERIC.fullmatch(core) and not NO_GROUP.search(core) and text.startswith(AFTER_GROUP, end)


def _joined(text: str, begin: int, start: int, suffix: str) -> bool:
    """Whether 和 or 与 between anchor and suffix joins two names rather than standing inside one."""
    if suffix in INSTITUTES and ACADEMY.fullmatch(text, begin, start):
        return False
    within = suffix.endswith(JOINING) and not suffix.endswith(FULL_COMPANY)  # 海东盈和物流有限公司
    return bool(JOINT.search(text, begin, start)) or (within and any(char in "和及与" for char in text[begin:start]))


def _balance(text: str, left: int, start: int) -> int:
    """The left edge moved behind a closing bracket without its opening one, and an opening one without its closing."""
    for position in range(left, start):
        closing_alone = text[position] in "）)" and not any(char in "（(" for char in text[left:position])
        opening_alone = text[position] in "（(" and not any(char in "）)" for char in text[position:start])
        if closing_alone or opening_alone:
            left = position + 1
    return left


def _of_own_level(core: str, suffix: str) -> bool:
    """市物流协会: an organisation that is named by the level of its place alone."""
    if core[:1] not in LEVEL or core[1:2] in tuple("与和及级域场属直") or suffix in ("公司", "集团", "银行"):
        return False
    return (suffix.endswith("会") and core[1:] not in ("行业", "")) or not GENERIC.fullmatch(core)


def _levelled(canvas: Canvas, core: str, begin: int, rest: str) -> tuple[int, str] | None:
    where = home_of(canvas)()
    code = (where.province, where.city, where.county)[LEVEL[core[0]] - 1]
    return (begin, full_name(code) + rest) if code and len(core) > 2 else None


def _is_name(canvas: Canvas, begin: int, inner: int, start: int, end: int) -> bool:
    """Whether anchor, core and suffix make a proper name rather than a class of bodies."""
    text, suffix = canvas.text, canvas.text[start:end]
    anchor, core = text[begin:begin + 2], text[inner:start]
    if not core:
        alone = (*BARE, "医院", "职业技术学院", *_of_cities(text[begin:start]))
        return suffix.startswith(("港口集团", "机场集团")) or (suffix in alone and anchor not in ("全国", "国际", "国家"))
    if anchor == "中国" and (core.startswith("特色") or text.endswith(VISIONS, 0, begin)):
        return False
    if anchor in ("国家", "全国") and COUNTED.search(text, max(0, begin - 4), begin):
        return False
    if suffix in SOCIETIES and anchor in ("中国", "中华", "国际"):
        return len(core) >= 2
    led = suffix in INSTITUTES and len(core) > 3 and HEAD_OF_INSTITUTE.match(text, end)  # 甲省产业技术研究院|院长
    if (_class_words(suffix, anchor).fullmatch(core) and not led) or NAMELESS.search(core):
        return False
    if suffix == "银行":
        return len(core) <= 6 and not re.search("[卡网点合作]", core)
    if suffix == "集团":
        abroad = any(hit.entries[0].kind == "country" for hit in canvas.starts.get(begin, ()))
        return 2 <= len(core) <= 6 and not abroad and anchor not in ("国家", "国际", "全国")
    if suffix in CENTRES:
        return len(core) >= 3 and (bool(HEAD_OF_CENTRE.match(text, end)) or (anchor == "国家" and suffix == "创新中心" and len(core) > 3))
    if anchor == "国家":
        return len(core) >= 4 and suffix not in ("公司", "学校")
    if anchor == "国际" or (anchor == "全国" and suffix in JOINING):
        return False
    return len(core) >= 2 or suffix.endswith((*FULL_COMPANY, "医院", "大学", "学院", "中学", "小学"))


def _of_country(canvas: Canvas, begin: int) -> bool:
    return any(hit.entries[0].kind == "country" for hit in canvas.starts.get(begin, ()))


def _ends_organization(text: str, position: int) -> bool:
    """Whether a name of another organisation may end there, whose part it is: 甲国某大学|中国研究中心."""
    return text.endswith(("大学", "学院", "协会", "学会", "公司", "集团", "）", ")", "—", "－"), 0, position)


@cache
def _of_cities(place: str) -> tuple[str, ...]:
    """The suffixes that make a name with that of a city alone: 长沙学院."""
    return ("学院",) if any(division.short == place for code, division in divisions().items() if level(code) == 2) else ()


def _class_words(suffix: str, anchor: str) -> re.Pattern[str]:
    """The words that before a suffix tell only what kind of bodies: full names of companies may be made of trades, of schools of disciplines."""
    if suffix in SOCIETIES:
        return CLASS_OF_SOCIETIES
    if suffix.endswith(FULL_COMPANY):
        return CLASS_OF_COMPANIES
    return CLASS_OF_SCHOOLS if suffix in SCHOOLS and anchor != "国家" else GENERIC


def _note(canvas: Canvas, begin: int, end: int, full: str) -> None:
    """Add an organisation, if it has a name; a centre or institute with its parent's name in front names the parent, too."""
    if campus := CAMPUS.match(canvas.text, end - 2):
        full, end = full + canvas.text[end:campus.end()], campus.end()
    printed = canvas.text[begin:end]
    if "某" in printed:
        return
    name = known_name("Organization", printed) or full
    parent = PARENT.match(printed) if name == full == printed else None
    if parent and len(parent.group()) < len(printed) - 3:
        head = known_name("Organization", parent.group()) or parent.group()
        canvas.add(begin, begin + parent.end(), "Organization", head)
        name = head + printed[parent.end():]
    canvas.add(begin, end, "Organization", name)


def _subbodies(canvas: Canvas) -> None:
    """A committee, institute or centre named directly behind an organisation is its own body; a branch stands for it."""
    for span in [span for span in canvas.spans if span.type == "Organization"]:
        hit = SUBBODY.match(canvas.text, span.end)
        if not hit or not canvas.free(hit.start(), hit.end()):
            continue
        if not CUT.search(hit.group()) and not re.search("[和及与就会要]", hit.group()[:-3]):
            canvas.add(span.start, hit.end(), "Organization", span.name + hit.group())
            if hit.group().endswith(BRANCHES):
                canvas.spans.remove(span)
