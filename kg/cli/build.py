"""`kg build`: files and folders in, the files of a build out."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.identifiers import BASE_IRI

if TYPE_CHECKING:
    from kg.model import KnowledgeBase


def check_base_iri(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """The base IRI, if it is absolute and ends in / or #."""
    if "://" not in value or value[-1] not in "/#" or any(c.isspace() or c in '<>"{}|\\^`' for c in value):
        raise click.BadParameter("give an absolute IRI that ends in / or #, as https://example.org/id/")
    return value


@click.command()
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
