"""What somebody did: films by trade, the oldest first, with the part played."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards.facts.happenings import by_film
from bot.cards.facts.values import Entry, Section, Style
from bot.wording import N_
from questions import telling
from questions.catalogue.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.catalogue import Catalogue, Entity, Fact

TYPES = ("person", "group")
CAPTION = N_("films")
TRADES = {
    "director": N_("Directed"),
    "writer": N_("Wrote the screenplay"),
    "story_by": N_("Wrote the story"),
    "producer": N_("Produced"),
    "executive_producer": N_("Executive producer"),
    "composer": N_("Composed the music"),
    "cast": N_("Played"),
    "suit_actor": N_("In the suit"),
    "voice_actor": N_("Voice"),
    "monster_voice": N_("Voice of a monster"),
    "narrator": N_("Narrated"),
    "effects_director": N_("Directed the special effects"),
    "effects_assistant": N_("Assisted with the special effects"),
    "cinematographer": N_("Photographed"),
    "editor": N_("Edited"),
    "production_designer": N_("Designed"),
    "art_director": N_("Art direction"),
    "sound": N_("Sound"),
    "lighting": N_("Lighting"),
    "extra": N_("Seen as an extra"),
    "starring": N_("Named among the stars"),
}
"""The properties that say what somebody did, with the headings they stand under."""


def known(catalogue: Catalogue, entity: Entity, name: str) -> Sequence[Section]:
    """Return a section for each trade, most films first, and in it an entry for each film and part."""
    named = {trade: mentions(catalogue, entity, [trade]) for trade in TRADES}
    of_trade = {trade: list(said.facts) for trade, said in named.items()}
    played = {fact.subject for trade in ("cast", "suit_actor", "voice_actor") for fact in of_trade[trade]}
    of_trade["starring"] = [fact for fact in of_trade["starring"] if fact.subject not in played]
    ordered = sorted(
        TRADES,
        key=lambda trade: -len({fact.subject for fact in of_trade[trade]}) - named[trade].left_out,
    )
    own = [
        tuple(catalogue.facts(subject=entity.id, property=prop)) for prop in catalogue.properties(entity.id)
    ]
    lead = partial(_lead, catalogue)
    return [
        *(
            Section(TRADES[trade], by_film(catalogue, of_trade[trade], lead), named[trade].left_out)
            for trade in ordered
        ),
        Section("", tuple(Entry(facts, style=Style.PROPERTY) for facts in own)),
    ]


def _lead(catalogue: Catalogue, fact: Fact) -> str:
    """Return the film, with whom or what was played."""
    role = fact.qualifiers.get("as")
    film = telling.label(fact.subject)
    return f"{film}: {catalogue.entity(str(role)).name}" if role else film
