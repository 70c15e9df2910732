"""Makes figures of the quantities of a reading: what is measured, when, about what and who says so.

Place in the line: Reading -> `find_figures` -> Figure. Indicators, periods and topics each have their own module; here they meet.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from operator import add

from kg.model import Figure, Mention, Quantity, Reading, Ref, Time
from kg.relate.aims import inherited_deadline
from kg.relate.brevity import concise, traded
from kg.relate.changes import DOWN, FALLS, GROWTHS, RISES, Named
from kg.relate.clauses import Slot, slots, wide
from kg.relate.deeds import bare, received
from kg.relate.indicators import NEEDED, Namer
from kg.relate.measures import Measures, compares_yearly
from kg.relate.periods import Periods
from kg.relate.skeleton import mentions_by_type, mentions_of
from kg.relate.speakers import Speakers
from kg.relate.spots import OWNERS, alone
from kg.relate.sums import parts_of_sum
from kg.relate.tasks import task_days, unfolded
from kg.relate.timing import Period
from kg.relate.topics import Topics
from kg.relate.wording import letters, strip, trim, with_unit

NATION = "全国"
LINKS = re.compile("(?:[、和与及的而则]|其次是?|分别是?|还有|同在|[东中西]部)*")
TITLES = ("headline", "subtitle", "subhead")
LOWERED = re.compile(rf"(?:{DOWN}|下调|降)(?:了|至|到)?(?:约|近)?$")
LOWERING = letters(LOWERED)
NEWS = re.compile(r"[今昨][天晚]（\d{1,2}月\d{1,2}日）")  # with which each item of a news bulletin begins
LED = re.compile("的?(?:依次|分别|具体){0,3}(?:为|是|如下)?$")
TOWNSPEOPLE = re.compile("(?<=市)民(?![营族政法兵间用企宿航生主])")  # 甲市民平均用气量
NAMED_ON = ("省", "市", "县", "区", "级", "籍", "段", "港", "电网", "机场", "口岸", "等")  # with which a name goes on that begins like a place's
ONE_OF = re.compile("^[^，]{0,40}?有(?:下列|以下)(?:情形|行为|情况)之一(?:，)?的?")
FIRST_DEED = re.compile("[：:](?:（一）|[(]一[)])([^，；。：]{4,30})")
AREAS = ("平方公里", "平方千米", "平方米", "公顷", "亩")
GOES_ON = re.compile("的?[一-龥]{2}(?<!以上)(?<!左右)")
OF_EACH = re.compile(  # 从经济增速来看，…分别为甲市（9.7%）、乙市（6.3%）: what a list of places tells of each
    "(?P<rate>[一-龥A-Z]{0,8}?(?:增[速幅]|占比|比重|[^比效功税概利汇费]率(?!先)))|(?P<level>GDP|[一-龥A-Z]{0,8}?(?:总[值额量]|增加值|收入|支出|投资|产值|人口|面积|[产销]量))")
EXTENTS = ("面积", "海拔", "长度", "全长", "高度", "深度")  # of a place, named with it
THIS_EDITION = re.compile("[本该此][届次][一-龥]{1,5}?(?P<kind>[会节展赛坛])(?=[^议期上].{2})")  # 本届消博会|展览面积
OF_A_WAY = ("全长", "全程", "总长", NEEDED)  # of a road or train, which it is named with
LONG = 4  # letters of a name that can do without its place
SHORTEST_LEAD, SHORTEST_BASE = 4, 2
MORE_THAN_A_YEAR = timedelta(days=400)
BOUNDS = ({"以上", "不超过"}, {"不低于", "不超过"}, {"以上", "以下"}, {"不低于", "以下"})
EXACT, SAME_WITHIN = 3, 0.8  # digits of a number that is hardly told of two things; so much of the shorter indicator stands in the other
SAME_WORDS, LIKE = 0.95, 0.7
"""How alike the indicators of one number told twice are, at least: in one place, where two numbers may be equal, and farther apart."""


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """The figures of an article, each once, with all the sentences that tell it."""
    if not any(reading.quantities):
        return ()
    last = max([index for index, quantities in enumerate(reading.quantities) if quantities])
    text = "".join([sentence.text for sentence in reading.article.sentences])
    reading = _wide(reading) if "," in text or ";" in text or ":" in text else reading
    namer, periods, topics, speakers = Namer(), Periods(today=reading.article.date), Topics(reading), Speakers(reading)
    measures = Measures(compares_yearly(text))
    found: list[tuple[Figure, str]] = []
    mentions, paragraph = mentions_of(reading), -1
    measured: dict[str, tuple[str, str]] = {}
    for index, sentence in enumerate(reading.article.sentences[:last + 1]):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            topics.enter(index)
            speakers.forget()
            measures.forget()
        elif "（" in sentence.text and NEWS.search(sentence.text):
            periods.forget()
            topics.enter(index)
        quantities, times = reading.quantities[index], _times(reading, index)
        if index in mentions or quantities:
            speakers.enter(index)
        if quantities and sentence.role in TITLES:
            found += _figures(reading, index, times, Namer(), Periods(today=reading.article.date), topics, speakers, Measures(measures.yearly), {})
        elif quantities:
            found += _figures(reading, index, times, namer, periods, topics, speakers, measures, measured)
        elif sentence.role in ("headline", "subhead"):
            periods.open_section(sentence.text, reading.times[index], whole=sentence.role == "headline")
        elif times and sentence.role not in TITLES:
            periods.choose(sentence, quantities, times)
        topics.leave(index)
        if index in mentions:
            speakers.leave()
    return merge(found)


def _figures(
    reading: Reading, index: int, times: tuple[Time, ...], namer: Namer, periods: Periods, topics: Topics, speakers: Speakers, measures: Measures,
    measured: dict[str, tuple[str, str]],
) -> Iterator[tuple[Figure, str]]:
    """The figures of a sentence with its role; ``times``: those that may date them.

    ``measured`` keeps the last indicator and measure of each unit, for numbers that only tell their places (其次是甲省的8.6%).
    """
    sentence, quantities = reading.article.sentences[index], reading.quantities[index]
    mentions = mentions_of(reading).get(index, [])
    bodies = [m.text for m in mentions if m.type in ("Agency", "Organization") and m.text]
    places = slots(sentence.text, quantities, reading.times[index])
    named = namer.name(places)
    due = task_days(reading).get(index) or (inherited_deadline(reading, index) if index in unfolded(reading) else None)
    chosen = periods.choose(sentence, quantities, times, due)
    here = reading.evidence(index)
    led: dict[str, tuple[str, str]] = {}
    first: Ref | None = None
    told: list[Ref | None] = []
    for slot, quantity, name, measure, period in zip(places, quantities, named, measures.choose(places, named, chosen), chosen, strict=True):
        if not name.name:
            told.append(None)
            continue
        if measure == "yearOnYear" and name.verb and not name.compare and period and period[1] - period[0] > MORE_THAN_A_YEAR:
            measure = "change"  # 从2013年到2022年，浓度下降57%
        if name.base.startswith(NATION):
            name = _wider(name, mentions)
        if name.ruled and ONE_OF.search(name.name) and (deed := FIRST_DEED.search(sentence.text, quantity.end)):
            name = name._replace(name=ONE_OF.sub(f"{deed[1]}等行为的", name.name))  # 有下列行为之一的，处…罚款：（一）未取得许可证排放；
        bare_size = quantity.unit in AREAS and not GOES_ON.match(sentence.text, quantity.end)
        spread = next((m for m in mentions if m.type == "Place" and m.text and m.end == quantity.start), None) if bare_size else None
        if spread:  # 济南片区|37.99平方公里, not 甲省|90万亩|小麦
            name = Named(spread.text + "面积", spread.text + "面积", name.unit)
        stated = None if topics.own else speakers.stated_by(index, quantity)
        about = spread.ref if spread else topics.about(index, quantity, name.name, name.ruled) or (_reported_on(reading, stated, name) if stated else None)
        if parts := parts_of_sum(places, len(told)):
            about = told[parts[0]] if len({told[part] for part in parts}) == 1 else None
        told.append(about)
        first = about if slot.place == 0 else first
        named_so = spread or (about and slot.place and _of_list(about, first))
        indicator = name.name if named_so else of_topic(name, topics.spoken_of(about, index, name.name), about.type in OWNERS) if about else name.name
        lone = alone(sentence.text, quantity, mentions, quantities) if about and about.type in OWNERS else None
        if slot.bracketed and (entry := _entry(sentence.text, quantity, mentions)):
            about, indicator, measure = entry
        elif lone and (lead := _lead(slot, lone)):
            led[quantity.unit] = measured[quantity.unit] = lead, measure
        before = measured.get(quantity.unit, ("",))[0]
        grows = name.verb and before.endswith(GROWTHS) and (
            _only_places(name.base, mentions) or (name.name.endswith(before) and _only_places(name.name.removesuffix(before), reading.mentions)))
        if grows and (about is None or about.type == "Place"):
            indicator = before
        elif quantity.unit in measured and (about is None or about.type == "Place") and _only_places(name.name.removesuffix("数"), mentions):
            indicator, measure = measured[quantity.unit]
        elif lone and not spread and quantity.unit in led:
            indicator, measure = led[quantity.unit]
        else:
            measured[quantity.unit] = indicator.replace("国内生产总值", "地区生产总值"), measure
        yield Figure(
            quantity.text, quantity.value, quantity.unit, traded(concise(received(indicator, bodies) if bodies else indicator), quantity.unit), measure,
            quantity.value_max, quantity.qualifier, None if name.ruled else period,
            _direction(name, quantity, sentence.text), about, stated, here,
        ), sentence.role


def _of_list(about: Ref, first: Ref | None) -> bool:
    """Whether a region ends a list whose first is told of none (东部、中部和西部地区景气指数分别为…): each is named in its indicator."""
    return (first is None or first.type != "Place") and about.type == "Place" and about.name.endswith("地区")


def _times(reading: Reading, index: int) -> tuple[Time, ...]:
    """The times of a sentence but the years that stand in the name of an event (2026年世界互联网大会)."""
    if not reading.times[index]:
        return ()
    events = [m for m in mentions_of(reading).get(index, ()) if m.type == "Programme"]
    return tuple([time for time in reading.times[index] if time.kind != "year" or not any(m.start <= time.start and time.end < m.end for m in events)])


def _wide(reading: Reading) -> Reading:
    """The reading with wide marks in its sentences."""
    texts = [wide(sentence.text) for sentence in reading.article.sentences]
    if texts == [sentence.text for sentence in reading.article.sentences]:
        return reading
    sentences = tuple(replace(sentence, text=text) for sentence, text in zip(reading.article.sentences, texts, strict=True))
    return replace(reading, article=replace(reading.article, sentences=sentences))


def _lead(slot: Slot, name: Mention) -> str:
    """What a list of bodies or places tells of them, from the words before its colon: 各区新建学位依次为：甲区900个 → 各区新建学位."""
    if slot.cut.text[max(0, name.start - 1):name.start] != "：":
        return ""
    lead = trim(strip(LED.sub("", slot.before)))
    return with_unit(lead, slot.quantity.unit) if len(lead) >= SHORTEST_LEAD else ""


def _reported_on(reading: Reading, report: Ref, name: Named) -> Ref | None:
    """The place on which a report that tells a number reports, by its name (2022年度甲市广告业发展报告); none for what is told of the whole country."""
    if report.type not in ("Publication", "Regulation") or name.base.startswith((NATION, "我国")):
        return None
    places = {m.ref for m in mentions_by_type(reading).get("Place", ()) if len(m.text) > 1 and m.text in report.name}
    return max(places, key=lambda ref: (len(ref.name), ref.name), default=None)


def _entry(text: str, quantity: Quantity, mentions: Iterable[Mention]) -> tuple[Ref, str, str] | None:
    """The place of a list whose number in brackets a quantity is (甲市（9.7%）、乙市（6.3%）), what the sentence sets out to tell of each, its measure."""
    place = next((m for m in mentions if m.type == "Place" and m.text and m.end == quantity.start - 1), None)
    if place is None or not text.startswith(("）", ")"), quantity.end):
        return None
    told = next((hit for hit in OF_EACH.finditer(text, 0, place.start) if bool(hit["rate"]) == (quantity.unit == "%")), None)
    if told is None:
        return None
    each = strip(told[0])
    return place.ref, each, "change" if each.endswith(("增速", "增幅")) else "share" if each.endswith(("占比", "比重")) else "level"


def _only_places(name: str, mentions: Iterable[Mention]) -> bool:
    """Whether a name tells nothing but places: 其次是甲省."""
    for place in sorted((m.text for m in mentions if m.type == "Place" and m.text), key=len, reverse=True):
        name = name.replace(place, "")
    return LINKS.fullmatch(name) is not None


def _wider(named: Named, mentions: Iterable[Mention]) -> Named:
    """Without the part of the country in what is told of the whole of it: 全国某省工业增加值."""
    part = next((m.text for m in mentions if m.type == "Place" and m.text and named.base.startswith(NATION + m.text)), "")
    return named._replace(name=NATION + named.name[len(NATION + part):], base=NATION + named.base[len(NATION + part):]) if part else named


def of_topic(named: Named, topic: str, owner: bool) -> str:
    """The indicator as told of its topic: a bare deed (开行) takes its name, a place or body is not told twice."""
    if not topic:
        return named.name
    if len(topic) <= 8 and (bare(named.base) or (named.name in OF_A_WAY and not owner)):
        return topic + named.name
    if not owner and (edition := THIS_EDITION.match(named.name)) and topic.endswith(edition["kind"]):
        return named.name[edition.end():]
    if owner and len(named.name) > LONG and named.name.startswith(topic):
        if people := TOWNSPEOPLE.match(named.name, len(topic)):
            return named.name[people.start() - 1:]
        left, core = named.name[len(topic):].removeprefix("地区"), strip(named.base[len(topic):].removeprefix("地区"))
        bare_left = len(core) < SHORTEST_BASE or core in EXTENTS or core not in left
        return named.name if left.startswith((*NAMED_ON, "-")) or bare_left else left[left.index(core):]
    return named.name


def _direction(name: Named, quantity: Quantity, text: str) -> str | None:
    if name.verb and name.verb != "比":
        return "decrease" if name.verb in FALLS else "increase" if name.verb in RISES else None
    if name.name.endswith(GROWTHS) and not name.name.endswith("增速"):
        return "decrease" if name.name[-2] in "降跌" else "increase"
    return "decrease" if text[quantity.start - 1] in LOWERING and LOWERED.search(text[max(0, quantity.start - 6):quantity.start]) else None


def merge(found: Iterable[tuple[Figure, str]]) -> tuple[Figure, ...]:
    """The same figure told again is one with all its evidence; a headline's figure yields to the body's of the same value."""
    kept: list[Figure] = []
    of_value: dict[Decimal, list[int]] = {}
    for figure, role in sorted(found, key=lambda row: row[1] in TITLES):
        title = role in TITLES
        alike = of_value.setdefault(figure.value, [])
        near = range(len(kept)) if title else alike
        twin = next((i for i in near if _same(figure, kept[i], title)), None) if near else None
        if twin is None:
            alike.append(len(kept))
            kept.append(figure)
        else:
            evidence = tuple(sorted({*kept[twin].evidence, *figure.evidence}))
            again = kept[twin].evidence == figure.evidence and len(figure.indicator) < len(kept[twin].indicator)
            told = figure if again else kept[twin]  # behind a headline that the sentence begins with
            kept[twin] = replace(told, evidence=evidence, period=kept[twin].period or figure.period, about=told.about or kept[twin].about)
    return tuple(sorted(kept, key=lambda f: (f.evidence[0].sentence, f.text)))


def _same(figure: Figure, other: Figure, title: bool) -> bool:
    if (figure.unit != other.unit and not (title and not figure.unit)) or figure.value_max != other.value_max:
        return False
    if figure.value != other.value:
        return title and _rounded(figure.value, other.value)
    if {figure.qualifier, other.qualifier} in BOUNDS:
        return False
    if title:
        return True
    if figure.evidence == other.evidence and _of_others(figure.about, other.about):
        return False
    periods: tuple[Period | None, ...] = (figure.period, other.period)
    if figure.measure != other.measure or not (periods[0] == periods[1] or None in periods):
        return False
    apart = figure.evidence[0].sentence - other.evidence[0].sentence
    if figure.evidence == other.evidence and len(figure.value.normalize().as_tuple().digits) >= EXACT:
        return within(figure.indicator, other.indicator) >= SAME_WITHIN
    alike = SAME_WORDS if apart == 0 or (apart <= 3 and None not in periods) else LIKE
    return likeness(figure.indicator, other.indicator) >= alike


def _of_others(one: Ref | None, two: Ref | None) -> bool:
    """Whether two facts are about two bodies or two places."""
    if one is None or two is None or one == two or not {one.type, two.type} <= {*OWNERS}:
        return False
    return (one.type == "Place") == (two.type == "Place")


def _rounded(rough: Decimal, exact: Decimal) -> bool:
    """Whether a headline's number is the body's, rounded down."""
    return exact > 0 and rough >= 100 and Decimal(0) <= exact - rough < exact / 20


def within(one: str, two: str) -> float:
    """How much of the shorter of two names stands in the other, by their pairs of characters: 0 to 1.

    >>> within("新设经营主体数", "新设经营主体最新数据显示数")
    0.8333333333333334
    """
    least = min(len(one), len(two)) - 1
    return _shared(one, two) / least if least > 0 else 0.0


def likeness(one: str, two: str) -> float:
    """How much two names share, by their pairs of characters: 0 to 1.

    >>> likeness("参保人数", "参保人数"), likeness("贷款", "存款")
    (1.0, 0.0)
    """
    if one == two:
        return 1.0
    total = max(len(one) - 1, 0) + max(len(two) - 1, 0)
    return 2 * _shared(one, two) / total if total else 0.0


def _shared(one: str, two: str) -> int:
    """How many pairs of characters two names share."""
    pairs = [Counter(map(add, name, name[1:])) for name in (one, two)]
    return (pairs[0] & pairs[1]).total()
