"""The cards of a quiz say what players need, in words."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest

from bot.cards import answered, quiz, reveal
from bot.cards import question as question_cards
from bot.cards.frame import Accent
from bot.quiz.values import Scored
from questions.kinds import KINDS
from tests.bot.cards.hostile import buttons, components, question, quiz_of, round_of, shown, standing

WORDS = NullTranslations()
ANNA = Scored(1, "Anna", 1, right=True, points=10)
BEN = Scored(2, "Ben_*", 0, right=False, points=0)


def test_choices_stand_in_full_and_the_buttons_repeat_them() -> None:
    """A choice too long for a button is cut there and only there."""
    long = "The one who directed all of the films that were made between the first and the very last of them"
    card = question_cards.asking(round_of(question(choices=("Shusuke Kaneko", long))), 10, 0, WORDS)
    assert f"**B**  {long}" in shown(card)
    assert [one["label"][:4] for one in buttons(card)[:2]] == ["A · ", "B · "]
    assert buttons(card)[1]["label"].endswith("…")


def test_a_question_says_its_number_the_time_and_how_many_have_answered() -> None:
    """The time is Discord's own, so that it runs down on each screen."""
    text = shown(question_cards.asking(round_of(question()), 10, 2, WORDS))
    assert "Question 3 of 10 · open" in text
    assert "2 players have answered · Closes <t:1795032020:R>" in text


def test_ids_of_buttons_hold_ids_and_no_answer() -> None:
    """Nobody can read the answer out of a button."""
    ids = [one["custom_id"] for one in buttons(question_cards.asking(round_of(question()), 10, 0, WORDS))]
    assert ids == ["guess:7:0", "guess:7:1", "guess:7:2", "guess:7:3", "reveal:7"]


def test_a_closing_question_says_so_and_takes_presses() -> None:
    """Once everybody has answered: another colour, another word, the time that is left, and live buttons."""
    card = question_cards.asking(round_of(question()), 10, 2, WORDS, everybody=True)
    assert "Question 3 of 10 · closing" in shown(card)
    assert "Everybody has answered · Closes <t:1795032020:R>" in shown(card)
    assert not any(one["disabled"] for one in buttons(card))
    assert components(card)[0]["accent_color"] == Accent.CLOSING.value


def test_a_closed_question_says_so_and_takes_no_press() -> None:
    """Its buttons stand still, its colour is another, and the word says it."""
    card = question_cards.asking(round_of(question(), closed=True), 10, 2, WORDS)
    assert "· closed" in shown(card)
    assert all(one["disabled"] for one in buttons(card))
    assert components(card)[0]["accent_color"] == Accent.CLOSING.value


def test_a_typed_question_has_no_choices() -> None:
    """Only the reveal button is left."""
    card = question_cards.asking(round_of(question(choices=None)), 10, 0, WORDS)
    assert [one["custom_id"] for one in buttons(card)] == ["reveal:7"]


def test_a_reveal_names_the_answer_the_winners_the_sources_and_the_differences() -> None:
    """And escapes what players call themselves."""
    asked = question(differs=("Another account says 100.",))
    text = shown(reveal.revealed(round_of(asked), 10, (ANNA, replace(ANNA, name="C_*"), BEN), WORDS))
    assert "Answer: B · Shusuke Kaneko" in text
    assert "Right (2 of 3 players, 10 points each): **Anna, C\\_\\*" in text
    assert "-# Other guesses:\n**A**  Ishirō Honda · 1 player" in text
    assert "Told differently: Another account says 100." in text
    assert "Sources: Toho Kingdom (film page)" in text


@pytest.mark.parametrize(("scored", "said"), [((), "Nobody answered."), ((BEN,), "Nobody was right.")])
def test_a_reveal_says_when_nobody_was_right(scored: tuple[Scored, ...], said: str) -> None:
    """Silence and error are two things."""
    assert said in shown(reveal.revealed(round_of(question()), 10, scored, WORDS))


def test_other_guesses_have_no_heading_where_there_are_none() -> None:
    """Everybody was right, so nothing else was guessed."""
    assert "Other guesses" not in shown(reveal.revealed(round_of(question()), 10, (ANNA,), WORDS))


def test_a_longer_explanation_takes_longer_to_read() -> None:
    """The time a reveal stands goes by what is new in it, not by the stem."""
    short, long = question(explanation="So."), question(explanation="So it is. " * 20)
    stem = question(explanation="So.", stem="Who? " * 100)
    lengths = [reveal.reading_length(round_of(asked), (ANNA,)) for asked in (short, long, stem)]
    assert lengths[0] == lengths[2] < lengths[1]


