"""What the playground's own players are told of an answer: plain values, as a client would send them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.cards.answer_form import filled_in
from bot.store import rounds
from questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.store.database import Database
    from questions.catalogue import Catalogue
    from questions.question import Question

Filling: TypeAlias = dict[str, str | list[str]]

MISTAKES = 12
"""Names that somebody who does not know may write."""


def oracle(
    database: Database, catalogue: Catalogue
) -> Callable[[int], Awaitable[int | list[Filling] | None]]:
    """Return what tells of a round the place of its right choice, or what its form holds, None where there is no round.

    A form is told as who knows fills it in, and where it asks for a name, as those do who take another for it.
    """

    async def known(round_id: int) -> int | list[Filling] | None:
        async with database.read() as connection:
            round_ = await rounds.round_by_id(connection, round_id)
        if round_ is None:
            return None
        question = round_.question
        if question.form is Form.CHOICE:
            choices = question.choices or ()
            return choices.index(question.answer) if question.answer in choices else None
        wrong = mistakes(catalogue, question) if question.form in (Form.TYPED, Form.CLUES) else []
        return [filled_in(question), *(filled_in(question, name) for name in wrong)]

    return known


def mistakes(catalogue: Catalogue, question: Question) -> list[str]:
    """Return names of the answer's type that are not the answer, those from the same film first."""
    spoken = catalogue.spoken(question.language)
    right = {question.shown_answer, *question.accepted}
    try:
        answers = [spoken.entity(id_) for id_ in question.answer_ids]
    except KeyError:  # from a catalogue of another version, before a restart
        return []
    if not answers:
        words = (max(film.name.split(), key=len) for film in spoken.films(most=4 * MISTAKES))
        return [word for word in dict.fromkeys(words) if word not in right][:MISTAKES]
    type_ = answers[0].type
    near = [fact.entity for fact in spoken.facts(subject=question.film) if fact.entity is not None]
    most = 4 * MISTAKES
    known = spoken.films(most=most) if type_ == "film" else spoken.entities(type_, most=most)
    names = [
        entity.name
        for entity in (*near, *known)
        if entity.type == type_
        and entity not in answers
        and not entity.unnamed
        and entity.id != question.film
    ]
    return [name for name in dict.fromkeys(names) if name not in right][:MISTAKES]
