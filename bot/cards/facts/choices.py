"""Choices while a reader types: what each thing is called in their language, what it is, and no two that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.cards.cutting import ELLIPSIS, cut, size
from bot.cards.text import CHOICE_LIMIT, clean
from bot.wording import N_
from questions import search
from questions.fold import fold
from questions.pieces import allowed
from questions.properties import PROPERTIES
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from gettext import NullTranslations

    from questions.catalogue import Catalogue, Entity

MOST_CHOICES = 25
MOST_TRADES = 2
ENGLISH = "en"
FORM = "{name} · {what}"
PLAYED_BY = N_("played by {name}")
WHERE = N_("in {place}")
ACTORS = {"cast": N_("actor"), "starring": N_("actor"), "voice_actor": N_("voice actor")}
"""What somebody is whom a property names, where the property's own name says something else."""

PLAIN = re.compile(
    "[ -\u02ff\u1e00-\u1eff\u2013-\u2026\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uff01-\uff9d]*"
)
"""Letters of one sign each, Latin and Japanese, that need no look at what stands beside them."""

UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")

TRADES = ("person", "group", "company")
IN_FILMS = ("character", "monster")
NOT_TRADES = ("reprises", "review")


def named(
    catalogue: Catalogue,
    entities: Iterable[Entity],
    kinds: Mapping[str, str],
    language: str,
    words: NullTranslations,
) -> Iterator[tuple[str, str]]:
    """Yield (name, key) for at most 25 entities, each with what it is, all different to the eye; `kinds` name the types."""
    seen: Counter[str] = Counter()
    for entity in islice(entities, MOST_CHOICES):
        kind = words.gettext(kinds["series"] if entity.form == "series" else kinds[entity.type])
        name = label(catalogue, entity, language)
        what = told_apart(catalogue, entity, kind, language, words)
        line = joined(name, what)
        if looks(line) in seen and (player := played_by(catalogue, entity, language, words)):
            what = told_apart(catalogue, entity, f"{kind}, {player}", language, words)
            line = joined(name, what)
        same = looks(line)
        while looks(line) in seen:
            line = joined(name, what, f" ({seen[same] + 1})")
            seen[same] += 1
        seen[looks(line)] += 1
        yield line, search.key_of(entity)


