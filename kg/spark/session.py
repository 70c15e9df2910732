"""A Spark session, or one line that tells why there is none."""
from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kg.errors import PolicyKGError

JAVA = "Java 17 or newer (on Debian: apt install openjdk-17-jre-headless)"
PATIENCE = 5
"""Seconds in which a master must answer."""
SETTINGS = {
    "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR", "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256", "spark.sql.parquet.compression.codec": "zstd",
}  # fmt: skip


class NoSpark(PolicyKGError):
    """Spark is not installed, does not start, or gives up."""


@contextmanager
def spark_session(master: str) -> Iterator[Any]:
    """A session at the master of a cluster, or ``local[N]``; it ends with the block.

    Raises:
        NoSpark: there is none, or it gave up; with the cause and the way out.
    """
    session = start(master)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield session
    except (PySparkException, Py4JError) as error:
        raise NoSpark(f"Spark gave up at {master} ({cause(str(error))}); if one document ends every worker that reads it, leave it out") from error
    finally:
        session.stop()


def start(master: str) -> Any:
    """A session that the caller must stop."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise NoSpark(f"Spark is not installed: pip install 'policy-kg[spark]', and {JAVA}") from error
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise NoSpark(f"Spark needs {JAVA}: there is no java on the PATH, and JAVA_HOME is not set")
    for host, port in addresses(master):
        try:
            socket.create_connection((host, port), PATIENCE).close()
        except OSError as error:
            raise NoSpark(f"{master}: nobody answers at {host}:{port} ({error.strerror or error}); start the master, or give another --master") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("policy-kg").config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", ""))
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:  # the gateway raises many kinds
        raise NoSpark(f"Spark does not start at {master} ({cause(str(error))}); it needs {JAVA} and a master URL that it knows") from error


def addresses(master: str) -> list[tuple[str, int]]:
    """Where the masters of a standalone cluster are said to listen; none for other kinds of clusters.

    >>> addresses("spark://one:7077,two"), addresses("local[2]")
    ([('one', 7077), ('two', 7077)], [])
    """
    if not master.startswith("spark://"):
        return []
    parts = [address.partition(":") for address in master.removeprefix("spark://").split(",")]
    return [(host, int(port) if port.isdigit() else 7077) for host, _, port in parts]


def cause(message: str) -> str:
    """What went wrong in one line of a message of Spark: the error of the package in it, else its first line.

    >>> cause("Job aborted due to stage failure: Task 0 failed 4 times\\n\\tat org.apache")
    'Job aborted due to stage failure: Task 0 failed 4 times'
    """
    lines = [line.strip() for line in message.splitlines() if line.strip()] or [message]
    ours = [line.partition(": ")[2] for line in lines if line.startswith("kg.")]
    return ours[-1] if ours else lines[min(lines[0].startswith("An error occurred while calling"), len(lines) - 1)].lstrip(": ")
