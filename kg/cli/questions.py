"""`kg query` and `kg stats`: questions to a finished build."""
from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import BUILD, FORMAT


@click.command()
@BUILD
@click.argument("query", metavar="[FILE.rq|SPARQL|NAME]", required=False)
@FORMAT
def query(folder: Path, query: str | None, form: str) -> None:
    """Ask a build a question in SPARQL; without one, list the questions that come with the package.

    The prefixes pk, id, skos, prov, dcterms, rdf, rdfs and xsd need no declaration.
    """
    from kg.query import Answers, ask, questions, read_question, render

    if query is None:
        click.echo(render(Answers(("name", "question"), tuple(questions().items())), form))
    else:
        click.echo(render(ask(folder, read_question(query)), form))


@click.command()
@BUILD
@FORMAT
def stats(folder: Path, form: str) -> None:
    """Count what a build holds: articles, entities by class, relations by kind, figures, targets."""
    from kg.query import render, stats

    click.echo(render(stats(folder), form))
