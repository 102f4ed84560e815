"""How well known a film is, judged by what a large collection of short articles says of it and of others."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import regex

LONGEST_TITLE = 8
"""Words of the longest title that is looked for in other films' articles."""

WORD = r"[\w’'&:!?,.\-]+"
TITLE_THEN_YEAR = regex.compile(rf"((?:{WORD} ){{1,{LONGEST_TITLE}}}+)\(((?:19|20)\d\d)\)")
YEAR_THEN_TITLE = regex.compile(
    rf"\b((?:19|20)\d\d) (?:[\w\-]+ ){{0,3}}(?:film|movie|classic|hit|remake of|version of) "
    rf"((?:{WORD} ?){{1,{LONGEST_TITLE}}}+)"
)
LETTERS = regex.compile(r"\w+")
SIGNS = tuple(
    (regex.compile(words), worth)
    for words, worth in (
        (r"National Film Registry", 8),
        (r"greatest (?:\w+ ){0,3}(?:films?|movies) (?:of all time|ever)|one of the (?:greatest|best) ", 10),
        (r"Best Picture", 7),
        (r"Academy Award|Oscar", 4),
        (r"(?:highest|top)-grossing", 8),
        (r"Palme d'Or|Golden Lion|Golden Globe|BAFTA|acclaim|praised", 3),
        (r"cult (?:classic|film|following|status)|classic", 4),
        (r"franchise|trilogy|Cinematic Universe", 4),
        (r"box.office (?:success|hit)|commercial success|blockbuster", 4),
    )
)
GROSS = regex.compile(
    r"(?:gross|earn|took in|made|box office)[^.]{0,60}?\$(\d{1,4}(?:\.\d+)?) (million|billion)"
)
MOST_SIGNS, MOST_MENTIONS = 18, 45
ENOUGH_WORDS = 100


def key_of(title: str) -> str:
    """Return a title as it is compared: its words in small letters."""
    return " ".join(LETTERS.findall(title.casefold()))


def mentions(text: str) -> Iterator[tuple[str, int]]:
    """Yield what may be a film's title in a text, as it is compared, with the year that stands before or after it."""
    for found in TITLE_THEN_YEAR.finditer(text):
        words = found[1].split()
        for start in range(len(words)):
            if words[start][0].isupper() or words[start][0].isdigit():
                yield key_of(" ".join(words[start:])), int(found[2])
    for found in YEAR_THEN_TITLE.finditer(text):
        words = found[2].split()
        for end in range(1, len(words) + 1 if words[0][0].isupper() else 0):
            yield key_of(" ".join(words[:end])), int(found[1])


class Fame:
    """Counts, in a file beside the program's memory, of who plays in how many films and which films others mention."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;"
            "CREATE TABLE player (name TEXT PRIMARY KEY, films INTEGER, standing REAL) WITHOUT ROWID;"
            "CREATE TABLE mention (title TEXT, year INTEGER, films INTEGER, PRIMARY KEY (title, year)) WITHOUT ROWID;"
        )

    def add(self, title: str, cast: Sequence[str], text: str) -> None:
        """Count a film's players, each by how much there is to say of the film, and the other films its article names."""
        standing = min(len(text.split()) / ENOUGH_WORDS, 1.2) ** 2
        self.connection.executemany(
            "INSERT INTO player VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET"
            " films = films + 1, standing = standing + excluded.standing",
            [(name, standing) for name in set(cast)],
        )
        own = key_of(title)
        self.connection.executemany(
            "INSERT INTO mention VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET films = films + 1",
            [said for said in set(mentions(text)) if said[0] and said[0] != own],
        )

    def films_of(self, name: str) -> int:
        """Return in how many films a name stands among the players."""
        row = self.connection.execute("SELECT films FROM player WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def renown(self, title: str, year: int, cast: Sequence[str], text: str, pictured: bool) -> float:
        """Return how well known a film is: 0 to about 100.

        Mentions count most (an article on another film says so of the films people know), up to 45; then the three best
        known players, each by the films they have with much to say of them, about 25; then words such as "highest-grossing",
        up to 18, and the money it took, up to 7; the length of the article up to 8, and 3 for a picture.
        """
        marks = ",".join("?" * min(len(cast), 100))
        rows = self.connection.execute(
            f"SELECT standing FROM player WHERE name IN ({marks}) ORDER BY standing DESC LIMIT 3",  # noqa: S608
            tuple(cast[:100]),
        )
        players = sum(7 / 3 * math.log1p(standing) for (standing,) in rows)
        row = self.connection.execute(
            "SELECT films FROM mention WHERE title = ? AND year = ?", (key_of(title), year)
        ).fetchone()
        mentioned = min(12 * math.log2(1 + (row[0] if row else 0)), MOST_MENTIONS)
        signs = min(sum(worth for sign, worth in SIGNS if sign.search(text)), MOST_SIGNS)
        millions = [
            float(figure) * (1000 if unit == "billion" else 1) for figure, unit in GROSS.findall(text)
        ]
        money = 2 * math.log10(1 + max(millions, default=0))
        length = 8 * min(len(text.split()) / ENOUGH_WORDS, 1)
        return round(mentioned + players + signs + money + length + (3 if pictured else 0), 1)


@contextmanager
def counting() -> Iterator[Fame]:
    """Yield an empty count that is thrown away at the end."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(sqlite3.connect(Path(folder) / "fame.sqlite", isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN")
        yield Fame(connection)
