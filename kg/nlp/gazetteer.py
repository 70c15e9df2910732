"""Which division of the country a printed place is, and which one an article is at home in.

Used by the finders of local organs and places, and by `kg.link`: everything that depends on GB/T 2260 codes stands here.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kg.lexicon import Entry, clipped, divisions, find_forms, rows, words
from kg.nlp.canvas import Canvas, Hit, Home

TAIWAN = "71"
MUNICIPALITIES = ("11", "12", "31", "50")
PAPER = re.compile(r"《?([一-龥]{2,3})(?:日报|晚报|早报|晨报|都市报|商报)》?")
PAPERS = re.compile("[日晚早晨商]报|都市报")
MARKET = re.compile("场(?:主体|监[管督]|化|规模|总量|价格|需求|消费|经营|准入|秩序|份额|占有|销售|供应|活力|信心|环境|预期|运行|交易|流通|表现)")
LEADING = frozenset("从在向与同和于沿离由对到至经及")  # words before a place


@cache
def level(code: str) -> int:
    """1 for a province, 2 for a prefecture, 3 for a county or a city under direct provincial control."""
    if code.endswith("0000"):
        return 1
    return 2 if code.endswith("00") else 3


@cache
def parent(code: str) -> str | None:
    """The code of the division above."""
    if level(code) == 1:
        return None
    above = code[:4] + "00" if level(code) == 3 else code[:2] + "0000"
    return above if above in divisions() else code[:2] + "0000"


def within(code: str, outer: str) -> bool:
    """Whether a division lies in another one."""
    return level(code) > level(outer) and code.startswith(outer[:2 * level(outer)])


@cache
def _owners() -> dict[str, int]:
    counts: Counter[str] = Counter(division.name for division in divisions().values())
    return dict(counts)


@cache
def full_name(code: str) -> str:
    """The name that tells a division from all others: districts, and counties whose name is not unique, stand behind their city.

    >>> full_name("421303"), full_name("410000"), full_name("513432")
    ('随州市曾都区', '河南省', '喜德县')
    """
    division = divisions()[code]
    above = parent(code)
    if level(code) == 3 and above and (division.name.endswith("区") or _owners()[division.name] > 1):
        return divisions()[above].name + division.name
    return division.name


@cache
def full_names() -> dict[str, str]:
    """Codes by the full names of the divisions."""
    return {full_name(code): code for code in divisions()}


def printed_names(code: str) -> tuple[str, ...]:
    """The usual ways to print a division."""
    division = divisions()[code]
    short = division.short if level(code) < 3 else ""
    return tuple(dict.fromkeys(filter(None, (full_name(code), division.name, short, clipped(division)))))


@cache
def _ambiguous() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {row["form"]: (tuple(row["before"]), tuple(row["after"])) for row in rows("places_ambiguous.tsv")}


def misread(text: str, start: int, end: int) -> bool:
    """Whether the characters around a place form show that it is part of other words (确保定点, 广州市|场主体)."""
    before, after = _ambiguous().get(text[start:end], ((), ()))
    return text.endswith(before, 0, start) or text.startswith(after, end) or (text[end - 1] == "市" and MARKET.match(text, end) is not None)


def across(canvas: Canvas, start: int, end: int) -> bool:
    """Whether the short name of a county is only a word before a province or city and the first letters of it: 从江|苏, 同安|徽."""
    if canvas.text[start] not in LEADING or any(level(e.name) < 3 for hit in canvas.starts.get(start, ()) for e in hit.entries if e.type == "Division"):
        return False
    inner = (hit for at in range(start + 1, end) for hit in canvas.starts.get(at, ()) if hit.end > end)
    return any(entry.type == "Division" and level(entry.name) < 3 for hit in inner for entry in hit.entries)


def choose(codes: Sequence[str], outer: str | None, home: Home | None) -> str | None:
    """The one division that a form means: inside the place before it, else the highest, else in the article's home.

    >>> choose(["220000", "220200"], None, None)
    '220000'
    """
    if outer:
        codes = [code for code in codes if within(code, outer)]
    if len(codes) > 1 and home:
        codes = [code for code in codes if home.city and within(code, home.city)] or [
            code for code in codes if home.province and within(code, home.province)] or list(codes)
    top = min((level(code) for code in codes), default=0)
    best = [code for code in codes if level(code) == top]
    return best[0] if len(best) == 1 else None


@cache
def bare(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The divisions that a form may mean on its own: short names of counties, and one-syllable counties, need their city, but for
    the few that everybody knows (义乌, 昆山)."""
    return tuple(
        code for form, code, _, _ in entries
        if level(code) < 3 or form in words("county") or (len(form) > 2 and form in (divisions()[code].name, clipped(divisions()[code]))))


