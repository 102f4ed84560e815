"""Entities in the form that Wikidata gives them, made for tests; the shapes are those of its real answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

from questions.importers.wikidata import read
from questions.imports.report import Report
from questions.record import FilmRecord

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "wikidata-samples"
CONSTRUCTED = SAMPLES / "CONSTRUCTED_film_entity_all_properties.json"
CITY_STREETS = SAMPLES / "Q2262932_City_Streets_1931.wbgetentities.json"
TARZAN = SAMPLES / "sparql_results_film_Tarzan_2013.json"
NO_FILMS = SAMPLES / "sparql_results_multi_vars_with_bnode.json"
DEPRECATED = SAMPLES / "statement_with_qualifiers_Q646148.json"
NO_SAMPLES = "the folder of samples is not beside the repository"

Raw = dict[str, Any]
FILM, HUMAN = "Q11424", "Q5"
MINUTE, SECOND, HOUR = "Q7727", "Q11574", "Q25235"
DOLLAR, YEN = "Q4917", "Q8146"
JAPAN, AMERICA, WORLD = "Q17", "Q30", "Q13780930"


def item(name: str) -> Raw:
    """Return a value that is an item."""
    return {"entity-type": "item", "numeric-id": int(name[1:]), "id": name}


def time(text: str, precision: int = 11, calendar: str = "Q1985727") -> Raw:
    """Return a value that is a date."""
    model = f"http://www.wikidata.org/entity/{calendar}"
    return {
        "time": text,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": model,
    }


def amount(number: str, unit: str, **bounds: str) -> Raw:
    """Return a value that is an amount of something."""
    return {"amount": number, "unit": f"http://www.wikidata.org/entity/{unit}", **bounds}


def snak(value: object) -> Raw:
    """Return a snak with a value; None is a value that nobody knows."""
    if value is None:
        return {"snaktype": "somevalue"}
    return {"snaktype": "value", "datavalue": {"value": item(value) if is_id(value) else value}}


def is_id(value: object) -> TypeGuard[str]:
    """Return whether something is an item's id."""
    return isinstance(value, str) and value[:1] == "Q" and value[1:].isdigit()


def claim(
    value: object, rank: str = "normal", references: Sequence[Mapping[str, object]] = (), **qualifiers: object
) -> Raw:
    """Return a statement; a qualifier is one value or a list of them, a reference its properties and values."""
    return {
        "mainsnak": snak(value),
        "type": "statement",
        "rank": rank,
        "qualifiers": {
            prop: [snak(one) for one in (said if isinstance(said, list) else [said])]
            for prop, said in qualifiers.items()
        },
        "references": [{"snaks": {prop: [snak(said)] for prop, said in one.items()}} for one in references],
    }


def entity(name: str, label: str | Mapping[str, str] = "", links: int = 1, **claims: Any) -> Raw:
    """Return an entity; a property's statements are one value or statement, or a list of them."""
    labels = {"en": label} if isinstance(label, str) else label
    return {
        "type": "item",
        "id": name,
        "labels": {lang: {"language": lang, "value": said} for lang, said in labels.items() if said},
        "aliases": {},
        "claims": {
            prop: [one if isinstance(one, dict) and "mainsnak" in one else claim(one) for one in listed(said)]
            for prop, said in claims.items()
        },
        "sitelinks": {f"w{number}wiki": {"title": "A"} for number in range(links)},
    }


def listed(said: object) -> list[object]:
    """Return a list as it is, and anything else as the one item of a list."""
    return said if isinstance(said, list) else [said]


def film(name: str = "Q1", label: str | Mapping[str, str] = "Moth", **claims: Any) -> Raw:
    """Return a film."""
    return entity(name, label, P31=FILM, **claims)


def answer(path: Path, *entities: Raw) -> Path:
    """Write an answer of wbgetentities, and return its path."""
    path.write_text(
        json.dumps({"entities": {one["id"]: one for one in entities}, "success": 1}), encoding="utf-8"
    )
    return path


def dump(path: Path, *entities: Raw) -> Path:
    """Write a dump, and return its path."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in entities)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path


def films(*paths: Path, report: Report | None = None) -> list[FilmRecord]:
    """Return the films that some files give."""
    return list(read(paths, report or Report()))


def said(record: FilmRecord, *properties: str) -> list[tuple[Any, ...]]:
    """Return statements as (property, value, qualifiers), those of some properties where any are named."""
    return [
        (one.property, one.value, dict(one.qualifiers))
        for one in record.film.statements
        if not properties or one.property in properties
    ]


def packed(path: Path, content: bytes) -> Path:
    """Write a file, and return its path."""
    path.write_bytes(content)
    return path
