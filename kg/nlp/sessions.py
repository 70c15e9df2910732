"""Numbered sessions of congresses, committees and leaders' meetings, with their full names, however short the page tells them.

Stands beside `kg.nlp.programme_lexicon`: what it finds is as sure as a name of the lexicon.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon import rows
from kg.model import Mention
from kg.nlp.programme_lexicon import KNOWN, Found

NUMBER = "[一二三四五六七八九十百]{1,5}"
TERM = rf"第?(?P<term>{NUMBER})届"
STANDING = "(?P<standing>常务委员会|常委会)?"
PARTY = "(?:中国共产党|中共|党的)"
TIMES = rf"第?(?P<times>{NUMBER})次(?P<kind>会议|全体会议|委员长会议|主席会议|主任会议|双周协商座谈会|(?:远程|专题)协商会)"
PLENARY = rf"第?(?P<times>{NUMBER})次(?:全会|全体会议)"
CONSULTATIVE = "中国人民政治协商会议第{term}届全国委员会{standing}第{times}次{kind}"
NATIONAL = {  # how a session is told, and its full name
    f"(?:中华人民共和国)?{TERM}全国(?:人大|人民代表大会){STANDING}{TIMES}": "中华人民共和国第{term}届全国人民代表大会{standing}第{times}次{kind}",
    f"全国政协{TERM}(?:全国委员会)?{STANDING}{TIMES}": CONSULTATIVE,
    f"{TERM}全国政协{STANDING}{TIMES}": CONSULTATIVE,
    f"(?:中国人民政治协商会议|人民政协|政协){TERM}全国委员会{STANDING}{TIMES}": CONSULTATIVE,
    f"{PARTY}?{TERM}中央(?:纪律检查委员会|纪委){PLENARY}": "中国共产党第{term}届中央纪律检查委员会第{times}次全体会议",
    f"{PARTY}{TERM}中央委员会{PLENARY}": "中国共产党第{term}届中央委员会第{times}次全体会议",
}
LOCAL = {  # the full name of a local body, and that of its sessions
    "(?P<place>.+)人民代表大会(?P<standing>常务委员会)?": "{place}第{term}届人民代表大会{standing}第{times}次{kind}",
    "中国人民政治协商会议(?P<place>.+)委员会(?P<standing>)": "中国人民政治协商会议{place}第{term}届委员会{standing}第{times}次{kind}",
    "(?P<party>中国共产党.+)委员会": "{party}第{term}届委员会第{times}次全体会议",
}
OWN_TERM = re.compile(TERM)
SESSION = re.compile(f"(?:{TERM})?(?:委员会)?{STANDING}(?:{TIMES})")
PLENUM = re.compile(f"(?:{TERM})?(?:委员会)?{PLENARY}")
SUMMIT = re.compile(
    rf"(?:成员国)?(?:元首理事会|政府首脑（总理）理事会|领导人|执行局|大会)?第(?:{NUMBER}次|(?:{NUMBER}|\d{{1,3}})届)(?:全体|领导人非正式|部长级|首脑|理事会|执行理事会|国际执行理事会)?(?:会议|会晤|峰会|年会|大会)(?!代表)")
TERM_BEFORE = re.compile(rf"{TERM}\Z")
PARTNERS = "欧非阿美俄英法德日韩朝印巴越老柬泰缅新马菲蒙哈吉乌塔土白沙埃伊以意西葡荷匈塞希"
JOINT = re.compile(
    f"中[{PARTNERS}](?![国方])[^，。；：、的在将和与“”]{{2,12}}?(?:委员会|理事会|机制)第{NUMBER}次(?:全体)?会议")
ASSEMBLY = re.compile(  # of an association: 中国志愿服务联合会第三届会员代表大会
    rf"(?:中国|中华|全国)(?!共产党)(?:(?!代表|大会)[^\W\da-zA-Z的了在和与将向]){{2,16}}第{NUMBER}[届次](?:全国)?(?:会员)?代表大会(?!代表)")
PARTIES = re.compile(rf"(?:联合国)?《(?P<treaty>[^《》]{{2,20}})》第?(?P<number>{NUMBER}|\d{{1,2}})(?P<unit>[届次])缔约方(?P<kind>大会|会议)")
DIGITS = "零一二三四五六七八九"
BRIEFING = re.compile("[^，。；：\n]{0,16}?(?:举行|召开)的?((?:例行)?政策(?:例行)?吹风会)")
EXECUTIVE = re.compile(  # of a government: 主持召开国务院|常务会议, 省政府|第34次常务会议
    r"(?P<number>第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})次)?(?:政府)?常务会议?(?![厅委议])")
CONVENED = re.compile("(?:召开|举行)[了的]?$")
BRIEFER, BRIEFINGS = "国务院新闻办公室", "国务院政策例行吹风会"
STATE = "中华人民共和国"
LONGEST_TERM = 6
LONGEST_LEAD = 30
NUMBERED = re.compile("[次届]")
FULL = {"常委会": "常务委员会", None: ""}


def find_sessions(text: str, names: tuple[Mention, ...], begins: list[int]) -> list[Found]:
    """All sessions of a text; ``names`` with ``begins``, the starts of the sentences, tell whose the local ones are."""
    found = list(_national(text)) if "届" in text else []
    found += [Found(*hit.span(), hit[0], KNOWN) for hit in JOINT.finditer(text)] if "次会议" in text else []
    found += _of_parties(text) if "缔约方" in text else []
    found += _assemblies(text) if "代表大会" in text or "届" in text else []
    found += _briefings(text, names, begins) if "吹风会" in text else []
    found += _executive(text, names, begins) if "常务会" in text else []
    covered = {at for session in found for at in range(session.start, session.end)}
    for name in names if "次" in text or "届" in text else ():
        start, end = begins[name.sentence] + name.start, begins[name.sentence] + name.end
        if name.type != "Agency" or start in covered or not NUMBERED.search(text, end, end + LONGEST_LEAD):
            continue
        if session := _local(text, start, end, name) or _summit(text, start, end, name):
            found.append(session)
    return found


@cache
def _parties() -> dict[str, str]:
    """The democratic parties by their short and full names; the lexicon has the former in those of their central bodies (民盟中央)."""
    central = [(form.removesuffix("中央"), row["name"]) for row in rows("organizations.tsv") for form in row["forms"].split("|")
               if form.endswith("中央") and not row["name"].endswith("中央委员会")]
    return {form: name for short, name in central for form in (short, name)}


@cache
def _party_session() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<party>{'|'.join(_parties())})第?(?P<term>{NUMBER})"
        rf"(?:届(?:中央委员会)?(?:第?(?P<times>{NUMBER})(?:次(?:全会|全体会议)|中全会))|次全国代表大会)")


def _assemblies(text: str) -> Iterator[Found]:
    """Congresses and plenums of the democratic parties, and congresses of associations.

    >>> [session.name for session in _assemblies("民建十二届二中全会闭幕")]
    ['中国民主建国会第十二届中央委员会第二次全体会议']
    """
    for hit in _party_session().finditer(text):
        session = f"届中央委员会第{hit['times']}次全体会议" if hit["times"] else "次全国代表大会"
        yield Found(*hit.span(), f"{_parties()[hit['party']]}第{hit['term']}{session}", KNOWN)
    for hit in ASSEMBLY.finditer(text):
        if not _party_session().match(text, hit.start()):
            yield Found(*hit.span(), hit[0], KNOWN)


@cache
def _conferences() -> dict[str, str]:
    """The conferences of parties that the lexicon has by other names."""
    return {form: row["name"] for row in rows("programmes.tsv") for form in row["forms"].split("|") if "缔约方" in form}


def _of_parties(text: str) -> Iterator[Found]:
    """Conferences of the parties to a treaty, whose number is told in words or figures.

    >>> [session.name for session in _of_parties("《湿地公约》第14届缔约方大会开幕")]
    ['《湿地公约》第十四届缔约方大会']
    """
    for hit in PARTIES.finditer(text):
        told = f"《{hit['treaty']}》第{_in_letters(hit['number'])}{hit['unit']}缔约方{hit['kind']}"
        yield Found(*hit.span(), _conferences().get(told, told), KNOWN)


def _in_letters(number: str) -> str:
    """A number below a hundred in Chinese letters.

    >>> _in_letters("14"), _in_letters("30"), _in_letters("十五")
    ('十四', '三十', '十五')
    """
    if not number.isdigit():
        return number
    tens, ones = divmod(int(number), 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _briefings(text: str, names: tuple[Mention, ...], begins: list[int]) -> Iterator[Found]:
    """The briefings on policy that the State Council's information office holds, named without 国务院: 国新办举行|政策例行吹风会."""
    for name in names:
        if name.name == BRIEFER and (hit := BRIEFING.match(text, begins[name.sentence] + name.end)):
            yield Found(*hit.span(1), BRIEFINGS, KNOWN)


