"""Telling: facts in words, as a reader of a language writes them."""

from __future__ import annotations

import pytest

from questions.catalogue import Catalogue
from questions.picker import pick
from questions.properties import PROPERTIES
from questions.telling import (
    day,
    differences,
    heard,
    in_a_row,
    label,
    listed,
    plain,
    qualifier,
    statement,
    together,
    value,
    who_says,
)
from tests.questions.film_text import Build, film

FACTS = """
runtime  = [{ is = 99, by = "a" }, { is = 100, by = ["b", "a2"] }]
director = [{ is = "Ishiro Honda", by = ["a", "b"], written = { b = "Inoshiro Honda" } }]
release  = [{ is = 1961-07-30, country = "JP", kind = "cinema", by = "a" }, { is = 1962, country = "US", by = "a" }]
earned   = [{ is = 700_000_000, in = "JPY", measure = "distribution", about = true, by = "a" }]
cast     = [{ is = "Kenji Sahara", as = "Doctor Chujo", by = "a" }]
writer   = [{ is = "X Y", by = "a", doubt = "the name is spelled oddly" }]
language = [{ is = "ja", by = "a" }]
"""


@pytest.fixture
def catalogue(build: Build) -> Catalogue:
    """A film with facts of every shape."""
    return build(moth=film(facts=FACTS))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("1996-07-13", "en", "13 July 1996"),
        ("1996-07-13", "en-US", "July 13, 1996"),
        ("1996-07-13", "de", "13. Juli 1996"),
        ("1996-07-13", "ja", "1996年7月13日"),
        ("1996-07", "en", "July 1996"),
        ("1996", "en", "1996"),
        ("1996-07-13", "no such language", "13 July 1996"),
    ],
)
def test_a_date_is_told_to_its_own_precision(text: str, language: str, wanted: str) -> None:
    """A day, a month or a year is written as the reader's language writes it."""
    assert day(text, language) == wanted


@pytest.mark.parametrize(
    ("kind", "given", "currency", "wanted"),
    [
        ("money", 700_000_000, "JPY", "¥700,000,000"),
        ("money", 5_000_000, "USD", "US$5,000,000"),
        ("number", 1234, None, "1,234"),
        ("year", 1996, None, "1996"),
        ("country", "JP", None, "Japan"),
        ("language", "ja", None, "Japanese"),
        ("release kind", "video", None, "home video"),
        ("measure", "gross", None, "gross"),
        ("text", "a flower", None, "a flower"),
    ],
)
def test_plain_values_in_words(kind: str, given: str | int, currency: str | None, wanted: str) -> None:
    """Sums, numbers, codes and words read as people write them; a year has no comma."""
    assert plain(kind, given, "en", currency).replace("US$", "$") == wanted.replace("US$", "$")


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        ("moth/runtime/99", "The Moth runs 99 minutes."),
        ("moth/director/ishiro-honda", "Ishiro Honda directed The Moth."),
        ("moth/release/jp/cinema/1961-07-30", "The Moth was released on 30 July 1961 (Japan, cinema)."),
        ("moth/release/us/1962", "The Moth – release (United States): 1962."),
        (
            "moth/earned/jpy/distribution/700000000",
            "The Moth earned about ¥700,000,000 (distribution earnings).",
        ),
        ("moth/cast/doctor-chujo/kenji-sahara", "Kenji Sahara plays Doctor Chujo in The Moth."),
        ("moth/language/ja", "The language of The Moth is Japanese."),
    ],
)
def test_a_fact_is_one_sentence(catalogue: Catalogue, fact: str, wanted: str) -> None:
    """A fact says itself; where a qualifier or the day is not said, plainly."""
    assert statement(catalogue, catalogue.fact(fact)) == wanted


def test_a_dispute_is_told_with_who_says_what(catalogue: Catalogue) -> None:
    """The other account is told with the passages it comes from."""
    assert differences(catalogue, [catalogue.fact("moth/runtime/99")]) == [
        "Another account, from B, film page and A, table of credits: 100."
    ]


