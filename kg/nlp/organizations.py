"""Companies, hospitals, schools and associations: find the type suffix, look left for where the name begins."""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas

SUFFIXES = (
    "有限责任公司 股份有限公司 有限公司 集团公司 分公司 公司 集团 医院 卫生院 大学 学院 职业学校 技工学校 技师学院 中学 小学 学校 幼儿园 协会 学会 研究会 联合会 联席会 基金会 商会 促进会 联谊会 "
    "研究院 研究所 设计院 科学院 研究中心 创新中心 检测中心 分拨中心 数据中心 银行 信用社 出版社 电视台 交易所 交易中心 合作社 事务所 俱乐部 博物馆 图书馆 美术馆 纪念馆 "
    "实验室 律师协会 专业委员会 分会 联盟 委员会 总会 智库 福利院 敬老院 救助站 养老院 剧院 乐团 动物园 植物园 电厂 钢厂 油田 机场 车站 产业园".split()
)
SUBBODY = re.compile(r"(?:[一-龥]{2,14}?(?:专业委员会|专委会|创新中心|研究中心|研究院|研究所|实验室|分会|学院|医院|分公司))")
CUT = frozenset("的了在由对将为向据把被从于等并至是有以让与使该本各每某这那此其个家多名位所两三几")
STOP = frozenset("，。、；：！？\n“”‘’《》〈〉—…·/| 　")
ANCHORS = ("中国", "全国", "首都", "国际", "中华", "国家")
GENERIC = re.compile(r"^(?:市|省|县|区|州|全|公立|民营|社会办|定点|三级|三甲|二级|基层|中小|大型|重点|高等|地方|多所|部分|其他|有关|相关|等|和|及|以及|首家|一家|唯一|最大|上市|企业|子|分|总|各类|多家|"
                     r"综合|高水平|知名|优质|新型|科技|龙头|骨干|外资|国有|民办|公办|普惠性|普惠|中心城区|本地|当地|县级|市级|省级|国家级|最好|优秀|众多|头部|主要|规模|农村|城市|乡镇|街道|社区|某|商业|"
                     r"央企|科研|互联网|电力|发电|保险|燃气|物业|快递|物流|汽车|航空|旅游|房地产|供电|供水|公交|地铁|药品|医药)*$")
MIDDLE = re.compile(r"(?:省|市|县|区|州)?")
COMPANY = ("公司", "集团")
VERB_END = re.compile(r"^(?:.*(?:支持|推动|鼓励|引导|组织|联合|依托|通过|走进|来到|位于|打造|成立|建设|建成|加强|建立|参观|考察|前往|牵头|携手|邀请|获评|当选|入选|负责|委托|围绕|针对|其中|目前|日前|近日|"
                      r"记者|会同|以及|就是|作为|包括|来自|毕业|任职|就职|授权|面向|提供|服务|推进|开展|推行|实施|发展|参与|启动|支援|援助|召开|举办|投资|开发|认为|表示|介绍|根据|依据|按照))")


def find_organizations(canvas: Canvas) -> None:
    """Find organisations by suffix, then the ones known by name, then bodies named behind one of them."""
    anchors = _anchors(canvas)
    machine = canvas.hits.get("Suffix", [])
    del machine
    for start, end in _suffixes(canvas.text):
        if canvas.free(start, end) and canvas.text[end:end + 1] not in ("生", "长", "们", "城", "化", "群", "法", "制", "家", "业", "券"):
            begin = _begin(canvas, start, end, anchors)
            if begin is not None:
                canvas.add(begin, end, "Organization", _official(canvas.text[begin:end]))
    for hit in canvas.longest("Organization"):
        if not _inside_word(canvas.text, hit.start, hit.end):
            canvas.add(hit.start, hit.end, "Organization", hit.entries[0].name)
    _subbodies(canvas)


SUFFIX = re.compile("|".join(sorted(map(re.escape, SUFFIXES), key=len, reverse=True)))


def _suffixes(text: str) -> list[tuple[int, int]]:
    """Type suffixes; of several in a row (集团有限公司) the last one counts."""
    found: list[tuple[int, int]] = []
    for hit in SUFFIX.finditer(text):
        if found and found[-1][1] == hit.start():
            found[-1] = (found[-1][0], hit.end())
        else:
            found.append((hit.start(), hit.end()))
    return found


