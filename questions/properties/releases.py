"""When and how a film reached the people, in cinemas and at home."""

from questions.property import Closes, Property, Wording
from questions.wording import N_

PROPERTIES = (
    Property(
        name="release",
        label=N_("release"),
        also=(
            N_("release date"),
            N_("premiere"),
        ),
        of=("film",),
        types=("date",),
        one_per=("country", "kind"),
        closes=Closes.ALWAYS,
        qualifiers={
            "country": "country",
            "kind": "release kind",
            "title": "text",
            "distributor": "company",
            "format": "text",
        },
        wording=Wording(
            says=N_("{subject} was released on {value} ({country}, {kind})."),
            asks=(N_("When was {subject} released in {country} ({kind})?"),),
            account=(
                N_(
                    "The sources differ about {subject}. When did it come out ({country}, {kind}) according to {source}?"
                ),
            ),
        ),
    ),
    Property(
        name="release_kind",
        label=N_("kind of release"),
        of=("film",),
        types=("text",),
        one_per=("country", "year"),
        qualifiers={"country": "country", "year": "year"},
        wording=Wording(says=N_("The release of {subject} in this country ({country}) was {value}.")),
    ),
    Property(
        name="release_format",
        label=N_("format of a release"),
        of=("film",),
        types=("text",),
        one_per=("country", "year"),
        qualifiers={"country": "country", "year": "year"},
        wording=Wording(says=N_("The release of {subject} in this country ({country}) came on {value}.")),
    ),
    Property(
        name="release_plan",
        label=N_("planned release"),
        of=("film",),
        types=("text",),
        one_per=None,
        qualifiers={"country": "country", "when": "text"},
        wording=Wording(says=N_("Plans to release {subject}: {value}.")),
    ),
    Property(
        name="home_video",
        label=N_("home video"),
        also=(
            N_("DVD"),
            N_("Blu-ray"),
        ),
        of=("film",),
        types=("release",),
        one_per=None,
        wording=Wording(says=N_("{subject} came out on home video as {value}.")),
    ),
    Property(
        name="disc",
        label=N_("disc format"),
        of=("release",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("{subject} is a {value}.")),
    ),
    Property(
        name="publisher",
        label=N_("publisher"),
        of=("release",),
        types=("company",),
        one_per=(),
        wording=Wording(says=N_("{value} published {subject}.")),
    ),
    Property(
        name="sold_in",
        label=N_("country of sale"),
        of=("release",),
        types=("country",),
        one_per=(),
        wording=Wording(says=N_("{subject} was sold in this country: {value}.")),
    ),
    Property(
        name="published",
        label=N_("date of publication"),
        of=("release",),
        types=("date",),
        one_per=(),
        closes=Closes.ALWAYS,
        wording=Wording(says=N_("{subject} came out in {value}.")),
    ),
    Property(
        name="region",
        label=N_("region code"),
        of=("release",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("The region code of {subject} is {value}.")),
    ),
    Property(
        name="covers",
        label=N_("years covered"),
        of=("release",),
        types=("text",),
        one_per=(),
        wording=Wording(says=N_("{subject} covers films from {value}.")),
    ),
)
