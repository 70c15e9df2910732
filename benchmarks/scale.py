"""Prints what builds of many documents cost: time, memory, triples, bytes; in one process and on all cores; new and after one change.

    python benchmarks/scale.py [--sizes 1000,10000] [--jobs 1,2] [--folder DIR]

The corpora are those of `benchmarks/corpus.py`. R is the yardstick of `benchmarks/speed.py` in the same run, as CPU time; so are all
seconds but those under "wall". Each build runs in a process of its own, so that memory is its own as well.
"""
from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus
from speed import YARDSTICK, best

from kg.folder import KEPT
from kg.pipeline import build
from kg.work.all import Effort, cores
from kg.work.events import Event

COLUMNS = {
    "documents": "documents", "jobs": "jobs", "wall s": "wall", "docs/s": "rate", "read s": "read", "× R": "multiple", "merge s": "merge",
    "write s": "write", "again read s": "again", "again %": "share", "MB memory": "memory", "triples": "triples", "MB files": "files", "MB kept": "kept",
}


class Clock:
    """Notes the CPU seconds of this process and its workers, and the time of day, when reading ends and when writing begins and ends."""

    def __init__(self) -> None:
        self.marks = {"start": self.now()}
        self.files: dict[str, float] = {}

    def now(self) -> tuple[float, float]:
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system, time.monotonic()

    def __call__(self, event: Event) -> None:
        if event.kind in ("document", "unchanged", "skipped"):
            self.marks["read"] = self.now()
        elif event.kind == "write":
            self.marks.setdefault("merged", self.now())
            self.files[event.name] = self.now()[0]
        elif event.kind == "finish":
            self.marks["done"] = self.now()

    def seconds(self, first: str, second: str, *, wall: bool = False) -> float:
        return self.marks[second][wall] - self.marks[first][wall]


def measure(inputs: Path, output: Path, jobs: int) -> dict[str, float]:
    """Build in this process and its workers, and tell what it took."""
    clock = Clock()
    build([inputs], output, Effort(jobs), watch=clock)
    merge = clock.seconds("read", "merged") if jobs == 1 else 0.0  # with workers, their time comes to light in this stretch
    return {
        "read": clock.seconds("start", "merged") - merge, "merge": merge, "write": clock.seconds("merged", "done"),
        "wall_read": clock.seconds("start", "read", wall=True), "wall": clock.seconds("start", "done", wall=True),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def in_child(inputs: Path, output: Path, jobs: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--one", str(inputs), str(output), str(jobs)]
    result: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()[-1])
    return result


def megabytes(paths: list[Path]) -> float:
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def count_triples(path: Path) -> int:
    from pyoxigraph import RdfFormat, parse

    return sum(1 for _ in parse(path=path, format=RdfFormat.TURTLE))


def row(inputs: Path, output: Path, jobs: int, letters: int, reference: float) -> dict[str, float]:
    """All figures of one corpus with so many processes."""
    found = in_child(inputs, output, jobs)
    documents = sorted(inputs.rglob("*.txt"))
    changed = documents[len(documents) // 2]
    text = changed.read_text("utf-8")
    changed.write_text(text + "\n国务院办公厅印发《关于进一步做好统计工作的通知》。\n", "utf-8")
    again = in_child(inputs, output, 1)
    changed.write_text(text, "utf-8")
    return found | {
        "documents": len(documents), "jobs": jobs, "rate": len(documents) / found["wall_read"],
        "multiple": letters / found["read"] / reference, "again": again["read"], "share": 100 * again["read"] / found["read"],
        "triples": count_triples(output / "graph.ttl"), "files": megabytes([*output.iterdir()]), "kept": megabytes([*(output / KEPT).iterdir()]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--jobs", default=f"1,{cores()}")
    parser.add_argument("--folder", type=Path, help="keep corpora and builds here")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(Path(options.one[0]), Path(options.one[1]), int(options.one[2]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        place = options.folder or Path(folder)
        print("| " + " | ".join(COLUMNS) + " |\n|" + " --: |" * len(COLUMNS))
        for size in map(int, options.sizes.split(",")):
            inputs = place / f"corpus-{size}"
            write_corpus(inputs, size, [Path("seeds")])
            texts = [path.read_text("utf-8") for path in inputs.rglob("*.txt")]
            pages = texts[:500]
            reference = sum(map(len, pages)) / best(lambda pages=pages: [list(rule.finditer(page)) for page in pages for rule in YARDSTICK])
            for jobs in map(int, options.jobs.split(",")):
                found = row(inputs, place / f"build-{size}-{jobs}", jobs, sum(map(len, texts)), reference)
                cells = [found[name] for name in COLUMNS.values()]
                print("| " + " | ".join(f"{cell:,.0f}" if cell >= 100 or cell == int(cell) else f"{cell:.2f}" for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
