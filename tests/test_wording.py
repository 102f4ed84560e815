"""Every sentence a player reads is in the template that translators start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po
from discord import Client, Intents, Locale
from discord.app_commands import CommandTree

from bot.client import Translator
from bot.commands import commands
from bot.wording import words_for
from questions.telling import own_name
from questions.wording import languages, read_words
from questions.wording import words_for as questions_in

ROOT = Path(__file__).parent.parent
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "QuizError": None, "locale_str": None}
LANGUAGES = [language for language in languages() if language != "en"]
FIELD = re.compile(r"{\w+}")
NAME = re.compile(r"[-_'\w]{1,32}")
METHODS = [("**.py", "python"), ("films/*.toml", "questions.wording.phrases:extract")]


@pytest.mark.parametrize("package", ["bot", "questions"])
def test_the_template_is_what_the_code_says(package: str) -> None:
    """`messages.pot` holds exactly the sentences marked in the code and the phrases in the film files."""
    found = {
        message
        for _, _, message, _, _ in extract_from_dir(ROOT / package, METHODS, keywords=KEYWORDS)
        for message in (message if isinstance(message, tuple) else (message,))
    }
    with (ROOT / package / "wording" / "messages.pot").open("rb") as lines:
        template = {
            text
            for message in read_po(lines)
            if message.id
            for text in (message.id if isinstance(message.id, (tuple, list)) else (message.id,))
        }

    assert found - template == set(), (
        "run the command in .github/CONTRIBUTING.md that makes the template anew"
    )
    assert template - found == set(), (
        "run the command in .github/CONTRIBUTING.md that makes the template anew"
    )


def test_a_po_file_is_read_as_it_is(tmp_path: Path) -> None:
    """A language is its `.po` file alone; a regional code falls back to it, and an unknown one to English."""
    (tmp_path / "ja.po").write_text('msgid "director"\nmsgstr "監督"\n', encoding="utf-8")

    assert read_words(tmp_path, "ja").gettext("director") == "監督"
    assert read_words(tmp_path, "ja-JP").gettext("director") == "監督"
    assert read_words(tmp_path, "fi").gettext("director") == "director"


@pytest.mark.parametrize("package", ["bot", "questions"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything(package: str, language: str) -> None:
    """Every sentence of the template is translated, none is left over, and each keeps its fields."""
    folder = ROOT / package / "wording"
    with (folder / "messages.pot").open("rb") as lines:
        template = {str(message.id): message for message in read_po(lines) if message.id}
    with (folder / f"{language}.po").open("rb") as lines:
        translated = {str(message.id): message for message in read_po(lines) if message.id}

    assert translated.keys() == template.keys()
    for key, message in translated.items():
        held = message.string
        strings = [str(text) for text in (held if isinstance(held, (tuple, list)) else (held,))]
        assert all(strings), key
        assert not message.fuzzy, key
        for text in strings:
            assert set(FIELD.findall(text)) <= set(FIELD.findall(key)), (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_discord_limits_stays_within_its_limits(language: str) -> None:
    """Names of commands and options fit Discord's pattern, descriptions and choices its 100 characters."""
    words, question_words = words_for(language), questions_in(language)

    def said(text: str) -> str:
        own = words.gettext(text) if text else ""
        return own if own != text or not text else question_words.gettext(text)

    for command in commands():
        for named in named_parts(command.to_dict(CommandTree(Client(intents=Intents.none())))):
            assert NAME.fullmatch(said(named["name"])) or named.get("value"), named
            assert len(said(named["name"])) <= (100 if named.get("value") else 32), named
            assert len(said(named.get("description", ""))) <= 100, named


@pytest.mark.parametrize("locale", [Locale.japanese])
async def test_every_command_is_told_in_the_reader_s_language(locale: Locale) -> None:
    """Discord has every name and description of commands, options and choices in that language, but languages' own names."""
    tree = CommandTree(Client(intents=Intents.none()))
    own_names = {own_name(language) for language in languages()}
    untold = [
        (command.name, part.get("name"))
        for command in commands()
        for part in named_parts(await command.get_translated_payload(tree, Translator()))
        for told in ("name", "description")
        if part.get(told) and part[told] not in own_names
        if locale.value not in (part.get(f"{told}_localizations") or {})
    ]

    assert untold == []


def named_parts(command: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a command, its options and choices, at every depth."""
    yield command
    for inner in (*command.get("options", ()), *command.get("choices", ())):
        yield from named_parts(inner)
