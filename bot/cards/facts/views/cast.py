"""Who plays whom: a film's whole cast, a character's actors, an actor's roles."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions.catalogue.mentions import As, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("film", "character", "monster", "person", "group")
CAPTION = N_("cast")
PROPERTIES = {
    "cast": N_("Cast"),
    "suit_actor": N_("In the suits"),
    "voice_actor": N_("Voices"),
    "starring": N_("Stars"),
    "extra": N_("Extras"),
    "reprises": N_("Returning actors"),
}
"""The properties that say who is seen or heard, with the headings they stand under."""


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return the roles of a film under headings; of a character or an actor a sentence for each part."""
    if entity.type == "film":
        return [Section(heading, _roles(catalogue, entity, prop)) for prop, heading in PROPERTIES.items()]
    named = [
        mentions(catalogue, entity, [prop], named) for prop in PROPERTIES for named in (As.ROLE, As.VALUE)
    ]
    films = sorted((fact for said in named for fact in said.facts), key=lambda fact: fact.subject.year or 0)
    parts = groupby(films, key=lambda fact: (fact.subject.id, fact.property, fact.qualifiers.get("as")))
    entries = tuple(Entry(tuple(facts), style=Style.SENTENCES) for _, facts in parts)
    return [Section("", entries, sum(said.left_out for said in named))]


def _roles(catalogue: Catalogue, film: Entity, prop: str) -> tuple[Entry, ...]:
    """Return one entry per role with all who play it; those of whom no role is named stand by themselves."""
    roles: dict[str, list[Fact]] = {}
    for fact in catalogue.facts(subject=film.id, property=prop):
        roles.setdefault(str(fact.qualifiers.get("as", fact.id)), []).append(fact)
    return tuple(
        Entry(tuple(facts), lead=catalogue.entity(role).name if "as" in facts[0].qualifiers else "")
        for role, facts in roles.items()
    )
