"""From mentions to entities: which mentions name the same thing, and under which names it is known.

Stands between the finders and the extractors; works inside one article. Across documents things meet by class and full name.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.lexicon import find_forms, usual_forms
from kg.model import Article, Entity, Evidence, Mention, Ref
from kg.nlp.gazetteer import full_names, printed_names
from kg.nlp.programme_works import HEADS
from kg.nlp.titles import REPEALED, settled

PRONOUN = re.compile(
    "该(?!部[分件位]|行[业为动程政]|所[有在需以属]|院[士线]|校园|局[面势部]|关[系键节注]|办[法理]|司[机法]|厂商)"
    "([局部委省市县区州厅院校司行关所办厂馆])(?![场门级长际域属直划别委])|"
    "(?:该|上述|此)(协会|公司|中心(?!城)|平台|学会|医院|系统|办法|规定|条例|通知|意见|方案|项目|活动|企业|基金|大学)"
)
OURS = re.compile("我([局部委厅署会])(?![门队级员议场们])")
WRITES = re.compile("(?:关于|对).{2,80}(?:通知|公告|通告|通报|意见|决定|批复|函|答复)$")
KINDS = ("博览会", "交易会", "洽谈会", "大会", "论坛", "峰会", "展会", "展览", "大赛", "活动", "宣传周", "年会")
MEETINGS = ("研讨会", "座谈会", "推进会", "宣讲会", "交流会", "招聘会", "对接会", "行动", "沙龙", "嘉年华", "培训班", "演练")
BY_KIND = re.compile(  # 博览会将于5月16日在宁波举办, 本届论坛由某省政府主办
    f"(?:^|(?<=[，。；”]))(?:系列)?({'|'.join(KINDS)})(?=将|包括|包含|定于|于|由|设|自|以“|共设|分为|预计)"
    f"|(?:本[届次]|此次|这次)(?:高峰|主题|系列|宣传|专项)?({'|'.join((*KINDS, *MEETINGS))}|[一-龥]{{1,3}}?[节展])"
    "|(?:^|(?<=[，。；]))([一-龥]{0,4}(?:项目|行动|计划|试点|工程|平台|系统|资金|经费|基金))(?:活动|工作)?(?=由|自20)")  # 强师计划由甲部组织实施
BY_WORK = re.compile(  # 大桥位于甲县; 工程涵盖甲、乙、丙3个地市
    "(?:该|上述|此)(工程|大桥|隧道|铁路|高铁|公路|水库|电站|机场|线路|段(?=全长|线路))|(?:^|(?<=[。；]))(大桥|隧道|铁路|高铁|公路|高速|水库|电站|机场|灌区|枢纽|航线|班列|线路|工程|项目)(?=位于|地处|坐落|起[自于]|连接|途经|涵盖|覆盖|横跨|跨越|穿越|贯穿|全长|总投资|建成后|自?(?:启动|开工)以来|预计|计划|[总共]?装机|[以从](?=[^，。；]{2,24}?(?:为起点|起步|新建|引水|出发)))")
WORKS = {kind: re.compile(f"(?:{ends}|{kind})$") for kind, ends in {
    "大桥": "特大桥", "隧道": "隧洞", "铁路": "高铁", "高铁": "铁路", "公路": "高速", "高速": "公路", "水库": "水利枢纽", "电站": "[核风水]电", "枢纽": "工程",
    "线路": "铁路|高铁|公路|高速|班列|航线|通道", "段": "铁路|高铁|公路|高速|管道|管道工程", "工程": f"{HEADS}|项目", "项目": f"{HEADS}|工程|基地",
}.items()}
GENERIC = re.compile(
    "本?(?:办法|规定|条例|意见|通知|方案|指南|规划|细则|措施|决定|规程|标准|报告|公报|快报|政府|委)|本.."
    "|(?:专项|改革|建设|补助|补贴)?(?:项目|行动|计划|试点|工程|平台|系统|资金|经费|基金)")
PRONOUNS = {
    "Agency": ("局", "部", "委", "厅", "院", "关", "所", "办", "中心"), "Place": ("省", "市", "县", "区", "州"),
    "Organization": ("院", "校", "行", "所", "厂", "馆", "中心", "协会", "公司", "学会", "医院", "企业", "大学"),
    "Regulation": ("办法", "规定", "条例", "通知", "意见", "方案"), "Programme": ("平台", "系统", "项目", "活动", "基金"),
}
SCHOOLS = ("校", "大学", "学院", "中学", "小学", "一中")
FIRM = re.compile("(?:集团)?(?:股份|控股)?(?:有限(?:责任)?)?公司$|(?<=[工料材])厂$")
EDITION = re.compile("“?(?:第[一二三四五六七八九十百0-9]{1,4}[届次]|首届|20[0-9]{2}).{2,40}(?:会|论坛|[节周季展赛])")
OF = re.compile(r"^关于")
BRACKET = re.compile(r"[（(][一-龥]{2,4}[)）]")
TRIAL = re.compile(r"[（(](?:征求意见稿|试行|草案|修订稿|修订|暂行)[)）]$")
REVISED = re.compile(
    "》?(?:[（(][^（）()]{1,40}[)）])?(?:进行了?(?:全面|部分|局部)?(?:修订|修改|修正)|(?:即行|予以|自[^，。；]{2,14})?(?:废止|停止执行))")
MARKS = re.compile("[《》〈〉<>“” 　]")
PLACED = ("Division", "Place")
OF_SEVERAL = re.compile("[两二三四五六七八九十](?:省区市|省市|省区|市县|区县|[省市区县地级])[一-龥]")
LONGEST_PLACE = 12
JOINED = re.compile("(?:会同|联合)(?:[^，。；]{2,30}[、和与])?")  # 甲局会同|乙局, 甲局会同乙局、|丙局
GROUND = re.compile("(?:根据|依据|依照|按照|遵照|落实|贯彻)《$")


def link(article: Article, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], dict[Ref, Entity]]:
    """The article's mentions with their final full names, and the entities that they stand for."""
    kept = _outside_programmes(mentions)
    kept = _full_people(_settled(kept))
    kept = _same_events(_same_companies(_same_titles(article, _with_issuers(kept))))
    back = [*_pronouns(article, kept), *_works(article, kept)]
    spans = {(mention.sentence, mention.start, mention.end) for mention in back}
    kept = [mention for mention in kept if (mention.sentence, mention.start, mention.end) not in spans]  # 该市 is the one named last
    kept = sorted([*kept, *back, *_ours(article, kept)], key=lambda mention: (mention.sentence, mention.start, -mention.end))
    return tuple(kept), _entities(article, kept)


