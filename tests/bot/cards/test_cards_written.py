"""The cards and the form of a question that is written or put together say what is asked, what counts, and the answer."""

from __future__ import annotations

import asyncio
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import answered, reveal
from bot.cards import question as question_cards
from bot.cards.answer_form import answer_form, filled_in
from bot.quiz.values import Scored
from bot.standin.components import each
from bot.standin.limits.callbacks import callback_problems
from questions.question import Form, Question
from tests.bot.cards.hostile import buttons, question, round_of, shown, texts

WORDS = NullTranslations()
FILMS = ("Mothra", "Godzilla", "Rodan", "Gamera")
ORDER = question(form=Form.ORDER, choices=FILMS, answer=("Godzilla", "Rodan", "Mothra", "Gamera"))
MONSTERS = ("the Moth", "the King", "the Bird", "the Turtle")
PAIRS = question(form=Form.PAIRS, choices=FILMS, items=MONSTERS, answer=FILMS)
NAME = question(form=Form.TYPED, choices=None)
SUM = question(
    form=Form.NUMBER, choices=None, answer="700000000", accepted=("700000000", "¥700,000,000"), measure="JPY"
)
CLUES = ("It came out in the 1960s.", "Ishirō Honda directed *this film*.", "Mothra is in this film.")
RIDDLE = question(form=Form.CLUES, choices=None, clues=CLUES)
EVERY = (ORDER, PAIRS, NAME, SUM, RIDDLE)


def form_of(asked: Question) -> dict[str, Any]:
    """Return the form of a question as it is sent."""
    form: dict[str, Any] = answer_form(round_of(asked), WORDS).to_dict()
    return form


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: str(asked.form.value))
async def test_a_form_shows_what_is_asked(asked: Question) -> None:
    """The form hides the card on a phone: the question stands in it, and it has no more than five parts."""
    form = form_of(asked)

    assert form["components"][0]["content"] == f"**{asked.stem}**"
    assert len(form["components"]) <= 5


@pytest.mark.parametrize("count", [1, 2, 3])
async def test_a_riddle_s_form_shows_the_clues_there_are(count: int) -> None:
    """As many as the card shows, numbered as on it, above the line, and none that is to come."""
    card = shown(question_cards.asking(round_of(RIDDLE), 10, 0, WORDS, clues=count))
    form: dict[str, Any] = answer_form(round_of(RIDDLE), WORDS, count).to_dict()
    stem, clues, line = form["components"]

    assert (stem["type"], clues["type"], line["type"]) == (10, 10, 18)
    assert clues["content"] in card
    assert clues["content"].count("\n") == count - 1
    assert clues["content"].startswith("**1**  It came out in the 1960s.")
    assert "Press Answer" in card


@given(st.lists(texts, max_size=9), texts)
def test_a_form_keeps_the_limits(clues: list[str], stem: str) -> None:
    """Whatever a riddle says, its form is one that Discord takes."""
    asked = question(form=Form.CLUES, choices=None, clues=tuple(clues), stem=stem)

    async def sent() -> dict[str, Any]:
        return form_of(asked)

    assert callback_problems({"type": 9, "data": asyncio.run(sent())}) == []


async def test_a_form_without_room_leaves_the_question_to_the_card() -> None:
    """Five menus are all that a form holds."""
    five = (*FILMS, "Gorgo")
    form = form_of(question(form=Form.ORDER, choices=five, answer=five))

    assert [part["type"] for part in form["components"]] == [18] * 5


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: str(asked.form.value))
async def test_what_is_known_fits_the_form(asked: Question) -> None:
    """The right answer fills in every field of the form by its name, and menus with what they offer."""
    fields = {part["custom_id"]: part for part in each(form_of(asked)["components"]) if "custom_id" in part}
    filling = filled_in(asked)

    assert filling.keys() == fields.keys()
    for name, value in filling.items():
        offered = {option["value"]: option["label"] for option in fields[name].get("options", ())}
        assert isinstance(value, str) or [offered[one] for one in value] == [asked.answer[int(name)]]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        (ORDER, "Answer:\n**1\\. Godzilla**\n**2\\. Rodan**\n**3\\. Mothra**\n**4\\. Gamera**"),
        (PAIRS, "Answer:\n**the Moth – Mothra**\n**the King – Godzilla**\n**the Bird – Rodan**"),
        (NAME, "Answer: Shusuke Kaneko"),
        (SUM, "Answer: ¥700,000,000"),
    ],
    ids=lambda one: "" if isinstance(one, str) else str(one.form.value),
)
def test_a_reveal_sets_its_answer_out(asked: Question, lines: str) -> None:
    """One line for each part, and a sum as people write it."""
    told = shown(reveal.revealed(round_of(asked), 10, (), WORDS)).replace("Answer: \n", "Answer:\n")
    assert lines in told


def test_a_number_that_scored_stands_with_its_points() -> None:
    """Close numbers are told beside the points they got, the others below; nobody close is no error."""
    scored = (
        Scored(1, "Anna", 0, right=False, points=6, text="500 million"),
        Scored(2, "Ben", 0, right=True, points=10, text="650,000,000"),
        Scored(3, "Cleo_*", 0, right=False, points=0, text="12"),
    )
    text = shown(reveal.revealed(round_of(SUM), 10, scored, WORDS))
    assert "Points: **Ben 10** (650,000,000), **Anna 6** (500 million)" in text
    assert "-# Other guesses:\n12" in text
    assert text.count("million") == 1
    assert "Nobody came close enough." in shown(reveal.revealed(round_of(SUM), 10, scored[2:], WORDS))


def test_a_part_of_the_points_is_told_where_nobody_has_all() -> None:
    """Whoever put half in order has points, so nobody reads that nobody was right."""
    scored = (Scored(1, "Anna", 0, right=False, points=7, text="0,1,2,3"),)
    assert "Points: **Anna 7**" in shown(reveal.revealed(round_of(ORDER), 10, scored, WORDS))


def test_a_reveal_gives_part_of_the_points_by_name() -> None:
    """Where an order was partly right, everybody with points is named with theirs, the best first."""
    scored = (
        Scored(1, "Anna", 0, right=False, points=7, text="0,1,2,3"),
        Scored(2, "Ben", 0, right=True, points=10, text="1,2,0,3"),
        Scored(3, "Cleo", 0, right=False, points=0, text="3,2,1,0"),
    )
    assert "Points: **Ben 10, Anna 7**" in shown(reveal.revealed(round_of(ORDER), 10, scored, WORDS))


def test_what_was_put_together_is_locked_in_line_by_line() -> None:
    """A name stands behind the words, an order below them."""
    name, order = (
        shown(answered.written(lines, False, WORDS)) for lines in (("Gamera",), ("1. Rodan", "2. Mothra"))
    )
    assert "Locked in: **Gamera**" in name
    assert "Locked in:" in order
    assert "\n**1\\. Rodan**\n**2\\. Mothra**" in order


def test_what_is_to_be_paired_stands_out_from_its_choices() -> None:
    """Of two lists the one whose items each want a choice is bold, and one button opens the form."""
    card = question_cards.asking(round_of(PAIRS), 10, 0, WORDS)
    assert "- **the Moth**\n- **the King**" in shown(card)
    assert "- Mothra\n- Godzilla" in shown(card)
    assert [one["custom_id"] for one in buttons(card)] == ["answer:7", "reveal:7"]
