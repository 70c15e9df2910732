"""What a target belongs to, who sets it, and the figure that it aims at. Reading, figures -> kg.relate.targets."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Figure, Reading, Ref
from kg.relate.aims import DURATIONS
from kg.relate.scene import is_document
from kg.relate.scope import NAMED, theme
from kg.relate.skeleton import mentions_by_type, mentions_of

GONE_OUT_FROM = re.compile(r"(?:从|由|比|较)[^，。；、到至]{0,12}$")


def figure_of(statement: str, figures: Sequence[Figure]) -> Figure | None:
    """The figure that a target aims at: the first in it that is no mere duration, and not the one that is gone out from (从2%到3%)."""
    places = sorted((statement.find(f.text), -len(f.text), place) for place, f in enumerate(figures) if f.text in statement)
    aimed = [figures[place] for at, _, place in places if not figures[place].unit.endswith(DURATIONS) and not GONE_OUT_FROM.search(statement[:at])]
    return aimed[0] if aimed else figures[places[0][2]] if places else None


def subject_of(reading: Reading, index: int, start: int, end: int, figure: Figure | None) -> Ref | None:
    """What a target belongs to. In the news: the regulation that its sentence names before it (《…》提出), else what its figure is about; in
    a plan, and without a figure: the programme or regulation in it, else near before it, else the article's topic."""
    mentions = mentions_of(reading)
    if figure and figure.about and figure.about.type in (*NAMED, "Place") and not is_document(reading):
        said = [m for m in mentions.get(index, ()) if m.type == "Regulation" and m.end <= start]
        return said[-1].ref if said else figure.about
    around = [m for sentence in range(index - 3, index + 1) for m in mentions.get(sentence, ()) if m.type in NAMED]
    inside = [m for m in around if m.sentence == index and start <= m.start < end]
    if inside:
        return inside[0].ref
    near = [m for m in around if index - (3 if m.type == "Regulation" else 1) <= m.sentence <= index and (m.sentence, m.start) < (index, start)]
    told = [m for m in near if m.sentence == index and m.type == "Regulation"]
    if near:
        return (told or near)[-1].ref
    named = [m for kind in NAMED for m in mentions_by_type(reading).get(kind, ())]
    counts = Counter(m.ref for m in named)
    headlined = {m.ref for m in named if reading.article.sentences[m.sentence].role in ("headline", "subtitle")}
    top = min(headlined, key=lambda ref: (-counts[ref], ref), default=theme(reading))
    issued = [ref for ref in counts if top and ref.type == top.type == "Regulation" and ref != top and f"关于印发{ref.name}的" in top.name]
    return issued[0] if issued else top


def owner_of(reading: Reading, index: int, start: int, of: Ref | None) -> Ref | None:
    """The agency or organization that sets a target: the nearest before it in the sentence, else the one of the last speaker."""
    kinds = ("Agency",) if of is not None and of.type == "Regulation" else ("Agency", "Organization")
    mentions = mentions_of(reading)
    bodies = [m for m in mentions.get(index, ()) if m.type in kinds and m.start <= start]
    if bodies:
        return bodies[-1].ref
    if of is not None and of.type == "Regulation":
        return None
    sentences = reading.article.sentences
    spoken = [m for sentence in range(max(0, index - 3), index) if sentences[sentence].paragraph == sentences[index].paragraph
              for m in mentions.get(sentence, ()) if m.type == "Agency"]
    return spoken[-1].ref if spoken else None
