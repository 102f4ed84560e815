"""Values: each type has one stored form, and what is not of the type is told what to write instead."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from questions.properties import PROPERTIES
from questions.property import ENTITY_TYPES, PLAIN_TYPES
from questions.values import READERS, WrongValue

DAY = date(1996, 7, 13)


@pytest.mark.parametrize(
    ("kind", "given", "stored"),
    [
        ("text", "a flower", "a flower"),
        ("number", 0, 0),
        ("money", 700_000_000, 700_000_000),
        ("year", 1996, 1996),
        ("date", DAY, "1996-07-13"),
        ("date", "1996-07", "1996-07"),
        ("date", 1996, "1996"),
        ("flag", True, True),
        ("country", "JP", "JP"),
        ("language", "ja", "ja"),
        ("language", "pt-BR", "pt-BR"),
        ("currency", "JPY", "JPY"),
        ("measure", "gross", "gross"),
        ("release kind", "cinema", "cinema"),
        ("person", "Ayako Fujitani", "Ayako Fujitani"),
    ],
)
def test_a_good_value_has_one_stored_form(kind: str, given: object, stored: object) -> None:
    """A value of its type is stored in one form."""
    assert READERS[kind](given) == stored


@pytest.mark.parametrize(
    ("kind", "given", "advice"),
    [
        ("text", 5, "in quotes"),
        ("text", "", "in quotes"),
        ("text", " padded", "extra blanks"),
        ("number", "99", "without quotes"),
        ("number", -1, "whole number"),
        ("number", True, "whole number"),
        ("year", 96, "such as 1996"),
        ("year", "1996", "such as 1996"),
        ("year", True, "such as 1996"),
        ("date", "13 July 1996", "1996-07-13"),
        ("date", "1996-13", "1996-07"),
        ("date", "1660-01", "such as 1996"),
        ("date", datetime(1996, 7, 13), "1996-07-13"),  # noqa: DTZ001 (as TOML gives it)
        ("flag", False, "leave it out"),
        ("country", "Japan", "two-letter"),
        ("country", "150", "two-letter"),
        ("language", "klingonish", "'ja'"),
        ("currency", "YEN", "'JPY'"),
        ("measure", "grosss", "Did you mean 'gross'?"),
        ("release kind", "theatre", "Known: cinema"),
    ],
)
def test_a_wrong_value_is_told_what_to_write(kind: str, given: object, advice: str) -> None:
    """A value of another type is refused with what to write instead."""
    with pytest.raises(WrongValue) as refused:
        READERS[kind](given)

    assert advice in str(refused.value)


def test_every_declared_type_can_be_read() -> None:
    """Every type that a property or a qualifier names has a reader."""
    declared = {kind for prop in PROPERTIES.values() for kind in (*prop.types, *prop.qualifiers.values())}

    assert declared | {*ENTITY_TYPES, *PLAIN_TYPES} <= READERS.keys()
