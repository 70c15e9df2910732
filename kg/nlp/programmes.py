"""Programme mentions of an article: known ones by lexicon, others by the grammar of their names, merged within the article.

Stands after `kg.nlp.names` (whose mentions are masked) and before `kg.link`.
"""
from __future__ import annotations

import re
from itertools import accumulate

from kg.model import Article, Mention
from kg.nlp.programme_edges import is_han
from kg.nlp.programme_editions import find_editions
from kg.nlp.programme_grammar import find_named
from kg.nlp.programme_lexicon import CLOSE, EDGES, KNOWN, OPEN, Found, edition_start, find_known, recurs
from kg.nlp.programme_lists import (
    find_batches,
    find_chained,
    find_counted,
    find_deeds,
    find_drives,
    find_enclosing,
    find_entitled,
    find_events,
    find_funds,
    find_headed,
    find_honours,
    find_institutions,
    find_launched,
    find_listed,
    find_mechanisms,
    find_of_known,
    find_policies,
    find_responses,
    find_series,
    find_shows,
    find_strategies,
    find_undertaken,
)
from kg.nlp.programme_meetings import find_joined_meetings, find_openings, find_press_conferences, find_wide_meetings
from kg.nlp.programme_merge import merge_names
from kg.nlp.programme_page import Page, make_page
from kg.nlp.programme_tables import Scan, scan
from kg.nlp.programme_works import find_lines, find_listed_works, find_power_lines, find_sections, find_shared, find_upgrades, find_works
from kg.nlp.sessions import find_sessions

HEADLINES = frozenset(("headline", "subtitle", "subhead"))
TAIL = re.compile("机制|政策|制度|体系|主通道|补贴(?!资金|政策|金额|标准)")
GAMES = ("奥运会", "冬奥会", "亚冬会", "残奥会", "冬残奥会", "亚运会", "亚残运会", "全运会", "残运会", "大运会", "青奥会", "世运会", "世博会", "世园会")
SECOND_GAMES = re.compile("(?:[、和与及]|以及)((?:冬残奥|残奥|亚残运|残运|残特奥)会)")
MOTTO = re.compile("“(?!十[一二三四五]五)[^“”，。；、\n]{2,12}”$")
LONGEST_MOTTO = 14
OF_MANY = ("“", "第", "全国", "国际", "世界", "中国", "20")  # what has a theme, and not a motto in its name
PILOT = re.compile("(?:制度|建设|改革)?试点")
ENTITLED = re.compile(r"[^，。；\n]{0,16}(?:工作)?的?(?:通知|意见|决定|批复|函|公告|方案|办法|规定|规则|细则)(?=[（(》\n]|$)", re.M)
OF_BATCH = re.compile(r"(?:全国|国家)?(?:首批|第[一二三四五六七八九十]{1,2}批)?(?:全国|国家|城市)?\Z")
LONGEST_BATCH = 8
CEREMONY = re.compile("(?<=[周月日季节会展赛坛])(?:启动仪式|启动式|开幕仪式|开幕式|闭幕仪式|闭幕式)$")  # behind the name of what is held
SHORTEST_EVENT = 6
NUMBERING = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
SEASON = re.compile("（第[一二三四五六七八九十0-9]{1,3}季）")
OURS = ("我省", "我市", "我区", "我县", "该省", "该市", "本市", "全省", "全市", "全区", "全县")  # a name says which one
LAW = re.compile("^第一条", re.M)
DATELINE = re.compile("^本[报网刊][^，。：、（()\n]{0,12}?[讯电]", re.M)
HELD = "活动"
LINE = re.compile("[一-龥]{2,8}?(?:高速铁路|城际铁路|铁路|高铁|高速公路|高速)(?=[一-龥]{1,10}至[一-龥]{1,10}段$)")  # 川青铁路|青白江东至镇江关段
DRIVE = re.compile("(?:专项|集中|联合|综合)(?:执法|整治|治理|检查|打击)?行动")
OF_A_WHOLE = re.compile("(?:重要|骨干|关键|标志性|控制性|重点)[一-龥]{0,4}(?:工程|项目)$")
BEING = re.compile("(?:[也就]?是|作为|系|属于|之一的)(?:我国|推进|落实|支撑)?$")
LOOK = "“回头看”"
NUMBERED_EVENT = re.compile(r"(?:20\d\d年?)?(?:第[一二三四五六七八九十百\d]{1,4}届|首届|20\d\d年?)")
FIRMS = ("公司", "集团")
OWN_EVENT = re.compile("(?:全球|国际|企业)?(?:合作伙伴|开发者|用户|客户|供应商|经销商|股东|职工|员工|生态|[^一-龥])")  # 中国移动|全球合作伙伴大会
WIDE_LEADS = ("全国", "全省", "全市", "我省", "我市")


