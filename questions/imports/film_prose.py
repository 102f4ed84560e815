"""What the first sentences of an encyclopedia's article say of a film; what is doubtful is named, not said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from questions.imports.prose import names_at

LONGEST_OPENING = 3000
"""Letters of an article that are read; the longest opening of a film's article has about two thirds of that."""

SENTENCES = 8
CLOSE_YEARS = 2
"""How far the year in an article may be from the one in a list: films reach another country later."""

STOPS = regex.compile(
    r"(?<=[.!?][\"”’)]?)"
    r"(?<!\b(?:\p{Lu}|Jr|Sr|Dr|Mr|Mrs|Ms|St|Ste|vs|Bros|Lt|Col|Capt|Sgt|Gen|Rev|No|Vol|Wm|Geo|Chas|Inc|Co)\.) +"
    r"(?=[\"“]?[\p{Lu}\d])|\n+"
)
HEAD = regex.compile(r"\b(?:is|was|are|were) (?:an?|the|one of the) ")
YEAR = regex.compile(r"(?<![\d\-–])(?:18[89]|19\d|20\d)\d(?![\d])")
NOUN = regex.compile(
    r"\b(?:films?|movie|western|western's|cartoon|short|serial|documentary|musical|comedy|drama|thriller|picture|feature|"
    r"romance|mockumentary|melodrama|b-movie|noir|miniseries|featurette|musicals?)\b",
    regex.IGNORECASE,
)
NO_FILM = regex.compile(
    r"\bfilm series|\bseries of|\btrilogy|\bfranchise|\bnovel\b|\banthology|\blist of|\bduology"
)
CUT = regex.compile(
    r"\b(?:directed|written|produced|starring|based|by|about|of|that|in|set|featuring|which|who|made|from)\b"
)

PARTS = {
    "directed": "director",
    "co-directed": "director",
    "written": "writer",
    "co-written": "writer",
    "cowritten": "writer",
    "produced": "producer",
    "co-produced": "producer",
    "scored": "composer",
    "photographed": "cinematographer",
    "edited": "editor",
}
OTHER_PARTS = (
    "adapted",
    "animated",
    "created",
    "designed",
    "narrated",
    "filmed",
    "shot",
    "composed",
    "conceived",
    "devised",
    "executive produced",
    "executive-produced",
    "presented",
    "released",
    "distributed",
    "choreographed",
    "financed",
    "co-edited",
    "hosted",
    "performed",
    "storyboarded",
    "starring",
    "co-created",
)
PART = "|".join(sorted((*PARTS, *OTHER_PARTS), key=len, reverse=True))
BY = regex.compile(rf"(?<![\p{{L}}\-])(?P<parts>(?:{PART})(?:(?:, and|,| and| &) (?:also )?(?:{PART}))*) by ")
SCREENPLAY = regex.compile(r"\b(?P<parts>screenplay|script|scenario) (?:was |is )?(?:written )?by ")
SCORE = regex.compile(
    r"\b(?P<parts>(?:musical |original |music )?score|(?<!songs and )(?<!lyrics and )music) "
    r"(?:was |is )?(?:composed |written )?by "
)
WAYS = ((BY, None), (SCREENPLAY, "writer"), (SCORE, "composer"))

ABOUT_FILM = regex.compile(
    r"(?:(?:The|This) (?:film|movie|picture|short|serial|cartoon|feature|comedy|drama|western|documentary|musical)|It)\b"
)
NOT_THIS = regex.compile(
    r"\b(?:remakes?|sequels?|prequels?|versions?|plays?|series|spin-off|parody|segments?|second unit|episodes?|unrelated|"
    r"earlier|previous|later|original(?!ly)|follow-up|trailer|pilot|title song|prologue|sequences?|scenes?|"
    r"short film of|of the [12]\d{3}|(?:film|adaptation) of the)\b",
    regex.IGNORECASE,
)
NOT_ITS_WRITER = regex.compile(
    r"\b(?:novel\w*|books?|stor(?:y|ies)|songs?|poems?|opera|operetta|comics?|manga|games?|adapt\w*|based|inspired|memoirs?|"
    r"works?|known for|"
    r"article|autobiography|biography|characters?|musical by|stage|lyrics|theme|libretto|teleplay|treatment)\b",
    regex.IGNORECASE,
)

