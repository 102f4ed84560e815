"""The card of passages: who bears out each figure on a page of what is known, and how many of them are independent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.cards.cutting import size
from bot.cards.facts.address import address
from bot.cards.facts.card import paged
from bot.cards.frame import Accent, Part, button, card, line, row, small
from bot.cards.text import fit, plain
from bot.wording import N_
from questions import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from gettext import NullTranslations

    from discord import ui

    from bot.cards.facts.values import Told
    from questions.catalogue import Catalogue, Fact, Source

TITLE_LIMIT = 200
STATEMENT_LIMIT = 300
SAID_LIMIT = 700
NAME_LIMIT = 140
PLAIN_LIMIT = 60
LINK_LIMIT = 300
PAGE_LIMIT = 2600  # the figures and the list of passages together
LIST_LIMIT = 2000

TITLE = N_("Sources of {title}")
OF_PAGE = N_("{what} · page {number}")
WHERE = N_("Page {number} of {pages}")
ALONE = N_("Said by one passage: {passages}")
DIFFER = N_("other sources differ")
DOUBTFUL = N_("doubtful")
FAMILY = N_("family: {family}")
READ = N_("open")
EXPLAINED = N_("Passages of one family go back to one another and count as one witness.")

UNSAID = frozenset({"billed", "order", "in", "about", "implied", "as"})
"""Qualifiers that are told within the value, or that only order a list."""

_LINK = re.compile(r"https?://[^\s<>\"\\]+")
_SAFE = ":/?#!$&'*+,;=%~"  # no brackets, which would end the link, and no @


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact with who says it, in words and escaped, and the numbers of the passages it names."""

    text: str
    passages: tuple[str, ...]


class Passages:
    """Numbers passages as the card of facts does; another of a name already numbered gets a number behind that one's."""

    def __init__(self, catalogue: Catalogue, told: Told, words: NullTranslations) -> None:
        self.catalogue = catalogue
        self.told = told
        self.words = words
        self.by_name: dict[str, list[tuple[str | None, ...]]] = {name: [] for name in told.sources}
        self.entries: dict[str, str] = {}

    def number(self, source: Source) -> str:
        """Return a passage's number, its entry in the list noted."""
        alike = self.by_name.setdefault(source.what, [])
        what = (source.family, source.licence, source.url, source.film)
        if what not in alike:
            alike.append(what)
        number, place = 1 + list(self.by_name).index(source.what), alike.index(what)
        shown = f"{number}.{place + 1}" if place else str(number)
        if shown not in self.entries:
            self.entries[shown] = self.entry(shown, source)
        return shown

    def entry(self, number: str, source: Source) -> str:
        """Return what a passage is, its film where another is spoken of, its family, licence and link, escaped."""
        details = [f"\\[{number}\\] {plain(source.what, NAME_LIMIT)}"]
        if source.film is not None and source.film != self.told.address[2]:
            details.append(plain(telling.label(self.catalogue.entity(source.film)), NAME_LIMIT))
        details.append(self.words.gettext(FAMILY).format(family=plain(source.family, PLAIN_LIMIT)))
        if source.licence:
            details.append(plain(source.licence, PLAIN_LIMIT))
        if link := linked(source.url):
            details.append(f"[{self.words.gettext(READ)}]({link})")
        return small(" · ".join(details))


def linked(url: str | None) -> str:
    """Return an address as it may stand in a link, empty where it is none or too long."""
    if not url or not _LINK.fullmatch(url.strip().replace("\u3000", "%E3%80%80")):
        return ""
    safe = quote(url.strip(), safe=_SAFE)
    return safe if len(safe) <= LINK_LIMIT else ""


def passages_card(
    catalogue: Catalogue, told: Told, number: int, turn: int, language: str, words: NullTranslations
) -> ui.LayoutView:
    """Return who says what on a page of what is told; `turn` counts this card's own pages, from 1."""
    every = list(paged(told.paragraphs)) or [()]
    number = min(max(number, 1), len(every))
    passages = Passages(catalogue, told, words)
    ids = dict.fromkeys(id_ for paragraph in every[number - 1] for id_ in paragraph.facts)
    figures = [_figure(catalogue, catalogue.fact(id_), passages, language, words) for id_ in ids]
    pages = list(_pages(figures, passages)) or [()]
    turn = min(max(turn, 1), len(pages))
    title = words.gettext(TITLE).format(title=plain(told.title, TITLE_LIMIT))
    what = plain(told.what, TITLE_LIMIT)
    if len(every) > 1:
        what = words.gettext(OF_PAGE).format(what=what, number=number)
    listed = (passages.entries[one] for one in _used(pages[turn - 1], passages))
    parts: list[Part] = [
        f"### {title}\n{small(what)}",
        "\n".join(figure.text for figure in pages[turn - 1]),
        line(),
        fit(listed, LIST_LIMIT, lambda count: small(f"… (+{count})")),
        small(words.gettext(EXPLAINED)),
    ]
    if len(pages) > 1:
        parts.append(small(words.gettext(WHERE).format(number=turn, pages=len(pages))))
        parts.append(row(*_turning(told, number, turn, len(pages), words)))
    return card(Accent.KNOWN, parts)


