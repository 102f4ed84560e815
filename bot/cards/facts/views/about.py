"""Everything that is known of anything, or one property of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions import search
from questions.catalogue.mentions import As, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity

TYPES: tuple[str, ...] = ()
CAPTION = N_("everything known")
ELSEWHERE = N_("Also named in")
FILMS = N_("Films")


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return an entry per property of the entity, then a sentence for each fact elsewhere that names it."""
    own = [name] if name else catalogue.properties(entity.id)
    of_entity = [tuple(catalogue.facts(subject=entity.id, property=prop)) for prop in own]
    naming = [name] if name else search.properties_naming(catalogue, entity.id)
    values, roles = (mentions(catalogue, entity, naming, named) for named in (As.VALUE, As.ROLE))
    named = {fact.id: fact for fact in (*values.facts, *roles.facts) if fact.subject.id != entity.id}
    return [
        Section("", tuple(Entry(facts, style=Style.PROPERTY) for facts in of_entity if facts)),
        Section(FILMS, _films(catalogue, entity) if entity.type == "series" and not name else ()),
        Section(
            ELSEWHERE,
            tuple(Entry((fact,), style=Style.SENTENCES) for fact in named.values()),
            values.left_out + roles.left_out,
        ),
    ]


def _films(catalogue: Catalogue, series: Entity) -> tuple[Entry, ...]:
    """Return where each film of a series stands in it, the oldest first."""
    films = sorted(catalogue.films(series.id), key=lambda film: (film.year or 0, film.id))
    places = [
        tuple(
            fact
            for fact in catalogue.facts(subject=film.id, property="series_position")
            if fact.qualifiers.get("series") == series.id
        )
        for film in films
    ]
    return tuple(Entry(facts, style=Style.SENTENCES) for facts in places if facts)
