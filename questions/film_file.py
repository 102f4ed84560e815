"""How a film file is read, and refused with every fault named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from questions.entity_table import KEY, REGISTERS, TABLES, EntityReader
from questions.fault import Fault, Faults, FilmFileError, suggestion
from questions.record import EntityRecord, FilmRecord, SourceRecord, StatementRecord
from questions.statement import StatementReader

FORMS = ("film", "series")
Order = tuple[tuple[str, ...], ...]
"""A passage's order of telling: moments, each the events told as happening at once."""

TOP = ("id", "form", "ids", "sources", "film", "story")


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source as a file has it."""

    what: str
    family: str
    licence: str | None = None
    url: str | None = None


def read_toml(path: Path) -> dict[str, object]:
    """Return a TOML file's content; raises FilmFileError where it cannot be read or its syntax is broken."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise FilmFileError([Fault(path.name, "", f"is not TOML: {error}. Mend this first.")]) from error
    except RecursionError as error:
        raise FilmFileError(
            [Fault(path.name, "", "is nested too deeply: no film file needs that")]
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FilmFileError([Fault(path.name, "", f"cannot be read: {error}")]) from error


def read_film(path: Path, shared: Mapping[str, SourceRecord] | None = None) -> FilmRecord:
    """Return what a film file says; raises FilmFileError with all its faults.

    `shared` are the passages of `sources.toml`, which every film may cite.
    """
    raw = read_toml(path)
    faults = Faults(path.name)
    own = read_sources(raw.get("sources", {}), "sources", faults)
    sources = {**(shared or {}), **own}
    for key in sorted(set(own) & set(shared or {})):
        faults.add(
            f"sources.{key}", "stands in sources.toml already: take it out here, or give it another key"
        )
    reader = EntityReader(StatementReader(sources, faults), faults)
    film = reader.read(raw.get("film", {}), "film", read_id(raw, path, faults), "film")
    entities = tuple(tables(raw, reader, faults))
    story = read_story(raw.get("story", {}), sources, entities, faults)
    told = tuple(told_events(entities, raw, story, faults))
    form = raw.get("form", "film")
    if form not in FORMS:
        faults.add("form", f"{form!r} is no form.{suggestion(str(form), FORMS)}")
    ids = read_ids(raw.get("ids", {}), faults)
    table = raw.get("film", {})
    if not isinstance(table, dict) or "title" not in table:
        faults.add("film.title", "a film needs a title: title = [{ is = …, lang = 'en', by = … }]")
    if film is None or faults.found:
        raise FilmFileError(faults.found)
    return FilmRecord(path.name, film.key, str(form), sources, replace(film, ids=ids), told, story)


def read_id(raw: Mapping[str, object], path: Path, faults: Faults) -> str:
    """Return the film's id, which is also the file's name."""
    film_id = raw.get("id")
    if not isinstance(film_id, str) or not KEY.fullmatch(film_id):
        faults.add("id", f"write the film's id in small letters, digits and hyphens: id = {path.stem!r}")
        return path.stem
    if film_id != path.stem:
        faults.add("id", f"the file is called {path.name}: write id = {path.stem!r}, or rename the file")
    return film_id


def read_ids(raw: object, faults: Faults) -> dict[str, str]:
    """Return the film's ids in other registers."""
    if not isinstance(raw, dict):
        faults.add("ids", "expected { wikidata = 'Q…', imdb = 'tt…' }")
        return {}
    for register, value in raw.items():
        if register not in REGISTERS or not isinstance(value, str):
            faults.add(f"ids.{register}", f"expected a text under one of these: {', '.join(REGISTERS)}")
    return raw


def read_sources(raw: object, path: str, faults: Faults) -> dict[str, SourceRecord]:
    """Return the passages a table declares, by key."""
    if not isinstance(raw, dict):
        faults.add(path, "expected a table of sources")
        return {}
    read: dict[str, SourceRecord] = {}
    for key, table in raw.items():
        try:
            passage = msgspec.convert(table, Passage)
        except msgspec.ValidationError as error:
            faults.add(
                f"{path}.{key}", f"{error}. Write {{ what = '…', family = '…' }}, licence and url if known"
            )
            passage = Passage("", "")  # the key is known: statements citing it are not faulty for that
        if passage.url is not None and not passage.url.startswith(("https://", "http://")):
            faults.add(
                f"{path}.{key}.url", f"expected an address that begins with https://, not {passage.url!r}"
            )
        read[key] = SourceRecord(key, passage.what, passage.family, passage.licence, passage.url)
    return read


def tables(raw: Mapping[str, object], reader: EntityReader, faults: Faults) -> Iterator[EntityRecord]:
    """Yield the entities of all entity tables; unknown tables are faults."""
    for name, table in raw.items():
        if name in TOP:
            continue
        if name not in TABLES:
            faults.add(name, f"is no table of a film file.{suggestion(name, (*TOP, *TABLES))}")
        elif not isinstance(table, dict):
            faults.add(name, f"expected tables such as [{name}.some-key]")
        else:
            read = (reader.read(entry, TABLES[name], key, f"{name}.{key}") for key, entry in table.items())
            yield from filter(None, read)


def read_story(
    raw: object, sources: Mapping[str, SourceRecord], entities: tuple[EntityRecord, ...], faults: Faults
) -> dict[str, Order]:
    """Return each passage's own order of telling, as keys of events; a list in the list is told as happening at once."""
    if not isinstance(raw, dict):
        faults.add("story", "expected passage = ['event', 'event', …]")
        return {}
    events = {entity.key for entity in entities if entity.type == "event"}
    story: dict[str, Order] = {}
    for key, listed in raw.items():
        if key not in sources:
            faults.add(f"story.{key}", f"is not in [sources].{suggestion(key, sources)}")
        if isinstance(listed, list):
            moments = tuple(tuple(moment) if isinstance(moment, list) else (moment,) for moment in listed)
            check_order(moments, events, f"story.{key}", faults)
            story[key] = moments
        else:
            faults.add(f"story.{key}", "expected a list of events")
    return story


def check_order(order: Order, events: set[str], path: str, faults: Faults) -> None:
    """Note events that are not in the file, and events told twice."""
    seen: set[str] = set()
    for number, moment in enumerate(order):
        for event in moment:
            if not isinstance(event, str) or event not in events:
                words = suggestion(str(event), events)
                faults.add(f"{path}[{number}]", f"{event!r} is not in [events].{words}")
            elif event in seen:
                faults.add(
                    f"{path}[{number}]", f"{event!r} is told twice: name it once, where it is told first"
                )
            seen.add(str(event))


def told_events(
    entities: tuple[EntityRecord, ...],
    raw: Mapping[str, object],
    story: Mapping[str, Order],
    faults: Faults,
) -> Iterator[EntityRecord]:
    """Yield the entities, each event with its `what`: a plain text is told by the passages whose story names the event."""
    events = raw.get("events", {})
    for entity in entities:
        table = events.get(entity.key, {}) if isinstance(events, dict) else {}
        what = table.get("what") if entity.type == "event" and isinstance(table, dict) else None
        tellers = tuple(
            source for source, order in story.items() if any(entity.key in moment for moment in order)
        )
        if entity.type == "event" and what is None:
            faults.add(f"{entity.path}.what", "say what happens, in a few words of your own")
        if isinstance(what, str) and not tellers:
            faults.add(
                f"{entity.path}.what",
                "no passage in [story] tells this event; name it there, or write { is = …, by = … }",
            )
        if isinstance(what, str) and tellers:
            account = StatementRecord(f"{entity.path}.what", "what", what, {}, tellers, {}, None, None, None)
            yield replace(entity, statements=(account, *entity.statements))
        else:
            yield entity
