"""Finds who states a figure: a speaker holds until another speaks, a person within the paragraph. Mentions of a reading -> figures.

What an official document sets nobody states.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Mention, Quantity, Reading, Ref
from kg.relate.skeleton import mentions_of

SPEAKERS = ("Person", "Agency", "Organization", "Publication")
SAYS = re.compile(r"[^，。；“”]{0,16}(?:介绍|表示|透露|指出|显示|公布|统计|说|称|提出|认为|宣布|通报|预计|预测|预报|证实|确认(?=，))")
VERBS = "介绍|表示|透露|指出|强调|说|称|提出|认为|宣布|通报"
STAGE = "(?:会|论坛|仪式|活动|峰会)(?:开幕式)?上"
ON_STAGE = re.compile(f"[^，。；]{{0,30}}?{STAGE}(?:{VERBS})")  # 甲部部长某某在|国新办发布会上介绍: whose meeting it is tells nothing
TELLS_THERE = re.compile(f"[^，。；“”]{{0,14}}在[^，。；]{{2,40}}?{STAGE}(?:回答[^，。；]{{0,14}}时)?(?:{VERBS})")
RELEASES = re.compile("[^，。；“”《》]{0,14}(?:发布了?[，：]|(?:发布了?[^，。；“”《》]{0,12}|\\d{1,2}日|最新)(?:数据|消息)[，：。])")
FROM = ("据", "从")
TOLD = re.compile(r"[^，。；“”]{0,14}(?:获悉|了解到|统计|监测|数据|显示|消息|测算)")
NOBODY = ("据统计", "据了解", "据悉")
REPORTER = re.compile("(?:[^，。；]{0,6}，)?记者(?:了解到|注意到|看到|在采访中)")  # what the paper itself has found
FIGURES = re.compile("(?:[^，。；]{0,6}，)?(?:统计|数据|资料|公开资料|公开信息)显示")
ISSUES = tuple(f"{verb}{done}{mark}" for verb in ("发布", "公布") for done in ("", "了") for mark in ("", "《"))
MEETS = re.compile(r"[^，。；“”]{0,20}(?:举行|召开|举办)[^，。；]{0,30}(?:发布会|通气会|吹风会)")
# “…。”某局局长某某说。: named behind what he has said
QUOTED, SAID = re.compile("”[^“”；]{0,40}\\Z"), re.compile("[^，。]{0,8}(?:说|表示|介绍|道|称|坦言|告诉记者|指出)。?")
SAID_ON = re.compile(f"{SAID.pattern.removesuffix('?')}|[^，。]{{0,4}}(?:说|表示|介绍|道)，?[：“]")
HE = re.compile("“?[他她](?:还|同时|进一步|也|解释|补充)?(?:表示|介绍|说|指出|透露|称|强调)")
LONGEST_QUOTE, LONGEST_TITLE = 6, 40  # sentences; letters between the quotation and who has said it


@dataclass(slots=True)
class Speakers:
    """Who speaks in an article, sentence by sentence."""

    reading: Reading
    speaker: Ref | None = None
    source: Ref | None = None
    spoken: list[Mention] = field(default_factory=list)
    trailing: bool = False
    person: Ref | None = None
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    quotes: dict[int, tuple[int, int, Ref]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = mentions_of(self.reading)
        for sentence, here in self.mentions.items():
            for mention in here:
                if mention.type == "Person" and SAID_ON.match(self.reading.article.sentences[sentence].text, mention.end):
                    self._quote(mention)

    def _quote(self, person: Mention) -> None:
        """Note what stands in the quotation marks that close before a person who is told to have said it: “…。”某局局长某某说。"""
        sentences, at = self.reading.article.sentences, person.sentence
        end = sentences[at].text.rfind("”", 0, person.start)
        if end < 0 and at and sentences[at - 1].text.endswith("”") and sentences[at - 1].paragraph == sentences[at].paragraph:
            at, end = at - 1, len(sentences[at - 1].text)
            between = sentences[person.sentence].text[:person.start]
        else:
            between = sentences[at].text[end + 1:person.start]
        if end < 0 or len(between) > LONGEST_TITLE or "；" in between or "“" in between:
            return
        for sentence in range(at, max(-1, at - LONGEST_QUOTE), -1):
            text = sentences[sentence].text
            begin = text.rfind("“", 0, end if sentence == at else len(text))
            closed = begin >= 0 and 0 <= text.find("”", begin) < (end if sentence == at else len(text)) - 1
            if sentences[sentence].paragraph != sentences[at].paragraph or closed:
                return
            self.quotes[sentence] = (max(begin, 0), end if sentence == at else len(text), person.ref)
            if begin >= 0:
                return

    def forget(self) -> None:
        """Forget the person who spoke in the last paragraph."""
        self.speaker = self.source

    def enter(self, sentence: int) -> None:
        """Take up who speaks in a sentence."""
        self.spoken, self.trailing = [], False
        text = self.reading.article.sentences[sentence].text
        if self.person and HE.match(text):  # “…。”某某说。他表示，…
            self.speaker = self.person
        if REPORTER.match(text):
            self.speaker = self.source = None
        elif FIGURES.match(text) and self.speaker and self.speaker.type == "Person":
            self.speaker = self.source
        for mention in self.mentions.get(sentence, ()):
            if mention.type in SPEAKERS and speaks(text, mention):
                self.spoken.append(mention)
        if self.spoken and self.spoken[-1].type == "Person" and SAID.fullmatch(text, self.spoken[-1].end):
            before = self.reading.article.sentences[sentence - 1].text if sentence else ""
            self.trailing = QUOTED.search(before + text[:self.spoken[-1].start]) is not None

    def leave(self) -> None:
        """Keep who speaks in the sentence for those after it, but for the one named behind what he has said (“…。”某某说。)."""
        if self.trailing:
            self.speaker, self.person = self.source, self.spoken[-1].ref
        elif self.spoken:
            self._hear(self.spoken)

    def stated_by(self, sentence: int, quantity: Quantity) -> Ref | None:
        """The last speaker before the figure in its paragraph, or the one named right after it (”某某说)."""
        begin, end, who = self.quotes.get(sentence, (0, 0, None))
        if begin <= quantity.start < end:
            return who
        if before := [m for m in self.spoken if m.end <= quantity.start] if self.spoken else []:
            self._hear(before)
        elif self.reading.article.sentences[sentence].text.startswith(NOBODY):
            return None
        elif self.spoken and self.speaker is None:
            return next((m for m in self.spoken if m.type == "Person"), self.spoken[0]).ref
        return self.speaker

    def _hear(self, spoken: list[Mention]) -> None:
        """Remember who speaks: a named report before the body that issued it, a person before the body of which they are."""
        best = [m for m in spoken if m.type in ("Publication", "Person")] or spoken
        self.speaker = best[-1].ref
        if best[-1].type != "Person" and not releases(self.reading.article.sentences[best[-1].sentence].text, best[-1]):
            self.source = self.speaker


def speaks(text: str, mention: Mention) -> bool:
    """Whether the mention is told as the one who says what follows."""
    if text.endswith(FROM, 0, mention.start) and TOLD.match(text, mention.end):
        return True
    if mention.type == "Publication" and text.endswith(ISSUES, 0, mention.start):
        return True
    if mention.type != "Person" and ON_STAGE.match(text, mention.end):
        return False
    if SAYS.match(text, mention.end) or (mention.type == "Person" and TELLS_THERE.match(text, mention.end)):
        return True
    if releases(text, mention):
        return True
    return mention.type == "Agency" and "新闻办" not in mention.text and MEETS.match(text, mention.end) is not None


def releases(text: str, mention: Mention) -> bool:
    """Whether the mention is a body told to make known what follows in the paragraph: 甲局最新发布，…; 甲局18日消息，…."""
    return mention.type in ("Agency", "Organization") and RELEASES.match(text, mention.end) is not None
