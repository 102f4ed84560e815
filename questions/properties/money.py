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
        wording=Wording(
            says=N_("The budget of {subject} was {value}."),
            number=(N_("How much did {subject} cost to make, in {currency}?"),),
            account=(N_("The sources differ about {subject}. What did it cost according to {source}?"),),
        ),
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
        wording=Wording(
            says=N_("{subject} earned {value} ({measure})."),
            number=(N_("How much did {subject} earn, in {currency} ({measure})?"),),
            account=(
                N_("The sources differ about {subject}. What did it earn ({measure}) according to {source}?"),
            ),
        ),
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
