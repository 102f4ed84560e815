"""How errors reach a player: one sentence, privately, and nothing escapes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands

from bot import replies
from bot.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable

    from questions.steps import Steps


class Refusal(discord.HTTPException):
    """What the library raises when Discord refuses."""

    def __init__(self, code: int) -> None:
        response: Any = SimpleNamespace(status=400, reason="Bad Request")
        super().__init__(response, {"code": code, "message": "refused"})


@dataclass
class Said:
    """An interaction that remembers what it is told; `refuses` is raised instead of the first answer."""

    done: bool = False
    refuses: Exception | None = None
    said: list[tuple[str, bool]] = field(default_factory=list)
    type: discord.InteractionType = discord.InteractionType.application_command
    locale: discord.Locale = discord.Locale.british_english
    command: Any = field(default_factory=lambda: SimpleNamespace(qualified_name="fact cast"))
    data: Any = None

    @property
    def response(self) -> Any:
        """The first answer."""
        return SimpleNamespace(is_done=lambda: self.done, send_message=self._send)

    @property
    def followup(self) -> Any:
        """The answers after it."""
        return SimpleNamespace(send=self._send)

    async def _send(
        self, *, view: discord.ui.LayoutView, ephemeral: bool, allowed_mentions: discord.AllowedMentions
    ) -> None:
        if self.refuses:
            raise self.refuses
        assert str(allowed_mentions.to_dict()) == str({"parse": []})
        texts = [one.content for one in view.walk_children() if isinstance(one, discord.ui.TextDisplay)]
        self.said.append(("\n".join(texts), ephemeral))


async def _reported(error: BaseException, **kind: Any) -> list[tuple[str, bool]]:
    interaction: Any = Said(**kind)
    await replies.report(interaction, error)
    said: list[tuple[str, bool]] = interaction.said
    return said


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        (discord.Locale.british_english, "en-GB"),
        (discord.Locale.korean, "en"),
        (discord.Locale.german, "en"),
    ],
)
def test_a_language_without_words_is_english_throughout(locale: discord.Locale, language: str) -> None:
    """Where there are no sentences in the reader's language, its numbers and countries are not used either."""
    interaction: Any = Said(locale=locale)

    assert replies.language_of(interaction) == language


@pytest.mark.parametrize("wrapped", [False, True])
async def test_a_refusal_is_its_own_sentence(wrapped: bool, caplog: pytest.LogCaptureFixture) -> None:
    """Raised in a command (wrapped by the library) or in a press (bare), privately, and not logged as a fault."""
    error: Exception = QuizError("I know nothing called “{name}”.", name="Zzz")
    if wrapped:
        command: Any = SimpleNamespace(name="fact")
        error = app_commands.CommandInvokeError(command, error)
    assert await _reported(error) == [("I know nothing called “Zzz”.", True)]
    assert not caplog.records


async def test_after_a_first_answer_a_refusal_follows_it() -> None:
    """A second first answer would be refused by Discord."""
    assert await _reported(QuizError("No."), done=True) == [("No.", True)]


async def test_anything_else_is_logged_once_and_apologised_for(caplog: pytest.LogCaptureFixture) -> None:
    """With its command, and nothing of it reaches the player."""
    said = await _reported(ZeroDivisionError("secret"))
    assert said == [(replies.APOLOGY, True)]
    assert [(one.levelno, one.getMessage()) for one in caplog.records] == [
        (logging.ERROR, "/fact cast failed")
    ]
    assert caplog.records[0].exc_info is not None


@pytest.mark.parametrize("code", [10062, 40060, 50027])
async def test_what_can_no_longer_be_said_is_left_unsaid(code: int, caplog: pytest.LogCaptureFixture) -> None:
    """Too late, or answered already: no second attempt and no alarm."""
    assert await _reported(Refusal(code)) == []
    assert all(one.levelno < logging.WARNING for one in caplog.records)


@pytest.mark.parametrize("trouble", [Refusal(10062), Refusal(50013), OSError("cut off")])
async def test_reporting_never_raises(trouble: Exception) -> None:
    """Whatever becomes of the sentence itself."""
    assert await _reported(QuizError("No."), refuses=trouble) == []


async def test_nobody_is_answered_while_typing() -> None:
    """Completion has no place for a sentence."""
    assert await _reported(QuizError("No."), type=discord.InteractionType.autocomplete) == []


async def test_what_the_library_refuses_is_a_sentence_too() -> None:
    """Such as a command that may not be used here."""
    assert await _reported(app_commands.NoPrivateMessage()) == [(replies.NOT_IN_PRIVATE, True)]
    assert await _reported(app_commands.MissingPermissions(["manage_guild"])) == [(replies.NOT_ALLOWED, True)]


async def test_a_press_is_named_by_its_button(caplog: pytest.LogCaptureFixture) -> None:
    """So that a fault in a press can be found."""
    await _reported(ValueError("x"), command=None, data={"custom_id": "board:week:x"})
    assert caplog.records[0].getMessage() == "board:week:x failed"


def stepped(found: Callable[[], list[tuple[str, str]]]) -> Steps[list[tuple[str, str]]]:
    """Return what is found, after a pause."""
    yield
    return found()


async def test_completion_gives_25_choices_that_discord_takes() -> None:
    """Long names are cut, long ids left out, and the rest beyond 25."""
    interaction: Any = Said()
    pairs = [("x" * 200, "short"), ("long id", "y" * 101), *((f"film {n}", f"id-{n}") for n in range(30))]
    choices = await replies.complete(interaction, stepped(lambda: pairs))
    assert len(choices) == 25
    assert choices[0].name == "x" * 99 + "…"
    assert choices[1].value == "id-0"


async def test_completion_never_raises(caplog: pytest.LogCaptureFixture) -> None:
    """A fault gives no choices and one line in the log."""
    interaction: Any = Said()
    assert await replies.complete(interaction, stepped(lambda: [1 / 0])) == []  # type: ignore[list-item]
    assert caplog.records[0].getMessage() == "completing /fact cast failed"


async def test_cards_are_sent_stopped() -> None:
    """A view that is not stopped is kept by the library for ever."""
    interaction: Any = Said()
    view = replies.sentence("Hello.")
    await replies.answer(interaction, view)
    assert view.is_finished()
    assert interaction.said == [("Hello.", False)]
