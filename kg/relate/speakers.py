"""Finds who states a figure: a speaker holds until another speaks, a person within the paragraph. Mentions of a reading -> figures."""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Mention, Quantity, Reading, Ref

SPEAKERS = ("Person", "Agency", "Organization", "Publication")
SAYS = re.compile(r"[^，。；“”]{0,16}(?:介绍|表示|透露|指出|显示|公布|统计|说|称|提出|认为|宣布|通报)")
FROM = re.compile(r"(?:据|根据|从)$")
TOLD = re.compile(r"[^，。；“”]{0,14}(?:获悉|了解到|统计|监测|数据|显示|消息|测算)")
NOBODY = re.compile(r"据统计|据了解|据悉")
ISSUES = re.compile(r"(?:发布|公布)了?《?$")
MEETS = re.compile(r"[^，。；“”]{0,20}(?:举行|召开|举办)[^，。；]{0,30}(?:发布会|通气会|吹风会)")


@dataclass(slots=True)
class Speakers:
    """Who speaks in an article, sentence by sentence."""

    reading: Reading
    by_sentence: dict[int, list[Mention]] = field(default_factory=dict)
    paragraph: int = -1
    speaker: Ref | None = None
    source: Ref | None = None

    def __post_init__(self) -> None:
        for mention in self.reading.mentions:
            if mention.type in SPEAKERS:
                self.by_sentence.setdefault(mention.sentence, []).append(mention)

    def enter(self, sentence: int) -> None:
        """Take up the paragraph of a sentence: a new one forgets the person who spoke in the last."""
        paragraph = self.reading.article.sentences[sentence].paragraph
        if paragraph != self.paragraph:
            self.paragraph, self.speaker = paragraph, self.source

    def leave(self, sentence: int) -> None:
        """Keep who speaks in the sentence for those after it."""
        if spoken := self._speakers(sentence):
            self._hear(spoken)

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
        return [m for m in self.by_sentence.get(sentence, ()) if speaks(text, m)]

    def _hear(self, spoken: list[Mention]) -> None:
        """Remember who speaks: a named report before the body that issued it, a person before the body of which they are."""
        best = [m for m in spoken if m.type in ("Publication", "Person")] or spoken
        self.speaker = best[-1].ref
        if best[-1].type != "Person":
            self.source = self.speaker


def speaks(text: str, mention: Mention) -> bool:
    """Whether the mention is told as the one who says what follows."""
    if FROM.search(text[:mention.start]) and TOLD.match(text, mention.end):
        return True
    if mention.type == "Publication" and ISSUES.search(text[:mention.start]):
        return True
    if SAYS.match(text, mention.end):
        return True
    return mention.type == "Agency" and "新闻办" not in mention.text and MEETS.match(text, mention.end) is not None
