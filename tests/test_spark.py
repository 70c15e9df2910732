"""Spark reads what one process reads, worker processes included that are none of ours."""
from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kg.pipeline import build_knowledge_base
from kg.work.all import Effort
from kg.work.spark import NoSpark, start

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not shutil.which("java"), reason="needs Java")
def test_a_cluster_of_two_workers_gives_the_graph_of_one_process(tmp_path, seeds, seeds_kb, monkeypatch):
    pytest.importorskip("pyspark.sql", reason="needs pyspark (pip install 'policy-kg[spark]')")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    shutil.copytree(seeds, tmp_path / "in")
    (tmp_path / "in" / "empty.txt").touch()
    kb = build_knowledge_base([tmp_path / "in"], Effort(spark="local-cluster[2,1,1024]"))
    assert (kb.documents, kb.articles, kb.entities) == (seeds_kb.documents, seeds_kb.articles, seeds_kb.entities)
    assert (kb.statements, kb.figures, kb.targets) == (seeds_kb.statements, seeds_kb.figures, seeds_kb.targets)
    assert [skipped.path for skipped in kb.skipped] == ["empty.txt"] and "is empty" in kb.skipped[0].reason


def test_without_spark_the_way_out_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(NoSpark, match=r"policy-kg\[spark\]"):
        start("local[1]")
