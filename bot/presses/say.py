"""A form sent off: what it says is locked in first, or asked back, and told so after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot import replies
from bot.cards.answered import asked_back, written
from bot.errors import QuizError
from bot.quiz.values import Guess
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

    from bot.client import Marquee

LONGEST = 200
TWICE = N_("You have chosen {name} more than once. Press Answer again and choose each only once.")
NOTHING = N_("There was nothing in your answer. Press Answer again and write it down.")


async def pressed(interaction: discord.Interaction[Marquee], round_id: str) -> None:
    """Keep what was written, and tell the player so only once it is on disk."""
    host, words = interaction.client.host, replies.words_of(interaction)
    text = said(fields_of(interaction))
    if not text.strip(", "):
        raise QuizError(NOTHING)
    choices = (await host.form(int(round_id))).question.choices or ()
    twice = repeated(text) if choices else None
    if twice is not None and twice < len(choices):
        raise QuizError(TWICE, name=choices[twice])
    guess = Guess(int(round_id), interaction.user.id, interaction.id, 0, text[:LONGEST])
    result = await host.write(guess, interaction.user.display_name)
    card = asked_back(result.back, words) if result.back else written(result.lines, result.changed, words)
    await replies.answer(interaction, card, private=True)


def fields_of(interaction: discord.Interaction[Any]) -> Iterator[dict[str, Any]]:
    """Yield the fields of a submitted form, in their order."""
    data: dict[str, Any] = {**(interaction.data or {})}
    for part in data.get("components", ()):
        inner = part.get("component") or next(iter(part.get("components", ())), None)
        if inner is not None:
            yield inner


def said(fields: Iterator[dict[str, Any]]) -> str:
    """Return what a form says: its text, or the places chosen in its menus ("2,0,1,3")."""
    values = [field.get("value") or ",".join(field.get("values", ())) for field in fields]
    return ",".join(values)


def repeated(text: str) -> int | None:
    """Return a place that was chosen more than once, or None."""
    chosen = [part for part in text.split(",") if part.isdecimal()]
    return next((int(part) for part in chosen if chosen.count(part) > 1), None)
