"""What names tell of who bears them: a woman's part beside the names of three men gives its actress away.

Nobody's gender is in the data, and none is needed: what counts is how a name sounds to those who do not know its bearer.
"""

from __future__ import annotations

from functools import lru_cache

import regex

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
    "sakura satomi saya susan tomomi anne catherine diane edith elise emily gloria arlene brenda patricia rachel"
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


MOST_PARTS = 60
"""Parts of somebody that are looked at: some have played thousands."""


@lru_cache(maxsize=CACHED)
def sounds_like(catalogue: Catalogue, person: str) -> tuple[bool, bool]:
    """Return whether somebody's name is Japanese, and whether it sounds like a woman's, or else a part of hers does."""
    english = catalogue.spoken("en")
    name = english.entity(person).name
    woman = is_womans(name)
    if woman is None:
        parts = english.rows(
            "SELECT part.n, part.name FROM fact CROSS JOIN entity AS part ON part.n = fact.role "
            "WHERE fact.entity = ? AND part.type = 'character' LIMIT ?",
            english.number(person),
            MOST_PARTS,
        )
        told = [is_womans_part(name) for name in dict(parts).values()]
        woman = told.count(True) > told.count(False)
    return is_japanese(catalogue, person, name), woman


def is_japanese(catalogue: Catalogue, person: str, name: str) -> bool:
    """Return whether somebody has a name with kanji, or where no Japanese name is known, a surname that kana could write."""
    written = catalogue.names(person, "ja")
    if written:
        return any(regex.search(r"\p{Han}|\p{Hiragana}", spelling) for spelling in written)
    return JAPANESE.fullmatch(name.lower().replace("'", "").split()[-1]) is not None
