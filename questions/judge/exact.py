"""Numbers, years and dates: exact or wrong."""

from __future__ import annotations

from questions.judge.asked import Asked, Judged, Verdict
from questions.judge.numbers import days_in, same_number, same_year


def plain_verdict(asked: Asked, text: str) -> Judged:
    """Return the verdict on a number, a year or a date, which are exact or wrong."""
    wanted = asked.known.names[0]
    if asked.known.kind == "date":
        return date_verdict(wanted, text)
    same = same_year if asked.known.kind == "year" else same_number
    for name in asked.known.names:
        if text and same(name, text):
            return Judged(Verdict.ACCEPT, "the number", name)
    return Judged(Verdict.REJECT, "another number" if text else "nothing typed")


def date_verdict(wanted: str, text: str) -> Judged:
    """Return the verdict on a date: the day must be right; where only the year is left out, it is asked for."""
    own, said = days_in(wanted), days_in(text)
    if own & said:
        return Judged(Verdict.ACCEPT, "the date", wanted)
    if any(one.year is None and (one.month, one.day) == (day.month, day.day) for one in said for day in own):
        return Judged(Verdict.PROMPT, "which year", wanted)
    return Judged(Verdict.REJECT, "another date" if said else "no date")
