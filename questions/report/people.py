"""People that a human should look at: one name that may be two people, or one person under two names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue
from questions.fold import is_japanese

LONGEST_CAREER = 75
"""Years between somebody's first and last film from which on two people are likelier than one."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A person, and why a human should look."""

    person: str
    name: str
    why: str


def doubtful(catalogue: Catalogue) -> list[Doubtful]:
    """Return the people to look at: careers too long, films with nobody else in common, two names in Japanese writing."""
    films, crews = worked_on(catalogue)
    found: list[Doubtful] = []
    for person in catalogue.entities("person"):
        whys = reasons(catalogue, person, films.get(person.id, {}), crews)
        found.extend(Doubtful(person.id, person.name, why) for why in whys)
    return sorted(found, key=lambda one: (one.why.split(":")[0], one.name))


def worked_on(catalogue: Catalogue) -> tuple[dict[str, dict[str, Entity]], dict[str, set[str]]]:
    """Return each person's films, and each film's people, by id."""
    films: dict[str, dict[str, Entity]] = defaultdict(dict)
    crews: dict[str, set[str]] = defaultdict(set)
    for fact in catalogue.facts():
        if fact.entity and fact.entity.type == "person" and fact.subject.type == "film" and fact.subject.own:
            films[fact.entity.id][fact.subject.id] = fact.subject
            crews[fact.subject.id].add(fact.entity.id)
    return films, crews


def reasons(
    catalogue: Catalogue, person: Entity, films: dict[str, Entity], crews: dict[str, set[str]]
) -> list[str]:
    """Return why a human should look at a person."""
    found = []
    years = sorted(film.year for film in films.values() if film.year)
    if years and years[-1] - years[0] > LONGEST_CAREER:
        found.append(f"career of more than {LONGEST_CAREER} years: {years[0]} to {years[-1]}")
    parts = companies_kept(person, list(films), crews)
    if len(parts) > 1:
        told = " / ".join(", ".join(sorted(part)) for part in parts)
        found.append(f"films with nobody else in common: {told}")
    scripts = [name for name in catalogue.names(person.id) if is_japanese(name)]
    if len(scripts) > 1:
        found.append(f"more than one name in Japanese writing: {', '.join(scripts)}")
    return found


def companies_kept(person: Entity, films: list[str], crews: dict[str, set[str]]) -> list[set[str]]:
    """Return somebody's films in groups, such that films of two groups share nobody else."""
    groups: list[set[str]] = []
    for film in films:
        near = [
            group for group in groups if any((crews[film] & crews[other]) - {person.id} for other in group)
        ]
        groups = [group for group in groups if group not in near] + [set().union({film}, *near)]
    return groups
