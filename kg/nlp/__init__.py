"""Finds names, programmes, quantities and times in articles; `language` wraps the finders in a spaCy pipeline."""
