"""What an analyst follows over many documents: pure functions from a `KnowledgeBase` to frozen rows, one module a view.

In a notebook the rows of any view become a data frame: ``build.frame(find_conflicts(build.kb))``.
"""
