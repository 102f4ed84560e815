"""Rows of a SPARQL query's answer as pieces of films; the query's own words for its columns say what stands in them.

What a query answers is simpler than the entity: dates come without their precision, lengths without their unit and sums
without their currency. So the first of January is a year and the first of a month is that month; a length is minutes
where it can be; sums are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from questions.imports.report import Report
from questions.imports.wikidata.claims import ITEM_ID, Claim, Item, Value, table, text_of

FILM_COLUMNS = ("film", "movie", "item", "work", "entity")
SURE = ("film", "movie")
"""Columns by whose very name a query says that films stand in them."""

OF_FILMS = ("P57", "P58", "P161", "P344")
"""Properties that a thing without a class must have one of to be taken for a film."""

FILM, MINUTE = "Q11424", "Q7727"
LONGEST_MINUTES = 900
COLUMNS = {
    **dict.fromkeys(("director", "directors", "directedby"), "P57"),
    **dict.fromkeys(("screenwriter", "writer", "screenwriters", "writers"), "P58"),
    **dict.fromkeys(("composer", "composers", "music"), "P86"),
    **dict.fromkeys(("cast", "castmember", "actor", "actors", "actress", "star", "starring"), "P161"),
    **dict.fromkeys(("producer", "producers"), "P162"),
    **dict.fromkeys(("cinematographer", "directorofphotography", "photography"), "P344"),
    **dict.fromkeys(("editor", "filmeditor"), "P1040"),
    **dict.fromkeys(
        ("publicationdate", "releasedate", "release", "date", "pubdate", "published", "year"), "P577"
    ),
    **dict.fromkeys(("narrativelocation", "setin", "setting"), "P840"),
    **dict.fromkeys(("filminglocation", "filmedat", "filmedin"), "P915"),
    **dict.fromkeys(("duration", "runtime", "length", "runningtime"), "P2047"),
    **dict.fromkeys(("productioncompany", "company", "studio"), "P272"),
    **dict.fromkeys(("distributor", "distributedby"), "P750"),
    **dict.fromkeys(("series", "partoftheseries", "partofseries", "franchise"), "P179"),
    **dict.fromkeys(("follows", "previous", "predecessor"), "P155"),
    **dict.fromkeys(("followedby", "next", "successor"), "P156"),
    **dict.fromkeys(("cost", "budget", "capitalcost"), "P2130"),
    **dict.fromkeys(("boxoffice", "gross", "revenue"), "P2142"),
    **dict.fromkeys(("award", "awards", "awardreceived"), "P166"),
    **dict.fromkeys(("countryoforigin", "country", "origin"), "P495"),
    **dict.fromkeys(("originallanguage", "language", "originallanguageoffilm"), "P364"),
    **dict.fromkeys(("genre", "genres"), "P136"),
    **dict.fromkeys(("imdb", "imdbid"), "P345"),
    **dict.fromkeys(("title", "originaltitle"), "P1476"),
    **dict.fromkeys(("basedon",), "P144"),
    **dict.fromkeys(("instanceof", "instance", "type", "class", "instances"), "P31"),
}
QUALIFYING = {
    **dict.fromkeys(("character", "characterrole", "role"), ("P161", "P453")),
    **dict.fromkeys(("placeofpublication", "releasecountry", "countryofrelease"), ("P577", "P291")),
    **dict.fromkeys(("seriesordinal", "ordinal", "position", "number"), ("P179", "P1545")),
}
"""Columns that say more of what stands in another column of the same row."""

TOLD_OF_ONE = ("P31", "P345")
UNKNOWN = Value("some")

PRECISION = (
    "precision",
    "dateprecision",
    "publicationdateprecision",
    "releasedateprecision",
    "timeprecision",
)
LINKS = ("sitelinks", "links", "linkcount", "sitelinkcount")
ARTICLES = ("wikilink", "article", "wikipedia", "enwiki", "sitelink")
LABELS = ("label", "filmlabel", "movielabel", "itemlabel", "worklabel", "entitylabel")
ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d{0,17})", re.ASCII)
ENGLISH_ARTICLE = re.compile(r"https?://en\.wikipedia\.org/wiki/(.+)")
DAY = re.compile(r"[+]?(\d{4})-(\d\d)-(\d\d)(T.*)?", re.ASCII)


def read_row(raw: object, report: Report) -> tuple[Item, list[Item]] | None:
    """Return what one row says of a film, and the names it gives of what it refers to; None, counted, for no film."""
    row = {norm(name): (table(said), text_of(table(said).get("value"))) for name, said in table(raw).items()}
    nobody = {name for name, (cell, text) in row.items() if is_nobody(cell, text)}
    nobody |= {f"{name}label" for name in nobody}  # there it is called by its number
    columns = {name: cell for name, (cell, text) in row.items() if text and name not in nobody}
    texts = {name: text_of(cell.get("value")) for name, cell in columns.items()}
    claims, things = said_in(columns, texts)
    column = next((name for name in FILM_COLUMNS if name in columns), "")
    found = ENTITY.fullmatch(texts.get(column, ""))
    known = [one.value.text for one in claims.get("P345", [])]
    imdb = next((text for text in known if re.fullmatch(r"tt\d{1,10}", text, re.ASCII)), "")
    key = found[1] if found else "" if column else imdb
    if not key:
        report.skip("a row without the id of a film", " ".join(list(texts.values())[:2]))
        return None
    if "P31" not in claims:
        if column not in SURE and not imdb and not any(prop in claims for prop in OF_FILMS):
            report.skip("a row that does not say that it is about a film", key)
            return None
        claims["P31"] = [Claim(Value("item", FILM))]
    for name in nobody:
        if (prop := COLUMNS.get(name)) is not None and prop not in TOLD_OF_ONE:
            claims.setdefault(prop, []).append(Claim(UNKNOWN))
    labels = {text_of(columns[name].get("xml:lang")): texts[name] for name in LABELS if name in texts}
    links = next((texts[name] for name in LINKS if name in texts), "0")
    article = next((m[1] for name in ARTICLES if (m := ENGLISH_ARTICLE.fullmatch(texts.get(name, "")))), "")
    item = Item(
        id=key,
        labels={lang: label for lang, label in labels.items() if not ITEM_ID.fullmatch(label)},
        links=int(links) if re.fullmatch(r"\d{1,6}", links, re.ASCII) else 0,
        article=unquote(article, errors="ignore").replace("_", " "),
        claims=claims,
    )
    if not item.form:
        report.skip("a row about something that is no film", key)
        return None
    return item, things


def is_nobody(cell: Mapping[str, object], text: str) -> bool:
    """Return whether a cell says that there is something, and that nobody knows what."""
    return bool(text) and (cell.get("type") == "bnode" or "/.well-known/genid/" in text)


def norm(name: str) -> str:
    """Return a column's name in small letters without signs."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def said_in(
    columns: Mapping[str, dict[str, object]], texts: Mapping[str, str]
) -> tuple[dict[str, list[Claim]], list[Item]]:
    """Return a row's statements by property, and the names it gives of entities."""
    more: dict[str, dict[str, list[Value]]] = {}
    for name, (prop, qualifier) in QUALIFYING.items():
        if value := cell_value(name, qualifier, columns, texts):
            more.setdefault(prop, {}).setdefault(qualifier, []).append(value)
    claims: dict[str, list[Claim]] = {}
    for name, prop in COLUMNS.items():
        if value := cell_value(name, prop, columns, texts):
            claims.setdefault(prop, []).append(Claim(value, qualifiers=more.get(prop, {})))
    return claims, named_in(columns, texts)


