"""What is followed over many documents, a view each: `kg targets`, `regulations`, `programmes`, `series`, `conflicts`, `reprints`."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli.options import BUILD, EVIDENCE, FORMAT
from kg.cli.printing import print_rows

AS_OF = click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day at which to look; that of the newest article if not given.")


@click.command()
@BUILD
@AS_OF
@click.option("--due-within", default=90, show_default=True, type=click.IntRange(0), help="Days before its deadline from which a target is due.")
@click.option("--state", multiple=True, type=click.Choice(["overdue", "due", "open", "undated", "met"]), help="Only targets in this state; may be repeated.")
@FORMAT
@EVIDENCE
def targets(folder: Path, as_of: datetime | None, due_within: int, state: tuple[str, ...], form: str, evidence: bool) -> None:
    """List the targets that are overdue, due, open, undated or met at a day, each with what was told of it since it was announced."""
    from kg.reload import read_build
    from kg.views.targets import TargetRow, targets_at

    kb = read_build(folder)
    rows = targets_at(kb, as_of and as_of.date(), due_within=due_within)
    print_rows(kb, TargetRow, [row for row in rows if not state or row.state in state], form, evidence)


@click.command()
@BUILD
@AS_OF
@click.option("--state", multiple=True, type=click.Choice(["draft", "issued", "in force", "amended", "repealed", "replaced", "named"]),
              help="Only regulations in this state; may be repeated.")
@FORMAT
@EVIDENCE
def regulations(folder: Path, as_of: datetime | None, state: tuple[str, ...], form: str, evidence: bool) -> None:
    """List the regulations in their state at a day: draft, issued, in force, amended, repealed, replaced; with issuers, basis and life."""
    from kg.reload import read_build
    from kg.views.regulations import RegulationRow, regulations_at

    kb = read_build(folder)
    rows = regulations_at(kb, as_of and as_of.date())
    print_rows(kb, RegulationRow, [row for row in rows if not state or row.state in state], form, evidence)


@click.command()
@BUILD
@click.argument("name", required=False)
@AS_OF
@FORMAT
@EVIDENCE
def programmes(folder: Path, name: str | None, as_of: datetime | None, form: str, evidence: bool) -> None:
    """List the programmes, or those with NAME in a name: owners, parts, places, stages, first and last mention."""
    from kg.reload import read_build
    from kg.views.programmes import ProgrammeRow, programmes_at

    kb = read_build(folder)
    print_rows(kb, ProgrammeRow, programmes_at(kb, as_of and as_of.date(), name=name), form, evidence)


@click.command()
@BUILD
@click.argument("indicator", default="")
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Draw the series as well (.png, .svg, .pdf).")
@FORMAT
@EVIDENCE
def series(folder: Path, indicator: str, plot: Path | None, form: str, evidence: bool) -> None:
    """Follow an indicator over all documents: its values by period; the name may be a part of one, several are listed."""
    from kg.reload import read_build
    from kg.views.plot import plot_series
    from kg.views.series import IndicatorRow, SeriesRow, find_series, list_indicators, match_indicators

    kb = read_build(folder)
    found = match_indicators(kb, indicator)
    if len({one.name for one in found}) > 1:
        print_rows(kb, IndicatorRow, list_indicators(found), form, False)
        return
    print_rows(kb, SeriesRow, find_series(kb, found), form, evidence)
    if plot:
        plot_series(kb, found, plot)
        click.echo(f"See {plot}", err=True)


@click.command()
@BUILD
@FORMAT
def conflicts(folder: Path, form: str) -> None:
    """List values of one indicator, period and measure that contradict one another, with their sentences and the standing of who says them."""
    from kg.reload import read_build
    from kg.views.conflicts import ConflictRow, find_conflicts

    kb = read_build(folder)
    print_rows(kb, ConflictRow, find_conflicts(kb), form, True)


@click.command()
@BUILD
@FORMAT
def reprints(folder: Path, form: str) -> None:
    """List the articles that carry the text of another one: the two are one witness."""
    from kg.reload import read_build
    from kg.views.reprints import ReprintRow, list_reprints

    kb = read_build(folder)
    print_rows(kb, ReprintRow, list_reprints(kb), form, False)
