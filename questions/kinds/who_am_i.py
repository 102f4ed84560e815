"""Which film is it: clues from hard to easy, each leaving fewer films, the last only one."""

from __future__ import annotations

import re

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.fold import squash
from questions.plausible import FEW
from questions.pool import can_be_told
from questions.proof.cues import telling_words
from questions.properties import PROPERTIES
from questions.property import Property
from questions.question import Form
from questions.sharing import possible_films
from questions.standing import film_mask, films_held, films_of_years
from questions.telling import in_a_row
from questions.wording import N_, words_for

KIND = "who_am_i"
LABEL = N_("Riddles with clues")
FORM = Form.CLUES
OF_MONSTER = re.compile(r"\s*[(（].*")
"""What tells one form of a monster from another: Biollante (First Form)."""

Clue = tuple[str, tuple[Fact, ...]]
STEM = N_("Which film is this?")
THIS = N_("this film")
DECADE = N_("It came out in the {decade}s.")
YEAR = N_("It came out in {year}.")
LEAST_CLUES, MOST_CLUES = 3, 5
LEAST_TOLD = 2
"""Facts among the clues; who knows but when a film came out and who made it has nothing to guess by."""

STARS = 4
"""Of a cast, so many from the top are known."""

LEAST_FILMS = 5
"""Films that the first clue must leave."""

PARTS = ("writer", "production_company", "composer", "effects_director", "director", "cast")
"""What clues are made of."""

LAST = ("monster", "cast", "effects_director", "director", "composer")
"""What the last clue is made of: what most people would know a film by."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "film" for the director: every film is asked for once."""
    return ("film",) if prop.name == "director" else ()


def ask(asked: Ask) -> Draft | None:
    """Return a riddle about the film, or None where its facts do not lead to it alone."""
    film = asked.fact.subject
    if film.form != "film" or not film.own or film.year is None:
        return None
    found = clues_for(asked, film)
    if found is None:
        return None
    clues, narrowing = found
    texts = tuple(text for text, _ in clues)
    facts = [fact for _, known in clues for fact in known]
    claim = Claim(film.id, asked.fact.property, asked.fact.entity.id if asked.fact.entity else "")
    return about(
        asked,
        KIND,
        STEM,
        {},
        (Choice(film.name, claim, film),),
        facts=(asked.fact, *(fact for fact in facts if fact != asked.fact)),
        answered=Answered(Form.CLUES, clues=texts, narrowing=narrowing),
    )


def clues_for(asked: Ask, film: Entity) -> tuple[list[Clue], tuple[int, ...]] | None:
    """Return clues that leave fewer films each, and how many each leaves: at first five at least, at last this one."""
    others = [fact for name in PARTS if (fact := some_fact(asked, film, name)) is not None]
    for name in LAST:
        last = some_fact(asked, film, name)
        found = clues_before(asked, film, others, last) if last is not None else None
        if found is not None:
            return found
    return None


def clues_before(
    asked: Ask, film: Entity, others: list[Fact], last: Fact
) -> tuple[list[Clue], tuple[int, ...]] | None:
    """Return clues that end with the fact given, and with the year where it needs one; None where they tell too little."""
    catalogue, words = asked.catalogue, words_for(asked.language)
    decade = int(film.year or 0) // 10 * 10
    left = films_of_years(catalogue.connection, decade, decade + 9, undated=True)
    own = film_mask(catalogue.connection, catalogue.number(film.id))
    clues: list[Clue] = [(words.gettext(DECADE).format(decade=decade), ())]
    sizes = [left.bit_count()]
    ends = films_with(asked, last)
    facts = [fact for fact in others if fact.entity != last.entity]
    while facts and len(clues) < MOST_CLUES - 2:
        fact = max(
            facts, key=lambda one: (left & films_with(asked, one)).bit_count()
        )  # the least telling first
        facts.remove(fact)
        remaining = left & films_with(asked, fact)
        falls = (remaining & ends).bit_count() < remaining.bit_count() < left.bit_count()
        if own & remaining and falls:
            left = remaining
            clues.append((clue(asked, fact), (fact,)))
            sizes.append(left.bit_count())
    left &= ends
    telling = some_fact(asked, film, "monster") or some_fact(asked, film, "cast")
    clues.append((clue(asked, last), (last,)))
    sizes.append(left.bit_count())
    if left.bit_count() > 1:
        year = int(film.year or 0)
        left &= films_of_years(catalogue.connection, year, year, undated=False)
        clues.append((words.gettext(YEAR).format(year=film.year), ()))
        sizes.append(left.bit_count())
    if telling is not None and telling.entity != last.entity:
        said, known = clues[-1]
        clues[-1] = (in_a_row((said, clue(asked, telling)), asked.language), (*known, telling))
    small = films_held(catalogue.connection) <= FEW
    told = LEAST_TOLD if small else sum(len(known) for _, known in clues)
    good = left == own and len(clues) >= LEAST_CLUES and told >= LEAST_TOLD and sizes[0] >= LEAST_FILMS
    return (clues, tuple(sizes)) if good else None


def films_with(asked: Ask, fact: Fact) -> int:
    """Return the films that a clue leaves, as a mask: those for which it is not provably wrong."""
    return possible_films(asked.catalogue, fact.property, fact.entity.id if fact.entity else fact.value)


def some_fact(asked: Ask, film: Entity, name: str) -> Fact | None:
    """Return a settled fact of a property between names, by chance, or None."""
    facts = [
        fact
        for fact in asked.catalogue.facts(subject=film.id, property=name)
        if fact.settled
        and fact.entity is not None
        and not fact.entity.unnamed
        and can_be_told(asked.catalogue, fact)
        and squash(OF_MONSTER.sub("", fact.entity.name)) not in squash(film.name)
        and telling_words(fact.entity.name).isdisjoint(telling_words(film.name))
    ]
    if name == "cast":
        facts = facts[:STARS]
    if name == "monster":  # the rarest, which leads to the film
        facts = sorted(facts, key=lambda fact: films_of(asked, fact))[:1]
    return asked.rng.choice(facts) if facts else None


def films_of(asked: Ask, fact: Fact) -> int:
    """Return how many films a fact's value is on record for."""
    if fact.entity is None:
        return 0
    query = "SELECT count(*) FROM fact WHERE property = ? AND entity = ?"
    return int(asked.catalogue.rows(query, fact.property, asked.catalogue.number(fact.entity.id))[0][0])


def clue(asked: Ask, fact: Fact) -> str:
    """Return a fact as a sentence that does not name the film."""
    words = words_for(asked.language)
    wording = PROPERTIES[fact.property].wording
    shown = fact.entity.name if fact.entity else fact.value
    said = words.gettext(wording.says) if wording else "{value}"
    role = asked.catalogue.entity(str(fact.qualifiers["as"])).name if "as" in fact.qualifiers else ""
    told = said.replace("『{subject}』", "{subject}").format(
        subject=words.gettext(THIS), value=shown, role=role
    )
    return told[:1].upper() + told[1:]
