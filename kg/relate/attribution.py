"""Finds what a figure is a fact about and who states it: mentions of a reading -> topics, speakers -> figures.

A programme or regulation named in the indicator or its clause comes first, then the place of a region's bulletin, then the nearest
programme before, the topic of the article, and a place; a speaker holds until another speaks,
a person within the paragraph.
"""
from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from operator import add

from kg.model import Mention, Quantity, Reading, Ref

NAMED = ("Programme", "Regulation")
SPEAKERS = ("Person", "Agency", "Organization", "Publication")
SAYS = re.compile(r"[^，。；“”]{0,16}(?:介绍|表示|透露|指出|显示|公布|统计|说|称|提出|认为|宣布|通报)")
FROM = re.compile(r"(?:据|根据|从)$")
TOLD = re.compile(r"[^，。；“”]{0,14}(?:获悉|了解到|统计|监测|数据|显示|消息|测算)")
MARKS = re.compile(r"[“”‘’\"《》（）() ]")
MEETING = ("发布会", "会议", "座谈会", "推进会", "培训班")
FRAME = re.compile(r"》?(?:[（(][^（）()]{0,30}[）)])?(?:中)?(?:提出|要求|明确|规定|确定|部署|对)")
THIS = re.compile(r"(?:该|本次|此次|本届|这一|这项|上述)([一-龥]{2})")
NOBODY = re.compile(r"据统计|据了解|据悉")
ISSUES = re.compile(r"(?:发布|公布)了?《?$")
MEETS = re.compile(r"[^，。；“”]{0,20}(?:举行|召开|举办)[^，。；]{0,30}(?:发布会|通气会|吹风会)")
RATE = re.compile(r"基准利率|政策利率|逆回购利率|准备金率|再贷款利率")
BANK = re.compile(r"央行|中央银行|人民银行|储备银行|美联储|储备委员会")
EVENT = re.compile(r"(?:季|节|会|月|周|日|赛|展|论坛|活动)$")
LIST = re.compile(r"[^，；。]*等")
ISSUED = re.compile(r"^(?:继续|联合|累计|先后|共)*(?:出台|印发|制定)")
ALONG = re.compile(r"”?(?:沿线)?国家(?!级|标准)")  # 共建“一带一路”国家
WHOLE = re.compile(r"全[省市县区州]")
BREAK = re.compile(r"[，；：。]")


