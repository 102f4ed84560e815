"""The figures of a film of Wikidata: how long it is, what it cost and earned."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from questions.imports.wikidata.claims import Claim, Value
from questions.imports.wikidata.tables import COUNTRIES, CURRENCIES, MINUTES
from questions.imports.wikidata.telling import Telling, qualified

WORLDWIDE = "Q13780930"
CIRCA = "Q5727902"
AMOUNT = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)


def amount(value: Value) -> Decimal | None:
    """Return an amount above zero, or None."""
    if value.kind != "quantity" or not AMOUNT.fullmatch(value.text):
        return None
    number = Decimal(value.text)
    return number if number > 0 else None


def whole(number: Decimal) -> int:
    """Return the nearest whole number."""
    return int(number.to_integral_value(ROUND_HALF_UP))


def lengths(telling: Telling) -> None:
    """Tell running times in minutes, of which version where that is said, and a series' number of episodes."""
    for claim in telling.item.all("P2047"):
        long, (times, parts) = amount(claim.value), MINUTES.get(claim.value.more, (0, 1))
        minutes = whole(long * times / parts) if long else 0
        if not minutes:
            telling.leave_out("runtime", "no number of minutes, seconds or hours", claim.value.text)
            continue
        parts_of = [one for prop in ("P518", "P3831") for one in claim.qualifiers.get(prop, [])]
        versions = [telling.text("runtime", one) for one in parts_of]
        if None not in versions:
            version = next(iter(versions), None)
            telling.say("runtime", minutes, telling.passages.by(claim), qualified(version=version))
    for claim in telling.item.all("P1113") if telling.item.form == "series" else []:
        if number := amount(claim.value):
            telling.say("episodes", whole(number), telling.passages.by(claim))


def money(telling: Telling) -> None:
    """Tell what the film cost and earned, never without the currency."""
    for prop, name in (("P2130", "budget"), ("P2142", "earned")):
        for claim in telling.item.all(prop):
            sum_ = amount(claim.value)
            unit = Value("unit", claim.value.more)
            currency = telling.code(name, unit, CURRENCIES, "P498") if sum_ else None
            if sum_ is None:
                telling.leave_out(name, "a sum that is none", claim.value.text)
            if sum_ is None or currency is None:
                continue
            circa = CIRCA in {one.text for one in claim.qualifiers.get("P1480", [])}
            given = qualified(**{"in": currency, "about": True if circa or claim.value.about else None})
            measured = earned_where(telling, claim) if name == "earned" else {}
            if measured is not None:
                telling.say(name, whole(sum_), telling.passages.by(claim), {**given, **measured})


def earned_where(telling: Telling, claim: Claim) -> dict[str, object] | None:
    """Return what a sum earned is of: the box office of one country or of the world; None where it is of several."""
    where = [one for one in claim.qualifiers.get("P3005", []) if one.text != WORLDWIDE]
    countries = [telling.code("earned", one, COUNTRIES, "P297") for one in where]
    if len(countries) > 1 or None in countries:
        return None
    return {"measure": "box office", **qualified(country=next(iter(countries), None))}
