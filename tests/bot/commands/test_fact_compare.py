"""/fact compare and the Sources button as players type and press them, also across a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.end_to_end.evening import custom_ids, said, text_of

if TYPE_CHECKING:
    from typing import Any

    from bot.standin import Outcome
    from tests.bot.end_to_end.evening import Evening

EPHEMERAL = 64
FILMS = {"film": "Gamera 2", "other": "Gamera 3"}


def _message(outcome: Outcome) -> dict[str, Any]:
    assert outcome.message is not None, outcome
    return outcome.message


def _button(outcome: Outcome, prefix: str) -> str:
    return [one for one in custom_ids(_message(outcome)) if one.startswith(prefix)][-1]


async def test_two_films_stand_side_by_side(evening: Evening) -> None:
    """What is the same is said once, what differs once for each film."""
    channel = evening.standin.channel("quiz-night")
    told = await evening.standin.player("Mika").command("fact compare", FILMS, channel=channel)

    assert "- Gamera 2: Attack of Legion · 1996" in said(told)
    assert said(told).count("Shusuke Kaneko") >= 1


async def test_one_film_twice_is_refused_kindly(evening: Evening) -> None:
    """To the reader alone."""
    channel, twice = evening.standin.channel("quiz-night"), {"film": "Gamera 2", "other": "gamera-2"}
    told = await evening.standin.player("Mika").command("fact compare", twice, channel=channel)

    assert "twice: it is exactly like itself" in said(told)
    assert int(_message(told)["flags"]) & EPHEMERAL


async def test_both_films_are_completed(evening: Evening) -> None:
    """With films, and nothing but films."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    for option in ("film", "other"):
        choices = await mika.autocomplete("fact compare", {option: "gamera"}, focused=option, channel=channel)
        assert choices
        assert all(evening.catalogue.entity(choice["value"]).type == "film" for choice in choices)


async def test_pages_and_sources_outlive_a_restart(evening: Evening) -> None:
    """The buttons hold all that is needed to find both films again."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    told = await mika.command("fact compare", FILMS, channel=channel)
    await evening.leave()
    await evening.arrive()
    turned = await mika.press(_message(told)["id"], _button(told, "facts:"))
    sources = await mika.press(_message(turned)["id"], _button(turned, "sources:"))

    assert "Page 2 of" in said(turned)
    assert "Sources of Gamera 2: Attack of Legion (1996) and Gamera 3" in said(sources)


async def test_sources_are_shown_to_the_reader_alone(evening: Evening) -> None:
    """The card itself stays as it is, and the passages have pages of their own."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    card = await mika.command("fact compare", FILMS, channel=channel)
    sources = await mika.press(_message(card)["id"], _button(card, "sources:"))
    turned = await mika.press(_message(sources)["id"], _button(sources, "sources:"))

    assert int(_message(sources)["flags"]) & EPHEMERAL
    assert "Said by" in said(sources)
    assert _message(turned)["id"] == _message(sources)["id"]
    assert "Page 2 of" in said(turned)
    assert all("Sources of" not in text_of(one) for one in evening.standin.player("Jonas").sees(channel))
