"""Marquee: the client Discord talks to: it tells Discord its commands and routes every press."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import replies
from bot.commands import commands
from bot.host.discord_channels import DiscordChannels
from bot.host.host import Host
from bot.host.permissions import INVITED_WITH
from bot.host.stage import Stage
from bot.host.typed import TypedGuesses
from bot.presses import press_of
from bot.store import synced
from bot.wording import words_for
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.quiz.clock import Clock
    from bot.quiz.values import Quiz
    from bot.store.database import Database
    from questions.catalogue import Catalogue

LONGEST_GOODBYE = 3.0  # seconds for presses under way when the bot leaves
SNOWFLAKE_SHARD = 22  # the bits of an id above this one choose the guild's shard

log = logging.getLogger(__name__)


class Marquee(discord.AutoShardedClient):
    """The bot; what lives longer than an interaction hangs here, handed in by whoever builds it."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        clock: Clock,
        seeds: Callable[[], int],
        language: str,
        **options: Any,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,  # nothing is ever looked up in them
            **options,
        )
        self.database = database
        self.catalogue = catalogue
        self.clock = clock
        self.language = language
        self.host = Host(
            Stage(database, catalogue, DiscordChannels(self), clock, TypedGuesses(catalogue)), seeds
        )
        self.tree = Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._presses: set[asyncio.Task[Any]] = set()

    @property
    def invitation(self) -> str:
        """The address under which a server's owner takes the bot in, with only the permissions it uses."""
        assert self.application_id is not None  # noqa: S101 (known from the login on)
        return discord.utils.oauth_url(
            self.application_id, permissions=INVITED_WITH, scopes=("bot", "applications.commands")
        )

    async def setup_hook(self) -> None:
        """Load the commands, and tell Discord about them if it does not know them yet."""
        for command in commands():
            self.tree.add_command(command)
        await self.tree.set_translator(Translator())
        await self._sync()

    async def on_shard_connect(self, shard_id: int) -> None:
        """Pick up the quizzes whose presses arrive through this shard from now on."""
        await self.host.resume(lambda quiz: self._shard_of(quiz) == shard_id)

    async def on_ready(self) -> None:
        """Keep the collector from walking through the guilds again and again, which stalls everything."""
        gc.collect()
        gc.freeze()
        log.info("ready on %d servers", len(self.guilds))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Route every press and every submitted form; commands have found their way already."""
        if interaction.type in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 (the library runs each event in a task of its own)
            self._presses.add(task)
            task.add_done_callback(self._presses.discard)
            await press(interaction)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """End the quiz of a channel that is gone."""
        await self.host.leave(lambda quiz: quiz.channel_id == channel.id)

    async def on_raw_thread_delete(self, thread: discord.RawThreadDeleteEvent) -> None:
        """End the quiz of a thread that is gone."""
        await self.host.leave(lambda quiz: quiz.channel_id == thread.thread_id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """End the quizzes of a server that sent the bot away."""
        await self.host.leave(lambda quiz: quiz.guild_id == guild.id)

    async def close(self) -> None:
        """Answer the presses under way, put the quizzes down, and leave."""
        if self._presses:
            await asyncio.wait(self._presses, timeout=LONGEST_GOODBYE)
        await self.host.close()
        await super().close()

    def _shard_of(self, quiz: Quiz) -> int:
        """Return the shard that hears of a quiz's channel; direct messages come through the first."""
        if quiz.guild_id == quiz.channel_id:
            return 0
        return (quiz.guild_id >> SNOWFLAKE_SHARD) % (self.shard_count or 1)

    async def _sync(self) -> None:
        """Tell Discord our commands if they differ from what it last accepted: it takes 200 new ones a day."""
        assert self.application_id is not None  # noqa: S101 (known from the login on)
        translator = self.tree.translator
        payload = [
            await command.get_translated_payload(self.tree, translator)
            if translator
            else command.to_dict(self.tree)
            for command in self.tree.get_commands()
        ]
        digest = sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        async with self.database.read() as connection:
            known = await synced.synced_digest(connection, self.application_id)
        if known == digest:
            return
        await self.tree.sync()
        remembering = partial(synced.remember, application_id=self.application_id, digest=digest)
        await self.database.write(remembering)
        log.info("told Discord %d commands", len(payload))


def point_at(api_base: str, gateway: str) -> None:
    """Let every client of this process speak to another server than Discord."""
    discord.http.Route.BASE = api_base
    # the library's own kind of address
    default = discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = type(default)(gateway)


class Tree(app_commands.CommandTree[Marquee]):
    """The slash commands; what goes wrong in one is told where what goes wrong in a press is."""

    async def on_error(
        self, interaction: discord.Interaction[Marquee], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the player what went wrong."""
        await replies.report(interaction, error)


class Translator(app_commands.Translator):
    """The commands' names and descriptions in the languages there are words for."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """Return the words in that language, or None where they are the same."""
        message = string.extras.get("translated_as", string.message)
        for words in (words_for(str(locale)), question_words(str(locale))):
            translated = words.gettext(message)
            if translated != message:
                return translated
        return None


async def press(interaction: discord.Interaction[Any]) -> None:
    """Do what the pressed button is for; whatever happens, the player is answered."""
    try:
        pressed, ids = press_of(interaction)
        await pressed(interaction, *ids)
    except Exception as error:
        await replies.report(interaction, error)
