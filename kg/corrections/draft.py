"""A knowledge base while it is corrected: finds entities by name, and lets one have what is said of another, sentence by sentence."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.assemble import find_problem, merge, merge_entities
from kg.corrections.rows import Corrections
from kg.errors import PolicyKGError, near
from kg.model import Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.ontology import allowed

Other = Callable[[Evidence], Ref | None]
"""Whom a sentence speaks of instead, None for nobody."""


class Unfit(PolicyKGError):
    """One correction that cannot be made."""


class Draft:
    """What is corrected; a record may stand in it twice until it is `finished`."""

    def __init__(self, kb: KnowledgeBase, corrections: Sequence[Corrections]) -> None:
        self.kb, self.corrections = kb, corrections
        self.articles = {article.id: article for article in (*kb.articles, *(one.article for one in corrections))}
        self.entities = {entity.ref: entity for entity in kb.entities}
        self.statements, self.figures, self.targets = list(kb.statements), list(kb.figures), list(kb.targets)
        self.refused = Counter(dict(kb.refused))

    def called(self, name: str, type: str | None = None) -> list[Ref]:
        """The entities of a full name, else those of another name, of one class or of all."""
        known = [entity for entity in self.entities.values() if type in (None, entity.type)]
        found = [entity.ref for entity in known if entity.name == name] or [entity.ref for entity in known if name in entity.aliases]
        if not found:
            raise Unfit(f"no {type or 'entity'} is called {name}{near(name, (form for entity in known for form in (entity.name, *entity.aliases)))}")
        return sorted(found)

    def one(self, name: str, type: str | None = None) -> Ref:
        """The one entity of a name."""
        found = self.called(name, type)
        if len(found) > 1:
            raise Unfit(f"several are called {name}: {', '.join(' '.join(ref) for ref in found)}; give the full name, or its class as type")
        return found[0]

    def new(self, type: str, name: str) -> Ref:
        """The identity of an entity that is not there yet."""
        if Ref(type, name) in self.entities:
            raise Unfit(f"there is a {type} {name} already; use [[merge]]")
        return Ref(type, name)

    def put(self, entity: Entity) -> None:
        """Add an entity, or what it adds to one that is there."""
        known = self.entities.get(entity.ref)
        self.entities[entity.ref] = merge_entities([known, entity]) if known else entity

    def move(self, old: Ref, to: Other, note: Evidence, *, printed: bool = False) -> None:
        """Let others have what is said of an entity; with ``printed``, of its names only those that their sentences print.

        What then is outside of domain and range is refused and counted.
        """
        self._move_entity(self.entities.pop(old), to, note, printed)
        self.statements = [new for one in self.statements for new in (
            [one] if old not in (one.subject, one.object) else
            [moved for item in one.evidence for moved in self._statement(one, old, to(item), item)])]
        self.figures = [new for one in self.figures for new in (
            [one] if old not in (one.about, one.stated_by) else [self._figure(one, old, to(item), item) for item in one.evidence])]
        self.targets = [new for one in self.targets for new in (
            [one] if old not in _ends(one) else [self._target(one, old, to(item), item) for item in one.evidence])]

    def _move_entity(self, entity: Entity, to: Other, note: Evidence, printed: bool) -> None:
        moved: dict[Ref, list[Evidence]] = defaultdict(list)
        for item in entity.evidence:
            if ref := to(item):
                moved[ref].append(item)
        names = (entity.name, *entity.aliases)
        texts = {ref: "\n".join(self.articles[item.article].sentences[item.sentence].text for item in items) for ref, items in moved.items()}
        for ref, items in moved.items():
            others = [text for other, text in texts.items() if other != ref]
            own = [name for name in names if not printed or name in texts[ref] or (ref == entity.ref and not any(name in text for text in others))]
            code = entity.code if ref.type == "Place" else None
            self.put(Entity(*ref, tuple(name for name in own if name != ref.name), code, tuple(items), (*entity.curated, note)))

    def _statement(self, one: Statement, old: Ref, new: Ref | None, item: Evidence) -> Iterator[Statement]:
        if new:
            subject, thing = new if one.subject == old else one.subject, new if one.object == old else one.object
            moved = replace(one, subject=subject, object=thing, evidence=(item,))
            if problem := find_problem(moved, self.entities.keys()):
                self.refused[problem] += 1
            else:
                yield moved

    def _figure(self, one: Figure, old: Ref, new: Ref | None, item: Evidence) -> Figure:
        about = new if one.about == old else one.about
        return replace(one, about=about, stated_by=self._end("statedBy", "Figure", one.stated_by, old, new), evidence=(item,))

    def _target(self, one: Target, old: Ref, new: Ref | None, item: Evidence) -> Target:
        of, by = self._end("targetOf", "Target", one.of, old, new), self._end("committedBy", "Target", one.by, old, new)
        return replace(one, of=of, by=by, figure=one.figure and self._figure(one.figure, old, new, item), evidence=(item,))

    def _end(self, relation: str, kind: str, end: Ref | None, old: Ref, new: Ref | None) -> Ref | None:
        """An end of a figure or target after a move, None where its class does not fit."""
        if end != old or new is None or allowed(relation, kind, new.type):
            return new if end == old else end
        self.refused[f"{relation}: {kind} to {new.type} is outside of its domain and range"] += 1
        return None

    def finished(self) -> KnowledgeBase:
        """The knowledge base, merged and sorted as by `assemble`, with the files of corrections among its documents."""
        documents = (*self.kb.documents, *(one.document for one in self.corrections))
        counts = Counter((one.document.identifier, row.form[0]) for one in self.corrections for row in one.rows)
        return replace(
            self.kb,
            documents=tuple(sorted(documents, key=lambda document: document.identifier)),
            articles=tuple(sorted(self.articles.values(), key=lambda article: (article.document, article.number))),
            entities=tuple(self.entities[ref] for ref in sorted(self.entities)),
            statements=tuple(merge(self.statements)),
            figures=tuple(merge(self.figures)),
            targets=tuple(merge(self.targets)),
            refused=tuple(sorted(self.refused.items())),
            corrections=tuple((*key, count) for key, count in sorted(counts.items())),
        )


def _ends(target: Target) -> tuple[Ref | None, ...]:
    return target.of, target.by, *((target.figure.about, target.figure.stated_by) if target.figure else ())
