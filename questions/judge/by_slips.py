"""A guess held against short forms, and against names with slips of the finger in them."""

from __future__ import annotations

from collections.abc import Iterator

from questions.judge.asked import Asked, Guess, Judged, Verdict
from questions.judge.forms import Form
from questions.judge.slips import SHORT, allowed, is_harmless, makes_another_word, slips, words_agree
from questions.judge.world import World


def shortened(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return the verdict on a short form: enough where nothing else is called so, else asked back."""
    short = next((short for short in asked.shorts if short.form.key == guess.form.key), None)
    if short is None or (len(guess.form.words) == 1 and world.elsewhere(guess.text, asked.known.kind)):
        return None
    if short.enough:
        return Judged(Verdict.ACCEPT, "short form", asked.known.names[0])
    return Judged(Verdict.PROMPT, "more of the name", asked.known.names[0])


def slipped(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return the verdict on a name with slips in it: the nearest entity wins, a tie is asked back."""
    nearest = min(
        (found for form in targets(asked) if (found := slips_in(form, guess.form)) is not None), default=None
    )
    if nearest is None or world.elsewhere(guess.text, asked.known.kind):
        return None
    for rival, forms in asked.rivals:
        for form in forms:
            distance = slips(form.key, guess.form.key, nearest)
            if distance is not None and form.digits == guess.form.digits:
                verdict = Verdict.REJECT if distance < nearest else Verdict.PROMPT
                return Judged(
                    verdict,
                    "nearer to another" if distance < nearest else "as near to another",
                    rival.names[0],
                )
    return Judged(Verdict.ACCEPT, f"{nearest} slips" if nearest > 1 else "a slip", asked.known.names[0])


def targets(asked: Asked) -> Iterator[Form]:
    """Yield the forms of the answer that a slip is forgiven in: its names, and the short forms that are enough."""
    yield from asked.forms
    yield from (short.form for short in asked.shorts if short.enough and len(short.form.key) > SHORT)
    for name in asked.names:
        orders = {name.words, (*name.family, *name.given), (*name.given, *name.family)}
        yield from (Form("".join(words), "".join(words), words) for words in sorted(orders))


def slips_in(own: Form, given: Form) -> int | None:
    """Return how many slips make a guess of a name, or None where they are too many, or its numbers differ."""
    if own.digits != given.digits:
        return None
    most = allowed(len(own.key))
    if set(given.words) < set(own.words):
        return None  # a word left out is no slip
    if not most or not words_agree(own.words, given.words):
        return None
    pairs = ((own.key, given.key), (own.bare, given.bare))
    found = [
        distance
        for one, other in pairs
        if (distance := slips(one, other, most)) is not None
        and not makes_another_word(one, other)
        and (len(own.key) > SHORT or distance == 0 or is_harmless(one, other))
    ]
    return min(found, default=None)
