"""Which films rest for a while: those asked about lately, and those of the series asked about just now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from questions.catalogue.reading import Catalogue
from questions.deck import Scope
from questions.ways import films_in

LEAST_GAP, SERIES_GAP = 12, 3
"""Questions between two about one film at least, and between two about one series, while there is anything else to ask."""

MOST_GAP = 1000
"""So many films rest at most: of a hundred thousand none comes again soon by chance."""

CACHED = 256
SHARE = 0.5
"""The share of the films that is asked about before one of them comes again, where that makes a larger gap."""

LARGEST = 0.5
"""The share of all films from which on a series is too large to rest: nearly everything would."""


def resting(catalogue: Catalogue, films: Sequence[str], scope: Scope) -> frozenset[str]:
    """Return the ids of the films that rest after questions about these, the last one first.

    Within a quiz about one series only the films themselves rest.
    """
    rest = set(films[: gap(catalogue, scope)])
    if not isinstance(scope, str):
        for film in films[:SERIES_GAP]:
            rest |= companions(catalogue, film)
    return frozenset(rest)


def gap(catalogue: Catalogue, scope: Scope) -> int:
    """Return how many questions lie between two about one film, while there is anything else to ask."""
    return min(MOST_GAP, max(LEAST_GAP, int(SHARE * films_in(catalogue, scope))))


@lru_cache(maxsize=CACHED)
def companions(catalogue: Catalogue, film: str) -> frozenset[str]:
    """Return the ids of the films that share a series with a film, its own among them."""
    most = LARGEST * films_in(catalogue, None)
    own = catalogue.rows(
        "SELECT series, (SELECT count(*) FROM member WHERE series = own.series) FROM member AS own WHERE film = ?",
        catalogue.number(film),
    )
    found = {film}
    for series, size in own:
        if size < most:
            members = catalogue.rows(
                "SELECT id FROM member JOIN entity ON entity.n = member.film WHERE series = ?", series
            )
            found.update(member for (member,) in members)
    return frozenset(found)
