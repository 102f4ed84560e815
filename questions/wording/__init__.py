"""Stems, names of properties and the film files' phrases, per language; `.po` files are read as they are."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent


def N_(sentence: str) -> str:  # noqa: N802 (gettext's own name for "mark, don't translate yet")
    """Return the sentence as it is; the mark lets the extractor find it."""
    return sentence


def read_words(folder: Path, language: str) -> NullTranslations:
    """Return the translations of a folder of `.po` files; `pt-BR` means `pt_BR.po`, else `pt.po`, else English."""
    code = language.replace("-", "_")
    for name in (code, code.split("_")[0]):
        path = folder / f"{name}.po"
        if path.is_file():
            compiled = BytesIO()
            with path.open("rb") as lines:
                write_mo(compiled, read_po(lines))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


@cache
def words_for(language: str) -> NullTranslations:
    """Return the questions' sentences in a language (a code such as "en" or "ja"); without a `.po` file, English."""
    return read_words(FOLDER, language)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are: English, and one for each `.po` file."""
    return ("en", *sorted(path.stem for path in FOLDER.glob("*.po")))
