"""Places in their own right: named regions and countries, provinces, prefectures and counties, zones and landscapes named after them."""
from __future__ import annotations

import re

from kg.lexicon import divisions
from kg.nlp.canvas import Canvas, Hit
from kg.nlp.gazetteer import bare, choose, full_name, home_of, level, misread

TAIL = re.compile(r"[一-龥]{0,5}?(?:平原|流域|新区|景区|遗址|高新区|经开区|开发区|自贸区|自贸试验区|自由贸易试验区|保税区|保税港区|工业园区|工业园|产业园|产业园区|示范区|试验区|自贸片区|都市圈|城市群|高原|盆地|沙漠|半岛|群岛|水库|国家公园|湿地|科学城|商务区|合作区|先行区|地区|枢纽港|港区)")
BAD_TAIL = re.compile(r"[的和与在及至等将是为对各]|一带|全国|多个|部分|所有|偏远|农村|贫困|边远|周边|国家级|省级")
STATE = re.compile("(?:人民|民主|伊斯兰|阿拉伯|联邦|社会主义|联合|合作|东岸|多民族|玻利瓦尔){0,3}(?:共和国|王国|联邦)")
LANDMARKS = frozenset("山河湖江镇乡村岛桥寺庙塔路街站港峡关古")


def find_places(canvas: Canvas) -> None:
    """Find places on what is left of the text; of a chain (四川省宜宾市) only the narrowest."""
    hits = canvas.longest("Place", "Division")
    index = 0
    while index < len(hits):
        hit = hits[index]
        if hit.entries[0].type == "Place":
            _region(canvas, hit)
            index += 1
            continue
        codes = bare(hit, canvas.text)
        where = home_of(canvas)() if len(codes) > 1 else None
        code = None if misread(canvas.text, hit.start, hit.end) else choose(codes, None, where)
        end = hit.end
        while code and index + 1 < len(hits) and hits[index + 1].start == end and hits[index + 1].entries[0].type == "Division":
            inner = choose([entry.name for entry in hits[index + 1].entries], code, None)
            if not inner or _landmark(canvas.text, hits[index + 1], inner):
                break
            code, end, index = inner, hits[index + 1].end, index + 1
        if code:
            _division(canvas, hit.start, end, code)
        index += 1


def _landmark(text: str, hit: Hit, code: str) -> bool:
    """The short name of a county inside the name of a mountain, river or town (南宁青秀山)."""
    return level(code) == 3 and text[hit.end:hit.end + 1] in LANDMARKS and text[hit.start:hit.end] == divisions()[code].short


def _region(canvas: Canvas, hit: Hit) -> None:
    entry = hit.entries[0]
    if misread(canvas.text, hit.start, hit.end) or canvas.text[hit.end:hit.end + 1] in ("语", "元", "籍", "裔", "队", "文") and entry.kind in ("country", "capital"):
        return
    if entry.kind == "country" and canvas.text[hit.end:hit.end + 1] in ("人", "队"):
        return
    state = STATE.match(canvas.text, hit.end) if entry.kind == "country" else None
    canvas.add(hit.start, state.end() if state else hit.end, "Place", entry.name)


def _division(canvas: Canvas, start: int, end: int, code: str) -> None:
    """A division, or the zone or landscape that is named after it."""
    form = canvas.text[start:end]
    if level(code) == 3 and form == divisions()[code].short:
        return
    if canvas.text[end:end + 1] in ("人", "话", "籍", "菜", "帮", "港") and len(form) == 2:
        return
    tail = TAIL.match(canvas.text, end)
    if tail and not BAD_TAIL.search(tail.group()) and canvas.free(tail.start(), tail.end()) and tail.group() not in ("地区", "流域"):
        canvas.add(start, tail.end(), "Place", canvas.text[start:tail.end()])
        return
    canvas.add(start, end, "Place", full_name(code))
