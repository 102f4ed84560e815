"""What a film of Wikidata says, gathered: its statements, the passages that give them, and the entities they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote

from questions.imports.report import Report
from questions.imports.stating import cleaned, stated, why_no_name
from questions.imports.wikidata.claims import Item, Value
from questions.imports.wikidata.passages import Passages, label_of
from questions.imports.wikidata.shelf import Shelf
from questions.imports.wikidata.tables import GROUPS, HUMAN, NOBODY, PLACE_KINDS
from questions.properties import PROPERTIES
from questions.record import EntityRecord, Plain, StatementRecord
from questions.values import READERS, YEARS, WrongValue

DATE = re.compile(r"\+?0*(\d{4})-(\d\d)-(\d\d)T", re.ASCII)
JULIAN = "Q1985786"
DAY, MONTH, YEAR = 11, 10, 9
ALL_LANGUAGES = ("mul", "")
IMDB = re.compile(r"(tt|nm|co)\d{1,10}")
UNQUOTED = "!$()*,-./:;@~"


class Telling:
    """One film while it is told: `told`, `entities`, `passages` and `lacking`, the lists that lack a member, grow."""

    def __init__(self, item: Item, shelf: Shelf, report: Report) -> None:
        self.item = item
        self.shelf = shelf
        self.report = report
        self.title = cleaned(label_of(item)) or next(map(cleaned, item.texts("P1476")), "")
        self.passages = Passages(item, self.title, shelf)
        self.entities: dict[tuple[str, str], EntityRecord] = {}
        self.told: dict[tuple[object, ...], StatementRecord] = {}
        self.lacking: set[tuple[str, str]] = set()

    def say(
        self, name: str, value: object, by: tuple[str, ...], qualifiers: Mapping[str, object] | None = None
    ) -> None:
        """Note a statement; the same one from another passage is one statement with both."""
        said = stated(self.report, name, value, by, qualifiers)
        if said is None:
            self.lack(name, str((qualifiers or {}).get("as", "")))
            return
        key = (name, said.value, *sorted(said.qualifiers.items()))
        if before := self.told.get(key):
            said = StatementRecord(
                name, name, said.value, said.qualifiers, merged(before.by, by), {}, None, None, None
            )
        self.told[key] = said

    def leave_out(self, name: str, reason: str, what: object = "") -> None:
        """Count a value of a property that is not taken; a list of such values lacks it."""
        self.lack(name)
        self.report.leave_out(f"{PROPERTIES[name].label}: {reason}", what or self.item.id)

    def lack(self, name: str, role: str = "") -> None:
        """Note that a property's list lacks a member, in a role where one is known."""
        if PROPERTIES[name].lists:
            self.lacking.add((name, role))

    def entity(self, name: str, value: Value, kind: str) -> str | None:
        """Return the key of an entity, or its bare name where that is all there is; None, counted, where it is neither."""
        if value.kind == "text":
            return value.text
        if value.kind != "item":
            self.leave_out(name, "a value of the wrong sort")
            return None
        known = self.shelf.thing(value.text)
        called = cleaned(label_of(known)) if known else ""
        if known is None or not called:
            self.leave_out(
                name,
                f"{'an' if kind == 'award' else 'a'} {kind} whose name the files do not give",
                value.text,
            )
            return None
        if reason := why_no_name(called) or why_not(known, kind):
            self.leave_out(name, reason, called)
            return None
        kind = "group" if kind == "person" and set(known.texts("P31")) & GROUPS else kind
        key = known.id.lower()
        if (kind, key) not in self.entities:
            self.entities[kind, key] = record_of(known, kind, called)
        return key

    def code(self, name: str, value: Value, table: Mapping[str, str], *props: str) -> str | None:
        """Return the code of a country, a language or a currency, from the table or from its own entity; None, counted."""
        if code := table.get(value.text):
            return code
        known = self.shelf.thing(value.text) if value.kind in {"item", "unit"} else None
        for said in (text for prop in props if known for text in known.texts(prop)):
            return said
        self.leave_out(name, f"a {WORD[props[0]]} without a code", value.text)
        return None

    def text(self, name: str, value: Value) -> str | None:
        """Return the English name of what is no entity here, such as a genre; None, counted, where there is none."""
        known = self.shelf.thing(value.text) if value.kind == "item" else None
        text = value.text if value.kind == "text" else ""
        if known:
            text = known.labels.get("en") or known.labels.get("mul") or ""
        if not cleaned(text):
            self.leave_out(name, "a value without an English name in the file", value.text)
            return None
        return cleaned(text)


