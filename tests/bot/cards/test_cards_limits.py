"""Every card keeps within Discord's limits and mentions nobody, whatever it is given to draw."""

from __future__ import annotations

from gettext import NullTranslations

from hypothesis import given
from hypothesis import strategies as st

from bot.cards import answered, leaderboard, quiz, reveal
from bot.cards import help as help_cards
from bot.cards import question as question_cards
from bot.cards.facts.card import facts_card
from bot.cards.facts.values import Paragraph, Told
from bot.cards.text import plain
from bot.quiz.rules import Period
from bot.quiz.values import Page, Round, Scored, Standing
from tests.bot.cards.hostile import NOW, keeps_the_limits, quiz_of, rounds, scored, standings, texts

WORDS = NullTranslations()
paragraphs = st.builds(
    Paragraph, texts.map(plain), st.lists(st.integers(1, 50), max_size=50).map(tuple), texts
)


@given(rounds(), st.integers(0, 10**6), st.booleans())
def test_a_question_keeps_the_limits(round_: Round, answered_by: int, everybody: bool) -> None:
    """Open, closing or closed, with ten choices of 400 characters or none."""
    assert keeps_the_limits(question_cards.asking(round_, 20, answered_by, WORDS, everybody=everybody))


@given(rounds(), scored)
def test_a_reveal_keeps_the_limits(round_: Round, results: list[Scored]) -> None:
    """With 200 players of the worst names."""
    assert keeps_the_limits(reveal.revealed(round_, 20, tuple(results), WORDS))
    assert reveal.reading_length(round_, tuple(results)) > 0


@given(st.one_of(st.none(), texts))
def test_an_announcement_keeps_the_limits(scope: str | None) -> None:
    """Whatever the film is called, from its beginning to its end."""
    for draw in (quiz.announced, quiz.under_way, quiz.finished):
        assert keeps_the_limits(draw(quiz_of(), scope, WORDS))


@given(standings, texts)
def test_the_end_of_a_quiz_keeps_the_limits(podium: list[Standing], reason: str) -> None:
    """With 200 players, and any reason."""
    assert keeps_the_limits(quiz.over(quiz_of(), tuple(podium), reason, WORDS))


@given(texts, st.booleans())
def test_what_is_locked_in_keeps_the_limits(choice: str, changed: bool) -> None:
    """Whatever the choice."""
    assert keeps_the_limits(answered.locked_in("A", choice, changed, WORDS))


@given(standings, st.sampled_from(Period), st.integers(1, 9), st.integers(1, 9), st.one_of(st.none(), texts))
def test_a_leaderboard_keeps_the_limits(
    found: list[Standing], period: Period, number: int, pages: int, own: str | None
) -> None:
    """On any page of any period, with one's own place or without."""
    mine = None if own is None else Standing(99, 99, own, 10, 1, 1)
    page = Page(tuple(found[: leaderboard.PER_PAGE]), number, pages, len(found), mine)
    assert keeps_the_limits(leaderboard.board(page, period, NOW, WORDS))


@given(texts, texts, st.lists(paragraphs, max_size=500), st.lists(texts, min_size=50, max_size=50), texts)
def test_what_is_known_keeps_the_limits(
    title: str, what: str, told: list[Paragraph], sources: list[str], id_: str
) -> None:
    """On its first, second and last page, with a cast of 500 and ids of any length."""
    known = Told(title, what, tuple(told), tuple(sources), ("cast", "", id_), (title, what, title))
    assert all(keeps_the_limits(facts_card(known, page, WORDS)) for page in (1, 2, 10**6))


def test_help_keeps_the_limits() -> None:
    """With as many commands as Discord takes, each with the longest description."""
    commands = [(f"command {number}", "x" * 100) for number in range(100)]
    assert keeps_the_limits(help_cards.help_card(commands, WORDS))
