"""The machine's six at a form: they open it, fill it in and send it off as people do, and wait for a riddle's clues."""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING, Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin import StandIn, company
from bot.standin.skill import EXPERT, NOVICE, REGULAR, Skill
from bot.standin.writing import MOST_CLUES, clues_wanted, filled, sittings, some_way_off
from tests.bot.standin.crowd_parts import SEED, TOKEN, Hourglass, Told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Go = Callable[[], Awaitable[None]]
    Presses = asyncio.Queue[discord.Interaction[Any]]
    Ask = Callable[..., Awaitable[str]]

RIGHT, WRONG = {"said": "Gamera"}, {"said": "Gyaos"}
SKILLS = [NOVICE, REGULAR, EXPERT]
ORDERS = st.permutations(["0", "1", "2", "3"]).map(lambda places: {str(n): [p] for n, p in enumerate(places)})
NOTHING_ASKED: dict[str, Any] = {"components": []}


@pytest.fixture
def told() -> Told:
    """What knows the right answer, and one that is taken for it."""
    return Told([RIGHT, WRONG])


@pytest.fixture
def hourglass() -> Hourglass:
    """The time of the six, which passes."""
    made = Hourglass()
    made.turned.set()
    return made


@pytest.fixture
async def standin(
    pointed_at: Callable[[StandIn], None], told: Told, hourglass: Hourglass
) -> AsyncIterator[StandIn]:
    """A stand-in whose six can be told what is right, experts in the first server."""
    made = StandIn(None, TOKEN, answers=told, seeds=lambda: SEED, pause=hourglass)
    await made.start()
    pointed_at(made)
    made.let_play(next(iter(made.world.guilds)), "experts")
    yield made
    await made.stop()
    assert made.mistakes == []


@pytest.fixture
def ask(standin: StandIn, api: Callable[..., Awaitable[tuple[int, Any]]]) -> Ask:
    """A function that posts a question with a button for its form, or edits it, and returns the message's id."""

    async def post(*clues: str, message: str = "", disabled: bool = False) -> str:
        text = "\n".join(f"**{number}**  {clue}" for number, clue in enumerate(clues, start=1))
        button = {"type": 2, "style": 1, "custom_id": "answer:7", "label": "Answer", "disabled": disabled}
        body = {"content": text or "Who?", "components": [{"type": 1, "components": [button]}]}
        path = f"/channels/{standin.channel('quiz-night')}/messages"
        status, sent = await api(
            "PATCH" if message else "POST", f"{path}/{message}" if message else path, body
        )
        assert status == 200
        return str(sent["id"])

    return post


def line() -> discord.ui.Modal:
    """Return a form with a line to write in."""
    form = discord.ui.Modal(title="Question 1", custom_id="say:7")
    field: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(custom_id="said")
    return form.add_item(discord.ui.Label(text="Your answer", component=field))


def menus() -> discord.ui.Modal:
    """Return a form with four menus of the same four choices."""
    form = discord.ui.Modal(title="Question 1", custom_id="say:7")
    for number in range(4):
        options = [discord.SelectOption(label=f"Film {place}", value=str(place)) for place in range(4)]
        menu: discord.ui.Select[discord.ui.Modal] = discord.ui.Select(custom_id=str(number), options=options)
        form.add_item(discord.ui.Label(text=f"Place {number}", component=menu))
    return form


async def served(
    presses: Presses, sent: int, form: Callable[[], discord.ui.Modal]
) -> dict[str, dict[str, Any]]:
    """Return who sent off what last, by the fields' names, once so many forms have come; each press opens a form."""
    said: dict[str, dict[str, Any]] = {}
    while sent:
        press = await presses.get()
        data: dict[str, Any] = {**(press.data or {})}
        if press.type is discord.InteractionType.component:
            assert data["custom_id"] == "answer:7"
            await press.response.send_modal(form())
            continue
        sent -= 1
        fields = [part["component"] for part in data["components"]]
        values = {field["custom_id"]: field.get("value", field.get("values")) for field in fields}
        said[press.user.display_name] = values
        await press.response.send_message("Locked in", ephemeral=True)
    return said


async def test_they_write_as_people_do(
    standin: StandIn, online: Go, ask: Ask, presses: Presses, told: Told
) -> None:
    """They open the form, write what they know or what they take for it, and what they are told is put away."""
    await online()
    await ask()

    said = await served(presses, 5, line)

    assert told.rounds == [7]
    assert set(said) <= set(company.NAMES)
    assert list(said.values()).count(RIGHT) >= 3
    assert all(one in (RIGHT, WRONG) for one in said.values())
    await standin.until(lambda: not standin.world.ephemerals)


