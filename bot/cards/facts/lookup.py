"""From what a reader types to the entity or property meant, and from half a word to choices."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.cards.facts import choices as drawn
from bot.cards.facts.values import Known
from bot.cards.facts.views import VIEWS
from bot.cards.text import plain
from bot.errors import QuizError
from bot.wording import N_
from questions import search, telling
from questions.catalogue.mentions import read_ahead
from questions.properties import PROPERTIES
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from gettext import NullTranslations

    from questions.catalogue import Catalogue, Entity
    from questions.steps import Steps

NAME_LIMIT = 200
PROPERTIES_LIMIT = 400
MOST_CHOICES = 25
NAMESAKES = 3
UNKNOWN = N_("I know nothing called “{name}”.")
NEAREST = N_("I know nothing called “{name}”. The nearest names I know: {names}.")
NOTHING = N_("I know {name}, but no source of mine says anything about this.")
NO_PROPERTY = N_("I know {name}, but not what “{property}” is. What is known: {properties}.")
GONE = N_("That is no longer in my catalogue. Please ask again.")
TYPES = {
    "film": N_("film"),
    "person": N_("person"),
    "group": N_("group"),
    "company": N_("company"),
    "character": N_("character"),
    "monster": N_("monster"),
    "place": N_("place"),
    "event": N_("event"),
    "award": N_("award"),
    "work": N_("work"),
    "series": N_("series"),
    "release": N_("home video"),
}
SHARED_TYPES = ("character", "monster")
"""Types whose entities may live in several films, so that a choice must say in which."""


def resolve(catalogue: Catalogue, text: str, view: str) -> Steps[Entity]:
    """Return, in steps, the entity that an id or a name means in this view; raises QuizError with the nearest names."""
    types = VIEWS[view].TYPES
    chosen = _by_id(catalogue, text)
    if chosen is not None and (not types or chosen.type in types):
        return chosen
    found = yield from search.finding(catalogue, text, types, limit=1)
    if found and found[0].score > 0:  # without a letter in it, a text finds the best known
        return found[0].entity
    near = yield from search.nearing(catalogue, text, types)
    names = ", ".join(plain(name, NAME_LIMIT) for name in near)
    raise QuizError(NEAREST if near else UNKNOWN, name=plain(text, NAME_LIMIT), names=names)


def _by_id(catalogue: Catalogue, text: str) -> Entity | None:
    try:
        return catalogue.entity(text)
    except KeyError:
        return None


def known(catalogue: Catalogue, view: str, entity: Entity, name: str = "") -> Steps[Known]:
    """Return, in steps, what a view finds about an entity or a property of it; raises QuizError for nothing."""
    naming = [prop for prop, said in PROPERTIES.items() if entity.type in said.types or said.role]
    yield from read_ahead(catalogue, entity, [name] if name else naming)
    yield
    found = VIEWS[view].known(catalogue, entity, name)
    sections = tuple(section for section in found if section.entries or section.left_out)
    if not sections:
        raise QuizError(NOTHING, name=plain(telling.label(entity), NAME_LIMIT))
    return Known(view, entity, name, sections)


def known_again(catalogue: Catalogue, view: str, entity_id: str, name: str) -> Steps[Known]:
    """Return, in steps, what a button's ids lead to; raises QuizError where the catalogue holds it no longer."""
    entity = search.entity_of(catalogue, entity_id)
    if entity is None or view not in VIEWS:
        raise QuizError(GONE)
    return (yield from known(catalogue, view, entity, name))


def choices(
    catalogue: Catalogue, text: str, view: str, language: str, words: NullTranslations
) -> Steps[list[tuple[str, str]]]:
    """Return, in steps, (name, entity id) for what a text may mean; a name says what it is: Asagi · character."""
    types = VIEWS[view].TYPES
    found = yield from search.finding(catalogue, text, types, limit=2 * MOST_CHOICES)
    # a film only named by other films: no view but the widest has anything to tell of it
    told = (one.entity for one in found if not types or one.entity.type != "film" or one.entity.own)
    chosen: list[tuple[str, str]] = []
    for line in drawn.named(catalogue, told, TYPES, language, words):
        chosen.append(line)
        yield
    return chosen


