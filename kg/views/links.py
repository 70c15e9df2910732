"""What the lives of targets and regulations add to the graph whatever the day: rows of record, property, record. KnowledgeBase -> rows."""
from __future__ import annotations

from collections.abc import Iterator

from kg.model import Evidence, Figure, KnowledgeBase, Ref, Target
from kg.views.regulations import Lives
from kg.views.targets import target_histories

Node = Target | Figure | Ref | Evidence


def life_links(kb: KnowledgeBase) -> Iterator[tuple[Node, str, Node]]:
    """Which target ``retells`` or ``changes`` which, is ``metBy`` a figure and ``metIn`` a sentence; the ``leadIssuer`` of a regulation that
    several issue, which one ``amends`` which, and which is the ``draftOf`` which."""
    for history in target_histories(kb):
        for before, step in zip(history, history[1:], strict=False):
            if step.event == "met":
                yield from ((step.target, "metIn", item) for item in step.evidence)
                if step.figure:
                    yield step.target, "metBy", step.figure
            elif step.target != before.target:
                yield step.target, "retells", before.target
                if step.event == "changed":
                    yield step.target, "changes", before.target
    lives = Lives(kb)
    for ref in sorted(lives.named):
        issuers = lives.issuers(ref, "issues")
        if len(issuers) > 1:
            yield ref, "leadIssuer", issuers[0]
        yield from ((event.other, "amends", ref) for event in lives.life(ref) if event.other and event.state == "amended")
    yield from ((draft, "draftOf", final) for draft, final in lives.finals.items())
