"""`kg serve`: a finished build as a local service."""
from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import BUILD


@click.command()
@BUILD
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; one that others can reach asks them for a token.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port to listen at; 0 for any free one.")
@click.option("--token", envvar="POLICY_KG_TOKEN", help="What requests must bear; made where --host is not this machine and none is given.")
def serve(folder: Path, host: str, port: int, token: str | None) -> None:
    """Serve a build to browsers and SPARQL clients on this machine, read-only: page, queries, entity pages, JSON search.

    The build is served as it is now; after another build into DIR, start again.
    """
    from kg.serve import serve

    serve(folder, host=host, port=port, token=token, tell=click.echo)
