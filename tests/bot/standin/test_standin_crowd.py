"""The machine's six players: when they play, how well, and by nothing but what a client could do."""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin import StandIn, company
from bot.standin.skill import EXPERT, NOVICE, REGULAR, Skill, planned
from tests.bot.standin.crowd_parts import SEED, TOKEN, Hourglass, Told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    import discord

    from tests.bot.standin.conftest import Client

    Go = Callable[[], Awaitable[None]]
    Presses = asyncio.Queue[discord.Interaction[Any]]
    Ask = Callable[..., Awaitable[str]]

RIGHT = 2
PLACES = (0, 1, 2, 3)


@pytest.fixture
def told() -> Told:
    """What knows the right answers."""
    return Told(RIGHT)


@pytest.fixture
def hourglass() -> Hourglass:
    """The time of the six."""
    return Hourglass()


@pytest.fixture
async def standin(
    pointed_at: Callable[[StandIn], None], told: Told, hourglass: Hourglass
) -> AsyncIterator[StandIn]:
    """A stand-in whose six can be told what is right."""
    made = StandIn(None, TOKEN, answers=told, seeds=lambda: SEED, pause=hourglass)
    await made.start()
    pointed_at(made)
    yield made
    await made.stop()
    assert made.mistakes == []


@pytest.fixture
def ask(standin: StandIn, api: Callable[..., Awaitable[tuple[int, Any]]]) -> Ask:
    """A function that posts a round's question, or edits it (`message`), and returns the message's id."""

    async def post(round_id: int, *, message: str = "", disabled: bool = False) -> str:
        buttons = [
            {
                "type": 2,
                "style": 1,
                "custom_id": f"guess:{round_id}:{place}",
                "label": "x",
                "disabled": disabled,
            }
            for place in PLACES
        ]
        body = {"content": "Who?", "components": [{"type": 1, "components": buttons}]}
        path = f"/channels/{standin.channel('quiz-night')}/messages"
        status, sent = await api(
            "PATCH" if message else "POST", f"{path}/{message}" if message else path, body
        )
        assert status == 200
        return str(sent["id"])

    return post


@pytest.fixture
def kaiju_club(standin: StandIn) -> str:
    """The id of the first server."""
    return next(iter(standin.world.guilds))


async def answered(presses: Presses, count: int) -> dict[str, str]:
    """Return who pressed what, each answered in private, after so many presses."""
    said = {}
    for _ in range(count):
        press = await presses.get()
        data: dict[str, Any] = {**(press.data or {})}
        said[press.user.display_name] = data["custom_id"]
        await press.response.send_message("Locked in", ephemeral=True)
    return said


async def test_they_answer_a_question_as_people_do(
    standin: StandIn,
    online: Go,
    ask: Ask,
    presses: Presses,
    told: Told,
    hourglass: Hourglass,
    kaiju_club: str,
) -> None:
    """Where they were asked for, their presses reach the bot as anybody's, each after a time of its own."""
    await online()
    standin.let_play(kaiju_club, "experts")
    await ask(7)
    hourglass.turned.set()

    said = await answered(presses, 5)

    assert told.rounds == [7]
    assert set(said) <= set(company.NAMES)
    assert list(said.values()).count(f"guess:7:{RIGHT}") >= 3
    assert len(set(hourglass.waits)) == len(hourglass.waits)


async def test_nobody_plays_unasked(
    standin: StandIn, ask: Ask, told: Told, hourglass: Hourglass, kaiju_club: str
) -> None:
    """Off is how it begins; in another server they change nothing here; and nobody asks what is right."""
    other = next(id_ for id_ in standin.world.guilds if id_ != kaiju_club)
    standin.let_play(other, "mixed")

    await ask(7)

    assert not standin._crowd._playing
    assert (told.rounds, hourglass.waits) == ([], [])


async def test_they_join_a_question_that_is_open(
    standin: StandIn, online: Go, ask: Ask, presses: Presses, hourglass: Hourglass, kaiju_club: str
) -> None:
    """Asked for in the middle of a round they play it; once, however often its card is edited."""
    await online()
    message = await ask(7)
    standin.let_play(kaiju_club, "experts")
    await ask(7, message=message)
    hourglass.turned.set()

    assert len(await answered(presses, 5)) == 5
    assert len(standin._crowd._seen) == 1


async def test_sent_away_they_press_nothing_more(
    standin: StandIn, ask: Ask, hourglass: Hourglass, kaiju_club: str
) -> None:
    """Whoever was still thinking when they were sent away says nothing."""
    standin.let_play(kaiju_club, "experts")
    await ask(7)
    tasks = tuple(standin._crowd._playing)
    standin.let_play(kaiju_club, None)
    hourglass.turned.set()

    await asyncio.gather(*tasks, return_exceptions=True)

    assert all(task.cancelled() for task in tasks)
    assert standin._crowd.playing() == {}


async def test_a_closed_question_is_left_alone(
    standin: StandIn, ask: Ask, told: Told, kaiju_club: str
) -> None:
    """Buttons that stand still are no question."""
    standin.let_play(kaiju_club, "experts")
    await ask(7, disabled=True)

    assert told.rounds == []


