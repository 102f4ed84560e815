"""A quiz from /quiz to its podium, played through the stand-in by several players."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.end_to_end.evening import custom_ids, said, text_of

if TYPE_CHECKING:
    from tests.bot.end_to_end.evening import Evening

ENGLISH, JAPANESE = "Locked in", "答えを受け付けました"


async def test_three_players_play_a_quiz_to_its_podium(evening: Evening) -> None:
    """Three answer two questions, each told so in their own language; who is right wins ten points, the podium says so."""
    channel = evening.standin.channel("quiz-night")
    mika, jonas, haruka = (evening.standin.player(name) for name in ("Mika", "Jonas", "Haruka"))
    begun = await mika.command("quiz", {"kinds": "buttons", "questions": 2, "seconds": 20}, channel=channel)
    assert "2 questions" in said(begun)

    for number in (1, 2):
        asked = await evening.question(channel, number)
        right = await evening.key(channel)
        wrong = 1 - min(right, 1)
        for player, choice, told in (
            (mika, right, ENGLISH),
            (jonas, wrong, ENGLISH),
            (haruka, wrong, JAPANESE),
        ):
            assert told in said(await evening.guess(player, asked, choice))
        revealed = text_of(await evening.reveal(channel, number))
        assert "1 of 3 players" in revealed
        assert "Mika" in revealed

    podium = text_of(await evening.podium(channel))
    assert "Mika wins" in podium
    assert "20 points · 2 right of 2 answered" in podium


async def test_a_change_of_mind_counts(evening: Evening) -> None:
    """The last guess before the close counts, the player is told of the change, and nobody else sees it."""
    channel = evening.standin.channel("quiz-night")
    mika, jonas = evening.standin.player("Mika"), evening.standin.player("Jonas")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 60}, channel=channel)
    asked = await evening.question(channel, 1)
    right = await evening.key(channel)

    await evening.guess(jonas, asked, 1 - min(right, 1))
    changed = await evening.guess(jonas, asked, right)
    await mika.press(asked["id"], custom_ids(asked)[-1])

    assert "Changed to" in said(changed)
    assert not any("Changed to" in text_of(message) for message in mika.sees(channel))
    assert "Jonas" in text_of(await evening.reveal(channel, 1))


async def test_a_press_after_the_close_does_not_count(evening: Evening) -> None:
    """Whoever presses a button that was on the screen when the round closed is told that it was too late."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 2, "seconds": 10}, channel=channel)
    asked = await evening.question(channel, 1)
    evening.standin.player("Jonas").hands.stage.world.keep("messages", {**asked, "id": "77"})
    await evening.reveal(channel, 1)

    late = await mika.press(77, custom_ids(asked)[0])

    assert "Too late" in said(late)


async def test_reveal_is_for_the_starter(evening: Evening) -> None:
    """The button "Reveal now" works for the starter, and tells everybody else whose it is."""
    channel = evening.standin.channel("quiz-night")
    mika, jonas = evening.standin.player("Mika"), evening.standin.player("Jonas")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)
    button = next(one for one in custom_ids(asked) if one.startswith("reveal:"))

    assert "Only whoever started the quiz" in said(await jonas.press(asked["id"], button))
    assert (await mika.press(asked["id"], button)).status == "deferred"
    assert "revealed" in text_of(await evening.reveal(channel, 1))


