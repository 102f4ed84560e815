"""What became of a film: awards, the debate on them, reviews and festivals."""

from questions.property import Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="award",
        label=N_("award"),
        also=(N_("prize"),),
        of=("film",),
        types=("award",),
        one_per=None,
        qualifiers={"year": "year", "category": "text"},
        wording=Wording(says=N_("{subject} won the {value}.")),
    ),
    Property(
        name="award_first",
        label=N_("first of its kind to win"),
        of=("film",),
        types=("text",),
        one_per=None,
        qualifiers={"award": "award"},
        wording=Wording(says=N_("{subject} is the {value}.")),
    ),
    Property(
        name="award_reaction",
        label=N_("reaction to the award"),
        of=("film",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("The award to {subject} led to a {value}.")),
    ),
    Property(
        name="award_criticism",
        label=N_("criticism of the award"),
        of=("film",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("What critics said of the award to {subject}: {value}.")),
    ),
    Property(
        name="festival",
        label=N_("festival"),
        of=("film",),
        types=("text",),
        one_per=None,
        wording=Wording(says=N_("{subject} was shown at this festival: {value}.")),
    ),
    Property(
        name="review",
        label=N_("review"),
        of=("film",),
        types=("person",),
        one_per=None,
        qualifiers={"date": "date"},
        wording=Wording(says=N_("{value} reviewed {subject}.")),
    ),
)
