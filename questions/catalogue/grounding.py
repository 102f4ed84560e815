"""What there is to ask about and to choose from, written down once: who stands where in fame, films by year, facts by film.

Everything is worked out from the tables that are written already, row by row, so that it costs little memory.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby
from re import compile as pattern
from sqlite3 import Connection

from questions.catalogue.runs import RunWriter
from questions.properties import PROPERTIES

SETTLED = "(coalesce(fact.difference, '') NOT IN ('dispute', 'doubt') AND NOT fact.left_out)"
"""That a fact is neither disputed, nor doubted, nor left out of a list."""


def of_settled(statement: str) -> str:
    """Return a query in which SETTLED stands for that a fact may be rested on."""
    return statement.replace("SETTLED", SETTLED)


SHARED = of_settled(
    "SELECT fact.n FROM fact CROSS JOIN seat ON seat.n = fact.subject CROSS JOIN entity ON entity.n = seat.n "
    "WHERE fact.property = ? AND fact.entity = ? AND entity.form = 'film' AND SETTLED ORDER BY fact.n"
)
"""The settled facts of films with files of their own that have a value."""

MANY = 128
"""Facts with one value from which on they stand in a run, so that some are found without reading all."""

LETTER = r"[^\W\d_ぁ-ヿ一-鿿々]"
WORD = pattern(rf"[ァ-ヺー]+|[一-鿿々]+|{LETTER}+(?:['’-]{LETTER}+)*")
"""A word of a title that can be left out: in Japanese, which parts none, a run of katakana or of kanji."""


def write_grounds(connection: Connection) -> None:
    """Fill the tables of what there is to ask about and to choose from; the others must be full."""
    write_fame(connection)
    write_seats(connection)
    writer = RunWriter(connection)
    write_facts(writer)
    write_subjects(writer)
    write_values(writer)
    write_dates(writer)
    write_shared(writer)
    write_gaps(connection)


def write_fame(connection: Connection) -> None:
    """Write the order of all entities by fame; equals stand in an order that means nothing, always the same."""
    connection.execute(
        "INSERT INTO fame SELECT row_number() OVER (ORDER BY popularity DESC, (n * 2654435761) & 4294967295) - 1, n "
        "FROM entity"
    )


def write_seats(connection: Connection) -> None:
    """Write a dense number for each film with a file of its own, those of a year together, and how many a year has."""
    connection.execute(
        "INSERT INTO seat SELECT n, row_number() OVER (ORDER BY year, n) - 1 FROM entity WHERE type = 'film' AND own"
    )
    connection.execute(
        "INSERT INTO season SELECT min(seat), count(*), year FROM seat CROSS JOIN entity USING (n) GROUP BY year"
    )


def seats(connection: Connection) -> int:
    """Return how many films have files of their own."""
    return int(connection.execute("SELECT coalesce(sum(size), 0) FROM season").fetchone()[0])


def facts_name(part: str, name: str, *, disputed: bool) -> str:
    """Return the name of a run of a property's pool, or of the set of its films: "films", "starts" or "facts"."""
    return f"{part} {'disputed' if disputed else 'settled'} {name}"


def write_facts(writer: RunWriter) -> None:
    """Write for each property its settled and its disputed facts by film: the films, where each begins, and the facts."""
    rows = writer.connection.execute(
        of_settled(
            "SELECT fact.property, NOT SETTLED, film.n, fact.n, seat.seat FROM fact "
            "CROSS JOIN entity AS subject ON subject.n = fact.subject "
            "CROSS JOIN entity AS film ON film.id = coalesce(subject.film, subject.id) "
            "CROSS JOIN seat ON seat.n = film.n WHERE SETTLED OR fact.difference = 'dispute' ORDER BY 1, 2, 3, 4"
        )
    )
    size = seats(writer.connection)
    for (name, disputed), own in groupby(rows, lambda row: (row[0], bool(row[1]))):
        held = array("I")
        names = [(facts_name(part, name, disputed=disputed), None) for part in ("films", "starts", "facts")]
        writer.write_beside(names, by_film(((film, fact, seat) for _, _, film, fact, seat in own), held))
        writer.keep_mask(facts_name("films", name, disputed=disputed), held, size)


def by_film(
    rows: Iterator[tuple[int, int, int]], held: array[int]
) -> Iterator[tuple[int | None, int | None, int | None]]:
    """Yield for each fact its film and its own place where it is the film's first, and itself; note the films' seats."""
    last, place = None, 0
    for film, fact, seat in rows:
        if film == last:
            yield None, None, fact
        else:
            held.append(seat)
            yield film, place, fact
        last, place = film, place + 1
    yield None, place, None


def sided(name: str, *, imported: bool) -> str:
    """Return the name of a run of what is in imported films, or of what is in the library's.

    What is chosen from beside an answer is of its own side: among the films of another land it would stand out at once.
    """
    return f"imported {name}" if imported else name


