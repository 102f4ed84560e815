"""The collection "Wikipedia movie data": American films by year, with cast, genres and the opening of each article.

From an opening only facts are taken, never its words. Renown is figured from the whole collection
(`questions.imports.fame`): 0 to about 100, from how many other openings mention a film, how well known its players are,
words such as "highest-grossing", the money it took, and the length of the opening. Length and picture alone would put the
sequels of the last years before Casablanca; what others mention puts it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from questions.imports.casting import players
from questions.imports.fame import Fame, counting
from questions.imports.film_prose import CLOSE_YEARS, LONGEST_OPENING, Said, read_opening
from questions.imports.opening import items
from questions.imports.report import Report
from questions.imports.seeming import refuse_foreign
from questions.imports.stating import cleaned, stated, why_no_title, why_only_a_number
from questions.record import EntityRecord, FilmRecord, SourceRecord, StatementRecord
from questions.values import YEARS

LABEL = "Wikipedia movie data (JSON)"
LICENCE = "CC BY-SA 4.0"
ATTRIBUTION = "Facts from Wikipedia (https://en.wikipedia.org), CC BY-SA 4.0; compiled as Wikipedia Movie Data, MIT licence."
FILES = "movies-1900s.json … movies-2020s.json"

ARTICLE, LISTED = "wikipedia", "wikipedia-list"
"""The two passages: a film's article, and the list of a year's films that names its players and genres."""

OF_FILM = re.compile(
    r" \((?:\d{4} )?(?:[\w.-]+ ){0,2}(?:film|serial|movie|TV special|cartoon|miniseries)\)$|(?:\[\w{1,3}\])+$"
)
PAGE_YEAR = re.compile(r"_\((\d{4})_")
SERIES = re.compile(r"_\((?:\d{4}_)?(?:TV_)?(?:mini)?series\)$")
LONGEST_HREF = 300
LONGEST_CAST = 100


@dataclass(frozen=True, slots=True)
class Page:
    """One item of the collection, each field of its type: what is not is empty."""

    title: str
    year: int
    cast: tuple[str, ...]
    genres: tuple[str, ...]
    href: str
    text: str
    pictured: bool


def read(paths: Sequence[Path], report: Report) -> Iterator[FilmRecord]:
    """Yield the films of the collection; its files are read twice, first to count who and what is mentioned how often."""
    for path in paths:
        refuse_foreign(path, "wikipedia")
    with counting() as fame:
        for _, page in pages(paths, Report()):
            fame.add(page.title, page.cast, page.text)
        for place, page in pages(paths, report):
            film = film_of(page, place, fame, report)
            if (reason := why_only_a_number(film.film, known=False)) is None:
                yield film
            else:
                report.skip(reason, f"{page.title}, {place}")


def pages(paths: Sequence[Path], report: Report) -> Iterator[tuple[str, Page]]:
    """Yield every item of the collection that can be a film, with its place."""
    for path in paths:
        number = 0
        for number, item in enumerate(items(path, "item", report), start=1):
            if (page := paged(item, report)) is not None:
                yield f"{path.name}:{number}", page
        if not number:
            report.skip("a file that holds no list of films", path.name)


def texts(value: object, what: str, report: Report) -> tuple[str, ...]:
    """Return the texts of a list, cleaned; what else is in it, or stands in its place, is counted."""
    if not isinstance(value, list):
        if value is not None:
            report.leave_out(f"{what}: no list")
        return ()
    if len(value) > LONGEST_CAST:
        report.leave_out(f"{what}: a list longer than any film's")
    for entry in value[:LONGEST_CAST]:
        if not isinstance(entry, str):
            report.leave_out(f"{what}: no text")
    return tuple(cleaned(entry[:LONGEST_OPENING]) for entry in value[:LONGEST_CAST] if isinstance(entry, str))


def paged(item: object, report: Report) -> Page | None:
    """Return an item with its fields checked, or None, counted, for one that is no film."""
    if not isinstance(item, dict):
        report.skip("something that is no film")
        return None
    raw = item.get("title")
    title = OF_FILM.sub("", cleaned(raw[:LONGEST_OPENING] if isinstance(raw, str) else raw))
    if (reason := why_no_title(title)) is not None:
        if raw is not None and not isinstance(raw, str):
            kind = "a number" if isinstance(raw, int | float) and not isinstance(raw, bool) else "neither"
            reason = f"a title that is {kind} and no text" if kind != "neither" else "a title that is no text"
        report.skip(reason, title if isinstance(raw, str) else str(raw)[:100])
        return None
    year, href, text = item.get("year"), item.get("href"), item.get("extract")
    known = isinstance(year, int) and not isinstance(year, bool) and year in YEARS
    if not known:
        report.skip("a film without a year", title)
        return None
    return Page(
        title,
        year if isinstance(year, int) else 0,
        texts(item.get("cast"), "star", report),
        texts(item.get("genres"), "genre", report),
        href.strip() if isinstance(href, str) and len(href) <= LONGEST_HREF else "",
        "\n".join(map(cleaned, text[:LONGEST_OPENING].split("\n"))).strip() if isinstance(text, str) else "",
        isinstance(item.get("thumbnail"), str),
    )


def is_its_own(page: Page, said: Said, page_year: int | None) -> bool:
    """Return whether the article that a list leads to is about this film, not about a namesake or a whole series."""
    if not page.href or "#" in page.href:
        return False
    return all(abs(year - page.year) <= CLOSE_YEARS for year in (page_year, said.year) if year is not None)


def film_of(page: Page, place: str, fame: Fame, report: Report) -> FilmRecord:
    """Return a page's film: what the list says of it, and what its article says plainly."""
    named = PAGE_YEAR.search(page.href)
    page_year = int(named[1]) if named else None
    said = read_opening(page.text, page.title, page.year, page_year) if page.text else Said()
    for reason, words in said.doubts:
        report.leave_out(reason, words)
    own = is_its_own(page, said, page_year)
    if page.href and not own:
        report.leave_out("an address that is of another article", page.href)
    about = said if own and said.about else Said()
    statements = tuple(filter(None, (*listed(page, about, fame, report), *told(about, report))))
    key = page.href if own else f"{page.title} ({page.year})"
    return FilmRecord(
        file=place,
        id=key,
        form="series" if SERIES.search(page.href) else "film",
        sources=sources_of(page, {by for statement in statements for by in statement.by}),
        film=EntityRecord(
            path="film",
            type="film",
            key=key,
            name=page.title,
            ids={"wikipedia": page.href} if own else {},
            renown=fame.renown(page.title, page.year, page.cast, page.text, page.pictured),
            statements=statements,
        ),
        entities=(),
        story={},
    )


