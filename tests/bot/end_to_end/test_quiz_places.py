"""Where quizzes can be held, how they end before their time, and who may end them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.end_to_end.evening import custom_ids, said, text_of

if TYPE_CHECKING:
    from tests.bot.end_to_end.evening import Evening


@pytest.mark.parametrize(
    ("channel", "permission", "name"),
    [
        ("quiz-night", "send_messages", "Send Messages"),
        ("quiz-night", "view_channel", "View Channel"),
        ("after-hours", "send_messages_in_threads", "Send Messages in Threads"),
    ],
)
async def test_a_missing_permission_is_named(
    evening: Evening, channel: str, permission: str, name: str
) -> None:
    """Where the bot may not speak, /quiz names the missing permission instead of beginning."""
    place, parent = evening.standin.channel(channel), evening.standin.channel("quiz-night")
    evening.standin.deny(parent, permission)

    refused = await evening.standin.player("Mika").command("quiz", {}, channel=place)

    assert f"**{name}**" in said(refused)
    assert await evening.quiz(place) is None


@pytest.mark.parametrize("place", ["thread", "direct message"])
async def test_a_quiz_can_be_held_elsewhere(evening: Evening, place: str) -> None:
    """Threads and the bot's direct messages hold quizzes as channels do."""
    jonas = evening.standin.player("Jonas")
    channel = evening.standin.channel("after-hours") if place == "thread" else evening.standin.direct(jonas)
    await jonas.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 60}, channel=channel)
    asked = await evening.question(channel, 1, reader=jonas)
    right = await evening.key(channel)
    await evening.guess(jonas, asked, right)
    await jonas.press(asked["id"], next(one for one in custom_ids(asked) if one.startswith("reveal:")))

    assert "Jonas wins" in text_of(await evening.podium(channel, reader=jonas))


async def test_a_deleted_channel_ends_its_quiz_quietly(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    """When the channel goes, the quiz goes with it: its rows are ended, its guesses scored, nothing is an error."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "seconds": 60}, channel=channel)
    asked = await evening.question(channel, 1)
    await evening.guess(mika, asked, 0)
    open_round = await evening.last_round(channel)

    evening.standin.delete_channel(channel)
    await evening.over(channel)

    assert (await evening.round(open_round.id)).closed_at is not None
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_two_silent_rounds_end_a_quiz(evening: Evening) -> None:
    """When nobody answers two questions in a row, the quiz ends and says why."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Mika").command("quiz", {"questions": 20, "seconds": 10}, channel=channel)

    podium = text_of(await evening.podium(channel))

    assert "Nobody answered two questions in a row" in podium
    assert await evening.asked(channel) == 2


@pytest.mark.parametrize(("name", "may"), [("Jonas", True), ("Mika", True), ("Priya", False)])
async def test_stop_is_for_the_starter_and_moderators(evening: Evening, name: str, may: bool) -> None:
    """/stop works for Jonas, who began, and Mika, who moderates; not for Priya, who is told why."""
    channel = evening.standin.channel("quiz-night")
    await evening.standin.player("Jonas").command(
        "quiz", {"kinds": "buttons", "seconds": 120}, channel=channel
    )
    asked = await evening.question(channel, 1)
    await evening.guess(evening.standin.player("Ada"), asked, await evening.key(channel))

    answer = said(await evening.standin.player(name).command("stop", {}, channel=channel))

    assert ("stopped" in answer) is may
    if may:
        assert "Ada wins" in text_of(await evening.podium(channel))
    else:
        assert "moderators" in answer
        assert await evening.quiz(channel) is not None


async def test_the_stop_button_stops(evening: Evening) -> None:
    """The button on the announcement does what /stop does, by the same rule."""
    channel = evening.standin.channel("quiz-night")
    jonas, priya = evening.standin.player("Jonas"), evening.standin.player("Priya")
    begun = await jonas.command("quiz", {"kinds": "buttons", "seconds": 120}, channel=channel)
    assert begun.message is not None
    await evening.question(channel, 1)
    button = custom_ids(begun.message)[0]

    assert "moderators" in said(await priya.press(begun.message["id"], button))
    assert (await jonas.press(begun.message["id"], button)).status == "deferred"
    assert "The quiz was stopped" in text_of(await evening.podium(channel))


async def test_stop_without_a_quiz_says_so(evening: Evening) -> None:
    """/stop where nothing goes on is answered with a sentence."""
    channel = evening.standin.channel("quiz-night")

    answer = said(await evening.standin.player("Mika").command("stop", {}, channel=channel))

    assert "No quiz is going on" in answer


async def test_an_unknown_button_is_answered(evening: Evening) -> None:
    """A button whose quiz is in no database, or whose kind is gone, is answered all the same."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)
    for custom_id in ("guess:999999:0", "juggle:1"):
        button = {"type": 2, "id": 9, "style": 1, "label": "?", "custom_id": custom_id}
        message = {**asked, "components": [{"type": 1, "id": 8, "components": [button]}]}
        mika.hands.stage.world.keep("messages", message)

        assert "no longer here" in said(await mika.press(asked["id"], custom_id))
