"""Short film files for tests: `film` wraps what is to be tested in the least that a film file needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from questions.catalogue import Catalogue

Build = Callable[..., Catalogue]
"""Compiles film files, given by id (`_` for `-`), and opens their catalogue."""

WriteFilms = Callable[..., Path]
"""Writes film files, given by id, and returns their folder."""

SOURCES = """
a  = { what = "A, film page", family = "one" }
a2 = { what = "A, table of credits", family = "one" }
b  = { what = "B, film page", family = "two", licence = "CC BY-SA 4.0" }
"""


def film(
    film_id: str = "moth", title: str = "The Moth", year: int = 1961, facts: str = "", rest: str = ""
) -> str:
    """Return a film file's text: title and year, `facts` in its table [film], and `rest` below."""
    return f"""
id = "{film_id}"
[sources]{SOURCES}
[film]
title = [{{ is = "{title}", lang = "en", by = "a" }}]
year = [{{ is = {year}, by = "a" }}]
{facts}
{rest}
"""


def row(film_id: str, title: str, year: int, director: str) -> str:
    """Return a film with a director and a Japanese cinema release."""
    return film(
        film_id,
        title,
        year,
        f"""director = [{{ is = "{director}", by = ["a", "b"] }}]
release = [{{ is = {year}-03-04, country = "JP", kind = "cinema", by = "a" }}]""",
    )


FIVE = {
    "moth": row("moth", "The Moth", 1961, "Ishiro Honda"),
    "wasp": row("wasp", "Wasp Attack", 1962, "Jun Fukuda"),
    "crab": row("crab", "Crab Island", 1963, "Noriaki Yuasa"),
    "squid": row("squid", "Squid Rising", 1964, "Kazui Nihonmatsu"),
    "toad": row("toad", "Toad of Doom", 1965, "Hajime Sato"),
}
"""Five films of five directors: the least that single facts, releases and sentences can be asked of."""
