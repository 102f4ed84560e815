"""Patience with Discord, and what its refusals mean to a quiz."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.host import discord_channels
from bot.host.channels import ChannelGoneError, MessageGoneError, UnreachableError
from bot.host.discord_channels import _patiently
from bot.host.moderators import moderates
from bot.host.permissions import INVITED_WITH, missing_permissions

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def refused(kind: type[discord.HTTPException], status: int, code: int = 0) -> discord.HTTPException:
    """Return what the library raises for such an answer."""
    response: Any = SimpleNamespace(status=status, reason="said so")
    return kind(response, {"code": code, "message": "said so"})


def failing(*errors: Exception) -> Callable[[], Awaitable[str]]:
    """Return an attempt that fails so, time after time, and then succeeds."""
    left = list(errors)

    async def attempt() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return attempt


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again at once."""
    monkeypatch.setattr(discord_channels, "PAUSES", (0, 0))


@pytest.mark.parametrize(
    "error",
    [refused(discord.DiscordServerError, 503), ConnectionResetError(104, "reset"), TimeoutError()],
    ids=["503", "reset", "timeout"],
)
async def test_what_passes_is_tried_again(error: Exception) -> None:
    """A fault of Discord's or of the network is waited out, a few times."""
    assert await _patiently(failing(error, error)) == "done"
    with pytest.raises(UnreachableError):
        await _patiently(failing(error, error, error))


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (refused(discord.NotFound, 404, 10008), MessageGoneError),
        (refused(discord.HTTPException, 400, 50083), MessageGoneError),
        (refused(discord.NotFound, 404, 10003), ChannelGoneError),
        (refused(discord.Forbidden, 403, 50013), ChannelGoneError),
        (refused(discord.HTTPException, 400, 50035), discord.HTTPException),
    ],
)
async def test_what_does_not_pass_is_not_tried_again(error: Exception, meaning: type[Exception]) -> None:
    """A refusal is final: a message or channel that is gone, and our own mistakes as they are."""
    with pytest.raises(meaning):
        await _patiently(failing(error))


@pytest.mark.parametrize("kind", list(discord.ChannelType))
def test_the_invitation_asks_for_all_that_is_needed(kind: discord.ChannelType) -> None:
    """With the permissions of the invite link nothing is missing anywhere."""
    assert not missing_permissions(INVITED_WITH, kind)


def test_threads_need_a_permission_of_their_own() -> None:
    """In a thread the permission to write in threads counts, in a channel the one to write in channels."""
    mute = discord.Permissions(view_channel=True)

    assert missing_permissions(mute, discord.ChannelType.text) == ["Send Messages"]
    assert missing_permissions(mute, discord.ChannelType.public_thread) == ["Send Messages in Threads"]
    assert missing_permissions(discord.Permissions.none(), discord.ChannelType.private) == []


def test_moderators_are_known_by_their_permissions() -> None:
    """Manage Messages or Manage Server makes a moderator; in a direct message nobody is one."""
    assert moderates(discord.Permissions(manage_messages=True), in_guild=True)
    assert moderates(discord.Permissions(manage_guild=True), in_guild=True)
    assert not moderates(discord.Permissions(kick_members=True), in_guild=True)
    assert not moderates(discord.Permissions.all(), in_guild=False)
