"""An entity of Wikidata, cut down to what is used here; whatever is not of the expected type is as if it were absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from questions.imports.wikidata.tables import FILM_CLASSES, SERIES_CLASSES, ids

LONGEST = 500
"""Letters kept of any text; names and titles that long are refused later, with a count."""

MOST = 2_000
"""Statements kept of one property, and labels of one entity: the longest real cast has some hundreds."""

ITEM_ID = re.compile(r"Q([1-9]\d{0,17})", re.ASCII)
KEPT = ids(
    "P31 P345 P1476 P57 P58 P86 P161 P725 P2438 P162 P1431 P344 P1040 P2554 P3174 P577 P580 P840 P915 P2047 P272 "
    "P750 P179 P155 P156 P2130 P2142 P166 P495 P364 P136 P144 P1113 P297 P218 P424 P498"
)
CLASS = "P31"
TELLING = ids("P31 P57")
OF_THINGS = ids("P31 P345 P297 P218 P424 P498")
"""Properties of films, and of what films refer to, that are read; OF_THINGS are those of the latter,
TELLING those that tell what is a film."""

QUALIFIERS = ids("P453 P4633 P1545 P291 P437 P585 P580 P407 P179 P155 P156 P3005 P1480 P518 P3831")
CITED = ids("P143 P248 P854 P4656 P887 P3452")


class Value(msgspec.Struct, frozen=True, array_like=True):
    """A value: an item's id, a text, a time or an amount; `more` is a text's language or an amount's unit."""

    kind: str
    text: str = ""
    more: str = ""
    precision: int = 0
    about: bool = False


Snaks = dict[str, list[Value]]


class Claim(msgspec.Struct, frozen=True, array_like=True):
    """A statement that is not deprecated: its value, whether it is preferred, its qualifiers and its references."""

    value: Value
    preferred: bool = False
    qualifiers: Snaks = {}
    references: list[Snaks] = []


class Item(msgspec.Struct, frozen=True, array_like=True):
    """An entity: its names, how many pages are about it, its article in English, and its statements by property."""

    id: str
    labels: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    links: int = 0
    article: str = ""
    claims: dict[str, list[Claim]] = {}

    def all(self, prop: str) -> list[Claim]:
        """Return the statements of a property that have a value, preferred ones first."""
        said = [claim for claim in self.claims.get(prop, []) if claim.value.kind != "some"]
        return sorted(said, key=lambda claim: not claim.preferred)

    def unknown(self, prop: str) -> list[Claim]:
        """Return the statements of a property that there is a value of which the data do not name or cannot be read."""
        return [claim for claim in self.claims.get(prop, []) if claim.value.kind == "some"]

    def texts(self, prop: str) -> list[str]:
        """Return a property's values as plain texts: the ids of items, codes, names."""
        return [claim.value.text for claim in self.all(prop)]

    @property
    def form(self) -> str:
        """Return "film" or "series" (of television), or "" for what is neither."""
        classes = set(self.texts(CLASS))
        if classes & SERIES_CLASSES:
            return "series"
        return "film" if classes & FILM_CLASSES else ""

    def refers_to(self) -> Iterator[str]:
        """Yield the ids of everything that its statements, qualifiers and references name, but for its classes."""
        for claim in (claim for prop, said in self.claims.items() if prop != CLASS for claim in said):
            groups = [[claim.value], *claim.qualifiers.values()]
            groups.extend(values for snaks in claim.references for values in snaks.values())
            for value in (value for group in groups for value in group):
                wanted = (
                    value.text if value.kind == "item" else value.more if value.kind == "quantity" else ""
                )
                if ITEM_ID.fullmatch(wanted):
                    yield wanted


def table(value: object) -> dict[str, object]:
    """Return a JSON object, or an empty one for anything else, such as the `[]` that stands for an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a JSON array of a length that occurs, or an empty one."""
    return value[:MOST] if isinstance(value, list) else []


