"""Players who know nothing of films: they go by how famous, how long, how old the choices look, or learn which to press."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from random import Random
from statistics import fmean, median, pstdev

from questions.catalogue import Catalogue, Entity
from questions.picker import pick
from questions.question import Form
from questions.telling import label

THREE, FOUR = 3, 4
PRINTED_YEAR = re.compile(r"\((\d{4})\)$")
CRITICAL = 16.27
"""χ² of three degrees of freedom at p = .001; of two it is less."""

FOLDS, ROUNDS, STEP, DECAY, MOST_LEARNED = 4, 60, 0.5, 1e-3, 4_000
TYPES = ("film", "person", "group", "character", "monster", "company", "place", "series")


@dataclass(frozen=True, slots=True)
class Looks:
    """What can be seen of a choice without knowing the answer; None where it has no such thing."""

    fame: float | None
    year: float | None
    length: int
    digits: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as it looks: its film, its choices, and which of them is right."""

    film: str
    choices: tuple[Looks, ...]
    right: int
    way: str = ""


def questions_seen(
    catalogue: Catalogue, name: str | None, count: int, seed: int = 0, kind: str | None = None
) -> Iterator[Seen]:
    """Yield the questions of four choices among so many about a property or of a kind, as the picker gives them.

    There are none where it declines; of a kind, those of three choices too.
    """
    rng = Random(seed)
    kinds = PRESSED if kind is None else (kind,)
    for number in range(count):
        question = pick(catalogue, rng.getrandbits(48), property=name, kinds=kinds)
        if question is None and number == 0:
            return
        if question is None or question.form is not Form.CHOICE or not question.choices:
            continue
        choices = question.choices
        if len(choices) != FOUR and (kind is None or len(choices) != THREE):
            continue
        looks = tuple(looks_of(catalogue, choice, question.film) for choice in choices)
        way = question.id.split("-")[1]
        yield Seen(question.film, looks, choices.index(question.shown_answer), f"{question.kind}, {way}")


PRESSED = ("single_fact", "who_played", "release", "city", "odd_one_out")
"""Kinds whose questions have four choices of which the rank is drawn."""


def looks_of(catalogue: Catalogue, choice: str, film: str) -> Looks:
    """Return what a choice looks like."""
    digits = sum(letter.isdigit() for letter in choice)
    if choice.isdigit():
        return Looks(None, int(choice), len(choice), digits)
    found = [entity for entity in by_name(catalogue).get(choice, ()) if entity.film in (None, film)]
    if not found:  # what happens in a film is told in a clause, which has neither fame nor age
        return Looks(None, None, len(choice), digits)
    best = max(found, key=lambda entity: entity.popularity)
    printed = PRINTED_YEAR.search(choice)
    year = int(printed[1]) if printed else year_of(catalogue, best.id)
    return Looks(best.popularity, year, len(choice), digits)


@lru_cache(maxsize=4)
def by_name(catalogue: Catalogue) -> dict[str, list[Entity]]:
    """Return what a choice may stand for."""
    found: dict[str, list[Entity]] = {}
    for kind in TYPES:
        for entity in catalogue.entities(kind):
            for text in {entity.name, label(entity)}:
                found.setdefault(text, []).append(entity)
    return found


@lru_cache(maxsize=8192)
def year_of(catalogue: Catalogue, entity_id: str) -> float | None:
    """Return the middle of the years of somebody's films: when people worked, even one who knows nothing may guess."""
    if catalogue.entity(entity_id).type != "person":
        return None
    years = [fact.subject.year for fact in catalogue.facts(value=entity_id)]
    known = [year for year in years if year is not None]
    return fmean(known) if known else None


