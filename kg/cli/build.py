"""`kg build`: files and folders in, the files of a build out."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.progress import FORMS, show_progress
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
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes that read; all cores by default, one where the input is small.")
@click.option("--timeout", type=click.FloatRange(0), metavar="SECONDS", default=30, show_default=True,
              help="A document that takes longer is skipped; 0 for no limit.")
@click.option("--engine", type=click.Choice(["processes", "spark"]), default="processes", show_default=True,
              help="What builds: this machine, or Spark, which writes shards of N-Quads and Parquet (pip install 'policy-kg[spark]').")
@click.option("--master", metavar="URL", default="local[*]", show_default=True, help="The Spark master; its workers must reach inputs and output.")
@click.option("--fresh", is_flag=True, help="Read everything again, also what has not changed since the last build into the folder.")
@click.option("--store", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Put the graph into a store on disk, too; kg query DIR asks it at once, however large it is.")
@click.option("--progress", type=click.Choice(FORMS), default="auto", show_default=True,
              help="How far it is: a bar, JSON lines on standard error, nothing; auto: a bar on a terminal.")
@click.option("--log", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Add a line for each document and file to this log.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
def build(
    inputs: tuple[Path, ...], output: Path, base_iri: str, spacy_model: str | None,
    jobs: int | None, timeout: float, engine: str, master: str, fresh: bool, store: Path | None, progress: str, log: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """Read files and folders, and write the knowledge graph.

    INPUT is a text, Markdown, PDF, Word or HTML file, a mail, a zip archive of these, or a folder; ./seeds if none is given.
    For Spark also Parquet and JSON lines with the columns id, text and, where known, date, source and place.
    An input that cannot be read is reported and left out; the exit code is then 1. Built again into the same folder, only
    what has changed is read.
    """
    from kg.pipeline import build as build_folder
    from kg.readers import READERS
    from kg.work.all import Effort

    if engine == "spark" and (jobs or fresh or store):
        raise click.UsageError("--jobs, --fresh and --store are of the engine processes")
    with show_progress("none" if quiet and progress == "auto" else progress, log) as watch:
        effort, given = Effort(jobs, spacy_model, timeout), inputs or (Path("seeds"),)
        if engine == "spark":
            from kg.spark.build import build_with_spark

            kb = build_with_spark(given, output, master, effort, base_iri=base_iri, watch=watch)
        else:
            kb = build_folder(given, output, effort, base_iri=base_iri, fresh=fresh, store=store, watch=watch)
    for note in kb.notes:
        click.echo(f"note: {note}", err=True)
    for skipped in kb.skipped:
        click.echo(f"skipped: {skipped.path}: {skipped.reason}", err=True)
    if not kb.documents:
        cause = "no input could be read" if kb.skipped else f"the folders hold no files of the kinds {', '.join(READERS)}, .zip"
        raise click.ClickException(f"nothing to build: {cause}; {output} stays as it was")
    if not quiet:
        print_summary(kb, output)
    sys.exit(1 if kb.skipped else 0)


def print_summary(kb: KnowledgeBase, output: Path) -> None:
    """Print how much was found, and where to look at it."""
    from kg.exporters.tables import counts

    found = counts(kb)
    click.echo(", ".join(f"{kind} {found[kind]}" for kind in ("documents", "articles", "sentences")))
    for kind in ("entities", "relations"):
        parts = ", ".join(f"{name} {count}" for name, count in found[kind].items())
        click.echo(f"{kind} {sum(found[kind].values())}: {parts}")
    click.echo(f"figures {found['figures']}, targets {found['targets']}")
    for document in dict.fromkeys(document for document, _, _ in kb.corrections):
        click.echo(f"{document}: " + ", ".join(f"{kind} {count}" for name, kind, count in kb.corrections if name == document))
    click.echo(f"See {output / 'graph.html'}")
