"""Facts in words: names, dates, sums and countries as a reader of a language writes them, and one sentence for a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, parse_pattern

from questions.catalogue.model import Entity, Fact
from questions.catalogue.reading import Catalogue
from questions.fold import fold, same_script, squash
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES
from questions.record import Plain
from questions.wording import N_, words_for

DAY = len("1996-07-13")
MONTH = len("1996-07")
LONG = re.compile(r"(?<=o)(?:[hw](?![aeiouy])|u)|(?<=u)u")

MEASURES = {
    "distribution": N_("distribution earnings"),
    "gross": N_("gross"),
    "rentals": N_("distributor rentals"),
    "box office": N_("box office"),
}
RELEASE_KINDS = {
    "cinema": N_("cinema"),
    "video": N_("home video"),
    "television": N_("television"),
    "festival": N_("festival"),
    "streaming": N_("streaming"),
}

QUOTED = "『{subject}』"
BOTH = N_("{one} and {other}")
IN_A_ROW = N_("{first} {second}")
"""Two sentences; some languages have no space between them."""

WITH_ARTICLE = frozenset({"US", "GB", "NL", "PH", "AE", "CZ", "DO"})
"""Countries whose English names take an article."""


def in_a_row(sentences: Iterable[str], language: str) -> str:
    """Return sentences one after the other, with between them what a language has there."""
    return words_for(language).gettext(IN_A_ROW).format(first="", second="").join(sentences)


def locale_of(language: str) -> Locale:
    """Return babel's locale for a language code; unknown codes read as English."""
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, LookupError):
        return Locale("en")


def own_name(language: str) -> str:
    """Return what a language is called by those who speak it: English, 日本語."""
    locale = locale_of(language)
    return str(locale.languages.get(locale.language, language))


def label(entity: Entity) -> str:
    """Return an entity's name, a film's with its year."""
    return f"{entity.name} ({entity.year})" if entity.type == "film" and entity.year else entity.name


def day(text: str, language: str) -> str:
    """Return an ISO date of any precision as a reader writes it: 13 July 1996, July 1996, 1996."""
    locale = locale_of(language)
    if len(text) == DAY:
        return format_date(date.fromisoformat(text), "long", locale=day_locale(locale))
    if len(text) == MONTH:
        return format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=locale)
    return text


def day_locale(locale: Locale) -> Locale:
    """Return the locale dates are written in: English without a country puts the day first, as most of the world does."""
    return Locale("en", "GB") if locale.language == "en" and locale.territory is None else locale


def whole_sum(amount: int, currency: str, locale: Locale) -> str:
    """Return a sum of money without cents, as a reader writes it."""
    pattern = parse_pattern(locale.currency_formats["standard"].pattern)
    pattern.frac_prec = (0, 0)
    return str(pattern.apply(amount, locale, currency=currency, currency_digits=False))


def plain(kind: str, value: Plain, language: str, currency: str | None = None) -> str:
    """Return a value of a plain type in words for a reader."""
    locale = locale_of(language)
    words = words_for(language)
    text = str(value)
    match kind:
        case "date":
            return day(text, language)
        case "money" if currency:
            return whole_sum(int(text), currency, locale)
        case "number":
            return format_decimal(int(text), locale=locale)
        case "country":
            return str(locale.territories.get(text, text))
        case "language":
            return str(locale.languages.get(text.split("-", 1)[0], text))
        case "measure":
            return words.gettext(MEASURES[text])
        case "release kind":
            return words.gettext(RELEASE_KINDS[text])
        case "text":
            return words.gettext(text)
        case _:
            return text


def in_country(code: str, language: str) -> str:
    """Return a country as it stands in a sentence: in the United States, in Japan."""
    told = plain("country", code, language)
    return f"the {told}" if code in WITH_ARTICLE and locale_of(language).language == "en" else told


def value(fact: Fact, language: str = "en") -> str:
    """Return a fact's value in words for a reader."""
    if fact.entity is not None:
        return fact.entity.name
    kind = PROPERTIES[fact.property].types[0]
    currency = fact.qualifiers.get("in")
    told = plain(kind, fact.value, language, str(currency) if currency else None)
    if fact.qualifiers.get("about"):
        return words_for(language).gettext(N_("about {value}")).format(value=told)
    return told


def qualifier(catalogue: Catalogue, fact: Fact, name: str, language: str = "en") -> str:
    """Return one of a fact's qualifiers in words for a reader."""
    kind = PROPERTIES[fact.property].qualifiers[name]
    given = fact.qualifiers[name]
    if kind in ENTITY_TYPES:
        return catalogue.entity(str(given)).name
    return plain(kind, given, language)