@dataclass(slots=True)
class Topics:
    """What the figures of an article are about, with the topic of its paragraph kept for sentences that name none."""

    reading: Reading
    by_sentence: dict[int, list[Mention]] = field(default_factory=dict)
    by_ref: dict[Ref, list[Mention]] = field(default_factory=dict)
    names: dict[Ref, set[str]] = field(default_factory=dict)
    pairs: list[tuple[Ref, str, set[str]]] = field(default_factory=list)
    paragraph: int = -1
    recent: list[Mention] = field(default_factory=list)
    place: Ref | None = None
    speaker: Ref | None = None
    source: Ref | None = None
    region: Ref | None = None
    theme: Ref | None = None
    headline: Ref | None = None
    seat: Ref | None = None
    event: Ref | None = None
    told: dict[int, Ref] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.reading.mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
            self.by_ref.setdefault(mention.ref, []).append(mention)
            if mention.type in NAMED and not mention.text.endswith(MEETING):
                self.names.setdefault(mention.ref, set()).update({mention.text, mention.name})
        for ref, printed in self.names.items():
            entity = self.reading.entities.get(ref)
            printed.update(entity.aliases if entity else ())
            bare = [MARKS.sub("", name) for name in sorted(printed)]
            self.pairs += [(ref, name, _pairs(name)) for name in bare if len(name) >= 3]
        self.region = _region(self.reading)
        self.theme = _theme(self.reading)
        self.headline = self._subject(_headline(self.reading, NAMED))
        self.seat = _headline(self.reading, ("Place",))

    def _subject(self, ref: Ref | None) -> Ref | None:
        """For a headline that names a regulation after a programme (关于印发X试点方案的通知): the programme."""
        if ref and ref.type == "Regulation":
            inner = [(len(name), other) for other, printed in self.names.items() if other.type == "Programme"
                     for name in printed if len(name) >= 6 and name in ref.name]
            return max(inner)[1] if inner else ref
        return ref

    def enter(self, sentence: int) -> None:
        """Take up the paragraph of a sentence: a new paragraph forgets the last one's topic and the person who spoke in it."""
        paragraph = self.reading.article.sentences[sentence].paragraph
        if paragraph != self.paragraph:
            self.paragraph, self.recent, self.speaker = paragraph, [], self.source

    def leave(self, sentence: int) -> None:
        """Keep what the sentence names for those after it."""
        if spoken := self._speakers(sentence):
            self._hear(spoken)
        for mention in self.by_sentence.get(sentence, ()):
            if mention.type in NAMED and not mention.text.endswith(MEETING):
                self.recent.append(mention)
                self.event = mention.ref if EVENT.search(mention.text) else self.event
            elif mention.type == "Place":
                self.place = mention.ref

    def about(self, sentence: int, quantity: Quantity, indicator: str) -> Ref | None:
        """The entity that the figure is a fact about, None where the text ties it to none."""
        text = self.reading.article.sentences[sentence].text
        mentions = [m for m in self.by_sentence.get(sentence, ()) if not m.text.endswith(MEETING) and not ALONG.match(text, m.end)]
        before = [m for m in mentions if m.end <= quantity.start and m.text and not _listed(text, m, quantity)]
        edge = max(text.rfind(mark, 0, quantity.start) for mark in "，；：。")
        near = [m for m in before if m.end > edge]
        left, places = [m for m in before if m.type in NAMED], [m for m in before if m.type == "Place"]
        clause = [m for m in near if m.type in NAMED and not FRAME.match(text, m.end)]
        ruled = bool(self.recent) and self.recent[-1].type == "Regulation"
        stop = BREAK.search(text, quantity.end)
        right = [m for m in mentions if m.type in NAMED and quantity.end <= m.start <= (stop.start() if stop else len(text))]
        ref = (
            (self._actor(text, mentions, quantity) if ISSUED.match(indicator) else None)
            or (self._bank(sentence) if RATE.search(indicator) else None)
            or self._in_indicator(indicator)
            or (None if ruled else _begun_with(indicator, mentions))
            or self._pointed_at(text[:quantity.start], left)
            or (clause[-1].ref if clause else None)
            or (self.headline if self.region and self.headline and self.headline.type == "Regulation" else self.region)
            or next((m.ref for m in reversed(near) if m.type == "Place"), None)
            or self.told.get(sentence)
            or _longest(left)
            or (right[0].ref if right else None)
            or next((m.ref for m in reversed(places) if m.start <= 8), None)
            or next((m.ref for m in self.recent[-1:] if not (self.place and WHOLE.search(text))), None)
            or self.headline
            or self.theme
            or next((m.ref for m in reversed(places) if m.ref == self.seat), places[-1].ref if places else None)
            or self.place
            or self._actor(text, mentions, quantity)
        )
        if ref:
            self.told[sentence] = ref
        return ref

    def _in_indicator(self, indicator: str) -> Ref | None:
        """The programme or regulation whose name stands in the indicator, whole or for the greater part."""
        bare = MARKS.sub("", indicator)
        pairs = _pairs(bare)
        best: tuple[float, int, Ref] | None = None
        for ref, name, own in self.pairs:
            if own.isdisjoint(pairs) or f"{name}国家" in bare or f"{name}沿线国家" in bare:
                continue
            share = 1.0 if name in bare else len(own & pairs) / len(own)
            if share >= 0.6 and (best is None or (share, len(name), ref) > best):
                best = (share, len(name), ref)
        return best[2] if best else None

    def spoken_of(self, ref: Ref | None, sentence: int) -> str:
        """The name of an entity that stands last up to a sentence, empty when none does."""
        named = self.by_ref.get(ref, ()) if ref else ()
        return next((MARKS.sub("", m.text) for m in reversed(named) if m.sentence <= sentence and m.text), "")

    def _pointed_at(self, before: str, left: list[Mention]) -> Ref | None:
        """What 该平台, 本届博览会 point at: the last programme whose name ends so."""
        for hit in reversed(list(THIS.finditer(before[-40:]))):
            for mention in reversed([*self.recent, *left]):
                if mention.text.endswith(hit[1]):
                    return mention.ref
            if hit[1] in ("活动", "论坛", "大会", "展会", "盛会", "赛事"):
                return self.event
        return None

    def _actor(self, text: str, mentions: list[Mention], quantity: Quantity) -> Ref | None:
        """The body whose own doing is counted: it stands before the number and reports nothing."""
        doers = [m for m in mentions if m.type in ("Agency", "Organization") and m.end <= quantity.start and not _speaks(text, m)]
        return doers[0].ref if doers else None

    def _bank(self, sentence: int) -> Ref | None:
        """The central bank whose rate it is: the last one named up to the sentence."""
        banks = [m for m in self.reading.mentions if m.type == "Agency" and m.sentence <= sentence and BANK.search(m.text)]
        return banks[-1].ref if banks else None

    def stated_by(self, sentence: int, quantity: Quantity) -> Ref | None:
        """The last speaker before the figure in its paragraph, or the one named right after it (”某某说)."""
        spoken = self._speakers(sentence)
        before = [m for m in spoken if m.end <= quantity.start]
        if before:
            self._hear(before)
        elif NOBODY.match(self.reading.article.sentences[sentence].text):
            return None
        elif spoken and self.speaker is None:
            return spoken[0].ref
        return self.speaker

    def _speakers(self, sentence: int) -> list[Mention]:
        text = self.reading.article.sentences[sentence].text
        return [m for m in self.by_sentence.get(sentence, ()) if m.type in SPEAKERS and _speaks(text, m)]

    def _hear(self, spoken: list[Mention]) -> None:
        """Remember who speaks: a named report before the body that issued it, a person before the body of which they are."""
        best = [m for m in spoken if m.type in ("Publication", "Person")] or spoken
        self.speaker = best[-1].ref
        if best[-1].type != "Person":
            self.source = self.speaker


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))


