"""Who made a film of Wikidata, and who is seen and heard in it as whom."""

from __future__ import annotations

import re

from questions.imports.stating import cleaned, why_no_name
from questions.imports.wikidata.claims import Claim
from questions.imports.wikidata.tables import LANGUAGES
from questions.imports.wikidata.telling import Telling, qualified

CREDITS = {
    "P57": "director",
    "P58": "writer",
    "P86": "composer",
    "P162": "producer",
    "P1431": "executive_producer",
    "P344": "cinematographer",
    "P1040": "editor",
    "P2554": "production_designer",
    "P3174": "art_director",
    "P2438": "narrator",
}


def credits_(telling: Telling) -> None:
    """Tell who made the film."""
    for prop, name in CREDITS.items():
        for claim in telling.item.all(prop):
            if key := telling.entity(name, claim.value, "person"):
                telling.say(name, key, telling.passages.by(claim))


def cast(telling: Telling) -> None:
    """Tell who plays whom; those without a role star, in the order in which they stand."""
    for number, claim in enumerate(telling.item.all("P161"), 1):
        key = telling.entity("cast", claim.value, "person")
        billed = ordinal(claim)
        named = list(roles(telling, "cast", claim)) if key else []
        for role in named:
            telling.say("cast", key, telling.passages.by(claim), qualified(**{"as": role, "billed": billed}))
        if key and not named:
            telling.say("starring", key, telling.passages.by(claim), {"order": billed or number})
        if not key:
            unnamed(telling, "cast", claim)
    for claim in telling.item.unknown("P161"):
        unnamed(telling, "cast", claim)


def voices(telling: Telling) -> None:
    """Tell who speaks whom."""
    for claim in telling.item.all("P725"):
        langs = [
            telling.code("voice_actor", one, LANGUAGES, "P218", "P424")
            for one in claim.qualifiers.get("P407", [])
        ]
        lang = langs[0] if langs else None
        if key := telling.entity("voice_actor", claim.value, "person"):
            named = [] if langs and not lang else list(roles(telling, "voice_actor", claim))
            for role in named:
                given = qualified(**{"as": role, "billed": ordinal(claim), "lang": lang})
                telling.say("voice_actor", key, telling.passages.by(claim), given)
            if not named:
                telling.leave_out("voice_actor", "a voice of nobody in particular", key)
        if not key or (langs and not lang):
            unnamed(telling, "voice_actor", claim)
    for claim in telling.item.unknown("P725"):
        unnamed(telling, "voice_actor", claim)


def unnamed(telling: Telling, name: str, claim: Claim) -> None:
    """Note that the film lacks somebody whom the data do not name, in the roles that they have."""
    named = roles(telling, name, claim)
    for role in named:
        telling.lack(name, role)
    if not named:
        telling.lack(name)
        telling.lack("starring" if name == "cast" else name)


def roles(telling: Telling, name: str, claim: Claim) -> list[str]:
    """Return the keys or names of the characters that somebody plays."""
    keys = [
        telling.entity(name, one, "character")
        for one in claim.qualifiers.get("P453", [])
        if one.kind == "item"
    ]
    found = [key for key in keys if key]
    for one in claim.qualifiers.get("P4633", []):
        if reason := why_no_name(cleaned(one.text)):
            telling.leave_out(name, reason, one.text)
        elif not found:
            # P4633 often repeats the name of the very character that P453 gives.
            found.append(cleaned(one.text))
    return found


def ordinal(claim: Claim) -> int | None:
    """Return the number that a statement has in a list, where it has one."""
    text = next((one.text for one in claim.qualifiers.get("P1545", [])), "")
    return int(text) if re.fullmatch(r"[1-9]\d{0,3}", text, re.ASCII) else None