def joined(name: str, what: str, end: str = "") -> str:
    """Return a name and what it is, together at most 100 UTF-16 units; the name is cut first, to half of them."""
    whole, limit = tidy(what), CHOICE_LIMIT - size(end)
    frame = size(FORM.format(name="", what=""))
    room = max(limit // 2, limit - size(whole) - frame)
    short = cut(tidy(name) or ELLIPSIS, room)
    return cut(FORM.format(name=short, what=whole), limit) + end


def tidy(text: str) -> str:
    """Return a text on one line and without control characters; one of plain letters is so already."""
    return text if PLAIN.fullmatch(text) and text.isprintable() else clean(text)


def looks(line: str) -> str:
    """Return what a line looks like to somebody who reads it quickly."""
    plain = line if line.isascii() else UNSEEN.sub("", unicodedata.normalize("NFKC", line))
    return "".join(plain.casefold().split())


def called(catalogue: Catalogue, entity: Entity, language: str) -> str:
    """Return an entity's name in a language, else the name it is shown by."""
    base = language.split("-", 1)[0]
    names = catalogue.names(entity.id, base) if base != ENGLISH else []
    return names[0] if names else entity.name


def label(catalogue: Catalogue, entity: Entity, language: str) -> str:
    """Return an entity's name in a language, a film's with its year."""
    name = called(catalogue, entity, language)
    return f"{name} ({entity.year})" if entity.type == "film" and entity.year else name


def told_apart(
    catalogue: Catalogue, entity: Entity, kind: str, language: str, words: NullTranslations
) -> str:
    """Return what an entity is, and what tells it from others of its name: trade, film, or what it lies within."""
    if entity.kind:
        kind = question_words(language).gettext(entity.kind)
    if entity.type in TRADES:
        return ", ".join((kind, *trades(catalogue, entity, kind, language, words)))
    if entity.type == "place" and (outer := search.around(catalogue, entity)):
        return f"{kind}, {words.gettext(WHERE).format(place=called(catalogue, outer[0], language))}"
    if entity.film is None and entity.type not in IN_FILMS:
        return kind
    film, count = search.first_film(catalogue, entity)
    if film is None:
        return kind
    first = called(catalogue, film, language)
    if count == 1:
        return f"{kind}, {first}"
    more = words.ngettext("and {count} more", "and {count} more", count - 1).format(count=count - 1)
    return f"{kind}, {first} {more}"


def trades(
    catalogue: Catalogue, entity: Entity, kind: str, language: str, words: NullTranslations
) -> list[str]:
    """Return what somebody did in films, the most frequent first, two at most."""
    told: dict[str, None] = {}
    for name in search.trades_of(catalogue, entity):
        if "film" in PROPERTIES[name].of and name not in NOT_TRADES:
            trade = question_words(language).gettext(PROPERTIES[name].label)
            told[words.gettext(ACTORS[name]) if name in ACTORS else trade] = None
    return [trade for trade in told if trade != kind][:MOST_TRADES]


def played_by(catalogue: Catalogue, entity: Entity, language: str, words: NullTranslations) -> str:
    """Return who plays a character or monster in words, or nothing."""
    actors = search.actors_of(catalogue, entity) if entity.type in IN_FILMS else []
    return words.gettext(PLAYED_BY).format(name=called(catalogue, actors[0], language)) if actors else ""


def properties(
    catalogue: Catalogue, entities: Iterable[Entity], text: str, language: str
) -> list[tuple[str, str]]:
    """Return (label, property) for what is known of some entities and fits a text, the nearest first, 25 at most."""
    names: dict[str, None] = {}
    for entity in entities:
        names |= dict.fromkeys(catalogue.properties(entity.id))
        names |= dict.fromkeys(search.properties_naming(catalogue, entity.id))
    distances = {name: distance(fold(text), spoken(name, language)) for name in names}
    fitting = [name for name in names if distances[name] is not None]
    words = question_words(language)
    seen: set[str] = set()
    chosen: list[tuple[str, str]] = []
    for name in sorted(fitting, key=lambda name: distances[name] or 0)[:MOST_CHOICES]:
        line = cut(clean(words.gettext(PROPERTIES[name].label)), CHOICE_LIMIT)
        if looks(line) in seen:
            line = joined(line, name.replace("_", " "))
        seen.add(looks(line))
        chosen.append((line, name))
    return chosen


def spoken(name: str, language: str) -> list[str]:
    """Return all that people call a property, its name in their language first."""
    words, prop = question_words(language), PROPERTIES[name]
    other = [words.gettext(word) for word in prop.also]
    return list(
        dict.fromkeys(
            fold(word) for word in (words.gettext(prop.label), *other, prop.label, *prop.also, name)
        )
    )


def distance(typed: str, names: list[str]) -> int | None:
    """Return how far what was typed is from the nearest of some names, None where it is none of them.

    0: it is the first of them; 1: another; 2: it begins one; 3: its words begin words of one; 4: it stands in one; from
    5 on: its words begin words of one with so many slips.
    """
    if typed in names:
        return min(1, names.index(typed))
    if any(name.startswith(typed) for name in names):
        return 2
    slips = min((total for name in names if (total := slips_in(typed, name)) is not None), default=None)
    if slips == 0:
        return 3
    if any(typed in name for name in names):
        return 4
    return None if slips is None else 4 + slips


def slips_in(typed: str, name: str) -> int | None:
    """Return how many slips there are if each word typed begins a word of a name, None where one does not."""
    total = 0
    for word in typed.split():
        edits = allowed(len(word))
        ends = range(max(1, len(word) - edits), len(word) + edits + 1)
        near = min(OSA.distance(word, other[:end]) for other in name.split() for end in ends)
        if near > edits:
            return None
        total += near
    return total