def _listed(text: str, mention: Mention, quantity: Quantity) -> bool:
    """Whether the mention is an item of the list that is counted: A、B和C等5个, A、B、C3个."""
    gap = text[mention.end:quantity.start]
    return (gap.endswith("等") and LIST.fullmatch(gap) is not None) or (gap == "" and text[mention.start - 1:mention.start] in ("、", "和"))


def _begun_with(indicator: str, mentions: list[Mention]) -> Ref | None:
    """The place or organization whose name the indicator begins with, the longest."""
    heads = [m for m in mentions if m.type in ("Place", "Organization") and m.text and indicator.startswith(m.text)]
    return max(heads, key=lambda m: (len(m.text), -m.start)).ref if heads else None


def _longest(mentions: list[Mention]) -> Ref | None:
    """The programme, else the regulation, with the longest name."""
    return max(mentions, key=lambda m: (m.type == "Programme", len(m.text), m.start)).ref if mentions else None


def _region(reading: Reading) -> Ref | None:
    """The place of a region's bulletin: one that most of the article's sentences with places name, three at the least."""
    roles = [sentence.role for sentence in reading.article.sentences]
    named = {(m.sentence, m.ref) for m in reading.mentions if m.type == "Place" and roles[m.sentence] == "body"}
    count = Counter(ref for _, ref in named)
    if not count:
        return None
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]))
    return ref if most >= 3 and most >= 0.6 * sum(count.values()) else None


def _theme(reading: Reading) -> Ref | None:
    """The programme or regulation that most sentences name, three at the least."""
    named = [m for m in reading.mentions if m.type in NAMED and not m.text.endswith(MEETING)]
    count = Counter(ref for _, ref in {(m.sentence, m.ref) for m in named})
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
    return ref if most >= 3 else None


def _headline(reading: Reading, types: tuple[str, ...]) -> Ref | None:
    """The longest name of some types in the headline."""
    sentences = reading.article.sentences
    heads = [m for m in reading.mentions if m.type in types and sentences[m.sentence].role == "headline" and not m.text.endswith(MEETING)]
    return max(heads, key=lambda m: (len(m.text), -m.start)).ref if heads else None


def _speaks(text: str, mention: Mention) -> bool:
    """Whether the mention is told as the one who says what follows."""
    if FROM.search(text[:mention.start]) and TOLD.match(text, mention.end):
        return True
    if mention.type == "Publication" and ISSUES.search(text[:mention.start]):
        return True
    if SAYS.match(text, mention.end):
        return True
    return mention.type == "Agency" and "新闻办" not in mention.text and MEETS.match(text, mention.end) is not None
