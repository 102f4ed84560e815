"""What appears in a film besides people: monsters, what they are and can do, and the machines sent against them."""

from questions.property import Closes, Property, Wording
from questions.wording import N_


def trait(name: str, label: str, says: str, one_per: tuple[str, ...] | None = None, **extra: str) -> Property:
    """Return a property of a monster whose value is a phrase; the keyword arguments are its qualifiers' types."""
    return Property(
        name=name,
        label=label,
        of=("monster",),
        types=("text",),
        one_per=one_per,
        qualifiers=extra,
        wording=Wording(says=says),
    )


PROPERTIES = (
    Property(
        name="monster",
        label=N_("monster"),
        of=("film",),
        types=("monster",),
        one_per=None,
        wording=Wording(
            says=N_("{value} appears in {subject}."),
            alike=(N_("The same monster appears in three of these films. In which one does it not?"),),
            asks=(N_("Which monster appears in {subject}?"),),
            asks_one_of=(N_("Which of these monsters appears in {subject}?"),),
            inverse=(
                N_("In which of these films does {value} appear?"),
                N_("Which of these films has {value} in it?"),
            ),
        ),
    ),
    Property(
        name="realised_by",
        label=N_("how the monster was made"),
        of=("film",),
        types=("text",),
        one_per=None,
        qualifiers={"as": "monster"},
        wording=Wording(says=N_("In {subject}, {role} is brought to life by this: {value}.")),
    ),
    Property(
        name="vehicle",
        label=N_("military vehicle"),
        of=("film",),
        types=("text",),
        one_per=None,
        qualifiers={"kind": "text"},
        wording=Wording(says=N_("This vehicle appears in {subject}: {value}.")),
    ),
    Property(
        name="titular_of",
        label=N_("title role"),
        of=("monster",),
        types=("film",),
        one_per=None,
        wording=Wording(says=N_("{subject} is the title monster of {value}.")),
    ),
    Property(
        name="introduced_in",
        label=N_("first appearance"),
        of=("monster",),
        types=("film",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject} first appears in {value}.")),
    ),
    Property(
        name="named_by",
        label=N_("named by"),
        of=("monster",),
        types=("character",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject} is given its name by {value}.")),
    ),
    trait("named_when", N_("named when"), N_("{subject} is given its name {value}."), ()),
    trait("named_after", N_("named after"), N_("{subject} is named after {value}."), ()),
    Property(
        name="named_from",
        label=N_("work the name comes from"),
        of=("monster",),
        types=("work",),
        one_per=(),
        wording=Wording(says=N_("The name of {subject} comes from {value}.")),
    ),
    trait("body_type", N_("kind of body"), N_("The body of {subject} is {value}."), ()),
    trait("origin", N_("origin"), N_("{subject} is {value}."), ()),
    trait("biochemistry", N_("biochemistry"), N_("{subject} is {value}."), ()),
    trait("attracted_to", N_("attracted to"), N_("{subject} is attracted to {value}."), (), example="text"),
    trait("goal", N_("goal"), N_("The goal of {subject}: {value}.")),
    trait("part", N_("part in the story"), N_("{subject}: {value}."), ()),
    trait("pronoun", N_("pronoun"), N_("{subject} is spoken of as {value}."), ()),
    trait("size", N_("size"), N_("{subject} is {value}."), (), compared_with="text"),
    trait("weapon", N_("weapon"), N_("A weapon of {subject}: {value}."), None, emitted_from="text"),
    trait("ability", N_("ability"), N_("An ability of {subject}: {value}.")),
    trait("body_part", N_("body part"), N_("{subject} has {value}.")),
    trait("effect", N_("effect"), N_("What {subject} does: it {value}.")),
    trait("function", N_("function"), N_("{subject} serves as a {value}."), ()),
    trait("form", N_("form"), N_("{subject} is a {value}.")),
    trait("explosion", N_("explosion"), N_("The explosion of {subject} is {value}.")),
    trait("payload", N_("payload"), N_("{subject} carries {value}."), ()),
)
