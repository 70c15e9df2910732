"""Errors that a user can act on: each message says where, what and what to do."""


class PolicyKGError(Exception):
    """Base of all errors that `kg` reports in one line."""


class UnreadableInput(PolicyKGError):
    """An input file that cannot be read as Chinese policy text; the message names the file and the cause."""


class InvalidBuild(PolicyKGError):
    """A folder that is not a finished build, or an output folder that cannot be written."""


class InvalidResource(PolicyKGError):
    """A data file of the project (lexicon, patterns, units, ontology) that breaks its own rules."""
