"""Who is seen and heard in a film, and as whom."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

HALF_KNOWN, LITTLE_KNOWN = 0.5, 0.1
"""How much an audience knows of those who are in a film and not seen, beside its actors."""

PROPERTIES = (
    Property(
        name="cast",
        label=N_("cast"),
        also=(
            N_("actors"),
            N_("characters"),
        ),
        of=("film",),
        types=("person", "group"),
        one_per=("as",),
        several=True,
        closes=Closes.WHEN_SAID,
        qualifiers={"as": "character", "billed": "number"},
        wording=Wording(
            says=N_("{value} plays {role} in {subject}."),
            asks=(N_("Who plays {role} in {subject}?"), N_("Which actor plays {role} in {subject}?")),
            inverse=(
                N_("Which character does {value} play in {subject}?"),
                N_("What part does {value} play in {subject}?"),
            ),
        ),
    ),
    Property(
        name="suit_actor",
        label=N_("suit actor"),
        also=(N_("monster actor"),),
        of=("film",),
        types=("person",),
        one_per=("as",),
        several=True,
        closes=Closes.WHEN_SAID,
        qualifiers={"as": "monster"},
        familiar=HALF_KNOWN,
        wording=Wording(
            says=N_("{value} wears the {role} suit in {subject}."),
            asks=(
                N_("Who wears the {role} suit in {subject}?"),
                N_("In {subject}, who is inside the {role} suit?"),
            ),
            inverse=(N_("Which monster does {value} play in {subject}?"),),
        ),
    ),
    Property(
        name="voice_actor",
        label=N_("voice"),
        of=("film",),
        types=("person",),
        one_per=("as",),
        several=True,
        closes=Closes.WHEN_SAID,
        qualifiers={"as": "character", "billed": "number", "lang": "language"},
        wording=Wording(
            says=N_("{value} is the voice of {role} in {subject}."),
            asks=(N_("Who is the voice of {role} in {subject}?"),),
            inverse=(N_("Which character does {value} speak for in {subject}?"),),
        ),
    ),
    Property(
        name="monster_voice",
        label=N_("voice of a monster"),
        of=("film",),
        types=("person",),
        one_per=("as",),
        several=True,
        closes=Closes.WHEN_SAID,
        qualifiers={"as": "monster", "lang": "language"},
        familiar=LITTLE_KNOWN,
        wording=Wording(
            says=N_("{value} is the voice of {role} in {subject}."),
            asks=(N_("Who is the voice of {role} in {subject}?"),),
            inverse=(N_("Which monster does {value} speak for in {subject}?"),),
        ),
    ),
    Property(
        name="narrator",
        label=N_("narrator"),
        of=("film",),
        types=("person",),
        one_per=None,
        wording=Wording(
            says=N_("{value} is the narrator of {subject}."),
            asks=(N_("Who is the narrator of {subject}?"),),
            inverse=(N_("Of which of these films is {value} the narrator?"),),
        ),
    ),
    Property(
        name="starring",
        label=N_("star"),
        of=("film",),
        types=("person",),
        one_per=None,
        qualifiers={"order": "number"},
        wording=Wording(says=N_("{subject} stars {value}.")),
    ),
    Property(
        name="extra",
        label=N_("extra"),
        of=("film",),
        types=("person",),
        one_per=None,
        qualifiers={"reason": "text"},
        wording=Wording(says=N_("{value} appears as an extra in {subject}.")),
    ),
    Property(
        name="reprises",
        label=N_("returning actor"),
        of=("film",),
        types=("person",),
        one_per=None,
        qualifiers={"film": "film"},
        wording=Wording(says=N_("{value} plays a part from an earlier film again in {subject}.")),
    ),
    Property(
        name="first_film",
        label=N_("first film"),
        of=("person",),
        types=("film",),
        one_per=(),
        closes=Closes.ALWAYS,
        qualifiers={"part": "text"},
        wording=Wording(says=N_("The first film of {subject} is {value}.")),
    ),
)
