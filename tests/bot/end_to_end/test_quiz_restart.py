"""The way of a restart: the bot is taken away in mid-quiz and comes back on the same files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.end_to_end.evening import custom_ids, said, text_of

if TYPE_CHECKING:
    from tests.bot.end_to_end.evening import Evening


async def test_an_open_round_goes_on_where_it_was(evening: Evening) -> None:
    """After a crash in mid-round: same message, question and order of choices, who had answered, live buttons."""
    channel = evening.standin.channel("quiz-night")
    mika, jonas = evening.standin.player("Mika"), evening.standin.player("Jonas")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)
    await evening.guess(mika, asked, right := await evening.key(channel))
    before = await evening.last_round(channel)

    await evening.crash()
    await evening.arrive()
    again = await evening.message(channel, lambda text: "1 player has answered" in text)
    after = await evening.last_round(channel)

    assert (again["id"], custom_ids(again)) == (asked["id"], custom_ids(asked))
    assert after.question == before.question
    assert "Locked in" in said(await evening.guess(jonas, again, right))
    await mika.press(asked["id"], next(one for one in custom_ids(asked) if one.startswith("reveal:")))
    assert "2 of 2" in text_of(await evening.reveal(channel, 1))
    assert "share the first place" in text_of(await evening.podium(channel))


async def test_a_round_keeps_the_time_it_had_left(evening: Evening) -> None:
    """However long the bot was away, a round has the time that was left when it was last known alive."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command("quiz", {"questions": 1, "seconds": 30}, channel=channel)
    await evening.question(channel, 1)
    before = await evening.last_round(channel)
    left_at_least = (before.closes_at - evening.clock()).total_seconds()

    await evening.leave()
    evening.clock.skip(3600)
    await evening.arrive()
    again = await evening.question(channel, 1)
    left = ((await evening.last_round(channel)).closes_at - evening.clock()).total_seconds()

    assert text_of(again)
    assert 5 <= left <= left_at_least


async def test_a_round_found_open_still_closes_early(evening: Evening) -> None:
    """After a restart the bot still knows who played the round before, and does not wait once they have answered."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 2, "seconds": 120}, channel=channel)
    first = await evening.question(channel, 1)
    await evening.guess(mika, first, 0)
    await mika.press(first["id"], next(one for one in custom_ids(first) if one.startswith("reveal:")))
    await evening.question(channel, 2)
    await evening.settled(channel)

    await evening.crash()
    await evening.arrive()
    await evening.guess(mika, await evening.question(channel, 2), 0)
    await evening.reveal(channel, 2)
    last = await evening.last_round(channel)

    assert last.closed_at is not None
    assert last.closed_at < last.closes_at


async def test_a_question_whose_message_is_gone_is_posted_anew(evening: Evening) -> None:
    """A question deleted while the bot was away comes back as a new message with the same buttons."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command(
        "quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel
    )
    asked = await evening.question(channel, 1)
    await evening.settled(channel)

    await evening.crash()
    evening.standin.delete_message(asked["id"])
    await evening.arrive()
    again = await evening.question(channel, 1)

    assert again["id"] != asked["id"]
    assert custom_ids(again) == custom_ids(asked)


async def test_a_question_posted_but_not_noted_is_posted_once(evening: Evening) -> None:
    """A crash between the post and its row does not ask twice: the same nonce finds the same message."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command("quiz", {"questions": 1, "seconds": 120}, channel=channel)
    await evening.question(channel, 1)
    await evening.settled(channel)
    await evening.forget_message(channel)

    await evening.crash()
    await evening.arrive()
    await evening.settled(channel)

    shown = [one for one in evening.standin.player("Mika").sees(channel) if "Question 1 of" in text_of(one)]
    assert len(shown) == 1


async def test_a_round_closed_but_not_shown_is_revealed(evening: Evening) -> None:
    """A crash between the close and the reveal loses neither points nor reveal, and closes nothing twice."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)
    await evening.guess(mika, asked, await evening.key(channel))
    await evening.close_in_rows(channel)

    await evening.crash()
    await evening.arrive()

    assert "Mika" in text_of(await evening.reveal(channel, 1))
    podium = text_of(await evening.podium(channel))
    assert "Mika wins" in podium
    assert "10" in podium


async def test_presses_survive_a_broken_gateway(evening: Evening) -> None:
    """A press made while the connection is down is answered once it is resumed, and counts."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)

    await evening.standin.break_gateway(resume=True)
    outcome = await evening.guess(mika, asked, 0)

    assert "Locked in" in said(outcome)


async def test_a_forgotten_session_goes_on_too(evening: Evening) -> None:
    """Where Discord forgets the session, the bot introduces itself anew, and the quiz goes on as one quiz."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)

    await evening.standin.break_gateway(resume=False)
    await evening.connected()
    outcome = await evening.guess(mika, asked, await evening.key(channel))

    assert "Locked in" in said(outcome)
    assert len(evening.client.host._runs) == 1


async def test_discord_is_told_of_the_commands_once(evening: Evening) -> None:
    """A second start with the same commands tells Discord nothing: it takes only so many new ones a day."""
    await evening.crash()
    await evening.arrive()

    told = [one for one in evening.standin.requests if one.method == "PUT" and "commands" in one.path]
    assert len(told) == 1
