"""What happens in a film, who does it, where, how and why."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

WHO = ("character", "monster", "group", "person", "company")


def slot(name: str, label: str, says: str) -> Property:
    """Return a property of an event whose value is one phrase."""
    return Property(
        name=name,
        label=label,
        of=("event",),
        types=("text",),
        one_per=(),
        wording=Wording(says=says),
    )


PROPERTIES = (
    Property(
        name="what",
        label=N_("what happens"),
        of=("event",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("What happens: {value}.")),
    ),
    Property(
        name="who",
        label=N_("who"),
        of=("event",),
        types=WHO,
        one_per=None,
        closes=Closes.WHEN_KNOWN,
        wording=Wording(says=N_("{value} has a part in this: {subject}.")),
    ),
    Property(
        name="where",
        label=N_("where"),
        of=("event",),
        types=("place",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(
            says=N_("“{subject}” happens here: {value}."),
            asks=(N_("In {film}, where does this happen: “{subject}”?"),),
            account=(
                N_("The sources differ about {film}: “{subject}”. Where does {source} say it happens?"),
            ),
        ),
    ),
    Property(
        name="to",
        label=N_("where to"),
        of=("event",),
        types=("place",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject}: it leads to {value}.")),
    ),
    slot("out_of", N_("where from"), N_("{subject}: out of {value}.")),
    slot("when", N_("when"), N_("{subject}: {value}.")),
    slot("how", N_("how"), N_("{subject}: {value}.")),
    slot("why", N_("why"), N_("{subject}: {value}.")),
    slot("outcome", N_("outcome"), N_("{subject}: {value}.")),
    slot("what_fell", N_("what came down"), N_("What came down: {value}.")),
    slot("nature", N_("nature"), N_("What it is: {value}.")),
    slot("means", N_("with what"), N_("{subject}: with {value}.")),
    slot("thing", N_("what it is done to"), N_("{subject}: {value}.")),
    slot("aim", N_("aim"), N_("{subject}: to {value}.")),
    Property(
        name="witness",
        label=N_("seen by"),
        of=("event",),
        types=WHO,
        one_per=None,
        wording=Wording(says=N_("{value} sees this: {subject}.")),
    ),
    Property(
        name="flowers_planned",
        label=N_("number of flowers planned"),
        of=("film",),
        types=("number",),
        one_per=(),
        closes=Closes.ALWAYS,
        qualifiers={"bloomed": "number", "note": "text"},
        wording=Wording(says=N_("In {subject}, {value} flowers are planned.")),
    ),
    Property(
        name="failed_launches",
        label=N_("number of failed launches"),
        of=("film",),
        types=("number",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("In {subject}, {value} launches fail.")),
    ),
    Property(
        name="child_heroes",
        label=N_("number of children at the centre"),
        of=("film",),
        types=("number",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("In {subject}, {value} children stand at the centre.")),
    ),
    Property(
        name="set_in",
        label=N_("year of the story"),
        of=("film",),
        types=("year",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject} is set in {value}.")),
    ),
    Property(
        name="place",
        label=N_("place"),
        also=(
            N_("location"),
            N_("city"),
            N_("setting"),
        ),
        of=("film",),
        types=("place",),
        one_per=None,
        qualifiers={"state": "text", "reached": "text"},
        wording=Wording(says=N_("{subject} takes place in {value}, among others.")),
    ),
)