def statement(catalogue: Catalogue, fact: Fact, language: str = "en") -> str:
    """Return a fact as one sentence."""
    words = words_for(language)
    prop = PROPERTIES[fact.property]
    fields = {
        name: qualifier(catalogue, fact, name, language)
        for name in fact.qualifiers
        if name not in ("in", "about")
    }
    fields |= {"subject": fact.subject.name, "value": value(fact, language), "role": fields.get("as", "")}
    vague = prop.types[0] == "date" and len(fact.value) != DAY
    if prop.wording is not None and not vague:
        try:
            return one_full_stop(words.gettext(prop.wording.says).format(**fields))
        except KeyError:  # a qualifier the sentence needs is not said
            pass
    case = [fields[name] for name in prop.one_per or () if name in fields]
    told = words.gettext(prop.label)
    fields["label"] = f"{told} ({', '.join(case)})" if case else told
    return one_full_stop(words.gettext(N_("{subject} – {label}: {value}.")).format(**fields))


def together(catalogue: Catalogue, facts: Sequence[Fact], language: str = "en") -> str:
    """Return facts that differ in nothing but their subject as one sentence, others one after the other."""
    prop, entity, role = PROPERTIES[facts[0].property], facts[0].entity, facts[0].qualifiers.get("as")
    same = all(
        (fact.property, fact.entity, fact.qualifiers.get("as")) == (prop.name, entity, role) for fact in facts
    )
    if not same or entity is None or prop.wording is None:
        return in_a_row((statement(catalogue, fact, language) for fact in facts), language)
    said = words_for(language).gettext(prop.wording.says)
    titles = [fact.subject.name for fact in facts]
    if QUOTED in said:  # each title in quotes of its own
        said, titles = said.replace(QUOTED, "{subject}"), [QUOTED.format(subject=title) for title in titles]
    two = words_for(language).gettext(BOTH)
    told = two.format(one=titles[0], other=titles[1]) if len(titles) == 2 else listed(titles, language)
    played = catalogue.entity(str(role)).name if role else ""
    return one_full_stop(said.format(subject=told, value=entity.name, role=played))


def one_full_stop(sentence: str) -> str:
    """Return a sentence whose last word may end it itself (Tokyo S.O.S., King of the Monsters!) with no more than that."""
    return sentence[:-1] if sentence.endswith(("..", "!.", "?.")) else sentence


def listed(names: Iterable[str], language: str = "en") -> str:
    """Return names as a list in words: A, B and C."""
    return format_list(list(names), locale=locale_of(language))


def who_says(fact: Fact, language: str = "en") -> str:
    """Return the passages that say so, for people: what each is, once."""
    return listed(dict.fromkeys(source.what for source in fact.sources), language)


def differences(catalogue: Catalogue, facts: Iterable[Fact], language: str = "en") -> list[str]:
    """Return what the sources tell differently about facts, one sentence each; nothing where they agree."""
    words, every = words_for(language), list(facts)
    told: list[str] = []
    for rival in (rival for fact in every for rival in fact.disputed_with):
        other = catalogue.fact(rival)
        fields = {"sources": who_says(other, language), "value": value(other, language)}
        told.append(words.gettext(N_("Another account, from {sources}: {value}.")).format(**fields))
    told.extend(spellings(every, language))
    told.extend(words.gettext(fact.why) for fact in every if fact.why)
    return list(dict.fromkeys(told))


def heard(name: str) -> str:
    """Return a name without what only writes a long vowel: Ōtani, Otani and Ohtani are one."""
    return squash(" ".join(LONG.sub("", word) for word in fold(name).split()))


def spellings(facts: Iterable[Fact], language: str = "en") -> list[str]:
    """Return how sources write values another way, one sentence for each spelling; a mark on a letter is none."""
    words = words_for(language)
    spelled: dict[tuple[str, str], dict[str, None]] = {}
    for fact in facts:
        shown = fact.entity.name if fact.entity else fact.value
        for said in fact.attestations:
            for form in said.written:
                if heard(form) != heard(shown) and same_script(form, shown):
                    spelled.setdefault((shown, form), {})[said.source.what] = None
    return [
        words.gettext(N_("{name} is written “{form}” in {source}.")).format(
            name=shown, form=form, source=listed(by, language)
        )
        for (shown, form), by in spelled.items()
    ]