def _executive(text: str, names: tuple[Mention, ...], begins: list[int]) -> Iterator[Found]:
    """The executive meetings of governments, by their number or where the text tells that they are held."""
    for name in names:
        start, end = begins[name.sentence] + name.start, begins[name.sentence] + name.end
        hit = EXECUTIVE.match(text, end) if name.name.endswith(("国务院", "人民政府")) else None
        if hit and (hit["number"] or CONVENED.search(text, max(0, start - 4), start)):
            yield Found(start, hit.end(), f"{name.name.removeprefix(STATE)}{hit['number'] or ''}常务会议", KNOWN)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(told), full) for told, full in NATIONAL.items())


def _full(name: str, told: dict[str, str | None]) -> str:
    """The full name with what a session's words tell."""
    return name.format_map({key: FULL.get(value, value) for key, value in told.items()})


def _national(text: str) -> Iterator[Found]:
    """Sessions of the bodies of the country.

    >>> [session.name for session in _national("十四届全国人大常委会第十次会议闭幕")]
    ['中华人民共和国第十四届全国人民代表大会常务委员会第十次会议']
    """
    for pattern, name in _patterns():
        for hit in pattern.finditer(text):
            yield Found(hit.start(), hit.end(), _full(name, hit.groupdict()), KNOWN)


