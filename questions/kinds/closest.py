"""A number to be guessed: a year, a length, a sum; the closest guess wins."""

from __future__ import annotations

from dataclasses import replace

from babel import Locale
from babel.numbers import get_currency_name

from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.properties import PROPERTIES
from questions.property import Property
from questions.question import Form
from questions.telling import label, locale_of, plain, whole_sum
from questions.wording import N_, words_for

KIND = "closest"
LABEL = N_("The closest number")
FORM = Form.NUMBER
SHARE = 0.4  # every film has a year, and a quiz of years alone would be dull
TIE = N_("The closest guess wins; equally close ones win alike.")
NUMBERS = ("year", "number", "money")
MEASURES = {"year": "year", "number": "minutes"}


def ways(prop: Property) -> tuple[str, ...]:
    """Return "number" for a property of films whose value is a number that can be asked for."""
    asked = prop.wording is not None and bool(prop.wording.number)
    return ("number",) if asked and prop.types[0] in NUMBERS and prop.of == ("film",) else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question about the number, or None where the sources have several."""
    fact, catalogue = asked.fact, asked.catalogue
    prop = PROPERTIES[fact.property]
    wording = prop.wording
    known = catalogue.facts(subject=fact.subject.id, property=fact.property)
    others = {one.value for one in known if same_case(one.qualifiers, fact.qualifiers)}
    if wording is None or len(others) != 1 or not all(one.settled for one in known):
        return None
    if fact.qualifiers.get("about") or not fact.value.isdecimal():
        return None
    kind = prop.types[0]
    locale = locale_of(asked.language)
    currency = str(fact.qualifiers.get("in", ""))
    shown = (
        whole_sum(int(fact.value), currency, locale) if currency else plain(kind, fact.value, asked.language)
    )
    subject = fact.subject.name if kind == "year" else label(fact.subject)
    fields = {"subject": subject, "currency": currency_name(currency, locale)}
    if "measure" in fact.qualifiers:
        fields["measure"] = plain("measure", fact.qualifiers["measure"], asked.language)
    claim = Claim(fact.subject.id, fact.property, fact.value, dict(fact.qualifiers))
    how = Answered(Form.NUMBER, measure=MEASURES.get(kind, currency), accepted=(shown,))
    stem = asked.rng.choice(wording.number)
    draft = about(asked, KIND, stem, fields, (Choice(fact.value, claim),), answered=how)
    return replace(draft, stem=f"{draft.stem} {words_for(asked.language).gettext(TIE)}")


def same_case(one: object, other: object) -> bool:
    """Return whether two sums are in one currency and measure one thing; lengths of all versions count as one case."""
    told = (
        [qualifiers.get(name) for name in ("in", "measure")] if isinstance(qualifiers, dict) else None
        for qualifiers in (one, other)
    )
    return next(told) == next(told)


def currency_name(code: str, locale: Locale) -> str:
    """Return what a currency is called, in the plural where a language has one."""
    return get_currency_name(code, count=2, locale=locale) if code else ""