async def test_a_round_closes_early_when_everybody_has_answered(evening: Evening) -> None:
    """The second round closes seconds after those who played the first have answered, long before its time."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 2, "seconds": 120}, channel=channel)
    first = await evening.question(channel, 1)
    await evening.guess(mika, first, 0)
    await mika.press(first["id"], next(one for one in custom_ids(first) if one.startswith("reveal:")))
    second = await evening.question(channel, 2)
    asked_at = (await evening.last_round(channel)).asked_at
    await evening.guess(mika, second, 0)
    closing = await evening.message(channel, lambda text: "Question 2 of 2 · closing" in text)
    await evening.reveal(channel, 2)

    assert "Everybody has answered · Closes" in text_of(closing)
    assert custom_ids(closing) == custom_ids(second)
    closed_at = (await evening.last_round(channel)).closed_at

    assert closed_at is not None
    assert 3 <= (closed_at - asked_at).total_seconds() < 60


async def test_a_second_quiz_links_to_the_first(evening: Evening) -> None:
    """One quiz per channel: a second /quiz answers with a link to the message that announced the first."""
    channel = evening.standin.channel("quiz-night")
    mika, jonas = evening.standin.player("Mika"), evening.standin.player("Jonas")
    begun = await mika.command("quiz", {}, channel=channel)
    assert begun.message is not None
    await evening.question(channel, 1)

    second = await jonas.command("quiz", {}, channel=channel)

    assert f"/{channel}/{begun.message['id']}" in said(second)


async def test_the_announcement_says_how_far_the_quiz_is(evening: Evening) -> None:
    """Under way with the first question, over at the end, and then there is no quiz left to stop."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    begun = await mika.command(
        "quiz", {"kinds": "buttons", "about": "gamera-2", "questions": 1}, channel=channel
    )
    assert begun.message is not None
    assert "about to begin" in said(begun)

    going_on = await evening.message(channel, lambda text: "Quiz · under way" in text)
    await evening.question(channel, 1)
    at_last = await evening.message(channel, lambda text: text.startswith("-# Quiz · over\n"))

    assert begun.message["id"] == going_on["id"] == at_last["id"]
    assert custom_ids(begun.message) == custom_ids(going_on)
    assert not custom_ids(at_last)
    assert "1 question · Gamera 2: Attack of Legion (1996)" in text_of(at_last)


async def test_the_card_counts_who_has_answered(evening: Evening) -> None:
    """The card of an open question says how many players have answered, and its buttons stay."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 120}, channel=channel)
    asked = await evening.question(channel, 1)
    await evening.guess(mika, asked, 0)

    counted = await evening.message(channel, lambda text: "1 player has answered" in text)

    assert counted["id"] == asked["id"]
    assert custom_ids(counted) == custom_ids(asked)


async def test_a_quiz_about_one_film_asks_about_that_film(evening: Evening) -> None:
    """`about` is completed while it is typed, and the quiz then asks about nothing else."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    offered = await mika.autocomplete("quiz", {"about": "attack of leg"}, focused="about", channel=channel)
    begun = await mika.command("quiz", {"about": offered[0]["value"]}, channel=channel)
    await evening.question(channel, 1)

    assert "Attack of Legion" in said(begun)
    assert (await evening.last_round(channel)).question.film == "gamera-2"


async def test_an_unknown_film_is_named_with_its_nearest(evening: Evening) -> None:
    """`about` something unknown begins no quiz, and names what comes nearest."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")

    refused = await mika.command("quiz", {"about": "Gomera 2: Attack of Lesions"}, channel=channel)

    assert "Did you mean" in said(refused)
    assert await evening.quiz(channel) is None


async def test_a_film_with_no_facts_of_its_own_is_not_offered(evening: Evening) -> None:
    """A film that others only mention is no choice for `about`, and asking for it names films that are."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")

    offered = await mika.autocomplete("quiz", {"about": "hamtar"}, focused="about", channel=channel)
    refused = await mika.command("quiz", {"about": "Hamtaro: Ham-Ham Land Grand Adventure"}, channel=channel)

    assert offered == []
    assert "I can ask about these, for example: " in said(refused)


async def test_nothing_pings_anybody(evening: Evening) -> None:
    """Every body that says something, to a channel or to one player, forbids all mentions."""
    channel = evening.standin.channel("quiz-night")
    mika = evening.standin.player("Mika")
    await mika.command("quiz", {"kinds": "buttons", "questions": 1, "seconds": 10}, channel=channel)
    await evening.guess(mika, await evening.question(channel, 1), 0)
    await evening.podium(channel)

    bodies = [one.body for one in evening.standin.requests if isinstance(one.body, dict)]
    saying = [body.get("data", body) for body in bodies if "components" in body.get("data", body)]
    assert len(saying) >= 5
    assert all(body["allowed_mentions"] == {"parse": []} for body in saying)