COUNTRIES = {
    "American": "US", "British": "GB", "Canadian": "CA", "Australian": "AU", "French": "FR", "German": "DE",
    "Italian": "IT", "Japanese": "JP", "Spanish": "ES", "Mexican": "MX", "Irish": "IE", "Swedish": "SE", "Danish": "DK",
    "Norwegian": "NO", "Finnish": "FI", "Chinese": "CN", "Brazilian": "BR", "Argentine": "AR", "Polish": "PL",
    "Hungarian": "HU", "Israeli": "IL", "Belgian": "BE", "Dutch": "NL", "Swiss": "CH", "Austrian": "AT", "Russian": "RU",
    "Greek": "GR", "Turkish": "TR", "Thai": "TH", "Filipino": "PH", "Philippine": "PH", "Indian": "IN", "Icelandic": "IS",
    "Portuguese": "PT", "Romanian": "RO", "Chilean": "CL", "Iranian": "IR", "Ukrainian": "UA", "Bulgarian": "BG",
}  # fmt: skip
PROCESSES = frozenset({"Pre-Code", "Technicolor", "Color", "Cinecolor", "Trucolor", "CinemaScope"})
LANDS = {"the United States": "US", "the US": "US", "the U.S.": "US", "the United Kingdom": "GB", "the UK": "GB",
    "Canada": "CA", "Australia": "AU", "France": "FR", "Germany": "DE", "Italy": "IT", "Japan": "JP", "Spain": "ES",
    "Mexico": "MX", "Ireland": "IE", "India": "IN", "China": "CN", "South Korea": "KR"}  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December")  # fmt: skip
LAND = "|".join(regex.escape(land) for land in LANDS)
DATE = rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"
IN_CINEMAS = r"(?:theatrically|in (?:movie )?theat(?:er|re)s|in cinemas|to theat(?:er|re)s)"
RELEASES = tuple(
    regex.compile(
        rf"^(?:The film|It|The movie|This film|The picture)[^.;()]{{0,60}}? was (?:first )?{words}(?=[,.;]| by | and |$)"
    )
    for words in (
        rf"(?:{IN_CINEMAS} )?released (?:{IN_CINEMAS} )?in (?P<land>{LAND})(?: {IN_CINEMAS})? on {DATE}",
        rf"(?:{IN_CINEMAS} )?released (?:{IN_CINEMAS} )?on {DATE},? in (?P<land>{LAND})(?: {IN_CINEMAS})?",
    )
)
RUNS = regex.compile(r"\b(?:has|had|with) an? (?:running time|runtime) of (?P<minutes>\d{1,3}) minutes\b")
TITLE = r"(?P<work>\p{Lu}[^.;()]{1,70}?|of the same (?:name|title))"
KINDS = (
    r"(?:novel|novella|play|stage play|book|memoir|autobiography|short story|non-fiction book|Broadway play|"
    r"stage musical)"
)
BASED = regex.compile(
    rf"\b(?<!loosely )(?<!partly )(?<!partially )(?<!part )based (?:up)?on the "
    rf"(?:\d{{4}} )?(?:\p{{Ll}}[\p{{L}}\-]+ )?{KINDS} {TITLE} by (?=\p{{Lu}})"
)
ENDING = regex.compile(r",? (?:originally |first )?(?:written|produced|published|created|penned|co-written)$")


@dataclass(slots=True)
class Said:
    """What an article says of a film: `people` by property, and what was doubtful, by reason with the words it is about."""

    about: bool = False
    year: int | None = None
    people: dict[str, list[str]] = field(default_factory=dict)
    countries: list[str] = field(default_factory=list)
    minutes: int | None = None
    releases: list[tuple[str, str]] = field(default_factory=list)
    based_on: str | None = None
    doubts: list[tuple[str, str]] = field(default_factory=list)


def read_opening(text: str, title: str, year: int, page_year: int | None = None) -> Said:
    """Return what an article's opening says of the film of a title and year; nothing where it is not about that film."""
    text = text.removeprefix(title)
    sentences = [part.strip() for part in STOPS.split(text[:LONGEST_OPENING]) if part.strip()][:SENTENCES]
    said = Said()
    first = sentences[0] if sentences else ""
    head = HEAD.search(first)
    if head is None or NO_FILM.search(described(first, head.end())):
        said.doubts.append(("an article that is not about one film", first))
        return said
    years = [int(found) for found in YEAR.findall(first[: head.end() + len(described(first, head.end()))])]
    said.year = next(
        (found for found in years if abs(found - year) <= CLOSE_YEARS), years[0] if years else page_year
    )
    if said.year is None or abs(said.year - year) > CLOSE_YEARS:
        reason = "about a film of another year" if said.year else "that begins without the film's year"
        said.doubts.append((f"an article {reason}", first))
        return said
    said.about = True
    read_countries(described(first, head.end()), said)
    read_people(sentences, head.end(), text, said)
    read_rest(sentences, title, said)
    return said


def described(first: str, place: int) -> str:
    """Return the words between `is a` and what the film is called there: a film, a Western, or a story by somebody."""
    noun = NOUN.search(first, place)
    cut = CUT.search(first, place)
    ends = [found.end() if found is noun else found.start() for found in (noun, cut) if found]
    return first[place : min(ends, default=len(first))] + (
        " series" if noun and first[noun.end() :].startswith(" series") else ""
    )


