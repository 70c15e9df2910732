"""Keeps an output folder whole: one build at a time in it, and after a kill at any moment the files of one build, never of two.

A build is written into ``.unfinished``. Renaming that folder to ``.finished`` is the one step that makes it the build: from then on
its files only have to be moved to their places, and whoever opens the folder next completes what a kill has interrupted.
"""
from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import InvalidBuild

UNFINISHED = ".unfinished"
FINISHED = ".finished"
KEPT = ".cache"
JOURNAL = "journal.json"
PATIENCE = 10
"""Seconds to wait for another process that is completing the same build."""


@contextmanager
def locked(folder: Path, *, patience: float = 0) -> Iterator[None]:
    """Hold the folder for one build; the system lets go of it when the process ends, however it ends.

    Raises:
        InvalidBuild: another process holds it (its number is told), or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    owner = folder / KEPT / "pid"
    try:
        owner.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(owner.with_name("lock"), is_singleton=True)
        lock.acquire(timeout=patience)
        owner.write_text(f"{os.getpid()}\n", encoding="utf-8")
    except Timeout as error:
        who = f"process {owner.read_text('utf-8').strip()}" if owner.is_file() else "another process"
        raise InvalidBuild(f"{folder}: {who} is building here; wait until it has ended, or choose another --output") from error
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def unwritable(folder: Path, error: OSError) -> InvalidBuild:
    """The error of a folder in which nothing can be written."""
    return InvalidBuild(f"{folder}: cannot be written ({error.strerror or error}); make room, or choose another --output")


def commit(folder: Path, names: Iterable[str]) -> None:
    """Make what lies in ``.unfinished`` the build of the folder; of the given names, those that are not there go."""
    unfinished = folder / UNFINISHED
    made = {name: (unfinished / name).exists() for name in names}
    (unfinished / JOURNAL).write_text(json.dumps(made), encoding="utf-8")
    unfinished.rename(folder / FINISHED)
    _complete(folder)


def settle(folder: Path) -> None:
    """Complete a build whose files a kill has left half moved; nothing to do in nearly all cases."""
    if (folder / FINISHED).is_dir():
        with locked(folder, patience=PATIENCE):
            _complete(folder)


def _complete(folder: Path) -> None:
    """Move the files that are still in ``.finished``, each in one step; repeated after a kill it goes on where it stood."""
    finished = folder / FINISHED
    journal = finished / JOURNAL
    if journal.is_file():
        for name, made in json.loads(journal.read_text("utf-8")).items():
            place, new = folder / name, finished / name
            waits = new.exists()
            if place.exists() and (place.is_dir() if waits else not made):  # no step replaces a folder
                place.rename(finished / f"{name}.old")
            if waits:
                os.replace(new, place)
        journal.unlink()
    shutil.rmtree(finished, ignore_errors=True)