def _local(text: str, start: int, end: int, body: Mention) -> Found | None:
    """The session of a local body that is told right behind it: 某市十五届人大常委会|第三次会议, 省政协|十三届二次会议, 区委|十三届六次全会."""
    for whose, name in LOCAL.items():
        owner = re.fullmatch(whose, body.name)
        party = owner and "party" in owner.groupdict()
        hit = owner and (PLENUM if party else SESSION).match(text, end)
        if not owner or not hit:
            continue
        before = OWN_TERM.search(body.text) or TERM_BEFORE.search(text, max(0, start - LONGEST_TERM), start)
        term = hit["term"] or (before and before["term"])
        if term:
            given = owner.groupdict() | {key: value for key, value in hit.groupdict().items() if value} | {"term": term}
            return Found(end if party else start, hit.end(), _full(name, given), KNOWN)
    return None


def _summit(text: str, start: int, end: int, body: Mention) -> Found | None:
    """The numbered meeting of a body, or of the leaders of its members: 中央财经委员会第二次会议, 上海合作组织成员国元首理事会第二十四次会议."""
    hit = SUMMIT.match(text, end)
    if not hit:
        return None
    term = TERM_BEFORE.search(text, max(0, start - LONGEST_TERM), start)
    lead = term[0] if term else ""
    return Found(start - len(lead), hit.end(), lead + body.name + hit[0], KNOWN)
