"""Shows how far a build is: a bar on a terminal, JSON lines for programs, a log file to keep."""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.work.events import Event, Watch

FORMS = ("auto", "bar", "json", "none")


@contextmanager
def show_progress(form: str, log: Path | None) -> Iterator[Watch]:
    """A function to be told of each step; ``auto`` draws a bar on a terminal, and nothing elsewhere."""
    if form == "auto":
        form = "bar" if sys.stderr.isatty() else "none"
    with ExitStack() as stack:
        watches: list[Watch] = []
        if form == "bar":
            watches.append(stack.enter_context(draw_bar()))
        if form == "json":
            watches.append(print_json(time.monotonic))
        if log:
            watches.append(write_log(stack.enter_context(open_log(log))))

        def watch(event: Event) -> None:
            for tell in watches:
                tell(event)

        yield watch


@contextmanager
def draw_bar() -> Iterator[Watch]:
    """Draws documents done of all, their rate, the time left, and how many were skipped."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(compact=True),
               TextColumn("[red]{task.fields[skipped]}"), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="", skipped="")

        def draw(event: Event) -> None:
            if event.kind == "write":
                bar.update(task, total=None, description=f"writing {event.name}", rate="")
            elif event.kind != "finish":
                seconds = bar.tasks[task].elapsed or 0
                bar.update(task, completed=event.done, total=event.total, description=event.name,
                           rate=f"{event.done / seconds:.0f}/s" if seconds else "", skipped=f"{event.skipped} skipped" if event.skipped else "")

        yield draw


def print_json(clock: Callable[[], float]) -> Watch:
    """Prints a step a line to standard error, with the seconds since the start and, of documents, how many a second and the seconds left."""
    begin = clock()

    def tell(event: Event) -> None:
        seconds = clock() - begin
        row = {key: value for key, value in asdict(event).items() if value} | {"seconds": round(seconds, 3)}
        if event.done and seconds and event.kind != "finish":
            row |= {"rate": round(event.done / seconds, 1), "left": round((event.total - event.done) * seconds / event.done, 1)}
        click.echo(json.dumps(row, ensure_ascii=False), err=True)

    return tell


@contextmanager
def open_log(path: Path) -> Iterator[IO[str]]:
    """The log file, opened to be continued."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        yield file


def write_log(file: IO[str]) -> Watch:
    """Writes a line a step, with the local time; what was skipped is a warning with its reason."""

    def tell(event: Event) -> None:
        level = "WARNING" if event.kind == "skipped" else "INFO"
        count = f" {event.done}/{event.total}" if event.total else ""
        words = " ".join(part for part in (event.kind, event.name, event.note) if part)
        file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {level}{count} {words}\n")
        file.flush()

    return tell
