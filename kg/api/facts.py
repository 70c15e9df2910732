"""Facts with the sentences that they come from, and the ways that lead from one entity to another."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from kg.api.tables import Citation, Source
from kg.model import Figure, Ref, Statement, Target


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words, the sentences that say it, and the record behind it.

    ``relation`` is the ontology's name of a relation (``issues``), the indicator of a figure, ``Target`` of a target.

    >>> [fact.relation for fact in build.facts_of("人脸识别技术应用安全管理办法")]
    ['issues', 'issues', 'effectiveFrom']
    """

    subject: str
    relation: str
    object: str
    record: Statement | Figure | Target = field(repr=False)
    evidence: tuple[Citation, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        from kg.ontology import label, load_ontology

        name = label(self.relation) if self.relation in load_ontology().labels else self.relation
        title = getattr(self.record, "title", "")
        return f"{self.subject or '—'} · {name}{f'（{title}）' if title else ''} · {self.object}"


class Facts:
    """The facts of one knowledge base, as `Fact`."""

    def __init__(self, source: Source) -> None:
        self.kb = source.kb
        self.source = source

    def fact(self, record: Statement | Figure | Target) -> Fact:
        """A record as a fact in words."""
        if isinstance(record, Statement):
            words = (record.subject.name, record.predicate, record.object if isinstance(record.object, str) else record.object.name)
        elif isinstance(record, Figure):
            words = (record.about.name if record.about else "", record.indicator, record.text)
        else:
            owner = record.of or record.by
            words = (owner.name if owner else "", "Target", record.statement)
        return Fact(*words, record, tuple(map(self.source.told, record.evidence)))

    def of(self, ref: Ref) -> list[Fact]:
        """Every relation that an entity has, every figure about it or stated by it, every target of it or set by it."""
        kb = self.kb
        records: list[Statement | Figure | Target] = [one for one in kb.statements if ref in (one.subject, one.object)]
        records += [one for one in kb.figures if ref in (one.about, one.stated_by)]
        records += [one for one in kb.targets if ref in (one.of, one.by)]
        return [self.fact(record) for record in records]

    def paths(self, first: Ref, last: Ref, *, longest: int, most: int) -> list[tuple[Fact, ...]]:
        """Simple paths over the relations, whichever way these point, the shortest first; a step may rest on several facts."""
        from networkx import Graph, NetworkXNoPath, NodeNotFound, shortest_simple_paths

        steps: dict[frozenset[Ref], list[Statement]] = {}
        network: Graph[Ref] = Graph()
        for one in self.kb.statements:
            if isinstance(one.object, Ref) and one.subject != one.object:
                steps.setdefault(frozenset((one.subject, one.object)), []).append(one)
                network.add_edge(one.subject, one.object)

        def facts(path: list[Ref]) -> Iterator[Fact]:
            for pair in pairwise(path):
                yield from map(self.fact, steps[frozenset(pair)])

        try:
            found = takewhile(lambda path: len(path) <= longest + 1, shortest_simple_paths(network, first, last))
            return [tuple(facts(path)) for path in islice(found, most)]
        except (NetworkXNoPath, NodeNotFound):
            return []
