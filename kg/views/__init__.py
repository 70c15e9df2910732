"""What an analyst follows over many documents: pure functions from a `KnowledgeBase` to frozen rows, one module a view."""
