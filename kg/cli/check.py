"""`kg validate`, `kg score` and `kg vocab`: is a build sound, how good is it, are the names in step with the ontology."""
from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import BUILD


@click.command()
@BUILD
@click.option("--sources", multiple=True, type=click.Path(path_type=Path), help="Input file or folder, where it does not lie near DIR.")
def validate(folder: Path, sources: tuple[Path, ...]) -> None:
    """Check a build against the ontology's shapes, and its quotes against the input files."""
    from kg.validate import validate_build

    report = validate_build(folder, sources)
    for problem in report.problems:
        click.echo(problem, err=True)
    for note in report.notes:
        click.echo(f"note: {note}")
    click.echo(report.summary)
    sys.exit(1 if report.problems else 0)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", metavar="MEASURE", help="List what was missed and what was wrong, as --show relations or --show entity/Agency.")
@click.option("--doc", metavar="NAME", help="Score only the documents whose name contains this.")
@click.option("--json", "json_path", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write the scores to a file as well.")
def score(folder: Path, gold: Path, show: str | None, doc: str | None, json_path: Path | None) -> None:
    """Score a build against a folder of annotations (GOLD, as tests/gold)."""
    from kg.score import load_gold, render_listing, render_table, score_views, to_json, view_build

    rows = [row for row in load_gold(gold) if not doc or doc in row["document"]]
    if not rows:
        raise click.BadParameter(f"no annotated document of {gold} has {doc} in its name", param_hint="--doc")
    scores = score_views(view_build(folder), rows)
    if show and not any(name.startswith(show) for name in scores):
        raise click.BadParameter(f"the measures are {', '.join(scores)}", param_hint="--show")
    click.echo(render_table(scores))
    if show:
        click.echo(render_listing(scores, show))
    if json_path:
        json_path.write_text(to_json(scores), encoding="utf-8")


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if kg/vocab.py differs from the ontology.")
def vocab(check: bool) -> None:
    """Write kg/vocab.py anew from ontology/policy.ttl."""
    from kg.ontology import render_vocabulary
    from kg.resources import PACKAGE

    path, text = PACKAGE / "vocab.py", render_vocabulary()
    same = path.is_file() and path.read_text("utf-8") == text
    if check and not same:
        raise click.ClickException(f"{path}: out of step with ontology/policy.ttl; run `kg vocab`")
    if not same:
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{path}: {'in step with the ontology' if same else 'written'}")
