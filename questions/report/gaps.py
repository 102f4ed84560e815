"""What a library does not know of its films, so that somebody can look it up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue

WANTED = ("director", "writer", "composer", "cast", "runtime", "release", "monster", "production_company")
"""Properties that every film should have; a film without one is listed under its name."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, in words, and the ids of what it is missing of."""

    what: str
    of: tuple[str, ...]


def gaps(catalogue: Catalogue) -> list[Gap]:
    """Return what is missing: of films, and of the names that readers of Japanese would need."""
    films = catalogue.films()
    found = [Gap(f"no {name}", without(films, has_property(catalogue, name))) for name in WANTED]
    found.append(Gap("no title in Japanese", without(films, lambda film: has_title(catalogue, film, "ja"))))
    found.append(Gap("no account of the story", without(films, lambda film: bool(catalogue.story(film.id)))))
    for kind in ("person", "character", "monster", "place", "company"):
        named = [entity for entity in catalogue.entities(kind) if not entity.unnamed]
        bare = without(named, lambda entity: bool(catalogue.names(entity.id, "ja")))
        found.append(Gap(f"{kind} without a name in Japanese", bare))
    return [gap for gap in found if gap.of]


def without(entities: list[Entity], known: Callable[[Entity], bool]) -> tuple[str, ...]:
    """Return the ids of the entities of which something is not known."""
    return tuple(sorted(entity.id for entity in entities if not known(entity)))


def has_property(catalogue: Catalogue, name: str) -> Callable[[Entity], bool]:
    """Return whether anything is known of a film under this property."""
    return lambda film: bool(catalogue.facts(subject=film.id, property=name))


def has_title(catalogue: Catalogue, film: Entity, language: str) -> bool:
    """Return whether a film's own title in a language is known."""
    titles: list[Fact] = catalogue.facts(subject=film.id, property="title")
    return any(fact.qualifiers.get("lang") == language for fact in titles)
