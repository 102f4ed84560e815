"""A guess held against whole names: whose it is, in any spelling, order or mixture of its own names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.judge.asked import Asked, Guess, Judged, Verdict, forms_of
from questions.judge.forms import PERSONAL, Form, clean, form_of
from questions.judge.words import SMALL
from questions.judge.world import Known, World, sorted_key


def refused(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return a rejection for what the question rejects by name."""
    refuse = any(form_of(name, asked.known.kind).key == guess.form.key for name in asked.reject_list)
    return Judged(Verdict.REJECT, "refused by the question") if refuse else None


def exact_name(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return the verdict on what is somebody's very name: the answer's, one to ask back for, or another's."""
    bare = guess.form.bare
    named = [known for known in others(asked, guess, world) if bears(known, bare)]
    if any(form.bare == bare for form in asked.forms):
        return of_namesakes(asked, guess, named)
    if any(form_of(name, asked.known.kind).key == guess.form.key for name in asked.prompt_on):
        return Judged(Verdict.PROMPT, "asked back by the question")
    return Judged(Verdict.REJECT, "another's name", named[0].names[0]) if named else None


def of_namesakes(asked: Asked, guess: Guess, namesakes: list[Known]) -> Judged:
    """Return the verdict on a right name that namesakes bear too: their years tell them apart."""
    own = asked.known.year
    if guess.year is not None and own is not None and guess.year != own:
        return Judged(Verdict.REJECT, "another year", asked.known.names[0])
    if namesakes and guess.year is None:
        years = {known.year for known in (asked.known, *namesakes)} - {None}
        return Judged(
            Verdict.PROMPT, "several of this name", guess.text, tuple(map(str, sorted(years, key=str)))
        )
    return Judged(Verdict.ACCEPT, "the name", guess.text)


def bears(known: Known, bare: str) -> bool:
    """Return whether an entity bears exactly this name."""
    return any(form.bare == bare for form in forms_of(known))


def others(asked: Asked, guess: Guess, world: World) -> list[Known]:
    """Return the entities other than the answer that may be called like a guess."""
    found = world.called(guess.text, asked.known.kind)
    near = [rival for rival, forms in asked.rivals if any(form.key == guess.form.key for form in forms)]
    return [known for known in (*found, *near) if not known.is_same(asked.known)]


def spelling(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return the verdict on what somebody's name is in another spelling (articles, long vowels, numerals) or order."""
    key = guess.form.key
    known = others(asked, guess, world)
    if any(form.key == key for form in asked.forms):
        return of_namesakes(asked, guess, [other for other in known if spelled(other, key)])
    for other in known:
        ordered = {sorted_key(form.words) for form in forms_of(other)}
        turned = sorted_key(guess.form.words) in ordered and not reordered(asked, guess.form)
        if spelled(other, key) or turned:
            return Judged(Verdict.REJECT, "another's name", other.names[0])
    return None


def spelled(known: Known, key: str) -> bool:
    """Return whether an entity's name can be spelled so."""
    return any(form.key == key for form in forms_of(known))


def reordered(asked: Asked, form: Form) -> bool:
    """Return whether a form has the words of the answer's own name, in any order."""
    return any(sorted_key(own.words) == sorted_key(form.words) for own in asked.forms)


def own_words(asked: Asked, guess: Guess, world: World) -> Judged | None:
    """Return an acceptance where the words are the name's own: in another order, from two spellings, without small ones."""
    words = guess.form.words
    if reordered(asked, guess.form) and len(words) > 1:
        return Judged(Verdict.ACCEPT, "in another order", asked.known.names[0])
    if asked.known.kind in PERSONAL:
        return None
    telling = [word for word in words if word not in SMALL]
    if len(telling) > 1 and any(telling == [w for w in form.words if w not in SMALL] for form in asked.forms):
        return Judged(Verdict.ACCEPT, "without small words", asked.known.names[0])
    if mixed(asked.forms, words) or after_acronym(asked, guess):
        return Judged(Verdict.ACCEPT, "from several of its names", asked.known.names[0])
    return None


def mixed(forms: Sequence[Form], words: Sequence[str]) -> bool:
    """Return whether words are put together from two names: place by place, or one name whole with words of another."""
    for length in {len(form.words) for form in forms} & {len(words)}:
        alike = [form.words for form in forms if len(form.words) == length and form.words[0] == words[0]]
        places = list(zip(*alike, strict=True)) if len(alike) > 1 else []
        if (
            len(words) > 2
            and places
            and all(word in place for word, place in zip(words, places, strict=True))
        ):
            return True
    pool = {word for form in forms for word in form.words}
    whole = any(set(form.words) < set(words) for form in forms if form.words)
    return whole and set(words) <= pool and len(words) > 1 and len(set(words)) == len(words)


def after_acronym(asked: Asked, guess: Guess) -> bool:
    """Return whether a guess is a name or its subtitle behind the acronym of the whole: LOTR The Two Towers."""
    head, *rest = guess.form.words
    tail = "".join(rest)
    if not tail or len(head) < 2:
        return False
    known = {form.key for form in asked.forms} | {short.form.key for short in asked.shorts if short.enough}
    return tail in known and any(is_acronym(head, name) for name in asked.known.names)


def is_acronym(word: str, name: str) -> bool:
    """Return whether a word is made of the first letters of a name, or of its title or subtitle."""
    return any(
        word
        in "".join(part[0] for part in clean(piece).casefold().split() if keep or part not in ("the", "a"))
        for piece in (name, *re.split(r"[:–—]", name))
        if piece.strip()
        for keep in (True, False)
    )
