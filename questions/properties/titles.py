"""What a film or anything in it is called."""

from questions.property import ENTITY_TYPES, Property, Wording
from questions.wording import N_

TITLE_QUALIFIERS = {
    "lang": "language",
    "country": "country",
    "use": "text",
    "reading": "text",
    "literal": "text",
}
NAMED = tuple(kind for kind in ENTITY_TYPES if kind != "film")

PROPERTIES = (
    Property(
        name="title",
        label=N_("title"),
        of=("film",),
        types=("name",),
        one_per=("lang", "country", "use"),
        qualifiers=TITLE_QUALIFIERS,
        wording=Wording(says=N_("{subject} is titled {value}.")),
    ),
    Property(
        name="also_known_as",
        label=N_("other title"),
        of=("film", "award", "series"),
        types=("name",),
        one_per=None,
        qualifiers=TITLE_QUALIFIERS,
        wording=Wording(says=N_("{subject} is also known as {value}.")),
    ),
    Property(
        name="early_title",
        label=N_("early title"),
        also=(N_("working title"),),
        of=("film",),
        types=("name",),
        one_per=None,
        qualifiers={"lang": "language", "stage": "text"},
        wording=Wording(says=N_("An early title of {subject} was {value}.")),
    ),
    Property(
        name="name",
        label=N_("name"),
        of=NAMED,
        types=("name",),
        one_per=None,
        qualifiers={"lang": "language", "reading": "text"},
        wording=Wording(says=N_("{subject} is called {value}.")),
    ),
    Property(
        name="epithet",
        label=N_("epithet"),
        of=("monster", "character", "person"),
        types=("name",),
        one_per=None,
        qualifiers={"lang": "language"},
        wording=Wording(says=N_("{subject} is called {value}.")),
    ),
)
