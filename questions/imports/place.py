"""Where the catalogue with imports lies unless somebody says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

FILE = "films.sqlite3"


def default_file() -> Path:
    """Return where the bot looks for a catalogue with imports."""
    return user_data_path("marquee", appauthor=False) / FILE
