"""Draft: a question before it is proved, with the claim behind every choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.claim import Claim, Refutation
from questions.difficulty import difficulty_of
from questions.packs import credited
from questions.question import Form, Question, Wrong
from questions.rating import guess_among, prior_of
from questions.telling import differences, statement
from questions.wording import words_for


@dataclass(frozen=True, slots=True)
class Ask:
    """What a kind is asked to ask: about which fact, which way, and how many choices shall be more famous than the key."""

    catalogue: Catalogue
    fact: Fact
    way: str
    above: int
    rng: Random
    language: str
    seed: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: its words, what it claims, the entity it shows if any, and why it is wrong (None for the right one).

    `later` marks a choice of "which came first": the fact that dates it, compared with the key's.
    """

    text: str
    claim: Claim
    entity: Entity | None = None
    wrong: Refutation | None = None
    later: Fact | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """How a draft is answered, where that is not by pressing a choice.

    `order` lists the choices' places in the right order, or as the items want them; `also` are further entities that
    are right; `accepted` further spellings; `narrowing` counts the films that each clue leaves.
    """

    form: Form
    order: tuple[int, ...] = ()
    items: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    measure: str = ""
    narrowing: tuple[int, ...] = ()
    also: tuple[Entity, ...] = ()
    accepted: tuple[str, ...] = ()


CHOSEN = Answered(Form.CHOICE)
QUOTED_YEAR = re.compile(r"『([^』]+) \((\d{4})\)』")
LISTED = frozenset({Form.CHOICE, Form.ORDER, Form.PAIRS})
"""Forms whose choices are shown."""

WRITTEN = frozenset({Form.TYPED, Form.CLUES})


@dataclass(frozen=True, slots=True)
class Draft:
    """A stem, its choices in the order shown, and the facts the answer stands on, the key's first.

    Where the answer is written, its only choice is the answer, which is not shown.
    """

    kind: str
    way: str
    film: str
    stem: str
    choices: tuple[Choice, ...]
    facts: tuple[Fact, ...]
    explanation: str
    language: str
    seed: int
    answered: Answered = CHOSEN

    @property
    def key(self) -> Choice:
        """Return the right choice."""
        return next(choice for choice in self.choices if choice.wrong is None)

    @property
    def distractors(self) -> tuple[Choice, ...]:
        """Return the wrong choices."""
        return tuple(choice for choice in self.choices if choice.wrong is not None)


def about(
    asked: Ask,
    kind: str,
    stem: str,
    fields: Mapping[str, str],
    choices: Sequence[Choice],
    *,
    facts: tuple[Fact, ...] = (),
    explanation: str = "",
    answered: Answered = CHOSEN,
) -> Draft:
    """Return the draft about the fact asked: its stem translated and filled in, its choices in the order given.

    It stands on the fact and is explained by it, unless `facts` and `explanation` say otherwise.
    """
    subject = asked.fact.subject
    return Draft(
        kind=kind,
        way=asked.way,
        film=subject.film or subject.id,
        stem=tidied(words_for(asked.language).gettext(stem).format(**fields)),
        choices=tuple(choices),
        facts=facts or (asked.fact,),
        explanation=explanation or statement(asked.catalogue, asked.fact, asked.language),
        language=asked.language,
        seed=asked.seed,
        answered=answered,
    )


def tidied(text: str) -> str:
    """Return a stem whose quoted title has its year behind the quotes: 『ゴジラ』（1954年）."""
    return QUOTED_YEAR.sub(r"『\1』（\2年）", text)


def shuffled(choices: list[Choice], rng: Random) -> tuple[Choice, ...]:
    """Return the choices in a random order: randomised, never balanced (Bar-Hillel and Attali 2001)."""
    order = list(choices)
    rng.shuffle(order)
    return tuple(order)


def finished(catalogue: Catalogue, draft: Draft) -> Question:
    """Return the question that a proved draft makes."""
    key_fact = draft.facts[0]
    asked = (draft.kind, draft.language, draft.stem, *(choice.text for choice in draft.choices))
    sources = list(dict.fromkeys(source for fact in draft.facts for source in fact.sources))
    how = draft.answered
    film, key = catalogue.entity(draft.film), draft.key.entity
    right = [entity for entity in (draft.key.entity, *how.also) if entity is not None]
    names = [name for entity in right for name in catalogue.names(entity.id)] or [draft.key.text]
    texts = tuple(choice.text for choice in draft.choices)
    return Question(
        id=f"{draft.kind}-{draft.way}-{fact_digest(key_fact.id)}-{sha256(repr(asked).encode()).hexdigest()[:8]}",
        kind=draft.kind,
        film=draft.film,
        property=key_fact.property,
        language=draft.language,
        stem=draft.stem,
        choices=texts if how.form in LISTED else None,
        answer=tuple(texts[place] for place in how.order) if how.order else draft.key.text,
        accepted=() if how.order else tuple(dict.fromkeys((draft.key.text, *how.accepted, *names))),
        wrong=tuple(wrong_choices(draft)),
        facts=tuple(fact.id for fact in draft.facts),
        sources=tuple(source.id for source in sources),
        cited=tuple(dict.fromkeys(cited(source.what, source.licence) for source in sources)),
        witnesses=min(fact.witnesses for fact in draft.facts),
        difficulty=difficulty_of(film, key, guess_of(draft)),
        explanation=draft.explanation,
        differs=told_differently(catalogue, draft),
        seed=draft.seed,
        form=how.form,
        items=how.items,
        clues=how.clues,
        answer_ids=tuple(entity.id for entity in right) if how.form in WRITTEN else (),
        measure=how.measure,
        prior=round(prior_of(film.popularity, key.popularity if key else None), 4),
        credits=tuple(pack.attribution for pack in credited(catalogue, sources) if pack.attribution),
    )


def wrong_choices(draft: Draft) -> Iterator[Wrong]:
    """Yield the choices that are wrong, each with why."""
    for choice in draft.choices:
        if choice.wrong is not None:
            yield Wrong(choice.text, choice.wrong.because, choice.wrong.sources)


def told_differently(catalogue: Catalogue, draft: Draft) -> tuple[str, ...]:
    """Return how the sources differ about the facts; where a dispute is what was asked, the explanation tells it."""
    lines = (
        line
        for fact in draft.facts
        if fact.difference != "dispute"
        for line in differences(catalogue, fact, draft.language)
    )
    return tuple(dict.fromkeys(lines))


def cited(what: str, licence: str | None) -> str:
    """Return a passage for people, with its licence where it has one."""
    return f"{what}, {licence}" if licence else what


def guess_of(draft: Draft) -> float:
    """Return how often a blind guess is right: one of the choices shown, or next to never what is written."""
    return guess_among(len(draft.choices)) if draft.answered.form is Form.CHOICE else 0.0


def fact_digest(fact_id: str) -> str:
    """Return what stands for a fact in a question's id: it tells nobody the answer, and finds the fact again."""
    return sha256(fact_id.encode()).hexdigest()[:10]


def fact_of(catalogue: Catalogue, digest: str) -> Fact | None:
    """Return the fact that a question's id was made of, or None where this catalogue has it no more; reads all ids."""
    ids = (fact_id for (fact_id,) in catalogue.rows("SELECT id FROM fact"))
    found = next((fact_id for fact_id in ids if fact_digest(fact_id) == digest), None)
    return catalogue.fact(found) if found else None
