"""Fetching films from Wikidata: gently, whole or not at all, and going on where it was interrupted."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NoReturn
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import OpenerDirector, build_opener

from questions.imports.opening import DamagedError
from questions.imports.report import Report
from questions.imports.wikidata.claims import ITEM_ID, item_of, listed, table, text_of
from questions.imports.wikidata.parts import ANSWER, entities
from questions.lock import alone

API = "https://www.wikidata.org/w/api.php"
QUERY = "https://query.wikidata.org/sparql"
AGENT = "marquee-bot/0.1 (film trivia from sourced facts; importer of chosen films) Python-urllib"
AT_ONCE = 50
"""Ids that wbgetentities takes in one call from somebody without special rights."""

PAGE = 500
"""Films of a series that are asked for at once."""

TRIES = 6
TIMEOUT = 60.0
MAXLAG = 5
LONGEST_WAIT = 300.0
LARGEST = 256 * 2**20
WHOLE = "labels|aliases|claims|sitelinks"
NAMES = "labels|aliases|sitelinks"
CHOICE = (
    "ids of films (Q646148), series:Q2591541 for all films of a series, or a file with such words, one a line"
)
MEMBERS = "SELECT DISTINCT ?film WHERE {{ ?film wdt:P179 wd:{series} }} ORDER BY ?film LIMIT {limit} OFFSET {offset}"
SERIES = re.compile(r"series:(Q[1-9]\d{0,17})", re.ASCII)


class Busy(Exception):
    """The server asks to come again later; `seconds` is how much later, where it says so."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


