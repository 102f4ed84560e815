"""A film's title with a word left out."""

from __future__ import annotations

import re

from questions.catalogue.grounding import WORD, gap_of
from questions.claim import Claim
from questions.draft import Answered, Ask, Choice, Draft, about
from questions.fold import squash
from questions.pool import films_named, title_words, titles_with
from questions.property import Property
from questions.question import Form
from questions.standing import films_held
from questions.wording import N_, words_for

KIND = "cloze"
LABEL = N_("A missing word")
FORM = Form.TYPED
SHARE = 0.4  # every film has a title, and a quiz of titles alone would be dull
GAP = "＿＿＿"
LEAST_LETTERS = 4
LEAST_LETTERS_JAPANESE = 2
LEAST_REST = 5
LEAST_REST_JAPANESE = 3
EVERYWHERE = 6
"""Titles with a word that make it a series' name."""

ONE_IN = 1000
"""Of very many films, one in so many: there a few share a word by chance."""

STEM = N_("Which word is missing from this title: “{title}” ({year})?")
TELLS = N_("The film is called {title}.")


def ways(prop: Property) -> tuple[str, ...]:
    """Return "word" for a film's title."""
    return ("word",) if prop.name == "title" else ()


def ask(asked: Ask) -> Draft | None:
    """Return the title with its gap, or None where no word can be left out, or another film fits the gap."""
    film = asked.fact.subject
    if not film.own or film.form != "film" or film.year is None or asked.fact.value != film.name:
        return None  # one title of a film is asked, the one it goes by
    japanese = not film.name.isascii()
    words = [found for found in WORD.finditer(film.name) if is_telling(found[0], japanese)]
    parts = words if japanese else title_words(film.name)
    if len(parts) < 2 or not words:
        return None
    gap = asked.rng.choice(words)
    word = gap[0]
    rest = f"{film.name[: gap.start()]}{GAP}{film.name[gap.end() :]}"
    if len(squash(rest)) < (LEAST_REST_JAPANESE if japanese else LEAST_REST):
        return None  # “The …” may be anything
    if (
        is_everywhere(asked, word)
        or is_half_a_name(asked, film.name, gap)
        or word.casefold() in rest.casefold()
        or fits_others(asked, film.name, gap.start(), gap.end())
    ):
        return None
    claim = Claim(film.id, asked.fact.property, asked.fact.value, dict(asked.fact.qualifiers))
    fields = {"title": rest, "year": str(film.year)}
    how = Answered(Form.TYPED, accepted=(word,))
    told = words_for(asked.language).gettext(TELLS).format(title=film.name)
    return about(asked, KIND, STEM, fields, (Choice(word, claim),), explanation=told, answered=how)


def is_telling(word: str, japanese: bool) -> bool:
    """Return whether a word is worth asking for."""
    return len(word) >= (LEAST_LETTERS_JAPANESE if japanese else LEAST_LETTERS)


def is_everywhere(asked: Ask, word: str) -> bool:
    """Return whether a word stands in so many titles that it is the first guess anyway: Godzilla, Gamera."""
    most = max(EVERYWHERE, films_held(asked.catalogue.connection) // ONE_IN)
    return films_named(asked.catalogue, word, most) >= most


def is_half_a_name(asked: Ask, title: str, gap: re.Match[str]) -> bool:
    """Return whether a word stands beside the same word in another title too: the King of King Kong leaves no choice."""
    before, after = title[: gap.start()].split(" "), title[gap.end() :].split(" ")
    beside = [f"{before[-2]} {gap[0]}"] if before[-1] == "" and len(before) > 1 else []
    beside += [f"{gap[0]} {after[1]}"] if after[0] == "" and len(after) > 1 else []
    whole = (phrase for phrase in beside if all(is_telling(one, japanese=False) for one in phrase.split()))
    return any(titles_with(asked.catalogue, phrase, 2) > 1 for phrase in whole)


def fits_others(asked: Ask, title: str, start: int, end: int) -> bool:
    """Return whether another film's title is the same but for the gap, so that another word would do."""
    form = gap_of(asked.fact.subject.year or 0, title, start, end)
    return bool(asked.catalogue.rows("SELECT 1 FROM gap WHERE form = ?", form))
