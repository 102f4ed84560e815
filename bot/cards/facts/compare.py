"""Two films side by side: what is the same in both said once, then what differs, a line for each film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import figures
from bot.cards.facts import lookup
from bot.cards.facts.address import other_key
from bot.cards.facts.choices import called
from bot.cards.facts.side import Side
from bot.cards.facts.values import Paragraph, Told
from bot.cards.facts.worded import thanks
from bot.cards.text import plain
from bot.errors import QuizError
from bot.wording import N_
from questions import search, telling
from questions.properties import PROPERTIES
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

    from questions.catalogue import Catalogue, Entity, Fact

VIEW = "compare"
NAME_LIMIT = 120
MOST = 8  # of what only one of two long lists has

WHAT = N_("two films side by side")
TITLE = N_("{film} and {other}")
SAME_FILM = N_("That is {name} twice: it is exactly like itself. Choose another film beside it.")
BOTH = N_("In both")
PEOPLE = N_("People in both")
RUNNING_TIME = N_("Running time")
BESIDE = N_("Side by side")
DIFFERENT = N_("Only in one of them, as far as my sources tell")

SINGLE = ("year", "runtime", "release", "format", "episodes", "set_in", "series_position", "earned", "budget")
"""What has one value per case, told for both films where the case is the same."""

LISTS = (
    "genre",
    "country",
    "language",
    "director",
    "writer",
    "composer",
    "effects_director",
    "monster",
    "place",
    "filming_place",
    "production_company",
    "distributor",
)
"""What has many values: those of both films are told once."""

LONG = frozenset({"place", "filming_place", "distributor"})
"""Lists of which only what is in both is worth telling."""

FIRST = ("year", "director", "writer", "composer")
"""What people look at first where two films differ."""

MUST_AGREE = {"earned": ("in", "measure"), "budget": ("in",), "series_position": ("series", "count")}
"""The qualifiers without which two values measure different things; elsewhere one film's may be silent."""


def compared(
    catalogue: Catalogue, film: Entity, other: Entity, language: str, words: NullTranslations
) -> Told:
    """Return two films side by side in a reader's words; raises QuizError for one film twice."""
    if film.id == other.id:
        raise QuizError(SAME_FILM, name=plain(telling.label(film), NAME_LIMIT))
    both = Comparison(catalogue, film, other, language, words)
    paragraphs = (*both.beside_each_other(), *both.shared(), *both.people(), *both.only_in_one())
    return Told(
        title=words.gettext(TITLE).format(film=both.one.title, other=both.two.title),
        what=words.gettext(WHAT),
        paragraphs=paragraphs,
        sources=tuple(both.numbers),
        address=(VIEW, other_key(other.id), film.id),
        credits=thanks(
            catalogue, (catalogue.fact(id_) for paragraph in paragraphs for id_ in paragraph.facts)
        ),
    )


def compared_again(
    catalogue: Catalogue, key: str, other: str, language: str, words: NullTranslations
) -> Told:
    """Return what a button's two keys lead to; raises QuizError where the catalogue holds one no longer."""
    one, two = (search.entity_of(catalogue, given) for given in (key, other))
    if one is None or two is None or {one.type, two.type} != {"film"}:
        raise QuizError(lookup.GONE)
    return compared(catalogue, one, two, language, words)


