"""What a film cost and what it earned; a sum never stands without what it measures."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="budget",
        label=N_("budget"),
        also=(N_("cost"),),
        of=("film",),
        types=("money",),
        one_per=("in",),
        closes=Closes.ALWAYS,
        qualifiers={"in": "currency", "about": "flag"},
        wording=Wording(says=N_("The budget of {subject} was {value}.")),
    ),
    Property(
        name="earned",
        label=N_("earnings"),
        also=(
            N_("box office"),
            N_("gross"),
            N_("income"),
        ),
        of=("film",),
        types=("money",),
        one_per=("in", "measure", "country"),
        closes=Closes.ALWAYS,
        qualifiers={"in": "currency", "measure": "measure", "country": "country", "about": "flag"},
        wording=Wording(says=N_("{subject} earned {value} ({measure}).")),
    ),
    Property(
        name="audience",
        label=N_("audience"),
        also=(
            N_("admissions"),
            N_("tickets"),
        ),
        of=("film",),
        types=("number",),
        one_per=("country",),
        closes=Closes.ALWAYS,
        qualifiers={"country": "country", "about": "flag"},
        wording=Wording(says=N_("{value} people saw {subject} in cinemas.")),
    ),
)