def choose(length: int, known: list[Found], named: list[Found]) -> list[Found]:
    """Names without overlaps: a name by grammar takes the known ones inside it, but yields to one that it only cuts into."""
    inner = {i for k in known for i in range(k.start + 1, k.end)}
    taken = bytearray(length)
    kept: list[Found] = []
    for name in sorted(named, key=lambda f: (-f.score, f.start - f.end, f.start)):
        if name.start not in inner and name.end not in inner and 1 not in taken[name.start:name.end]:
            taken[name.start:name.end] = b"\x01" * (name.end - name.start)
            kept.append(name)
    for name in known:
        if 1 not in taken[name.start:name.end]:
            taken[name.start:name.end] = b"\x01" * (name.end - name.start)
            kept.append(name)
    return sorted(kept)


def with_games(text: str, known: list[Found], places: dict[int, int]) -> list[Found]:
    """The known programmes, and games with their city, those named behind them, too: 巴黎残奥会, 2022年北京冬奥会和冬残奥会."""
    games = {}
    for place, end in places.items():
        for name in (name for name in GAMES if text.startswith(name, end)):
            start = edition_start(text, place)
            games[end + len(name)] = Found(start, end + len(name), text[start:end + len(name)], KNOWN)
            if second := SECOND_GAMES.match(text, end + len(name)):
                games[second.end()] = Found(second.start(1), second.end(), text[start:end] + second[1], KNOWN)
    return [event for event in known if event.end not in games] + list(games.values())


def with_season(text: str, known: list[Found]) -> list[Found]:
    """The known programmes, each with the season printed behind it: 中国诗词大会（第十季）."""
    seasons = [SEASON.match(text, name.end) for name in known]
    return [Found(name.start, hit.end(), name.name + hit[0], name.score) if hit else name for name, hit in zip(known, seasons, strict=True)]


def with_motto(text: str, known: list[Found]) -> list[Found]:
    """The known programmes, each with the motto in quotation marks right before it: “百城万企”民企高校携手促就业行动."""
    may = [text[name.start - 1:name.start] == "”" and not text.startswith(OF_MANY, name.start) for name in known]
    mottos = [MOTTO.search(text, max(0, name.start - LONGEST_MOTTO), name.start) if led else None for name, led in zip(known, may, strict=True)]
    return [Found(hit.start(), name.end, hit.group() + text[name.start:name.end], name.score) if hit else name
            for name, hit in zip(known, mottos, strict=True)]


def with_tail(text: str, known: list[Found]) -> list[Found]:
    """The known programmes, each with the word behind it that tells what kind of thing it is: 首台套保险补偿|机制, 车辆购置税减免|政策."""
    return [name._replace(end=tail.end()) if (tail := TAIL.match(text, name.end)) else name for name in known]


def with_drive(text: str, known: list[Found]) -> list[Found]:
    """The known programmes, each as the drive that is carried out for it: 海洋伏季休渔|专项执法行动."""
    drives = [DRIVE.match(text, name.end) for name in known]
    return [Found(name.start, hit.end(), text[name.start:hit.end()], name.score) if hit else name for name, hit in zip(known, drives, strict=True)]


def described(text: str, named: Found) -> bool:
    """Whether words only tell what a work is to the whole that it is part of: 国家水网骨干工程——甲工程; 该通道是甲乙一体化重要工程."""
    of_a_whole = OF_A_WHOLE.search(named.name)
    return of_a_whole is not None and (text.startswith("——", named.end) or BEING.search(text, max(0, named.start - 6), named.start) is not None)


def with_pilot(text: str, scanned: Scan, known: list[Found]) -> list[Found]:
    """The known programmes, each with the words around it that tell of its pilot: 首批国家医养结合试点 is told of the same programme.

    But where the title of a document names the pilot (关于推进医养结合试点工作的通知), it is a programme of its own in this article.
    """
    if "试点" not in text:
        return known
    told = [_with_pilot(text, scanned, name) for name in known]
    printed = [text[name.start:pilot.end] if pilot.end > name.end else "" for name, pilot in zip(known, told, strict=True)]
    own = {name for name in dict.fromkeys(printed) if name and _entitled(text, name)}
    return [pilot._replace(name=name) if name in own else pilot for pilot, name in zip(told, printed, strict=True)]


