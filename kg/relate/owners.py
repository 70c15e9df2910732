"""What a target belongs to, who sets it, and the figure that it aims at. Reading, figures -> kg.relate.targets."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Figure, Mention, Reading, Ref, Statement, Target
from kg.relate.aims import DURATIONS
from kg.relate.choices_bodies import RECEIVES
from kg.relate.document_items import ACTIONS, HEADED, PROGRAMME
from kg.relate.documents import titles_of
from kg.relate.scene import ANOTHER, is_document
from kg.relate.scope import NAMED, REPLY, SHORTEST, beside, theme, treated
from kg.relate.skeleton import mentions_by_type, mentions_of, once, skeletons
from kg.relate.surfaces import surfaces, unmarked

OWNERS = (*NAMED, "Place")
CLOSING = 2  # letters behind a programme that ends a target: 创建100个城市绿色货运配送示范|项目
LEAD = 12  # letters between a regulation's name and what tells that it sets something
SETS = re.compile("提出|明确|要求|规定|部署")
DONE = ("试点", "试验", "行动", "改造", "改革")  # what is carried out, and not what is only to come of it
LEVELS = tuple(map(re.compile, ("[一二三四五六七八九十]+、", "[（(][一二三四五六七八九十]+[)）]", "[0-9]+[.．、]")))
GONE_OUT_FROM = re.compile(r"(?:从|由|比|较)[^，。；、到至]{0,12}$")


def figure_of(statement: str, figures: Sequence[Figure]) -> Figure | None:
    """The figure that a target aims at: the first in it that is no mere duration, and not the one that is gone out from (从2%到3%)."""
    places = sorted((statement.find(f.text), -len(f.text), place) for place, f in enumerate(figures) if f.text in statement)
    aimed = [figures[place] for at, _, place in places if not figures[place].unit.endswith(DURATIONS) and not GONE_OUT_FROM.search(statement[:at])]
    return aimed[0] if aimed else figures[places[0][2]] if places else None


def subject_of(reading: Reading, index: int, start: int, end: int, figure: Figure | None = None) -> Ref | None:
    """The programme, regulation or place that a target belongs to.

    In a regulation's own text the action that its section is named after, else the regulation. In news the regulation that sets it
    (《甲规划》提出，…), a programme in it, what its figure is about, else what is named near before it, else the article's topic.
    """
    mentions, text = mentions_of(reading), reading.article.sentences[index].text
    around = [m for sentence in range(index - 3, index + 1) for m in mentions.get(sentence, ())
              if m.type in NAMED and not beside(reading.article.sentences[sentence].text, m)]
    inside = [m for m in around if m.sentence == index and start <= m.start < end]
    if is_document(reading):
        closing = inside[-1].ref if inside and inside[-1].end >= end - CLOSING else None
        return closing or _sections(reading).get(index) or _treated(reading) or _itself(reading, index) or _near(reading, index, start, around)
    told = [m for m in around if m.type == "Regulation" and (m.sentence, m.end) <= (index, start)]
    here = [m.ref for m in told if m.sentence == index and SETS.search(text, m.end, start + LEAD)]
    about = figure.about if figure and figure.about and figure.about.type in OWNERS else None
    about = None if about and about.type == "Place" and text.startswith("届时", start) else about  # G年底通车，届时甲地至乙地1小时可达
    if here or inside:
        return here[-1] if here else inside[0].ref
    before = next((m.ref for m in reversed(told) if m.sentence < index and _goes_on(reading, m, index)), None)
    return (before if about is None or about.type != "Programme" else None) or about or _near(reading, index, start, around)


def _goes_on(reading: Reading, title: Mention, index: int) -> bool:
    """Whether a regulation set something in a sentence before in the paragraph, and nobody has spoken since."""
    sentences, mentions = reading.article.sentences, mentions_of(reading)
    spoken = any(m.type == "Person" for sentence in range(title.sentence + 1, index + 1) for m in mentions.get(sentence, ()))
    same = sentences[title.sentence].paragraph == sentences[index].paragraph
    return same and not spoken and SETS.search(sentences[title.sentence].text, title.end, title.end + LEAD) is not None


@once
def _sections(reading: Reading) -> dict[int, Ref]:
    """For each sentence the action that its section is named after (（二）节能降碳行动。…), the innermost of several."""
    found: dict[int, Ref] = {}
    headed: list[Ref | None] = [None for _ in LEVELS]
    for row in skeletons(reading):
        level = next((place for place, number in enumerate(LEVELS) if number.match(row.text)), None)
        if level is not None:
            named = row.mention(row.text.index(PROGRAMME)).ref if PROGRAMME in row.text and HEADED.fullmatch(row.text) else None
            headed[level:] = [named if named and named.name.endswith(ACTIONS) else None, *(None for _ in LEVELS[level + 1:])]
        if inner := next((ref for ref in reversed(headed) if ref), None):
            found[row.index] = inner
    return found


def _titles(reading: Reading) -> list[Ref]:
    return titles_of(reading, next((row for row in skeletons(reading) if row.role == "headline"), None))


@once
def _treated(reading: Reading) -> Ref | None:
    """What the title of a document says that it carries out (关于开展甲试点的意见)."""
    carried = [(ref, surfaces(entity, SHORTEST)) for ref, entity in reading.entities.items() if ref.name.endswith(DONE)]
    return treated(unmarked(titles[-1].name), carried) if (titles := _titles(reading)) else None


def _itself(reading: Reading, index: int) -> Ref | None:
    """The regulation that a document is: what it sends out or replies to, of several the one named last, else its title."""
    titles = _titles(reading)
    if not titles:
        return None
    named, reply = mentions_by_type(reading).get("Regulation", ()), REPLY.search(titles[0].name)
    inner = [m.ref for m in named if reply.group(1) in (m.name, m.text)] if reply else titles[1:]
    last = [m.ref for m in named if m.ref in inner and m.sentence <= index]
    return last[-1] if last else (inner or titles)[0]


def _near(reading: Reading, index: int, start: int, around: Sequence[Mention]) -> Ref | None:
    """The programme or regulation named near before a target, else the article's topic."""
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
    text = reading.article.sentences[index].text
    bodies = [m for m in mentions.get(index, ()) if m.type in kinds and m.start <= start and not RECEIVES.search(text, 0, m.start)]
    if bodies:
        return bodies[-1].ref
    if of is not None and of.type == "Regulation":
        return None
    sentences = reading.article.sentences
    item = next((at for at in range(index, index - 3, -1) if at > 0 and ANOTHER.search(sentences[at].text)), index - 3)  # where the news began
    spoken = [m for sentence in range(max(0, item), index) if sentences[sentence].paragraph == sentences[index].paragraph
              for m in mentions.get(sentence, ()) if m.type == "Agency"]
    return spoken[-1].ref if spoken else None


def committed(reading: Reading, targets: Sequence[Target], statements: Sequence[Statement]) -> tuple[Target, ...]:
    """The targets, each with who commits to it: who issues the regulation that sets it, who issued the document that it stands in, else who
    runs its programme, of several the one named first."""
    first = {ref: place for place, ref in reversed(list(enumerate(m.ref for m in reading.mentions)))}
    bodies: dict[tuple[str, Ref], list[Ref]] = {}
    for told in statements:
        if told.predicate in ("issues", "administers") and isinstance(told.object, Ref):
            bodies.setdefault((told.predicate, told.object), []).append(told.subject)
    lead = {key: min(some, key=lambda ref: (first.get(ref, len(first)), ref)) for key, some in bodies.items()}

    def body(target: Target) -> Ref | None:
        issuer = lead.get(("issues", target.of)) if target.of else None
        if is_document(reading) and not target.by:
            issuer = issuer or next((lead["issues", title] for title in (_itself(reading, 0), *_titles(reading)) if title and ("issues", title) in lead), None)
        return issuer or target.by or (lead.get(("administers", target.of)) if target.of else None)

    return tuple(replace(target, by=body(target)) for target in targets)
