"""What the environment and `.env` say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.environment import SETTINGS, Environment, read_env_file
from bot.errors import SetupError

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"
A_TOKEN = {"DISCORD_TOKEN": "something"}
ELSEWHERE = {"DISCORD_API_BASE": "http://localhost:1/api/v10", "DISCORD_GATEWAY": "ws://localhost:1/gateway"}


def test_nothing_set_gives_the_playground() -> None:
    """Without any variable there is no token, and everything else has a default that works."""
    environment = Environment.from_env({})

    assert environment.token is None
    assert environment.database_url.startswith("sqlite+aiosqlite:///")
    assert (environment.language, environment.log_format, environment.shards) == ("en", "text", None)


def test_the_example_names_every_setting_and_its_default() -> None:
    """`.env.example` has each setting of the table once, in its order, commented out, with its default."""
    written = re.findall(r"^#([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert written == [(setting.name, setting.default) for setting in SETTINGS]


def test_the_example_can_be_used_as_it_is() -> None:
    """A copy of `.env.example`, with every line made a setting, says the same as saying nothing."""
    uncommented = re.sub(r"^#([A-Z_]+=)", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = [line.split("=", 1) for line in uncommented.splitlines() if line and not line.startswith("#")]

    assert Environment.from_env(dict(lines)) == Environment.from_env({})


def test_a_data_folder_holds_the_database(tmp_path: Path) -> None:
    """DATA_FOLDER moves the default database; DATABASE_URL moves it anywhere."""
    assert Environment.from_env({"DATA_FOLDER": str(tmp_path)}).database_url.endswith(
        f"{tmp_path.as_posix()}/marquee.db"
    )
    assert Environment.from_env({"DATABASE_URL": "postgresql://db/marquee"}).database_url == (
        "postgresql://db/marquee"
    )


def test_a_token_is_never_printed() -> None:
    """Neither the token nor a database's password shows in the settings' representation."""
    shown = repr(Environment.from_env({"DISCORD_TOKEN": "hush", "DATABASE_URL": "postgresql://a:hush@b/c"}))

    assert "hush" not in shown


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({"SHARDS": "many"}, "SHARDS"),
        ({"SHARDS": "0"}, "SHARDS"),
        ({"PLAYGROUND_PORT": "70000"}, "PLAYGROUND_PORT"),
        ({"LOG_FORMAT": "xml"}, "text or json"),
        ({"LANGUAGE": "tlh"}, "LANGUAGE"),
        ({"DISCORD_OPENAPI": "nowhere.json"}, "DISCORD_OPENAPI"),
        ({"CATALOGUE": "nowhere.sqlite3"}, "CATALOGUE"),
    ],
)
def test_what_cannot_be_used_is_named(env: dict[str, str], named: str) -> None:
    """A setting that cannot be used is refused in one line that names it."""
    with pytest.raises(SetupError, match=named) as refusal:
        Environment.from_env(env)

    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("missing", list(ELSEWHERE))
def test_a_token_goes_elsewhere_only_on_purpose(missing: str) -> None:
    """With only one of the two addresses set, nothing starts: a token half sent elsewhere is a mistake."""
    half = {name: value for name, value in ELSEWHERE.items() if name != missing}

    with pytest.raises(SetupError, match="set together"):
        Environment.from_env(A_TOKEN | half)
    assert Environment.from_env(A_TOKEN | ELSEWHERE).api_base == ELSEWHERE["DISCORD_API_BASE"]


def test_addresses_need_a_token() -> None:
    """Another server without a token for it is refused rather than ignored."""
    with pytest.raises(SetupError, match="DISCORD_TOKEN"):
        Environment.from_env(ELSEWHERE)


def test_a_scheme_is_checked() -> None:
    """A gateway is a websocket."""
    with pytest.raises(SetupError, match="wss://"):
        Environment.from_env(A_TOKEN | ELSEWHERE | {"DISCORD_GATEWAY": "http://localhost:1"})


def test_an_env_file_is_read(tmp_path: Path) -> None:
    """`.env` takes comments, `export`, quotes, and remarks behind a value."""
    file = tmp_path / ".env"
    file.write_text("# mine\n\nexport A=1\nB = 'two # words'\nC=\"\"\nD=three # a remark\n", encoding="utf-8")

    assert read_env_file(file) == {"A": "1", "B": "two # words", "C": "", "D": "three"}


def test_no_env_file_sets_nothing(tmp_path: Path) -> None:
    """Where there is no `.env`, nothing is set."""
    assert read_env_file(tmp_path / ".env") == {}


def test_a_bad_line_of_an_env_file_is_named(tmp_path: Path) -> None:
    """A line that sets nothing is refused with its number."""
    file = tmp_path / ".env"
    file.write_text("A=1\nDISCORD_TOKEN something\n", encoding="utf-8")

    with pytest.raises(SetupError, match="line 2"):
        read_env_file(file)
