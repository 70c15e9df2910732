"""Reads many documents: what is kept from an earlier build, then the rest, in one process or on all cores.

Stands between the line through one document (`kg.extraction`) and the knowledge base; gives plain records, in any order.
"""