async def test_not_knowing_they_choose_by_chance_from_menus(
    online: Go, ask: Ask, presses: Presses, told: Told
) -> None:
    """Told nothing they give each menu a choice of its own, not all the same ones."""
    told.known = None
    await online()
    await ask()

    said = await served(presses, 5, menus)

    orders = {"".join(values[str(number)][0] for number in range(4)) for values in said.values()}
    assert all(sorted(order) == ["0", "1", "2", "3"] for order in orders)
    assert len(orders) > 1


async def test_a_riddle_is_answered_clue_by_clue(
    standin: StandIn, online: Go, ask: Ask, presses: Presses
) -> None:
    """Whoever needs another clue says nothing until it stands there; with the fourth all have spoken."""
    await online()
    message = await ask("one")
    early = await served(presses, 1, line)
    waiting = tuple(standin._crowd._playing)
    assert waiting

    await ask("one", "two", "three", "four", message=message)
    late = await served(presses, 4, line)

    await asyncio.gather(*waiting)
    assert set(late) - set(early)


async def test_a_closed_riddle_is_given_up(standin: StandIn, ask: Ask, hourglass: Hourglass) -> None:
    """Whoever still waits for a clue when the round closes says nothing more."""
    hourglass.turned.clear()
    message = await ask("one")
    waiting = tuple(standin._crowd._playing)
    await ask("one", message=message, disabled=True)
    hourglass.turned.set()

    await asyncio.gather(*waiting)

    assert len(waiting) == 1
    assert not standin._crowd._playing


@given(st.sampled_from(SKILLS), st.booleans(), st.integers())
def test_a_plan_to_write_can_be_carried_out(skill: Skill, riddle: bool, seed: int) -> None:
    """Every form takes some time and at most four clues; a second one follows a wrong one; a seed is a plan."""
    plan = sittings(skill, Random(seed), riddle=riddle)

    assert all(0 < one.after <= 60 and one.writing > 0 for one in plan)
    assert all(one.clues in (range(1, MOST_CLUES + 1) if riddle else (0,)) for one in plan[:1])
    assert len(plan) < 2 or not plan[0].knows
    assert plan == sittings(skill, Random(seed), riddle=riddle)


@pytest.mark.parametrize("skill", SKILLS)
def test_skill_is_how_often_one_knows(skill: Skill) -> None:
    """Over 4,000 forms the shares of right answers, silences and second forms are the skill's own."""
    chance = Random(SEED)
    spoken = [plan for _ in range(4000) if (plan := sittings(skill, chance))]

    assert 1 - len(spoken) / 4000 == pytest.approx(skill.silent, abs=0.03)
    assert sum(plan[-1].knows for plan in spoken) / len(spoken) == pytest.approx(skill.right, abs=0.03)
    assert sum(len(plan) == 2 for plan in spoken) / len(spoken) == pytest.approx(skill.unsure, abs=0.03)


def test_who_knows_more_needs_fewer_clues() -> None:
    """Everybody speaks after one to four clues, each of them by somebody, and experts sooner than novices."""
    needed = {skill: [clues_wanted(skill, chance) for chance in map(Random, range(1000))] for skill in SKILLS}

    assert all(set(counts) == {1, 2, 3, 4} for counts in needed.values())
    assert sum(needed[EXPERT]) < sum(needed[REGULAR]) < sum(needed[NOVICE])


@given(ORDERS, st.integers())
def test_who_does_not_know_an_order_gives_another(right: dict[str, str | list[str]], seed: int) -> None:
    """The same choices, each once, but in another order."""
    given_ = filled(NOTHING_ASKED, [right], Random(seed), knows=False)

    assert given_ is not None
    assert given_ != right
    assert sorted(map(str, given_.values())) == sorted(map(str, right.values()))


@given(st.integers(1, 10**12), st.integers())
def test_who_does_not_know_a_number_is_some_way_off(right: int, seed: int) -> None:
    """Another number, never below one; a small one a few off, a large one within a factor of three."""
    guess = some_way_off(right, Random(seed))

    assert guess != right
    assert guess >= 1
    assert abs(guess - right) <= 12 or right / 3 < guess < right * 3


def test_nothing_occurs_to_who_does_not_know_a_name() -> None:
    """Where nobody says what else it might be, whoever does not know writes nothing."""
    assert filled(NOTHING_ASKED, [RIGHT], Random(SEED), knows=False) is None
    assert filled(NOTHING_ASKED, [], Random(SEED), knows=True) is None
