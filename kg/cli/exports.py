"""`kg export`: a finished build in the formats of other tools."""
from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import BUILD
from kg.formats import FORMATS


@click.command()
@BUILD
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="What to write; without it, list the formats.")
@click.option("--output", "-o", metavar="PATH", type=click.Path(path_type=Path), help="File or folder to write; under DIR if not given.")
def export(folder: Path, form: str | None, output: Path | None) -> None:
    """Write a build in the format of another tool: spreadsheets, data frames, RDF stores, Gephi, Neo4j."""
    import kg
    from kg.formats import export
    from kg.query import Answers, render

    if form is None:
        click.echo(render(Answers(("format", "what is written"), tuple((name, row.what) for name, row in FORMATS.items()))))
    else:
        click.echo(f"See {export(kg.load(folder), form, output)}")