def _entitled(text: str, name: str) -> bool:
    """Whether a name stands in the title of a document."""
    at = text.find(name)
    while at >= 0:
        begin = max(text.rfind(mark, 0, at) for mark in "\n。《")
        if "关于" in text[begin + 1:at] and ENTITLED.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _with_pilot(text: str, scanned: Scan, name: Found) -> Found:
    pilot = PILOT.match(text, name.end - 2 * text.endswith("试点", name.start, name.end))
    if not pilot:
        return name
    batch = OF_BATCH.search(text, max(0, name.start - LONGEST_BATCH), name.start)
    start = batch.start() if batch else name.start
    if start == name.start and is_han(text, start - 1) and not scanned.word_ends_at(start, EDGES):  # 小县|机构改革试点: a longer name
        return name
    return name._replace(start=start, end=pilot.end())


def hosts(chosen: list[Found], known: list[Found]) -> list[Found]:
    """Events of the lexicon that the article names only at the beginning of their own sub-events (X宣传周 in X宣传周…分论坛), and lines by their sections."""
    ends = {name.start: name.end for name in chosen}
    told = {name.name for name in chosen}
    found: dict[str, Found] = {}
    for section in chosen:
        line = LINE.match(section.name) if section.name.endswith("段") else None
        end = section.start + line.end() if line else 0
        name = next((event.name for event in known if (event.start, event.end) == (section.start, end)), line[0]) if line else ""
        if name and name not in told:
            found.setdefault(name, Found(section.start, end, name, section.score))
    for event in known:
        if event.name not in told and recurs(event.name) and ends.get(event.start, 0) > event.end:
            found.setdefault(event.name, event)
    return list(found.values())


IMPROVED = re.compile(  # what is done with it, and by whom: 升级|“某某”服务平台, 甲省建设|“某某”平台
    "(?:公司|集团|[一-龥]{2,7}?[省市县区州旗部局委厅])?(?:升级|优化|完善|打造|做[优强大实]|用好|推广|上线|启用|迭代|建强|擦亮|公示|总结|宣传|评估|验收|表彰|终止|叫停|入围|组织|建设|响应|下?设)(?=“)")


def trim(text: str, found: Found) -> Found:
    """The name without a quotation mark that opens or closes outside of it, and with the whole 新一轮."""
    start, end = found.start, found.end
    if found.score < KNOWN and text.startswith("一轮", start) and text.endswith("新", 0, start):
        start -= 1
    if found.score < KNOWN and (number := NUMBERING.match(text, start, end)):
        start = number.end()
    if found.score < KNOWN and (improved := IMPROVED.match(text, start, end)):
        start = improved.end()
    if text[start] in OPEN and not any(c in CLOSE for c in text[start:end]):
        start += 1
    return Found(start, end, text[start:end] if found.score < KNOWN else found.name, found.score)


def without_ceremony(found: Found) -> Found:
    """The event that a ceremony opens or closes: 食品安全宣传周|启动仪式 tells of the week."""
    opened = CEREMONY.search(found.name) if found.score < KNOWN else None
    size = len(opened[0]) if opened else 0
    return found._replace(end=found.end - size, name=found.name[:-size]) if size and len(found.name) - size >= SHORTEST_EVENT else found


def with_second_look(text: str, found: Found) -> Found:
    """The name with the second look at what an inspection or campaign has changed: 中央生态环境保护督察|“回头看”."""
    return found._replace(end=found.end + len(LOOK), name=found.name + LOOK) if text.startswith(LOOK, found.end) else found


def without_activities(names: list[Found]) -> list[Found]:
    """The names without those of what anybody does, of which laws speak: 网络交易活动."""
    return [found for found in names if found.score >= KNOWN or not found.name.endswith(HELD) or "“" in found.name]


def with_place(text: str, found: Found, ours: dict[int, tuple[int, str]]) -> Found:
    """The name with its place in full for 我省 and 本市, a meeting's also for 全市; ``ours`` gives for each of these where it ends and the place."""
    if found.score >= KNOWN:
        return found
    if found.name.endswith("会") and text.startswith("全", found.start - 2):
        found = found._replace(start=found.start - 2) if found.start - 2 in ours else found
    end, place = ours.get(found.start, (0, ""))
    return found._replace(name=place + text[end:found.end]) if place and (text[found.start] != "全" or found.name.endswith("会")) else found


def own_start(text: str, found: Found, places: dict[int, int], known: frozenset[int]) -> int:
    """Where the mention begins: behind the local government's place or 全国, which the main name keeps."""
    if found.start in known:
        return found.start
    end = places.get(found.start, found.start)
    if text[end - 1:end] in tuple("省市县区州旗"):
        start = end
    elif text.startswith(WIDE_LEADS, found.start):
        start = found.start + (5 if text.startswith("全国统一的", found.start) else 2)
    else:
        return found.start
    return start if found.score < KNOWN and found.end - start >= 5 else found.start


