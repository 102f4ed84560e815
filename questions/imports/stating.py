"""Statements from other people's data: what is said badly is left out and counted, by reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import category, normalize

from questions.imports.report import Report
from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES
from questions.record import EntityRecord, Plain, StatementRecord
from questions.values import READERS, WrongValue

LONGEST_NAME = 120
"""Letters of the longest name or title taken; a longer one is a sentence that stands in the wrong place."""

LONGEST_NUMBER = 4
"""Digits of a number that is taken for a title because somebody is credited with the film."""

BLANKS = re.compile(r"\s+")
MARKUP = re.compile(r"[\[\]{}<>|]|&[a-z]+;|https?:|\\")
NOBODY = re.compile(
    r"\b(and|&|und|et) (others|more|many)|\bet al\b|^(various|unknown|uncredited|none|n/?a|tba|tbd|see below|"
    r"ensemble( cast)?|cast|himself|herself|themselves|narrator|anonymous|others|many more|et\.? al\.?)$",
    re.IGNORECASE,
)
"""Words that stand where a name should, and name nobody."""


def cleaned(value: object) -> str:
    """Return a text in Unicode's composed form with single blanks and no control characters; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    visible = normalize("NFC", value)
    if not visible.isprintable():
        visible = "".join(" " if category(sign)[0] in "CZ" else sign for sign in visible)
    return BLANKS.sub(" ", visible).strip()


def why_no_name(name: str) -> str | None:
    """Return why a text cannot be the name of a person or a company, or None where it can."""
    if not name:
        return "a name that is empty"
    if len(name) > LONGEST_NAME:
        return "a name as long as a sentence"
    if MARKUP.search(name):
        return "a name with marks of a markup language"
    if NOBODY.search(name):
        return "a name that names nobody, such as “and others”"
    if not any(sign.isalpha() for sign in name):
        return "a name without a letter"
    return None


def why_no_title(title: str) -> str | None:
    """Return why a text cannot be a film's title, or None where it can; of numbers `why_only_a_number` judges."""
    if not title:
        return "a title that is empty"
    if len(title) > LONGEST_NAME:
        return "a title as long as a sentence"
    if MARKUP.search(title):
        return "a title with marks of a markup language"
    if not any(sign.isalnum() for sign in title):
        return "a title without a letter or digit"
    return None


def why_only_a_number(film: EntityRecord, known: bool) -> str | None:
    """Return why a title that is nothing but digits is none, or None where something speaks for it.

    1917, 300, 9 and 1984 are films, and so is 45365; a key or a year in the wrong column looks the same. A number is a
    title where an article is written under it. Without one somebody must be credited with the film, and either it is
    `known` (it has votes, or an id in a public register), or the number has at most four digits, as nearly all such
    titles have, and is not the film's own year.
    """
    title = film.name or ""
    if not title.isdecimal() or "wikipedia" in film.ids:
        return None
    credited = any(PROPERTIES[one.property].types[0] == "person" for one in film.statements)
    its_year = any(one.property == "year" and str(one.value) == title for one in film.statements)
    if credited and (known or (len(title) <= LONGEST_NUMBER and not its_year)):
        return None
    return "a title that is only a number, and nothing speaks for it"


def stated(
    report: Report,
    name: str,
    value: object,
    by: tuple[str, ...],
    qualifiers: Mapping[str, object] | None = None,
    **words: str | None,
) -> StatementRecord | None:
    """Return a statement of a property, or None, counted, where its value or a qualifier is not of its type.

    `words` may say `doubt`, `measure` or `note`.
    """
    prop = PROPERTIES[name]
    kind = prop.types[0]
    cleaned_value = cleaned(value) if isinstance(value, str) else value
    try:
        if kind in ENTITY_TYPES and (reason := why_no_name(str(cleaned_value))):
            report.leave_out(f"{prop.label}: {reason}", value)
            return None
        read = READERS[kind](cleaned_value)
        given: dict[str, Plain] = {
            key: READERS[prop.qualifiers[key]](cleaned(said) if isinstance(said, str) else said)
            for key, said in (qualifiers or {}).items()
        }
    except WrongValue as error:
        report.leave_out(f"{prop.label}: {str(error).split(', not')[0]}", value)
        return None
    return StatementRecord(
        path=name,
        property=name,
        value=read,
        qualifiers=given,
        by=by,
        written={},
        doubt=words.get("doubt"),
        measure=words.get("measure"),
        note=words.get("note"),
    )
