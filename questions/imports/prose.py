"""Names of people in English sentences: a list of them is read whole, or is doubtful."""

from __future__ import annotations

from itertools import pairwise

import regex

LETTERS = r"[\p{L}\p{M}’'\-]"
INITIALS = r"(?:\p{Lu}\.\-?)+"
SHORT = r"(?:St|Ste|Wm|Geo|Chas|Thos|Mrs|Dr)\."
CAPITAL = rf"(?!(?:Jr|Sr|II|III|IV)\b)(?:(?:d|D|l|L|O)['’]|de|le|la)?\p{{Lu}}{LETTERS}*(?<!['’]s)(?<!['’\-])"
PARTICLE = r"(?:de|von|van|der|den|la|le|del|della|da|di|du|dos|das|af|ter|ten|el|al|bin|zu)"
FIRST = rf"(?:{INITIALS}|{SHORT}|{CAPITAL})"
SURNAME = rf"(?:{PARTICLE} )*(?:{SHORT} )?{CAPITAL}"
SUFFIX = r"(?:,? (?:Jr\.?|Sr\.?|II|III|IV)(?![\p{L}]))"
NAME = regex.compile(
    rf"{FIRST}(?: {FIRST}){{0,3}}(?: {PARTICLE})* (?:{SHORT} )?{CAPITAL}{SUFFIX}?(?![\p{{L}}'’\-])"
)
JUNIOR = regex.compile(r",? (Jr|Sr)\.?$")
GIVEN = regex.compile(rf"{CAPITAL}(?= (?:and|&) )")
BETWEEN = regex.compile(r", and |, & | and | & |, ")

NO_FIRST = frozenset(
    """
    Academy Actor Actress African American Argentine Australian Austrian Award-winning Based Belgian Brazilian British
    Broadway Canadian Chinese Columbia Czech Danish Detective Director Dutch Emmy English Filmmaker Finnish Frenchman French
    German Golden Greek Hollywood Hungarian In Indian International Irish Israeli It Italian Japanese Korean Lionsgate Metro
    Mexican Monogram Motion National New Norwegian Norwegian-born Oscar-winning Paramount Pixar Playwright Polish Portuguese
    Producer Pulitzer Republic Romanian Russian Scottish South Soviet Spanish Starring Swedish Swiss Technicolor The This
    Today Turkish Twentieth United Universal Vitagraph Warner Welsh Western When World Writer Yugoslav Yiddish Famous
    January February September October November December Sunday Monday Tuesday Wednesday Thursday Friday Saturday
    """.split()  # noqa: SIM905
)
NO_NAME = frozenset(
    """
    Academy Animation Associates Award Awards Bros Bros. Brothers Cartoons Century Cinema College Comics Company Corporation
    Corp Corp. Disney's Enterprises Entertainment Features Film Filmmakers Films Foundation Goldwyn-Mayer Group Inc Inc.
    Innovations League Limited Ltd Ltd. Lucasfilm Magazine Media Metro-Goldwyn Metro-Goldwyn-Mayer Motion Movie Music Network
    Newspaper Orchestra Photoplay Photoplays Picture Pictures Pixar Players Production Productions Records Released Screen
    Serial Society Studio Studios Television Thanhouser Theatre Trilogy Triangle Trio TV University Vitagraph Department
    Museum Church Unit Team Crew Artists Plays Service Distributing Exchange Syndicate Partners Associated Cinematográfica
    """.split()  # noqa: SIM905
)
"""Words that begin with a capital letter and make what they stand in no person's name: first, or anywhere."""

COMPANIES = frozenset(
    {"Walt Disney", "Thomas Edison", "Edison Manufacturing", "Hanna Barbera", "Famous Players"}
)
NO_PART = regex.compile(r"-(?:winning|nominated|born|based|language)$")

DESCRIBED = regex.compile(
    r"(?:(?:the |an? )?(?:(?:\p{Lu}\p{Ll}+(?:an|ish|ese|ch)|veteran|legendary|acclaimed|noted|independent|film|then|fellow|"
    r"visionary|animation|documentary|future|first-time|debut|debuting) )*(?:director|filmmaker|film-maker|screenwriter|"
    r"writer|playwright|producer|composer|cinematographer|novelist|actor|comedian|animator|duo)s? )"
)
"""What may stand before a name to say whose it is."""

