"""Who made a film."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

LITTLE_KNOWN, HARDLY_KNOWN = 0.05, 0.01
"""How much of the crew an audience knows, beside those who direct, write and compose."""


def credit(
    name: str,
    label: str,
    wording: Wording,
    closes: Closes = Closes.WHEN_KNOWN,
    also: tuple[str, ...] = (),
    familiar: float = 1.0,
) -> Property:
    """Return the property of a credit: who names one name under it names all, unless `closes` says otherwise."""
    return Property(
        name=name,
        label=label,
        of=("film",),
        types=("person", "group"),
        one_per=None,
        closes=closes,
        qualifiers={"credit": "text", "order": "number"},
        wording=wording,
        also=also,
        familiar=familiar,
    )


PROPERTIES = (
    credit(
        "director",
        N_("director"),
        Wording(
            says=N_("{value} directed {subject}."),
            alike=(N_("Three of these films have the same director. Which one has another?"),),
            asks=(N_("Who directed {subject}?"), N_("Who was the director of {subject}?")),
            asks_one_of=(N_("Which of these people is a director of {subject}?"),),
            inverse=(
                N_("Which of these films did {value} direct?"),
                N_("Which of these films was directed by {value}?"),
            ),
        ),
    ),
    credit(
        "writer",
        N_("writer"),
        Wording(
            says=N_("{value} wrote the screenplay of {subject}."),
            alike=(N_("Three of these films were written by the same person. Which one was not?"),),
            asks=(N_("Who wrote the screenplay of {subject}?"), N_("Who was the screenwriter of {subject}?")),
            asks_one_of=(N_("Which of these people worked on the screenplay of {subject}?"),),
            inverse=(N_("Which of these films did {value} write?"),),
        ),
        also=(
            N_("screenplay"),
            N_("screenwriter"),
        ),
    ),
    credit(
        "story_by",
        N_("story"),
        Wording(
            says=N_("{value} wrote the story behind {subject}."),
            asks=(N_("Who wrote the story behind {subject}?"),),
            asks_one_of=(N_("Which of these people wrote the story behind {subject}?"),),
            inverse=(N_("For which of these films did {value} write the story?"),),
        ),
        closes=Closes.WHEN_SAID,
        also=(
            N_("original story"),
            N_("author"),
        ),
    ),
    credit(
        "producer",
        N_("producer"),
        Wording(
            says=N_("{value} is a producer of {subject}."),
            asks=(N_("Who produced {subject}?"),),
            asks_one_of=(N_("Which of these people produced {subject}?"),),
            inverse=(N_("Which of these films did {value} produce?"),),
        ),
        closes=Closes.WHEN_SAID,
    ),
    credit(
        "executive_producer",
        N_("executive producer"),
        Wording(
            says=N_("{value} is the executive producer of {subject}."),
            asks=(N_("Who was the executive producer of {subject}?"),),
            asks_one_of=(N_("Which of these people is an executive producer of {subject}?"),),
            inverse=(N_("Of which of these films was {value} the executive producer?"),),
        ),
        closes=Closes.WHEN_SAID,
        familiar=LITTLE_KNOWN,
    ),
    credit(
        "composer",
        N_("composer"),
        Wording(
            says=N_("The music of {subject} is by {value}."),
            alike=(N_("Three of these films have music by the same composer. Which one does not?"),),
            asks=(N_("Who composed the music for {subject}?"), N_("Whose music is heard in {subject}?")),
            asks_one_of=(N_("Which of these composed music for {subject}?"),),
            inverse=(
                N_("For which of these films did {value} write the music?"),
                N_("Which of these films has music by {value}?"),
            ),
        ),
        also=(
            N_("music"),
            N_("score"),
        ),
    ),
    credit(
        "cinematographer",
        N_("cinematographer"),
        Wording(
            says=N_("{value} was the cinematographer of {subject}."),
            asks=(
                N_("Who was the cinematographer of {subject}?"),
                N_("Who was behind the camera on {subject}?"),
            ),
            asks_one_of=(N_("Which of these people shot {subject}?"),),
            inverse=(N_("On which of these films was {value} the cinematographer?"),),
        ),
        also=(
            N_("photography"),
            N_("camera"),
        ),
        familiar=LITTLE_KNOWN,
    ),
    credit(
        "editor",
        N_("editor"),
        Wording(
            says=N_("{value} edited {subject}."),
            asks=(N_("Who edited {subject}?"), N_("Who was the editor of {subject}?")),
            asks_one_of=(N_("Which of these people edited {subject}?"),),
            inverse=(N_("Which of these films did {value} edit?"),),
        ),
        also=(N_("editing"),),
        familiar=LITTLE_KNOWN,
    ),
    credit(
        "production_designer",
        N_("production designer"),
        Wording(
            says=N_("{value} was the production designer of {subject}."),
            asks=(N_("Who was the production designer of {subject}?"),),
            inverse=(N_("Which of these films had {value} as its production designer?"),),
        ),
        familiar=LITTLE_KNOWN,
    ),
    credit(
        "art_director",
        N_("art director"),
        Wording(
            says=N_("{value} was the art director of {subject}."),
            asks=(N_("Who was the art director of {subject}?"),),
            inverse=(N_("Which of these films had {value} as its art director?"),),
        ),
        familiar=LITTLE_KNOWN,
    ),
    credit(
        "effects_director",
        N_("special effects director"),
        Wording(
            says=N_("{value} directed the special effects of {subject}."),
            alike=(
                N_("Three of these films have special effects by the same director. Which one does not?"),
            ),
            asks=(
                N_("Who directed the special effects of {subject}?"),
                N_("Who was in charge of the special effects of {subject}?"),
            ),
            asks_one_of=(N_("Which of these people directed special effects for {subject}?"),),
            inverse=(N_("For which of these films did {value} direct the special effects?"),),
        ),
        also=(N_("special effects"),),
    ),
    credit(
        "effects_assistant",
        N_("assistant director of special effects"),
        Wording(
            says=N_("{value} was assistant director of special effects on {subject}."),
            asks=(N_("Who was the assistant director of special effects on {subject}?"),),
            inverse=(N_("On which of these films was {value} assistant director of special effects?"),),
        ),
        familiar=HARDLY_KNOWN,
    ),
    credit(
        "sound",
        N_("sound"),
        Wording(
            says=N_("{value} did the sound for {subject}."),
            asks=(N_("Who did the sound for {subject}?"),),
            inverse=(N_("For which of these films did {value} do the sound?"),),
        ),
        familiar=HARDLY_KNOWN,
    ),
    credit(
        "lighting",
        N_("lighting"),
        Wording(
            says=N_("{value} did the lighting for {subject}."),
            asks=(N_("Who did the lighting for {subject}?"),),
            inverse=(N_("For which of these films did {value} do the lighting?"),),
        ),
        familiar=HARDLY_KNOWN,
    ),
)
