"""How a film came about."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="production_began",
        label=N_("start of production"),
        of=("film",),
        types=("date",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("Production of {subject} began in {value}.")),
    ),
    Property(
        name="announced_in",
        label=N_("stage when announced"),
        of=("film",),
        types=("text",),
        one_per=None,
        qualifiers={"when": "text"},
        wording=Wording(says=N_("{subject} was announced in this stage: {value}.")),
    ),
    Property(
        name="filming_place",
        label=N_("filming place"),
        of=("film",),
        types=("place",),
        one_per=None,
        qualifiers={"scene": "text"},
        wording=Wording(says=N_("{subject} was filmed at this place, among others: {value}.")),
    ),
    Property(
        name="made_by_team_of",
        label=N_("team"),
        of=("film",),
        types=("film",),
        one_per=None,
        qualifiers={"note": "text"},
        wording=Wording(says=N_("{subject} was made by the creative team of {value}.")),
    ),
)
