"""The card that says what Marquee is, how much it knows, and under which licences."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from bot.cards import figures
from bot.cards.films import OWN
from bot.cards.frame import Accent, Part, card, line, small
from bot.cards.text import fit, plain
from bot.wording import N_
from questions.catalogue.counting import FACTS, FILMS, WITNESSES
from questions.catalogue.depths import LIBRARY
from questions.packs import packs

if TYPE_CHECKING:
    from gettext import NullTranslations

    from discord import ui

    from questions.catalogue import Catalogue

PACKAGE = "marquee-bot"
NAME_LIMIT = 200
ATTRIBUTION_LIMIT = 400
PACKS_LIMIT = 2600
LIBRARY_LIMIT = 600

WHAT = N_(
    "Marquee is a film-trivia bot that writes its own questions from sourced facts, and can prove every answer."
    " Where sources differ it shows who says what, and never asks about it as if it were settled."
)
VERSION = N_("Version {version}")
LICENCES = N_("Where the facts are from")
UNDER = N_("{passages} under {licence}")
CODE = N_("The code of Marquee is free under the MIT licence.")


def about_card(catalogue: Catalogue, language: str, words: NullTranslations) -> ui.LayoutView:
    """Return what Marquee is, in two sentences, its version and size, and the licences of all that it tells."""
    told = [_pack_lines(pack.label, pack.licence, pack.attribution) for pack in packs(catalogue)]
    parts: list[Part] = [
        "### Marquee",
        words.gettext(WHAT),
        small(" · ".join(_figures(catalogue, language, words))),
        line(),
        f"### {words.gettext(LICENCES)}",
        f"**{words.gettext(OWN)}**\n{small(_library(catalogue, language, words))}",
        fit(told, PACKS_LIMIT, lambda count: f"… (+{count})"),
        line(),
        small(words.gettext(CODE)),
    ]
    return card(Accent.KNOWN, parts)


def _figures(catalogue: Catalogue, language: str, words: NullTranslations) -> list[str]:
    """Return the version, and how many films, facts and witnesses there are."""
    films, facts, witnesses = (int(catalogue.about(name) or 0) for name in (FILMS, FACTS, WITNESSES))
    counted = (
        (words.ngettext("{count} film", "{count} films", films), films),
        (words.ngettext("{count} fact", "{count} facts", facts), facts),
        (
            words.ngettext("{count} independent witness", "{count} independent witnesses", witnesses),
            witnesses,
        ),
    )
    return [
        words.gettext(VERSION).format(version=version(PACKAGE)),
        *(text.format(count=figures.number(count, language)) for text, count in counted),
    ]


def _library(catalogue: Catalogue, language: str, words: NullTranslations) -> str:
    """Return how many passages of the library stand under which licence, the most first; without one they are only named."""
    rows = catalogue.rows(
        "SELECT licence, passages FROM licence WHERE pack = ? ORDER BY licence = '', passages DESC", LIBRARY
    )
    lines = []
    for licence, count in rows:
        shown = figures.number(count, language)
        if licence:
            passages = words.ngettext("{count} passage", "{count} passages", count).format(count=shown)
            lines.append(words.gettext(UNDER).format(passages=passages, licence=plain(licence, NAME_LIMIT)))
        else:
            named = words.ngettext(
                "{count} passage that is only named: none of its text is copied",
                "{count} passages that are only named: none of their text is copied",
                count,
            )
            lines.append(named.format(count=shown))
    return fit(lines, LIBRARY_LIMIT, lambda count: f"… (+{count})", " · ")


def _pack_lines(name: str, licence: str, attribution: str) -> str:
    """Return an import's name, its licence, and the sentence that it asks to be shown."""
    said = f"**{plain(name, NAME_LIMIT)}**\n{small(plain(licence, NAME_LIMIT))}"
    return f"{said}\n{small(plain(attribution, ATTRIBUTION_LIMIT))}" if attribution else said
