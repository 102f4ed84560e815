"""A guess held against the ways in which people are named by others."""

from __future__ import annotations

from collections.abc import Iterator

from questions.fold import KANJI
from questions.judge.asked import Asked, Guess, Judged, Verdict
from questions.judge.people import Name, fits_initials, fits_parts, names_of, nearly, without_titles
from questions.judge.slips import SHORT, allowed_alone, slips
from questions.judge.words import TITLES
from questions.judge.world import World


def personal(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return the verdict on one of the ways in which people are named: order, initials, family name, given name."""
    words = without_titles(guess.form.words)
    for name in asked.names:
        said = named(asked, name, words)
        if said is not None:
            return said
    return part_of_kanji(asked, "".join(words))


def part_of_kanji(asked: Asked, given: str) -> Judged | None:
    """Return the verdict on the beginning or the end of a name in kanji: its family name, or its given name."""
    if not given or not all(KANJI.match(letter) for letter in given):
        return None
    own = [form.bare for form in asked.forms if KANJI.match(form.bare)]
    rivals = [form.bare for _, forms in asked.rivals for form in forms]
    begins = any(name.startswith(given) and name != given for name in own)
    if begins and len(given) > 1:
        sole = not any(name.startswith(given) for name in rivals)
        return Judged(Verdict.ACCEPT if sole else Verdict.PROMPT, "family name", asked.known.names[0])
    if begins or any(name.endswith(given) and name != given for name in own):
        return Judged(Verdict.PROMPT, "part of the name", asked.known.names[0])
    return None


def named(asked: Asked, name: Name, words: tuple[str, ...]) -> Judged | None:
    """Return the verdict on words as one name of a person, or None where they are no way to say it."""
    joined = "".join(words)
    shown = asked.known.names[0]
    if joined in name.orders:
        sole = len(name.words) > 1 or not any(joined in other.family for other in rival_names(asked))
        return Judged(Verdict.ACCEPT if sole else Verdict.PROMPT, "the name", shown)
    if fits_initials(name, words) or fits_parts(name, words):
        sole = not any(
            fits_initials(other, words) or fits_parts(other, words) for other in rival_names(asked)
        )
        return Judged(
            Verdict.ACCEPT if sole else Verdict.PROMPT, "initials" if sole else "several fit", shown
        )
    if name.given and joined in ("".join(name.family), name.family[-1]):
        sole = not any(joined in ("".join(other.family), *other.words) for other in rival_names(asked))
        return Judged(
            Verdict.ACCEPT if sole else Verdict.PROMPT, "family name" if sole else "who of them", shown
        )
    if name.given and joined in ("".join(name.given), name.given[0]):
        sole = not any(joined in ("".join(other.given), *other.words) for other in rival_names(asked))
        enough = (
            sole
            and asked.known.kind == "character"
            and joined == "".join(name.given)
            and joined not in TITLES
        )
        return Judged(Verdict.ACCEPT if enough else Verdict.PROMPT, "given name", shown)
    first_word_is_title = len(words) == 1 and words[0] in TITLES
    if first_word_is_title and any(form.words[0] == words[0] and len(form.words) > 1 for form in asked.forms):
        return Judged(Verdict.PROMPT, "title alone", shown)
    if len(words) == 1 and name.given and len("".join(name.family)) > SHORT:
        family = "".join(name.family)
        slip = slips(family, joined, allowed_alone(len(family)))
        if slip and not any(near_to(other, joined, slip) for other in rival_names(asked)):
            return Judged(Verdict.ACCEPT, "family name, a slip", shown)
    if nearly(name, words):
        sole = not any(other.family == name.family for other in rival_names(asked))
        return Judged(Verdict.ACCEPT, "given name nearly", shown) if sole else None
    return None


def near_to(other: Name, joined: str, most: int) -> bool:
    """Return whether a rival's family or given name is as near to a word."""
    return any(
        slips(word, joined, most) is not None
        for word in ("".join(other.family), "".join(other.given))
        if word
    )


def rival_names(asked: Asked) -> Iterator[Name]:
    """Yield the names of the rivals in words."""
    for rival, _ in asked.rivals:
        yield from names_of(rival)
