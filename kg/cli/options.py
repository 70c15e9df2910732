"""Arguments and options that several commands share."""
from __future__ import annotations

from pathlib import Path

import click

BUILD = click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), default=Path("output"))
FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "markdown"]), default="table", show_default=True, help="How to print the answers."
)
EVIDENCE = click.option("--evidence", is_flag=True, help="Show the sentences that support each row.")
