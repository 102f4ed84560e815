"""In which year a film was released, and which of several films was released first."""

from __future__ import annotations

from random import Random

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim, Refutation, refuted
from questions.distractors import choose, evenly
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.plausible import HALF_A_YEAR, days_apart, is_at_home
from questions.pool import SAME_AGE, dated_alike, release_years
from questions.property import Property
from questions.telling import in_a_row, in_country, plain
from questions.wording import N_, words_for

KIND = "release"
LABEL = N_("Years, and which came first")
CHOICES = 4
STEPS = range(1, 6)
"""Years between neighbouring choices: near enough to be plausible, far enough that a year off is told apart."""

EARLIEST, LATEST = 1888, 2100
ROOM = 6
"""So many years after the film, a release abroad has earlier years that are plausible too."""

ONCE = ("cinema", "television")
"""Kinds of release that come once in a country; on home video a film comes out again and again."""

DAY = len("1996-07-13")

WHEN = {
    "cinema": N_("In which year did {subject} come to cinemas in {country}?"),
    "television": N_("In which year was {subject} first shown on television in {country}?"),
}
FIRST = N_("Which of these films was released first ({country}, {kind})?")
FIRST_AT_THE_CINEMA = N_("Which of these films was the first to come to cinemas in {country}?")
LATER = N_("{film} was released later: {date}.")
DATES = N_("{film}: {date}.")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "year" and "first" for a film's dates, which are per country and kind."""
    dated = prop.types == ("date",) and prop.of == ("film",)
    return ("year", "first") if dated and prop.one_per == ("country", "kind") else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question about the release, or None where the source leaves country, kind or day out."""
    fact = asked.fact
    if "country" not in fact.qualifiers or "kind" not in fact.qualifiers or not fact.subject.own:
        return None
    return about_year(asked) if asked.way == "year" else about_first(asked)


def case_of(asked: Ask) -> dict[str, str]:
    """Return country and kind of the release in words."""
    qualifiers = asked.fact.qualifiers
    return {
        "country": in_country(str(qualifiers["country"]), asked.language),
        "kind": plain("release kind", qualifiers["kind"], asked.language),
    }


def years_around(year: int, later: int, rng: Random) -> list[int]:
    """Return three other years, `later` of them after it: the answer's rank is drawn first, so no middle gives it away."""
    years: list[int] = []
    for count, sign in ((later, 1), (CHOICES - 1 - later, -1)):
        at = year
        for _ in range(count):
            at += sign * rng.choice(STEPS)
            years.append(at)
    return years


def about_year(asked: Ask) -> Draft | None:
    """Return a question whose choices are years."""
    fact = asked.fact
    if fact.qualifiers["kind"] not in ONCE:
        return None
    year = int(fact.value[:4])
    made = fact.subject.year or EARLIEST
    if not is_first(asked) and year < made + ROOM:
        return (
            None  # no release abroad is older than the film, so the years before would give themselves away
        )
    floor = made if year > made else EARLIEST
    years = years_around(year, asked.above, asked.rng)
    case = {name: fact.qualifiers[name] for name in ("country", "kind")}
    choices = [Choice(str(year), Claim(fact.subject.id, fact.property, str(year), case))]
    for other in years:
        claim = Claim(fact.subject.id, fact.property, str(other), case)
        refutation = refuted(asked.catalogue, claim, asked.language)
        taken = str(other) in release_years(asked.catalogue, fact.subject.id)
        if refutation is None or taken or not floor <= other <= LATEST:
            return None
        choices.append(Choice(str(other), claim, None, refutation))
    ordered = tuple(sorted(choices, key=lambda choice: choice.text))
    stem = WHEN[str(fact.qualifiers["kind"])]
    return drafted(asked, stem, {"subject": label_without_year(fact.subject)}, ordered, (fact,))


def is_first(asked: Ask) -> bool:
    """Return whether a release is the film's first, as far as any source dates it; of one year's, the one with a day."""
    known = asked.catalogue.facts(subject=asked.fact.subject.id, property=asked.fact.property)
    return asked.fact == min(known, key=lambda fact: (fact.value[:4], -len(fact.value), fact.value))


def label_without_year(film: Entity) -> str:
    """Return a film's name alone: its year is what is asked."""
    return film.name


def about_first(asked: Ask) -> Draft | None:
    """Return a question whose choices are films; the one released first is right."""
    key = asked.fact
    if key.qualifiers["kind"] not in ONCE or not is_at_home(asked.catalogue, key):
        return None
    country, kind = (str(key.qualifiers[name]) for name in ("country", "kind"))
    year = int(key.value[:4])
    films = dated_alike(asked.catalogue, key, country, kind, (year, year + SAME_AGE))
    if len(key.value) != DAY:
        return None
    dated: dict[str, Fact] = {}

    def came_later(film: Entity) -> Refutation | None:
        told = asked.catalogue.facts(subject=film.id, property=key.property)
        dated[film.id] = next(fact for fact in told if fact.settled and comparable(fact, key))
        return later(asked, dated[film.id])

    # The first film has the short title, and its sequels the long ones.
    even = evenly(lambda film: len(film.name), asked.seed, asked.above)
    wrong = choose(key.subject, films, came_later, asked.above, asked.rng, even=even)
    if wrong is None:
        return None
    choices = [Choice(key.subject.name, claim_of(key), key.subject)]
    choices += [
        Choice(d.entity.name, claim_of(dated[d.entity.id]), d.entity, d.wrong, dated[d.entity.id])
        for d in wrong
    ]
    facts = (key, *(dated[d.entity.id] for d in wrong))
    stem = FIRST_AT_THE_CINEMA if key.qualifiers["kind"] == "cinema" else FIRST
    return drafted(asked, stem, {}, shuffled(choices, asked.rng), facts)


def comparable(fact: Fact, key: Fact) -> bool:
    """Return whether a release can be compared with the key's: same country and kind, known to the day, a film's own."""
    same = all(fact.qualifiers.get(name) == key.qualifiers[name] for name in ("country", "kind"))
    return same and len(fact.value) == DAY and fact.subject.own and fact.subject.form == "film"


def later(asked: Ask, fact: Fact) -> Refutation | None:
    """Return why a film was not the first, or None where it was."""
    rivals = asked.catalogue.facts(subject=fact.subject.id, property=fact.property)
    same_case = [rival for rival in rivals if comparable(rival, asked.fact)]
    if fact.value <= asked.fact.value or len(same_case) != 1 or not is_at_home(asked.catalogue, fact):
        return None
    if days_apart(fact.value, asked.fact.value) < HALF_A_YEAR:
        return None
    told = words_for(asked.language).gettext(LATER)
    date = plain("date", fact.value, asked.language)
    return Refutation(
        told.format(film=fact.subject.name, date=date), tuple(source.id for source in fact.sources)
    )


def claim_of(fact: Fact) -> Claim:
    """Return the claim a dated fact makes."""
    return Claim(fact.subject.id, fact.property, fact.value, fact.qualifiers)


def drafted(
    asked: Ask, stem: str, fields: dict[str, str], choices: tuple[Choice, ...], facts: tuple[Fact, ...]
) -> Draft:
    """Return the draft with its stem filled in; the explanation dates every film in it."""
    words = words_for(asked.language)
    told = [
        words.gettext(DATES).format(film=f.subject.name, date=plain("date", f.value, asked.language))
        for f in sorted(facts, key=lambda fact: fact.value)
    ]
    explanation = in_a_row(told, asked.language) if len(facts) > 1 else ""
    return about(asked, KIND, stem, fields | case_of(asked), choices, facts=facts, explanation=explanation)
