"""Slips of the finger: how many a name forgives, and which a short one does."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

BY_LENGTH = ((4, 0), (7, 1), (10, 2), (16, 3))
MOST = 4
BY_WORD = ((2, 0), (5, 1), (9, 2))
MOST_IN_WORD = 3
ALONE = 9
SHORT = 6
"""Names up to this length forgive only slips that make no other word: psyhco, tokio, parris; not parish."""

MIDDLING = 10
"""Names up to this length become others by two changed letters."""

SOUND_ALIKE = frozenset(map(frozenset, ("iy", "ck", "sz", "bv", "lr", "mn", "fh", "gj", "sc", "kq", "vw")))


def allowed(length: int) -> int:
    """Return how many slips a name of so many letters forgives."""
    return next((slips for most, slips in BY_LENGTH if length <= most), MOST)


def allowed_alone(length: int) -> int:
    """Return how many slips a family name alone forgives: Watanabe is not Watarase."""
    return 1 if length <= ALONE else 2


def allowed_in_word(length: int) -> int:
    """Return how many slips one word of so many letters forgives."""
    return next((slips for most, slips in BY_WORD if length <= most), MOST_IN_WORD)


def slips(name: str, given: str, most: int) -> int | None:
    """Return how many slips lie between two texts, or None where there are more than `most`.

    A slip is a letter left out, added, changed, or two neighbours swapped (optimal string alignment).
    """
    distance = OSA.distance(name, given, score_cutoff=most)
    return distance if distance <= most else None


def words_agree(own: Sequence[str], given: Sequence[str]) -> bool:
    """Return whether no word has more slips than its length forgives; words parted another way are not compared."""
    if len(own) != len(given):
        return True
    return all(
        slips(one, other, allowed_in_word(max(len(one), 1))) is not None
        for one, other in zip(own, given, strict=True)
    )


def makes_another_word(name: str, given: str) -> bool:
    """Return whether two letters apart were changed into unlike ones: Watanabe, Watarase; paradise, Parasite."""
    if len(name) != len(given) or len(name) > MIDDLING:
        return False
    wrong = [place for place in range(len(name)) if name[place] != given[place]]
    unlike = [place for place in wrong if frozenset((name[place], given[place])) not in SOUND_ALIKE]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and name[wrong[0]] == given[wrong[1]]
    return len(unlike) > 1 and not swapped


def is_harmless(name: str, given: str) -> bool:
    """Return whether the one slip in a short name makes no other word of it.

    Harmless are swapped neighbours, a doubled or single letter, letters that sound alike, a letter left out or added
    inside, and a silent e.
    """
    if len(name) == len(given):
        wrong = [place for place in range(len(name)) if name[place] != given[place]]
        if len(wrong) == 2:
            return True
        return len(wrong) == 1 and frozenset((name[wrong[0]], given[wrong[0]])) in SOUND_ALIKE
    longer, shorter = (name, given) if len(name) > len(given) else (given, name)
    place = next((at for at in range(len(shorter)) if longer[at] != shorter[at]), len(shorter))
    if place == 0:
        return False
    if place == len(shorter):
        return longer[-1] == longer[-2] or (longer is name and longer[-1] == "e")
    return True
