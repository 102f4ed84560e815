"""Hostile values for cards to draw, and what must hold of every card whatever it is given."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from bot.cards.cutting import size
from bot.quiz.values import Quiz, Round, Scored, Standing
from bot.standin.limits.messages import IS_COMPONENTS_V2, message_problems
from questions.question import Question

if TYPE_CHECKING:
    from discord import ui

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)  # a Wednesday
TRICKS = (
    "<@123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "@everyone",
    "@here",
    "<t:0:R>",
    "</quiz:123456789012345678>",
    "**bold** _it_ ~~gone~~ ||hidden||",
    "```code```",
    "# heading",
    "-# small",
    "> quote",
    "1. list",
    "[link](https://example.org)",
    "https://example.org",
    "\u202eright to left",
    "ガメラ2 レギオン襲来",
    "גמרה ולגיון",
    "👩‍👩‍👧‍👦🏴‍☠️🇯🇵👍🏽",
    "Z" + "\u0301" * 200,
    "\\",
    "\x00\u2028\n",
)
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(TRICKS), min_size=1, max_size=60).map(" ".join),
    st.integers(1, 400).map(lambda length: "x" * length),
)
MENTION = re.compile(r"(?<!\\)<(?!t:\d+:[RFt]>)[@#:/ta]|@(everyone|here)")


def components(view: ui.LayoutView) -> list[dict[str, Any]]:
    """Return everything in a card as Discord would be sent it, flat."""
    flat: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]
    while waiting:
        one = waiting.pop(0)
        flat.append(one)
        waiting += one.get("components", [])
    return flat


def shown(view: ui.LayoutView) -> str:
    """Return all the text of a card."""
    return "\n".join(one["content"] for one in components(view) if "content" in one)


def buttons(view: ui.LayoutView) -> list[dict[str, Any]]:
    """Return the buttons of a card."""
    return [one for one in components(view) if one["type"] == 2]


def keeps_the_limits(view: ui.LayoutView) -> bool:
    """Assert that Discord takes the card and nobody is mentioned in it; always true, so that tests can say `assert`."""
    parts = components(view)
    ids = [one["custom_id"] for one in buttons(view)]
    assert len(parts) <= 40
    assert sum(size(one.get("content", "")) for one in parts) <= 4000
    assert all(one.get("content", "x") for one in parts)
    assert all(1 <= size(one["label"]) <= 80 for one in buttons(view))
    assert len(ids) == len(set(ids))
    assert all(1 <= len(id_) <= 100 for id_ in ids)
    assert all(len(one["components"]) <= 5 for one in parts if one["type"] == 1)
    assert not MENTION.search(shown(view))
    sent = {"flags": IS_COMPONENTS_V2, "components": view.to_components()}  # type: ignore[no-untyped-call]
    assert message_problems(sent) == []
    json.dumps(parts, ensure_ascii=False).encode()
    return True


def question(**changes: Any) -> Question:
    """Return a question about Gamera 2, changed as said."""
    values: dict[str, Any] = {
        "id": "single_fact/gamera-2/director",
        "kind": "single_fact",
        "film": "gamera-2",
        "property": "director",
        "language": "en",
        "stem": "Who directed Gamera 2?",
        "choices": ("Ishirō Honda", "Shusuke Kaneko", "Noriaki Yuasa", "Jun Fukuda"),
        "answer": "Shusuke Kaneko",
        "accepted": ("Shusuke Kaneko",),
        "wrong": (),
        "facts": ("gamera-2/director/shusuke-kaneko",),
        "sources": ("gamera-2/tk",),
        "cited": ("Toho Kingdom (film page)",),
        "witnesses": 1,
        "difficulty": 0.5,
        "explanation": "Shusuke Kaneko directed Gamera 2.",
        "differs": (),
        "seed": 1,
    }
    return Question(**(values | changes))


def round_of(asked: Question, *, closed: bool = False) -> Round:
    """Return the third round of a quiz, in which this is asked."""
    closes = NOW + timedelta(seconds=20)
    return Round(7, 4, 3, asked, 99, NOW, closes, closes if closed else None, None)


def quiz_of(rounds: int = 10) -> Quiz:
    """Return a quiz of so many rounds."""
    return Quiz(4, 10, 20, 30, None, rounds, 20, 1, "en", None, NOW, None)


def standing(place: int, name: str, points: int = 10) -> Standing:
    """Return a standing of somebody with this name."""
    return Standing(place, place, name, points, points // 10, 5)


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Draw a round whose every text is hostile."""
    choices = draw(st.lists(texts, min_size=2, max_size=10))
    asked = question(
        stem=draw(texts),
        choices=draw(st.sampled_from([tuple(choices), None])),
        answer=choices[0],
        cited=tuple(draw(st.lists(texts, max_size=20))),
        explanation=draw(texts),
        differs=tuple(draw(st.lists(texts, max_size=10))),
        credits=tuple(draw(st.lists(texts, max_size=4))),
    )
    return round_of(asked, closed=draw(st.booleans()))


scored = st.lists(
    st.builds(Scored, st.integers(1), texts, st.integers(0, 9), st.booleans(), st.just(10)), max_size=200
)
standings = st.lists(st.builds(standing, st.integers(1, 9), texts, st.integers(0, 10**9)), max_size=200)