def _outside_programmes(mentions: Iterable[Mention]) -> list[Mention]:
    """All mentions but the places, and the laws without marks, that stand only inside the name of a programme (宪法宣传周)."""
    mentions = list(mentions)
    programmes = defaultdict(list)
    for mention in mentions:
        if mention.type == "Programme":
            programmes[mention.sentence].append(mention)
    return [mention for mention in mentions if mention.type not in ("Place", "Regulation") or not any(
        programme.start <= mention.start and mention.end <= programme.end and (mention.type == "Place" or "《" not in programme.text)
        for programme in programmes[mention.sentence])]


def _settled(mentions: Iterable[Mention]) -> list[Mention]:
    """Titles in the form of official texts: 某规划（2022-2035年） is 某规划（2022—2035年） of another document."""
    return [replace(m, name=settled(m.name)) if m.type in ("Regulation", "Publication") else m for m in mentions]


def _full_people(mentions: list[Mention]) -> list[Mention]:
    """古特雷斯 becomes 安东尼奥·古特雷斯 where the article names him so."""
    long = {mention.name.rsplit("·", 1)[1]: mention.name for mention in mentions if mention.type == "Person" and "·" in mention.name}
    return [replace(m, name=long.get(m.name, m.name)) if m.type == "Person" else m for m in mentions]


