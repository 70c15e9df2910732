"""What is known of a page as a whole: how it is set, which pairs of letters stand where. Between `lines` and `units`."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add

from kg.layout.lines import Line, width_of

NARROW = 45.0


def bigrams(text: str) -> list[str]:
    """Pairs of neighbouring letters, without those that hold a mark."""
    return list(filter(str.isalnum, map(add, text, text[1:])))


@dataclass(slots=True)
class Page:
    """The lines of a document, its kind, the local wrap widths and the weights of its bigrams.

    ``kind``: ``paragraphs`` (a paragraph a line), ``blocks`` (wrapped lines, blank lines between blocks) or ``spaced`` (wrapped, a blank
    line after each line, or no blank line at all).
    """

    lines: Sequence[Line]
    kind: str = "paragraphs"
    glued: bool = False
    wraps: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    weights: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Page:
        """A page of the given lines, with its kind worked out."""
        page = cls(lines)
        page.counts = Counter(bigrams("\n".join(line.text for line in lines)))
        page.weights = {pair: 1.0 / (1.0 + math.log(count)) for pair, count in page.counts.items() if count > 1}
        total = sum(line.width for line in lines) or 1.0
        narrow = sum(line.width for line in lines if line.width <= NARROW)
        unfinished = sum(not line.final for line in lines) / max(1, len(lines))
        if narrow > 0.6 * total and unfinished > 0.4 and len(lines) > 5 and sum(0 < line.level < 7 for line in lines) < 3:
            blank = sum(line.gap > 0 for line in lines[1:]) / (len(lines) - 1)
            page.kind = "spaced" if blank > 0.75 or blank <= 0.02 else "blocks"
            page.glued = blank > 0.75
        page.wraps = page._local_widths()
        return page

    def _local_widths(self) -> list[float]:
        """For each line the upper quartile of the widths around it: text flows round pictures."""
        widths = [line.width for line in self.lines]
        found = []
        for index in range(len(widths)):
            near = sorted(widths[max(0, index - 6):index + 7])
            found.append(near[(3 * len(near)) // 4] if near else 0.0)
        return found

    def weight(self, pair: str) -> float:
        """How much a bigram tells: less the more often it stands on the page."""
        return self.weights.get(pair, 1.0)

    def overlap(self, head: str, text: str) -> float:
        """Weighted share of a headline's bigrams that stand in a text."""
        own = bigrams(head)
        total = sum(map(self.weight, own))
        return sum(self.weight(pair) for pair in own if pair in text) / total if total else 0.0

    def short(self, index: int, *, by: float = 1.6) -> bool:
        """Whether a line ends clearly before the edge of its column, by display width and by count of letters."""
        line = self.lines[index]
        wrap = self.wraps[index]
        return line.width < wrap - by and min(wrap - width_of(line.text), wrap - len(line.text)) >= by - 0.1
