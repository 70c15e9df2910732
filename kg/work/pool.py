"""Reads documents on several cores: each worker process has a line of inputs, and sends back what they give, packed.

A worker that takes too long over an input, or dies of it, is ended and replaced; its other inputs go back to the line.
"""
from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait

from kg.errors import PolicyKGError
from kg.model import Skipped
from kg.nlp.annotation import trained_pipeline
from kg.readers import Input
from kg.work.limits import late
from kg.work.one import Result, read_one

READY = "ready"
DEPTH = 4
"""Inputs that a worker has at a time, so that it need not wait for the next one."""


class WorkerFailed(PolicyKGError):
    """The worker processes cannot start."""


def serve(connection: Connection, spacy_model: str | None) -> None:
    """What a worker does: load what is asked for, then read input after input until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        nlp = trained_pipeline(spacy_model)
        connection.send(READY)
        while True:
            connection.send(read_one(connection.recv(), nlp))
    except (EOFError, BrokenPipeError):
        return
    except PolicyKGError as error:
        connection.send(error)


class Worker:
    """One process with its line of inputs; the first of them is being read since ``since`` (None: it is starting)."""

    def __init__(self, spacy_model: str | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, spacy_model), daemon=True)
        self.process.start()
        theirs.close()
        self.line: deque[Input] = deque()
        self.since: float | None = None
        self.gone = False

    def give(self, waiting: deque[Input]) -> None:
        """Hand on inputs until the line is full."""
        while self.since is not None and waiting and len(self.line) < DEPTH:
            if not self.line:
                self.since = time.monotonic()
            self.line.append(waiting.popleft())
            try:
                self.connection.send(self.line[-1])
            except OSError:  # it is dead, which `take` will tell
                return

    def look(self, timeout: float) -> Result | None:
        """What has come of the first input of its line; the worker is ``gone`` where that took too long or was its death."""
        try:
            if self.connection.poll():
                return self.take()
        except (EOFError, ConnectionError):
            return self.died()
        left = self.left(timeout)
        if left is None or left > 0:
            return None
        self.end()
        source = self.line.popleft()
        return source, late(source.identifier, timeout)

    def take(self) -> Result | None:
        """What the worker has sent; None when it has only said that it is ready."""
        message = self.connection.recv()
        self.since = time.monotonic()
        if isinstance(message, PolicyKGError):
            raise message
        return None if message == READY else (self.line.popleft(), message)

    def left(self, timeout: float) -> float | None:
        """Seconds that its present input still has; None without limit."""
        return self.since + timeout - time.monotonic() if timeout and self.line and self.since is not None else None

    def end(self) -> None:
        """End the process at once."""
        self.gone = True
        self.process.kill()
        self.process.join()
        self.connection.close()

    def died(self) -> Result | None:
        """The input of which the worker died, None if there was none.

        Raises:
            WorkerFailed: it did not even start.
        """
        self.end()
        code = self.process.exitcode
        if self.since is None:
            raise WorkerFailed(f"a worker process ended as it started (exit code {code}); use one process (--jobs 1), "
                               "and in a script of your own call this under `if __name__ == \"__main__\":`")
        if not self.line:
            return None
        source = self.line.popleft()
        return source, Skipped(source.identifier, f"ended the process that read it (exit code {code}): it may need too much memory; split it")


def read_in_pool(inputs: Sequence[Input], jobs: int, *, spacy_model: str | None, timeout: float) -> Iterator[Result]:
    """What each input gives, as it comes; ``timeout`` in seconds for each input, 0 for none."""
    waiting = deque(inputs)
    workers = [Worker(spacy_model) for _ in range(min(jobs, len(inputs)))]
    try:
        while waiting or any(worker.line for worker in workers):
            for worker in workers:
                worker.give(waiting)
            left = [seconds for worker in workers if (seconds := worker.left(timeout)) is not None]
            wait([worker.connection for worker in workers], max(0, min(left)) if left else None)
            for place, worker in enumerate(workers):
                result = worker.look(timeout)
                if result:
                    yield result
                if worker.gone:
                    waiting.extendleft(reversed(worker.line))
                    workers[place] = Worker(spacy_model)
    finally:
        for worker in workers:
            worker.end()
