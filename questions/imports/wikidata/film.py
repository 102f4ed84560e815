"""One film of Wikidata as a record: each of its properties in the form that a film file has."""

from __future__ import annotations

from questions.imports.report import Report
from questions.imports.stating import cleaned, why_no_title
from questions.imports.wikidata.claims import Claim, Item, Value
from questions.imports.wikidata.figures import lengths, money
from questions.imports.wikidata.passages import OWN
from questions.imports.wikidata.people import CREDITS, cast, credits_, ordinal, voices
from questions.imports.wikidata.shelf import Shelf
from questions.imports.wikidata.tables import COUNTRIES, LANGUAGES, RELEASE_KINDS
from questions.imports.wikidata.telling import Telling, date_of, ids_of, language_of, qualified, year_of
from questions.record import EntityRecord, FilmRecord

ENTITIES = {
    "P840": ("place", "place"),
    "P915": ("filming_place", "place"),
    "P272": ("production_company", "company"),
    "P144": ("based_on", "work"),
}
NEIGHBOURS = {"P155": "sequel_to", "P156": "followed_by"}
LISTS = {"P136": "genre", "P495": "country", "P364": "language", "P750": "distributor", "P166": "award"}
ORIGINAL = "original title"


def film_of(item: Item, file: str, shelf: Shelf, report: Report) -> FilmRecord | None:
    """Return a film's record, or None, counted, for one without a title."""
    telling = Telling(item, shelf, report)
    if reason := why_no_title(telling.title):
        report.skip(reason, item.id)
        return None
    for tell in (
        titles,
        years,
        credits_,
        cast,
        voices,
        things,
        codes,
        lengths,
        releases,
        distributors,
        series,
        money,
        awards,
    ):
        tell(telling)
    unknown(telling)
    film = EntityRecord(
        path="film",
        type="film",
        key=item.id,
        name=telling.title,
        ids=ids_of(item),
        renown=float(item.links),
        statements=tuple(telling.told.values()),
        lacking=tuple(sorted(telling.lacking)),
    )
    cited = {key for said in film.statements for key in said.by} | {OWN}
    sources = {key: source for key, source in telling.passages.sources.items() if key in cited}
    named = {value for said in film.statements for value in (said.value, *said.qualifiers.values())}
    named.update(role for _, role in film.lacking)
    entities = tuple(one for one in telling.entities.values() if one.key in named)
    return FilmRecord(file, item.id, item.form or "film", sources, film, entities, {})


def unknown(telling: Telling) -> None:
    """Note which lists have a member of which the data say only that there is one."""
    named = {prop: name for prop, (name, _) in ENTITIES.items()}
    for prop, name in {**CREDITS, **named, **NEIGHBOURS, **LISTS}.items():
        if telling.item.unknown(prop):
            telling.lack(name)


def titles(telling: Telling) -> None:
    """Tell labels and titles in every language, and aliases; a title unlike the label is the original one."""
    item, by = telling.item, telling.passages.by()
    called: dict[str, str] = {}
    for code, label in item.labels.items():
        title = good_title(telling, "title", code, label)
        if title is not None:
            called.setdefault(language_of(code) or "", title)
            telling.say("title", title, by, qualified(lang=language_of(code)))
    for claim in item.all("P1476"):
        lang = language_of(claim.value.more) or ""
        title = good_title(telling, "title", claim.value.more, claim.value.text)
        if title is not None:
            use = ORIGINAL if called.get(lang, title) != title else None
            telling.say("title", title, telling.passages.by(claim), qualified(lang=lang, use=use))
    for code, aliases in item.aliases.items():
        for alias in aliases:
            title = good_title(telling, "also_known_as", code, alias)
            if title is not None and title != called.get(language_of(code) or ""):
                telling.say("also_known_as", title, by, qualified(lang=language_of(code)))


def good_title(telling: Telling, name: str, code: str, text: str) -> str | None:
    """Return a title, cleaned, or None, counted, where it is none or its language has no code here."""
    title = cleaned(text)
    if reason := why_no_title(title):
        telling.leave_out(name, reason, text)
        return None
    if language_of(code) is None:
        telling.leave_out(name, "a language without a code known here", code)
        return None
    return title


def years(telling: Telling) -> None:
    """Tell the year of the first of the release dates that are preferred, or of all where none is.

    A date that is not preferred may gainsay it: its year is told beside the other.
    """
    dated = [claim for prop in ("P577", "P580") for claim in telling.item.all(prop) if year_of(claim.value)]
    preferred = [claim for claim in dated if claim.preferred]
    if not dated:
        return
    first = min(year_of(claim.value) or 0 for claim in preferred or dated)
    firsts = [claim for claim in preferred or dated if year_of(claim.value) == first]
    telling.say("year", first, telling.passages.by(*firsts))
    for claim in dated if preferred else ():
        if not claim.preferred and gainsays(claim, firsts, first):
            telling.say("year", year_of(claim.value), telling.passages.by(claim))


