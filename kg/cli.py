"""The commands of ``kg``: each parses its options, makes one call into the library, and prints.

Heavy imports stand inside the functions, so that ``kg --help`` answers at once.
"""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import PolicyKGError
from kg.identifiers import BASE_IRI

if TYPE_CHECKING:
    from kg.model import KnowledgeBase

BUILD = click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), default=Path("output"))
FORMS = click.Choice(["table", "csv", "json"])
FORMAT = click.option("--format", "form", type=FORMS, default="table", show_default=True, help="How to print the answers.")


class Commands(click.Group):
    """A group whose commands report errors of the project in one line, with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PolicyKGError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-kg")
def main() -> None:
    """Build a knowledge graph from Chinese policy text, check it, and ask it questions."""


def check_base_iri(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """The base IRI, if it is absolute and ends in / or #."""
    if "://" not in value or value[-1] not in "/#" or any(c.isspace() or c in '<>"{}|\\^`' for c in value):
        raise click.BadParameter("give an absolute IRI that ends in / or #, as https://example.org/id/")
    return value


@main.command()
@click.argument("inputs", metavar="[INPUT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output", "-o", default=Path("output"), show_default=True, type=click.Path(path_type=Path), help="Folder for the build.")
@click.option("--base-iri", default=BASE_IRI, show_default=True, callback=check_base_iri, help="Beginning of all IRIs of instances.")
@click.option("--spacy-model", metavar="NAME", help="Installed spaCy model whose named entities are used besides the rules.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
def build(inputs: tuple[Path, ...], output: Path, base_iri: str, spacy_model: str | None, quiet: bool) -> None:
    """Read files and folders, and write the knowledge graph.

    INPUT is a text or Markdown file, or a folder of them; ./seeds if none is given. An input that cannot be read
    is reported and left out; the exit code is then 1.
    """
    from kg.exporters import write_build
    from kg.pipeline import build_knowledge_base

    with show_progress(hidden=quiet) as progress:
        kb = build_knowledge_base(inputs or (Path("seeds"),), spacy_model=spacy_model, progress=progress)
        if kb.documents:
            write_build(kb, output, base_iri=base_iri)
    for skipped in kb.skipped:
        click.echo(f"skipped: {skipped.path}: {skipped.reason}", err=True)
    if not kb.documents:
        cause = "no input could be read" if kb.skipped else "the folders hold no .txt or .md files"
        raise click.ClickException(f"nothing to build: {cause}; {output} stays as it was")
    if not quiet:
        print_summary(kb, output)
    sys.exit(1 if kb.skipped else 0)


@contextmanager
def show_progress(*, hidden: bool) -> Iterator[Callable[[int, int, str], None] | None]:
    """A function to tell what is done, of how much, and what comes next; it draws a bar on a terminal, else there is none."""
    if hidden or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=name)


def print_summary(kb: KnowledgeBase, output: Path) -> None:
    """Print how much was found, and where to look at it."""
    from kg.exporters.tables import counts

    found = counts(kb)
    click.echo(", ".join(f"{kind} {found[kind]}" for kind in ("documents", "articles", "sentences")))
    for kind in ("entities", "relations"):
        parts = ", ".join(f"{name} {count}" for name, count in found[kind].items())
        click.echo(f"{kind} {sum(found[kind].values())}: {parts}")
    click.echo(f"figures {found['figures']}, targets {found['targets']}")
    click.echo(f"See {output / 'graph.html'}")


@main.command()
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


@main.command()
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


@main.command()
@BUILD
@FORMAT
def stats(folder: Path, form: str) -> None:
    """Count what a build holds: articles, entities by class, relations by kind, figures, targets."""
    from kg.query import render, stats

    click.echo(render(stats(folder), form))


@main.command()
@BUILD
@click.option("--output", "-o", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the page; DIR/view.html if not given.")
@click.option("--focus", metavar="NAME", help="Only what surrounds this entity.")
@click.option("--depth", default=1, show_default=True, type=click.IntRange(1, 3), help="Steps around --focus.")
@click.option("--class", "types", metavar="CLASS", multiple=True, help="Only these classes, as --class Agency --class Programme.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="Only articles from this day on.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Only articles up to this day.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page.")
@click.option("--title", help="Heading of the page.")
@click.option("--plain", is_flag=True, help="The drawing by pyvis alone.")
def view(folder: Path, output: Path | None, focus: str | None, depth: int, types: tuple[str, ...], first: datetime | None, last: datetime | None,
         lang: str, title: str | None, plain: bool) -> None:
    """Make the interactive page anew from a build, whole or a part of it."""
    from kg.exporters.page.view import write_page
    from kg.ontology import load_ontology

    classes = load_ontology().entity_classes
    if unknown := sorted(set(types) - set(classes)):
        raise click.BadParameter(f"{', '.join(unknown)}: the classes are {', '.join(classes)}", param_hint="--class")
    path = output or folder / "view.html"
    kb = write_page(folder, path, focus=focus, depth=depth, types=types, first=first and first.date(), last=last and last.date(),
                    lang=lang, title=title, plain=plain)
    click.echo(f"{len(kb.entities)} entities, {len(kb.statements)} facts. See {path}")


@main.command()
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


@main.command()
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
