"""/fact, /leaderboard and /help as players type and press them, through an unmodified discord.py."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from discord import app_commands

from bot.quiz.values import Guess
from bot.store import quizzes, rounds
from tests.bot.cards.hostile import question
from tests.bot.end_to_end.evening import custom_ids, said, text_of
from tests.bot.store.house import named

if TYPE_CHECKING:
    from bot.standin import Outcome
    from tests.bot.end_to_end.evening import Evening

EPHEMERAL = 64


def _is_private(outcome: Outcome) -> bool:
    assert outcome.message is not None
    return bool(int(outcome.message["flags"]) & EPHEMERAL)


async def test_fact_cast_answers_in_the_channel(evening: Evening) -> None:
    """Everybody reads who plays Asagi Kusanagi, and who says so."""
    channel = evening.standin.channel("quiz-night")
    told = await evening.standin.player("Mika").command("fact cast", {"name": "Asagi"}, channel=channel)
    assert "Ayako Fujitani plays Asagi Kusanagi in Gamera 2: Attack of Legion." in said(told)
    assert "Toho Kingdom (film page)" in said(told)
    assert not _is_private(told)


async def test_fact_is_private_while_a_quiz_runs(evening: Evening) -> None:
    """Nobody looks the answer up for all."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    await mika.command("quiz", {"seconds": 120}, channel=channel)
    await evening.question(channel, 1)
    await evening.settled(channel)
    assert _is_private(await mika.command("fact director", {"name": "Gamera 2"}, channel=channel))


async def test_what_is_unknown_is_said_to_the_reader_alone(evening: Evening) -> None:
    """With the nearest names."""
    channel = evening.standin.channel("quiz-night")
    told = await evening.standin.player("Mika").command(
        "fact cast", {"name": "Toshiyki Nagsahmia"}, channel=channel
    )
    assert "The nearest names I know: Toshiyuki Nagashima" in said(told)
    assert _is_private(told)


async def test_names_are_completed(evening: Evening) -> None:
    """Each choice says what it is, and its value is an id that the command takes."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    choices = await mika.autocomplete("fact cast", {"name": "Asag"}, focused="name", channel=channel)
    assert choices[0]["name"].startswith("Asagi Kusanagi · character")
    told = await mika.command("fact cast", {"name": choices[0]["value"]}, channel=channel)
    assert "Ayako Fujitani plays Asagi Kusanagi" in said(told)


async def test_properties_are_completed_for_the_name_typed(evening: Evening) -> None:
    """The running time of a film, and both accounts of it."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    typed = {"name": "Gamera 2", "property": "runn"}
    choices = await mika.autocomplete("fact about", typed, focused="property", channel=channel)
    assert choices[0]["value"] == "runtime"
    told = await mika.command("fact about", {"name": "Gamera 2", "property": "runtime"}, channel=channel)
    assert "The sources differ:" in said(told)


@pytest.mark.parametrize("view", ["city", "release", "title", "film"])
async def test_every_view_of_a_film_is_taken_by_discord(evening: Evening, view: str) -> None:
    """Every card passes the limits of Discord and its own description of them."""
    channel, name = evening.standin.channel("quiz-night"), "name" if view == "city" else "film"
    told = await evening.standin.player("Mika").command(f"fact {view}", {name: "Gamera 2"}, channel=channel)
    assert "Gamera 2: Attack of Legion (1996)" in said(told)


async def test_pages_of_facts_turn_after_a_restart(evening: Evening) -> None:
    """The button's id says what to find again, so the bot that answers need not be the one that was asked."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    told = await mika.command("fact about", {"name": "Gamera 2"}, channel=channel)
    assert told.message is not None
    await evening.leave()
    await evening.arrive()

    await mika.press(told.message["id"], custom_ids(told.message)[1])

    turned = await evening.message(channel, lambda text: "Page 2 of" in text)
    assert turned["id"] == told.message["id"]


async def _score(evening: Evening, channel: int, players: int) -> None:
    """Let so many players have answered one question of the channel's server, all of them right."""
    database, now = evening.client.database, evening.clock()
    guild = int(evening.standin.world.channels[str(channel)]["guild_id"])
    place = {"guild_id": guild, "channel_id": 1, "starter_id": 1, "scope": None, "language": "en"}
    quiz = await database.write(
        partial(quizzes.begin_quiz, **place, rounds=1, seconds=20, seed=1, now=now)  # type: ignore[arg-type]
    )
    clock = {"asked_at": now, "closes_at": now + timedelta(hours=1)}
    opening = partial(rounds.open_round, quiz_id=quiz.id, number=1, question=question(), **clock)  # type: ignore[union-attr,arg-type]
    opened = await database.write(opening)
    for player_id in range(1000, 1000 + players):
        await database.writer.guess(Guess(opened.id, player_id, player_id, 1), f"Player_{player_id}", now)
    await database.write(partial(rounds.close_round, round_id=opened.id, now=now, accepts=named))


async def test_the_leaderboard_turns_its_pages_after_a_restart(evening: Evening) -> None:
    """Twelve players share the first place on two pages; names are escaped, and the week says since when."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    await _score(evening, channel, 12)
    told = await mika.command("leaderboard", {}, channel=channel)
    assert "Leaderboard of this week" in said(told)
    assert "Since <t:" in said(told)
    assert "**1.**  **Player\\_1000** · 10 points" in said(told)
    assert told.message is not None
    await evening.leave()
    await evening.arrive()

    await mika.press(told.message["id"], "board:week:2")

    turned = await evening.message(channel, lambda text: "Page 2 of 2 · 12 players" in text)
    assert "**1.**  **Player\\_1011**" in text_of(turned)


async def test_the_leaderboard_of_another_period_is_a_press_away(evening: Evening) -> None:
    """Or an option of the command."""
    channel, mika = evening.standin.channel("quiz-night"), evening.standin.player("Mika")
    told = await mika.command("leaderboard", {"period": "all"}, channel=channel)
    assert "Leaderboard of all time" in said(told)
    assert told.message is not None
    await mika.press(told.message["id"], "board:month:1")
    assert await evening.message(channel, lambda text: "Leaderboard of this month" in text)


async def test_help_is_for_the_reader_alone(evening: Evening) -> None:
    """It names every command there is."""
    told = await evening.standin.player("Mika").command(
        "help", {}, channel=evening.standin.channel("quiz-night")
    )
    assert _is_private(told)
    for command in evening.client.tree.walk_commands():
        assert isinstance(command, app_commands.Group) or f"/{command.qualified_name}" in said(told)


async def test_facts_have_a_place_in_direct_messages(evening: Evening) -> None:
    """So has the leaderboard, of oneself."""
    mika = evening.standin.player("Mika")
    direct = evening.standin.direct(mika)
    assert "Ayako" in said(await mika.command("fact cast", {"name": "Asagi"}, channel=direct))
    assert "Leaderboard" in said(await mika.command("leaderboard", {}, channel=direct))