def marked(length: int, spans: list[tuple[int, int]]) -> bytearray:
    """One byte for each character of a text, set within the given spans."""
    marks = bytearray(length + 1)
    for start, end in spans:
        marks[start:end] = b"\x01" * (end - start)
    return marks


def entitled(page: Page, told: list[Found]) -> list[Found]:
    """What the headline tells a notice to hold or carry out, without the place before it (甲市某试点) where the text prints both and tells it so."""
    found = []
    for name in find_entitled(page):
        shorter = [other.name for other in told if name.name.endswith(other.name) and other.name != name.name and page.is_repeated(name.name)]
        own = max(shorter, key=len, default=name.name)
        found.append(Found(name.end - len(own), name.end, own, name.score))
    return found


def without_part_words(names: tuple[Mention, ...], programmes: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names without short ones of firms that are only words in a numbered event's: 第三届|中国电子博览会, but 第三届|中国移动|合作伙伴大会."""
    behind = {(m.sentence, m.start + lead.end()): m.text[lead.end():] for m in programmes if (lead := NUMBERED_EVENT.match(m.text))}
    firms = [m for m in names if (m.sentence, m.start) in behind and m.text.startswith("中国") and m.text != m.name and m.name.endswith(FIRMS)]
    words = [m for m in firms if not OWN_EVENT.match(behind[m.sentence, m.start], len(m.text))]
    return tuple(m for m in names if m not in words) if words else names


def find_programmes(article: Article, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The programmes that an article names, each mention with the main name of its programme."""
    if not article.sentences:
        return ()
    sentences = article.sentences
    text = "\n".join(s.text for s in sentences)
    begins = [0, *accumulate(len(s.text) + 1 for s in sentences)]
    headlines = marked(len(text), [(b, b + len(s.text)) for b, s in zip(begins, sentences, strict=False) if s.role in HEADLINES])
    spans = [(m.type, begins[m.sentence] + m.start, begins[m.sentence] + m.end) for m in names]
    masked = marked(len(text), [(start, end) for kind, start, end in spans if kind != "Place"] + [hit.span() for hit in DATELINE.finditer(text)])
    places = {start: end for kind, start, end in spans if kind == "Place" and text[start] != "全"}
    ours = {start: (end, m.name) for m, (_, start, end) in zip(names, spans, strict=True) if m.type == "Place" and text.startswith(OURS, start)}
    scanned = scan(text)
    known = with_tail(text, with_drive(text, with_pilot(text, scanned, with_motto(text, with_season(text, find_known(text, scanned, masked, headlines))))))
    sessions = find_sessions(text, names, begins)
    held = marked(len(text), [(session.start, session.end) for session in sessions])
    known = sorted([name for name in with_games(text, known, places) if held.find(0, name.start, name.end) >= 0] + sessions)
    page = make_page(text, scanned, masked, headlines, places, known)
    finders = (
        find_named, find_listed, find_launched, find_enclosing, find_lines, find_power_lines, find_works, find_shared, find_listed_works, find_honours,
        find_series, find_counted, find_headed, find_sections, find_upgrades, find_batches, find_funds, find_deeds, find_strategies, find_wide_meetings,
        find_policies, find_mechanisms, find_institutions, find_responses, find_chained, find_events, find_undertaken, find_editions, find_of_known,
        find_shows, find_openings, find_drives, find_press_conferences, find_joined_meetings,
    )
    events = {(name.start, name.end + len(HELD)) for name in known if recurs(name.name)}  # 2025年全国科普月|活动 is the event
    named = [name for find in finders for name in find(page) if (name.start, name.end) not in events or not name.name.endswith(HELD)]
    named = [name for name in named if not described(text, name)] + entitled(page, [*named, *known])
    chosen = [with_second_look(text, with_place(text, without_ceremony(trim(text, f)), ours)) for f in choose(len(text), known, named)]
    chosen = without_activities(chosen) if LAW.search(text) else chosen
    chosen = sorted(chosen + hosts(chosen, known))
    starts = frozenset(k.start for k in known)
    mentions = []
    at = 0
    for found in merge_names(text, chosen, masked):
        while begins[at + 1] <= found.start:
            at += 1
        first, last = own_start(text, found, places, starts) - begins[at], found.end - begins[at]
        mentions.append(Mention(at, first, last, "Programme", sentences[at].text[first:last], found.name))
    return tuple(mentions)
