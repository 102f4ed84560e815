"""Words that mean little or one thing: titles, small words, nicknames, and numbers and months in words."""

from __future__ import annotations

from questions.fold import ARTICLES


def listed(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


SMALL = ARTICLES | {*listed("vs of and in on to for no de my at from or with by")}
"""Words that tell no film from another."""

FOREIGN_ARTICLES = frozenset(listed("das der die le la les el los las il l"))
VERSUS = frozenset(listed("vs versus v tai 対 x"))
NUMBERED = frozenset(listed("part pt vol volume chapter episode ep no number film movie"))
"""Words that are as often left out before a number: Part II, Episode V."""

TITLES = frozenset(
    listed(
        """
        inspector detective doctor dr professor prof colonel col captain capt general gen major maj lieutenant lt
        sergeant sgt mr mrs ms miss sir lady lord king queen prince princess commander cmdr chief minister president
        officer agent private admiral father sister brother uncle aunt reporter san sensei kun chan sama
        """
    )
)
SUFFIXES = frozenset(listed("jr junior sr senior"))
NICKNAMES = tuple(
    frozenset(listed(group))
    for group in (
        "steven stephen steve",
        "christopher chris kristopher",
        "robert bob rob bobby",
        "william bill will billy",
        "james jim jimmy",
        "michael mike",
        "thomas tom tommy",
        "joseph joe",
        "samuel sam",
        "daniel dan danny",
        "david dave",
        "richard rick dick",
        "edward ed eddie",
        "anthony tony",
        "alexander alex",
        "nicholas nick nicolas",
        "matthew matt",
        "benjamin ben",
        "kenneth ken",
        "andrew andy drew",
        "gregory greg",
        "jeffrey geoffrey jeff",
        "philip phil phillip",
        "peter pete",
        "ronald ron ronnie",
        "timothy tim",
        "charles charlie chuck",
        "francis frank",
        "katherine catherine kate kathryn",
        "elizabeth liz beth",
        "margaret meg maggie",
        "susan sue",
        "jennifer jen jenny",
        "lawrence larry",
        "leonard leo len",
        "raymond ray",
        "donald don",
        "douglas doug",
        "frederick fred",
        "patrick pat",
        "jonathan jon",
    )
)

UNITS = {
    word: number
    for number, word in enumerate(
        listed(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """
        )
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = dict(
    zip(
        listed("first second third fourth fifth sixth seventh eighth ninth tenth"),
        listed("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th"),
        strict=True,
    )
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in listed(names)
}