def description(catalogue: Catalogue, entity: Entity, language: str, words: NullTranslations) -> str:
    """Return what an entity is and, of what lives in films, in which."""
    kind = words.gettext(TYPES["series"] if entity.form == "series" else TYPES[entity.type])
    if entity.kind:
        kind = question_words(language).gettext(entity.kind)
    if entity.film is None and entity.type not in SHARED_TYPES:
        return kind
    first, count = search.first_film(catalogue, entity)
    if first is None:
        return kind
    if count == 1:
        return f"{kind}, {first.name}"
    more = words.ngettext("and {count} more", "and {count} more", count - 1)
    return f"{kind}, {first.name} {more.format(count=count - 1)}"


def labels(catalogue: Catalogue, entity: Entity, language: str) -> dict[str, str]:
    """Return the properties that something is known of for an entity, with their names."""
    words = question_words(language)
    naming = search.properties_naming(catalogue, entity.id)
    names = dict.fromkeys((*catalogue.properties(entity.id), *naming))
    return {name: words.gettext(PROPERTIES[name].label) for name in names}


def ask(catalogue: Catalogue, view: str, text: str, about: str, language: str) -> Steps[Known]:
    """Return, in steps, what a view finds about what was typed, or the property of it that was; raises QuizError."""
    entity = yield from resolve(catalogue, text, view)
    yield
    same = yield from _namesakes(catalogue, entity, text, view)
    yield
    meant, prop = _who_has(catalogue, (entity, *same), about, language)
    yield
    found = yield from known(catalogue, view, meant, prop)
    return replace(found, others=tuple(one for one in (entity, *same) if one.id != meant.id))


def _who_has(
    catalogue: Catalogue, namesakes: tuple[Entity, ...], about: str, language: str
) -> tuple[Entity, str]:
    """Return the first of those of one name of whom the property is known; QuizError speaks of the first of all."""
    for entity in namesakes:
        with suppress(QuizError):
            return entity, resolve_property(catalogue, entity, about, language)
    return namesakes[0], resolve_property(catalogue, namesakes[0], about, language)


def _namesakes(catalogue: Catalogue, entity: Entity, text: str, view: str) -> Steps[tuple[Entity, ...]]:
    """Return, in steps, what else goes by exactly what was typed, best known first."""
    if text == entity.id:
        return ()
    types = VIEWS[view].TYPES
    found = search.called(catalogue, text, types, NAMESAKES + 1)
    if not found:  # a year behind the name, for one
        found = yield from search.finding(catalogue, text, types, NAMESAKES + 1)
        found = [one for one in found if one.score == search.EXACT]
    return tuple(one.entity for one in found if one.entity.id != entity.id)


def property_choices(
    catalogue: Catalogue, name: str, text: str, language: str
) -> Steps[list[tuple[str, str]]]:
    """Return, in steps, (label, property) for what is known of the thing named, those that begin with the text first."""
    if not name.strip():
        return []
    meant = yield from resolve(catalogue, name, "about")
    namesakes = yield from _namesakes(catalogue, meant, name, "about")
    yield
    return drawn.properties(catalogue, (meant, *namesakes), text, language)


def _other_words(prop: str, language: str) -> list[str]:
    """Return the other words that people use for a property."""
    return [question_words(language).gettext(word).casefold() for word in PROPERTIES[prop].also]


def resolve_property(catalogue: Catalogue, entity: Entity, text: str, language: str) -> str:
    """Return the property that a name or a label means, empty for none; raises QuizError with those known."""
    typed = text.casefold().strip()
    if not typed:
        return ""
    found = labels(catalogue, entity, language)
    if typed in found:
        return typed
    by_label = {label.casefold(): prop for prop, label in found.items()}
    by_label |= {word: prop for prop in found for word in _other_words(prop, language)}
    near = get_close_matches(typed, by_label, n=1, cutoff=0.75)
    if near := near or [label for label in by_label if label.startswith(typed) or typed in label.split()]:
        return by_label[near[0]]
    raise QuizError(
        NO_PROPERTY,
        name=plain(telling.label(entity), NAME_LIMIT),
        property=plain(text, NAME_LIMIT),
        properties=plain(", ".join(found.values()), PROPERTIES_LIMIT),
    )