def _anchors(canvas: Canvas) -> set[int]:
    places = {hit.start for type in ("Division", "Place") for hit in canvas.hits.get(type, ())}
    known = {hit.start for hit in canvas.hits.get("Organization", ()) if not _inside_word(canvas.text, hit.start, hit.end)}
    named = {hit.start() for hit in ANCHOR.finditer(canvas.text)}
    return places | known | named


ANCHOR = re.compile("|".join(ANCHORS))


def _inside_word(text: str, start: int, end: int) -> bool:
    form, after = text[start:end], text[end:end + 1]
    return (form.endswith("银行") and after in ("业", "间", "卡", "股", "系", "理")) or (form in ("航空工业", "东方航空", "南方航空") and after in ("企", "产", "领")) or (
        form == "兵团" or form == "滴滴" and after == "答") or (form == "中国石油" and after == "天") or (form in ("中国电子", "中国移动", "中国联通") and after in ("信", "商", "支", "学", "通"))


def _begin(canvas: Canvas, start: int, end: int, anchors: set[int]) -> int | None:
    """Where the name begins whose suffix stands at ``start``, or nothing where it is no name."""
    text = canvas.text
    left = start
    while left > 0 and start - left < 24 and text[left - 1] not in STOP and text[left - 1] not in CUT and not canvas.mask[left - 1]:
        left -= 1
    while left < start and text[left] in "）)":
        left += 1
    stretch = text[left:start]
    for closing in ("）", ")"):
        if closing in stretch and ("（" not in stretch and "(" not in stretch):
            left += stretch.rindex(closing) + 1
    suffix = text[start:end]
    for begin in range(left, start):
        if begin in anchors and not _verb_between(text[begin:start]):
            core = text[begin:start]
            if _joint(core, suffix):
                continue
            if _named_core(canvas, begin, start, suffix):
                return begin
            return None
    core = text[left:start]
    if suffix.endswith(COMPANY) and suffix != "集团" and len(core) >= 4 and suffix != "公司" and not GENERIC.match(core) and not VERB_END.match(core):
        return left
    return None


def _verb_between(core: str) -> bool:
    return bool(VERB_END.match(core))


def _joint(core: str, suffix: str) -> bool:
    """Whether 和 or 及 in the stretch joins two names rather than standing inside one."""
    if not any(word in core for word in ("和", "及", "暨")):
        return False
    if suffix.endswith(("公司", "医院", "大学", "学院", "集团", "银行")):
        return True
    return any(head in core for head in ("协会和", "学会和", "联合会和", "公司和", "医院和", "大学和", "局和", "部和", "委和", "厅和", "政府和"))


def _named_core(canvas: Canvas, begin: int, start: int, suffix: str) -> bool:
    text = canvas.text
    place = max((hit.end for type in ("Division", "Place") for hit in canvas.hits.get(type, ()) if hit.start == begin and hit.end <= start), default=begin)
    for word in ANCHORS:
        if text.startswith(word, begin):
            place = max(place, begin + len(word))
    core = text[place:start]
    if suffix in ("大学", "医院", "银行", "学院") and place > begin and not core and text[begin:place] not in ANCHORS:
        return suffix == "大学" or suffix == "银行" or suffix == "学院" and False
    if suffix in ("委员会", "联盟", "机场", "车站", "电厂", "油田", "数据中心", "分会", "总会", "集团", "公司", "商会", "学校") and len(core) < 2:
        return False
    if suffix in ("委员会", "数据中心", "研究中心", "创新中心", "产业园", "机场", "车站", "实验室", "联盟", "动物园"):
        return False
    if GENERIC.match(core):
        return suffix in ("大学",) and bool(core) is False
    return text[begin:begin + 2] not in ("国际", "全国", "国家") or len(core) >= 3


def _official(printed: str) -> str:
    return printed


def _subbodies(canvas: Canvas) -> None:
    """A professional committee, institute or centre named directly behind an organisation is its own body."""
    for span in [span for span in canvas.spans if span.type == "Organization"]:
        hit = SUBBODY.match(canvas.text, span.end)
        if hit and canvas.free(hit.start(), hit.end()) and not any(char in CUT or char in "和及与联合就会" for char in hit.group()):
            canvas.add(span.start, hit.end(), "Organization", span.name + hit.group())