def test_equal_points_share_a_place_on_the_podium() -> None:
    """Both are named as first, and the next is third."""
    podium = (standing(1, "Anna", 40), standing(1, "Ben", 40), standing(3, "Cleo", 10))
    text = shown(quiz.over(quiz_of(), podium, "", WORDS))
    assert "Anna, Ben share the first place" in text
    assert "**1.**  **Ben** · 40 points" in text
    assert "**3.**  **Cleo** · 10 points · 1 right of 5 answered" in text


def test_a_podium_without_points_has_no_places() -> None:
    """Nobody has won, and the card says so before it lists who played."""
    podium = (standing(1, "Anna", 0), standing(1, "Ben", 0))
    text = shown(quiz.over(quiz_of(), podium, "", WORDS))
    assert "The quiz is over" in text
    assert "Nobody scored this time." in text
    assert "**Anna** · 0 points · 0 right of 5 answered\n**Ben**" in text
    assert "1." not in text


def test_a_quiz_that_ended_early_says_why() -> None:
    """The reason stands above the podium; without players there is none."""
    text = shown(quiz.over(quiz_of(), (), "Nobody answered twice in a row.", WORDS))
    assert "Nobody answered twice in a row." in text
    assert "Nobody scored this time." in text


def test_an_announcement_says_how_many_how_long_and_about_what() -> None:
    """And can be stopped."""
    card = quiz.announced(quiz_of(1), "Gamera 2", WORDS)
    assert "1 question · Gamera 2" in shown(card)
    assert "20 seconds for each." in shown(card)
    assert [one["custom_id"] for one in buttons(card)] == ["stop:4"]


@pytest.mark.parametrize("kinds", [None, "buttons", *KINDS])
def test_an_announcement_says_what_counts_in_its_kinds(kinds: str | None) -> None:
    """Ten points whoever is faster only where a guess is right or wrong; clues, closeness and parts where they count."""
    said = shown(quiz.announced(replace(quiz_of(), kinds=kinds), None, WORDS))
    worth = {
        "closest": "The closest number is worth 10 points, whoever is faster. The farther off a number, the fewer.",
        "in_order": "The right order is worth 10 points, whoever is faster. Part of it right is worth part of them.",
        "pairs": "All pairs right are worth 10 points, whoever is faster. Some of them are worth part of that.",
        "who_am_i": "The right answer is worth 10 points at the first clue, and fewer with every other.",
        None: "in a riddle, fewer with every clue. What is close or partly right is worth part of that.",
    }
    assert worth.get(kinds, "A right answer is worth 10 points, whoever is faster.") in said


def test_an_announcement_says_how_far_the_quiz_is() -> None:
    """About to begin, under way, over; at last there is nothing to stop, and the colour is that of the end."""
    cards = [draw(quiz_of(), "Gamera 2", WORDS) for draw in (quiz.announced, quiz.under_way, quiz.finished)]
    states = [shown(card).splitlines()[0] for card in cards]
    assert states == ["-# Quiz · about to begin", "-# Quiz · under way", "-# Quiz · over"]
    assert all("10 questions · Gamera 2" in shown(card) for card in cards)
    assert [len(buttons(card)) for card in cards] == [1, 1, 0]
    assert components(cards[-1])[0]["accent_color"] == Accent.OVER.value


def test_a_change_of_mind_is_told_as_one() -> None:
    """Locked in the first time, changed the next."""
    first, next_ = (shown(answered.locked_in("B", "Kaneko", changed, WORDS)) for changed in (False, True))
    assert "Locked in: **B**  Kaneko" in first
    assert "Changed to: **B**  Kaneko" in next_


def test_what_imports_ask_to_be_shown_is_never_cut_off() -> None:
    """However long everything else is, the sentences that imports ask for stand whole at the end of a reveal."""
    thanks = "Information courtesy of IMDb (https://www.imdb.com). Used with permission."
    long = question(
        stem="x" * 900,
        explanation="x" * 900,
        differs=("x" * 900,),
        cited=tuple(f"{number} {'x' * 90}" for number in range(9)),
        credits=(thanks,),
    )
    results = tuple(Scored(n, "x" * 90, 0, right=n % 2 == 0, points=10) for n in range(200))

    text = shown(reveal.revealed(round_of(long, closed=True), 20, results, WORDS))

    assert text.replace("\\", "").endswith(f"-# {thanks}")
