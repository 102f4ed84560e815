"""Discord on 127.0.0.1: for playing without Discord, and for tests that drive an unmodified client."""

from bot.standin.feed import Event
from bot.standin.interactions import Outcome
from bot.standin.journal import Entry
from bot.standin.options import PlayerError
from bot.standin.players import Player
from bot.standin.standin import StandIn

__all__ = ["Entry", "Event", "Outcome", "Player", "PlayerError", "StandIn"]