def _with_issuers(mentions: list[Mention]) -> list[Mention]:
    """关于…的意见 is 国务院关于…的意见 where the article names it so, too, and no other body's of that name."""
    issued: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        at = mention.name.find("关于") if mention.type in ("Regulation", "Publication") else 0
        if at > 0:
            issued[mention.type, mention.name[at:]].add(mention.name)
    full = {key: min(names) for key, names in issued.items() if len(names) == 1}
    return [replace(m, name=full[m.type, m.name]) if (m.type, m.name) in full else m for m in mentions] if full else mentions


def _same_titles(article: Article, mentions: list[Mention]) -> list[Mention]:
    """Titles that differ only by the places in them (京津冀签署《深化自贸试验区…方案》) are one: the longest.

    But those of two places (甲省, 乙市制造业发展方案) are two, what another one is made by (根据《“十四五”…行动计划》) is the one of the State,
    not the local one of the same name, and 某办法（试行） that is repealed or was revised is not its successor 某办法.
    """
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    cores, grounds = {}, set()
    former = _former_trials(article, mentions)
    for mention in mentions:
        core = _without_places(mention.name) if mention.type in ("Regulation", "Publication") and len(mention.name) > 8 else ""
        if len(core) > len("条例") and mention.name not in former:  # 甲自贸试验区条例 and 甲新片区条例 are two
            cores[mention.name] = key = mention.type, core
            if GROUND.search(article.sentences[mention.sentence].text, 0, mention.start) and key[1] == MARKS.sub("", TRIAL.sub("", mention.name)):
                grounds.add(mention.name)
            alike[key].add(mention.name)
    for name in grounds:
        del cores[name]
    longest = {name: max((other for other in sorted(alike[key]) if _of_one_place(name, other)), key=len) for name, key in cores.items()}
    return [replace(m, name=longest[m.name]) if m.name in cores and cores[m.name][0] == m.type else m for m in mentions]


def _former_trials(article: Article, mentions: Iterable[Mention]) -> set[str]:
    """The titles on trial that the article tells to be repealed or revised: 《甲办法（试行）》同时废止, 对《甲规则（暂行）》进行了修订."""
    found = set()
    for mention in mentions:
        text = article.sentences[mention.sentence].text if mention.type == "Regulation" and TRIAL.search(mention.name) else ""
        if text and (REPEALED.match(text, mention.end + 1) or REVISED.match(text, mention.end)):
            found.add(mention.name)
    return found


def _of_one_place(name: str, other: str) -> bool:
    """Whether two titles that differ by their places may be one: not where each tells a place of its own."""
    if name == other:
        return True
    ours, theirs = ({entry.name for _, _, entries in find_forms(title) for entry in entries if entry.type in PLACED} for title in (name, other))
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _without_places(name: str) -> str:
    """A title without places, marks and the words 关于 and 的."""
    spans = [(start, end) for start, end, entries in find_forms(name) if entries[0].type in PLACED]
    return "".join(char for index, char in enumerate(TRIAL.sub("", name))
                   if not MARKS.match(char) and not any(start <= index < end for start, end in spans))


def _same_companies(mentions: list[Mention]) -> list[Mention]:
    """卫士通信息安全技术有限公司 is 卫士通（广州）信息安全技术有限公司 where it is named so, too; 甲市鑫磊公司 the 某省甲市乙县鑫磊有限公司."""
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    keys = {}
    for name in {mention.name for mention in mentions if mention.type == "Organization"}:
        keys[name] = key = _house(BRACKET.sub("", name))
        alike[key].add(name)
    full = {name: max((other for other in sorted(alike[key]) if _letters_of(BRACKET.sub("", name), other)), key=len) for name, key in keys.items()}
    return [replace(m, name=full.get(m.name, m.name)) if m.type == "Organization" else m for m in mentions]


