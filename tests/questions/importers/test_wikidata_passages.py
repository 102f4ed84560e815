"""References of Wikidata as passages: whose word a statement is, so that no witness counts twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.questions.importers.wikidata_made import (
    JAPAN,
    claim,
    dump,
    film,
    films,
    time,
)

REFERENCES: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "none": ([], ["wikidata"]),
    "imported": ([{"P143": "Q328"}], ["wikipedia"]),
    "imported, by address": ([{"P4656": "https://ja.wikipedia.org/w/index.php?oldid=1"}], ["wikipedia"]),
    "imported and cited": (
        [{"P143": "Q177837"}, {"P854": "https://www.imdb.com/title/tt1/"}],
        ["wikipedia", "imdb"],
    ),
    "stated in IMDb twice": ([{"P248": "Q37312"}, {"P854": "https://m.imdb.com/x"}], ["imdb", "imdb"]),
    "stated in a book": ([{"P248": "Q1234567"}], ["q1234567"]),
    "stated in an edition": ([{"P248": "Q48183"}], ["wikipedia"]),
    "an archived page": ([{"P854": "https://web.archive.org/web/2016/http://www.kb.se/x"}], ["kb-se"]),
    "inferred": ([{"P887": "Q69652283"}], ["wikidata"]),
    "only a date of retrieval": ([{"P813": time("+2024-01-05T00:00:00Z")}], ["wikidata"]),
    "no address": ([{"P854": "javascript:alert(1)"}], ["wikidata"]),
    "broken address": ([{"P854": "http://[::1"}], ["wikidata"]),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_a_reference_is_a_passage_of_its_own_witness(tmp_path: Path, case: str) -> None:
    """Wikidata is a witness only for what it says without a source: what it copies or cites is another's word."""
    references, families = REFERENCES[case]

    (record,) = films(dump(tmp_path / "a.json", film(P495=claim(JAPAN, references=references))))

    (country,) = [one for one in record.film.statements if one.property == "country"]
    assert [record.sources[key].family for key in country.by] == families
    assert all(source.licence == "CC0 1.0" for source in record.sources.values())
