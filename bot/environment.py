"""What the environment and `.env` say, typed and checked before anything is opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from bot.errors import SetupError
from questions.wording import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*")
LOG_FORMATS = ("text", "json")
PORTS = range(65536)
WEB_SCHEMES = ("https://", "http://")
SOCKET_SCHEMES = ("wss://", "ws://")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, the default as it would be written, and what it is for."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "DISCORD_TOKEN",
        "",
        "The bot's token from Discord's developer portal. Without one, the playground starts.",
    ),
    Setting(
        "DATABASE_URL",
        "",
        "Where points are kept: sqlite:///PATH or postgresql://…; default: SQLite in DATA_FOLDER.",
    ),
    Setting("DATA_FOLDER", "", "The folder for databases; default: the user's data folder."),
    Setting(
        "CATALOGUE",
        "",
        "The file of imported films; default: where marquee-questions import writes it, if it is there.",
    ),
    Setting("LANGUAGE", "en", "The language of quizzes where a server's own is not spoken yet."),
    Setting(
        "PLAYGROUND_PORT", "8642", "The port of the playground's page on this machine; 0 takes any free one."
    ),
    Setting("SHARDS", "", "How many connections share the servers; default: what Discord recommends."),
    Setting(
        "LOG_FORMAT", "text", "How log lines are written to standard error: text or json (one object a line)."
    ),
    Setting(
        "DISCORD_API_BASE",
        "",
        "Another server instead of Discord's API, such as a proxy; needs DISCORD_GATEWAY.",
    ),
    Setting("DISCORD_GATEWAY", "", "Another server instead of Discord's gateway; needs DISCORD_API_BASE."),
    Setting(
        "DISCORD_OPENAPI",
        "",
        "A copy of Discord's API description (openapi.json) for the playground to check everything by.",
    ),
)


@dataclass(frozen=True)
class Environment:
    """The settings of one process. The token is never printed."""

    token: str | None = field(repr=False)
    database_url: str = field(repr=False)
    data_folder: Path
    catalogue: Path | None
    language: str
    playground_port: int
    shards: int | None
    log_format: str
    api_base: str | None
    gateway: str | None
    openapi: Path | None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Environment:
        """Return the settings that these variables give; SetupError names one that cannot be used, and why."""
        given = {setting.name: env.get(setting.name, "").strip() or setting.default for setting in SETTINGS}
        data_folder = Path(given["DATA_FOLDER"] or platformdirs.user_data_path("marquee", appauthor=False))
        return cls(
            token=given["DISCORD_TOKEN"] or None,
            database_url=given["DATABASE_URL"] or sqlite_url(data_folder / "marquee.db"),
            data_folder=data_folder.expanduser(),
            catalogue=_file("CATALOGUE", given["CATALOGUE"]),
            language=_one_of("LANGUAGE", given["LANGUAGE"], languages()),
            playground_port=_number("PLAYGROUND_PORT", given["PLAYGROUND_PORT"], PORTS),
            shards=_number("SHARDS", given["SHARDS"], range(1, 10_000)) if given["SHARDS"] else None,
            log_format=_one_of("LOG_FORMAT", given["LOG_FORMAT"], LOG_FORMATS),
            api_base=_address("DISCORD_API_BASE", given, WEB_SCHEMES),
            gateway=_address("DISCORD_GATEWAY", given, SOCKET_SCHEMES),
            openapi=_file("DISCORD_OPENAPI", given["DISCORD_OPENAPI"]),
        )


def sqlite_url(path: Path) -> str:
    """Return the database URL of a SQLite file."""
    return f"sqlite+aiosqlite:///{path.expanduser().as_posix()}"


def read_env_file(path: Path) -> dict[str, str]:
    """Return what a `.env` file sets, if there is one; SetupError names a line that sets nothing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} cannot be read: {error}") from error
    said = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    return dict(_variable(path, number, line) for number, line in said if not line.lstrip().startswith("#"))


def _variable(path: Path, number: int, line: str) -> tuple[str, str]:
    """Return name and value of a line such as `NAME=value` or `export NAME="value"`."""
    match = LINE.fullmatch(line)
    if match is None:
        raise SetupError(f"{path}, line {number}: write NAME=value")
    name, value = match.groups()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return name, value[1:-1]
    return name, value.split(" #")[0].rstrip()


def _one_of(name: str, given: str, allowed: tuple[str, ...]) -> str:
    if given not in allowed:
        raise SetupError(f"{name} is {given!r}; it can be {' or '.join(allowed)}.")
    return given


def _number(name: str, given: str, allowed: range) -> int:
    if not given.isascii() or not given.isdecimal() or int(given) not in allowed:
        raise SetupError(
            f"{name} is {given!r}; it can be a number from {allowed.start} to {allowed.stop - 1}."
        )
    return int(given)


def _address(name: str, given: Mapping[str, str], schemes: tuple[str, ...]) -> str | None:
    """Return an address in Discord's place, or None; a token goes elsewhere only where both are set on purpose."""
    both = given["DISCORD_API_BASE"] and given["DISCORD_GATEWAY"]
    if not given[name]:
        return None
    if not both:
        raise SetupError("DISCORD_API_BASE and DISCORD_GATEWAY are set together or not at all.")
    if not given["DISCORD_TOKEN"]:
        raise SetupError(f"{name} is set, but no DISCORD_TOKEN for it; the playground needs neither.")
    if not given[name].startswith(schemes):
        raise SetupError(f"{name} is {given[name]!r}; it begins with {' or '.join(schemes)}.")
    return given[name].rstrip("/")


def _file(name: str, given: str) -> Path | None:
    if not given:
        return None
    path = Path(given).expanduser()
    if not path.is_file():
        raise SetupError(f"{name} names {given}, and there is no such file.")
    return path
