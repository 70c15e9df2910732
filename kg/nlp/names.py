"""Names in an article: the finders, one after the other, each on what the ones before have left."""
from __future__ import annotations

from kg.model import Article, Mention
from kg.nlp.agencies import find_agencies
from kg.nlp.bare_titles import find_bare_titles
from kg.nlp.branches import find_branches
from kg.nlp.canvas import Canvas
from kg.nlp.departments import find_departments, find_working_bodies
from kg.nlp.governments import find_governments
from kg.nlp.issuers import find_issuers_in_titles
from kg.nlp.listed_firms import find_listed_firms
from kg.nlp.local_organs import find_local_organs
from kg.nlp.masks import mask_sources
from kg.nlp.organizations import find_organizations
from kg.nlp.party_bodies import find_party_bodies
from kg.nlp.people import find_people
from kg.nlp.places import find_places
from kg.nlp.short_names import find_short_names, find_short_places
from kg.nlp.short_titles import find_short_titles
from kg.nlp.titles import find_titles

FINDERS = (
    mask_sources,
    find_titles,
    find_bare_titles,
    find_short_titles,
    find_issuers_in_titles,
    find_agencies,
    find_organizations,
    find_local_organs,
    find_party_bodies,
    find_working_bodies,
    find_branches,
    find_departments,
    find_short_names,
    find_listed_firms,
    find_people,
    find_governments,
    find_places,
    find_short_places,
)


def find_names(article: Article) -> tuple[Mention, ...]:
    """All names of the article but those of programmes, in reading order, each with the full name it stands for."""
    canvas = Canvas.of(article)
    for find in FINDERS:
        find(canvas)
    return canvas.mentions()
