"""The catalogue: all films compiled into one read-only SQLite file, and how it is read."""

from questions.catalogue.compile import FILMS, NAMES, compile_catalogue
from questions.catalogue.model import Attestation, Entity, Fact, Source
from questions.catalogue.reading import Catalogue, CatalogueError

__all__ = [
    "FILMS",
    "NAMES",
    "Attestation",
    "Catalogue",
    "CatalogueError",
    "Entity",
    "Fact",
    "Source",
    "compile_catalogue",
]
