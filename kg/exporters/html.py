"""Writes ``graph.html``, the interactive view in one self-contained file: pyvis writes it, vis-network draws it.

Nothing from a document becomes markup: the records travel as JSON and enter the page by ``textContent``; a content security
policy with hashes lets no script run but the two of ours, and nothing be fetched.
"""
from __future__ import annotations

import base64
import hashlib
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import InvalidResource
from kg.exporters.page.records import page_records
from kg.model import KnowledgeBase, Ref
from kg.resources import data_file

CLASSES = ("Agency", "Programme", "Regulation", "Publication", "Organization", "Person", "Place")
"""Order of the legend; a class of the ontology that is not named here comes after these."""
SCRIPTS = ("data", "state", "search", "map", "labels", "panel", "tables", "timeline", "export", "main")
"""Parts of the page's script, in the order in which they are put together."""
DRAWING = "templates/lib/vis-9.1.2/vis-network.min.js"
"""vis-network inside the installed pyvis."""


def write_html(
    kb: KnowledgeBase, path: Path, *, lang: str = "zh", title: str | None = None, kept: Mapping[Ref, tuple[int, int]] | None = None
) -> None:
    """Write the page of a knowledge base; ``kept`` are coordinates of an earlier build that stay as they are."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(render_page(page_records(kb, kept), lang=lang, title=title))
    os.replace(part, path)


def render_page(records: Mapping[str, Iterable[Any]], *, lang: str = "zh", title: str | None = None) -> Iterator[str]:
    """The page, piece by piece, made from plain records."""
    from kg.exporters.page.drawing import Drawing

    words = interface_words(lang)
    drawing = Drawing(heading=title or words["title"])
    for number, node in enumerate(records["nodes"]):
        drawing.add_node(number, **{"label" if key == "name" else key: value for key, value in node.items()})
    for source, predicate, target, *rest in records["edges"]:
        drawing.add_edge(source, target, label=predicate, rest=rest)
    settings = {"lang": lang, "words": words, "labels": _labels(lang), "classes": CLASSES}
    others = {name: rows for name, rows in records.items() if name not in ("nodes", "edges")}
    return drawing.render(_template_parts(lang, words), {**settings, **others})


def interface_words(lang: str) -> dict[str, str]:
    """The words of the interface in one language, from ``page/words.toml``."""
    file = data_file("templates/page/words.toml")
    languages = tomllib.loads(file.read_text("utf-8"))
    if lang not in languages:
        raise InvalidResource(f"{file}: no language {lang!r}; there are {', '.join(sorted(languages))}")
    return dict(languages[lang])


def _labels(lang: str) -> dict[str, str]:
    """Labels of the classes and relations, from the ontology."""
    from kg.ontology import load_ontology

    ontology = load_ontology()
    names = (*ontology.entity_classes, *ontology.relations, *ontology.dates)
    return {name: ontology.labels[name].get(lang, name) for name in names}


def _template_parts(lang: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Style, scripts and the policy that lets these alone in."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise InvalidResource("pyvis: not installed; install policy-kg again")
    drawing = (Path(spec.origin).parent / DRAWING).read_text("utf-8")
    style = data_file("templates/page/page.css").read_text("utf-8")
    script = "\n".join(data_file(f"templates/page/{name}.js").read_text("utf-8") for name in SCRIPTS)
    script = f'"use strict";\n(() => {{\n{script}\n}})();\n'
    policy = (
        f"default-src 'none'; script-src {_hash(drawing)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return {"lang": lang, "words": words, "style": style, "drawing": drawing, "script": script, "policy": policy}


def _hash(text: str) -> str:
    """Source expression of an inline script or style for a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
