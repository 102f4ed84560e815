"""A dispute asked about on purpose: which figure does this source give?"""

from __future__ import annotations

from questions.catalogue.model import Fact
from questions.claim import Claim, Refutation
from questions.draft import Ask, Choice, Draft, about, shuffled
from questions.pool import accounts_of
from questions.properties import PROPERTIES
from questions.property import Property
from questions.telling import in_a_row, label, plain, value
from questions.wording import N_, words_for

KIND = "sources_differ"
LABEL = N_("Where the sources differ")
ASKS_OF_DISPUTES = True
"""This kind rests on what the sources dispute, and on nothing else."""

SHARE = 0.2
"""Which page gives which figure is for those who like sources; others meet it once in an evening."""

SAYS = N_("{source}: {value}.")
MORE = N_("{sources} and {count} more")
SHOWN = 3
"""So many sources are named for each account; a longer row is read by nobody."""


def ways(prop: Property) -> tuple[str, ...]:
    """Return "account" for a property that says how to ask for one source's account."""
    return ("account",) if prop.wording is not None and prop.wording.account else ()


def ask(asked: Ask) -> Draft | None:
    """Return a question about what one source says, or None where the accounts cannot be told apart."""
    fact, catalogue = asked.fact, asked.catalogue
    wording = PROPERTIES[fact.property].wording
    accounts = accounts_of(catalogue, fact)
    if wording is None or len(accounts) < 2 or accounts[0] != fact:
        return None
    families = [{source.family for source in one.sources} for one in accounts]
    own = [source for source in fact.sources if not any(source.family in others for others in families[1:])]
    if not own:
        return None
    source = asked.rng.choice(own)
    words = words_for(asked.language)
    choices = []
    for one in accounts:
        said = words.gettext(SAYS).format(source=one.sources[0].what, value=value(one, asked.language))
        wrong = Refutation(said, tuple(said_by.id for said_by in one.sources)) if one != fact else None
        entity = one.entity
        choices.append(Choice(value(one, asked.language), claim_of(one), entity, wrong))
    told = [
        words.gettext(SAYS).format(
            source=some_of(asked, tuple(dict.fromkeys(said.what for said in one.sources))),
            value=value(one, asked.language),
        )
        for one in accounts
    ]
    return about(
        asked,
        KIND,
        asked.rng.choice(wording.account),
        fields_of(asked, fact, source.what),
        shuffled(choices, asked.rng)
        if fact.entity
        else tuple(sorted(choices, key=lambda choice: choice.claim.value)),
        facts=tuple(accounts),
        explanation=in_a_row(told, asked.language),
    )


def some_of(asked: Ask, sources: tuple[str, ...]) -> str:
    """Return the first sources in one line, and how many more say the same."""
    told, more = "; ".join(sources[:SHOWN]), len(sources) - SHOWN
    return told if more <= 0 else words_for(asked.language).gettext(MORE).format(sources=told, count=more)


def fields_of(asked: Ask, fact: Fact, source: str) -> dict[str, str]:
    """Return what fills in the stem: the film or the event, the source, and the case."""
    fields = {"subject": label(fact.subject), "source": source}
    if fact.property == "year":
        fields["subject"] = fact.subject.name
    if fact.subject.film is not None:
        fields["film"] = label(asked.catalogue.entity(fact.subject.film))
        fields["subject"] = fact.subject.name
    for name in ("country", "kind", "measure"):
        given = fact.qualifiers.get(name)
        kind = PROPERTIES[fact.property].qualifiers.get(name)
        if kind is not None:
            fields[name] = plain(kind, given, asked.language) if given is not None else "?"
    return fields


def claim_of(fact: Fact) -> Claim:
    """Return the claim that a disputed fact makes."""
    return Claim(
        fact.subject.id, fact.property, fact.entity.id if fact.entity else fact.value, dict(fact.qualifiers)
    )
