"""Year, length, country and language of a film, and the form it takes."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="year",
        label=N_("year"),
        of=("film",),
        types=("year",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(
            says=N_("{subject} is from {value}."),
            number=(N_("In which year did {subject} first come out?"),),
            account=(N_("The sources differ about {subject}. Which year does {source} give?"),),
        ),
    ),
    Property(
        name="genre",
        label=N_("genre"),
        of=("film",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("{subject} is a {value}.")),
    ),
    Property(
        name="country",
        label=N_("country"),
        of=("film",),
        types=("country",),
        one_per=None,
        wording=Wording(says=N_("{subject} was made in this country: {value}.")),
    ),
    Property(
        name="language",
        label=N_("language"),
        of=("film",),
        types=("language",),
        one_per=None,
        wording=Wording(says=N_("The language of {subject} is {value}.")),
    ),
    Property(
        name="runtime",
        label=N_("running time"),
        also=(
            N_("length"),
            N_("duration"),
            N_("runtime"),
            N_("minutes"),
        ),
        of=("film",),
        types=("number",),
        one_per=("version",),
        closes=Closes.ALWAYS,
        qualifiers={"version": "text", "country": "country", "distributor": "company", "year": "year"},
        wording=Wording(
            says=N_("{subject} runs {value} minutes."),
            number=(N_("How many minutes does {subject} run?"), N_("How long is {subject}, in minutes?")),
            account=(
                N_("The sources differ about {subject}. How many minutes does it run according to {source}?"),
            ),
        ),
    ),
    Property(
        name="format",
        label=N_("form"),
        of=("film",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("{subject} is this: {value}.")),
    ),
    Property(
        name="episodes",
        label=N_("number of episodes"),
        of=("film",),
        types=("number",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject} has {value} episodes.")),
    ),
)
