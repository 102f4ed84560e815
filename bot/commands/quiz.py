"""/quiz: begins a quiz in this channel."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot import replies
from bot.cards.quiz import announced
from bot.errors import QuizError
from bot.host.permissions import missing_permissions
from bot.quiz.kinds import BUTTONS
from bot.quiz.rules import ROUNDS, SECONDS, WITNESSES
from bot.quiz.values import Quiz
from bot.turns import in_turns
from bot.wording import N_
from questions import search, telling
from questions.kinds import KINDS
from questions.wording import languages

if TYPE_CHECKING:
    from bot.client import Marquee
    from questions.catalogue import Catalogue, Entity
    from questions.steps import Steps

TYPES = ("film", "series")
FEW = 3  # films named to somebody who asked for another
SURE = 0.85  # of search's scale: a whole name or its beginning, not a guess at a typo
DEFAULT_ROUNDS = 5
DEFAULT_SECONDS = 20
LEVELS = {"easy": N_("easy"), "mixed": N_("mixed"), "hard": N_("hard")}
ONLY_BUTTONS = N_("Only what is answered by a button")

MISSING = N_("I cannot hold a quiz here: I am missing the permission {names} in this channel.")
RUNNING = N_("A quiz is already going on here: {link}")
NOT_FOUND = N_("I know no film or series called “{text}”. Did you mean {names}?")
NOTHING_NEAR = N_("I know no film or series called “{text}”. I can ask about these, for example: {names}.")

log = logging.getLogger(__name__)


@app_commands.command(
    name=locale_str(N_("quiz")), description=locale_str(N_("Start a film quiz in this channel"))
)
@app_commands.rename(
    about=locale_str(N_("about")),
    rounds=locale_str(N_("questions")),
    seconds=locale_str(N_("seconds")),
    level=locale_str(N_("difficulty")),
    kinds=locale_str(N_("kinds")),
    witnesses=locale_str(N_("witnesses")),
    language=locale_str(N_("language")),
)
@app_commands.describe(
    about=locale_str(N_("A film or a series; everything if you do not say")),
    rounds=locale_str(N_("How many questions, 1 to 20; 5 if you do not say")),
    seconds=locale_str(N_("How long each stays open, 10 to 120 seconds; 20 if you do not say")),
    level=locale_str(N_("How hard it shall be for those who play; mixed if you do not say")),
    kinds=locale_str(N_("One kind of question, or only buttons; everything if you do not say")),
    witnesses=locale_str(N_("How many independent sources must say so, 1 to 3; 1 if you do not say")),
    language=locale_str(N_("The language of the questions; the server's own if you do not say")),
)
@app_commands.choices(
    level=[app_commands.Choice(name=locale_str(text), value=value) for value, text in LEVELS.items()],
    kinds=[
        app_commands.Choice(name=locale_str(ONLY_BUTTONS), value=BUTTONS),
        *(app_commands.Choice(name=locale_str(kind.label), value=name) for name, kind in KINDS.items()),
    ],
    language=[app_commands.Choice(name=telling.own_name(code), value=code) for code in languages()],
)
async def command(
    interaction: discord.Interaction[Marquee],
    about: app_commands.Range[str, 1, 100] | None = None,
    rounds: app_commands.Range[int, ROUNDS.start, ROUNDS.stop - 1] = DEFAULT_ROUNDS,
    seconds: app_commands.Range[int, SECONDS.start, SECONDS.stop - 1] = DEFAULT_SECONDS,
    level: app_commands.Choice[str] | None = None,
    kinds: app_commands.Choice[str] | None = None,
    witnesses: app_commands.Range[int, WITNESSES.start, WITNESSES.stop - 1] = 1,
    language: app_commands.Choice[str] | None = None,
) -> None:
    """Begin a quiz, announce it, and have it ask."""
    client = interaction.client
    catalogue = client.catalogue.spoken(_language(interaction))
    scope = await in_turns(_scope(catalogue, about)) if about else None
    _check_permissions(interaction)
    begun = await client.host.begin(
        guild_id=interaction.guild_id or interaction.channel_id or 0,  # a direct message is a server of one
        channel_id=interaction.channel_id or 0,
        starter_id=interaction.user.id,
        scope=scope.id if scope else None,
        rounds=rounds,
        seconds=seconds,
        language=language.value if language else _language(interaction),
        level=level.value if level else None,
        kinds=kinds.value if kinds else None,
        witnesses=witnesses,
    )
    if not isinstance(begun, Quiz):
        raise QuizError(RUNNING, link=_link(begun.quiz, interaction))
    await _announce(interaction, begun, telling.label(scope) if scope else None)


@command.autocomplete("about")
async def _complete(interaction: discord.Interaction[Marquee], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the films and series that the typed text may mean."""
    catalogue = interaction.client.catalogue.spoken(replies.language_of(interaction))
    return await replies.complete(interaction, _choices(catalogue, typed))