WORD = {"P297": "country", "P218": "language", "P498": "currency"}


def merged(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of both, each once."""
    return tuple(dict.fromkeys((*one, *other)))


def why_not(known: Item, kind: str) -> str | None:
    """Return why something cannot be a person, a company or a film, or None where it can or nothing is known of it."""
    classes = set(known.texts("P31"))
    if kind == "person" and (known.id in NOBODY or (classes and not classes & {HUMAN, *GROUPS})):
        return "what is no person"
    if kind == "company" and HUMAN in classes:
        return "a person in place of a company"
    if kind == "film" and classes and known.form != "film":
        return "what is no film"
    return None


def record_of(known: Item, kind: str, called: str) -> EntityRecord:
    """Return the record of an entity: its names in all languages, its other spellings, its ids and its renown."""
    key = known.id.lower()
    names = {lang: cleaned(said) for code, said in known.labels.items() if (lang := language_of(code))}
    other = [
        cleaned(said)
        for lang in known.aliases
        if language_of(lang) is not None
        for said in known.aliases[lang]
    ]
    classes = known.texts("P31")
    return EntityRecord(
        path=f"{kind}.{key}",
        type=kind,
        key=key,
        name=called,
        names={lang: said for lang, said in names.items() if said != called and not why_no_name(said)},
        spellings=tuple(said for said in dict.fromkeys(other) if said != called and not why_no_name(said)),
        kind=next((PLACE_KINDS[one] for one in classes if one in PLACE_KINDS), None)
        if kind == "place"
        else None,
        ids=ids_of(known),
        renown=float(known.links),
    )


def ids_of(item: Item) -> dict[str, str]:
    """Return an entity's ids in the registers that are known here."""
    imdb = next((text for text in item.texts("P345") if IMDB.fullmatch(text)), None)
    ids = {"wikidata": item.id} if item.id.startswith("Q") else {}
    if imdb:
        ids["imdb"] = imdb
    if item.article:
        ids["wikipedia"] = quote(item.article.replace(" ", "_"), safe=UNQUOTED)
    return ids


@lru_cache(maxsize=1024)
def language_of(code: str) -> str | None:
    """Return a language's code as it is written here, "" for all languages alike, None for one that is not known."""
    if code in ALL_LANGUAGES:
        return ""
    parts = code.split("-")
    sized = [
        part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in parts[1:]
    ]
    try:
        return str(READERS["language"]("-".join((parts[0].lower(), *sized))))
    except WrongValue:
        return None


def date_of(value: Value) -> date | str | int | None:
    """Return a day, a month as text or a year, as exact as the source has it; None for what is less exact or no date."""
    found = DATE.match(value.text) if value.kind == "time" else None
    if found is None or value.precision < YEAR or int(found[1]) not in YEARS:
        return None
    if value.precision == YEAR:
        return int(found[1])
    if value.precision == MONTH:
        return f"{found[1]}-{found[2]}" if 1 <= int(found[2]) <= 12 else None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    if value.more == JULIAN:
        return day + timedelta(days=13 if day >= date(1900, 3, 1) else 12)
    return day


def year_of(value: Value) -> int | None:
    """Return the year of a date, or None."""
    told = date_of(value)
    return told.year if isinstance(told, date) else int(str(told)[:4]) if told is not None else None


def qualified(**given: Plain | None) -> dict[str, object]:
    """Return the qualifiers that have a value."""
    return {name: value for name, value in given.items() if value not in {None, ""}}
