"""Who made a film."""

from questions.property import Closes, Property, Wording
from questions.wording import N_


def credit(
    name: str, label: str, wording: Wording, closes: Closes = Closes.WHEN_KNOWN, also: tuple[str, ...] = ()
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
    )


PROPERTIES = (
    credit(
        "director",
        N_("director"),
        Wording(
            says=N_("{value} directed {subject}."),
            alike=(N_("Three of these films have the same director. Which one has another?"),),
            asks=(N_("Who directed {subject}?"), N_("{subject}: who was its director?")),
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
            asks=(N_("Who wrote the screenplay of {subject}?"), N_("{subject}: who wrote its screenplay?")),
            asks_one_of=(N_("Which of these people is a writer of {subject}?"),),
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
            asks_one_of=(N_("Which of these people is a producer of {subject}?"),),
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
    ),
    credit(
        "composer",
        N_("composer"),
        Wording(
            says=N_("The music of {subject} is by {value}."),
            alike=(N_("Three of these films have music by the same composer. Which one does not?"),),
            asks=(N_("Who composed the music of {subject}?"), N_("Whose music is heard in {subject}?")),
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
            says=N_("{value} photographed {subject}."),
            alike=(N_("Three of these films were photographed by the same person. Which one was not?"),),
            asks=(
                N_("Who was the cinematographer of {subject}?"),
                N_("Who stood behind the camera of {subject}?"),
            ),
            asks_one_of=(N_("Which of these people is a cinematographer of {subject}?"),),
            inverse=(N_("Which of these films did {value} photograph?"),),
        ),
        also=(
            N_("photography"),
            N_("camera"),
        ),
    ),
    credit(
        "editor",
        N_("editor"),
        Wording(
            says=N_("{value} edited {subject}."),
            asks=(N_("Who edited {subject}?"), N_("{subject}: who was its editor?")),
            asks_one_of=(N_("Which of these people is an editor of {subject}?"),),
            inverse=(N_("Which of these films did {value} edit?"),),
        ),
        also=(N_("editing"),),
    ),
    credit(
        "production_designer",
        N_("production designer"),
        Wording(
            says=N_("{value} was the production designer of {subject}."),
            asks=(N_("Who was the production designer of {subject}?"),),
            inverse=(N_("Which of these films had {value} as its production designer?"),),
        ),
    ),
    credit(
        "art_director",
        N_("art director"),
        Wording(
            says=N_("{value} was the art director of {subject}."),
            asks=(N_("Who was the art director of {subject}?"),),
            inverse=(N_("Which of these films had {value} as its art director?"),),
        ),
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
            asks_one_of=(N_("Which of these people directed special effects of {subject}?"),),
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
    ),
    credit(
        "sound",
        N_("sound"),
        Wording(
            says=N_("{value} did the sound for {subject}."),
            asks=(N_("Who did the sound for {subject}?"),),
            inverse=(N_("For which of these films did {value} do the sound?"),),
        ),
    ),
    credit(
        "lighting",
        N_("lighting"),
        Wording(
            says=N_("{value} did the lighting for {subject}."),
            asks=(N_("Who did the lighting for {subject}?"),),
            inverse=(N_("For which of these films did {value} do the lighting?"),),
        ),
    ),
)
