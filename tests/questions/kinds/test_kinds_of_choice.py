"""Kinds answered by a press: what each asks of a place, a part, a date, a shared trait, a story and a dispute."""

from __future__ import annotations

from questions.catalogue import Catalogue
from questions.telling import label
from tests.questions.asking import MANY, asked, drafts
from tests.questions.film_text import FIVE, Build, film, row

CITIES = "\n".join(
    f'[{name.lower()}]\nname = "{name}"\nkind = "city"' for name in ("Sendai", "Kobe", "Kyoto", "Osaka")
)
PARTS = f"""{CITIES}
[station]
name = "Kobe Station"
within = "kobe"
[harbour]
name = "Kobe Harbour"
kind = "city"
within = "kobe"
"""


def event(where: str) -> str:
    """Return an event that happens somewhere."""
    return f'[events.landing]\nwhat = "It lands"\nwhere = [{where}]\n[story]\na = ["landing"]'


def test_a_part_of_a_city_is_asked_as_the_city(build: Build) -> None:
    """What happens at a station happens in its city, and no part of a city is a choice."""
    catalogue = build({"places": PARTS}, moth=film(rest=event('{ is = "station", by = "a" }')))

    found = list(drafts(catalogue, "city", "where", "city", MANY))

    assert {draft.key.text for draft in found} == {"Kobe"}
    assert {choice.text for draft in found for choice in draft.distractors} == {"Sendai", "Kyoto", "Osaka"}


def test_an_event_told_more_and_less_closely_is_one_question(build: Build) -> None:
    """Two accounts of one place, one within the other, are asked about once."""
    where = '{ is = "station", by = "b" }, { is = "kobe", by = "a" }'
    catalogue = build({"places": PARTS}, moth=film(rest=event(where)))

    assert {draft.facts[0].value for draft in drafts(catalogue, "city", "where", "city", MANY)} == {"Kobe"}


def test_a_disputed_place_is_not_asked(build: Build) -> None:
    """Where accounts put an event into two cities, neither is an answer nor a wrong choice."""
    where = '{ is = "sendai", by = "b" }, { is = "kobe", by = "a" }'
    catalogue = build({"places": PARTS}, moth=film(rest=event(where)))

    assert list(drafts(catalogue, "city", "where", "city", MANY)) == []


def test_a_role_of_two_actors_is_not_asked_for_one(build: Build) -> None:
    """Who wears a suit is not asked where two do, but each of the two may be asked for their monster."""
    suits = ", ".join(f'{{ is = "{name}", as = "Moth", by = "a" }}' for name in ("X Y", "Z Y"))
    more = ", ".join(f'{{ is = "Actor {n}", as = "Beast {n}", by = "a" }}' for n in ("One", "Two", "Three"))
    catalogue = build(moth=film(title="War", facts=f"suit_actor = [{suits}, {more}]"))

    actors = {draft.key.text for draft in drafts(catalogue, "who_played", "suit_actor", "actor", MANY)}
    roles = {draft.key.text for draft in drafts(catalogue, "who_played", "suit_actor", "role", MANY)}

    assert actors.isdisjoint({"X Y", "Z Y"})
    assert "Moth" in roles


def test_one_actor_of_two_roles_is_never_asked_against_himself(build: Build) -> None:
    """Which character somebody plays is not asked with two right choices."""
    cast = ", ".join(
        f'{{ is = "{who}", as = "{role}", by = "a" }}'
        for who, role in (("X Y", "Tom"), ("X Y", "Tim"), ("A B", "Ann"), ("C D", "Bea"), ("E F", "Cid"))
    )
    catalogue = build(moth=film(facts=f"cast = [{cast}]"))

    found = [draft for draft in drafts(catalogue, "who_played", "cast", "role", MANY) if "X Y" in draft.stem]

    assert found
    assert all(len({"Tom", "Tim"} & {choice.text for choice in draft.choices}) == 1 for draft in found)


def test_films_are_asked_first_by_date_only_among_equals(build: Build) -> None:
    """Which came first compares releases of one country and kind known to the day."""
    other = film(
        "ant", "Ant Terror", 1950, 'release = [{ is = 1950, country = "JP", kind = "cinema", by = "a" }]'
    )
    catalogue = build(**FIVE, ant=other)

    found = list(drafts(catalogue, "release", "release", "first", MANY))

    assert {draft.key.text for draft in found} == {"The Moth", "Wasp Attack"}
    assert "Ant Terror" not in {choice.text for draft in found for choice in draft.choices}
    assert label(catalogue.entity("ant")) == "Ant Terror (1950)"


def test_the_odd_film_provably_lacks_what_three_share(build: Build) -> None:
    """A film is odd where its director is known to be another, and one whose director is doubted is not shown."""
    honda = {name: row(name, f"{name.title()} Night", 1966, "Ishiro Honda") for name in ("ant", "bee")}
    doubted = ', { is = "Ishiro Honda", by = "b", doubt = "a slip" }]'
    gnat = row("gnat", "Gnat Night", 1966, "Jun Fukuda").replace(
        ', by = ["a", "b"] }]', f', by = "a" }}{doubted}'
    )
    hen = row("hen", "Hen Night", 1967, "Jun Fukuda")  # with it, eight films' directors are known for certain
    catalogue = build(**FIVE, **honda, gnat=gnat, hen=hen)

    found = list(drafts(catalogue, "odd_one_out", "director", "odd", MANY))

    assert {draft.key.claim.subject for draft in found} == {"wasp", "crab", "squid", "toad", "hen"}
    shared = {frozenset(choice.claim.subject for choice in draft.distractors) for draft in found}
    assert shared == {frozenset({"moth", "ant", "bee"})}


TOLD = """
[events.one]
what = "The egg is found"
[events.two]
what = "The island is left"
[events.three]
what = "The larva swims"
[events.four]
what = "The tower falls"
[story]
a = ["one", "two", "three", "four"]
b = ["two", "one", "four"]
"""


def test_what_is_told_both_ways_round_is_not_asked(build: Build) -> None:
    """Two events that passages tell in opposite orders never stand in one question about what happens first."""
    catalogue = build(moth=film(rest=TOLD))

    found = list(drafts(catalogue, "what_first", "what", "first", MANY))

    assert {draft.key.text for draft in found} == {"The egg is found", "The island is left"}
    for draft in found:
        later = {choice.text for choice in draft.distractors}
        assert later == {"The larva swims", "The tower falls"}


def test_a_source_is_asked_for_only_where_its_family_says_one_thing(build: Build) -> None:
    """What two passages of one family tell differently is asked of neither, only of who stands alone."""
    runtime = 'runtime = [{ is = 99, by = "a" }, { is = 100, by = ["a2", "b"] }]'
    catalogue = build(moth=film(facts=runtime))

    found = list(drafts(catalogue, "sources_differ", "runtime", "account", MANY))

    assert {(draft.key.text, "B, film page" in draft.stem) for draft in found} == {("100", True)}


def test_no_source_named_stands_in_a_family_that_says_otherwise(library: Catalogue) -> None:
    """Where the sources differ, no passage of the named one's family gives another of the values."""
    for question in asked(library, "sources_differ"):
        own, *others = (library.fact(known) for known in question.facts)
        named = [source for source in own.sources if source.what in question.stem]
        families = {source.family for other in others for source in other.sources}
        assert named
        assert not [source for source in named if source.family in families], question.stem