def _same_events(mentions: list[Mention]) -> list[Mention]:
    """第八届机器人峰会暨人才峰会 is 第八届机器人峰会; 巡视工作会议, which is held again and again, is 巡视工作会议暨部署会 where
    the article names it so, too."""
    both = {}
    for name in {mention.name for mention in mentions if mention.type == "Programme" and "暨" in mention.name}:
        first = name.partition("暨")[0]
        edition = EDITION.fullmatch(first)
        if edition or first.endswith(("会", "会议", "论坛", "仪式", "活动")):  # 甲行动暨乙会议 is no other name of 甲行动
            both[name if edition else first] = first if edition else name
    return [replace(m, name=both.get(m.name, m.name)) if m.type == "Programme" else m for m in mentions] if both else mentions


def _house(name: str) -> tuple[str, str]:
    """What tells one organisation from others: the last place that its name begins with, but for firms, and the rest without the legal form."""
    at, code = 0, ""
    while places := [(end, entries) for start, end, entries in find_forms(name) if start == at and entries[0].type == "Division"]:
        at, entries = max(places, key=lambda place: place[0])
        code = entries[0].name
    firm = FIRM.search(name)
    own = name[at:firm.start()] if firm else name[at:]
    return ("", own) if firm and len(own) > 2 else (code if len(own) > 2 else name, own)


