"""Hands queries to processes that evaluate them, and replaces a process whose query takes too long or takes it down.

A query of Oxigraph cannot be told to stop, and one that runs on in a thread would keep its core for ever; a process can be killed.
"""
from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping

from kg.resources import PACKAGE
from kg.serve.evaluation import SECONDS, Answer, refusal

COUNT = 2
"""Processes, and so queries at a time."""
WAITING = 64
"""Queries that may wait for a process; whoever comes then is told at once."""
STARTING = 120
"""Seconds in which a process must have read the graph."""


class Worker:
    """One process, started when it is first needed and after each end."""

    def __init__(self, settings: bytes, graph: bytes) -> None:
        self.settings, self.graph = settings, graph
        self.process: Process | None = None

    async def start(self) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
        """The ends of a process that has read the graph."""
        if self.process is None:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "kg.serve.evaluation", stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=PACKAGE.parent
            )
            assert self.process.stdin and self.process.stdout
            self.process.stdin.write(self.settings)
            self.process.stdin.write(self.graph)
            async with asyncio.timeout(STARTING):
                await self.process.stdout.readuntil(b"ready\n")
        assert self.process.stdin and self.process.stdout
        return self.process.stdin, self.process.stdout

    async def stop(self) -> None:
        """End the process, whatever it does."""
        process, self.process = self.process, None
        if process is not None and process.stdout is not None:
            if not process.stdout.at_eof():  # one that ends by itself is waited for
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
            await process.wait()

    async def answer(self, request: bytes) -> Answer:
        """The answer of the process, or why there is none."""
        done = False
        try:
            writer, reader = await self.start()
            async with asyncio.timeout(SECONDS):
                writer.write(request)
                head = json.loads(await reader.readuntil(b"\n"))
                body = await reader.readexactly(head["bytes"])
            done = True
            return Answer(head["status"], head["media"], body, head["complete"])
        except TimeoutError:
            return refusal(504, f"took longer than {SECONDS} s; narrow it, or ask `kg query`, which has no limit")
        except (EOFError, OSError, ValueError):
            return refusal(507, "needs more memory or depth than a query may take; narrow it")
        finally:
            if not done:
                await self.stop()


class Workers:
    """All processes, and the queue before them."""

    def __init__(self, graph: bytes, prefixes: Mapping[str, str]) -> None:
        settings = json.dumps({"bytes": len(graph), "prefixes": dict(prefixes)}).encode() + b"\n"
        self.all = [Worker(settings, graph) for _ in range(COUNT)]
        self.idle: asyncio.Queue[Worker] = asyncio.Queue()
        self.waiting = 0
        self.returning: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start all processes."""
        await asyncio.gather(*(worker.start() for worker in self.all))
        for worker in self.all:
            self.idle.put_nowait(worker)

    async def put_back(self, worker: Worker) -> None:
        """Let the next query have a process, once it is there again: one that had to be ended reads the graph first."""
        try:
            await worker.start()
        except (EOFError, OSError, TimeoutError):
            await worker.stop()
        self.idle.put_nowait(worker)

    async def stop(self) -> None:
        """End all processes."""
        for task in self.returning:
            task.cancel()
        await asyncio.gather(*(worker.stop() for worker in self.all))

    async def answer(self, query: str, results: str | None, graph: str | None) -> Answer:
        """The answer to a query, in a media type for tables or one for graphs; of a process that is free within `SECONDS`."""
        if self.waiting >= WAITING:
            return refusal(503, "too many queries wait already; try again later")
        self.waiting += 1
        try:
            async with asyncio.timeout(SECONDS):
                worker = await self.idle.get()
        except TimeoutError:
            return refusal(503, "other queries have taken all the time; try again later")
        finally:
            self.waiting -= 1
        try:
            return await worker.answer(json.dumps({"query": query, "results": results, "graph": graph}).encode() + b"\n")
        finally:
            task = asyncio.create_task(self.put_back(worker))
            self.returning.add(task)
            task.add_done_callback(self.returning.discard)