def text_of(value: object) -> str:
    """Return a text cut to a length that occurs, or "" for anything else; halves of a letter are dropped."""
    if not isinstance(value, str):
        return ""
    return value[:LONGEST].encode(errors="ignore").decode()


def item_of(raw: object, kept: frozenset[str] = KEPT) -> Item | None:
    """Return an entity of the JSON that wbgetentities and the dumps have, or None where it is no item."""
    entity = table(raw)
    name = text_of(entity.get("id"))
    if not ITEM_ID.fullmatch(name) or "missing" in entity:
        return None
    links = table(entity.get("sitelinks"))
    return Item(
        id=name,
        labels=names(entity.get("labels")),
        aliases={
            text_of(lang): several(said) for lang, said in list(table(entity.get("aliases")).items())[:MOST]
        },
        links=len(links),
        article=text_of(table(links.get("enwiki")).get("title")),
        claims={
            prop: claims
            for prop, said in table(entity.get("claims")).items()
            if prop in kept and (claims := [one for raw in listed(said) if (one := claim_of(raw))])
        },
    )


def names(raw: object) -> dict[str, str]:
    """Return labels by language; both `{"value": …}` and a plain text are read."""
    found = {}
    for lang, said in list(table(raw).items())[:MOST]:
        if name := text_of(said) or text_of(table(said).get("value")):
            found[text_of(lang)] = name
    return found


def several(raw: object) -> list[str]:
    """Return the aliases in one language."""
    return [name for said in listed(raw) if (name := text_of(table(said).get("value")))]


def claim_of(raw: object) -> Claim | None:
    """Return a statement, or None for a deprecated one and for one that there is no value.

    A value that cannot be read is one that nobody knows: that there is one says that a list lacks it.
    """
    said = table(raw)
    snak = table(said.get("mainsnak"))
    value = value_of(snak)
    if value is None and snak.get("snaktype") == "value":
        value = Value("some")
    if value is None or said.get("rank") == "deprecated":
        return None
    return Claim(
        value=value,
        preferred=said.get("rank") == "preferred",
        qualifiers=snaks_of(said.get("qualifiers"), QUALIFIERS),
        references=[snaks_of(table(one).get("snaks"), CITED) for one in listed(said.get("references"))],
    )


def snaks_of(raw: object, kept: frozenset[str]) -> Snaks:
    """Return the values of qualifiers or of a reference by property."""
    return {
        prop: [value for one in listed(said) if (value := value_of(one))]
        for prop, said in table(raw).items()
        if prop in kept
    }


def value_of(raw: object) -> Value | None:
    """Return a snak's value; kind "some" where there is one that nobody knows, None where there is none."""
    snak = table(raw)
    if snak.get("snaktype") == "somevalue":
        return Value("some")
    value = table(snak.get("datavalue")).get("value")
    if isinstance(value, str):
        return Value("text", text_of(value)) if value else None
    told = table(value)
    if "time" in told:
        julian = text_of(told.get("calendarmodel")).rpartition("/")[2]
        return Value("time", text_of(told["time"]), julian, small(told.get("precision")))
    if "amount" in told:
        exact = text_of(told["amount"])
        bounds = {text_of(told.get(name)) for name in ("upperBound", "lowerBound")} - {"", exact}
        return Value("quantity", exact, text_of(told.get("unit")).rpartition("/")[2], about=bool(bounds))
    if "text" in told:
        return Value("text", text_of(told["text"]), text_of(told.get("language")))
    return item_value(told)


def small(number: object) -> int:
    """Return a number such as a date's precision, or 0 for anything else."""
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= 14 else 0


def item_value(told: dict[str, object]) -> Value | None:
    """Return a value that is an item, by its id or, as old files have it, by its number alone."""
    number = told.get("numeric-id")
    name = text_of(told.get("id")) or (f"Q{number}" if told.get("entity-type") == "item" else "")
    return Value("item", name) if ITEM_ID.fullmatch(name) else None
