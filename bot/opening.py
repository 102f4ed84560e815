"""The catalogue that is played with: a file with imports where there is one that can be used, else the library alone."""

from __future__ import annotations

import logging
import shlex
from typing import TYPE_CHECKING

from bot.errors import SetupError
from questions.catalogue import FILMS, NAMES, Catalogue, CatalogueError, compile_catalogue
from questions.catalogue.compile import fingerprint
from questions.catalogue.counting import MADE_FROM

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "marquee-questions import --again --out"

log = logging.getLogger(__name__)


def with_imports(path: Path) -> Catalogue | None:
    """Return the catalogue in a file, or None where there is none, or none that can be used; the log says why."""
    if not path.is_file():
        return None
    mending = f"{AGAIN} {shlex.quote(str(path))}"
    try:
        catalogue = Catalogue.open(path)
    except CatalogueError as error:
        log.warning("only the library is played with until this is run: %s (%s)", mending, error)
        return None
    if catalogue.about(MADE_FROM) != fingerprint(sorted(FILMS.glob("*.toml")), NAMES):
        log.warning(
            "%s was made from other film files, or by other rules; this makes it anew: %s",
            path,
            mending,
        )
    log.info("%s holds %s films", path, catalogue.about("films"))
    return catalogue


def library(folder: Path) -> Catalogue:
    """Return the catalogue of the films we carry, compiled into a folder if it is not yet; SetupError says why not."""
    try:
        return Catalogue.open(compile_catalogue(FILMS, NAMES, folder))
    except CatalogueError as error:
        raise SetupError(str(error)) from error
    except OSError as error:
        raise SetupError(f"The catalogue cannot be written to {folder}: {error.strerror or error}") from error
