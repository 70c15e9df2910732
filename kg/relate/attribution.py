"""Finds what a figure is a fact about and who states it: mentions of a reading -> topics, speakers -> figures."""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Mention, Quantity, Reading, Ref

NAMED = ("Programme", "Regulation")
SPEAKERS = ("Person", "Agency", "Organization", "Regulation", "Publication")
SAYS = re.compile(r"(?:[^，。；“”]{0,16})(?:介绍|表示|透露|指出|显示|公布|统计|说|称|提出|认为|宣布|通报)")
BEFORE = re.compile(r"(?:据|根据|从)$")
AFTER = re.compile(r"[^，。；“”]{0,14}(?:获悉|了解到|统计|监测|数据|显示|消息|测算)")
MARKS = re.compile(r"[“”‘’\"《》（）() ]")


@dataclass(slots=True)
class Topics:
    """What the figures of an article are about, with the topic of its paragraph kept for sentences that name none."""

    reading: Reading
    by_sentence: dict[int, list[Mention]] = field(default_factory=dict)
    paragraph: int = -1
    topic: Ref | None = None
    place: Ref | None = None
    speaker: Ref | None = None
    headline: Ref | None = None

    def __post_init__(self) -> None:
        for mention in self.reading.mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        heads = [i for i, s in enumerate(self.reading.article.sentences) if s.role == "headline"]
        named = [m for i in heads for m in self.by_sentence.get(i, ()) if m.type in NAMED]
        self.headline = max(named, key=lambda m: len(m.text)).ref if named else None

    def about(self, sentence: int, quantity: Quantity, indicator: str) -> Ref | None:
        """The entity that the figure is a fact about: named in the indicator, else nearest in the sentence, else the paragraph's."""
        mentions = self.by_sentence.get(sentence, [])
        bare = MARKS.sub("", indicator)
        inside = [m for m in mentions if m.type in NAMED and MARKS.sub("", m.text) in bare and m.text]
        if inside:
            return max(inside, key=lambda m: (len(m.text), -abs(m.start - quantity.start))).ref
        known = [(len(n), ref) for ref, e in self.reading.entities.items() if ref.type in NAMED
                 for n in (e.name, *e.aliases) if len(n) >= 4 and MARKS.sub("", n) in bare]
        if known:
            return max(known)[1]
        left = [m for m in mentions if m.type in NAMED and m.end <= quantity.start]
        if left:
            return left[-1].ref
        right = [m for m in mentions if m.type in NAMED and m.start >= quantity.end]
        if right:
            return right[0].ref
        places = [m for m in mentions if m.type == "Place" and m.end <= quantity.start]
        if places:
            return places[-1].ref
        return self.topic or self.place or self.headline

    def enter(self, sentence: int) -> None:
        """Take up the paragraph of a sentence: a new paragraph forgets the topic and the speaker of the last."""
        paragraph = self.reading.article.sentences[sentence].paragraph
        if paragraph != self.paragraph:
            self.paragraph, self.topic, self.speaker = paragraph, None, None

    def leave(self, sentence: int) -> None:
        """Keep what the sentence names for those after it."""
        for mention in self.by_sentence.get(sentence, ()):
            if mention.type in NAMED:
                self.topic = mention.ref
            elif mention.type == "Place":
                self.place = mention.ref

    def stated_by(self, sentence: int, quantity: Quantity) -> Ref | None:
        """The last speaker before the figure in its paragraph, or the one named right after it (”某某说)."""
        text = self.reading.article.sentences[sentence].text
        spoken = [m for m in self.by_sentence.get(sentence, ()) if m.type in SPEAKERS and _speaks(text, m)]
        before = [m for m in spoken if m.end <= quantity.start]
        if before:
            best = [m for m in before if m.type in ("Publication", "Person")] or before
            self.speaker = best[-1].ref
        elif spoken and self.speaker is None:
            return spoken[0].ref
        return self.speaker


def _speaks(text: str, mention: Mention) -> bool:
    """Whether the mention is told as the one who says what follows."""
    if BEFORE.search(text[:mention.start]) and AFTER.match(text, mention.end):
        return True
    return SAYS.match(text, mention.end) is not None
