"""The rooms of the house keep to their layers, their size and their libraries."""
from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
GRAPH_ROOMS = ("vocab", "ontology", "identifiers", "literals", "triples", "rdf", "store", "query", "ask", "validate", "score", "formats")


def room(path: Path) -> str:
    """Name of the module right under ``kg`` to which a file belongs."""
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Top-level packages that a module imports, at its head or inside functions, type hints aside."""
    names = set()
    tree = ast.parse(path.read_text("utf-8"))
    guards = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    hints = {id(inner) for guard in guards for inner in ast.walk(guard)}
    for node in ast.walk(tree):
        if id(node) in hints:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_layers():
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module(path):
    text = path.read_text("utf-8")
    packages = imported(path)
    assert "rdflib" not in packages or room(path) in GRAPH_ROOMS
    assert "spacy" not in packages or room(path) == "nlp"
    assert len(text.splitlines()) <= 400
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "says its place in the line"


def test_records_need_nothing():
    for name in ("model", "errors"):
        assert imported(ROOT / "kg" / f"{name}.py") <= set(sys.stdlib_module_names) | {"kg"}


def test_help_loads_nothing_heavy():
    code = "import sys, kg.cli; kg.cli.main(['--help'], standalone_mode=False); print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert all(name in loaded for name in COMMANDS)  # help has asked every module of a command for its first line
    heavy = {"rdflib", "pyoxigraph", "networkx", "pandas", "spacy", "rich", "pyvis", "pyshacl", "jinja2", "matplotlib", "numpy", "pypinyin"}
    assert not set(loaded.split()) & (heavy | {"starlette", "uvicorn"})
