"""Builds on a Spark cluster: the same functions as in one process, over partitions of documents and then of records.

``documents ─mapInArrow▶ packed extracts ─shuffle by IRI▶ merged records ─mapInArrow▶ shards of N-Quads and Parquet``

An adapter and nothing more: what is read how and merged how is that of one machine, and so is the graph. Each step is written as Parquet
before the next one begins, so that a worker that dies costs a retry of its partition.
"""