def gainsays(claim: Claim, firsts: list[Claim], first: int) -> bool:
    """Return whether a date is of an earlier year, festivals aside, or of another one for the same release."""
    year = year_of(claim.value) or first
    ways = {RELEASE_KINDS.get(one.text) for one in claim.qualifiers.get("P437", [])}
    earlier = year < first and ways != {"festival"}
    return earlier or (year != first and any(release_of(claim) == release_of(one) for one in firsts))


def release_of(claim: Claim) -> list[set[str]]:
    """Return of which release a date is: where, and by what way."""
    return [{one.text for one in claim.qualifiers.get(prop, [])} for prop in ("P291", "P437")]


def things(telling: Telling) -> None:
    """Tell places, companies, the works behind the film, and genres."""
    for prop, (name, kind) in ENTITIES.items():
        for claim in telling.item.all(prop):
            if key := telling.entity(name, claim.value, kind):
                telling.say(name, key, telling.passages.by(claim))
    for claim in telling.item.all("P136"):
        if text := telling.text("genre", claim.value):
            telling.say("genre", text, telling.passages.by(claim))


def codes(telling: Telling) -> None:
    """Tell countries and languages."""
    for prop, name, table, of in (
        ("P495", "country", COUNTRIES, ("P297",)),
        ("P364", "language", LANGUAGES, ("P218", "P424")),
    ):
        for claim in telling.item.all(prop):
            if code := telling.code(name, claim.value, table, *of):
                telling.say(name, code, telling.passages.by(claim))


def releases(telling: Telling) -> None:
    """Tell when the film came out, where, and by what way, as exactly as the source has it."""
    for claim in telling.item.all("P577"):
        day = date_of(claim.value)
        if day is None:
            telling.leave_out("release", "a date less exact than a year, or none at all", claim.value.text)
            continue
        ways = [RELEASE_KINDS.get(one.text) for one in claim.qualifiers.get("P437", [])]
        kind = ways[0] if len(set(ways)) == 1 else None
        places = claim.qualifiers.get("P291", [])
        for country in (
            [telling.code("release", one, COUNTRIES, "P297") for one in places] if places else [""]
        ):
            if country is not None:
                telling.say("release", day, telling.passages.by(claim), qualified(country=country, kind=kind))


def distributors(telling: Telling) -> None:
    """Tell who brought the film to the people, in which country and year."""
    for claim in telling.item.all("P750"):
        key = telling.entity("distributor", claim.value, "company")
        places = claim.qualifiers.get("P291", [])
        countries = (
            [telling.code("distributor", one, COUNTRIES, "P297") for one in places] if places else [""]
        )
        since = [year_of(one) for prop in ("P580", "P585") for one in claim.qualifiers.get(prop, [])]
        for country in countries if key else []:
            if country is not None:
                given = qualified(country=country, year=next(iter(since), None))
                telling.say("distributor", key, telling.passages.by(claim), given)


def series(telling: Telling) -> None:
    """Tell the series, the film's number there, and the films before and after it."""
    placed: set[tuple[str, str]] = set()
    for claim in telling.item.all("P179"):
        of = telling.entity("series_position", claim.value, "series")
        number = ordinal(claim)
        if of and number is None:
            telling.leave_out("series_position", "a series without the film's number in it", of)
        elif of:
            telling.say("series_position", number, telling.passages.by(claim), {"series": of})
        for prop, name in NEIGHBOURS.items() if of else ():
            for one in claim.qualifiers.get(prop, []):
                neighbour(telling, name, one, claim, str(of))
                placed.add((prop, one.text))
    for prop, name in NEIGHBOURS.items():
        for claim in telling.item.all(prop):
            within = [telling.entity(name, one, "series") for one in claim.qualifiers.get("P179", [])]
            # What the series' own statement has said already is not said again without the series.
            if (prop, claim.value.text) not in placed:
                neighbour(telling, name, claim.value, claim, next(iter(within), None))


def neighbour(telling: Telling, name: str, value: Value, claim: Claim, of: str | None) -> None:
    """Tell the film before or after, in a series where one is named."""
    if value.kind == "item" and (key := telling.entity(name, value, "film")):
        telling.say(name, key, telling.passages.by(claim), qualified(series=of))


def awards(telling: Telling) -> None:
    """Tell the awards that the film won, with the year."""
    for claim in telling.item.all("P166"):
        if key := telling.entity("award", claim.value, "award"):
            given = [year_of(one) for one in claim.qualifiers.get("P585", [])]
            telling.say("award", key, telling.passages.by(claim), qualified(year=next(iter(given), None)))
