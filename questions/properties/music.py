"""The songs of a film."""

from questions.property import Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="theme_song",
        label=N_("theme song"),
        of=("film",),
        types=("work",),
        one_per=None,
        qualifiers={"performer": "person"},
        wording=Wording(says=N_("The theme song of {subject} is {value}.")),
    ),
)
