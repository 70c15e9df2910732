"""Finds who states a figure: a speaker holds until another speaks, a person within the paragraph. Mentions of a reading -> figures.

What an official document sets nobody states.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Mention, Quantity, Reading, Ref
from kg.relate.skeleton import mentions_of

SPEAKERS = ("Person", "Agency", "Organization", "Publication")
SAYS = re.compile(r"[^，。；“”]{0,16}(?:介绍|表示|透露|指出|显示|公布|统计|说|称|提出|认为|宣布|通报|预计|预测|预报)")
FROM = ("据", "从")
TOLD = re.compile(r"[^，。；“”]{0,14}(?:获悉|了解到|统计|监测|数据|显示|消息|测算)")
NOBODY = ("据统计", "据了解", "据悉")
ISSUES = tuple(f"{verb}{done}{mark}" for verb in ("发布", "公布") for done in ("", "了") for mark in ("", "《"))
MEETS = re.compile(r"[^，。；“”]{0,20}(?:举行|召开|举办)[^，。；]{0,30}(?:发布会|通气会|吹风会)")
# “…。”某局局长某某说。: named behind what he has said
QUOTED, SAID = re.compile("”[^“”；]{0,40}\\Z"), re.compile("[^，。]{0,8}(?:说|表示|介绍|道|称|坦言|告诉记者|指出)。?")


@dataclass(slots=True)
class Speakers:
    """Who speaks in an article, sentence by sentence."""

    reading: Reading
    speaker: Ref | None = None
    source: Ref | None = None
    spoken: list[Mention] = field(default_factory=list)
    trailing: bool = False
    mentions: dict[int, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = mentions_of(self.reading)

    def forget(self) -> None:
        """Forget the person who spoke in the last paragraph."""
        self.speaker = self.source

    def enter(self, sentence: int) -> None:
        """Take up who speaks in a sentence."""
        self.spoken, self.trailing = [], False
        text = self.reading.article.sentences[sentence].text
        for mention in self.mentions.get(sentence, ()):
            if mention.type in SPEAKERS and speaks(text, mention):
                self.spoken.append(mention)
        if self.spoken and self.spoken[-1].type == "Person" and SAID.fullmatch(text, self.spoken[-1].end):
            before = self.reading.article.sentences[sentence - 1].text if sentence else ""
            self.trailing = QUOTED.search(before + text[:self.spoken[-1].start]) is not None

    def leave(self) -> None:
        """Keep who speaks in the sentence for those after it, but for the one named behind what he has said (“…。”某某说。)."""
        if self.trailing:
            self.speaker = self.source
        elif self.spoken:
            self._hear(self.spoken)

    def stated_by(self, sentence: int, quantity: Quantity) -> Ref | None:
        """The last speaker before the figure in its paragraph, or the one named right after it (”某某说)."""
        if before := [m for m in self.spoken if m.end <= quantity.start] if self.spoken else []:
            self._hear(before)
        elif self.reading.article.sentences[sentence].text.startswith(NOBODY):
            return None
        elif self.spoken and self.speaker is None:
            return self.spoken[0].ref
        return self.speaker

    def _hear(self, spoken: list[Mention]) -> None:
        """Remember who speaks: a named report before the body that issued it, a person before the body of which they are."""
        best = [m for m in spoken if m.type in ("Publication", "Person")] or spoken
        self.speaker = best[-1].ref
        if best[-1].type != "Person":
            self.source = self.speaker


def speaks(text: str, mention: Mention) -> bool:
    """Whether the mention is told as the one who says what follows."""
    if text.endswith(FROM, 0, mention.start) and TOLD.match(text, mention.end):
        return True
    if mention.type == "Publication" and text.endswith(ISSUES, 0, mention.start):
        return True
    if SAYS.match(text, mention.end):
        return True
    return mention.type == "Agency" and "新闻办" not in mention.text and MEETS.match(text, mention.end) is not None
