"""Finds what a figure is a fact about: mentions of a reading -> topics -> figures.

The choices stand in `CHOICES`, the surest first: what the indicator names, what its clause names, the region that 全省 means, the topic
of the paragraph and of the article. None where the text ties the figure to nothing, and for what is counted in the whole country.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Mention, Quantity, Reading, Ref
from kg.nlp.quantities import units
from kg.relate.aims import PLAN
from kg.relate.choices import GRANTS, NEW, Choice, choices_for
from kg.relate.choices_carried import EVENT
from kg.relate.scene import is_document
from kg.relate.scope import NAMED, NO_TOPIC, beside, governed, headline, region, reported, setting, theme, treated
from kg.relate.skeleton import mentions_by_type, mentions_of
from kg.relate.spots import ITEMS, OWNERS, Spot, acts, is_topic, is_venue, listed, of_another, of_several, pairs_of, unmarked
from kg.relate.surfaces import as_told
from kg.relate.tasks import ARTICLE

NATIONAL = re.compile("全国|我国|国内生产总值")
HEADS = frozenset(("专项", "项行", "行动", "动计", "计划", "活动", "工程", "平台", "试点"))  # tell no programme from another
HEADING = re.compile(r"：?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?P<words>.+)")
NUMBERS = frozenset("一二三四五六七八九十（(")
ISSUES = re.compile("关于(?:印发|发布|公布|下发)《(?P<title>[^《》]+)》的")
UNMARKED = re.compile("关于(?:印发|发布|公布|下发)(?P<title>[^《》]+)的(?:通知|公告|函)$")
LAW_OF = re.compile("(?P<what>.{4,}?)(?:暂行)?(?:条例|办法|规定)(?:[（(].*)?")
MEANS = re.compile("(?:通过|利用|依托|借助|登录|使用)[“《]?$")  # a programme by way of which something is done
SHORT = re.compile(r"[^，；]{2,30}。?")
HEADLINES = re.compile(r"(?:^|[；：。])(?=\d{1,2}[.．](?!\d+[%个万亿元])|[（(]\d{1,2}[)）])")  # 2.甲大会开幕；（1）上半年用电量增长5%；


@dataclass(slots=True)
class Topics:
    """What the figures of an article are about, with the topic of its paragraph kept for sentences that name none."""

    reading: Reading
    by_sentence: dict[int, list[Mention]] = field(default_factory=dict)
    by_name: dict[str, list[Mention]] = field(default_factory=dict)
    names: dict[Ref, set[str]] = field(default_factory=dict)
    pairs: list[tuple[Ref, str, set[str]]] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)
    recent: list[Mention] = field(default_factory=list)
    heading: Ref | None = None
    headed: int = -1
    place: Ref | None = None
    acting: Ref | None = None
    region: Ref | None = None
    setting: Ref | None = None
    governed: Ref | None = None
    headline: Ref | None = None
    own: Ref | None = None
    theme: Ref | None = None
    event: Ref | None = None
    ruling: bool = False
    told: dict[int, Ref] = field(default_factory=dict)
    sentence: int = -1
    item: tuple[int, int] = (-1, -1)
    named: tuple[tuple[Choice, ...], list[Mention], list[Mention]] = ((), [], [])
    kinds: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.by_sentence, self.kinds = mentions_of(self.reading), frozenset(mentions_by_type(self.reading))
        for mention in self.reading.mentions:
            self.by_name.setdefault(mention.name, []).append(mention)
        for mention in (mention for kind in NAMED for mention in mentions_by_type(self.reading).get(kind, ())):
            if not mention.text.endswith(NO_TOPIC):
                self.names.setdefault(mention.ref, {mention.name}).add(mention.text)
        for ref, printed in self.names.items():
            if entity := self.reading.entities.get(ref):
                printed.update(entity.aliases)
            for name in {unmarked(name) for name in printed if len(name) >= 3}:
                if len(name) < 3:
                    continue
                pairs = pairs_of(name)
                self.pairs.append((ref, name, pairs - HEADS or pairs))
                self.letters |= pairs
        headed = headline(self.reading, ("Regulation",))
        self.governed = governed(self.reading, headed) or governed(self.reading, headline(self.reading, ("Publication",)))
        self.region, self.setting = region(self.reading) or self.governed or reported(self.reading), setting(self.reading)
        enacts = headed is not None and (is_document(self.reading) or any(ARTICLE.match(sentence.text) for sentence in self.reading.article.sentences))
        self.own = self._subject(headed) if enacts else None
        self.headline, self.theme = self._subject(headline(self.reading, NAMED)), self._subject(theme(self.reading))

    def _subject(self, ref: Ref | None) -> Ref | None:
        """For a notice that issues a regulation (关于印发《…细则》的通知): that one; for a plan or notice named after a programme: the programme."""
        if ref and ref.type == "Regulation":
            issued = ISSUES.search(ref.name)
            if issued and (own := next((other for other in self.names if other.name == issued["title"]), None)):
                return own
            inner = treated(ref.name, self.names.items())
            plain = UNMARKED.search(ref.name)
            return inner or next((other for other in self.names if plain and as_told(other.name) == as_told(plain["title"])), ref)
        return ref

    def enter(self, sentence: int) -> None:
        """Take up the paragraph that begins with a sentence: it forgets the last one's topic."""
        self.recent, self.acting, self.ruling = [], None, False
        self.heading = self.heading if self.headed == sentence - 1 else None

    def leave(self, sentence: int) -> None:
        """Keep what the sentence names for those after it; a numbered heading holds until the next."""
        text = self.reading.article.sentences[sentence].text
        if (text[:1] in NUMBERS or "：" in text) and (hit := _heading(text)):
            named = [m for m in self.by_sentence.get(sentence, ()) if m.type == "Programme" and m.start >= hit.start()]
            self.heading = max(named, key=lambda m: (len(m.text), -m.start)).ref if named and SHORT.fullmatch(hit["words"]) else None
            self.headed = sentence
        self.ruling = self.ruling or NEW.search(text) is not None
        self.acting = self.acting if self.told.get(sentence) == self.acting else None
        for mention in self.by_sentence.get(sentence, ()):
            if mention.type in NAMED and not mention.text.endswith(NO_TOPIC) and not beside(text, mention):
                counted = mention.type == "Programme" and any(
                    listed(text, mention, quantity) for quantity in self.reading.quantities[sentence] if mention.end <= quantity.start)
                used = mention.type == "Programme" and MEANS.search(text, max(0, mention.start - 5), mention.start) and mention.ref != self.headline
                self.recent += [] if counted or used else [mention]
                self.event = mention.ref if mention.text.endswith(EVENT) else self.event
            elif mention.type == "Place":
                self.place = mention.ref
                self.acting = mention.ref if acts(text, mention) else self.acting

    def about(self, sentence: int, quantity: Quantity, indicator: str, ruled: bool = False) -> Ref | None:
        """The entity that the figure is a fact about, None where the text ties it to none; ``ruled``: a rule sets it."""
        choices, mentions, steady = self._named(sentence)
        text = self.reading.article.sentences[sentence].text
        first, last = self._item(sentence, quantity.start)
        before = [m for m in steady if m.end <= quantity.start and not first <= m.start < last and not listed(text, m, quantity)] if steady else steady
        spot = Spot(sentence, text, quantity, indicator, ruled, mentions, before)
        several = of_several(indicator, mentions)
        for choice in choices:
            ref = choice(self, spot)
            if ref and not (ref.type == "Place" and (NATIONAL.match(indicator) or of_another(spot, ref))) and not (several and ref.type in OWNERS):
                ref = self._named_after(ref, indicator, ruled) or self._governed_by(ref, quantity, text)
                self.told[sentence] = ref
                return ref
        return None

    def _governed_by(self, ref: Ref, quantity: Quantity, text: str) -> Ref:
        """The place whose plan a regulation is (甲市低空经济发展方案), for what is to be reached there; the plan itself for its own items
        and for what it grants."""
        if ref.type != "Regulation" or quantity.unit in ITEMS or GRANTS.search(text) or units().get(quantity.unit) == "time" or not PLAN.search(ref.name):
            return ref
        return governed(self.reading, ref) or ref

    def _item(self, sentence: int, at: int) -> tuple[int, int]:
        """What stands between the lead of a numbered list in a sentence and the item of a figure, which tells nothing of it; a new item forgets
        what was told."""
        text = self.reading.article.sentences[sentence].text
        marks = [hit.end() for hit in HEADLINES.finditer(text, 0, at)] if "；" in text else []
        if len(marks) < 2:
            return at, at
        if self.item != (sentence, marks[-1]):
            self.told.pop(sentence, None)
            self.item = sentence, marks[-1]
        leads = text[marks[0]:].lstrip("（(").startswith("1")
        return marks[0] if leads else 0, marks[-1]

    def _named_after(self, ref: Ref, indicator: str, ruled: bool) -> Ref | None:
        """The programme that the article's law is named after (失业保险条例), for all that it sets but fines."""
        hit = LAW_OF.fullmatch(self.own.name) if self.own and "罚" not in indicator else None
        if hit is None or not (ref == self.own or (ruled and ref.type == "Programme" and ref.name.startswith(hit["what"]))):
            return None
        return next((other for other in self.names if other.type == "Programme" and other.name == hit["what"]), None)

    def _named(self, sentence: int) -> tuple[tuple[Choice, ...], list[Mention], list[Mention]]:
        """What may be chosen in a sentence, its mentions that name what they say, and those of them that are neither on a way nor 全市, 我省."""
        if self.sentence != sentence:
            text = self.reading.article.sentences[sentence].text
            named = [m for m in self.by_sentence.get(sentence, ()) if not m.text.endswith(NO_TOPIC)]
            mentions = [m for m in named if not beside(text, m) and not is_venue(text, m)]
            choices = choices_for(self.kinds, frozenset([m.type for m in mentions]))
            steady = [m for m in mentions if is_topic(text, m, mentions)]
            self.sentence, self.named = sentence, (choices, mentions, steady)
        return self.named

    def spoken_of(self, ref: Ref, sentence: int, indicator: str) -> str:
        """The name of an entity that stands last up to a sentence, before all one that the indicator begins with; empty when none does."""
        told = [unmarked(m.text) for m in reversed(self.by_name.get(ref.name, ()))
                if m.sentence <= sentence and m.text and m.type == ref.type and m.text[0] not in "该本这"]
        return max((name for name in told if indicator.startswith(name)), key=len, default=told[0] if told else "")


def _heading(text: str) -> re.Match[str] | None:
    """The number and words of a numbered heading at the beginning of a sentence or behind a colon."""
    hit = HEADING.match(text) if text[:1] in NUMBERS else None
    at = text.find("：") if hit is None else -1
    while at >= 0 and hit is None:
        hit = HEADING.match(text, at) if text[at + 1:at + 2] in NUMBERS else None
        at = text.find("：", at + 1)
    return hit