def _choices(catalogue: Catalogue, typed: str) -> Steps[list[tuple[str, str]]]:
    """Return, in steps, the films and series to ask about that a text may mean, each with its id."""
    matches = yield from search.finding(catalogue, typed, TYPES)
    yield
    found = [match.entity for match in matches if _can_be_asked(catalogue, match.entity)]
    return [(telling.label(entity), entity.id) for entity in found]


def _scope(catalogue: Catalogue, about: str) -> Steps[Entity]:
    """Return, in steps, the film or series meant by an id or by typed words; QuizError names the nearest ones."""
    chosen = _by_id(catalogue, about) or (yield from _by_name(catalogue, about))
    if chosen is None:
        near = yield from search.nearing(catalogue, about, TYPES, limit=2 * FEW)
        named: list[Entity] = []
        for name in near:
            matches = yield from search.finding(catalogue, name, TYPES)
            named += [match.entity for match in matches]
        yield
        offered = [one for one in dict.fromkeys(named) if one.name in near and _can_be_asked(catalogue, one)]
        shown = offered[:FEW] or catalogue.films(most=FEW)
        names = ", ".join(telling.label(entity) for entity in shown)
        raise QuizError(
            NOT_FOUND if offered else NOTHING_NEAR, text=discord.utils.escape_markdown(about), names=names
        )
    return chosen


def _by_id(catalogue: Catalogue, id_: str) -> Entity | None:
    try:
        entity = catalogue.entity(id_)
    except KeyError:
        return None
    return entity if _can_be_asked(catalogue, entity) else None


def _by_name(catalogue: Catalogue, typed: str) -> Steps[Entity | None]:
    found = yield from search.finding(catalogue, typed, TYPES)
    matches = (one for one in found if _can_be_asked(catalogue, one.entity))
    best = next(matches, None)
    return best.entity if best and best.score >= SURE else None


def _can_be_asked(catalogue: Catalogue, entity: Entity) -> bool:
    """Return whether there is something to ask about: a film with facts of its own, or a series of such films."""
    return entity.own or (entity.type == "series" and bool(catalogue.films(entity.id, most=1)))


def _check_permissions(interaction: discord.Interaction[Marquee]) -> None:
    """Raise the sentence that names what the bot may not do here, so that nobody waits for a question in vain."""
    kind = interaction.channel.type if interaction.channel else discord.ChannelType.text
    if missing := missing_permissions(interaction.app_permissions, kind):
        words = replies.words_of(interaction)
        raise QuizError(MISSING, names=", ".join(f"**{words.gettext(name)}**" for name in missing))


async def _announce(interaction: discord.Interaction[Marquee], quiz: Quiz, about: str | None) -> None:
    """Say what is going to be asked; where that fails the quiz still begins, since its row says so."""
    host = interaction.client.host
    try:
        await replies.answer(interaction, announced(quiz, about, replies.channel_words(quiz.language)))
        message = await interaction.original_response()
        await host.announced(quiz, message.id)
    except discord.HTTPException as error:
        log.warning("quiz %d begins unannounced: %s", quiz.id, error)
    finally:
        host.launch(quiz)


def _language(interaction: discord.Interaction[Marquee]) -> str:
    """Return the language a channel is asked in: its server's, where there are words for it, else the bot's own."""
    wanted = str(interaction.guild_locale or interaction.locale).split("-")[0]
    return wanted if wanted in languages() else interaction.client.language


def _link(quiz: Quiz, interaction: discord.Interaction[Marquee]) -> str:
    """Return where the running quiz was announced, or its channel."""
    place = f"https://discord.com/channels/{interaction.guild_id or '@me'}/{quiz.channel_id}"
    return f"{place}/{quiz.message_id}" if quiz.message_id else place