def listed(page: Page, said: Said, fame: Fame, report: Report) -> Iterator[StatementRecord | None]:
    """Yield what the list of a year's films says; the article's year stands beside it where it differs."""
    yield stated(report, "title", page.title, (LISTED,), {"lang": "en"})
    if said.year is None or said.year == page.year:
        yield stated(report, "year", page.year, (LISTED, ARTICLE) if said.year else (LISTED,))
    else:
        yield stated(report, "year", page.year, (LISTED,))
        yield stated(report, "year", said.year, (ARTICLE,))
    cast = players(page.cast, "Documentary" in page.genres, fame.films_of, report)
    for order, name in enumerate(cast, start=1):
        yield stated(report, "starring", name, (LISTED,), {"order": order})
    for genre in dict.fromkeys(page.genres):
        yield stated(report, "genre", genre if genre == "Western" else genre.lower(), (LISTED,))


def told(said: Said, report: Report) -> Iterator[StatementRecord | None]:
    """Yield what the article says."""
    by = (ARTICLE,)
    for name, people in said.people.items():
        for order, person in enumerate(dict.fromkeys(people), start=1):
            yield stated(report, name, person, by, {"order": order} if len(people) > 1 else None)
    for code in said.countries:
        yield stated(report, "country", code, by)
    if said.minutes is not None:
        yield stated(report, "runtime", said.minutes, by)
    for day, code in dict(said.releases).items():
        try:
            yield stated(report, "release", date.fromisoformat(day), by, {"country": code, "kind": "cinema"})
        except ValueError:
            report.leave_out("release: a day that no month has", day)
    if said.based_on:
        yield stated(report, "based_on", said.based_on, by)


def sources_of(page: Page, used: set[str]) -> dict[str, SourceRecord]:
    """Return the passages that are used."""
    name = unquote(page.href).replace("_", " ")
    site = "https://en.wikipedia.org/wiki/"
    known = {
        ARTICLE: SourceRecord(ARTICLE, f"Wikipedia: {name}", ARTICLE, LICENCE, f"{site}{page.href}"),
        LISTED: SourceRecord(
            LISTED,
            f"Wikipedia: List of American films of {page.year}",
            ARTICLE,
            LICENCE,
            f"{site}List_of_American_films_of_{page.year}",
        ),
    }
    return {key: source for key, source in known.items() if key in used}
