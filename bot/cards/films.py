"""The card of what a server plays with, and the panel on it by which packs and series are switched on and off."""

from __future__ import annotations

from dataclasses import replace
from math import floor, log10
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.cards import figures
from bot.cards.frame import Accent, Part, card, line, small
from bot.cards.text import fit, label, plain
from bot.wording import N_
from questions import packs, shares
from questions.catalogue.depths import DEPTHS, LIBRARY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

    from questions.catalogue import Catalogue
    from questions.deck import Deck
    from questions.shares import Share

NAME_LIMIT = 200
OPTION_LIMIT = 100
LIST_LIMIT = 1200
MOST_SERIES = 20
MOST_OPTIONS = 25
ALL = "all"

TITLE = N_("Films on this server")
WHAT = N_("A quiz about no film or series in particular draws its questions from these.")
OWN = N_("Marquee's library")
OFF = N_("off")
SOME = N_("{count} of {films}")
NONE_OF = N_("none of {films}")
TOO_DEEP = N_("none of {films} is among the best known")
BEST = N_("the {count} best known of {films}")
LEFT_OUT = N_("Left out: {names}")
NOTHING_IMPORTED = N_("No other films are imported. Whoever runs the bot can add some.")
WHO_CHANGES = N_("People with the permission Manage Server can change this.")
HOLDS = N_("What you choose holds from the next question on, also in quizzes that are going on.")
EMPTY = N_("That would leave no film to ask about. Nothing was changed.")
DRAW_FROM = N_("Ask about films from")
HOW_DEEP = N_("How many of the imported films, the best known first")
LEAVE_OUT = N_("Series to leave out")
NOTHING_ON = N_("No films")
NONE_OUT = N_("None is left out")
ALL_OF_THEM = N_("All {count}")
THE_BEST = N_("The {count} best known")


def films_card(
    catalogue: Catalogue,
    deck: Deck,
    language: str,
    words: NullTranslations,
    *,
    panel: bool = False,
    turn: int = 0,
    note: str = "",
) -> ui.LayoutView:
    """Return what is played with, and for who may change it the menus that do; `note` is a sentence to stand above them.

    `turn` counts how often the card was drawn anew: an app keeps what was chosen in a menu as long as its id is the same.
    """
    drawn = Films(
        catalogue, shares.in_play(catalogue, deck) or replace(deck, off=frozenset()), language, words
    )
    parts: list[Part] = [
        f"### {words.gettext(TITLE)}\n{small(words.gettext(WHAT))}",
        fit(drawn.lines(), LIST_LIMIT, lambda count: f"… (+{count})"),
        drawn.left_out(),
    ]
    if not packs.packs(catalogue):
        parts.append(small(words.gettext(NOTHING_IMPORTED)))
    if not panel:
        return card(Accent.KNOWN, [*parts, small(words.gettext(WHO_CHANGES))])
    parts += [line(), f"**{words.gettext(note)}**" if note else ""]
    for heading, menu in drawn.menus(turn):
        parts += [small(words.gettext(heading)), ui.ActionRow(menu)]
    return card(Accent.KNOWN, [*parts, small(words.gettext(HOLDS))])