class Comparison:
    """Two films, what each of them is known for, and the numbers of the sources that are named."""

    def __init__(
        self, catalogue: Catalogue, film: Entity, other: Entity, language: str, words: NullTranslations
    ) -> None:
        self.catalogue = catalogue
        self.language = language
        self.words = words
        self.numbers: dict[str, int] = {}
        alike = called(catalogue, film, language) == called(catalogue, other, language)
        self.one = Side(catalogue, film, language, words, self.numbers, with_year=alike)
        self.two = Side(catalogue, other, language, words, self.numbers, with_year=alike)
        self.agreeing = {name for name in (*SINGLE, *LISTS) if self.common(name)}
        self.told: set[str] = set()

    def shared(self) -> Iterator[Paragraph]:
        """Yield what is the same in both films, a paragraph for each property."""
        for name in (*SINGLE, *LISTS):
            if name in self.agreeing:
                common = self.common(name)
                values = self.one.listed([self.one.value(*facts) for facts in common.values()])
                every = tuple(fact for facts in common.values() for fact in facts)
                self.told.update(fact.id for fact in every)
                yield self.paragraph(f"**{self.label(name)}** · {values}", every, BOTH)

    def common(self, name: str) -> dict[str, list[Fact]]:
        """Return the undisputed facts of a property that both films share, by their value."""
        found: dict[str, list[Fact]] = {}
        for fact in self.one.settled(name):
            likes = [like for like in self.two.settled(name) if _alike(fact, like)]
            if likes:
                known = found.setdefault(_key(fact), [])
                known += [one for one in (fact, *likes) if one not in known]
        return found

    def people(self) -> Iterator[Paragraph]:
        """Yield whoever worked on both films, each with what they did there; whoever is told already is left out."""
        others = self.two.credits()
        for person, facts in self.one.credits().items():
            if person not in others or self.told.issuperset(fact.id for fact in (*facts, *others[person])):
                continue
            here, there = self.one.roles(facts), self.two.roles(others[person])
            name = f"**{self.one.name(person)}**"
            every = (*facts, *others[person])
            if {role for role, _ in here} == {role for role, _ in there}:
                roles = ", ".join(role for role, _ in here)
                yield self.paragraph(f"- {name} · {roles}{self.one.marks(every)}", every, PEOPLE)
                continue
            lines = [f"- {name}"]
            for side, told in ((self.one, here), (self.two, there)):
                lines.append(f"  - {side.short} · {', '.join(f'{role}{marks}' for role, marks in told)}")
            yield self.paragraph("\n".join(lines), every, PEOPLE)

    def beside_each_other(self) -> Iterator[Paragraph]:
        """Yield what differs altogether; of what measures different things nothing."""
        for name in dict.fromkeys((*FIRST, *SINGLE, *LISTS)):
            if name in LONG or name in self.agreeing:
                continue
            if pairs := self.comparable(name):
                yield self.beside(name, [one for one, _ in pairs], [two for _, two in pairs], BESIDE)

    def only_in_one(self) -> Iterator[Paragraph]:
        """Yield the rest of the lists that both films share in part."""
        for name in LISTS:
            if name in LONG or name not in self.agreeing:
                continue
            common = self.common(name)
            mine, theirs = (
                [fact for fact in side.facts(name) if _key(fact) not in common]
                for side in (self.one, self.two)
            )
            if mine or theirs:
                yield self.beside(name, mine, theirs, DIFFERENT)

    def comparable(self, name: str) -> list[tuple[Fact, Fact]]:
        """Return the facts of a property that speak of the same case in both films."""
        return [
            (fact, like)
            for fact in self.one.facts(name)
            for like in self.two.facts(name)
            if _comparable(fact, like)
        ]

    def beside(self, name: str, mine: list[Fact], theirs: list[Fact], heading: str) -> Paragraph:
        """Return a property of both films, the films below one another; who has nothing else is left out."""
        lines = [f"**{self.label(name)}**"]
        for side, facts in ((self.one, mine), (self.two, theirs)):
            unique = list({fact.id: fact for fact in facts}.values())
            if unique:
                lines.append(f"- {side.short} · {side.values(unique, MOST)}")
        return self.paragraph("\n".join(lines), (*mine, *theirs), heading)

    def label(self, name: str) -> str:
        """Return a property's name, escaped, its first letter large."""
        if name in figures.MINUTES:  # the value names the unit
            return self.words.gettext(RUNNING_TIME)
        said = question_words(self.language).gettext(PROPERTIES[name].label)
        return plain(said[:1].upper() + said[1:], NAME_LIMIT)

    def paragraph(self, text: str, facts: tuple[Fact, ...], heading: str) -> Paragraph:
        """Return a paragraph with the sources and the facts it rests on."""
        named = {self.one.number(source.what) for fact in facts for source in fact.sources}
        ids = tuple(dict.fromkeys(fact.id for fact in facts))
        return Paragraph(text, tuple(sorted(named)), self.words.gettext(heading), ids)


def _key(fact: Fact) -> str:
    """Return the form in which the values of two films are the same."""
    return fact.entity.id if fact.entity is not None else fact.value


def _alike(fact: Fact, like: Fact) -> bool:
    return _key(fact) == _key(like) and _comparable(fact, like)


def _comparable(fact: Fact, like: Fact) -> bool:
    """Return whether two facts speak of the same case: what is said of it must not differ, money's kind must be said."""
    one_per = PROPERTIES[fact.property].one_per
    if one_per is None:
        return True
    strict = MUST_AGREE.get(fact.property, ())
    for name in {*one_per, *strict}:
        one, two = fact.qualifiers.get(name), like.qualifiers.get(name)
        if one != two and (name in strict or (one is not None and two is not None)):
            return False
    return True
