"""`kg view`: the interactive page anew."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli.options import BUILD


@click.command()
@BUILD
@click.option("--output", "-o", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the page; DIR/view.html if not given.")
@click.option("--focus", metavar="NAME", help="Only what surrounds this entity, or what the article of this headline tells.")
@click.option("--depth", default=1, show_default=True, type=click.IntRange(1, 3), help="Steps around --focus.")
@click.option("--class", "types", metavar="CLASS", multiple=True, help="Only these classes, as --class Agency --class Programme.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="Only articles from this day on.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Only articles up to this day.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page.")
@click.option("--title", help="Heading of the page.")
@click.option("--plain", is_flag=True, help="The drawing by pyvis alone: no panels, no tables.")
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
