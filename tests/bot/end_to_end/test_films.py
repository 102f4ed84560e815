"""/films and /about as their readers see them: who may change what is played with, and what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.host.next_question import next_question
from bot.quiz.values import Quiz
from questions.catalogue.depths import LIBRARY
from tests.bot.end_to_end.conftest import SPEED
from tests.bot.end_to_end.evening import Evening, FastClock, custom_ids, parts, said, text_of
from tests.questions.conftest import written
from tests.questions.film_text import FIVE
from tests.questions.imported import compiled, imported

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.standin import Outcome, StandIn
    from questions.catalogue import Catalogue

HELD = 310
SERIES = {"series": "Sequels", "count": "films"}
QUIZ = {"kinds": "buttons", "questions": 1, "seconds": 60}


@pytest.fixture(scope="module")
def with_imports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Five films with files, 310 imported ones; the three best known of these are a series."""
    home = tmp_path_factory.mktemp("films")
    films = [
        imported(
            f"q{n}",
            f"Number {n}",
            1990 + n % 30,
            ("director", f"Jo {chr(65 + n % 26)}x{n}"),
            *([("series_position", n, SERIES)] if n >= HELD - 3 else []),
            renown=10.0 * n,
        )
        for n in range(HELD)
    ]
    opened = compiled(home / "films.sqlite3", written(home, None, FIVE), *films)
    yield opened
    opened.close()


@pytest.fixture
async def evening(standin: StandIn, with_imports: Catalogue, tmp_path: Path) -> AsyncIterator[Evening]:
    """A bot that has arrived and plays with imports too."""
    evening = Evening(standin, with_imports, tmp_path / "marquee.db", FastClock(SPEED))
    await evening.arrive()
    yield evening
    await evening.leave()
    assert not [entry for entry in standin.refusals if entry.status == 400]


async def films(evening: Evening, name: str = "Mika") -> dict[str, Any]:
    """Return the card that somebody's /films shows; Mika may manage the server."""
    channel = evening.standin.channel("quiz-night")
    shown = await evening.standin.player(name).command("films", {}, channel=channel)
    assert shown.message is not None, shown
    return shown.message


def menu(message: dict[str, Any], what: str) -> dict[str, Any]:
    """Return a menu of the panel."""
    return next(part for part in parts(message) if str(part.get("custom_id")).startswith(f"films:{what}:"))


def chosen(message: dict[str, Any], what: str) -> list[str]:
    """Return what is chosen in a menu of the panel."""
    return [option["value"] for option in menu(message, what)["options"] if option.get("default")]


async def choose(evening: Evening, message: dict[str, Any], what: str, *values: str) -> Outcome:
    """Return what came of Mika's choice in a menu of the panel as she sees it now."""
    mika = evening.standin.player("Mika")
    now = mika.message(message["id"])
    return await mika.select(now["id"], menu(now, what)["custom_id"], list(values))


async def asked(evening: Evening, count: int = 30) -> set[str]:
    """Return the films that the server's next quizzes would ask about first."""
    guild = int(evening.standin.world.channels[str(evening.standin.channel("quiz-night"))]["guild_id"])
    stage, now = evening.client.host._stage, evening.clock()
    found = set()
    for seed in range(count):
        quiz = Quiz(0, guild, 0, 0, None, 1, 60, seed, "en", None, now, None, None, None)
        question = await next_question(stage, quiz, 1, ())
        assert question is not None
        found.add(question.film)
    return found


async def test_everybody_sees_what_is_played_with(evening: Evening) -> None:
    """Jonas reads every pack with films and questions, alone, without menus; Mika, who manages the server, has menus."""
    card = await films(evening, "Jonas")

    assert "**Marquee's library**\n-# 5 films" in text_of(card)
    assert "**Some data**\n-# 310 films" in text_of(card)
    assert custom_ids(card) == []
    assert card["flags"] & 64
    assert custom_ids(await films(evening)) == ["films:packs:0", "films:deep:0", "films:series:0"]


async def test_a_pack_that_is_off_is_asked_about_no_more(evening: Evening) -> None:
    """Switched off, the card says so in place, and questions come from the other films alone; on again, from both."""
    card = await films(evening)
    assert not await asked(evening) <= set(FIVE)

    done = await choose(evening, card, "packs", LIBRARY)

    assert done.status == "updated"
    now = evening.standin.player("Mika").message(card["id"])
    assert "**Some data**\n-# off" in text_of(now)
    assert chosen(now, "packs") == [LIBRARY]
    assert await asked(evening) <= set(FIVE)
    await choose(evening, card, "packs", LIBRARY, "data")
    assert not await asked(evening) <= set(FIVE)


async def test_only_imports_may_be_played_with(evening: Evening) -> None:
    """With the library off a quiz asks about imports, and its reveal shows passage, licence and attribution."""
    await choose(evening, await films(evening), "packs", "data")
    channel = evening.standin.channel("quiz-night")
    jonas = evening.standin.player("Jonas")
    await jonas.command("quiz", QUIZ, channel=channel)
    question = await evening.question(channel, 1)

    await jonas.press(question["id"], next(one for one in custom_ids(question) if "reveal:" in one))
    revealed = text_of(await evening.reveal(channel, 1))

    assert "Some data: Number" in revealed
    assert "CC0 1.0" in revealed
    assert "From some data." in revealed


