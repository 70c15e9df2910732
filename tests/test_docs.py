"""What the documentation shows is what the commands print; notebooks run from top to bottom, without stored outputs."""
from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import nbformat
import pytest
from click.testing import CliRunner
from matplotlib.font_manager import fontManager
from nbclient import NotebookClient

import kg
from kg.api.tables import TABLES
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


SHOWN = tuple(f"kg {name} output" for name in ("ask", "series", "targets", "regulations", "programmes", "conflicts", "reprints", "gaps", "diff", "view"))


@pytest.mark.parametrize("command", [block.strip() for block in blocks("console") if block.startswith(SHOWN)])
def test_view_of_the_readme(command: str, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    assert CliRunner().invoke(main, shlex.split(command)[1:]).output.strip() in README


def test_formats_of_the_readme(project: Path):
    assert CliRunner().invoke(main, ["export", str(project / "output")]).output.strip() in README


def test_every_column_stands_in_the_documentation():
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert not [name for table in TABLES.values() for name in table.columns if f"`{name}`" not in text]
    assert not [name for name in TABLES if f"`{name}()`" not in text]


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
def test_notebook(path: Path, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    book = nbformat.read(path, nbformat.NO_CONVERT)
    nbformat.validate(book)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells), "run `jupyter nbconvert --clear-output --inplace` on it"
    folder = project / "notebooks"
    folder.mkdir(exist_ok=True)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in cells for output in cell.outputs]
    assert repr(kg.load(project / "output")).partition(":")[2] in outputs[0].data["text/plain"]
    drawn = [output for output in outputs if "image/png" in output.get("data", {})]
    assert bool(drawn) == any("matplotlib" in cell.source for cell in cells)
    if any("CJK" in font.name for font in fontManager.ttflist):
        assert not [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"]


def test_notebooks_have_english_titles_and_chinese_text():
    assert len(NOTEBOOKS) == 4
    for path in NOTEBOOKS:
        texts = ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "markdown"]
        titles = [line for text in texts for line in text.splitlines() if line.startswith("#")]
        assert len(titles) == len(texts) and all(re.match(r"#+ [A-Z][\w ]+ · [\u4e00-\u9fff]", title) for title in titles)