def share(seen: Iterable[Seen], look: Callable[[Sequence[Looks]], Sequence[float] | None]) -> float | None:
    """Return how often the choice with the highest look is right, equals by chance; None where nothing can be seen."""
    hits: list[float] = []
    for question in seen:
        looks = look(question.choices)
        if looks is not None:
            best = [place for place, value in enumerate(looks) if value == max(looks)]
            hits.append((question.right in best) / len(best))
    return fmean(hits) if hits else None


def most_famous(choices: Sequence[Looks]) -> list[float] | None:
    """Return how famous each choice is."""
    fames = [choice.fame for choice in choices if choice.fame is not None]
    return fames if len(fames) == len(choices) else None


def least_famous(choices: Sequence[Looks]) -> list[float] | None:
    """Return how little famous each choice is."""
    fames = most_famous(choices)
    return None if fames is None else [-fame for fame in fames]


def middle_year(choices: Sequence[Looks]) -> list[float] | None:
    """Return how near each choice is to the middle of their years."""
    years = [choice.year for choice in choices if choice.year is not None]
    return [-abs(year - median(years)) for year in years] if len(years) == len(choices) else None


def longest(choices: Sequence[Looks]) -> list[float]:
    """Return how long each choice is."""
    return [float(choice.length) for choice in choices]


def uneven(seen: Iterable[Seen]) -> float:
    """Return χ² of the places at which the right choice stands."""
    every = list(seen)
    places = Counter(question.right for question in every)
    even = places.total() / len(every[0].choices)
    return sum((places[place] - even) ** 2 / even for place in range(len(every[0].choices)))


def features(choices: Sequence[Looks]) -> list[list[float]]:
    """Return what the learner sees of each choice, compared with the others."""
    count = len(choices)
    columns = [measured(look(choices), count) for look in (most_famous, longest, middle_year)]
    columns.append(measured([float(choice.digits) for choice in choices], count))
    columns.append(measured([choice.year for choice in choices if choice.year is not None], count))
    rows = []
    for place in range(len(choices)):
        row: list[float] = []
        for column in columns:
            value = column[place]
            row += [value, abs(value), float(value == max(column)), float(value == min(column))]
        rows.append(row)
    return rows


def measured(values: Sequence[float] | None, count: int) -> list[float]:
    """Return values as so many deviations from their mean, all nought where they are equal or not to be seen."""
    if values is None or len(values) != count:
        return [0.0] * count
    spread, mean = pstdev(values), fmean(values)
    return [(value - mean) / spread if spread else 0.0 for value in values]


def learned(seen: Sequence[Seen]) -> float:
    """Return how often a conditional logit is right about films that it has not learned from."""
    films = sorted({question.film for question in seen})
    fold = {film: place % FOLDS for place, film in enumerate(Random(1).sample(films, len(films)))}
    rows = [(fold[question.film], features(question.choices), question.right) for question in seen]
    hits = 0.0
    for held in range(FOLDS):
        weights = fitted([(row, right) for of, row, right in rows if of != held])
        for of, row, right in rows:
            if of == held:
                scores = [sum(w * x for w, x in zip(weights, one, strict=True)) for one in row]
                best = [place for place, score in enumerate(scores) if score >= max(scores) - 1e-9]
                hits += (right in best) / len(best)
    return hits / len(rows)


def fitted(rows: list[tuple[list[list[float]], int]]) -> list[float]:
    """Return the weights of a conditional logit, by ascent along the gradient."""
    rows = Random(2).sample(rows, min(len(rows), MOST_LEARNED))
    weights = [0.0] * len(rows[0][0][0])
    for _ in range(ROUNDS):
        gradient = [0.0] * len(weights)
        for row, right in rows:
            raised = [exp(sum(w * x for w, x in zip(weights, one, strict=True))) for one in row]
            total = sum(raised)
            for place, one in enumerate(row):
                pull = (place == right) - raised[place] / total
                for index, x in enumerate(one):
                    gradient[index] += pull * x
        weights = [w + STEP * (g / len(rows) - DECAY * w) for w, g in zip(weights, gradient, strict=True)]
    return weights
