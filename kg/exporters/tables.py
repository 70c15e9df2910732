"""Writes ``articles.jsonl``, ``manifest.json`` and ``texts/``: what was read, by which rules, and how much was found."""
from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

from kg.identifiers import Minter
from kg.model import KnowledgeBase

Row = dict[str, Any]
PLAIN_FORMATS = ("text", "markdown", "corrections")


def write_articles(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write one article a line; ``id`` is its IRI in ``graph.ttl``, ``document`` the path of its file under the input root."""
    minter = Minter(base_iri)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for article in kb.articles:
            row = {
                "id": minter.article(article),
                "document": article.document,
                "headline": article.headline,
                "date": article.date.isoformat() if article.date else None,
                "source": article.source,
                "text": article.text,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_texts(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the text that was read from each PDF, Word or HTML file, in which its offsets count; none for plain text."""
    for document in kb.documents:
        if document.format not in PLAIN_FORMATS:
            file = path / f"{document.identifier}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document.text, encoding="utf-8", newline="")


def write_manifest(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the account of the build; no times and no paths of the machine, so that equal builds have equal manifests."""
    path.write_text(json.dumps(manifest(kb, base_iri), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def manifest(kb: KnowledgeBase, base_iri: str) -> Row:
    """The account of a build as plain data."""
    from importlib.metadata import version

    from kg.ontology import load_ontology
    from kg.resources import rules_version

    articles = Counter(article.document for article in kb.articles)
    corrections: dict[str, dict[str, int]] = {}
    for document, kind, count in kb.corrections:
        corrections.setdefault(document, {})[kind] = count
    return {
        "versions": {"package": version("policy-kg"), "ontology": load_ontology().version, "rules": rules_version()},
        "baseIri": base_iri,
        "inputs": [
            {"identifier": document.identifier, "sha256": document.sha256, "format": document.format,
             "characters": document.characters, "articles": articles[document.identifier]}
            for document in kb.documents
        ],
        "counts": counts(kb),
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in kb.skipped],
        "corrections": corrections,
        "notes": list(kb.notes),
        "refused": [{"what": what, "count": count} for what, count in kb.refused],
    }


def counts(kb: KnowledgeBase) -> Row:
    """How much a knowledge base holds, by kind."""
    evidence = [record.evidence for records in (kb.entities, kb.statements, kb.figures, kb.targets) for record in records]
    return {
        "documents": len(kb.documents),
        "articles": len(kb.articles),
        "sentences": sum(len(article.sentences) for article in kb.articles),
        "evidence": len(set(chain.from_iterable(evidence))),
        "entities": dict(sorted(Counter(entity.type for entity in kb.entities).items())),
        "relations": dict(sorted(Counter(statement.predicate for statement in kb.statements).items())),
        "figures": len(kb.figures),
        "targets": len(kb.targets),
    }
