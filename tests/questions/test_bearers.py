"""What a name tells of who bears it is told of no single choice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import pytest

from questions.bearers import is_womans, is_womans_part
from questions.catalogue import Catalogue, Entity
from questions.kinds.who_played import stands_alone
from questions.picker import in_a_row
from questions.pool import sounds_like
from questions.question import Question
from tests.questions.film_text import Build, film

SOME = 120
LANGUAGES = ["en", "ja"]


@pytest.mark.parametrize(
    ("name", "woman"),
    [
        ("Momoko Kōchi", True),
        ("Yoshiko Tanaka", True),
        ("Kumi Mizuno", True),
        ("Tomoe Mari", True),
        ("Naomi Nishida", True),
        ("Linda Miller", True),
        ("Akihiko Hirata", False),
        ("Takashi Shimura", False),
        ("Jun'ichi Nagase", False),
        ("Ken'ya Ōsumi", False),
        ("Ryō Ikebe", False),
        ("Hiromi Matsushita", None),
        ("Makoto Satō", None),
        ("Cesar Romero", None),
    ],
)
def test_given_names_are_told_by_their_endings(name: str, woman: bool | None) -> None:
    """A given name sounds like a woman's, like a man's, or like either's or nobody's."""
    assert is_womans(name) is woman


@pytest.mark.parametrize(
    ("part", "woman"),
    [
        ("Miss Namikawa", True),
        ("Mother of Ichirō", True),
        ("Princess Salno", True),
        ("Doctor Emiko Yamane", True),
        ("Mr. Tako", False),
        ("Emperor Antonio", False),
        ("Lieutenant Akane Yashiro", True),
        ("Colonel Satake", None),
        ("M-11", None),
    ],
)
def test_parts_are_told_by_words_then_by_given_names(part: str, woman: bool | None) -> None:
    """Words such as "Miss" and "Emperor" say who plays a part; ranks do not, the given name behind them may."""
    assert is_womans_part(part) is woman


def test_a_name_of_either_is_told_by_the_parts(build: Build) -> None:
    """Somebody whose own name tells nothing is taken for who the parts are."""
    parts = '{ is = "Hiromi A", as = "Miss Moth", by = "a" }, { is = "Makoto B", as = "Mr. Crab", by = "a" }'
    catalogue = build(moth=film(facts=f"cast = [{parts}]"))
    people = {person.name: sounds_like(catalogue, person.id)[1] for person in catalogue.entities("person")}

    assert (people["Hiromi A"], people["Makoto B"]) == (True, False)


@pytest.mark.parametrize("name", ["Nick Adams", "Linda Miller", "Russ Tamblyn"])
def test_names_from_elsewhere_are_known_as_such(library: Catalogue, name: str) -> None:
    """Who has no name with kanji, nor a surname that kana could write, is of elsewhere."""
    person = next(one for one in library.entities("person") if one.name == name)

    assert not sounds_like(library, person.id)[0]


def questions(library: Catalogue, way: str, language: str) -> list[Question]:
    """Return questions about who plays whom, asked one way."""
    row = in_a_row(library, 8, kind="who_played", property="cast", language=language)
    return [question for question in islice(row, SOME) if f"-{way}-" in question.id]


def named(library: Catalogue, kind: str, language: str) -> Callable[[str], list[Entity]]:
    """Return a function that finds the entities of a type shown by a name in a language."""
    found: dict[str, list[Entity]] = {}
    for entity in library.spoken(language).entities(kind):
        found.setdefault(entity.name, []).append(library.entity(entity.id))
    return lambda name: found[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_actors_to_choose_from_sound_alike(library: Catalogue, language: str) -> None:
    """No actress stands among men's names, no actor among women's, and nobody from elsewhere among Japanese names."""
    people = named(library, "person", language)
    asked = questions(library, "actor", language)

    assert len(asked) > SOME // 4
    for question in asked:
        sounds = [{sounds_like(library, one.id) for one in people(name)} for name in question.choices or ()]
        assert set.intersection(*sounds), question.choices


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_part_is_the_only_womans(library: Catalogue, language: str) -> None:
    """Where an answer is a woman's part by its name, another choice is one too."""
    parts = named(library, "character", language)
    asked = questions(library, "role", language)
    of_women = [
        question
        for question in asked
        if all(is_womans_part(one.name) for one in parts(question.shown_answer))
    ]

    assert of_women
    for question in of_women:
        others = set(question.choices or ()) - {question.shown_answer}
        assert any(is_womans_part(one.name) for other in others for one in parts(other)), question.choices


def test_a_lone_part_is_refused(library: Catalogue) -> None:
    """A woman's part among three that are no woman's stands alone, and a man's among three women's."""
    every = {part.name: part for part in library.entities("character")}
    woman = [part for name, part in every.items() if is_womans_part(name)][:4]
    man = [part for name, part in every.items() if is_womans_part(name) is False][:4]
    neither = next(part for name, part in every.items() if is_womans_part(name) is None)
    people = {person.name: person for person in library.entities("person")}
    actress, actor = people["Momoko Kōchi"], people["Takashi Shimura"]

    assert stands_alone(library, actress, woman[0], man[:3])
    assert stands_alone(library, actor, man[0], woman[:3])
    assert stands_alone(library, actress, neither, man[:3])
    assert not stands_alone(library, actress, woman[0], [*man[:2], woman[1]])
    assert not stands_alone(library, actor, man[0], [*woman[:2], man[1]])
    assert not stands_alone(library, actor, neither, man[:3])
