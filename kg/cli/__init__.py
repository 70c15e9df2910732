"""The commands of ``kg``: each parses its options, makes one call into the library, and prints.

A command is one function and one row of `COMMANDS`; its module is imported when the command is called. Heavy imports stand
inside the functions, so that ``kg --help`` answers at once.
"""
from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kg.errors import PolicyKGError

COMMANDS = {
    "build": "kg.cli.build",
    "ask": "kg.cli.questions",
    "query": "kg.cli.questions",
    "stats": "kg.cli.questions",
    "series": "kg.cli.views",
    "conflicts": "kg.cli.views",
    "reprints": "kg.cli.views",
    "view": "kg.cli.page",
    "export": "kg.cli.exports",
    "serve": "kg.cli.service",
    "targets": "kg.cli.views",
    "regulations": "kg.cli.views",
    "programmes": "kg.cli.views",
    "gaps": "kg.cli.review",
    "diff": "kg.cli.review",
    "validate": "kg.cli.check",
    "score": "kg.cli.check",
    "vocab": "kg.cli.check",
}
"""Name of each command, and the module that holds the function of this name; help lists them in this order."""


class Commands(click.Group):
    """A group whose commands are imported when called, and report errors of the project in one line, with exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PolicyKGError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:  # the reader of a pipe has gone, as `head` does: click ends quietly
            raise
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-kg")
def main() -> None:
    """Build a knowledge graph from Chinese policy text, check it, and ask it questions."""
