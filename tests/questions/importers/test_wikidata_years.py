"""The year of a film of Wikidata: that of the preferred date, and a dispute where another date gainsays it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.questions.film_text import FIVE, WriteFilms
from tests.questions.imported import compiled
from tests.questions.importers.wikidata_made import JAPAN, claim, dump, film, films, said, time

GAINSAID: dict[str, tuple[str, dict[str, Any], list[int]]] = {
    "earlier": ("1999", {}, [2000, 1999]),
    "later, the same release": ("2001", {}, [2000, 2001]),
    "later, elsewhere": ("2001", {"P291": JAPAN}, [2000]),
    "earlier, at a festival": ("1999", {"P437": "Q220505"}, [2000]),
    "the same year": ("2000", {}, [2000]),
}


@pytest.mark.parametrize("case", GAINSAID)
def test_a_date_that_is_not_preferred_may_gainsay_the_year(tmp_path: Path, case: str) -> None:
    """An earlier year, festivals aside, or another one of the same release stands beside the preferred one."""
    year, qualifiers, expected = GAINSAID[case]
    told = [
        claim(time(f"+{year}-00-00T00:00:00Z", 9), **qualifiers),
        claim(time("+2000-02-00T00:00:00Z", 10), "preferred"),
    ]

    (record,) = films(dump(tmp_path / "a.json", film(P577=told)))

    assert [value for _, value, _ in said(record, "year")] == expected


def test_a_gainsaid_year_is_in_dispute(write_films: WriteFilms, tmp_path: Path) -> None:
    """What the dates disagree about is no settled year."""
    told = [claim(time("+1999-00-00T00:00:00Z", 9)), claim(time("+2000-02-00T00:00:00Z", 10), "preferred")]
    (record,) = films(dump(tmp_path / "a.json", film(P577=told)))

    catalogue = compiled(tmp_path / "films.sqlite3", write_films(**FIVE), record)

    facts = [fact for fact in catalogue.facts(property="year") if fact.subject.name == "Moth"]
    catalogue.close()
    assert sorted((fact.value, fact.difference) for fact in facts) == [
        ("1999", "dispute"),
        ("2000", "dispute"),
    ]
