"""What is known, put into a reader's words: each value with who says it, and every difference said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards import figures
from bot.cards.facts.differences import part
from bot.cards.facts.lookup import description
from bot.cards.facts.values import Paragraph, Style, Told
from bot.cards.facts.views import VIEWS
from bot.cards.text import fit, plain
from bot.wording import N_
from questions import telling
from questions.fold import same_script
from questions.packs import credited
from questions.properties import PROPERTIES
from questions.wording import words_for as question_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from gettext import NullTranslations

    from bot.cards.facts.differences import Rivals
    from bot.cards.facts.values import Entry, Known, Section
    from questions.catalogue import Catalogue, Fact
    from questions.steps import Steps

PHRASE_LIMIT = 500
VALUES_LIMIT = 1000  # all the values of one entry
UNSAID = frozenset({"billed", "order", "in", "about", "implied"})
"""Qualifiers that are told within the value, or that only order a list."""

DIFFERENCES = {
    "dispute": N_("The sources differ:"),
    "same": N_("One thing, told in several ways:"),
    "measure": N_("These measure different things:"),
}
ACCORDING = N_("{said} · according to {sources}")
DOUBTFUL = N_("doubtful")
SPELLED = N_("spelled “{form}” by {sources}")
AS = N_("as {role}")


def worded(catalogue: Catalogue, known: Known, language: str, words: NullTranslations) -> Steps[Told]:
    """Return, in steps, what is known in a language, its sources numbered from 1 as they come."""
    speaker = Speaker(catalogue, language, words)
    paragraphs: list[Paragraph] = []
    for section in known.sections:
        for entry in section.entries:
            paragraphs.append(speaker.paragraph(entry, section))
            yield
        if section.left_out:
            paragraphs.append(Paragraph(speaker.more(section.left_out), heading=speaker.heading(section)))
    return Told(
        title=telling.label(known.entity),
        what=f"{description(catalogue, known.entity, language, words)} · {caption(known, language, words)}",
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
        sources=tuple(speaker.numbers),
        address=(known.view, known.property_name, known.entity.id),
        others=tuple(
            f"{telling.label(other)} ({description(catalogue, other, language, words)})"
            for other in known.others
        ),
        credits=thanks(catalogue, known.facts),
    )


def thanks(catalogue: Catalogue, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return what the imports that gave any of these facts ask to be shown with them, and their licences."""
    given = credited(catalogue, (source for fact in facts for source in fact.sources))
    return tuple(f"{pack.attribution} ({pack.licence})" for pack in given if pack.attribution)


def caption(known: Known, language: str, words: NullTranslations) -> str:
    """Return what of an entity is told, in a word or two."""
    if known.property_name:
        return question_words(language).gettext(PROPERTIES[known.property_name].label)
    return words.gettext(VIEWS[known.view].CAPTION)


