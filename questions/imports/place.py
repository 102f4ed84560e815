"""Where the catalogue with imports lies unless somebody says otherwise, and what was fetched for it."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_data_path

FILE = "films.sqlite3"


def default_file() -> Path:
    """Return where the bot looks for a catalogue with imports."""
    return user_data_path("marquee", appauthor=False) / FILE


def download_folder(importer: str) -> Path:
    """Return where an importer keeps what it fetched."""
    return user_cache_path("marquee", appauthor=False) / "downloads" / importer