async def test_a_series_is_left_out(evening: Evening, with_imports: Catalogue) -> None:
    """A series that is left out is named on the card and asked about no more."""
    (series,) = with_imports.series()
    card = await films(evening)
    assert "3 films" in str(menu(card, "series")["options"])

    await choose(evening, card, "series", series.id)

    now = evening.standin.player("Mika").message(card["id"])
    assert "Left out: Sequels" in text_of(now)
    assert chosen(now, "series") == [series.id]
    left_out = {film.id for film in with_imports.films(series.id)}
    assert len(left_out) == 3
    assert left_out.isdisjoint(await asked(evening, 60))


async def test_a_depth_is_chosen(evening: Evening) -> None:
    """A depth says how many questions it gives; chosen, the card says how many of all films that is."""
    card = await films(evening)
    options = menu(card, "deep")["options"]
    assert [option["label"] for option in options] == ["The 300 best known", "All 310"]
    assert all("questions" in option["description"] for option in options)

    await choose(evening, card, "deep", "300")

    now = evening.standin.player("Mika").message(card["id"])
    assert "the 300 best known of 310 films" in text_of(now)
    assert chosen(now, "deep") == ["300"]


async def test_nothing_left_is_refused_in_words(evening: Evening) -> None:
    """Switching everything off changes nothing, and the panel says why and shows what still holds."""
    card = await films(evening)

    refused = await choose(evening, card, "packs")

    assert refused.status == "updated"
    now = evening.standin.player("Mika").message(card["id"])
    assert "no film to ask about" in text_of(now)
    assert chosen(now, "packs") == [LIBRARY, "data"]
    assert await asked(evening, 3)


async def test_who_may_not_manage_changes_nothing(evening: Evening) -> None:
    """Somebody who has lost the permission since the panel was drawn is refused in words."""
    card = await films(evening)
    mika = evening.standin.player("Mika")
    for guild in evening.standin.world.guilds.values():
        guild["members"][mika.user["id"]]["roles"] = []

    refused = said(await choose(evening, card, "packs", LIBRARY))

    assert "Manage Server" in refused
    assert "**Some data**\n-# 310 films" in text_of(await films(evening, "Jonas"))


async def test_a_panel_outlives_a_restart(evening: Evening) -> None:
    """A panel drawn before the bot left works after it came back, and what was chosen holds."""
    card = await films(evening)
    await choose(evening, card, "packs", LIBRARY)
    await evening.leave()
    await evening.arrive()

    back = await choose(evening, card, "series")

    assert back.status == "updated"
    assert "**Some data**\n-# off" in text_of(evening.standin.player("Mika").message(card["id"]))


async def test_servers_choose_apart(evening: Evening) -> None:
    """What one server chose is nothing to another."""
    await choose(evening, await films(evening), "packs", LIBRARY)

    elsewhere = await evening.standin.player("Mika").command(
        "films", {}, channel=evening.standin.channel("trivia")
    )

    assert "**Some data**\n-# 310 films" in said(elsewhere)


async def test_a_named_film_is_asked_about_all_the_same(evening: Evening) -> None:
    """A quiz about one film or series asks about it, whatever is switched off."""
    await choose(evening, await films(evening), "packs", LIBRARY)
    channel = evening.standin.channel("quiz-night")

    await evening.standin.player("Jonas").command(
        "quiz", {**QUIZ, "about": "number-309-1999"}, channel=channel
    )
    await evening.question(channel, 1)

    assert (await evening.last_round(channel)).question.film == "number-309-1999"


async def test_a_direct_message_has_no_panel(evening: Evening) -> None:
    """In a direct message the films are told, and nobody manages anything."""
    mika = evening.standin.player("Mika")
    shown = await mika.command("films", {}, channel=evening.standin.direct(mika))

    assert shown.message is not None
    assert custom_ids(shown.message) == []
    assert "5 films" in text_of(shown.message)


@pytest.mark.parametrize(
    ("name", "words"), [("Jonas", "Where the facts are from"), ("Haruka", "データの出どころ")]
)
async def test_about_tells_licences(evening: Evening, name: str, words: str) -> None:
    """Every pack stands there with its licence and attribution, in the reader's language."""
    channel = evening.standin.channel("quiz-night")

    text = said(await evening.standin.player(name).command("about", {}, channel=channel))

    assert words in text
    assert "**Some data**\n-# CC0 1.0" in text
    assert "From some data." in text
    assert "315" in text
    assert "MIT" in text


async def test_an_imported_fact_looked_up_is_credited(evening: Evening) -> None:
    """/fact shows the import's sentence and licence below its facts, and none below a film's of our own."""
    channel = evening.standin.channel("quiz-night")
    jonas = evening.standin.player("Jonas")

    theirs = said(await jonas.command("fact film", {"film": "number-309-1999"}, channel=channel))
    ours = said(await jonas.command("fact film", {"film": "moth"}, channel=channel))

    assert "From some data. (CC0 1.0)" in theirs
    assert "From some data." not in ours
