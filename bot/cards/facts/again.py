"""What a button's id leads to, found anew: the card it stands on may be older than the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.facts import compare, lookup
from bot.cards.facts.address import NO_PROPERTY
from bot.cards.facts.worded import worded

if TYPE_CHECKING:
    from gettext import NullTranslations

    from bot.cards.facts.address import Place
    from bot.cards.facts.values import Told
    from questions.catalogue import Catalogue
    from questions.steps import Steps


def told(catalogue: Catalogue, place: Place, language: str, words: NullTranslations) -> Steps[Told]:
    """Return, in steps, what is told in this place; raises QuizError where the catalogue holds it no longer."""
    view, name, key = place
    if view == compare.VIEW:
        yield
        return compare.compared_again(catalogue, key, name, language, words)
    asked = "" if name == NO_PROPERTY else name
    known = yield from lookup.known_again(catalogue, view, key, asked)
    return (yield from worded(catalogue, known, language, words))
