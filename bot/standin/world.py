"""World: the users, servers, channels, commands and messages that there are, and which of them changed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.snowflakes import Snowflakes
    from bot.standin.wire import Json

KINDS = ("users", "guilds", "channels", "commands", "files", "messages")
EPHEMERALS_KEPT = 5000


@dataclass
class World:
    """All that persists, by id; `changes` gathers what to store, `changed` is called at the first.

    Ephemeral messages live apart, in memory only, with the id of the one user who sees them.
    """

    ids: Snowflakes
    clock: Callable[[], float]
    users: dict[str, Json] = field(default_factory=dict)
    guilds: dict[str, Json] = field(default_factory=dict)
    channels: dict[str, Json] = field(default_factory=dict)
    commands: dict[str, Json] = field(default_factory=dict)
    files: dict[str, Json] = field(default_factory=dict)
    messages: dict[str, dict[str, Json]] = field(default_factory=dict)
    ephemerals: dict[str, tuple[str, Json]] = field(default_factory=dict)
    changes: dict[tuple[str, str], Json | None] = field(default_factory=dict)
    changed: Callable[[], None] = lambda: None
    _ephemeral_order: deque[str] = field(default_factory=deque)

    @cached_property
    def bot_id(self) -> str:
        """Return the id of the bot's user, which is its application's too."""
        return next(str(user["id"]) for user in self.users.values() if user.get("bot"))

    def keep(self, kind: str, thing: Json) -> Json:
        """Return a thing after putting it into the world, in the place of what had its id."""
        if kind == "messages":
            self.messages.setdefault(thing["channel_id"], {})[thing["id"]] = thing
        else:
            getattr(self, kind)[thing["id"]] = thing
        self._note(kind, thing["id"], thing)
        return thing

    def drop(self, kind: str, id_: str) -> None:
        """Take a thing out of the world; what is not there stays away."""
        if kind == "messages":
            for messages in self.messages.values():
                messages.pop(id_, None)
        else:
            getattr(self, kind).pop(id_, None)
        self._note(kind, id_, None)

    def drop_channel(self, channel_id: str) -> None:
        """Take a channel out of the world with its messages and threads."""
        for thread in [c["id"] for c in self.channels.values() if c.get("parent_id") == channel_id]:
            self.drop_channel(thread)
        for message_id in self.messages.pop(channel_id, {}):
            self._note("messages", message_id, None)
        self.drop("channels", channel_id)

    def message(self, message_id: str) -> Json | None:
        """Return a stored message wherever it is, or None; ephemeral ones are not stored."""
        for messages in self.messages.values():
            if message_id in messages:
                return messages[message_id]
        return None

    def keep_ephemeral(self, user_id: str, message: Json) -> Json:
        """Return a message after keeping it for one user's eyes; the oldest beyond 5,000 are forgotten."""
        if message["id"] not in self.ephemerals:
            self._ephemeral_order.append(message["id"])
        self.ephemerals[message["id"]] = (user_id, message)
        while len(self._ephemeral_order) > EPHEMERALS_KEPT:
            self.ephemerals.pop(self._ephemeral_order.popleft(), None)
        return message

    def forget_ephemerals(self, channel_id: str) -> None:
        """Forget the ephemeral messages of a channel."""
        for id_ in [id_ for id_, (_, m) in self.ephemerals.items() if m["channel_id"] == channel_id]:
            del self.ephemerals[id_]

    def direct_channel(self, user_id: str) -> Json | None:
        """Return the direct-message channel between the bot and a user, or None."""
        return next(
            (c for c in self.channels.values() if c["type"] == 1 and user_id in c["recipient_ids"]), None
        )

    def channel_named(self, name: str) -> Json:
        """Return the first channel of this name; `KeyError` when there is none."""
        for channel in self.channels.values():
            if channel.get("name") == name:
                return channel
        raise KeyError(name)

    def players(self) -> list[Json]:
        """Return the pretend players, in the order they were made."""
        return [user for user in self.users.values() if user.get("player")]

    def _note(self, kind: str, id_: str, thing: Json | None) -> None:
        first = not self.changes
        self.changes[kind, id_] = thing
        if first:
            self.changed()
