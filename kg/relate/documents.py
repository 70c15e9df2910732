"""Documents that are regulations: issuer, date, bases and scope from their head, their signature and their first article.

Place in the line: skeletons -> `issues`, `issuedOn`, `effectiveFrom`, `basedOn`, `concerns` of the regulation that the headline names.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.decrees import PUT_IN_FORCE
from kg.relate.document_items import find_items
from kg.relate.events import event_names
from kg.relate.names import title_issuers
from kg.relate.scene import is_title
from kg.relate.skeleton import CODES, SLOTS, Skeleton, chain_after, mentions_of, skeletons
from kg.relate.surfaces import as_told, surfaces, unmarked

CONFIDENCE = 0.95
BULLETIN = ("统计公报", "数据的公告")
Signature = tuple[list[Ref], str | None, int]  # who signs, the day, and the sentence
LONG = 60  # letters of a sentence that no line under a title has
HEAD = 6  # sentences in which the lines under a title stand
LETTERHEAD_LINES = 3  # in which the letterhead of a decree stands
LINE = 24  # letters of a line of a signature at most
BODY, DATE, REGULATION, PROGRAMME = SLOTS["Body"], CODES["Date"], CODES["Regulation"], CODES["Programme"]
_SIGNATURE = re.compile(f"^[^{REGULATION}，；]{{0,4}}?([{BODY}、 　]*){DATE}(?:$|[（(].*|此件.*)")
_DATED_LINE = re.compile(f"(?:(?:成文|发文|印发|制发)(?:日期|时间)：)?[（(]?({DATE})[）)]?")
_DECREE = re.compile(f"^[（(]?({DATE})?[^。]{{0,12}}?([{BODY}][{BODY}、和]{{0,15}})(?:令|公告)?[^。]{{0,14}}?(?:公布|发布|通过)")
_PROMULGATED = re.compile(f"({DATE})[^。{DATE}]{{0,12}}?([{BODY}][{BODY}、和]{{0,15}})(?:令|公告)?[^。{DATE}]{{0,14}}?(?:公布|发布)")
_ADOPTED = re.compile(f"^[（(]?({DATE})[^。{PROGRAMME}]{{0,12}}({PROGRAMME})(?:第[0-9一二三四五六七八九十]+次会议)?(?:修订|审议|表决)?通过")
_LETTERHEAD = re.compile(  # 甲部 乙部令, set in lines 甲部 乙部令 丙部; 甲部公告2024年第5号
    f"(?:(?=[^令]*令)[{BODY}、令 　]+|[{BODY}][{BODY}、 　]*公告)(?:[（(〔]?(?:{DATE}|20|第)|$)")
_EFFECT = re.compile(f"自({DATE})起(?:施行|实施|执行|生效)|({DATE})起?(?:施行|实施|生效)(?!的)")
_ITSELF = re.compile("本(?:法|条例|办法|规定|通知|细则|意见|规则|决定|公告|通告|措施|若干措施|方案|政策)")
_AT_ONCE = re.compile("自?(?:发布|印发|公布|颁布|下发)之日起?(?:施行|实施|执行|生效)")
_RULED = re.compile("(?:监督)?管理(?:暂行)?(?:规定|办法|条例)|(?:暂行)?条例")  # behind an organization: what it has to keep to
_FORMAL = re.compile("令|公告|会议通过|会议审议通过")
_OLD = f"{REGULATION}(?:（[^（）]{{0,40}}）)?(?:第[一二三四五六七八九十百零0-9]{{1,6}}[条款项]){{0,3}}"  # a regulation, or an article of it
_REPEALS = re.compile(
    f"(?P<old>{_OLD}(?:[、和及与，]?(?:[^。；，、（）{REGULATION}]{{0,30}}(?:、由[^。；，、{REGULATION}]{{2,20}})?(?:印发|公布|发布|颁布)的)?{_OLD}){{0,30}})[^。；{REGULATION}]{{0,20}}"
    "(?:(?:同时|即行|予以)废止|[^。；]{0,20}(?:相应|同时)停止执行|不再执行|自[^，。；]{1,14}起(?:废止|停止执行|失效))")
_BASIS = re.compile(
    f"(?:根据|依据|依照|按照|贯彻落实|落实|贯彻|结合)[^。；]{{0,40}}?({REGULATION}[{REGULATION}、和及与]{{0,40}})(?=[^。]{{0,120}}?(?:制定|编制)(?:本|如下|以下))"
    f"|本(?:法|条例|办法|规定|细则|意见|规则|规划|方案|标准|规范|指南)(?:是)?(?:根据|依据|依照|按照)[^。；]{{0,20}}?({REGULATION}[{REGULATION}、和及与]{{0,40}})"
    "(?=[^。]{0,60}?(?:制定|编制|起草))")
_SENT_OUT = re.compile(
    f"现(?:将|予以?)?(?:修订后的)?({REGULATION}(?:[、和及与]?{REGULATION}){{0,30}})(?:予以)?(?:印发|下发|发布|公布)"
    f"|现(?:予以?)?(?:印发|公布|发布)(?:修订后的)?({REGULATION}(?:[、和及与]?{REGULATION}){{0,30}})"
    f"|({REGULATION}(?:[、和及与]?{REGULATION}){{0,30}})(?:已经?[^。；{REGULATION}]{{2,40}})?，现(?:予以?)?(?:印发|发布|公布)")
_CHAIN = re.compile(f"{REGULATION}(?:[、和及与]?{REGULATION})*")
_ENCLOSED = re.compile(f"附件[0-9]?[：:](?:1[.．、])?[^，。；{REGULATION}]*{REGULATION}?[^，。；{REGULATION}]*")
_NEXT_ENCLOSED = re.compile(f"[0-9]{{1,2}}[.．、][^，。；{REGULATION}]*{REGULATION}?[^，。；{REGULATION}]*")
_BASES = re.compile("(?:[0-9.]{1,5}|（[一二三四五六]）|[一二三四五六]、)?(?:编制|制定)依据。?")
_POST = re.compile(f"(?:自治[区州])?(代?(?:总理|部长|局长|主任|署长|行长|主席|省长|市长|州长|县长|区长|审计长))[：: 　]*({CODES['Person']})")
_LEADS_TO = re.compile(
    "现(?:[就将]|予?以?(?:下达|公布|拨付|发布))|通知如下|公告如下|提出[^，。]{0,8}意见|制定[^，。]{0,6}(?:措施|办法|方案|意见|细则)|决定|定于|经研究")
_LEADS_ON = re.compile("(?:经[^，。]{1,16}同意，)?(?:现(?:[就将]|予?以?(?:下达|公布|拨付|发布))|通知如下|公告如下)")
CITED = re.compile(
    f"(?:贯彻落实|贯彻|落实|执行|根据|依据|按照|依照|遵照)(?:好)?[^，。；{REGULATION}]{{0,20}}?({REGULATION}(?:[、和及与]?{REGULATION}|（[^（）]*）){{0,12}})")
_ORGANIZES = re.compile("关于(?:举办|开展|组织开展|组织实施|实施|启动|联合开展|全面推开|深入开展)(.{4,40}?)(活动|工作|试点|)的(?:通知|公告|意见|决定)$")
_SOUGHT = re.compile(
    "征求(?:对)?[^《》，。]{0,16}《([^《》]{2,80})》[^《》，。]{0,8}意见|(?:关于|就)[^《》，。]{0,4}《([^《》]{2,80})》[^《》，。]{0,10}征求[^《》，。]{0,6}意见")
_FORWARDS = re.compile("^[^《]{2,16}转发")  # what others issue
_NAMED_BEFORE = re.compile("^[^《》]+《")  # 转发|甲部、乙部《|丙方案》
_NEXT_NAME = re.compile("[和与及、]|以及")  # of titles without marks
_NEXT_TITLE = re.compile("》(?:[和与及、]|以及)《")
_JOINT = re.compile("^[^《》]{2,20}?等(?:[一二三四五六七八九十]+个?)?(?:部门|单位|部委)(?=关于|《|“)")
_AND_OTHERS = re.compile("等[一二三四五六七八九十0-9]*个?(?:部门|单位|部委)")
_DAY = re.compile("[日号]")
_SCHEDULED = re.compile(
    "^(?:[0-9一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[）)])?(?:活动|会议|举办|举行|召开|比赛|展览|论坛|开幕|培训)?时间(?:[：:]|为)" + DATE)
_HOSTS = re.compile("(?:[0-9一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[）)])?(?:主办|承办|协办|联合主办)单位(?:[：:]|为)")
_SCOPE = re.compile(
    f"(?:{REGULATION}|本(?:办法|条例|规定|细则|法))适用于[^。；]{{0,80}}"
    "|本(?:办法|条例|规定|细则)所称[^。]{0,60}?包括[^。；]{0,60}"
    f"|[^。；]{{0,80}}适用(?:{REGULATION}|本(?:办法|条例|规定|细则|法))(?=。|$)"
)
_PRACTISED = re.compile(f"国家(?:建立健全|建立|实行|推行|实施)[^，。；{SLOTS['Any']}]{{0,12}}({PROGRAMME})")  # 第五条国家建立G。


def find_document_relations(reading: Reading) -> Iterable[Statement]:
    """What the form of an official document tells of the regulation that it is, and of the one it encloses."""
    rows = skeletons(reading)
    head = next((row for row in rows if row.role == "headline"), None)
    titles = titles_of(reading, head)
    decree = _bare_decree(rows) if not titles else None
    head, titles = decree or (head, titles)
    if not titles or not head:
        return
    body = [row for row in rows if row.role == "body"]
    parts = [row for row in rows if row.role in ("body", "subhead")]
    signature = _signature(parts) or _head_lines(reading, rows)
    issuers, where = _issuers(reading, head, titles, signature)
    forwarded = titles[1:] if _FORWARDS.search(reading.article.sentences[head.index].text) else []
    for title in titles:
        for issuer in issuers if title not in forwarded else ():
            yield Statement(issuer, "issues", title, confidence=CONFIDENCE, evidence=reading.evidence(where))
        if signature and signature[1]:
            yield Statement(title, "issuedOn", signature[1], confidence=CONFIDENCE, evidence=reading.evidence(signature[2]))
    enclosed = list(_enclosures(parts)) if not forwarded else []
    for ref, index in enclosed:
        for issuer in issuers:
            yield Statement(issuer, "issues", ref, confidence=CONFIDENCE, evidence=reading.evidence(where, index))
        if signature and signature[1]:
            yield Statement(ref, "issuedOn", signature[1], confidence=CONFIDENCE, evidence=reading.evidence(signature[2], index))
    at_once = next((row for row in rows if row.role != "headline" and _AT_ONCE.search(row.text)), None)
    if at_once and (signed := (signature[1], signature[2]) if signature and signature[1] else _promulgated(rows)):
        for ref in dict.fromkeys([titles[-1], *(ref for ref, index in enclosed if index == at_once.index)]):
            yield Statement(ref, "effectiveFrom", signed[0], confidence=CONFIDENCE, evidence=reading.evidence(at_once.index, signed[1]))
    yield from _grounds(reading, titles, body)
    yield from _bases(reading, titles[-1], parts)
    yield from _organized(reading, head, issuers, parts)
    yield from _sought(reading, head, issuers)
    yield from _scheduled(reading, head, rows)
    yield from find_items(reading, head, titles[-1], body, parts)
    yield from _legal_form(reading, titles[-1], [row for row in rows if row.role != "headline" or (decree and row is head)])


def _bare_decree(rows: Sequence[Skeleton]) -> tuple[Skeleton, list[Ref]] | None:
    """The letterhead of a decree or announcement that stands without the regulations that it puts into force, and these: 甲部令, 第9号, 《R》已经…通过，
    现予公布."""
    letterhead = next((row for row in rows[:LETTERHEAD_LINES] if _LETTERHEAD.match(row.text)), None)
    for row in rows[letterhead.index + 1:][:HEAD] if letterhead else ():
        hit = PUT_IN_FORCE.search(row.text) if REGULATION in row.codes else None
        if letterhead and hit:
            opens = _CHAIN.match(row.text)
            before = row.text.rfind(REGULATION, 0, hit.start())
            at = before if before >= 0 else row.text.find(REGULATION, hit.start())
            named = row.mentions(*opens.span()) if opens else row.mentions(at, chain_after(row.text, at, REGULATION))
            return letterhead, list(dict.fromkeys(mention.ref for mention in named))
    return None


def _grounds(reading: Reading, titles: Sequence[Ref], body: Sequence[Skeleton]) -> Iterator[Statement]:
    """What a notice carries out, by the words that lead to it (为贯彻落实《…》，…现将有关事项通知如下), is what it is based on, or what it
    encloses, where that is named there."""
    for row, after in pairwise(body[:HEAD + 1]):
        if REGULATION not in row.codes or "制定本" in row.text:
            continue
        lead = _LEADS_TO.search(row.text)
        led = lead.start() if lead else len(row.text) if after.paragraph == row.paragraph and _LEADS_ON.match(after.text) else 0
        named = {mention.ref for mention in row.mentions(0, len(row.text))}
        title = next((title for title in titles[1:] if title in named), titles[0])
        for hit in CITED.finditer(row.text, 0, led):
            for mention in row.mentions(*hit.span(1)):
                if mention.type == "Regulation" and mention.ref not in titles:
                    yield Statement(title, "basedOn", mention.ref, confidence=CONFIDENCE, evidence=reading.evidence(row.index))


def _enclosures(rows: Sequence[Skeleton]) -> Iterator[tuple[Ref, int]]:
    """The regulations that a document encloses, by the sentence that sends them out (现将《甲方案》、《乙方案》印发给你们) and the lines that
    list them (附件：1.甲清单, 2.乙目录), with the sentence."""
    listed = False
    for row in rows:
        sent = _SENT_OUT.search(row.text) if REGULATION in row.codes else None
        for mention in row.mentions(*sent.span(sent.lastindex or 1)) if sent else ():
            yield mention.ref, row.index
        named = (_ENCLOSED if not listed else _NEXT_ENCLOSED).fullmatch(row.text)
        listed = named is not None
        if named and REGULATION in row.text:
            yield row.mention(row.text.index(REGULATION)).ref, row.index


def _bases(reading: Reading, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """What a plan names under a heading of its own for what it rests on: 1.2 编制依据."""
    for heading, row in pairwise(rows):
        for mention in row.mentions(0, len(row.text)) if _BASES.fullmatch(heading.text) else ():
            if mention.type == "Regulation" and mention.ref != title:
                yield Statement(title, "basedOn", mention.ref, confidence=CONFIDENCE, evidence=reading.evidence(heading.index, row.index))


def _organized(reading: Reading, head: Skeleton, issuers: Sequence[Ref], rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """Who issues a notice on holding or carrying out a programme (关于举办某大赛的通知) runs it, and whom a line of it calls its hosts:
    主办单位：甲部、乙会."""
    hit = _ORGANIZES.search(reading.article.sentences[head.index].text)
    named = {unmarked(hit[1]), unmarked(hit[1] + hit[2])} if hit else set()
    for ref, entity in sorted(reading.entities.items()) if named else ():
        if ref.type == "Programme" and not named.isdisjoint(surfaces(entity, 4)):
            for issuer in issuers:
                yield Statement(issuer, "administers", ref, confidence=CONFIDENCE, evidence=reading.evidence(head.index))
            for row in (row for row in rows if _HOSTS.match(row.text)):
                for mention in row.mentions(0, len(row.text)):
                    if mention.type in ("Agency", "Organization"):
                        yield Statement(mention.ref, "administers", ref, confidence=CONFIDENCE, evidence=reading.evidence(head.index, row.index))


def _sought(reading: Reading, head: Skeleton, issuers: Sequence[Ref]) -> Iterator[Statement]:
    """Who issues a notice that seeks opinions on a draft (关于公开征求《某办法（征求意见稿）》意见的公告) drafts that, whatever it calls itself."""
    hit = _SOUGHT.search(reading.article.sentences[head.index].text)
    draft = as_told(unmarked(hit[1] or hit[2])) if hit else ""
    for ref in sorted(ref for ref in reading.entities if draft and ref.type == "Regulation" and as_told(unmarked(ref.name)) == draft):
        for issuer in issuers:
            yield Statement(issuer, "drafts", ref, confidence=CONFIDENCE, evidence=reading.evidence(head.index))


def _scheduled(reading: Reading, head: Skeleton, rows: Iterable[Skeleton]) -> Iterator[Statement]:
    """When the event of the headline begins, by the line that tells its time: 一、活动时间：2016年5月8日至14日."""
    row = next((row for row in rows if _SCHEDULED.match(row.text)), None)
    date = row.items[row.text.index(DATE)] if row else None
    if not row or not isinstance(date, Time) or not date.first or date.kind not in ("day", "month", "span"):
        return
    begins = date.first.isoformat()[:7 if date.kind == "month" or not _DAY.search(date.text) else None]
    title = reading.article.sentences[head.index].text
    events = {ref for ref, entity in reading.entities.items() if ref.type == "Programme"
              for name in surfaces(entity, 4) if name in title and name.endswith(event_names())}
    if len(events) == 1:
        evidence = reading.evidence(head.index, row.index)
        yield Statement(events.pop(), "startedOn", begins, confidence=CONFIDENCE, evidence=evidence)


def titles_of(reading: Reading, head: Skeleton | None) -> list[Ref]:
    """The regulation that the headline is, then the one that it encloses (关于印发Y的通知)."""
    if head is None:
        return []
    text = reading.article.sentences[head.index].text
    found = [m for m in reading.mentions if m.sentence == head.index and (m.type == "Regulation" or m.name.endswith(BULLETIN))]
    outer = [m for m in found if is_title(m, text)]
    if outer:
        return list(dict.fromkeys([outer[0].ref, *_enclosed(reading, outer[0])]))
    if len(found) == 1 and re.search("关于(?:印发|转发|发布|公布).*的(?:通知|公告|函)$", text):
        return [found[0].ref]
    return []


def _enclosed(reading: Reading, outer: Mention) -> Iterator[Ref]:
    """The regulations within the title of a notice that sends them out (关于印发《A》和《B》的通知)."""
    inside = re.search("(?:印发|转发|发布|公布)[《〈]?(.+?)[》〉]?的?(?:通知|公告|函)$", outer.text)
    told = _NAMED_BEFORE.sub("", inside.group(1)) if inside else ""
    parts = [*_NEXT_TITLE.split(told), *_NEXT_NAME.split(told)] if told else []
    titles = {as_told(unmarked(_JOINT.sub("", title))) for title in parts}
    regulations = {ref: entity for ref, entity in sorted(reading.entities.items()) if ref.type == "Regulation" and ref != outer.ref} if titles else {}
    named = {as_told(unmarked(entity.name)) for entity in regulations.values()}
    for ref, entity in regulations.items():
        # an older version （2011年） has the name as an alias only
        if as_told(unmarked(entity.name)) in titles or not (titles - named).isdisjoint(map(as_told, surfaces(entity, 4))):
            yield ref


def _head_lines(reading: Reading, rows: Sequence[Skeleton]) -> Signature | None:
    """The bodies and the date on lines of their own under the title, where they stand there instead of at the end (发文日期：2022-01-08).

    The date of a bulletin is the article's where its line went into that.
    """
    bodies: list[Ref] = []
    for row in (row for row in rows[:HEAD] if row.role != "headline"):
        if re.fullmatch(f"[{BODY}、 　]+", row.text):
            bodies += [m.ref for m in row.mentions(0, len(row.text))]
        elif (hit := _DATED_LINE.fullmatch(row.text)) and (day := _value(row, hit.start(1))):
            return bodies, day, row.index
    day = reading.article.date.isoformat() if reading.article.date else None
    return (bodies, day, rows[0].index) if bodies and (reading.article.headline or "").endswith(BULLETIN) else None


def _signature(body: Sequence[Skeleton]) -> Signature | None:
    """The bodies and the date of the line that closes an official document, before what it encloses with a signature of its own."""
    told = next((at for at, row in enumerate(body) if len(row.text) > LONG), 0)
    for row in (*body[told:], *reversed(body[:told])):
        hit = _SIGNATURE.match(row.text) if len(row.text) <= 40 and DATE in row.text else None
        if hit:
            date = row.items[row.text.index(DATE)]
            if isinstance(date, Time) and date.kind == "day":
                return [*_signers(body, row), *(m.ref for m in row.mentions(*hit.span(1)))], date.value, row.index
    return None


def _signers(body: Sequence[Skeleton], last: Skeleton) -> list[Ref]:
    """The bodies on lines of their own right above the date of a signature."""
    found: list[Ref] = []
    for row in reversed([row for row in body if row.index < last.index]):
        if not re.fullmatch(f"[{BODY} 　]+", row.text):
            break
        found = [m.ref for m in row.mentions(0, len(row.text))] + found
    return found


def _issuers(
    reading: Reading, head: Skeleton, titles: list[Ref], signature: Signature | None,
) -> tuple[list[Ref], int]:
    """The bodies that issue the document: those that open its title, else those that sign it."""
    opening = re.match(f"[{BODY}、和与及 　]+", head.text)
    if opening:
        return [m.ref for m in head.mentions(*opening.span())], head.index
    title = reading.article.sentences[head.index].text
    bodies = [entity for ref, entity in reading.entities.items() if ref.type in ("Agency", "Organization")]
    names = [(name, entity.ref) for entity in bodies for name in surfaces(entity, 3) if title.startswith(name)]
    fit = sorted(((len(name), ref) for name, ref in names if ref.type == "Agency" or not _RULED.fullmatch(title, len(name))), reverse=True)
    if fit:
        signed = signature[0] if signature and _AND_OTHERS.match(title, fit[0][0]) and fit[0][1] in signature[0] else []
        return signed or title_issuers(reading).get(titles[0]) or [fit[0][1]], head.index
    return (signature[0], signature[2]) if signature else ([], head.index)


def _legal_form(reading: Reading, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """What laws state of themselves: decree, day of effect, bases, scope and what they replace."""
    yield from _decree(reading, title, rows)
    for row in rows:
        found: list[tuple[str, Ref | str]] = []
        for hit in _EFFECT.finditer(row.text) if DATE in row.text else ():
            value = _value(row, hit.start(1) if hit.group(1) else hit.start(2))
            if value and (row.index <= HEAD or _ITSELF.search(row.text)):
                found.append(("effectiveFrom", value))
        for hit in _BASIS.finditer(row.text) if REGULATION in row.text else ():
            found += [("basedOn", mention.ref) for mention in row.mentions(*hit.span(hit.lastindex or 1))]
        for hit in _SCOPE.finditer(row.text) if PROGRAMME in row.text else ():
            found += [("concerns", mention.ref) for mention in row.mentions(*hit.span()) if mention.type == "Programme"]
        found += [("concerns", row.mention(hit.start(1)).ref) for hit in _PRACTISED.finditer(row.text)] if PROGRAMME in row.codes else []
        for hit in _REPEALS.finditer(row.text) if REGULATION in row.codes else ():
            found += [("replaces", mention.ref) for mention in row.mentions(*hit.span("old")) if mention.type == "Regulation"]
        for relation, thing in found:
            if thing != title:
                yield Statement(title, relation, thing, confidence=CONFIDENCE, evidence=reading.evidence(row.index))


def _decreed(text: str) -> re.Match[str] | None:
    """The decree that a line tells of; where it tells of adoption first (D甲会议通过 D乙令公布), the promulgation behind it."""
    hit = _DECREE.search(text)
    return (hit and hit.group().endswith("通过") and _PROMULGATED.search(text, hit.end())) or hit


def _decree(reading: Reading, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """Who issued a law and when, by the lines under its title; the day of promulgation goes before that of adoption."""
    letterhead = _letterhead(rows)
    signed = next((found for row in rows[len(letterhead):][:HEAD] if (found := _signed_decree(row, rows))), None) if letterhead else None
    if signed:
        yield from _sign(reading, title, [m.ref for row in letterhead for m in row.mentions(0, len(row.text))], *signed)
        return
    hits = [(row, hit) for row in rows if row.index <= HEAD and (row.text[:1] in "（(" or _FORMAL.search(row.text)) and (hit := _decreed(row.text))]
    if not hits:
        yield from _adopted(reading, title, rows)
    promulgated = [(row, hit) for row, hit in hits if not hit.group().endswith("通过")] or hits
    for row, hit in promulgated:
        if signed := _signed_decree(row, rows):
            yield from _sign(reading, title, [m.ref for m in row.mentions(*hit.span(2))], *signed)
            continue
        evidence = reading.evidence(row.index)
        for mention in row.mentions(*hit.span(2)):
            yield Statement(mention.ref, "issues", title, confidence=CONFIDENCE, evidence=evidence)
        if hit.group(1) and (value := _value(row, hit.start(1))):
            yield Statement(title, "issuedOn", value, confidence=CONFIDENCE, evidence=evidence)


def _letterhead(rows: Sequence[Skeleton]) -> Sequence[Skeleton]:
    """The lines over a decree that name who issues it, in one line (甲部 乙部令 丙部) or one for each, then 令 (甲部, 乙部, 令)."""
    told = next((row for row in rows if (row.role == "subtitle" or row.index < 2) and _LETTERHEAD.match(row.text)), None)
    lines = [*takewhile(lambda row: re.fullmatch(f"[{BODY}、令 　]+", row.text), rows)]
    return [told] if told else lines if any("令" in row.text for row in lines) else []


def _adopted(reading: Reading, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """Who adopted a law and when, by the line under its title that names only the session: （2020年8月1日甲省第十三届人大常委会第二十次会议通过）."""
    for row in (row for row in rows if row.index <= HEAD and PROGRAMME in row.codes):
        hit = _ADOPTED.match(row.text)
        day = _value(row, hit.start(1)) if hit else None
        if hit and day:
            session, evidence = row.mention(hit.start(2)), reading.evidence(row.index)
            yield Statement(title, "issuedOn", day, confidence=CONFIDENCE, evidence=evidence)
            yield Statement(session.ref, "startedOn", day, confidence=CONFIDENCE, evidence=evidence)
            for mention in mentions_of(reading).get(row.index, ()):
                if mention.type == "Agency" and session.start <= mention.start and mention.end <= session.end:
                    yield Statement(mention.ref, "issues", title, confidence=CONFIDENCE, evidence=evidence)
            return


def _promulgated(rows: Sequence[Skeleton]) -> tuple[str, int] | None:
    """The day of the last decree under a title that promulgated the regulation, and its sentence."""
    found = None
    for row in rows:
        if row.index <= HEAD and row.role != "headline" and (hit := _decreed(row.text)) and hit.group(1) and not hit.group().endswith("通过"):
            day = _value(row, hit.start(1))
            found = (day, row.index) if day else found
    return found


def _signed_decree(row: Skeleton, rows: Sequence[Skeleton]) -> tuple[Skeleton, Skeleton | None] | None:
    """The date under a decree (…现予公布…), and the line of its signature above it (总理　李克强)."""
    if not PUT_IN_FORCE.search(row.text):
        return None
    under = [*takewhile(lambda other: len(other.text) <= LINE, (other for other in rows if other.index > row.index))]
    date = next((other for other in under if re.fullmatch(f"[ 　]*{DATE}[ 　]*", other.text)), None)
    return (date, next((other for other in under if _POST.fullmatch(other.text)), None)) if date else None


def _sign(reading: Reading, title: Ref, issuers: list[Ref], date: Skeleton, post: Skeleton | None) -> Iterator[Statement]:
    """What the signature of a decree tells: who issues it, when, and who signs as what."""
    evidence = reading.evidence(date.index)
    for issuer in issuers:
        yield Statement(issuer, "issues", title, confidence=CONFIDENCE, evidence=evidence)
        if post and len(issuers) == 1 and (hit := _POST.fullmatch(post.text)):
            person = post.mention(hit.start(2)).ref
            yield Statement(person, "holdsPostAt", issuer, hit.group(1), CONFIDENCE, reading.evidence(post.index))
    if value := _value(date, date.text.index(DATE)):
        yield Statement(title, "issuedOn", value, confidence=CONFIDENCE, evidence=evidence)


def _value(row: Skeleton, position: int) -> str | None:
    item = row.items.get(position)
    return item.value if isinstance(item, Time) and item.kind == "day" else None
