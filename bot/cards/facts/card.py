"""The card of what is known: a page of paragraphs, its sources, and buttons that find the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.cutting import size
from bot.cards.facts.address import address
from bot.cards.frame import Accent, Part, button, card, line, row, small
from bot.cards.text import fit, plain
from bot.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from gettext import NullTranslations

    from discord import ui

    from bot.cards.facts.values import Paragraph, Told

TITLE_LIMIT = 300
WHAT_LIMIT = 200
HEADING_LIMIT = 200
PAGE_LIMIT = 1400  # two screens of a phone
PAGE_PARAGRAPHS = 15
PARAGRAPH_LIMIT = 1300
SOURCES_LIMIT = 320  # the button beside it shows them all
CREDIT_LIMIT = 300
MOST_CREDITS = 3

WHERE = N_("Page {number} of {pages}")
SOURCES = N_("Sources: {names}")
OTHERS = N_("Of the same name: {names}")


def facts_card(told: Told, number: int, words: NullTranslations) -> ui.LayoutView:
    """Return a page of what is known, counted from 1; a page there is not is the nearest."""
    pages = list(paged(told.paragraphs)) or [()]
    number = min(max(number, 1), len(pages))
    page = pages[number - 1]
    parts: list[Part] = [
        f"### {plain(told.title, TITLE_LIMIT)}\n{small(plain(told.what, WHAT_LIMIT))}",
        "\n".join(_lines(page)),
    ]
    if sources := _sources(told, page, words):
        parts += [
            line(),
            small(sources),
            *(small(plain(one, CREDIT_LIMIT)) for one in told.credits[:MOST_CREDITS]),
        ]
    if told.others:
        others = "; ".join(plain(other, TITLE_LIMIT) for other in told.others)
        parts.append(small(words.gettext(OTHERS).format(names=others)))
    if len(pages) > 1:
        parts.append(small(words.gettext(WHERE).format(number=number, pages=len(pages))))
    if buttons := [*turning(told, number, len(pages), words), *_passages(told, page, number, words)]:
        parts.append(row(*buttons))
    return card(Accent.KNOWN, parts)


def paged(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs in pages: as many on each as are read at a glance, at least one."""
    page: list[Paragraph] = []
    room = PAGE_LIMIT
    heading = ""
    for paragraph in paragraphs:
        length = min(size(paragraph.text), PARAGRAPH_LIMIT) + 1
        if paragraph.heading != heading:
            length += min(size(paragraph.heading), HEADING_LIMIT)
        if page and (length > room or len(page) == PAGE_PARAGRAPHS):
            yield tuple(page)
            page, room = [], PAGE_LIMIT
        page.append(paragraph)
        room -= length
        heading = paragraph.heading
    if page:
        yield tuple(page)


def _lines(page: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the page's lines, a heading wherever it changes and at the top of the page."""
    heading = ""
    for paragraph in page:
        if paragraph.heading != heading:
            heading = paragraph.heading
            yield f"__**{plain(heading, HEADING_LIMIT)}**__" if heading else ""
        yield cut_lines(paragraph.text)


def cut_lines(text: str) -> str:
    """Return a paragraph of several lines, as many of them as fit."""
    return fit(text.split("\n"), PARAGRAPH_LIMIT, lambda count: f"… (+{count})")


def _sources(told: Told, page: Sequence[Paragraph], words: NullTranslations) -> str:
    used = sorted({number for paragraph in page for number in paragraph.sources})
    if not used:
        return ""
    names = (f"[{number}] {plain(told.sources[number - 1], 120)}" for number in used)
    listed = fit(names, SOURCES_LIMIT, lambda count: f"… (+{count})", separator=" · ")
    return words.gettext(SOURCES).format(names=listed)


def turning(told: Told, number: int, pages: int, words: NullTranslations) -> list[ui.Button[ui.LayoutView]]:
    """Return the buttons that turn pages where there is more than one."""
    if pages == 1:
        return []
    back, onward = (address("facts", told.address, str(page)) for page in (number - 1, number + 1))
    return [
        button(words.gettext(N_("Back")), back, disabled=number == 1),
        button(words.gettext(N_("Next")), onward, disabled=number == pages),
    ]


def _passages(
    told: Told, page: Sequence[Paragraph], number: int, words: NullTranslations
) -> list[ui.Button[ui.LayoutView]]:
    """Return the button that shows the passages behind a page, where there are any."""
    if not any(paragraph.facts for paragraph in page):
        return []
    return [button(words.gettext(N_("Sources")), address("sources", told.address, str(number)))]
