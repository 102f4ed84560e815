"""What seed_facts.yaml states, told in the words of the catalogue by seed_map.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from questions.fold import squash

if TYPE_CHECKING:
    from questions.catalogue import Attestation, Catalogue, Fact

ROOT = Path(__file__).parents[3]
SEED_FACTS = ROOT.parent / "shared" / "facts" / "seed_facts.yaml"
MAP: dict[str, Any] = tomllib.loads((Path(__file__).parent / "seed_map.toml").read_text(encoding="utf-8"))
FILM = "gamera-2"
NOT_FINDS = ("on", "with", "from")

Seed = Mapping[str, Any]
Files = frozenset[str]


@dataclass(frozen=True, slots=True)
class Find:
    """One thing to be found in the catalogue: subject, property and value, said by exactly these files."""

    subject: str
    property: str
    value: str
    files: Files
    qualifiers: Mapping[str, Any] = field(default_factory=dict)


@cache
def seeds() -> tuple[Seed, ...]:
    """Return all statements of seed_facts.yaml; without the file, none."""
    if not SEED_FACTS.is_file():
        return ()
    return tuple(yaml.safe_load(SEED_FACTS.read_text(encoding="utf-8"))["facts"])


def files_of(seed: Seed) -> Files:
    """Return the short names (S0 to S3) of the files that state it; they begin with their number."""
    return frozenset(f"S{int(name[:3])}" for name in seed["sources"])


def parts(seed: Seed) -> Iterator[tuple[str, str]]:
    """Yield everything a statement says, as path and text: its value, piece by piece, and its qualifiers."""
    wording = MAP["properties"][seed["property"]]
    yield from leaves("" if isinstance(seed["value"], dict) else "value", seed["value"])
    for name, value in seed.get("qualifiers", {}).items():
        if name not in wording.get("untold", ()):
            yield from leaves(name, value)


def leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the texts in a value with their paths; what is empty or a remark on order says nothing."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(f"{path}.{number}", inner)
    elif value is not None and path != "order_note":
        yield path, str(value)


def untranslated(seed: Seed) -> set[str]:
    """Return the parts of a statement that the map does not speak of; none may be left."""
    table = MAP["statements"].get(seed["id"], {})
    told = MAP["properties"][seed["property"]].get("qualifiers", {})
    return {
        f"{path}: {text}"
        for path, text in parts(seed)
        if f"{path}: {text}" not in table and path not in told and (table or path != "value")
    }


def finds(seed: Seed) -> list[Find]:
    """Return what must be found for a statement that is no list and no order of places."""
    table = MAP["statements"].get(seed["id"])
    return [plain_find(seed)] if table is None else list(table_finds(seed, table))


def plain_find(seed: Seed) -> Find:
    """Return the find of a statement that stands in the catalogue as it is."""
    wording = MAP["properties"][seed["property"]]
    given = seed.get("qualifiers", {})
    told = {
        ours: MAP["values"].get(given[theirs], given[theirs])
        for theirs, ours in wording.get("qualifiers", {}).items()
        if given.get(theirs) is not None
    }
    return Find(
        MAP["subjects"][seed["subject"]],
        wording.get("is", seed["property"]),
        str(seed["value"]),
        files_of(seed),
        {**wording.get("with", {}), **told},
    )


def table_finds(seed: Seed, table: Mapping[str, Any]) -> Iterator[Find]:
    """Yield the finds of a statement with a table of its own; a part named for one file (who.S1) is said by that file."""
    for part, found in table.items():
        if part == "on":
            continue
        file = part.split(":")[0].rsplit(".", 1)[-1]
        said = frozenset({file}) if file in MAP["files"].values() else files_of(seed)
        for entry in found if isinstance(found, list) else [found]:
            subject = entry.get("on", table["on"])
            files = frozenset(entry["from"]) if "from" in entry else said
            for name, values in entry.items():
                if name not in NOT_FINDS:
                    for value in values if isinstance(values, list) else [values]:
                        yield Find(subject, name, value, files, entry.get("with", {}))


def said_by(fact: Fact) -> dict[str, list[Attestation]]:
    """Return who says a fact among the passages of the four documents, by file; what was read later is left out."""
    found: dict[str, list[Attestation]] = {}
    for attestation in fact.attestations:
        if attestation.source.film == FILM and attestation.source.key in MAP["files"]:
            found.setdefault(MAP["files"][attestation.source.key], []).append(attestation)
    return found


def is_said(fact: Fact, find: Find) -> bool:
    """Return whether a fact says what is to be found: as its value, or as all the files in question spell it."""
    said = said_by(fact)
    return fact.value == find.value or all(
        any(find.value in attestation.written for attestation in said.get(file, ())) for file in find.files
    )


def qualified(catalogue: Catalogue, fact: Fact, find: Find) -> bool:
    """Return whether a fact's qualifiers are those to be found; an entity may be called by any of its names."""
    for name, wanted in find.qualifiers.items():
        value = fact.qualifiers.get(name)
        names = entity_names(catalogue, value) if isinstance(value, str) else set()
        if value != wanted and squash(str(wanted)) not in names:
            return False
    return True


def entity_names(catalogue: Catalogue, entity_id: str) -> set[str]:
    """Return the names of an entity in the form in which spellings are equal; for a text that is no entity's id, none."""
    try:
        return {squash(name) for name in catalogue.names(entity_id)}
    except KeyError:
        return set()


def found(catalogue: Catalogue, find: Find) -> list[Fact]:
    """Return the facts of this film that a find fits; there must be one."""
    return [
        fact
        for fact in catalogue.facts(subject=find.subject, property=find.property)
        if said_by(fact) and is_said(fact, find) and qualified(catalogue, fact, find)
    ]
