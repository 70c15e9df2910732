"""Reads documents on a Spark cluster: the same extraction, a partition of documents at a time, its packed results streamed back.

An adapter and nothing more: what is read how, and how it is merged, is that of one machine, and so is the graph. A worker that dies costs a
retry of its partition. The package must be installed on the workers, and the files lie where all of them can read them.
"""
from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kg.errors import PolicyKGError
from kg.model import Skipped
from kg.readers import Input
from kg.work.one import Result, read_in_one_process

Batches = Iterator[Any]
"""Record batches of pyarrow."""
COLUMNS = "number long, packed binary, reason string"
BATCH = 64
"""Documents that travel together."""
PARTITIONS = 4
"""Partitions for each core, so that none waits long for another at the end."""


class NoSpark(PolicyKGError):
    """Spark is not installed, does not start, or gives up."""


def read_with_spark(inputs: Sequence[Input], master: str, *, spacy_model: str | None, timeout: float) -> Iterator[Result]:
    """What each input gives, partition by partition; ``master`` is the URL of a cluster, or ``local[N]``."""
    session = start(master)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        rows = [(number, bytearray(pickle.dumps(source))) for number, source in enumerate(inputs)]
        parts = min(len(rows), PARTITIONS * session.sparkContext.defaultParallelism)
        frame = session.createDataFrame(rows, "number long, source binary").repartition(parts, "number")
        for row in frame.mapInArrow(map_partition(spacy_model, timeout), COLUMNS).toLocalIterator(prefetchPartitions=True):
            source = inputs[row.number]
            yield source, Skipped(source.identifier, row.reason) if row.packed is None else bytes(row.packed)
    except (PySparkException, Py4JError) as error:
        raise NoSpark(f"Spark gave up at {master} ({str(error).splitlines()[0]}); a document may end its worker: read with --engine processes") from error
    finally:
        session.stop()


def start(master: str) -> Any:
    """A Spark session.

    Raises:
        NoSpark: with the cause and the way out.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise NoSpark("Spark is not installed: pip install 'policy-kg[spark]', and Java 17 or newer") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH), "spark.executorEnv.PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }  # fmt: skip
    builder = SparkSession.builder.master(master).appName("policy-kg")
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # the gateway raises many kinds
        raise NoSpark(f"Spark does not start at {master} ({str(error).splitlines()[0]}); it needs Java 17 or newer, and a master that answers") from error
    session.sparkContext.setLogLevel("ERROR")
    return session


def map_partition(spacy_model: str | None, timeout: float) -> Callable[[Batches], Batches]:
    """The function that a worker runs over the batches of a partition."""

    def read(batches: Batches) -> Batches:
        from pyarrow import RecordBatch, array, binary, int64, string  # type: ignore[import-untyped]

        for batch in batches:
            sources = [pickle.loads(source) for source in batch.column("source").to_pylist()]
            results = [result for _, result in read_in_one_process(sources, spacy_model=spacy_model, timeout=timeout)]
            packed = array([None if isinstance(result, Skipped) else result for result in results], binary())
            reasons = array([result.reason if isinstance(result, Skipped) else None for result in results], string())
            yield RecordBatch.from_arrays([batch.column("number").cast(int64()), packed, reasons], ["number", "packed", "reason"])

    return read
