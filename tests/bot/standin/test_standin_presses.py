"""Presses, choices and forms: from a player's finger to discord.py and back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.standin import Outcome, StandIn

    Go = Callable[[], Awaitable[None]]
    Presses = asyncio.Queue[discord.Interaction[Any]]


class Form(discord.ui.Modal, title="Guess"):
    """A form with a text and a choice."""

    name: discord.ui.Label[Any] = discord.ui.Label(
        text="Who?", component=discord.ui.TextInput(custom_id="who", min_length=2)
    )
    sure: discord.ui.Label[Any] = discord.ui.Label(
        text="Sure?",
        component=discord.ui.RadioGroup(
            custom_id="sure", options=[discord.RadioGroupOption(label=text) for text in ("Yes", "No")]
        ),
    )


def card(text: str = "Who?", *, open_: bool = True) -> discord.ui.LayoutView:
    """Return a card with two buttons and a menu, with nothing kept by discord.py."""
    view = discord.ui.LayoutView(timeout=None)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for number, label in enumerate("AB"):
        row.add_item(discord.ui.Button(label=label, custom_id=f"guess:{number}", disabled=not open_))
    menu: discord.ui.Select[Any] = discord.ui.Select(custom_id="menu", max_values=2)
    for label in ("one", "two", "three"):
        menu.add_option(label=label)
    texts = discord.ui.TextDisplay[Any](text)
    view.add_item(discord.ui.Container(texts, row, discord.ui.ActionRow(menu)))
    view.stop()
    return view


@pytest.fixture
async def message(standin: StandIn, online: Go, client: discord.AutoShardedClient) -> discord.Message:
    """A card that the bot has posted."""
    await online()
    channel = client.get_partial_messageable(standin.channel("quiz-night"))
    return await channel.send(view=card())


async def take(pressing: Awaitable[Outcome], presses: Presses) -> tuple[Any, asyncio.Future[Outcome]]:
    """Return the interaction that a press makes, and the future of its outcome."""
    waiting = asyncio.ensure_future(pressing)
    return await presses.get(), waiting


async def test_a_press_is_answered_privately(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """The answer to a press is for the one who pressed."""
    ada, kofi = standin.player("Ada"), standin.player("Kofi")
    interaction, outcome = await take(ada.press(message.id, label="B"), presses)

    await interaction.response.send_message("Locked in.", ephemeral=True)

    answer = (await outcome).message
    assert interaction.data["custom_id"] == "guess:1"
    assert interaction.user.id == ada.id
    assert answer in ada.sees(message.channel.id)
    assert answer not in kofi.sees(message.channel.id)


async def test_a_press_may_change_the_card(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """An update in the callback changes the message for everybody."""
    interaction, outcome = await take(standin.player("Ada").press(message.id, "guess:0"), presses)

    await interaction.response.edit_message(view=card("Closed", open_=False))

    assert (await outcome).status == "updated"
    changed = standin.player("Kofi").message(message.id)
    assert changed["components"][0]["components"][0]["content"] == "Closed"
    assert changed["edited_timestamp"] is not None


async def test_what_is_disabled_cannot_be_pressed(standin: StandIn, message: discord.Message) -> None:
    """A disabled button, or one that is not there, is not pressed."""
    await message.edit(view=card(open_=False))
    ada = standin.player("Ada")

    assert (await ada.press(message.id, "guess:0")).error == "This component is disabled."
    assert (await ada.press(message.id, "guess:9")).status == "failed"
    assert (await ada.press(message.id, label="C")).status == "failed"
    assert (await ada.press(1, "guess:0")).status == "failed"


async def test_a_menu_offers_its_options(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """What is chosen in a menu reaches the bot; what it does not offer cannot be chosen."""
    ada = standin.player("Ada")
    interaction, outcome = await take(ada.select(message.id, "menu", ["one", "three"]), presses)
    await interaction.response.defer()

    assert (await outcome).status == "deferred"
    assert interaction.data["values"] == ["one", "three"]
    assert (await ada.select(message.id, "menu", ["four"])).status == "failed"
    assert (await ada.select(message.id, "menu", [])).status == "failed"


async def test_a_form_goes_there_and_back(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """A modal is shown to the one who pressed, filled in, sent off once, and answered."""
    ada = standin.player("Ada")
    interaction, outcome = await take(ada.press(message.id, label="A"), presses)
    await interaction.response.send_modal(Form(timeout=1))
    modal = (await outcome).modal
    assert modal is not None
    assert (await ada.submit(modal, {"who": "x", "sure": "Yes"})).status == "failed"

    filled, outcome = await take(ada.submit(modal, {"who": "Asagi", "sure": "Yes"}), presses)
    await filled.response.send_message("Noted.", ephemeral=True)

    assert (await outcome).status == "message"
    assert [part["component"]["value"] for part in filled.data["components"]] == ["Asagi", "Yes"]
    assert (await ada.submit(modal, {"who": "Asagi", "sure": "Yes"})).status == "failed"


async def test_a_deferred_answer_comes_later(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """After a deferral the first followup takes the place of the message that says the bot thinks."""
    ada = standin.player("Ada")
    interaction, outcome = await take(ada.press(message.id, label="A"), presses)
    await interaction.response.defer(thinking=True, ephemeral=True)
    deferred = await outcome
    waiting = asyncio.create_task(ada.final(deferred))

    await interaction.followup.send("Here.")

    assert deferred.status == "deferred"
    assert (await waiting)["content"] == "Here."
    assert len(ada.sees(message.channel.id)) == 2


async def test_the_answer_can_be_edited_read_and_deleted(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """An ephemeral answer lives on by the interaction's token, and the bot's own token does not find it."""
    ada = standin.player("Ada")
    interaction, outcome = await take(ada.press(message.id, label="A"), presses)
    await interaction.response.send_message("1", ephemeral=True)
    await outcome
    await interaction.edit_original_response(content="2")
    answer = await interaction.original_response()
    assert ada.message(answer.id)["content"] == "2"
    with pytest.raises(discord.NotFound):
        await message.channel.get_partial_message(answer.id).fetch()  # type: ignore[union-attr]

    await interaction.delete_original_response()

    assert [seen["id"] for seen in ada.sees(message.channel.id)] == [str(message.id)]


async def test_only_the_first_answer_counts(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """Of two answers sent at once the second is refused with 40060."""
    interaction, outcome = await take(standin.player("Ada").press(message.id, label="A"), presses)

    answers = await asyncio.gather(
        interaction.response.send_message("1", ephemeral=True),
        interaction.response.send_message("2", ephemeral=True),
        return_exceptions=True,
    )

    assert (await outcome).status == "message"
    assert [answer.code for answer in answers if isinstance(answer, discord.HTTPException)] == [40060]


async def test_a_press_unanswered_fails(standin: StandIn, message: discord.Message, presses: Presses) -> None:
    """After the deadline the press has failed for the player and its token is unknown to Discord."""
    standin.answer_seconds = 0.01
    interaction, outcome = await take(standin.player("Ada").press(message.id, label="A"), presses)

    assert (await outcome).status == "failed"
    with pytest.raises(discord.NotFound) as caught:
        await interaction.response.defer()
    assert caught.value.code == 10062


async def test_dismissed_answers_are_gone(
    standin: StandIn, message: discord.Message, presses: Presses
) -> None:
    """A player puts away an own ephemeral message and no other."""
    ada, kofi = standin.player("Ada"), standin.player("Kofi")
    interaction, pending = await take(ada.press(message.id, label="A"), presses)
    await interaction.response.send_message("1", ephemeral=True)
    answer = (await pending).message
    assert answer is not None

    kofi.dismiss(answer["id"])
    assert answer in ada.sees(message.channel.id)
    ada.dismiss(answer["id"])
    assert answer not in ada.sees(message.channel.id)


async def test_a_wrong_way_to_answer_is_refused(
    standin: StandIn, message: discord.Message, presses: Presses, api: Callable[..., Awaitable[Any]]
) -> None:
    """A press cannot be answered with choices, which are for autocomplete."""
    interaction, outcome = await take(standin.player("Ada").press(message.id, label="A"), presses)
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"

    status, answer = await api("POST", path, {"type": 8, "data": {"choices": []}})

    assert (status, answer["code"]) == (400, 50035)
    await interaction.response.defer()
    await outcome
