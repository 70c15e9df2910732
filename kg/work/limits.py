"""Lets no document hold up the others: a limit of time within one process, and the words for what went wrong."""
from __future__ import annotations

import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kg.model import Skipped
from kg.resources import PACKAGE

TIMEOUT = 30.0
"""Seconds that a document may take, unless said otherwise."""


class TookTooLong(BaseException):
    """Raised in the middle of a document; no `except Exception` on the way may swallow it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TookTooLong` inside the block after so many seconds; no limit for 0, in a thread, and where the system has no timer (Windows)."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def late(identifier: str, seconds: float) -> Skipped:
    """A document that took longer than it may."""
    return Skipped(identifier, f"took longer than {seconds:g} s; split it, or allow more with --timeout")


def failed(identifier: str, error: Exception) -> Skipped:
    """A document that an error of ours stopped; it says where in the package."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    where = f" in {Path(frames[-1].filename).relative_to(PACKAGE.parent).as_posix()}:{frames[-1].lineno}" if frames else ""
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return Skipped(identifier, f"stopped by an error{where} ({what}); please report it with the file")