def test_a_doubt_and_a_spelling_are_told(catalogue: Catalogue) -> None:
    """A doubt is told by its reason, a spelling by who writes it; agreement is not mentioned."""
    assert differences(catalogue, [catalogue.fact("moth/writer/x-y")]) == ["the name is spelled oddly"]
    assert differences(catalogue, [catalogue.fact("moth/director/ishiro-honda")]) == [
        "Ishiro Honda is written “Inoshiro Honda” in B, film page."
    ]
    assert differences(catalogue, [catalogue.fact("moth/language/ja")]) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kow Otani", "Kō Ōtani", True),
        ("Kow Otani", "Koh Ohtani", True),
        ("Yuuji Itou", "Yūji Itō", True),
        ("Inoshiro Honda", "Ishiro Honda", False),
        ("Kohara", "Koara", False),
    ],
)
def test_a_long_vowel_is_no_other_spelling(one: str, other: str, same: bool) -> None:
    """Ways of writing a long vowel are not told as differences; other letters are."""
    assert (heard(one) == heard(other)) is same


def test_names_values_and_sources(catalogue: Catalogue) -> None:
    """A film's label has its year; a value, a qualifier and the passages are told for people."""
    cast = catalogue.fact("moth/cast/doctor-chujo/kenji-sahara")

    assert label(catalogue.entity("moth")) == "The Moth (1961)"
    assert (value(cast), qualifier(catalogue, cast, "as")) == ("Kenji Sahara", "Doctor Chujo")
    assert who_says(catalogue.fact("moth/runtime/100")) == "B, film page and A, table of credits"
    assert listed(["A", "B", "C"]) == "A, B, and C"


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_can_be_told(library: Catalogue, name: str) -> None:
    """Every fact of the library reads as one whole sentence."""
    for fact in library.facts(property=name):
        sentence = statement(library, fact)
        assert sentence.strip() == sentence
        assert sentence[-1] in ".?!…」”)", sentence
        assert not {"{", "}"} & set(sentence), sentence
        assert "None" not in sentence.split()


@pytest.mark.parametrize("title", ["Tokyo S.O.S.", "King of the Monsters!", "Who?"])
def test_a_title_that_ends_a_sentence_ends_its_own(build: Build, title: str) -> None:
    """Nobody reads two full stops after Tokyo S.O.S., or one after an exclamation mark."""
    catalogue = build(moth=film(title=title, facts='distributor = [{ is = "Toho Co.", by = "a" }]'))
    (fact,) = catalogue.facts(property="distributor")

    assert statement(catalogue, fact) == f"Toho Co. distributed {title}"


@pytest.mark.parametrize(
    ("count", "language", "told"),
    [
        (1, "en", "X Y directed Ant."),
        (2, "en", "X Y directed Ant and Bee."),
        (3, "en", "X Y directed Ant, Bee, and Cat."),
        (2, "ja", "『Ant』と『Bee』の監督はX Yです。"),
        (3, "ja", "『Ant』、『Bee』、『Cat』の監督はX Yです。"),
    ],
)
def test_one_sentence_tells_of_several_films(build: Build, count: int, language: str, told: str) -> None:
    """Facts that differ in their film alone are one sentence, with each title in quotes of its own."""
    facts = 'director = [{ is = "X Y", by = "a" }]'
    catalogue = build(
        **{name.lower(): film(name.lower(), name, 1961, facts) for name in ("Ant", "Bee", "Cat")}
    )
    directed = catalogue.facts(property="director")[:count]

    assert together(catalogue, directed, language) == told


def test_facts_of_two_kinds_are_two_sentences(catalogue: Catalogue) -> None:
    """What differs in more than its film is said one after the other."""
    facts = [
        catalogue.fact(f"moth/{name}") for name in ("cast/doctor-chujo/kenji-sahara", "director/ishiro-honda")
    ]

    assert (
        together(catalogue, facts)
        == "Kenji Sahara plays Doctor Chujo in The Moth. Ishiro Honda directed The Moth."
    )


@pytest.mark.parametrize(("language", "told"), [("en", "One. Two."), ("ja", "One.Two.")])
def test_sentences_stand_in_a_row(language: str, told: str) -> None:
    """English has a space between sentences, Japanese none."""
    assert in_a_row(("One.", "Two."), language) == told


@pytest.mark.parametrize("kind", ["in_order", "odd_one_out", "connect"])
def test_a_japanese_explanation_has_no_gaps(library: Catalogue, kind: str) -> None:
    """Several sentences of one explanation follow one another without a space."""
    told = [pick(library, seed, kind=kind, language="ja") for seed in range(40)]

    assert sum(one.explanation.count("。") > 1 for one in told if one is not None) > 10
    assert [one.explanation for one in told if one is not None and "。 " in one.explanation] == []
