"""A film on one card: what most people want to know of it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts.happenings import happenings
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("film",)
CAPTION = N_("at a glance")
SECTIONS = {
    "": (
        "year",
        "director",
        "title",
        "runtime",
        "genre",
        "country",
        "episodes",
        "series_position",
        "sequel_to",
        "followed_by",
    ),
    N_("Made by"): (
        "writer",
        "story_by",
        "producer",
        "composer",
        "cinematographer",
        "effects_director",
        "production_company",
    ),
    N_("Releases"): ("release", "distributor"),
    N_("Money"): ("budget", "earned", "audience"),
}
"""The properties on the card under their headings; the cast and the plot stand between the makers and the releases."""

CAST = N_("Cast")
PLOT = N_("Along the plot")
MOST = 6
"""How many values of a property the card tells; its own view tells them all."""

MOST_ROLES = 8
MOST_EVENTS = 5


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return the film's sections; of a long list the first few, but never a part of a dispute."""
    plain = [
        Section(heading, tuple(entry for prop in props if (entry := _entry(catalogue, entity, prop))))
        for heading, props in SECTIONS.items()
    ]
    return [
        *plain[:2],
        Section(CAST, _cast(catalogue, entity)),
        Section(PLOT, _plot(catalogue, entity)),
        *plain[2:],
    ]


def _entry(catalogue: Catalogue, film: Entity, prop: str) -> Entry | None:
    """Return the entry of a property, or None where nothing is known."""
    facts = catalogue.facts(subject=film.id, property=prop)
    shown = [fact for place, fact in enumerate(facts) if place < MOST or not fact.settled]
    if not shown:
        return None
    return Entry(tuple(shown), style=Style.PROPERTY, left_out=len(facts) - len(shown))


def _cast(catalogue: Catalogue, film: Entity) -> tuple[Entry, ...]:
    """Return the first roles with who plays them, monsters with who was in the suit; the stars where no role is known."""
    roles: dict[str, list[Fact]] = {}
    for prop in ("cast", "voice_actor", "suit_actor"):
        for fact in catalogue.facts(subject=film.id, property=prop):
            if "as" in fact.qualifiers:
                roles.setdefault(str(fact.qualifiers["as"]), []).append(fact)
    named = [(catalogue.entity(role), facts) for role, facts in roles.items()]
    first = [(role, facts) for role, facts in named if not role.unnamed][:MOST_ROLES]
    if not first:
        stars = _entry(catalogue, film, "starring")
        return (stars,) if stars else ()
    left_out = len(roles) - len(first)
    return tuple(
        Entry(tuple(facts), lead=role.name, left_out=left_out if place == len(first) else 0)
        for place, (role, facts) in enumerate(first, start=1)
    )


def _plot(catalogue: Catalogue, film: Entity) -> tuple[Entry, ...]:
    """Return the first events in the order of the story, each after the place it happens in."""
    told = happenings(catalogue, film.id)[:MOST_EVENTS]
    return tuple(
        Entry(facts, lead=f"{place.name}: {facts[0].subject.name}", style=Style.LEAD) for place, facts in told
    )
