"""The real catalogue, and evenings on which the commands are typed by players of the stand-in."""

from __future__ import annotations

from tests.bot.end_to_end.conftest import catalogue, evening, standin

__all__ = ["catalogue", "evening", "standin"]
