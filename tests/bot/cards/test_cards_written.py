"""The cards and the form of a question that is written or put together say what is asked, what counts, and the answer."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from bot.cards import answered, reveal
from bot.cards import question as question_cards
from bot.cards.answer_form import answer_form, filled_in
from bot.quiz.values import Scored
from bot.standin.components import each
from questions.question import Form, Question
from tests.bot.cards.hostile import buttons, question, round_of, shown

WORDS = NullTranslations()
FILMS = ("Mothra", "Godzilla", "Rodan", "Gamera")
ORDER = question(form=Form.ORDER, choices=FILMS, answer=("Godzilla", "Rodan", "Mothra", "Gamera"))
MONSTERS = ("the Moth", "the King", "the Bird", "the Turtle")
PAIRS = question(form=Form.PAIRS, choices=FILMS, items=MONSTERS, answer=FILMS)
NAME = question(form=Form.TYPED, choices=None)
SUM = question(
    form=Form.NUMBER, choices=None, answer="700000000", accepted=("700000000", "¥700,000,000"), measure="JPY"
)
EVERY = (ORDER, PAIRS, NAME, SUM)


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
