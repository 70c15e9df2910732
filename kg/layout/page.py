"""What is known of a page as a whole: how it is set, which pairs of letters stand where. Between `lines` and `units`."""
from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import add

from kg.layout.lines import Line
from kg.layout.roles import NUMBERED, SIGNER, role_of

NARROW = 45.0
LONG_PAGE = 60  # lines; on a longer one the few lines of a head and a signature do not count


def bigrams(text: str) -> list[str]:
    """Pairs of neighbouring letters, without those that hold a mark."""
    return list(filter(str.isalnum, map(add, text, text[1:])))


class Page:
    """The lines of a document, its kind, the local wrap widths and the weights of its bigrams, which are told apart when first asked for.

    ``kind``: ``paragraphs`` (a paragraph a line), ``blocks`` (wrapped lines, blank lines between blocks) or ``spaced`` (wrapped, a blank
    line after each line, or no blank line at all, ``glued`` where there is one).
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kind, self.glued = "paragraphs", False
        total = sum(line.width for line in lines) or 1.0
        narrow = sum(line.width for line in lines if line.width <= NARROW)
        if narrow > 0.6 * total and len(lines) > 5 and self._running() / len(lines) > 0.4 and sum(0 < line.level < 7 for line in lines) < 3:
            blank = sum(line.gap > 0 for line in lines[1:]) / (len(lines) - 1)
            self.kind = "spaced" if blank > 0.75 or blank <= 0.02 else "blocks"
            self.glued = blank > 0.75

    def _running(self) -> int:
        """How many lines break off without a stop, and not before a line that tells by its words that it stands for itself (a number, who signs)."""
        broken = self.finals.count(False)
        if broken / len(self.lines) <= 0.4 or len(self.lines) > LONG_PAGE:
            return broken
        alone = [bool(role) or NUMBERED.match(line.text) is not None or SIGNER.match(line.text) is not None for role, line in zip(self.roles, self.lines, strict=True)] + [True]
        return sum(not (final or alone[index + 1] or self.roles[index]) for index, final in enumerate(self.finals))

    @cached_property
    def finals(self) -> list[bool]:
        """For each line whether it ends a sentence."""
        return [line.final for line in self.lines]

    @cached_property
    def roles(self) -> list[str]:
        """For each line its role in a table, else by its words."""
        return [line.role or role_of(line.text) for line in self.lines]

    @cached_property
    def wraps(self) -> list[float]:
        """For each line the upper quartile of the widths around it: text flows round pictures."""
        widths = [line.width for line in self.lines]
        near, found = sorted(widths[:6]), []
        for index in range(len(widths)):
            if index > 6:
                del near[bisect_left(near, widths[index - 7])]
            if index + 6 < len(widths):
                insort(near, widths[index + 6])
            found.append(near[(3 * len(near)) // 4])
        return found

    @cached_property
    def begins(self) -> list[int]:
        """Where each line begins in `text`, and where the last one ends."""
        return list(accumulate((len(line.text) for line in self.lines), initial=0))

    @cached_property
    def text(self) -> str:
        """The letters of all lines, put together."""
        return "".join([line.text for line in self.lines])

    @cached_property
    def pairs(self) -> list[str]:
        """The pairs of neighbouring letters, those with a mark and those over a line's end too."""
        letters = list(self.text)
        return list(map(add, letters, letters[1:]))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each pair stands within a line."""
        counts = Counter(self.pairs)
        counts.subtract([self.pairs[begin - 1] for begin in self.begins[1:-1]])
        return counts

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much a bigram tells that stands on the page more than once: less the more often."""
        repeated = {pair: count for pair, count in self.counts.items() if count > 1 and pair.isalnum()}
        weights = {count: 1.0 / (1.0 + math.log(count)) for count in set(repeated.values())}
        return dict(zip(repeated, map(weights.__getitem__, repeated.values()), strict=True))

    def weigh(self, text: str) -> list[tuple[str, float]]:
        """The bigrams of a text, with how much each tells."""
        weights = self.weights
        return [(pair, weights.get(pair, 1.0)) for pair in bigrams(text)]

    def overlap(self, head: str, *texts: str) -> list[float]:
        """Weighted shares of a headline's bigrams that stand in each of some texts."""
        own = self.weigh(head)
        total = sum([weight for _, weight in own]) or 1.0
        return [sum([weight for pair, weight in own if pair in text]) / total for text in texts]

    def short(self, index: int, *, by: float = 1.6) -> bool:
        """Whether a line ends clearly before the edge of its column, by its width and by its count of letters."""
        line, wrap = self.lines[index], self.wraps[index]
        return line.width < wrap - by and wrap - len(line.text) >= by - 0.1
