"""The frame every card is drawn in: one coloured container of texts, lines and buttons, within the limits."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.cards.cutting import cut_markup, size
from bot.cards.text import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TEXT_LIMIT = 4000  # display characters of one message, all its texts together
CUSTOM_ID_LIMIT = 100
BUTTONS_IN_ROW = 5
SHORT_LABEL = 16  # five of these still stand side by side on a phone

Part = str | ui.ActionRow[ui.LayoutView] | ui.Separator[ui.LayoutView]


class Accent(Enum):
    """The colour at a card's edge, one per state; the card always says its state in words too."""

    ASKING = 0x3B82F6
    CLOSING = 0xD97706
    REVEALED = 0x16A34A
    OVER = 0xB7861B
    KNOWN = 0x8B5CF6


def card(accent: Accent, parts: Iterable[Part]) -> ui.LayoutView:
    """Return a card of these parts, top to bottom; empty texts are left out, text beyond 4,000 is cut."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=accent.value)
    room = TEXT_LIMIT
    for part in parts:
        if not isinstance(part, str):
            container.add_item(part)
        elif part and room > 0:
            text = cut_markup(part, room)
            room -= size(text)
            container.add_item(ui.TextDisplay(text))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def line() -> ui.Separator[ui.LayoutView]:
    """Return a thin line between two parts."""
    return ui.Separator()


def button(
    text: str,
    custom_id: str,
    *,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> ui.Button[ui.LayoutView]:
    """Return a button whose label is cut to fit."""
    return ui.Button(label=label(text), custom_id=custom_id, style=style, disabled=disabled)


def row(*buttons: ui.Button[ui.LayoutView]) -> ui.ActionRow[ui.LayoutView]:
    """Return up to five buttons side by side."""
    return ui.ActionRow(*buttons)


def rows(buttons: Sequence[ui.Button[ui.LayoutView]]) -> list[ui.ActionRow[ui.LayoutView]]:
    """Return the buttons side by side when all their labels are short, else one below the other."""
    short = all(size(one.label or "") <= SHORT_LABEL for one in buttons)
    step = BUTTONS_IN_ROW if short else 1
    return [row(*buttons[start : start + step]) for start in range(0, len(buttons), step)]


def small(text: str) -> str:
    """Return a line in small grey letters, or nothing for an empty one."""
    return f"-# {text}" if text else ""
