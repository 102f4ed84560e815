"""One of two films that are compared: its facts, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import figures
from bot.cards.facts.choices import called
from bot.cards.text import fit, plain
from bot.wording import N_
from questions import telling
from questions.properties import PROPERTIES
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from gettext import NullTranslations

    from questions.catalogue import Catalogue, Entity, Fact

NAME_LIMIT = 120
SHORT_LIMIT = 60
VALUES_LIMIT = 600
UNSAID = frozenset(
    {"billed", "order", "in", "about", "implied", "distributor", "year", "title", "format", "note"}
)
"""Qualifiers that are told within the value, order a list, or are no help in comparing."""

PEOPLE = frozenset({"person", "group"})
DISPUTED = N_("sources differ")
DOUBTFUL = N_("doubtful")


class Side:
    """A film that stands beside another; both write the sources they name into one list of numbers."""

    def __init__(
        self,
        catalogue: Catalogue,
        film: Entity,
        language: str,
        words: NullTranslations,
        numbers: dict[str, int],
        *,
        with_year: bool,
    ) -> None:
        self.catalogue = catalogue
        self.film = film
        self.language = language
        self.words = words
        self.numbers = numbers
        name = called(catalogue, film, language)
        year = f" ({film.year})" if film.year else ""
        self.title = f"{name}{year}"
        # two films of one name are told apart by their years in every line
        self.short = plain(f"{name}{year}" if with_year else name, SHORT_LIMIT)

    def facts(self, name: str) -> list[Fact]:
        """Return what is known of a property."""
        found = self.catalogue.facts(subject=self.film.id, property=name)
        return (
            [*found, *self.catalogue.facts(film=self.film.id, property="where")] if name == "place" else found
        )

    def settled(self, name: str) -> list[Fact]:
        """Return what is known of a property without a dispute or a doubt."""
        return [fact for fact in self.facts(name) if fact.settled]

    def credits(self) -> dict[Entity, list[Fact]]:
        """Return everybody who made or played in the film, with the facts that say so."""
        found: dict[Entity, list[Fact]] = {}
        for fact in self.catalogue.facts(subject=self.film.id):
            worked = fact.entity is not None and fact.entity.type in PEOPLE
            if fact.entity is not None and worked and fact.property not in ("review", "reprises"):
                found.setdefault(fact.entity, []).append(fact)
        return found

    def roles(self, facts: Sequence[Fact]) -> list[tuple[str, str]]:
        """Return what somebody did in the film in words, escaped, each once, with its sources' numbers."""
        played = any("as" in fact.qualifiers for fact in facts)
        told: dict[str, list[Fact]] = {}
        for fact in facts:
            if played and fact.property == "starring":  # the role says as much
                continue
            told.setdefault(self.role(fact), []).append(fact)
        return [(role, self.marks(said)) for role, said in told.items()]

    def role(self, fact: Fact) -> str:
        """Return what a fact says that somebody did: the role played, or the credit."""
        if "as" in fact.qualifiers:
            return plain(
                called(self.catalogue, self.catalogue.entity(str(fact.qualifiers["as"])), self.language)
            )
        return plain(question_words(self.language).gettext(PROPERTIES[fact.property].label), NAME_LIMIT)

    def name(self, entity: Entity) -> str:
        """Return an entity's name in the reader's language, escaped."""
        return plain(called(self.catalogue, entity, self.language), NAME_LIMIT)

    def value(self, fact: Fact, *alike: Fact) -> str:
        """Return a fact's value with what it and its likes hold for, and the numbers of those who say so."""
        told = (
            self.name(fact.entity) if fact.entity else plain(figures.value(fact, self.language), NAME_LIMIT)
        )
        remarks = [
            plain(telling.qualifier(self.catalogue, fact, name, self.language), NAME_LIMIT)
            for name, given in fact.qualifiers.items()
            if name not in UNSAID
            and not isinstance(given, bool)
            and not (name == "country" and "version" in fact.qualifiers)
            and all(like.qualifiers.get(name) == given for like in alike)
        ]
        if fact.difference == "doubt":
            remarks.append(self.words.gettext(DOUBTFUL))
        bracketed = f" ({', '.join(remarks)})" if remarks else ""
        return f"{told}{bracketed}{self.marks((fact, *alike))}"

    def values(self, facts: Sequence[Fact], most: int) -> str:
        """Return the values of several facts, so many at most, and how many more there are."""
        shown = facts[:most]
        disputed = any(fact.difference == "dispute" for fact in shown)
        told = self.listed([self.value(fact) for fact in shown], len(facts) - len(shown))
        return f"{told} · {self.words.gettext(DISPUTED)}" if disputed else told

    def listed(self, values: Sequence[str], hidden: int = 0) -> str:
        """Return values one after the other, as many as fit, and how many more there are."""
        told = [*values, self.more(hidden)] if hidden else values
        return fit(told, VALUES_LIMIT, lambda count: self.more(count - bool(hidden) + hidden), separator="; ")

    def more(self, count: int) -> str:
        """Return how many values are left out."""
        return self.words.ngettext("and {count} more", "and {count} more", count).format(count=count)

    def marks(self, facts: Sequence[Fact]) -> str:
        """Return the numbers of the sources that say some facts, as they stand behind a statement."""
        named = sorted({self.number(source.what) for fact in facts for source in fact.sources})
        return f" [{', '.join(map(str, named))}]" if named else ""

    def number(self, source: str) -> int:
        """Return the number of a source, a new one for a source not named before."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)
