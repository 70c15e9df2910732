"""What a whole article is told of: its region, its theme, the names of its headline, and the places that 我省, 全市 mean.

Place in the line: below kg.relate.topics. Pure functions over a reading.
"""
from __future__ import annotations

from collections import Counter

from kg.model import Reading, Ref

NAMED = ("Programme", "Regulation")
MEETING = ("发布会", "会议", "座谈会", "推进会", "培训班")


def region(reading: Reading) -> Ref | None:
    """The place of a region's bulletin: one that most of the article's sentences with places name, three at the least."""
    roles = [sentence.role for sentence in reading.article.sentences]
    named = {(m.sentence, m.ref) for m in reading.mentions if m.type == "Place" and roles[m.sentence] == "body"}
    count = Counter(ref for _, ref in named)
    if not count:
        return None
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]))
    return ref if most >= 3 and most >= 0.6 * sum(count.values()) else None


def theme(reading: Reading) -> Ref | None:
    """The programme or regulation that most sentences name, three at the least."""
    named = [m for m in reading.mentions if m.type in NAMED and not m.text.endswith(MEETING)]
    count = Counter(ref for _, ref in {(m.sentence, m.ref) for m in named})
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
    return ref if most >= 3 else None


def headline(reading: Reading, types: tuple[str, ...]) -> Ref | None:
    """The longest name of some types in the headline."""
    sentences = reading.article.sentences
    heads = [m for m in reading.mentions if m.type in types and sentences[m.sentence].role == "headline" and not m.text.endswith(MEETING)]
    return max(heads, key=lambda m: (len(m.text), -m.start)).ref if heads else None


def home(reading: Reading) -> dict[str, Ref]:
    """The places that 我省, 我市, 我县 mean: of each kind the one that most agencies and mentions begin with."""
    names = Counter(m.ref for m in reading.mentions if m.type in ("Place", "Agency"))
    places = [ref for ref in names if ref.type == "Place"]
    count = {place: sum(times for ref, times in names.items() if ref.name.startswith(place.name)) for place in places}
    home: dict[str, Ref] = {}
    for ref, _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        home.setdefault(ref.name[-1:], ref)
    return home
