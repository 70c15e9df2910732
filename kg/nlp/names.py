"""Names in an article: the finders, one after the other, each on what the ones before have left."""
from __future__ import annotations

from kg.model import Article, Mention
from kg.nlp.agencies import find_agencies, find_departments, find_issuers_in_titles, find_local_organs, find_working_bodies
from kg.nlp.bare_regulations import find_bare_publications, find_bare_regulations
from kg.nlp.canvas import Canvas
from kg.nlp.masks import mask_sources
from kg.nlp.organizations import find_organizations
from kg.nlp.people import find_people
from kg.nlp.places import find_places
from kg.nlp.titles import find_titles

FINDERS = (
    mask_sources,
    find_titles,
    find_bare_regulations,
    find_bare_publications,
    find_issuers_in_titles,
    find_agencies,
    find_organizations,
    find_local_organs,
    find_working_bodies,
    find_departments,
    find_people,
    find_places,
)


def find_names(article: Article) -> tuple[Mention, ...]:
    """All names of the article but those of programmes, in reading order, each with the full name it stands for."""
    canvas = Canvas.of(article)
    for find in FINDERS:
        find(canvas)
    return canvas.mentions()