class Speaker:
    """Says facts in one language, and numbers the sources it names as it goes."""

    def __init__(self, catalogue: Catalogue, language: str, words: NullTranslations) -> None:
        self.catalogue = catalogue
        self.language = language
        self.words = words
        self.numbers: dict[str, int] = {}
        self.told: set[str] = set()

    def paragraph(self, entry: Entry, section: Section) -> Paragraph:
        """Return an entry in words under its section's heading."""
        disputes, agreed = part(self.catalogue, [fact for fact in entry.facts if fact.id not in self.told])
        bullet = "- " if len(section.entries) > 1 else ""
        lines = self.agreed(entry, agreed, bullet, alone=not disputes)
        told = [fact.id for fact in agreed]
        for rivals in disputes:
            self.told.update(fact.id for fact in rivals.facts)
            told += [fact.id for fact in rivals.facts]
            lines += self.disputed(entry, rivals)
        named = {self.number(source.what) for fact in agreed for source in fact.sources}
        return Paragraph("\n".join(lines), tuple(sorted(named)), self.heading(section), tuple(told))

    def heading(self, section: Section) -> str:
        """Return a section's heading, plain."""
        if isinstance(section.heading, str):
            return self.words.gettext(section.heading) if section.heading else ""
        name = telling.label(section.heading)
        return name[:1].upper() + name[1:]

    def lead(self, entry: Entry) -> str:
        """Return what an entry is about, escaped, ready to have values after it."""
        if entry.style is Style.PROPERTY:
            name = question_words(self.language).gettext(PROPERTIES[entry.facts[0].property].label)
            return f"**{plain(name[:1].upper() + name[1:], PHRASE_LIMIT)}** · "
        if not entry.lead or entry.style is Style.SENTENCES:
            return ""
        shown = plain(entry.lead, PHRASE_LIMIT)
        return f"- {shown} · " if entry.style is Style.LEAD else f"**{shown}** · "

    def agreed(self, entry: Entry, facts: Sequence[Fact], bullet: str, *, alone: bool) -> list[str]:
        """Return the lines of the facts nobody contradicts; `alone` says that the entry has no others."""
        if not facts:
            return []
        if entry.style is Style.SENTENCES:
            return [f"{bullet}{self.sentence(fact)}{self.marks([fact])}" for fact in facts]
        if entry.style is Style.LEAD and alone and len(facts) == 1:
            return [f"{self.lead(entry).removesuffix(' · ')}{self.marks(facts)}"]
        marks = [self.marks([fact]) for fact in facts]
        shared = marks[0] if len(set(marks)) == 1 else ""  # one passage says it all: name it once
        values = [
            f"{self.value(fact, role=not entry.lead)}{'' if shared else mark}"
            for fact, mark in zip(facts, marks, strict=True)
        ]
        hidden = entry.left_out
        if hidden:
            values.append(self.more(hidden))
        told = fit(
            values, VALUES_LIMIT, lambda count: self.more(count - bool(hidden) + hidden), separator="; "
        )
        return [f"{self.lead(entry) or bullet}{told}{shared}"]

    def more(self, count: int) -> str:
        """Return how many values are left out."""
        return self.words.ngettext("and {count} more", "and {count} more", count).format(count=count)

    def disputed(self, entry: Entry, rivals: Rivals) -> list[str]:
        """Return the lines of facts that meet: how they differ, then each with who says it."""
        why = next((fact.why for fact in rivals.facts if fact.why), None)
        reason = f" {plain(question_words(self.language).gettext(why), PHRASE_LIMIT)}." if why else ""
        indent = "  - " if entry.style is Style.LEAD else "- "
        says = self.sentence if entry.style is Style.SENTENCES else self.value
        return [
            f"{self.lead(entry)}{self.words.gettext(DIFFERENCES[rivals.difference])}{reason}",
            *(
                f"{indent}{self.words.gettext(ACCORDING).format(said=says(fact), sources=self.who(fact))}"
                for fact in rivals.facts
            ),
        ]

    def sentence(self, fact: Fact) -> str:
        """Return a fact as a sentence with its remarks, escaped."""
        told = plain(telling.statement(self.catalogue, fact, self.language), PHRASE_LIMIT)
        return f"{told}{self.bracketed(self.remarks(fact))}"

    def value(self, fact: Fact, *, role: bool = True) -> str:
        """Return a fact's value with its qualifiers and remarks, escaped; without the role where a lead names it."""
        said = plain(figures.value(fact, self.language), PHRASE_LIMIT)
        qualifiers = ", ".join(self.qualifiers(fact, role=role))
        return f"{said}{self.bracketed([qualifiers, *self.remarks(fact)])}"

    def qualifiers(self, fact: Fact, *, role: bool) -> Iterator[str]:
        """Yield a fact's qualifiers in words, those that people are told."""
        for name, given in fact.qualifiers.items():
            if name in UNSAID or isinstance(given, bool) or (name == "as" and not role):
                continue
            told = telling.qualifier(self.catalogue, fact, name, self.language)
            yield self.words.gettext(AS).format(role=told) if name == "as" else told

    def remarks(self, fact: Fact) -> list[str]:
        """Return what else must be said of a fact: that it is doubtful, how it is spelled, a note."""
        words = question_words(self.language)
        remarks = self.spellings(fact)
        if fact.difference == "doubt":
            doubt = self.words.gettext(DOUBTFUL)
            remarks.append(f"{doubt}: {words.gettext(fact.why)}" if fact.why else doubt)
        if fact.note:
            remarks.append(words.gettext(fact.note))
        return remarks

    def spellings(self, fact: Fact) -> list[str]:
        """Return how sources spell an entity in another way, each way once."""
        forms: dict[str, list[str]] = {}
        for said in fact.attestations if fact.entity is not None else ():
            for form in said.written:
                forms.setdefault(form, []).append(said.source.what)
        return [
            self.words.gettext(SPELLED).format(form=form, sources=", ".join(sources))
            for form, sources in forms.items()
            if fact.entity and form != fact.entity.name and same_script(form, fact.entity.name)
        ]

    def bracketed(self, details: Sequence[str]) -> str:
        """Return details in brackets, escaped, or nothing where there are none."""
        told = "; ".join(detail for detail in details if detail)
        return f" ({plain(told, PHRASE_LIMIT)})" if told else ""

    def who(self, fact: Fact) -> str:
        """Return who says a fact, by name."""
        return plain("; ".join(dict.fromkeys(source.what for source in fact.sources)), PHRASE_LIMIT)

    def marks(self, facts: Sequence[Fact]) -> str:
        """Return the numbers of the sources that say these facts, as they stand behind a statement."""
        named = sorted({self.number(source.what) for fact in facts for source in fact.sources})
        return f" [{', '.join(map(str, named))}]" if named else ""

    def number(self, source: str) -> int:
        """Return the number of a source, a new one for a source not named before."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)
