"""Slash commands: synced by discord.py, offered to players, checked as Discord checks them, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands

from bot.standin import PlayerError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.standin import StandIn

    Tree = app_commands.CommandTree[Any]
    Go = Callable[[], Awaitable[None]]


@pytest.fixture
def quiz(tree: Tree) -> None:
    """A command with two numbers, and a group with a completed option."""

    @tree.command()
    @app_commands.choices(pace=[app_commands.Choice(name="Slow", value=30)])
    async def quiz(
        interaction: discord.Interaction[Any], rounds: app_commands.Range[int, 1, 20], pace: int = 20
    ) -> None:
        """Ask questions."""
        await interaction.response.send_message(f"{interaction.user.id} asks {rounds}, {pace} s")

    async def names(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{typed} in {interaction.locale}", value=typed)]

    fact = app_commands.Group(name="fact", description="Facts")

    @fact.command()
    @app_commands.autocomplete(name=names)
    async def cast(interaction: discord.Interaction[Any], name: str) -> None:
        """Tell who played whom."""
        await interaction.response.send_message(name, ephemeral=True)

    tree.add_command(fact)


@pytest.mark.usefixtures("quiz")
class TestCommands:
    """With `/quiz` and `/fact cast` synced."""

    async def test_a_command_is_answered_in_its_channel(self, standin: StandIn, online: Go) -> None:
        """What a command says is a message of the bot that everybody in the channel sees."""
        await online()
        mika, channel = standin.player("Mika"), standin.channel("quiz-night")

        outcome = await mika.command("quiz", {"rounds": 3}, channel=channel)

        assert outcome.status == "message"
        assert standin.player("Kofi").sees(channel) == [outcome.message]
        assert standin.player("Kofi").sees(channel)[0]["content"] == f"{mika.id} asks 3, 20 s"

    async def test_a_private_answer_is_seen_by_one(self, standin: StandIn, online: Go) -> None:
        """An ephemeral answer is seen by the player who asked and by nobody else."""
        await online()
        ada, channel = standin.player("Ada"), standin.channel("general")

        outcome = await ada.command("fact cast", {"name": "asagi"}, channel=channel)

        assert ada.sees(channel) == [outcome.message]
        assert standin.player("Kofi").sees(channel) == []

    async def test_an_answer_names_the_whole_command(self, standin: StandIn, online: Go) -> None:
        """Above the answer stands the command as it was given, with its subcommand."""
        await online()

        outcome = await standin.player("Mika").command(
            "fact cast", {"name": "Asagi"}, channel=standin.channel("general")
        )

        assert outcome.message is not None
        assert outcome.message["interaction_metadata"]["name"] == "fact cast"

    async def test_choices_come_while_typing(self, standin: StandIn, online: Go) -> None:
        """Autocomplete hands over what was typed and the player's language."""
        await online()
        jonas, channel = standin.player("Jonas"), standin.channel("general")

        choices = await jonas.autocomplete("fact cast", {"name": "asa"}, focused="name", channel=channel)

        assert choices == [{"name": "asa in de", "value": "asa"}]

    @pytest.mark.parametrize(
        ("path", "options", "sentence"),
        [
            ("quiz", {}, "required"),
            ("quiz", {"rounds": 21}, "at most 20"),
            ("quiz", {"rounds": 0}, "at least 1"),
            ("quiz", {"rounds": "3"}, "type"),
            ("quiz", {"rounds": True}, "type"),
            ("quiz", {"rounds": 3, "pace": 25}, "choices"),
            ("quiz", {"rounds": 3, "speed": 1}, "no option speed"),
            ("fact", {}, "subcommand"),
            ("score", {}, "no command"),
        ],
    )
    async def test_what_the_client_would_not_send_is_not_sent(
        self, standin: StandIn, online: Go, path: str, options: dict[str, Any], sentence: str
    ) -> None:
        """Options are checked before the bot hears of them, as Discord's client does."""
        await online()

        outcome = await standin.player("Ada").command(path, options, channel=standin.channel("general"))

        assert outcome.status == "failed"
        assert sentence in (outcome.error or "")

    async def test_a_second_sync_keeps_the_ids(self, standin: StandIn, online: Go, tree: Tree) -> None:
        """A command synced again under its name keeps its id; one that is gone is gone."""
        await online()
        before = {command["name"]: id_ for id_, command in standin.world.commands.items()}
        tree.remove_command("fact")

        await tree.sync()

        assert standin.world.commands.keys() == {before["quiz"]}

    async def test_commands_work_in_threads_and_direct_messages(self, standin: StandIn, online: Go) -> None:
        """A command is answered where it was given, in a thread and in a direct message too."""
        await online()
        haruka = standin.player("Haruka")

        for channel in (standin.channel("after-hours"), standin.direct(haruka)):
            outcome = await haruka.command("quiz", {"rounds": 1}, channel=channel)
            assert haruka.sees(channel) == [outcome.message]


async def test_a_command_may_be_kept_from_players(standin: StandIn, tree: Tree, online: Go) -> None:
    """A command for those who manage the server is offered to nobody else, nor in a direct message."""

    @tree.command()
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False)
    async def setup(interaction: discord.Interaction[Any]) -> None:
        """Set the server up."""
        await interaction.response.send_message(str(interaction.permissions.manage_guild))

    await online()
    mika, ada, channel = standin.player("Mika"), standin.player("Ada"), standin.channel("general")

    assert (await mika.command("setup", channel=channel)).status == "message"
    assert (await mika.command("setup", channel=standin.direct(mika))).status == "failed"
    assert (await ada.command("setup", channel=channel)).status == "failed"


async def test_users_and_channels_are_resolved(standin: StandIn, tree: Tree, online: Go) -> None:
    """A user or channel given as an option reaches the command as an object."""

    @tree.command()
    async def who(
        interaction: discord.Interaction[Any], user: discord.User, place: discord.TextChannel
    ) -> None:
        """Say who and where."""
        await interaction.response.send_message(f"{user.display_name} in {place.name}")

    await online()
    channel = standin.channel("general")
    options = {"user": str(standin.player("Kofi").id), "place": str(channel)}

    outcome = await standin.player("Ada").command("who", options, channel=channel)

    assert outcome.message is not None
    assert outcome.message["content"] == "Kofi in general"


async def test_a_command_that_says_nothing_fails(tree: Tree, standin: StandIn, online: Go) -> None:
    """Without an answer in time the player reads that the application did not respond."""
    standin.answer_seconds = 0.01
    late: list[discord.Interaction[Any]] = []

    @tree.command()
    async def sleepy(interaction: discord.Interaction[Any]) -> None:
        """Say nothing."""
        late.append(interaction)

    await online()
    outcome = await standin.player("Ada").command("sleepy", channel=standin.channel("general"))

    assert (outcome.status, outcome.error) == ("failed", "The application did not respond")
    with pytest.raises(discord.NotFound) as caught:
        await late[0].response.send_message("too late")
    assert caught.value.code == 10062


async def test_the_completion_of_an_unknown_option_is_an_error(standin: StandIn) -> None:
    """A player cannot complete an option of a command that was never synced."""
    with pytest.raises(PlayerError):
        await standin.player("Ada").autocomplete("fact", {"x": ""}, focused="x", channel=1)
