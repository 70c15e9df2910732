"""The generator of corpora gives the same files for the same seed, and texts that are read as policy text."""
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_corpora_are_seeded_and_grow_by_new_documents(tmp_path, seeds, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    sys.modules.pop("corpus", None)
    from corpus import write_corpus

    from kg.pipeline import build_knowledge_base

    for name, count, seed in (("a", 3, 1), ("b", 5, 1), ("c", 3, 2)):
        write_corpus(tmp_path / name, count, [seeds], seed=seed)
    a, b, c = ([path.read_text("utf-8") for path in sorted((tmp_path / name).rglob("*.txt"))] for name in "abc")
    assert a == b[:3] and len(b) == 5 and not set(a) & set(c)
    assert all(650 < len(text) < 3000 for text in a)
    kb = build_knowledge_base([tmp_path / "b"])
    assert len(kb.documents) == 5 and len(kb.entities) > 10 and not kb.skipped
    assert all(article.date for article in kb.articles[:1])
