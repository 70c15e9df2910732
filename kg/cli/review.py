"""`kg gaps` and `kg diff`: what the rules did not understand, and what differs between two builds."""
from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from kg.cli.options import BUILD, FORMAT
from kg.cli.printing import print_rows

OTHER = click.Path(file_okay=False, path_type=Path)


@click.command()
@BUILD
@click.option("--document", default="", metavar="NAME", help="Only documents with this in their path.")
@click.option("--kind", multiple=True, type=click.Choice(["title", "date", "number", "organ"]), help="Only strings of this kind; may be repeated.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many rows.")
@click.option("--coverage", is_flag=True, help="Show how much is used instead, by document and kind.")
@FORMAT
def gaps(folder: Path, document: str, kind: tuple[str, ...], limit: int | None, coverage: bool, form: str) -> None:
    """List the titles in 《》, dates, numbers and organ-like strings that no fact uses, by document; first how much is used of each kind."""
    from kg.api import Build
    from kg.views.gaps import CoverageRow, GapRow, find_coverage, find_gaps

    build = Build(folder)
    kb = replace(build.kb, articles=tuple(article for article in build.kb.articles if document in article.document))
    if not kb.articles:
        raise click.BadParameter(f"no document of {folder} has {document} in its path", param_hint="--document")
    rows = [row for row in find_coverage(kb, build.texts) if not kind or row.kind in kind]
    if coverage:
        print_rows(kb, CoverageRow, rows[:limit], form, False)
        return
    totals = ", ".join(f"{row.kind} {row.used} of {row.found} ({row.share})" for row in rows if not row.document)
    click.echo(f"used: {totals or 'nothing to use'}", err=form != "table")
    print_rows(kb, GapRow, [row for row in find_gaps(kb, build.texts) if not kind or row.kind in kind][:limit], form, False)


@click.command()
@click.argument("before", metavar="A", type=OTHER)
@click.argument("after", metavar="B", type=OTHER)
@click.option("--exit-code", is_flag=True, help="End with exit code 1 where the two differ, as diff does.")
@FORMAT
def diff(before: Path, after: Path, exit_code: bool, form: str) -> None:
    """List what build B has more, less and otherwise than build A, by document; first the sums."""
    from kg.reload import read_build
    from kg.views.changes import ChangeRow, compare

    kb = read_build(after)
    found = compare(read_build(before), kb)
    for row in found.counts:
        click.echo(f"{row.kind}: {row.before} → {row.after}, {row.added} added, {row.gone} gone, {row.changed} changed", err=form != "table")
    print_rows(kb, ChangeRow, found.rows, form, False)
    sys.exit(1 if exit_code and found.rows else 0)