@cache
def alone(entries: tuple[Entry, ...]) -> str | None:
    """The one division that a form means on its own, wherever it stands."""
    return choose(bare(entries), None, None)


def home(canvas: Canvas) -> Home:
    """Where an article is at home: counts of places, full names three times, and five points for a local paper or the place a 《title》 opens with.

    Not Taiwan, which the forecasts of the whole country name most often.
    """
    scores: dict[int, Counter[str]] = defaultdict(Counter)
    sources = " ".join(filter(None, (canvas.article.source, canvas.article.place, *(hit.group(1) for hit in canvas.find_lines(PAPER, PAPERS)))))
    for hit in canvas.known("Division", but=misread):
        form = canvas.text[hit.start:hit.end]
        code = alone(hit.entries) or _inside(canvas, hit)
        if code and not code.startswith(TAIWAN):
            weight = 3 if form == divisions()[code].name or canvas.text[hit.start - 1:hit.start] == "《" else 1
            _count(scores, code, weight)
    for code in _of_sources(sources) if sources else ():
        _count(scores, code, 5)
    best = [max(sorted(scores[rank]), key=lambda code: scores[rank][code], default="") for rank in (1, 2, 3)]
    city = best[1] if best[1] and (not best[0] or within(best[1], best[0])) else ""
    if best[0][:2] in MUNICIPALITIES and not city:
        city = best[0]
    county = best[2] if best[2] and (not city or within(best[2], city)) else ""
    if county and city and divisions()[county].name.endswith("市") and divisions()[city].short not in canvas.text:
        city = county  # 天长市's own page does not tell of 滁州: its 全市 and 市财政局 are of the city itself
    return Home(best[0], city, county)


def _of_sources(sources: str) -> Iterator[str]:
    """The divisions that the names of papers and sites tell: 江西日报, 漳平市人民政府网站, and the district of 上海宝山."""
    outer: dict[int, str] = {}
    for start, end, entries in sorted(find_forms(sources), key=lambda form: form[:2]):
        named = tuple(entry for entry in entries if entry.type == "Division")
        if code := alone(named) or (choose([entry.name for entry in named], outer[start], None) if start in outer else None):
            outer[end] = code
            yield code


def _inside(canvas: Canvas, hit: Hit) -> str | None:
    """The county that a short name means behind that of its city: 南京|玄武, 泸州|泸县."""
    codes = [entry.name for entry in hit.entries if entry.type == "Division"]
    outer = next((code for place in canvas.ends.get(hit.start, ()) if place.entries[0].type == "Division" and (code := alone(place.entries))), None)
    return choose(codes, outer, None) if outer and level(outer) < 3 else None


def home_of(canvas: Canvas) -> Callable[[], Home]:
    """The article's home, worked out when it is first asked for and kept on the canvas."""
    def ask() -> Home:
        if canvas.home is None:
            canvas.home = home(canvas)
        return canvas.home
    return ask


def _count(scores: dict[int, Counter[str]], code: str, weight: int) -> None:
    current: str | None = code
    while current:
        scores[level(current)][current] += weight
        current = parent(current)
