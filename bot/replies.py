"""How anything is said to whoever typed or pressed, and how errors reach a player: the one place for both."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui

from bot.errors import QuizError
from bot.turns import in_turns
from bot.wording import N_, words_for
from questions.wording import languages

if TYPE_CHECKING:
    from gettext import NullTranslations

    from questions.steps import Steps

    Interaction = discord.Interaction[Any]

log = logging.getLogger(__name__)

ENGLISH = "en"
TOO_LATE = 10062  # unknown interaction: three seconds had passed
ALREADY_ANSWERED = 40060
TOKEN_SPENT = 50027  # fifteen minutes had passed
PAST_SAYING = frozenset({TOO_LATE, ALREADY_ANSWERED, TOKEN_SPENT})
MOST_CHOICES = 25  # more, and the reader sees none
CHOICE_LENGTH = 100
NOTICE_COLOUR = 0x64748B
SENTENCE_LENGTH = 4000

APOLOGY = N_("Sorry, something went wrong on my side. It has been noted; please try again in a moment.")
NOT_IN_PRIVATE = N_("This works on a server only.")
NOT_ALLOWED = N_("You are not allowed to do that.")
OUTDATED = N_("This command has changed since you typed it. Please restart Discord or try again later.")
NOT_UNDERSTOOD = N_("I cannot make anything of “{value}”. Please choose from the list.")

SENTENCES: tuple[tuple[type[app_commands.AppCommandError], str], ...] = (
    (app_commands.NoPrivateMessage, NOT_IN_PRIVATE),
    (app_commands.CheckFailure, NOT_ALLOWED),
    (app_commands.CommandNotFound, OUTDATED),
    (app_commands.CommandSignatureMismatch, OUTDATED),
)
"""What the library itself refuses, the narrower error first."""


def language_of(interaction: Interaction) -> str:
    """Return the reader's language as a code, such as "en-GB" or "ja": English where there are no words for theirs.

    Numbers and countries in a language whose sentences are not there would stand among English ones.
    """
    locale = str(interaction.locale)
    return locale if locale.split("-", 1)[0] in languages() else ENGLISH


def words_of(interaction: Interaction) -> NullTranslations:
    """Return the bot's sentences in the reader's language."""
    return words_for(language_of(interaction))


def channel_words(language: str) -> NullTranslations:
    """Return the bot's sentences in the language of a quiz, for what a whole channel reads."""
    return words_for(language)


def sentence(text: str) -> ui.LayoutView:
    """Return the plainest card there is: one sentence, as it is given."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(text[:SENTENCE_LENGTH]), accent_colour=NOTICE_COLOUR))
    return view


async def answer(interaction: Interaction, view: ui.LayoutView, *, private: bool = False) -> None:
    """Answer a command or a press with a card that pings nobody; after a first answer it follows that one."""
    view.stop()  # the library keeps no stopped view: presses come through the one router
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=private, allowed_mentions=nobody)
    else:
        await interaction.response.send_message(view=view, ephemeral=private, allowed_mentions=nobody)


async def update(interaction: Interaction, view: ui.LayoutView) -> None:
    """Answer a press by drawing the pressed card anew; it pings nobody."""
    view.stop()
    await interaction.response.edit_message(view=view, allowed_mentions=discord.AllowedMentions.none())


async def complete(
    interaction: Interaction, suggested: Steps[list[tuple[str, str]]]
) -> list[app_commands.Choice[str]]:
    """Return the (name, value) pairs that are suggested as choices, at most 25; never raises.

    A name too long for Discord is cut; a pair with too long a value is left out, for a cut id finds nothing.
    """
    try:
        pairs = await in_turns(suggested)
        usable = ((name, value) for name, value in pairs if name and 0 < len(value) <= CHOICE_LENGTH)
        return [
            app_commands.Choice(name=_shortened(name), value=value)
            for name, value in islice(usable, MOST_CHOICES)
        ]
    except QuizError:  # what is typed so far means nothing yet
        return []
    except Exception:
        log.exception("completing %s failed", _subject(interaction))
        return []


def _shortened(name: str) -> str:
    return name if len(name) <= CHOICE_LENGTH else name[: CHOICE_LENGTH - 1].rstrip() + "…"


async def report(interaction: Interaction, error: BaseException) -> None:
    """Tell the player privately what went wrong; what is no refusal in words is logged once; never raises."""
    cause = getattr(
        error, "original", error
    )  # the library wraps what a command raises, not what a press raises
    if getattr(cause, "code", None) in PAST_SAYING:
        log.info("too late to answer %s: %s", _subject(interaction), cause)
        return
    text = _sentence_for(cause, words_of(interaction))
    if text is None:
        log.error("%s failed", _subject(interaction), exc_info=cause)
        text = words_of(interaction).gettext(APOLOGY)
    if interaction.type is not discord.InteractionType.autocomplete:
        await _try_to_say(interaction, text)


def _sentence_for(cause: BaseException, words: NullTranslations) -> str | None:
    if isinstance(cause, QuizError):
        return _filled(cause, words)
    if isinstance(cause, app_commands.TransformerError):
        value = discord.utils.escape_markdown(str(cause.value)[:100])
        return words.gettext(NOT_UNDERSTOOD).format(value=value)
    found = next((text for kind, text in SENTENCES if isinstance(cause, kind)), None)
    return found and words.gettext(found)


def _filled(refusal: QuizError, words: NullTranslations) -> str:
    try:
        translated = words.gettext(refusal.sentence)
        return translated.format(**refusal.fields) if refusal.fields else translated
    except (KeyError, IndexError, ValueError):  # a translation names a field there is not
        log.exception("the translation of %r cannot be filled in", refusal.sentence)
        return str(refusal)


async def _try_to_say(interaction: Interaction, text: str) -> None:
    try:
        await answer(interaction, sentence(text), private=True)
    except discord.HTTPException as refused:
        level = logging.INFO if refused.code in PAST_SAYING else logging.ERROR
        log.log(level, "the sentence for %s was not delivered: %s", _subject(interaction), refused)
    except discord.InteractionResponded:
        log.info("%s was answered meanwhile", _subject(interaction))
    except Exception:
        log.exception("the sentence for %s was not delivered", _subject(interaction))


def _subject(interaction: Interaction) -> str:
    """Return the command or the button an interaction is about, for the log."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: dict[str, Any] = {**(interaction.data or {})}
    return str(data.get("custom_id", "an interaction"))
