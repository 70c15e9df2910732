"""`kg ask`, `kg query` and `kg stats`: questions to a finished build."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from kg.cli.options import BUILD, EVIDENCE, FORMAT
from kg.questions import KINDS, Parameter, questions


def parameter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """One option for every parameter that questions may declare, in the order of their table."""
    for name, kind in reversed(KINDS.items()):
        function = click.option(f"--{name}", name, metavar="TEXT", help=kind.help)(function)
    return function


@click.command()
@BUILD
@click.argument("name", required=False)
@parameter_options
@FORMAT
@EVIDENCE
def ask(folder: Path, name: str | None, form: str, evidence: bool, **values: str | None) -> None:
    """Ask a build a named question, as kg ask output targets-of --agency 国家医保局.

    Without a name, list the questions and what each may be asked with, … where it must be: those that take the given options, if any.
    """
    from kg.ask import ask, quotes
    from kg.cli.printing import print_answers
    from kg.rdf import read_graph

    given = {key: value for key, value in values.items() if value is not None}
    if name is None:
        list_questions(form, given)
        return
    graph = read_graph(folder)
    told = ask(graph, name, given)
    print_answers(told.answers, form, [quotes(graph, claims) for claims in told.claims] if evidence else None)


def list_questions(form: str, given: Iterable[str] = ()) -> None:
    """Print the questions that take these parameters, with all of their parameters and the defaults."""
    from kg.query import Answers, render

    found = [question for question in questions().values() if {parameter.name for parameter in question.parameters} >= set(given)]
    rows = [(question.name, question.asks, " ".join(map(option, question.parameters))) for question in found]
    click.echo(render(Answers(("name", "question", "parameters"), tuple(rows)), form))


def option(parameter: Parameter) -> str:
    """A parameter as one writes it on the command line."""
    return f"--{parameter.name}" + (f" {parameter.default}" if parameter.default else " …" if parameter.needed else "")


@click.command()
@BUILD
@click.argument("query", metavar="[FILE.rq|SPARQL|NAME]", required=False)
@FORMAT
def query(folder: Path, query: str | None, form: str) -> None:
    """Ask a build a question in SPARQL; without one, list the questions that come with the package.

    The prefixes pk, id, skos, prov, dcterms, rdf, rdfs and xsd need no declaration.
    """
    from kg.ask import ask
    from kg.query import answer, read_query, render
    from kg.rdf import read_graph
    from kg.store import open_graph

    if query is None:
        list_questions(form)
    elif query in questions():
        click.echo(render(ask(read_graph(folder), query).answers, form))
    else:
        click.echo(render(answer(open_graph(folder), read_query(query)), form))


@click.command()
@BUILD
@FORMAT
def stats(folder: Path, form: str) -> None:
    """Count what a build holds: articles, entities by class, relations by kind, figures, targets."""
    from kg.query import render, stats

    click.echo(render(stats(folder), form))
