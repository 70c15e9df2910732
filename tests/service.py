"""Starts `kg serve` as a user does, in a process of its own, on a free port."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Service:
    """What the command has printed, by its first word, and its process."""

    told: dict[str, str]
    process: subprocess.Popen[str]

    @property
    def root(self) -> str:
        return self.told["page"].rstrip("/")

    def client(self, **options) -> httpx.Client:
        return httpx.Client(base_url=self.root, timeout=60, trust_env=False, **options)

    def children(self) -> list[int]:
        """The processes that evaluate queries, where Linux tells."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in path.read_text().split()] if path.is_file() else []


@contextmanager
def served(folder: Path, *options: str, lines: int = 5) -> Iterator[Service]:
    """A service over a build, which ends with the block."""
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            words = [process.stdout.readline().split() for _ in range(lines)]
            assert all(words), "the service has not started"
            yield Service({line[0]: line[1] for line in words}, process)
        finally:
            process.terminate()
            process.wait(30)
