"""Towns, villages and communities in their own right, by the division that is named before them: 青田县|石桥镇|上湾村; a town's organs.

Called by `kg.nlp.places`, whose divisions it reads; no list knows their names, which are as short as common words.
"""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas
from kg.nlp.gazetteer import full_name, home_of

LETTER = r"(?!各(?!庄)|[的有加全多首个所其他以及持续针依围推成打农城乡村镇社和与在将对向为是从到至省市县区级])[一-龥]"
SETTLEMENT = re.compile(
    rf"(?P<town>(?:(?:{LETTER}){{2,6}}?|{LETTER}乡)(?:镇(?![痛静定江远长])|街道|乡(?!镇)))(?P<inner>(?:{LETTER}){{1,5}}?(?:村|社区))?(?![镇村乡风情土亲下域级巴会区])"
    rf"|(?P<village>(?:{LETTER}){{2,5}}?(?:村(?!社区)|村?社区))(?![镇乡级集民居企委小医卫寨])")
NO_NAME = re.compile(
    "^(?:现代|未来|美丽|和美|示范|传统|特色|智慧|老旧|居民|基层|重点|下辖|这个|那个|一些|不少|近郊|郊区|偏远|山区|整合|探索|健全|构建|坚持|开启|通过|"
    "共有|采取|建立|建设|完善|发展|创建|创新|实施|开展|宜居|幸福|新型|国际|养老|亚运|奥运|大运|世园|冬奥|选手|运动员|入选|不断|华人|完整|战略|治理|少数民族|落实)"
    "|受灾|失联|易地|搬迁|特色|治理|小镇$|重镇$|之乡$|老乡$|水乡$|家乡$|故乡$|返乡$|入乡$|下乡$")
ORGAN = re.compile("人民政府|政府(?!采购|投资|部门)|党委|党工委|纪委|办事处|(?<=街道)办(?![事理公学])")
UNDER_NO_COUNTY = re.compile(  # 县水务局、|石桥镇政府: behind what ends a word
    rf"(?<=[，。、；：和与及在由到是\n])(?P<town>(?:{LETTER}){{2,5}}?(?:镇|街道|乡))乡?(?P<organ>人民政府|政府(?!采购|投资|部门)|党委(?![政和])|党工委|纪委|办事处|(?<=街道)办(?![事理公学]))")
TOLD = re.compile(  # 蟠龙社区|有居民2.7万人
    rf"(?:^|(?<=[，。；：\n]))(?P<name>(?!担任|本村|我村)(?:{LETTER}){{2,5}}?(?:村|社区))"
    r"(?=位于|地处|(?:现|共|总共)?有(?:居民|村民|人口|农户|\d)|党支部书记|党总支书记|党委书记)", re.M)
TOLD_OF = re.compile("[村区](?:位于|地处|现?有|总?共有|党)")
FULL = {"政府": "人民政府", "办": "办事处"}
NEXT = ("、", "和", "及")
BOUND = frozenset("，。、；：等（和的）\n")


def find_settlement(canvas: Canvas, start: int, code: str) -> None:
    """Note the town and the village that stand at a position right behind a division, and those that are listed behind them.

    Args:
        canvas: the text, in which the division is found.
        start: where the division ends.
        code: the division's code.
    """
    owner = full_name(code)
    while (hit := SETTLEMENT.match(canvas.text, start)) and _is_own(canvas, hit):
        town, inner = hit["town"] or "", "inner" if hit["inner"] else "village"
        organ = ORGAN.match(canvas.text, hit.end()) if town and not hit["inner"] else None
        if organ:
            canvas.add(hit.start(), organ.end(), "Agency", owner + town + FULL.get(organ[0], organ[0]))
            return
        if town:
            _note(canvas, *hit.span("town"), owner + town)
        if hit[inner]:
            _note(canvas, *hit.span(inner), owner + town + hit[inner])
        start = hit.end() + 1
        listed = canvas.text[hit.end():start] in NEXT and (more := SETTLEMENT.match(canvas.text, start)) and canvas.text[more.end():more.end() + 1] in BOUND
        if not listed:
            return


def find_told(canvas: Canvas) -> None:
    """Note the villages and communities, named without their division, of which a clause tells where they lie and who lives or leads there."""
    for hit in canvas.find_lines(TOLD, TOLD_OF):
        if _is_own(canvas, hit):
            _note(canvas, *hit.span("name"), hit["name"])


def find_town_organs(canvas: Canvas) -> None:
    """Note the organs of towns that are named without their county: that of the page."""
    for hit in UNDER_NO_COUNTY.finditer(canvas.text) if (county := home_of(canvas)().county) else ():
        if _is_own(canvas, hit):
            canvas.add(*hit.span(), "Agency", full_name(county) + hit["town"] + FULL.get(hit["organ"], hit["organ"]))


def _is_own(canvas: Canvas, hit: re.Match[str]) -> bool:
    """Whether the words are a name of their own: free, no common noun, and no division that is known (景德镇) at their end."""
    known = any(other.entries[0].type == "Division" and other.start >= hit.start() for other in canvas.ends.get(hit.end(), ()))
    return canvas.free(*hit.span()) and not known and not NO_NAME.search(hit[0])


def _note(canvas: Canvas, start: int, end: int, name: str) -> None:
    """The place here, and everywhere else that the same words stand alone."""
    text, word, at = canvas.text, canvas.text[start:end], start
    canvas.add(start, end, "Place", name)
    while len(word) > 2 and (at := text.find(word, at + 1)) >= 0:
        if canvas.free(at, at + len(word)):
            canvas.add(at, at + len(word), "Place", name)
