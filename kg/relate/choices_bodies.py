"""The choices of the body that a figure is a fact about, each a function of the article and the quantity's spot.

Place in the line: below kg.relate.choices, which gives all choices their order.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Mention, Ref
from kg.relate.scope import hero
from kg.relate.skeleton import mentions_by_type
from kg.relate.speakers import speaks
from kg.relate.spots import HOME, NATION, Spot, alone
from kg.relate.wording import letters

if TYPE_CHECKING:
    from kg.relate.topics import Topics

RATE = re.compile(r"基准利率|政策利率|逆回购利率|准备金率|再贷款利率")
BANK = re.compile(r"央行|中央银行|人民银行|储备银行|美联储|储备委员会")
ISSUED = re.compile(r"^(?:继续|联合|累计|先后|共)*(?:出台|印发|制定|(?:批准)?发布了?(?![^，。；]{0,8}数据)[^，。；]*(?:标准|措施|规定|政策|规范|认证项目)数)")
PAPERS = ("规章", "规范性文件", "文件")  # 省政府|规章6部
ISSUING = letters(ISSUED)
DOER = re.compile(r"(?:^|[，；：。—])(?:[今去]年|\d{4}年|[一-龥]{0,2}目前|近年来|同时)?$")
PUBLISHES = re.compile(
    r"[^，。；“”]{0,16}(?:发布|公布|印发|出台|下发|通知|消息)(?![^，。；]{0,24}(?:财报|业绩|年报|季报|半年度?报告|公告))|新闻|网站|官网|等\d|[、和与]|[^，。；]{0,16}联合")
ACTS = re.compile(  # what only a body does: 甲市法院共审结案件244件
    "(?:(?!全[省市县区州])[^，；。]){0,14}?(?:审结|受理|办理|查处|挂牌督办|督办|检查|排查|抓获|破获|打掉|缴获|查获|立案|约谈|移送|出动|派出|抽检|制发|"
    "提起|批捕|起诉|曝光|遴选|选择|验放|查验|监管(?=进出))(?!的)")
CLEARED = re.compile("通关时间|减免税款|签发[^，]{0,12}证书")
RECEIVES = re.compile(r"[向给](?:[^，。；]{2,14}[、和]){0,6}\Z")  # 甲部向乙公司、丙公司颁发许可
FINED = re.compile("[^，。；]{0,24}?被(?:[^，。；被]{2,12})?(?:处以?|没收)?[^，。；被]{0,8}罚")
THAT = re.compile(
    "(?:^|[，；：。])(?:目前|今年|据悉|据介绍|同时|此外)?，?(?:(?:该|这家|本)[一-龥]{0,4}?(?P<kind>公司|集团|企业|银行|医院|学校|大学|实验室|研究院|协会|基金会|院|厂|行)"
    "|公司(?!数|总数|合计|等|债|制)|企业(?=计划|投资|已投|将投))")
FIRMS = ("公司", "集团", "厂", "企业", "银行", "酒店", "作坊")
POST, LONGEST_POST = re.compile("[^，。；：]*"), 20  # letters between a body and who holds a post there
PLACED = re.compile("(?:其中，|目前，|今年，)?在[^，]{1,16}，")
OTHERS = re.compile("全国|我国|全球|行业业务|中国市场|分析师")
NO_FIRM = re.compile("(?:交易所|交易中心|联席会|协会|商会|学会|大学|学院|研究院|研究所|研究中心|医院|日报|通讯社|电视台|网)$")
EARNS = re.compile("营收|(?<!财政|支配|税收)收入|利润|收益|毛利|每股")
FIRM = re.compile("(?:^|[，；：、]|目前|本|该)(?:公司|集团|该行)")


def issuer(topics: Topics, spot: Spot) -> Ref | None:
    """The body whose rules or papers are counted."""
    if spot.indicator[:1] not in ISSUING or not ISSUED.match(spot.indicator):
        return None
    bodies = [m for m in spot.before if m.type in ("Agency", "Organization") and not speaks(spot.text, m)]
    return next((m.ref for m in bodies if not spot.text.startswith(PAPERS, m.end)), None)


def bank(topics: Topics, spot: Spot) -> Ref | None:
    """The central bank whose rate it is: the last one named up to the sentence."""
    if "率" not in spot.indicator or not RATE.search(spot.indicator):
        return None
    banks = [m for m in mentions_by_type(topics.reading).get("Agency", ()) if m.sentence <= spot.sentence and BANK.search(m.text)]
    return banks[-1].ref if banks else None


def only_named(topics: Topics, spot: Spot) -> Ref | None:
    """The body or place whose name is all that stands before the number in its item of a list."""
    name = alone(spot.text, spot.quantity, spot.mentions, topics.reading.quantities[spot.sentence])
    return name.ref if name else None


def actor(topics: Topics, spot: Spot) -> Ref | None:
    """The body whose own doing is counted: it neither reports nor publishes, but for its own results, and an agency opens a clause with it."""
    told = spot.text.rfind("：", 0, spot.quantity.start)  # 甲局局长乙某：… is said by them, not of them
    bodies = [m for m in spot.before if m.start > told and m.type in ("Agency", "Organization")]
    doers = [m for m in bodies if not speaks(spot.text, m) and not _of_person(spot, m) and not PUBLISHES.match(spot.text, m.end)
             and not RECEIVES.search(spot.text, 0, m.start)
             and (m.type == "Organization" or spot.indicator.startswith(m.text) or DOER.search(spot.text, 0, m.start))]
    return doers[0].ref if doers else None


def _of_person(spot: Spot, body: Mention) -> bool:
    """Whether a person of the body is named behind it, who does or says what follows: 甲局副局长乙某在会上表示."""
    people = [m for m in spot.mentions if m.type == "Person" and body.end <= m.start <= body.end + LONGEST_POST]
    return bool(people) and POST.fullmatch(spot.text, body.end, people[0].start) is not None


def acting_body(topics: Topics, spot: Spot) -> Ref | None:
    """The only agency of a sentence, where it opens a clause and does what only bodies do: 甲市法院共审结案件244件，其中…16件."""
    bodies = [m for m in spot.before if m.type == "Agency"]
    campaigns = {m.ref for m in spot.left if m.type == "Programme"}
    acts = len(bodies) == 1 and (ACTS.match(spot.text, bodies[0].end) or (ACTS.match(spot.indicator) and len(campaigns) != 1))
    if not acts or HOME.search(spot.text, bodies[0].end, spot.quantity.start):
        return None
    return actor(topics, spot)


def customs(topics: Topics, spot: Spot) -> Ref | None:
    """The customs house that opens a clause, for what goods pass: 乙海关为企业减免税款9亿元，整体通关时间压缩5%."""
    if "海关" not in spot.text[:spot.quantity.start] or not CLEARED.search(spot.indicator):
        return None
    houses = [m for m in spot.before if m.type == "Agency" and m.name.endswith("海关") and DOER.search(spot.text, 0, m.start)]
    return houses[-1].ref if houses else None


def fined(topics: Topics, spot: Spot) -> Ref | None:
    """The organization that is fined: 甲局对乙公司作出罚款10万元的行政处罚, 乙公司被罚款10万元."""
    if "罚" not in spot.indicator and "违法所得" not in spot.indicator:
        return None
    fined = [m for m in spot.before if m.type == "Organization" and (spot.text[m.start - 1] == "对" or FINED.match(spot.text, m.end))]
    return fined[-1].ref if fined else None


def that_firm(topics: Topics, spot: Spot) -> Ref | None:
    """The only organization of the sentence and the two before it, for what 该公司, 这家实验室 or a bare 公司 has."""
    hits = [*THAT.finditer(spot.text, 0, spot.quantity.start)]
    if not hits:
        return None
    near = [m for index in range(spot.sentence - 2, spot.sentence + 1) for m in topics.by_sentence.get(index, ()) if m.type == "Organization"]
    named = {m.ref for m in near if (m.sentence, m.start) < (spot.sentence, hits[-1].start())}
    only = named.pop() if len(named) == 1 else None
    kind = hits[-1]["kind"] or "公司"
    return only if only and only.name.endswith(FIRMS if kind in ("公司", "集团", "企业") else kind) else None


def at_work(topics: Topics, spot: Spot) -> Ref | None:
    """The organization that does something in a place with which the sentence opens: 在甲国，乙公司销量增长2%."""
    doers = [m for m in spot.before if m.type == "Organization" and PLACED.fullmatch(spot.text, 0, m.start) and not speaks(spot.text, m)]
    alone = doers and not PUBLISHES.match(spot.text, doers[0].end) and "；" not in spot.text[doers[0].end:spot.quantity.start]
    return doers[0].ref if alone else None


def same_firm(topics: Topics, spot: Spot) -> Ref | None:
    """The only organization that a paragraph has named, where the figures of the sentence before are about it and this one names nothing:
    甲集团总收入729亿元。在线服务收入增长47.6%."""
    told = topics.told.get(spot.sentence - 1)
    if told is None or told.type != "Organization" or spot.mentions or OTHERS.search(spot.text) or NO_FIRM.search(told.name):
        return None
    sentences = topics.reading.article.sentences
    named = {m.ref for m in mentions_by_type(topics.reading)["Organization"]
             if m.sentence < spot.sentence and sentences[m.sentence].paragraph == sentences[spot.sentence].paragraph}
    return told if named == {told} else None


def of_hero(topics: Topics, spot: Spot) -> Ref | None:
    """The organization that the article is told of, where the sentence or the one before names it and no other body; none at all for what it earns."""
    ref = hero(topics.reading)
    if ref is None or NATION.search(spot.text, 0, spot.quantity.start):
        return None
    named = {m.ref for index in (spot.sentence - 1, spot.sentence) for m in topics.by_sentence.get(index, ()) if m.type in ("Agency", "Organization")}
    its = FIRM.search(spot.text, 0, spot.quantity.start) or EARNS.search(spot.indicator)
    return ref if named == {ref} or (not named and its) else None
