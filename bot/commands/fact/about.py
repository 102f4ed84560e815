"""/fact about: everything else that is known of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.facts import lookup
from bot.commands.fact import complete, tell
from bot.wording import N_

if TYPE_CHECKING:
    import discord

    from bot.client import Marquee


@app_commands.command(
    name=locale_str(N_("about")),
    description=locale_str(N_("Everything that is known of a film, a person, a monster, a place and so on")),
)
@app_commands.rename(name=locale_str(N_("name")), about=locale_str(N_("property")))
@app_commands.describe(
    name=locale_str(N_("Anything there is in a film, or a film itself")),
    about=locale_str(N_("What you want to know of it; everything if you do not say")),
)
async def command(
    interaction: discord.Interaction[Marquee],
    name: app_commands.Range[str, 1, 100],
    about: app_commands.Range[str, 1, 100] = "",
) -> None:
    """Say what is known of anything, or one property of it."""
    await tell(interaction, "about", name, about)


@command.autocomplete("name")
async def _complete_name(
    interaction: discord.Interaction[Marquee], typed: str
) -> list[app_commands.Choice[str]]:
    """Offer whatever the typed text may mean."""
    return await complete(interaction, "about", typed)


@command.autocomplete("about")
async def _complete_property(
    interaction: discord.Interaction[Marquee], typed: str
) -> list[app_commands.Choice[str]]:
    """Offer what is known of the thing that is named already; nothing while it is not."""
    language = replies.language_of(interaction)
    catalogue = interaction.client.catalogue.spoken(language)
    name = getattr(interaction.namespace, "name", "")
    return await replies.complete(interaction, lookup.property_choices(catalogue, name, typed, language))
