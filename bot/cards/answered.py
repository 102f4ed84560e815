"""The short private cards: a guess taken, and a plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.frame import Accent, card, small
from bot.cards.text import plain
from bot.replies import sentence
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from gettext import NullTranslations

    from discord import ui

    from bot.quiz.values import AskingBack

CHOICE_LIMIT = 500

LOCKED_IN = N_("Locked in: {letter}  {choice}")
CHANGED = N_("Changed to: {letter}  {choice}")
WRITTEN = N_("Locked in: {text}")
WRITTEN_ANEW = N_("Changed to: {text}")
ASK_AGAIN = N_("Nothing is locked in yet. Press Answer again; what you write then counts.")
STILL_OPEN = N_("Until the round closes you can still change your mind.")


def locked_in(letter: str, choice: str, changed: bool, words: NullTranslations) -> ui.LayoutView:
    """Return the card that tells a player which choice of theirs counts."""
    said = words.gettext(CHANGED if changed else LOCKED_IN)
    told = said.format(letter=f"**{letter}**", choice=plain(choice, CHOICE_LIMIT))
    return card(Accent.ASKING, [told, small(words.gettext(STILL_OPEN))])


def written(lines: Sequence[str], changed: bool, words: NullTranslations) -> ui.LayoutView:
    """Return the card that tells a player what they wrote, or put together, is kept; not whether it is right."""
    said = words.gettext(WRITTEN_ANEW if changed else WRITTEN)
    kept = "\n".join(f"**{plain(line, CHOICE_LIMIT // max(1, len(lines)))}**" for line in lines)
    told = said.format(text=kept if len(lines) == 1 else f"\n{kept}")
    return card(Accent.ASKING, [told, small(words.gettext(STILL_OPEN))])


def asked_back(back: AskingBack, words: NullTranslations) -> ui.LayoutView:
    """Return the card that asks a player back what they mean; nothing is locked in yet."""
    fields = {name: plain(value, CHOICE_LIMIT) for name, value in back.fields.items()}
    said = words.gettext(back.sentence).format(**fields)
    return card(Accent.CLOSING, [said, small(words.gettext(ASK_AGAIN))])


def notice(text: str) -> ui.LayoutView:
    """Return a card of one sentence, translated and filled in already."""
    return sentence(text)
