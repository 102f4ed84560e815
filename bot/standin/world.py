"""World: the users, servers, channels, commands and messages that there are, and which of them changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.snowflakes import Snowflakes
    from bot.standin.wire import Json

KINDS = ("users", "guilds", "channels", "commands", "files", "messages")
EPHEMERALS_KEPT = 5000
EPHEMERALS_KEPT_EACH = 50
LOADING = 1 << 7


@dataclass
class World:
    """All that persists, by id; `changes` gathers what to store, `changed` is called at the first.

    Ephemeral messages live apart, with the id of the one user who sees them.
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
    _ephemeral_ids: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)

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
        self.forget_ephemerals(channel_id)
        self.drop("channels", channel_id)

    def message(self, message_id: str) -> Json | None:
        """Return a message that everybody sees, wherever it is, or None."""
        for messages in self.messages.values():
            if message_id in messages:
                return messages[message_id]
        return None

    def keep_ephemeral(self, user_id: str, message: Json) -> Json:
        """Return a message after keeping it for one user's eyes.

        Beyond 50 for a user in a channel, and 5,000 in all, the oldest are forgotten.
        """
        self.hold_ephemeral(user_id, message)
        # Whoever promised an answer cannot give it after a restart: a promise is not stored.
        stored = None if message["flags"] & LOADING else {"seen_by": user_id, "message": message}
        self._note("ephemerals", message["id"], stored)
        theirs = self._ephemeral_ids[user_id, message["channel_id"]]
        if len(theirs) > EPHEMERALS_KEPT_EACH:
            self.drop_ephemeral(next(iter(theirs)))
        if len(self.ephemerals) > EPHEMERALS_KEPT:
            self.drop_ephemeral(next(iter(self.ephemerals)))
        return message

    def hold_ephemeral(self, user_id: str, message: Json) -> None:
        """Put a user's ephemeral message into the world as it was stored."""
        self.ephemerals[message["id"]] = (user_id, message)
        self._ephemeral_ids.setdefault((user_id, message["channel_id"]), {})[message["id"]] = None

    def drop_ephemeral(self, id_: str) -> str | None:
        """Return who saw an ephemeral message, now forgotten; None when it was none."""
        if id_ not in self.ephemerals:
            return None
        user_id, message = self.ephemerals.pop(id_)
        theirs = self._ephemeral_ids[user_id, message["channel_id"]]
        theirs.pop(id_)
        if not theirs:
            del self._ephemeral_ids[user_id, message["channel_id"]]
        self._note("ephemerals", id_, None)
        return user_id

    def forget_ephemerals(self, channel_id: str) -> None:
        """Forget the ephemeral messages of a channel."""
        for id_ in [id_ for id_, (_, m) in self.ephemerals.items() if m["channel_id"] == channel_id]:
            self.drop_ephemeral(id_)

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
