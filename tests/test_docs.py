"""What the documentation shows is what the commands print; notebooks run from top to bottom, without stored outputs."""
from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main
from kg.model import KnowledgeBase

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_query_of_the_readme(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    (command,) = [block for block in blocks("console") if "kg query" in block]
    query = re.search(r"'(.*)'", command, re.S)
    assert query
    result = CliRunner().invoke(main, ["query", "output", query.group(1)])
    assert result.output.strip() in README


@pytest.mark.parametrize("command", [block.strip() for block in blocks("console") if block.startswith("kg series")])
def test_view_of_the_readme(command: str, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    assert CliRunner().invoke(main, command.split()[1:]).output.strip() in README


def test_summary_of_the_readme(seeds_kb: KnowledgeBase, capsys: pytest.CaptureFixture[str]):
    from kg.cli.build import print_summary

    print_summary(seeds_kb, Path("output"))
    assert capsys.readouterr().out.strip() in README


def test_python_of_the_readme(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(project)
    for block in blocks("python"):
        exec(block, {})
        assert capsys.readouterr().out.strip() in README


def test_every_command_stands_in_the_readme_and_has_help():
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert f"`kg {name}" in README, name
        assert command and command.help, name


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(project)
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] for cell in cells)
    scope: dict[str, object] = {}
    for cell in cells:
        exec("".join(cell["source"]), scope)
    assert capsys.readouterr().out
