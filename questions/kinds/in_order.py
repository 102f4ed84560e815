"""Four films to be put in the order in which they came out."""

from __future__ import annotations

from questions.catalogue.model import Entity, Fact
from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.plausible import HALF_A_YEAR, days_apart, is_at_home
from questions.pool import dated_alike, release_span
from questions.property import Property
from questions.question import Form
from questions.standing import Field
from questions.telling import in_a_row, in_country, plain
from questions.wording import N_, words_for

KIND = "in_order"
LABEL = N_("Put in order")
FORM = Form.ORDER
COUNT = 4
ONCE = ("cinema", "television")
"""Kinds of release by which one says that a film came out; a festival's evening is none."""

TRIED = 60
"""Films that are tried for the others, those nearest in fame."""

WITHIN = 12
"""Years around the film asked about from which the others are taken: near enough to make one think."""

STEM = N_("In which order did these films come out, the oldest first ({country}, {kind})?")
AT_THE_CINEMA = N_("In which order did these films come to cinemas in {country}, the oldest first?")
DATES = N_("{film}: {date}.")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "order" for a film's dates, which are per country and kind."""
    dated = prop.types == ("date",) and prop.of == ("film",)
    return ("order",) if dated and prop.one_per == ("country", "kind") else ()


def ask(asked: Ask) -> Draft | None:
    """Return the films in a random order, or None where too few have dates that no other release could turn round."""
    key = asked.fact
    if not {"country", "kind"} <= key.qualifiers.keys() or key.subject.form != "film" or not key.subject.own:
        return None
    if key.qualifiers["kind"] not in ONCE or not is_at_home(asked.catalogue, key):
        return None
    year = int(key.value[:4])
    country, kind = (str(key.qualifiers[name]) for name in ("country", "kind"))
    near = dated_alike(asked.catalogue, key, country, kind, (year - WITHIN, year + WITHIN))
    chosen = apart(asked, key, near) if near.holds(key.subject) else None
    if chosen is None:
        return None
    shown = asked.rng.sample(chosen, COUNT)
    ordered = sorted(chosen, key=lambda fact: fact.value)
    words = words_for(asked.language)
    told = [
        words.gettext(DATES).format(film=fact.subject.name, date=plain("date", fact.value, asked.language))
        for fact in ordered
    ]
    fields = {
        "country": in_country(str(key.qualifiers["country"]), asked.language),
        "kind": plain("release kind", key.qualifiers["kind"], asked.language),
    }
    how = Answered(Form.ORDER, order=tuple(shown.index(fact) for fact in ordered))
    return about(
        asked,
        KIND,
        AT_THE_CINEMA if key.qualifiers["kind"] == "cinema" else STEM,
        fields,
        [Choice(fact.subject.name, claim_of(fact), fact.subject) for fact in shown],
        facts=(key, *(fact for fact in ordered if fact != key)),
        explanation=in_a_row(told, asked.language),
        answered=how,
    )


def apart(asked: Ask, key: Fact, near: Field) -> list[Fact] | None:
    """Return the key's fact and three others, no two of which any release on record puts the other way round."""
    chosen = [key]
    known = near.nearest(key.subject, TRIED)
    for film in asked.rng.sample(known, len(known)):
        fact = dated_fact(asked, film, key)
        if (
            fact != key
            and is_at_home(asked.catalogue, fact)
            and all(are_apart(asked, fact, other) for other in chosen)
        ):
            chosen.append(fact)
        if len(chosen) == COUNT:
            return chosen
    return None


def dated_fact(asked: Ask, film: Entity, key: Fact) -> Fact:
    """Return a film's settled date of the same country and kind as the key's."""
    told = asked.catalogue.facts(subject=film.id, property=key.property)
    case = [key.qualifiers[name] for name in ("country", "kind")]
    return next(
        fact
        for fact in told
        if fact.settled and [fact.qualifiers.get(name) for name in ("country", "kind")] == case
    )


def are_apart(asked: Ask, one: Fact, other: Fact) -> bool:
    """Return whether all that one film is known to have been shown lies before all of the other, and names differ."""
    first, second = (
        release_span(asked.catalogue, fact.subject.id) for fact in sorted((one, other), key=lambda f: f.value)
    )
    in_memory = days_apart(one.value, other.value) >= HALF_A_YEAR
    return in_memory and first[1] < second[0] and one.subject.name != other.subject.name


def claim_of(fact: Fact) -> Claim:
    """Return the claim a dated fact makes."""
    return Claim(fact.subject.id, fact.property, fact.value, dict(fact.qualifiers))