class Films:
    """Says what a deck has, in one language."""

    def __init__(self, catalogue: Catalogue, deck: Deck, language: str, words: NullTranslations) -> None:
        self.catalogue = catalogue.spoken(language)
        self.deck = deck
        self.language = language
        self.words = words
        self.labels = {LIBRARY: words.gettext(OWN)}
        self.labels.update({pack.name: pack.label for pack in packs.packs(self.catalogue)})

    def lines(self) -> Iterator[str]:
        """Yield two lines for each pack: how many of its films are played with, and about how many questions that gives."""
        for share in shares.shares(self.catalogue, self.deck):
            name = f"**{plain(self.labels[share.pack], NAME_LIMIT)}**"
            told = self.words.gettext(OFF) if share.pack in self.deck.off else self.added(share)
            yield f"{name}\n{small(told)}"

    def added(self, share: Share) -> str:
        """Return how many films and questions a pack adds."""
        films = self.films(share.held)
        if not share.films:
            return self.words.gettext(TOO_DEEP if share.cut else NONE_OF).format(films=films)
        if share.films < share.held:
            part = self.words.gettext(BEST if share.cut else SOME)
            films = part.format(count=self.number(share.films), films=films)
        return f"{films} · {self.questions(share.questions)}"

    def left_out(self) -> str:
        """Return the series that are left out, in small letters; nothing where none is."""
        found = shares.large_series(self.catalogue, self.deck.off, MOST_OPTIONS)
        names = [plain(one.name, NAME_LIMIT) for one, _ in found if one.id in self.deck.off]
        listed = fit(names, LIST_LIMIT, lambda count: f"… (+{count})", ", ")
        return small(self.words.gettext(LEFT_OUT).format(names=listed)) if names else ""

    def menus(self, turn: int) -> Iterator[tuple[str, ui.Select[ui.LayoutView]]]:
        """Yield the menus with what stands above each; one that leaves no choice is left out."""
        for heading, name, empty, options in (
            (DRAW_FROM, "packs", NOTHING_ON, list(self.packs())),
            (HOW_DEEP, "deep", HOW_DEEP, list(self.depths())),
            (LEAVE_OUT, "series", NONE_OUT, list(self.series())),
        ):
            if len(options) > (name != "series"):
                least, most = (1, 1) if name == "deep" else (0, len(options))
                placeholder = label(self.words.gettext(empty), OPTION_LIMIT)
                menu: ui.Select[ui.LayoutView] = ui.Select(
                    custom_id=f"films:{name}:{turn}",
                    options=options,
                    placeholder=placeholder,
                    min_values=least,
                    max_values=most,
                )
                yield heading, menu

    def packs(self) -> Iterator[discord.SelectOption]:
        """Yield the packs, those that are on chosen, each with what it adds or would."""
        for name in packs.all_packs(self.catalogue)[:MOST_OPTIONS]:
            on = replace(self.deck, off=self.deck.off - {name})
            share = next(one for one in shares.shares(self.catalogue, on) if one.pack == name)
            yield option(self.labels[name], name, self.added(share), name not in self.deck.off)

    def depths(self) -> Iterator[discord.SelectOption]:
        """Yield how deep imports may be gone into, with how many questions each depth gives."""
        on = [
            share
            for share in shares.shares(self.catalogue, replace(self.deck, deep=None))
            if share.pack != LIBRARY and share.pack not in self.deck.off
        ]
        held = sum(share.held for share in on)
        chosen = self.deck.deep if self.deck.deep and self.deck.deep < held else None
        for deep in (*(deep for deep in DEPTHS if deep < held), None):
            reached = shares.shares(self.catalogue, replace(self.deck, deep=deep))
            asked = sum(share.questions for share in reached if share.pack != LIBRARY)
            text = self.words.gettext(ALL_OF_THEM if deep is None else THE_BEST)
            name = text.format(count=self.number(deep or held))
            yield option(name, str(deep or ALL), self.questions(asked), deep == chosen)

    def series(self) -> Iterator[discord.SelectOption]:
        """Yield the largest series, and all that are left out, those chosen."""
        out = self.deck.off - set(self.labels)
        most = min(MOST_OPTIONS, max(MOST_SERIES, len(out)))
        for series, films in shares.large_series(self.catalogue, out, most):
            if len(series.id) <= OPTION_LIMIT:
                yield option(series.name, series.id, self.films(films), series.id in out)

    def films(self, count: int) -> str:
        """Return so many films in words."""
        said = self.words.ngettext("{count} film", "{count} films", count)
        return said.format(count=self.number(count))

    def questions(self, count: int) -> str:
        """Return so many questions in round words."""
        said = self.words.ngettext("about {count} question", "about {count} questions", count)
        return said.format(count=self.number(rounded(count)))

    def number(self, count: int) -> str:
        """Return a number as the reader writes it."""
        return figures.number(count, self.language)


def option(name: str, value: str, description: str, chosen: bool) -> discord.SelectOption:
    """Return a choice of a menu, cut to fit."""
    return discord.SelectOption(
        label=label(name, OPTION_LIMIT),
        value=value,
        description=label(description, OPTION_LIMIT),
        default=chosen,
    )


def rounded(count: int) -> int:
    """Return a number with all but its first two digits rounded off: 8744 is 8700."""
    return round(count, 1 - floor(log10(count))) if count else 0