def download(
    folder: Path,
    chosen: Sequence[str],
    report: Report,
    *,
    api: str = API,
    query: str = QUERY,
    wait: Callable[[float], None] = time.sleep,
) -> list[Path]:
    """Fetch films into a folder, with the names of what they refer to, and return the files to read.

    `chosen` holds ids of films (`Q646148`), of series whose films are wanted (`series:Q2591541`), and names of files with
    such words, one a line (`#` begins a comment). Each answer is a file of its own that stands in the folder whole or
    not at all; answers that are there already are not fetched again. Raises DamagedError where a word is neither, where
    no film is chosen, and where the server will not give an answer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with only_fetcher(folder):
        return Fetcher(folder, report, api, query, wait).fetched(chosen)


@contextmanager
def only_fetcher(folder: Path) -> Iterator[None]:
    """Keep others from fetching into a folder, and delete the half answers of those that were killed there.

    Wikidata asks programs for one call at a time. Raises DamagedError where another process is fetching.
    """
    with ExitStack() as held:
        try:
            held.enter_context(alone(folder / "fetching.lock"))
        except BlockingIOError as error:
            raise DamagedError(
                f"Another process is fetching into {folder}. Wait until it has ended."
            ) from error
        for half in folder.glob("*.part"):
            half.unlink(missing_ok=True)
        yield


def words_of(chosen: Sequence[str]) -> Iterator[str]:
    """Yield the words of a choice, those of files line by line; raises DamagedError."""
    for word in chosen:
        if ITEM_ID.fullmatch(word) or SERIES.fullmatch(word):
            yield word
        elif is_file(word):
            lines = Path(word).read_text(encoding="utf-8", errors="replace").splitlines()
            yield from filter(None, (line.partition("#")[0].strip() for line in lines))
        else:
            not_chosen(word)


def is_file(word: str) -> bool:
    """Return whether a word is the name of a file; one too long to be one is not."""
    try:
        return Path(word).is_file()
    except OSError:
        return False


def not_chosen(word: str) -> NoReturn:
    """Raise what is told of a word that names no film, no series and no file."""
    raise DamagedError(
        f"{word[:80]!r} is neither a film's id (Q646148), nor series: and a series' id (series:Q2591541), nor a file with "
        "such words."
    )


def batches(names: Sequence[str]) -> list[Sequence[str]]:
    """Return ids in groups that one call takes."""
    return [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]


def referred_to(path: Path) -> Iterator[str]:
    """Yield the ids that the films of a file refer to."""
    for _, raw in entities(path, ANSWER, Report()):
        if item := item_of(raw):
            yield from item.refers_to()


class Fetcher:
    """Asks a server for what is not in the folder yet, and again where it fails."""

    def __init__(
        self, folder: Path, report: Report, api: str, query: str, wait: Callable[[float], None]
    ) -> None:
        self.folder = folder
        self.report = report
        self.api = api
        self.query = query
        self.wait = wait
        self.opener: OpenerDirector = build_opener()
        self.opener.addheaders = [("User-Agent", AGENT)]

    def fetched(self, chosen: Sequence[str]) -> list[Path]:
        """Return the files with the films of a choice, and with what these refer to."""
        films = list(dict.fromkeys(film for word in words_of(chosen) for film in self.films_of(word)))
        if not films:
            raise DamagedError(f"{', '.join(chosen)[:80] or 'Nothing'} chooses no film. Name {CHOICE}.")
        paths = list(self.all_of("films", films, WHOLE))
        named = {name for path in paths for name in referred_to(path)} - set(films)
        others = sorted(named, key=lambda name: int(name[1:]))
        return [*paths, *self.all_of("names", others, NAMES)]

    def films_of(self, word: str) -> Iterator[str]:
        """Yield the film that a word names, or the films of the series that it names, page by page."""
        found = SERIES.fullmatch(word)
        if not found:
            if not ITEM_ID.fullmatch(word):
                not_chosen(word)
            yield word
            return
        offset, full = 0, True
        while full:
            self.report.doing(f"fetching which films {found[1]} has")
            asked = MEMBERS.format(series=found[1], limit=PAGE, offset=offset)
            path = self.fetch(
                f"series-{found[1]}-{offset}.json", self.query, {"query": asked, "format": "json"}, "results"
            )
            answer = json.loads(path.read_bytes())
            rows = listed(table(table(answer).get("results")).get("bindings"))
            for row in rows:
                name = text_of(table(table(row).get("film")).get("value")).rpartition("/")[2]
                if ITEM_ID.fullmatch(name):
                    yield name
            offset, full = offset + PAGE, len(rows) == PAGE

    def all_of(self, what: str, ids: Sequence[str], props: str) -> Iterator[Path]:
        """Yield the files with some entities, and tell how many of them are there."""
        for number, batch in enumerate(batches(ids)):
            self.report.doing(f"fetching {what}, {number * AT_ONCE:,} of {len(ids):,}")
            yield self.entities(what, batch, props)

    def entities(self, what: str, ids: Sequence[str], props: str) -> Path:
        """Return the file with some entities, fetched where it is not there."""
        mark = hashlib.sha256("|".join((props, *ids)).encode()).hexdigest()[:12]
        asked = {
            "action": "wbgetentities",
            "format": "json",
            "ids": "|".join(ids),
            "props": props,
            "maxlag": MAXLAG,
        }
        return self.fetch(f"{what}-{ids[0]}-{mark}.json", self.api, asked, "entities")

    def fetch(self, name: str, base: str, asked: dict[str, object], holds: str) -> Path:
        """Return the file of one answer, fetched where it is not there; raises DamagedError after some tries."""
        path = self.folder / name
        if path.exists():
            return path
        for attempt in range(TRIES):
            try:
                body = self.once(f"{base}?{urlencode(asked)}", holds)
            except Busy as busy:
                if attempt + 1 == TRIES:
                    raise DamagedError(
                        f"{base} gave no answer in {TRIES} tries ({busy}). Start again later: what was fetched stays."
                    ) from busy
                pause = min(busy.seconds if busy.seconds is not None else 2.0**attempt, LONGEST_WAIT)
                self.report.notice(
                    f"{urlsplit(base).netloc} gave no answer ({busy}): try {attempt + 2} of {TRIES} in {pause:.0f} s"
                )
                self.wait(pause)
            else:
                unfinished = path.with_suffix(".part")
                unfinished.write_bytes(body)
                unfinished.replace(path)
                self.report.advance(len(body))
                return path
        raise AssertionError

    def once(self, address: str, holds: str) -> bytes:
        """Return one answer that holds what was asked for; raises Busy where another try may help, else DamagedError."""
        try:
            with self.opener.open(address, timeout=TIMEOUT) as answer:
                body: bytes = answer.read(LARGEST)
                told = answer.headers.get("Retry-After")
        except HTTPError as error:
            with error:
                if error.code != 429 and error.code < 500:
                    raise DamagedError(f"{address[:200]} is refused: {error.code} {error.reason}.") from error
                raise Busy(
                    f"{error.code} {error.reason}", seconds_of(error.headers.get("Retry-After"))
                ) from error
        except (OSError, http.client.HTTPException) as error:
            raise Busy(f"the connection broke: {error or type(error).__name__}") from error
        try:
            read = table(json.loads(body))
        except (ValueError, RecursionError) as error:
            raise Busy("the answer was no JSON or not whole") from error
        if holds in read:
            return body
        problem = table(read.get("error"))
        if problem.get("code") in {"maxlag", "ratelimited"}:
            raise Busy(text_of(problem.get("info")) or "the server lags behind", seconds_of(told))
        raise DamagedError(
            f"The server refuses {address[:200]}: {text_of(problem.get('info')) or 'no reason given'}."
        )


def seconds_of(told: str | None) -> float | None:
    """Return how long a Retry-After says to wait, given as seconds or as a date; None where it says nothing useful."""
    if told is None:
        return None
    if re.fullmatch(r"\d{1,6}", told.strip(), re.ASCII):
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (ValueError, TypeError):
        return None
