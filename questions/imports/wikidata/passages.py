"""References as passages: who says what Wikidata says, and with whom that is one witness.

A statement without a reference is Wikidata's own word; one that cites a source is that source's word; one that was
imported from Wikipedia (P143) is Wikipedia's, so that Wikidata never counts as a second witness beside it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from questions.imports.stating import cleaned
from questions.imports.wikidata.claims import Claim, Item, Snaks
from questions.imports.wikidata.shelf import Shelf
from questions.imports.wikidata.tables import EDITIONS, FAMILIES
from questions.record import SourceRecord

OWN = "wikidata"
WIKIDATA = "Q2013"
LICENCE = "CC0 1.0"
PAGE = "https://www.wikidata.org/wiki/"
WIKIMEDIA = re.compile(
    r"(^|\.)(wikipedia|wikimedia|wikiquote|wiktionary|wikisource|wikivoyage|wikinews)\.org$"
)
HOSTS = {
    "imdb.com": "imdb",
    "imdb.de": "imdb",
    "themoviedb.org": "tmdb",
    "rottentomatoes.com": "rottentomatoes",
    "allcinema.net": "allcinema",
    "wikidata.org": OWN,
}
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(https?://.*)$")
OTHER = re.compile(r"[^a-z0-9]+")
LONGEST_URL = 400


class Passages:
    """The passages of one film's statements; `sources` holds those that were asked for, by key."""

    def __init__(self, item: Item, title: str, shelf: Shelf) -> None:
        self.shelf = shelf
        known = item.id.startswith("Q")
        self.own = f"Wikidata: {title} ({item.id})"
        self.page = f"{PAGE}{item.id}" if known else None
        self.sources = {OWN: SourceRecord(OWN, self.own, OWN, LICENCE, self.page)}

    def by(self, *claims: Claim) -> tuple[str, ...]:
        """Return the keys of the passages that give some statements."""
        keys = [self.key_of(one) for claim in claims for one in claim.references or [{}]]
        cited = dict.fromkeys(key for key in keys if key != OWN)
        return tuple(cited) or (OWN,)

    def key_of(self, reference: Snaks) -> str:
        """Return the key of a reference's passage; a conclusion drawn within Wikidata is its own word."""
        stated = first(reference, "P248")
        imported = first(reference, "P143") or (stated if stated in EDITIONS else "")
        url = first(reference, "P4656") or first(reference, "P854")
        host = host_of(url)
        if WIKIDATA in {imported, stated} or first(reference, "P887") or first(reference, "P3452"):
            return OWN
        if imported or WIKIMEDIA.search(host):
            return self.taken_over(EDITIONS.get(imported) or host.split(".")[0] or imported.lower())
        if stated:
            return self.stated_in(stated, host, url)
        if not host:
            return OWN
        family = family_of(host)
        return self.add(family, host, family, url) if family != OWN else OWN

    def taken_over(self, edition: str) -> str:
        """Return the key of what was imported from an edition of Wikipedia, or from a project beside it."""
        key = f"wikipedia-{OTHER.sub('-', edition)}"
        what = f"{self.own}, taken over from Wikipedia ({edition})"
        self.sources.setdefault(key, SourceRecord(key, what, "wikipedia", LICENCE, self.page))
        return key

    def stated_in(self, source: str, host: str, url: str) -> str:
        """Return the key of what is stated in a source that is an item itself."""
        known = self.shelf.thing(source)
        name = cleaned(label_of(known)) if known else ""
        family = FAMILIES.get(source) or (family_of(host) if host else source.lower())
        if family == OWN:
            return OWN
        return self.add(source.lower(), name or host or source, family, url if host else None)

    def add(self, key: str, name: str, family: str, url: str | None) -> str:
        """Return the key of a passage of a source; another page of the same source is another passage."""
        page = url or self.page
        number = 1
        while (known := self.sources.get(unused := key if number == 1 else f"{key}-{number}")) is not None:
            if known.url == page:
                return unused
            number += 1
        self.sources[unused] = SourceRecord(
            unused, f"{name[:80]}, as cited by {self.own}", family, LICENCE, page
        )
        return unused


def first(reference: Snaks, prop: str) -> str:
    """Return the first value of a property in a reference, or ""."""
    return next((value.text for value in reference.get(prop, []) if value.kind != "some"), "")


def host_of(url: str) -> str:
    """Return the host of an address, that of the page itself where the address is an archive's; "" for no address."""
    if len(url) > LONGEST_URL:
        return ""
    if archived := ARCHIVED.match(url):
        url = archived[1]
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    good = parts.scheme in {"http", "https"} and re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)
    return re.sub(r"^(www|m)\.", "", host) if good else ""


def family_of(host: str) -> str:
    """Return the witness that a host is one with: a name of its own for known ones, else the host's letters."""
    known = next((name for end, name in HOSTS.items() if host == end or host.endswith(f".{end}")), None)
    return known or ("wikipedia" if WIKIMEDIA.search(host) else OTHER.sub("-", host).strip("-"))


def label_of(item: Item) -> str:
    """Return what an entity is called: in English, else in all languages alike, else in the first there is."""
    for lang in ("en", "mul", "en-us", "en-gb", "en-ca"):
        if lang in item.labels:
            return item.labels[lang]
    return next(iter(item.labels.values()), "")
