"""Who the people of a story are and what binds them."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

BEINGS = ("character", "monster")

PROPERTIES = (
    Property(
        name="rank",
        label=N_("rank"),
        of=("character",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("The rank of {subject} is {value}.")),
    ),
    Property(
        name="given_name",
        label=N_("given name"),
        of=("character",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("The given name of {subject} is {value}.")),
    ),
    Property(
        name="member_of",
        label=N_("belongs to"),
        of=("character",),
        types=("group", "company"),
        one_per=(),
        closes=Closes.WHEN_SAID,
        qualifiers={"implied": "flag"},
        wording=Wording(says=N_("{subject} belongs to {value}.")),
    ),
    Property(
        name="occupation",
        label=N_("occupation"),
        of=("character",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("{subject} is a {value}.")),
    ),
    Property(
        name="trait",
        label=N_("trait"),
        of=BEINGS,
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("{subject} is {value}.")),
    ),
    Property(
        name="commands",
        label=N_("commands"),
        of=("character",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("{subject} commands {value}.")),
    ),
    Property(
        name="bond_with",
        label=N_("bond"),
        of=("character",),
        types=("monster", "character"),
        one_per=None,
        qualifiers={"kind": "text"},
        wording=Wording(says=N_("{subject} shares a bond with {value}.")),
    ),
    Property(
        name="bond_object",
        label=N_("object of the bond"),
        of=("character",),
        types=("text",),
        one_per=(),
        qualifiers={"material": "text"},
        wording=Wording(says=N_("The bond of {subject} is held by this object: {value}.")),
    ),
    Property(
        name="relation",
        label=N_("relation"),
        of=BEINGS,
        types=("character", "monster"),
        one_per=None,
        qualifiers={"kind": "text"},
        wording=Wording(says=N_("{subject} and {value}: {kind}.")),
    ),
)
