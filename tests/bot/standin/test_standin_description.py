"""All that discord.py sends held against Discord's own description, and our answers too."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands, ui

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.standin import StandIn

    Go = Callable[[], Awaitable[None]]
    Tree = app_commands.CommandTree[Any]

PICTURE = "https://example.org/still.png"


class Upper(app_commands.Translator):
    """A translation into every language, which is the same in small letters."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """Return the text itself."""
        return string.message.lower()


class Form(ui.Modal, title="All there is"):
    """A form of everything that fits."""

    text: ui.Label[Any] = ui.Label(text="Text", component=ui.TextInput(custom_id="text", required=False))
    who: ui.Label[Any] = ui.Label(text="Who", component=ui.UserSelect(custom_id="who"))
    one: ui.Label[Any] = ui.Label(
        text="One",
        component=ui.Select(custom_id="one", options=[discord.SelectOption(label="a", value="a")]),
    )
    boxes: ui.Label[Any] = ui.Label(
        text="Boxes",
        component=ui.CheckboxGroup(
            custom_id="boxes", min_values=0, options=[discord.CheckboxGroupOption(label="a", value="a")]
        ),
    )
    box: ui.Label[Any] = ui.Label(text="Box", component=ui.Checkbox(custom_id="box"))


def everything() -> ui.LayoutView:
    """Return a card of all components."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[Any] = ui.Container(accent_colour=discord.Colour.gold())
    box.add_item(ui.Section("text", accessory=ui.Thumbnail(PICTURE)))
    box.add_item(ui.Section("text", accessory=ui.Button(label="B", custom_id="b", emoji="\N{CLAPPER BOARD}")))
    box.add_item(ui.Separator(spacing=discord.SeparatorSpacing.large))
    box.add_item(ui.MediaGallery(discord.MediaGalleryItem(PICTURE, description="a still")))
    selects = (ui.UserSelect, ui.RoleSelect, ui.MentionableSelect, ui.ChannelSelect)
    for number, select in enumerate(selects):
        box.add_item(ui.ActionRow(select(custom_id=f"s{number}", placeholder="Who?")))
    box.add_item(ui.ActionRow(ui.Button(label="More", url="https://example.org")))
    view.add_item(box)
    view.stop()
    return view


@pytest.fixture(autouse=True)
def _needed(description: Path | None) -> None:
    if description is None:
        pytest.skip("Discord's OpenAPI description is not here (DISCORD_OPENAPI)")


async def test_all_kinds_of_options_are_synced(standin: StandIn, online: Go, tree: Tree) -> None:
    """Commands with every kind of option, translated into every language, are taken as they are."""

    @tree.command(name=app_commands.locale_str("all"))
    @app_commands.choices(pick=[app_commands.Choice(name=app_commands.locale_str("a"), value="a")])
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def all_(
        interaction: discord.Interaction[Any],
        pick: str,
        word: app_commands.Range[str, 1, 10],
        part: app_commands.Range[float, 0.5, 1.5],
        yes: bool,
        role: discord.Role | None = None,
        anybody: discord.User | discord.Role | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        """Take all kinds of options."""

    await tree.set_translator(Upper())
    await online()

    assert [command["name"] for command in standin.world.commands.values()] == ["all"]
    assert not standin.refusals


async def test_all_kinds_of_messages_are_sent(standin: StandIn, online: Go, client: Any) -> None:
    """Cards of every component and messages with everything in them are taken, and read back."""
    await online()
    channel = client.get_partial_messageable(standin.channel("general"))
    embed = discord.Embed(title="t", url=PICTURE, colour=1, timestamp=discord.utils.utcnow())
    embed.set_footer(text="f", icon_url=PICTURE).set_author(name="a", url=PICTURE).set_image(url=PICTURE)
    embed.set_thumbnail(url=PICTURE).add_field(name="n", value="v", inline=False)
    view = ui.View(timeout=None).add_item(ui.Button(label="A", custom_id="a"))
    view.stop()

    sent = await channel.send(
        "x", embed=embed, view=view, nonce=7, reference=await channel.send(view=everything())
    )
    await sent.edit(content=None, embed=None, view=everything())

    assert (await channel.fetch_message(sent.id)).flags.components_v2
    assert not standin.refusals


async def test_all_kinds_of_fields_come_back(
    standin: StandIn, online: Go, client: Any, presses: asyncio.Queue[Any]
) -> None:
    """A form of every field is shown, filled in and read by discord.py."""
    await online()
    ada = standin.player("Ada")
    card = await client.get_partial_messageable(standin.channel("general")).send(view=everything())
    pressing = asyncio.create_task(ada.press(card.id, "b"))
    form = Form(timeout=5)
    await (await presses.get()).response.send_modal(form)
    modal = (await pressing).modal
    assert modal is not None

    values = {"who": [str(ada.id)], "one": ["a"], "boxes": ["a"], "box": True}
    submitting = asyncio.create_task(ada.submit(modal, values))
    filled = await presses.get()
    await filled.response.edit_message(view=everything())

    assert (await submitting).status == "updated"
    assert [user.id for user in form.who.component.values] == [ada.id]  # type: ignore[attr-defined]
    assert form.box.component.value is True  # type: ignore[attr-defined]
    assert not standin.refusals


async def test_all_kinds_of_menus_are_chosen_from(
    standin: StandIn, online: Go, client: Any, presses: asyncio.Queue[Any]
) -> None:
    """Users, roles and channels chosen in menus reach the bot as objects."""
    await online()
    ada, general = standin.player("Ada"), str(standin.channel("general"))
    card = await client.get_partial_messageable(int(general)).send(view=everything())
    for menu, value, kind in (
        ("s0", str(ada.id), "users"),
        ("s2", str(ada.id), "users"),
        ("s3", general, "channels"),
    ):
        choosing = asyncio.create_task(ada.select(card.id, menu, [value]))
        interaction = await presses.get()
        assert value in interaction.data["resolved"][kind]
        await interaction.response.defer()
        await choosing
