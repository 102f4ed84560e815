"""How files are opened: packed in any usual way, with or without a mark of their encoding, and refused with a place."""

from __future__ import annotations

import bz2
import codecs
import gzip
import lzma
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from questions.importers import IMPORTERS
from questions.imports.opening import DamagedError, items, lines
from questions.imports.report import Report
from tests.questions.importers.damage import survived, taken

FILM = b'[\n{"title": "Night Train", "year": 1990, "cast": ["Al Cole"]}\n]\n'
CSV = b"Name,Year\nNight Train,1990\n"
TSV = b"tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\truntimeMinutes\tgenres\n"
TSV += b"tt0000001\tmovie\tNight Train\tNight Train\t0\t1990\t95\tDrama\n"
ENTITY = b'{"id": "Q1", "type": "item", "labels": {"en": {"language": "en", "value": "Night Train"}}, "claims": {"P31": '
ENTITY += (
    b'[{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q11424"}}}}]}}\n'
)
MAPPING = b'what = "A list"\nfamily = "list"\n[columns]\ntitle = "Name"\nyear = "Year"\n'
INPUTS = {
    "wikipedia": ("films.json", FILM),
    "table": ("films.csv", CSV),
    "imdb": ("title.basics.tsv", TSV),
    "wikidata": ("dump.json", ENTITY),
}


def mapping_in(folder: Path, mark: bytes = b"") -> Path:
    """Return a mapping file that was written into a folder."""
    path = folder / "map.toml"
    path.write_bytes(mark + MAPPING)
    return path


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("ending", ["", ".gz", ".xz"])
def test_packed_files_are_read_whatever_they_are_called(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes], ending: str
) -> None:
    """Gzip, bzip2 and xz are known by how a file begins, not by how its name ends."""
    called, content = INPUTS[name]
    path = tmp_path / (called + ending)
    path.write_bytes(pack(content))

    films, _ = taken(IMPORTERS[name].read, [path], mapping_in(tmp_path))

    assert [film.film.name for film in films] == ["Night Train"]


@pytest.mark.parametrize("name", INPUTS)
def test_a_byte_order_mark_is_no_part_of_any_input(tmp_path: Path, name: str) -> None:
    """The mark that editors put before UTF-8 is passed over in every source and in a mapping."""
    called, content = INPUTS[name]
    path = tmp_path / called
    path.write_bytes(codecs.BOM_UTF8 + content)

    films, _ = taken(IMPORTERS[name].read, [path], mapping_in(tmp_path, codecs.BOM_UTF8))

    assert [film.film.name for film in films] == ["Night Train"]


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_are_named(tmp_path: Path, name: str, encoding: str) -> None:
    """UTF-16 and UTF-32 are refused by their names, with what to do."""
    called, content = INPUTS[name]
    path = tmp_path / called
    path.write_bytes(content.decode().encode(encoding))

    refusal = survived(IMPORTERS[name].read, [path], mapping_in(tmp_path))

    assert refusal == f"{path} is written in {encoding.upper()}: save it as UTF-8."


def test_a_mapping_in_another_encoding_is_named(tmp_path: Path) -> None:
    """A mapping saved as UTF-16 is refused by that name."""
    mapping, table = tmp_path / "map.toml", tmp_path / "films.csv"
    mapping.write_bytes(MAPPING.decode().encode("utf-16"))
    table.write_bytes(CSV)

    assert "UTF-16: save it as UTF-8" in str(survived(IMPORTERS["table"].read, [table], mapping))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'[\n{"title": "A"},\n{"title": x}\n]', "is no JSON in line 3 (after byte 18): "),
        (b'[\n{"title": "A"},\n', "ends too early in line 2 (after byte 2) "),
        (b"\xff\x00garbage", "is no JSON in line 1 (after byte 0): lexical error"),
        (b"PK\x03\x04 and more", "is packed as ZIP: unpack it first."),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(tmp_path: Path, content: bytes, words: str) -> None:
    """A refusal says the file, the line and byte, and what to do, without Python's way of writing bytes."""
    path = tmp_path / "a.json"
    path.write_bytes(content)

    with pytest.raises(DamagedError) as refused:
        list(items(path, "item", Report()))

    assert str(refused.value).startswith(f"{path} {words}")
    assert "b'" not in str(refused.value)
    assert str(refused.value).endswith(("UTF-8.", "Fetch it again.", "unpack it first."))


def test_a_packed_file_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    """An xz file cut anywhere behind its mark is refused in a sentence."""
    data = lzma.compress(CSV * 1000)
    path = tmp_path / "a.csv"
    for end in range(6, len(data), 7):
        path.write_bytes(data[:end])
        with pytest.raises(DamagedError, match="is damaged"):
            list(lines(path, Report()))


@pytest.mark.slow
@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_a_packed_bomb_is_refused(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """A few kilobytes that unpack to one endless text are refused before they fill the memory."""
    path = tmp_path / "bomb.json"
    path.write_bytes(pack(b'[{"title":"' + b"a" * 40 * 2**20 + b'"}]'))

    tracemalloc.start()
    try:
        with pytest.raises(DamagedError, match="no film has one"):
            list(items(path, "item", Report()))
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()
