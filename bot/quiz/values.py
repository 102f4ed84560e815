"""The frozen values of a quiz: what the store returns, what the host passes on, what cards draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from questions.question import Question


@dataclass(frozen=True, slots=True)
class Quiz:
    """A run of questions in one channel, as its row tells it.

    `guild_id` is the server's id, or the channel's own id in a direct message, which is a server of one.
    `scope` is the id of the film or series asked about, or None for everything.
    `message_id` is the message that announced the quiz, None until it is known. `level` is how hard it shall be (easy,
    mixed or hard), `kinds` which kind of question it keeps to, "buttons" for all that are answered by a press, and
    `witnesses` how many independent ones each of its facts must have.
    """

    id: int
    guild_id: int
    channel_id: int
    starter_id: int
    scope: str | None
    rounds: int
    seconds: int
    seed: int
    language: str
    message_id: int | None
    started_at: datetime
    ended_at: datetime | None
    level: str | None = None
    kinds: str | None = None
    witnesses: int | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One question within a quiz, with its clock; `number` counts from 1, all times are UTC.

    Open: `closed_at` is None. Closed but not yet shown: `revealed_at` is None.
    """

    id: int
    quiz_id: int
    number: int
    question: Question
    message_id: int | None
    asked_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    revealed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Guess:
    """What a player says in a round; verdict and points stand once the round is closed.

    `choice` is the place of the choice pressed (0 is A); where the answer is written or put together it is 0, and
    `text` holds what was given: as it was typed, or the places chosen ("2,0,1,3").
    """

    round_id: int
    player_id: int
    interaction_id: int
    choice: int
    text: str = ""
    right: bool | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True)
class AskingBack:
    """What a player who has written something is asked back: a gettext message and what fills it in."""

    sentence: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """One player's result in a closed round, with the name the player was last seen under."""

    player_id: int
    name: str
    choice: int
    right: bool
    points: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place on a leaderboard or podium; equal points share a place, and the next place counts them all."""

    place: int
    player_id: int
    name: str
    points: int
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a leaderboard, how many pages and players there are, and the reader's own standing wherever it is."""

    standings: tuple[Standing, ...]
    number: int
    pages: int
    players: int
    own: Standing | None