def _turning(
    told: Told, number: int, turn: int, pages: int, words: NullTranslations
) -> Iterator[ui.Button[ui.LayoutView]]:
    for text, to, ends in ((N_("Back"), turn - 1, turn == 1), (N_("Next"), turn + 1, turn == pages)):
        yield button(words.gettext(text), address("sources", told.address, f"{number}.{to}"), disabled=ends)


def _figure(
    catalogue: Catalogue, fact: Fact, passages: Passages, language: str, words: NullTranslations
) -> Figure:
    """Return a fact as a sentence, and below it who says so and in which spelling."""
    statement = plain(_statement(catalogue, fact, language), STATEMENT_LIMIT)
    numbers = [passages.number(said.source) for said in fact.attestations]
    shown = fact.entity.name if fact.entity is not None else fact.value
    named = []
    for number, said in zip(numbers, fact.attestations, strict=True):
        forms = ", ".join(f"“{plain(form, PLAIN_LIMIT)}”" for form in said.written if form != shown)
        named.append(f"\\[{number}\\] {forms}".rstrip())
    every = fit(named, SAID_LIMIT, lambda count: f"… (+{count})", separator=", ")
    counted = said_by(len(numbers), fact.witnesses, words).replace("{passages}", every)
    remark = _remark(fact, words)
    return Figure(f"**{statement}**\n{small(f'{counted} · {remark}' if remark else counted)}", tuple(numbers))


def _statement(catalogue: Catalogue, fact: Fact, language: str) -> str:
    """Return a fact as a sentence, behind it what it holds for where the sentence does not say it."""
    said = telling.statement(catalogue, fact, language)
    rest = [
        told
        for name, given in fact.qualifiers.items()
        if name not in UNSAID and not isinstance(given, bool)
        if (told := telling.qualifier(catalogue, fact, name, language)) not in said
    ]
    return f"{said.rstrip('.。')} ({', '.join(rest)})" if rest else said


def said_by(passages: int, witnesses: int, words: NullTranslations) -> str:
    """Return how many passages say something and how many of them are independent; {passages} is left to fill in."""
    if passages == 1:
        return words.gettext(ALONE)
    if witnesses <= 1:
        said = words.ngettext(
            "Said by {count} passage, one witness: {passages}",
            "Said by {count} passages of one family, so by one witness: {passages}",
            passages,
        )
    elif witnesses >= passages:
        said = words.ngettext(
            "Said by {count} passage: {passages}",
            "Said by {count} passages, all of them independent: {passages}",
            passages,
        )
    else:
        said = words.ngettext(
            "Said by {count} passages, {witnesses} of them independent: {passages}",
            "Said by {count} passages, {witnesses} of them independent: {passages}",
            passages,
        )
    return said.replace("{count}", str(passages)).replace("{witnesses}", str(witnesses))


def _remark(fact: Fact, words: NullTranslations) -> str:
    """Return what keeps a fact from being settled, or nothing."""
    if fact.difference == "dispute":
        return words.gettext(DIFFER)
    return words.gettext(DOUBTFUL) if fact.difference == "doubt" else ""


def _used(figures: Iterable[Figure], passages: Passages) -> list[str]:
    """Return the numbers of the passages that some figures name, in the order of the list."""
    used = {number for figure in figures for number in figure.passages}
    return sorted(
        used & passages.entries.keys(), key=lambda number: [int(part) for part in number.split(".")]
    )


def _pages(figures: Sequence[Figure], passages: Passages) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures in pages, as many on each as fit together with the passages they name; at least one."""
    page: list[Figure] = []
    for figure in figures:
        entries = sum(size(passages.entries[number]) + 1 for number in _used([*page, figure], passages))
        if page and sum(size(one.text) + 1 for one in (*page, figure)) + entries > PAGE_LIMIT:
            yield tuple(page)
            page = []
        page.append(figure)
    if page:
        yield tuple(page)
