"""Which film is it: clues from hard to easy, each leaving fewer films, the last only one."""

from __future__ import annotations

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.pool import possible_films
from questions.properties import PROPERTIES
from questions.property import Property
from questions.question import Form
from questions.standing import films_of_years, mask
from questions.telling import statement
from questions.wording import N_, words_for

KIND = "who_am_i"
LABEL = N_("Riddles with clues")
WRITTEN = True
Clue = tuple[str, Fact | None]
STEM = N_("Which film is this?")
THIS = N_("this film")
DECADE = N_("It came out in the {decade}s.")
YEAR = N_("It came out in {year}.")
LEAST_CLUES, MOST_CLUES = 3, 5
LEAST_FILMS = 5
"""Films that the first clue must leave."""

PARTS = (
    "editor",
    "cinematographer",
    "writer",
    "production_company",
    "composer",
    "effects_director",
    "director",
    "monster",
)
"""What clues are made of, from what few know to what many do."""


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
    facts = [fact for _, fact in clues if fact is not None]
    claim = Claim(film.id, asked.fact.property, asked.fact.entity.id if asked.fact.entity else "")
    return about(
        asked,
        KIND,
        STEM,
        {},
        (Choice(film.name, claim, film),),
        facts=(asked.fact, *(fact for fact in facts if fact != asked.fact)),
        explanation=" ".join(
            statement(asked.catalogue, fact, asked.language)
            for fact in (*facts, *(one for one in (asked.fact,) if one not in facts))
        ),
        answered=Answered(Form.CLUES, clues=texts, narrowing=narrowing),
    )


def clues_for(asked: Ask, film: Entity) -> tuple[list[Clue], tuple[int, ...]] | None:
    """Return clues that leave fewer films each, and how many each leaves: at first five at least, at last this one."""
    catalogue, words = asked.catalogue, words_for(asked.language)
    decade = int(film.year or 0) // 10 * 10
    left = films_of_years(catalogue.connection, decade, decade + 9, undated=True)
    own = mask(catalogue.connection, [catalogue.number(film.id)])
    clues: list[Clue] = [(words.gettext(DECADE).format(decade=decade), None)]
    sizes = [left.bit_count()]
    facts = [fact for name in PARTS if (fact := some_fact(asked, film, name)) is not None]
    while facts and len(clues) < MOST_CLUES - 1 and left.bit_count() > 1:
        fact = max(
            facts, key=lambda one: (left & films_with(asked, one)).bit_count()
        )  # the least telling first
        remaining = left & films_with(asked, fact)
        facts.remove(fact)
        if own & remaining and remaining.bit_count() < left.bit_count():
            left = remaining
            clues.append((clue(asked, fact), fact))
            sizes.append(left.bit_count())
    if left.bit_count() > 1:
        left &= films_of_years(catalogue.connection, int(film.year or 0), int(film.year or 0), undated=False)
        clues.append((words.gettext(YEAR).format(year=film.year), None))
        sizes.append(left.bit_count())
    good = left == own and len(clues) >= LEAST_CLUES and sizes[0] >= LEAST_FILMS
    return (clues, tuple(sizes)) if good else None


def films_with(asked: Ask, fact: Fact) -> int:
    """Return the films that a clue leaves, as a mask: those for which it is not provably wrong."""
    return possible_films(asked.catalogue, fact.property, fact.entity.id if fact.entity else fact.value)


def some_fact(asked: Ask, film: Entity, name: str) -> Fact | None:
    """Return a settled fact of a property between names, by chance, or None."""
    facts = [
        fact
        for fact in asked.catalogue.facts(subject=film.id, property=name)
        if fact.settled and fact.entity is not None and not fact.entity.unnamed
    ]
    return asked.rng.choice(facts) if facts else None


def clue(asked: Ask, fact: Fact) -> str:
    """Return a fact as a sentence that does not name the film."""
    words = words_for(asked.language)
    wording = PROPERTIES[fact.property].wording
    shown = fact.entity.name if fact.entity else fact.value
    said = words.gettext(wording.says) if wording else "{value}"
    told = said.replace("『{subject}』", "{subject}").format(subject=words.gettext(THIS), value=shown)
    return told[:1].upper() + told[1:]
