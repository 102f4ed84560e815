"""What Discord refuses, in a table of our own that always applies: every limit one entry with its source."""

from bot.standin.limits.callbacks import callback_problems
from bot.standin.limits.commands import command_problems
from bot.standin.limits.messages import message_problems

__all__ = ["callback_problems", "command_problems", "message_problems"]
