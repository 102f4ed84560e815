"""The best known of each beginning: the same as by sorting everything that has it."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from questions.catalogue import Catalogue
from questions.catalogue.firsts import firsts
from questions.catalogue.schema import FIRSTS
from questions.search.index import Index

MOST = 3

rows = st.lists(
    st.tuples(
        st.integers(0, 1), st.text("ab", min_size=1, max_size=5), st.integers(1, 30), st.integers(0, 2)
    ),
    max_size=120,
).map(lambda given: sorted({row[:3]: row for row in given}.values()))


@given(rows)
def test_what_more_have_than_are_kept_stands_ready(given: list[tuple[int, str, int, int]]) -> None:
    """For every beginning, the empty one too; what fewer have is not kept, for it is soon sorted."""
    having: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for kind, word, n, seq in given:
        for end in range(len(word) + 1):
            best = having[kind, word[:end]]
            best[n] = min(seq, best.get(n, seq))
    wanted = [
        (kind, prefix, n, best[n])
        for (kind, prefix), best in having.items()
        if len(best) > MOST
        for n in sorted(best)[:MOST]
    ]

    assert sorted(firsts(given, MOST)) == sorted(wanted)


def test_completing_gives_the_best_known_of_all_that_have_a_beginning(library: Catalogue) -> None:
    """Whether they stand ready or are read, for one type, several or all."""
    for types in (("film",), ("person", "character"), ()):
        index = Index(library, types)
        for prefix in ("", "g", "ga", "sh", "the", "gam", "tanaka", "x"):
            rows = library.rows(
                f"SELECT DISTINCT n FROM word WHERE {index.wanted} AND substr(word, 1, ?) = ? ORDER BY n LIMIT ?",  # noqa: S608 (types only)
                len(prefix),
                prefix,
                FIRSTS,
            )
            assert [n for n, _ in index.beginning(prefix, FIRSTS)] == [n for (n,) in rows], (types, prefix)
