"""From what a person types to the entity meant: exact in any spelling, then by beginnings, then through slips."""

from questions.search.finding import Found, called, find, finding
from questions.search.index import EXACT, START, TYPO
from questions.search.keys import KEY_LIMIT, entity_of, key_of, shortened
from questions.search.known_for import actors_of, around, first_film, properties_naming, trades_of
from questions.search.near import nearest, nearing

__all__ = [
    "EXACT",
    "KEY_LIMIT",
    "START",
    "TYPO",
    "Found",
    "actors_of",
    "around",
    "called",
    "entity_of",
    "find",
    "finding",
    "first_film",
    "key_of",
    "nearest",
    "nearing",
    "properties_naming",
    "shortened",
    "trades_of",
]