def write_subjects(writer: RunWriter) -> None:
    """Write for each property the films whose list of it is settled and whole: by year in order of fame, and as a set."""
    single = [prop.name for prop in PROPERTIES.values() if prop.one_per is not None and not prop.several]
    rows = writer.connection.execute(
        of_settled(
            "SELECT known.property, entity.pack IS NOT NULL, entity.year, fame.place, seat.seat FROM "
            "(SELECT subject, property FROM fact GROUP BY subject, property HAVING min(SETTLED)) AS known "
            "CROSS JOIN entity ON entity.n = known.subject CROSS JOIN fame ON fame.n = entity.n "
            "CROSS JOIN seat ON seat.n = entity.n "
            "WHERE entity.form = 'film' AND (known.property IN (SELECT value FROM json_each(?)) AND NOT EXISTS "
            "(SELECT 1 FROM opened WHERE opened.subject = known.subject AND opened.property = known.property) OR EXISTS "
            "(SELECT 1 FROM closed WHERE closed.subject = known.subject AND closed.property = known.property "
            "AND role = 0)) ORDER BY 1, 2, 3, 4"
        ),
        (json.dumps(single),),
    )
    size = seats(writer.connection)
    for name, of_name in groupby(rows, lambda row: str(row[0])):
        held = array("I")
        for (imported, year), of_year in groupby(of_name, lambda row: row[1:3]):
            places = array("I")
            for *_, place, seat in of_year:
                places.append(place)
                held.append(seat)
            writer.write(sided(f"subjects {name}", imported=imported), year, places)
        writer.keep_mask(f"whole {name}", held, size)


def write_values(writer: RunWriter) -> None:
    """Write for each property and type the named entities that are a settled value of it, by the years of its subjects."""
    rows = writer.connection.execute(
        of_settled(
            "SELECT DISTINCT fact.property, value.type, subject.pack IS NOT NULL, subject.year, fame.place FROM fact "
            "CROSS JOIN entity AS subject ON subject.n = fact.subject "
            "CROSS JOIN entity AS value ON value.n = fact.entity CROSS JOIN fame ON fame.n = value.n "
            "WHERE NOT value.unnamed AND SETTLED ORDER BY 1, 2, 3, 4, 5"
        )
    )
    for (name, kind, imported, year), own in groupby(rows, lambda row: row[:4]):
        writer.write(sided(f"values {name} {kind}", imported=imported), year, (row[4] for row in own))


def write_dates(writer: RunWriter) -> None:
    """Write the films with one date of a country and kind, known to the day, by the years of these dates."""
    dated = [prop.name for prop in PROPERTIES.values() if prop.one_per == ("country", "kind")]
    rows = writer.connection.execute(
        of_settled(
            "SELECT told.property, told.country, told.kind, entity.pack IS NOT NULL, "
            "CAST(substr(told.value, 1, 4) AS INTEGER), fame.place FROM "
            "(SELECT property, subject, json_extract(qualifiers, '$.country') AS country, "
            "json_extract(qualifiers, '$.kind') AS kind, min(value) AS value, count(*) AS number FROM fact "
            "WHERE property IN (SELECT value FROM json_each(?)) AND SETTLED GROUP BY 1, 2, 3, 4) AS told "
            "CROSS JOIN entity ON entity.n = told.subject CROSS JOIN fame ON fame.n = entity.n "
            "WHERE number = 1 AND length(told.value) = 10 AND told.country IS NOT NULL AND told.kind IS NOT NULL "
            "AND entity.own AND entity.form = 'film' ORDER BY 1, 2, 3, 4, 5, 6"
        ),
        (json.dumps(dated),),
    )
    for (name, country, kind, imported, year), own in groupby(rows, lambda row: row[:5]):
        writer.write(
            sided(f"dated {name} {country} {kind}", imported=imported), year, (row[5] for row in own)
        )


def shared_name(name: str, entity: int) -> str:
    """Return the name of the run of the facts that have a value, an entity by its number."""
    return f"shared {name} {entity}"


def write_shared(writer: RunWriter) -> None:
    """Write for each value that very many facts have those which are settled and of films with files of their own."""
    many = writer.connection.execute(
        "SELECT property, entity FROM fact WHERE entity IS NOT NULL GROUP BY 1, 2 HAVING count(*) > ?",
        (MANY,),
    ).fetchall()
    for name, entity in many:
        rows = writer.connection.execute(SHARED, (name, entity))
        writer.write(shared_name(name, entity), None, (fact for (fact,) in rows))


def write_gaps(connection: Connection) -> None:
    """Write what is left of a title without a word, where another of its year is the same without one of its own."""
    connection.execute("CREATE TEMP TABLE gaps (form INTEGER NOT NULL, text TEXT NOT NULL)")
    titles = connection.execute(
        "SELECT DISTINCT year, text FROM seat CROSS JOIN entity USING (n) CROSS JOIN name USING (n) "
        "WHERE year IS NOT NULL"
    )
    connection.executemany(
        "INSERT INTO gaps VALUES (?, ?)",
        (
            (gap_of(year, text, found.start(), found.end()), text)
            for year, text in titles
            for found in WORD.finditer(text)
        ),
    )
    connection.execute("INSERT INTO gap SELECT form FROM gaps GROUP BY form HAVING count(DISTINCT text) > 1")
    connection.execute("DROP TABLE gaps")


def gap_of(year: int, title: str, start: int, end: int) -> int:
    """Return a number for what is left of a title without a word, and its film's year."""
    rest = f"{year}\n{title[:start]}\n{title[end:]}".casefold()
    return int.from_bytes(blake2b(rest.encode(), digest_size=8).digest(), "big", signed=True)