def read_countries(words: str, said: Said) -> None:
    """Add the countries that the adjectives before `film` name; `Mexican American` may be either, and is doubtful."""
    tokens = words.replace(",", " ,").split()
    for number, token in enumerate(tokens):
        parts = regex.split(r"[\-–/]", token)
        if token.endswith(("-language", "-themed", "-dubbed")):
            continue
        named = [COUNTRIES[part] for part in parts if part in COUNTRIES]
        if not named:
            continue
        before = tokens[number - 1] if number else ""
        after = tokens[number + 1] if number + 1 < len(tokens) else ""
        doubtful = (
            len(named) < len(parts)
            or after in COUNTRIES
            or (before[:1].isupper() and before not in PROCESSES)
        )
        if doubtful:
            said.doubts.append(("a country that is not clear", " ".join(tokens)))
            said.countries = []
            return
        said.countries += [code for code in named if code not in said.countries]


def passages(sentences: list[str], start: int) -> Iterator[tuple[str, int]]:
    """Yield the sentences that are about the film, each with the place where something is said of it."""
    yield sentences[0], start
    for before, sentence in pairwise(sentences):
        subject = ABOUT_FILM.match(sentence)
        clear = subject and (
            subject[0] != "It" or not (NOT_ITS_WRITER.search(before) or NOT_THIS.search(before))
        )
        if subject and clear:
            yield sentence, subject.end()


def credits_in(sentence: str, begin: int, text: str) -> Iterator[tuple[str, list[str] | None, int]]:
    """Yield the credits in a sentence: the property, the names or None where they are doubtful, and where it stands."""
    for way, fixed in WAYS:
        for found in way.finditer(sentence, begin):
            names = names_at(sentence, found.end(), text)
            if found.groupdict().get("stars") and names and len(names) > 1:
                names = None  # how many of the stars directed is not said
            between = sentence[begin : found.start()]
            for part in regex.split(r"(?:, and|,| and| &) (?:also )?", found["parts"]):
                name = fixed or PARTS.get(part)
                if name is not None and speaks_of_film(name, between):
                    alone = names is not None and len(names) == 1 and part.startswith("co")
                    yield name, None if alone else names, found.start()


def read_people(sentences: list[str], start: int, text: str, said: Said) -> None:
    """Add who directed, wrote, produced and so on; two lists that differ are both left out."""
    lists: dict[str, list[list[str] | None]] = {}
    for sentence, begin in passages(sentences, start):
        for name, names, place in credits_in(sentence, begin, text):
            lists.setdefault(name, []).append(names)
            if names is None:
                said.doubts.append((f"{name}: a list of names that is not clear", sentence[place:]))
    for name, several in lists.items():
        first = several[0]
        if first is not None and all(other is not None and set(other) == set(first) for other in several):
            said.people[name] = first
        elif None not in several:
            said.doubts.append((f"{name}: said twice, differently", told_twice(several)))


def told_twice(several: list[list[str] | None]) -> str:
    """Return lists that differ as people read them."""
    lists = [", ".join(names) for names in several if names is not None]
    return " / ".join(dict.fromkeys(lists))


def speaks_of_film(name: str, between: str) -> bool:
    """Return whether what stands between a film and `written by` leaves no doubt that the film is what was written."""
    if NOT_THIS.search(between) or len(YEAR.findall(between)) > 1:
        return False
    return name in {"director", "cinematographer", "editor"} or not NOT_ITS_WRITER.search(between)


def read_rest(sentences: list[str], title: str, said: Said) -> None:
    """Add running time, releases in cinemas of a country that is said, and the book or play the film is made from."""
    for sentence in sentences:
        if (runs := RUNS.search(sentence)) and ABOUT_FILM.match(sentence):
            said.minutes = int(runs["minutes"])
        for way in RELEASES:
            if (found := way.search(sentence)) is None:
                continue
            day = f"{found['year']}-{MONTHS.index(found['month']) + 1:02}-{int(found['day']):02}"
            if regex.search(IN_CINEMAS, found[0]):
                said.releases.append((day, LANDS[found["land"]]))
            else:
                said.doubts.append(("a release of a kind that is not said", found[0]))
    for number, sentence in enumerate(sentences[:3]):
        based = BASED.search(sentence) if number == 0 or ABOUT_FILM.match(sentence) else None
        if based and not NOT_THIS.search(sentence[: based.start()]):
            work = ENDING.sub("", based["work"]).strip('"“” ,')
            if ", the " not in work:
                said.based_on = title if work.startswith("of the same") else work
            return