async def test_what_they_are_told_in_private_is_put_away(
    standin: StandIn, online: Go, ask: Ask, presses: Presses, hourglass: Hourglass, kaiju_club: str
) -> None:
    """Their private answers do not pile up beside those that people still read."""
    await online()
    standin.let_play(kaiju_club, "experts")
    await ask(7)
    hourglass.turned.set()
    await answered(presses, 5)

    await standin.until(lambda: not standin.world.ephemerals)


async def test_without_the_function_they_guess(
    pointed_at: Callable[[StandIn], None], client: Client, presses: Presses, hourglass: Hourglass
) -> None:
    """A stand-in that was handed no answers has players all the same."""
    hourglass.turned.set()
    standin = StandIn(None, TOKEN, seeds=lambda: SEED, pause=hourglass)
    await standin.start()
    pointed_at(standin)
    await client.login(TOKEN)
    connected = asyncio.create_task(client.connect())
    assert await client.told.get() == "ready"
    standin.let_play(next(iter(standin.world.guilds)), "experts")
    row = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "guess:7:0", "label": "x"}]}
    url = f"{standin.api_base}/channels/{standin.channel('general')}/messages"
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {TOKEN}"}) as http:
        (await http.post(url, json={"content": "?", "components": [row]})).raise_for_status()

    assert await answered(presses, 1)
    await client.close()
    await connected
    await standin.stop()


async def test_no_window_is_one_of_them(standin: StandIn) -> None:
    """The six are none of those whom people play, and an address that names one does not become it."""
    six = company.members(standin.world)
    assert [user["global_name"] for user in six] == list(company.NAMES)
    assert not {user["id"] for user in six} & {str(player.id) for player in standin.players()}

    as_ren = {"key": standin.key, "as": six[0]["id"]}
    async with (
        aiohttp.ClientSession(standin.url) as http,
        http.ws_connect("/ws", params=as_ren) as page,
    ):
        assert (await page.receive_json())["d"]["you"]["player"]


async def test_the_page_switches_them(standin: StandIn, kaiju_club: str) -> None:
    """A window tells which server shall have which company, every window hears of it, and nonsense is refused."""
    async with (
        aiohttp.ClientSession(standin.url) as http,
        http.ws_connect("/ws", params={"key": standin.key}) as page,
    ):
        assert (await page.receive_json())["d"]["company"] == {}
        for skill in ("novices", None):
            wish = {"guild_id": kaiju_club, "skill": skill}
            await page.send_json({"t": "company", "d": wish})
            assert await page.receive_json() == {"t": "company", "d": wish}
        for nonsense in ({}, {"guild_id": "1", "skill": "mixed"}, {"guild_id": kaiju_club, "skill": []}):
            await page.send_json({"t": "company", "d": nonsense})
            assert (await page.receive_json())["t"] == "error"


async def test_a_restart_keeps_the_company(tmp_path: Path) -> None:
    """Who plays where, and with which chance, is there again after a restart; the six are the same."""
    first = StandIn(tmp_path / "world.db", TOKEN, seeds=lambda: SEED)
    await first.start()
    club = next(iter(first.world.guilds))
    first.let_play(club, "regulars")
    await first.stop()

    second = StandIn(tmp_path / "world.db", TOKEN)

    assert second._crowd.playing() == {club: "regulars"}
    assert second.world.guilds[club]["company"]["seed"] == SEED
    assert company.members(second.world) == company.members(first.world)
    await second.stop()


@given(st.sampled_from([NOVICE, REGULAR, EXPERT]), st.integers(1, 8), st.integers(0, 9), st.integers())
def test_a_plan_can_be_carried_out(skill: Skill, choices: int, answer: int, seed: int) -> None:
    """Every press is on a choice there is, after some time; a second thought is another one; a seed is a plan."""
    places = range(choices)
    steps = planned(skill, places, answer, Random(seed))

    assert all(step.place in places and 0 < step.after <= 60 for step in steps)
    assert len({step.place for step in steps}) == len(steps) <= 2
    assert steps == planned(skill, places, answer, Random(seed))


@pytest.mark.parametrize("skill", [NOVICE, REGULAR, EXPERT])
def test_skill_is_how_often_one_is_right(skill: Skill) -> None:
    """Over 4,000 questions the shares of right answers, silences and second thoughts are the skill's own."""
    chance = Random(SEED)
    plans = [planned(skill, PLACES, RIGHT, chance) for _ in range(4000)]
    spoken = [steps for steps in plans if steps]

    assert 1 - len(spoken) / 4000 == pytest.approx(skill.silent, abs=0.03)
    assert sum(steps[-1].place == RIGHT for steps in spoken) / len(spoken) == pytest.approx(
        skill.right, abs=0.03
    )
    assert sum(len(steps) == 2 for steps in spoken) / len(spoken) == pytest.approx(skill.unsure, abs=0.03)


def test_who_does_not_know_is_right_by_chance() -> None:
    """Without the answer even an expert is right one time in four."""
    chance = Random(SEED)
    plans = [steps for _ in range(4000) if (steps := planned(EXPERT, PLACES, None, chance))]

    assert sum(steps[-1].place == RIGHT for steps in plans) / len(plans) == pytest.approx(0.25, abs=0.03)
