"""What names tell of who bears them: a woman's part beside the names of three men gives its actress away.

Nobody's gender is in the data, and none is needed: what counts is how a name sounds to those who do not know its bearer.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from questions.catalogue.model import Entity
from questions.catalogue.reading import Catalogue

CACHED = 16384


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


WOMEN_CALLED = words(
    "miss mrs ms madame lady mother grandmother aunt sister daughter wife girl woman princess queen empress priestess "
    "actress waitress nurse hostess stewardess"
)
MEN_CALLED = words(
    "mr sir lord father grandfather uncle brother son husband boy man prince king emperor priest"
)
"""Words of a part's name that say who plays it."""

RANKS = words(
    "dr doctor professor captain colonel commander general admiral major lieutenant sergeant agent chief"
)
"""Words that stand before a part's name and say nothing of who plays it."""

MEN = regex.compile(
    r".*([^khny]o|[ōūu]|[^cs]hiko|shi|ji|chi|ta|ya|ki|suke|[hbp]ei|kuma|nori|nari|gen|ken|nagare|niomi|tari|issa|azumi)"
    r"|.+(hisa|hide|take|masa|taka|fumi)"
)
WOMEN = regex.compile(r".*([cs]hi|[^i]|[^h]i)ko|.*(mi|e|ka|na|yo|ho|ri|sa|yu|no)")
"""How the given names of Japanese men and women end (-rō, -shi; -ko, -mi): rules of thumb."""

OF_WOMEN = words(
    "ai aya fay kathy linda luna maki mai mao mary maya mayu miki miku mio misato miwa miyuki naomi hitomi otome peggy rei "
    "sakura satomi saya susan tomomi anne catherine diane edith elise emily gloria arlene brenda patricia rachel "
    "belvera lora moll mona"
)
"""Given names of women that do not end so, and English ones."""

OF_EITHER = words(
    "aki bin chiharu chihiro hajime hideyo hiromi hikaru izumi jun kane kaoru katsumi kazumi kō makoto masami masumi mizuho "
    "sakuya shinobu takumi yū yūki yuki"
)

JAPANESE = regex.compile(
    r"(?:n'?(?![aiueoāīūēō])|(?:kk?|ss?|tt?|pp?|s?sh|t?ch|t?ts|[gzdnhbmyrwjf])?y?[aiueoāīūēō])+"
)
"""A word that kana could write."""


@lru_cache(maxsize=CACHED)
def is_womans(name: str) -> bool | None:
    """Return whether a given name, the first word of a name, sounds like a woman's; None where nobody can tell."""
    given = name.lower().partition(" ")[0].replace("'", "")
    if given in OF_WOMEN:
        return True
    if given in OF_EITHER or not JAPANESE.fullmatch(given):
        return None
    return False if MEN.fullmatch(given) else bool(WOMEN.fullmatch(given)) or None


@lru_cache(maxsize=CACHED)
def is_womans_part(name: str) -> bool | None:
    """Return whether a part's name says that a woman plays it; None where nobody can tell."""
    told = name.lower().replace(".", "").split()
    if not WOMEN_CALLED.isdisjoint(told):
        return True
    if not MEN_CALLED.isdisjoint(told):
        return False
    own = [word for word in told if word not in RANKS]
    return is_womans(" ".join(own)) if len(own) > 1 or own == told else None  # behind a rank stands a surname


@lru_cache(maxsize=CACHED)
def sounds_like(catalogue: Catalogue, person: str) -> tuple[bool, bool]:
    """Return whether somebody's name is Japanese, and whether it sounds like a woman's, or else a part of hers does."""
    english = catalogue.spoken("en")
    name = english.entity(person).name
    woman = is_womans(name)
    if woman is None:
        parts = {
            str(fact.qualifiers["as"]) for fact in english.facts(value=person) if "as" in fact.qualifiers
        }
        told = [is_womans_part(role.name) for role in map(english.entity, parts) if role.type == "character"]
        woman = told.count(True) > told.count(False)
    return is_japanese(catalogue, person, name), woman


def sound_alike(catalogue: Catalogue, person: Entity, other: Entity, part: bool = False) -> bool:
    """Return whether two people's names are both Japanese, or neither, and for a part both a woman's, or neither.

    It is true of whoever is no person.
    """
    if person.type != "person" or other.type != "person":
        return True
    one, two = (sounds_like(catalogue, who.id) for who in (person, other))
    return one == two if part else one[0] == two[0]


def is_japanese(catalogue: Catalogue, person: str, name: str) -> bool:
    """Return whether somebody has a name with kanji, or where no Japanese name is known, a name that kana could write."""
    written = catalogue.names(person, "ja")
    if written:
        return any(regex.search(r"\p{Han}|\p{Hiragana}", spelling) for spelling in written)
    own = name.lower().replace("'", "").split()
    return all(JAPANESE.fullmatch(word) for word in (own[0], own[-1]))
