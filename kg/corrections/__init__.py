"""Makes an analyst's corrections in a knowledge base: merge, split, rename, retype, reject, add. KnowledgeBase -> KnowledgeBase.

Stands between assembling and writing. What has been corrected names the note by which (`curated`); what is added has it as evidence.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from kg.assemble import find_problem
from kg.corrections.draft import Draft, Unfit
from kg.corrections.rows import FORMS, Correction, Corrections, InvalidCorrections
from kg.errors import near
from kg.model import Entity, KnowledgeBase, Ref, Statement
from kg.ontology import load_ontology


def correct(kb: KnowledgeBase, corrections: Sequence[Corrections]) -> KnowledgeBase:
    """The knowledge base as the corrections leave it, made in the order of `FORMS`; what no longer fits domain and range is refused and counted.

    Raises:
        InvalidCorrections: a line for each correction that cannot be made.
    """
    if not corrections or not kb.documents:
        return kb
    draft, order, problems = Draft(kb, corrections), list(FORMS), []
    for row in sorted((row for one in corrections for row in one.rows), key=lambda row: order.index(row.form)):
        try:
            STEPS[row.form](draft, row)
        except Unfit as error:
            problems.append(f"{row.where}: {error}")
    if problems:
        problems += (f"{skipped.path}: skipped, and its names with it: {skipped.reason}" for skipped in kb.skipped)
        raise InvalidCorrections("\n".join(problems))
    return draft.finished()


def _named(draft: Draft, row: Correction) -> Ref:
    return draft.one(row.values["name"], row.values.get("type"))


def _retype(draft: Draft, row: Correction) -> None:
    old, type = _named(draft, row), row.values["to"]
    if old.type == type:
        raise Unfit(f"{old.name} is a {type} already")
    draft.move(old, lambda item: Ref(type, old.name), row.note)


def _rename(draft: Draft, row: Correction) -> None:
    old = _named(draft, row)
    new = draft.new(old.type, row.values["to"])
    draft.move(old, lambda item: new, row.note, printed=True)


def _split(draft: Draft, row: Correction) -> None:
    """Let an entity of its own have what the documents and articles (by headline) of ``in`` say."""
    old, own = _named(draft, row), set(row.values["in"])
    new = draft.new(old.type, row.values["into"])
    places = {item.article: {article.document, article.headline or ""}
              for item in draft.entities[old].evidence for article in [draft.articles[item.article]]}
    known = set().union(*places.values())
    if unknown := sorted(own - known):
        raise Unfit("; ".join(f"{old.name} stands in no document or article {name}{near(name, known)}" for name in unknown))
    if all(own & names for names in places.values()):
        raise Unfit(f"{old.name} stands nowhere else; use [[rename]]")
    draft.move(old, lambda item: new if own & places.get(item.article, set()) else old, row.note, printed=True)


def _merge(draft: Draft, row: Correction) -> None:
    old = _named(draft, row)
    into = draft.one(row.values["into"], old.type)
    if into == old:
        raise Unfit(f"{row.values['name']} and {row.values['into']} are one already")
    draft.move(old, lambda item: into, row.note)


def _reject_entity(draft: Draft, row: Correction) -> None:
    draft.move(_named(draft, row), lambda item: None, row.note)


def _reject_statement(draft: Draft, row: Correction) -> None:
    subject, relation, thing = (str(row.values[key]) for key in ("subject", "relation", "object"))
    subjects = draft.called(subject)
    objects = [thing] if relation in load_ontology().dates else draft.called(thing)
    of = [one for one in draft.statements if one.subject in subjects and one.predicate == relation]
    found = [one for one in of if one.object in objects and row.values.get("title", one.title) == one.title]
    if not found:
        told = sorted({one.object if isinstance(one.object, str) else one.object.name for one in of})
        raise Unfit(f"nothing says that {subject} {relation} {thing}; it {relation} {', '.join(told[:5]) or 'nothing'}")
    draft.statements = [one for one in draft.statements if one not in found]


def _reject_figure(draft: Draft, row: Correction) -> None:
    words, indicator = row.values["figure"], row.values["indicator"]
    found = [one for one in draft.figures if (one.text, one.indicator) == (words, indicator)]
    if not found:
        known = {f"{one.text} of {one.indicator}" for one in draft.figures if one.text == words or one.indicator == indicator}
        raise Unfit(f"no figure {words} of {indicator}; near: {', '.join(sorted(known)[:5]) or 'nothing'}")
    draft.figures = [one for one in draft.figures if one not in found]
    draft.targets = [replace(one, figure=None) if one.figure in found else one for one in draft.targets]


def _reject_target(draft: Draft, row: Correction) -> None:
    words = row.values["target"]
    kept = [one for one in draft.targets if one.statement != words]
    if len(kept) == len(draft.targets):
        raise Unfit(f"no target {words}{near(words, (one.statement for one in kept))}")
    draft.targets = kept


def _add_entity(draft: Draft, row: Correction) -> None:
    """Add an entity of a class, or other names to one that is there."""
    name, type, aliases = row.values["name"], row.values.get("type"), tuple(row.values.get("aliases", ()))
    if type and Ref(type, name) not in draft.entities:
        draft.put(Entity(type, name, aliases, None, (row.note,), (row.note,)))
        return
    if not aliases:
        raise Unfit(f"{name} is there already; give aliases to add other names")
    draft.put(Entity(*draft.one(name, type), aliases, None, (row.note,), (row.note,)))


def _add_statement(draft: Draft, row: Correction) -> None:
    relation, thing, title = row.values["relation"], str(row.values["object"]), row.values.get("title", "")
    if title and relation != "holdsPostAt":
        raise Unfit("only holdsPostAt has a title")
    objects: Sequence[Ref | str] = [thing] if relation in load_ontology().dates else draft.called(thing)
    claims = [Statement(subject, relation, other, title, 1.0, (row.note,), (row.note,))
              for subject, other in product(draft.called(row.values["subject"]), objects)]
    problems = [find_problem(claim, draft.entities.keys()) for claim in claims]
    fit = [claim for claim, problem in zip(claims, problems, strict=True) if not problem]
    if len(fit) != 1:
        raise Unfit(f"{relation} fits between several of these names; give full names" if fit else str(problems[0]))
    draft.statements += fit


STEPS: Mapping[tuple[str, str], Callable[[Draft, Correction], None]] = {
    ("retype", "name"): _retype,
    ("rename", "name"): _rename,
    ("split", "name"): _split,
    ("merge", "name"): _merge,
    ("reject", "name"): _reject_entity,
    ("reject", "subject"): _reject_statement,
    ("reject", "figure"): _reject_figure,
    ("reject", "target"): _reject_target,
    ("add", "name"): _add_entity,
    ("add", "subject"): _add_statement,
}