ALONE = frozenset(
    [
        "Madonna",
        "Prince",
        "Sting",
        "Cher",
        "McG",
        "Bono",
        "Tarsem",
        "Pitof",
        "Kaos",
        "Björk",
        "Moby",
        "Vangelis",
        "RZA",
        "Flying",
        "Cantinflas",
    ]
)
"""People of one name, who share no surname with whoever is named next."""

AFTER = frozenset(
    """
    about adapted after against around as at based before between but centering centered choreography chronicling
    cinematography concerning conducted co-starring lyrics created depicting detailing distributed documenting during
    examining exploring featuring filmed following
    for from in inspired loosely made of on produced re-released released set shot starring telling that through to under
    using via when where which while who whose with written directed edited photographed narrated scored presented it
    """.split()  # noqa: SIM905
)
AFTER_AND = frozenset(
    """
    adapted also animated based co-directed co-edited co-produced co-starring co-stars co-written composed concerns
    created depicts directed distributed edited executive featured features featuring filmed financed first follows
    conducted lyrics has inspired is loosely made narrated originally photographed presented produced released scored set
    shot starred starring stars tells was written
    """.split()  # noqa: SIM905
)
ENDS = regex.compile(r"\.?$|(?<=\.) (?=\p{Lu})|\.(?= )|;|,? (?P<and>and )?(?P<word>\p{Ll}[\p{L}\-]*)")


def is_name(text: str) -> bool:
    """Return whether a text reads as the name of one person and nothing else."""
    words = text.split()
    return (
        NAME.fullmatch(text) is not None
        and text not in COMPANIES
        and words[0] not in NO_FIRST
        and len(words[-1]) > 1
        and not any(word in NO_NAME or NO_PART.search(word) for word in words)
    )


def ends_well(sentence: str, place: int) -> bool:
    """Return whether what follows a list of names shows that it is whole."""
    end = ENDS.match(sentence, place)
    if end is None:
        return False
    word = end["word"]
    if word is None:
        return True
    if end["and"]:
        return word in AFTER_AND
    return word in AFTER and not regex.match(r",? (?:with \p{Lu}|as well as)", sentence[place:])


def names_at(sentence: str, place: int, text: str) -> list[str] | None:
    """Return the names of people listed at a place of a sentence, or None where it is doubtful that they are all.

    `Anthony and Joe Russo` are two of one surname, unless the text has Anthony in other places too. A list
    without an `and` at its end, or one that goes on with something that is no name, is doubtful.
    """
    found: list[str] = []
    joined: list[str] = []
    if (described := DESCRIBED.match(sentence, place)) is not None:
        place = described.end()
    while True:
        given = GIVEN.match(sentence, place)
        name = NAME.match(sentence, place)
        if name is not None:
            found.append(JUNIOR.sub(r" \1.", name[0]))
            place = name.end()
        elif (
            given is not None and not found and given[0] not in ALONE and not stands_elsewhere(given[0], text)
        ):
            return pair(sentence, given)
        else:
            return None
        link = BETWEEN.match(sentence, place)
        if link is None or not (NAME.match(sentence, link.end()) or goes_on(sentence, link.end())):
            break
        joined.append(link[0].strip())
        place = link.end()
    whole = not joined or (joined[-1] != "," and not any("and" in link for link in joined[:-1]))
    return found if whole and all(map(is_name, found)) and ends_well(sentence, place) else None


def goes_on(sentence: str, place: int) -> bool:
    """Return whether something with a capital letter stands here, which a list of names may go on with."""
    return regex.match(r"\p{Lu}", sentence[place:]) is not None


def stands_elsewhere(word: str, text: str) -> bool:
    """Return whether a text has a word in other places than before an `and`: it may be somebody's only name or surname."""
    words = [regex.sub(r"['’]s$|[^\p{L}\-'’&]+", "", part) for part in text.split()]
    return any(
        one == word and following not in {"and", "&"} for one, following in pairwise([*words, ""])
    ) or any(following == word and before[:1].isupper() for before, following in pairwise(words))


def pair(sentence: str, given: regex.Match[str]) -> list[str] | None:
    """Return two people of one surname, or None where the second name has not exactly two words."""
    link = BETWEEN.match(sentence, given.end())
    second = NAME.match(sentence, link.end()) if link else None
    if second is None or len(second[0].split()) != 2 or not is_name(second[0]):
        return None
    first = f"{given[0]} {second[0].split()[1]}"
    return [first, second[0]] if is_name(first) and ends_well(sentence, second.end()) else None
