"""Who paid for a film and who brought it to the people."""

from questions.property import Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="production_company",
        label=N_("production company"),
        of=("film",),
        types=("company",),
        one_per=None,
        qualifiers={"order": "number"},
        wording=Wording(
            says=N_("{value} is a production company of {subject}."),
            asks=(N_("Which company produced {subject}?"),),
            asks_one_of=(N_("Which of these companies had a part in producing {subject}?"),),
            inverse=(N_("Which of these films did {value} have a part in producing?"),),
        ),
    ),
    Property(
        name="distributor",
        label=N_("distributor"),
        of=("film",),
        types=("company",),
        one_per=None,
        qualifiers={"country": "country", "year": "year"},
        wording=Wording(says=N_("{value} distributed {subject}.")),
    ),
)