def _letters_of(short: str, long: str) -> bool:
    """Whether one name has the letters of another in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _pronouns(article: Article, mentions: list[Mention]) -> list[Mention]:
    """该局, 该协会, 上述平台: the last thing of that kind which is named before and whose name ends so; and 博览会 alone, 本届论坛, of a programme."""
    found = []
    for index, sentence in enumerate(article.sentences):
        for hit in (*PRONOUN.finditer(sentence.text), *BY_KIND.finditer(sentence.text)):
            word = hit[hit.lastindex or 0]
            types = [type for type, endings in PRONOUNS.items() if word in endings] if hit.re is PRONOUN else ["Programme"]
            endings = SCHOOLS if word == "校" else word
            before = [mention for mention in mentions if mention.type in types and mention.name.rstrip("）)”").endswith(endings)
                      and (mention.sentence, mention.start) < (index, hit.start())]
            if "Place" in types:
                before += [seat for mention in mentions if (mention.sentence, mention.start) < (index, hit.start()) for seat in _seat(mention, word)]
            if before:
                last = max(before, key=lambda mention: (mention.sentence, mention.start))
                last = _led(article, before, last) or last
                found.append(Mention(index, hit.start(), hit.end(), last.type, hit.group(), last.name))
    return found


def _led(article: Article, before: list[Mention], last: Mention) -> Mention | None:
    """Whom a partner joins, of the same kind: 甲市公安局 in 甲市公安局会同市消防救援局开展G，该局…."""
    text = article.sentences[last.sentence].text
    return next((m for m in before if m.sentence == last.sentence and JOINED.fullmatch(text, m.end, last.start)), None)


def _works(article: Article, mentions: list[Mention]) -> Iterator[Mention]:
    """大桥, 工程 at the beginning of a sentence: the work of that kind which the sentence before in the paragraph names last."""
    for index, sentence in enumerate(article.sentences):
        hit = BY_WORK.search(sentence.text)
        if hit is None or not index or article.sentences[index - 1].paragraph != sentence.paragraph:
            continue
        if any(m.sentence == index and m.type == "Programme" and m.start < hit.start() for m in mentions):
            continue
        kind = hit[hit.lastindex or 0]
        ends = WORKS.get(kind)
        before = [m for m in mentions if m.sentence == index - 1 and m.type == "Programme" and m.text]
        named = [m for m in before if (ends.search(m.name) if ends else m.name.endswith(kind))]
        if named:
            yield Mention(index, *hit.span(), "Programme", hit[0], named[-1].name)


def _seat(mention: Mention, kind: str) -> Iterator[Mention]:
    """The province, city or county of a kind whose body is named: 甲省 in 甲省统计局, which 该省 points back to."""
    place = mention.name[:mention.name.find(kind) + 1] if mention.type == "Agency" else ""
    if place in full_names():
        yield replace(mention, type="Place", name=place)


def _ours(article: Article, mentions: list[Mention]) -> list[Mention]:
    """我局, 我部: the one body of that kind which the headline tells to have written the text (甲局、乙部关于…的通知, 甲局对…建议的答复)."""
    head = next((index for index, sentence in enumerate(article.sentences) if sentence.role == "headline"), None)
    written = WRITES.search(article.sentences[head].text) if head is not None else None
    writers = [m for m in mentions if written and m.type == "Agency" and m.sentence == head and m.end <= written.start()]
    found = []
    for index, sentence in enumerate(article.sentences) if writers else ():
        for hit in OURS.finditer(sentence.text):
            names = {writer.name for writer in writers if writer.text.endswith(hit[1])}
            found += [Mention(index, *hit.span(), "Agency", hit[0], name) for name in names if len(names) == 1]
    return found


def _entities(article: Article, mentions: list[Mention]) -> dict[Ref, Entity]:
    printed: dict[Ref, dict[str, None]] = defaultdict(dict)
    sentences: dict[Ref, set[int]] = defaultdict(set)
    named = {mention.ref for mention in mentions}
    for mention in mentions:
        sentences[mention.ref].add(mention.sentence)
        points_back = PRONOUN.fullmatch(mention.text) or OURS.fullmatch(mention.text) or BY_KIND.fullmatch(mention.text) or mention.text in (*KINDS, *WORKS)
        another = Ref(mention.type, mention.text) in named and mention.text != mention.name  # 《某办法》 of the older 某办法（2011年）
        if mention.text and not points_back and not another and not GENERIC.fullmatch(mention.text) and not _shares_organ(mention):
            printed[mention.ref][mention.text] = None
    found = {}
    for ref in sorted(sentences):
        evidence = tuple(Evidence(article.id, index) for index in sorted(sentences[ref]))
        derived = [name for name in _derived(ref) if Ref(ref.type, name) not in named]
        found[ref] = _entity(ref, tuple(printed[ref]), derived, evidence)
    return found


def _shares_organ(mention: Mention) -> bool:
    """Whether a mention is only the place of a body whose kind is told behind another: 甲 of 甲市|、乙市财政局, and 乙两市财政局."""
    if mention.type != "Agency" or len(mention.text) > LONGEST_PLACE:
        return mention.type == "Agency" and OF_SEVERAL.search(mention.text) is not None
    forms = [(start, end) for start, end, entries in find_forms(mention.text) if entries[0].type == "Division"]
    at = 0
    while ends := [end for start, end in forms if start == at]:
        at = max(ends)  # 云南临沧
    return at == len(mention.text) or OF_SEVERAL.search(mention.text) is not None


def _entity(ref: Ref, printed: tuple[str, ...], derived: Iterable[str], evidence: tuple[Evidence, ...]) -> Entity:
    """An entity with its printed, its usual and its derived other names."""
    names = dict.fromkeys([*printed, *usual_forms().get((ref.type, ref.name), ()), *derived])
    code = full_names().get(ref.name) if ref.type == "Place" else None
    return Entity(ref.type, ref.name, tuple(name for name in names if name != ref.name), code, evidence)


def _derived(ref: Ref) -> list[str]:
    """Other names that follow from the full one: without 关于 and （试行）, without 中国共产党, the usual forms of a place."""
    if ref.type == "Place" and ref.name in full_names():
        return list(printed_names(full_names()[ref.name]))
    if ref.type in ("Regulation", "Publication"):
        plain = TRIAL.sub("", ref.name)
        return [name for name in (plain, OF.sub("", ref.name), OF.sub("", plain)) if name != ref.name]
    if ref.type == "Agency" and ref.name.startswith("中国共产党") and ref.name.endswith("委员会"):
        return ["中共" + ref.name[5:], "中共" + ref.name[5:-3] + "委"]
    return []
