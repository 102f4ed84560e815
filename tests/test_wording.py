"""Every sentence a player reads is in the template that translators start from."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from questions.wording import read_words

ROOT = Path(__file__).parent.parent
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "QuizError": None, "locale_str": None}
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