def named_in(columns: Mapping[str, dict[str, object]], texts: Mapping[str, str]) -> list[Item]:
    """Return the entities that a row names: the id stands in one column, the name in that column's label."""
    things = []
    for name, text in texts.items():
        found, label = ENTITY.fullmatch(text), texts.get(f"{name}label", "")
        if found and label and not ITEM_ID.fullmatch(label):
            lang = text_of(columns[f"{name}label"].get("xml:lang")) or "mul"
            things.append(Item(id=found[1], labels={lang: label}))
    return things


def cell_value(
    name: str, prop: str, columns: Mapping[str, dict[str, object]], texts: Mapping[str, str]
) -> Value | None:
    """Return what stands in a column as a value of a property, or None where nothing of its sort does."""
    text = texts.get(name) or texts.get(f"{name}label", "")
    if not text:
        return None
    if found := ENTITY.fullmatch(text):
        return Value("item", found[1])
    if prop == "P577":
        return day_value(text, next((texts[one] for one in PRECISION if one in texts), ""))
    if prop == "P2047":
        minutes = re.fullmatch(r"[1-9]\d{0,2}(\.\d{1,6})?", text, re.ASCII)
        return Value("quantity", text, MINUTE if minutes and float(text) <= LONGEST_MINUTES else "")
    if prop in {"P2130", "P2142"}:
        return Value("quantity", text)
    if text.startswith(("http:", "https:", "_:")):
        return None
    cell = columns.get(name) or columns[f"{name}label"]
    return Value("text", text, text_of(cell.get("xml:lang")))


def day_value(text: str, precision: str) -> Value:
    """Return a date; without its precision the first of January is a year, and the first of a month that month."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return Value("time", f"+{text}-00-00T00:00:00Z", precision=9)
    found = DAY.fullmatch(text)
    if found is None:
        return Value("time", text)
    exact = 9 if found[2] == found[3] == "01" else 10 if found[3] == "01" else 11
    if re.fullmatch(r"\d{1,2}", precision, re.ASCII):
        exact = int(precision)
    return Value("time", f"+{found[1]}-{found[2]}-{found[3]}T00:00:00Z", precision=exact)
