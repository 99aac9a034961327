"""The table of rule codes: what each means, with an example of wrong and right, and what it is known to miss."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a finding. `wrong` and `right` are a draft's words against the same `note`."""

    code: str
    name: str
    summary: str
    note: str = ""
    wrong: str = ""
    right: str = ""
    limits: str = ""

    @property
    def family(self) -> str:
        """What the hundred stands for."""
        return FAMILIES[self.code[:3]]


FAMILIES = {
    "FC1": "quote",
    "FC2": "number",
    "FC3": "date and age",
    "FC4": "name and title",
    "FC5": "polarity, direction, rank",
    "FC6": "the draft contradicts itself",
    "FC7": "sourcing",
    "FC9": "the tool itself",
}

_RULES = (
    Rule(
        "FC101",
        "quote-altered",
        "The words between the quotation marks are not the words of the note.",
        note='MINISTER: "We will not sign this treaty in its present form."',
        wrong='The minister said: "We will never sign this treaty in its present form."',
        right='The minister said: "We will not sign this treaty …"',
        limits="Ellipses, square brackets, the case of the first letter and the final stop may differ.",
    ),
    Rule(
        "FC102",
        "quote-speaker",
        "The note has these words, but somebody else says them.",
        note='MAYOR: "The bridge is safe."',
        wrong='"The bridge is safe," the engineer said.',
        right='"The bridge is safe," the mayor said.',
        limits="The note must name the speaker next to the words.",
    ),
    Rule(
        "FC103",
        "quote-joined",
        "One quotation joins words that stand apart in the note, without an ellipsis.",
        note='"The bridge is safe," she said. "We looked at every bolt. It will open in May."',
        wrong='"The bridge is safe. It will open in May," she said.',
        right='"The bridge is safe … It will open in May," she said.',
    ),
    Rule(
        "FC201",
        "number",
        "The same thing is counted or measured with another number.",
        note="Inflation fell to 4.1 percent in March.",
        wrong="Inflation fell to 41 percent in March.",
        right="Inflation fell to about 4 percent in March.",
        limits="Rounded, converted and implied values agree; numbers of different things are not compared.",
    ),
    Rule(
        "FC202",
        "unit",
        "The same number stands with another unit, currency or magnitude.",
        note="The fund holds $3.2 billion.",
        wrong="The fund holds $3.2 million.",
        right="The fund holds 3.2 billion dollars.",
    ),
    Rule(
        "FC203",
        "arithmetic",
        "A sum, difference, share or change does not follow from the figures of the note.",
        note="A table with the rows 5,120 and 3,020.",
        wrong="Together they sold 8,410.",
        right="Together they sold 8,140.",
    ),
    Rule(
        "FC301",
        "date",
        "The same event stands with another date, year or period.",
        note="She resigned on 3 May 2019.",
        wrong="She resigned in 2018.",
        right="She resigned in May 2019.",
        limits="A coarser date agrees with a finer one; a relative date without an anchor stays unresolved.",
    ),
    Rule(
        "FC302",
        "age-or-duration",
        "The same person or event stands with another age or length of time.",
        note="He was ten when he left the village.",
        wrong="He left the village when he was five.",
        right="He left the village at the age of ten.",
    ),
    Rule(
        "FC401",
        "name",
        "Another person, place, organisation or work stands in the same place of the same statement.",
        note="The rice came from Peru.",
        wrong="The rice came from Brazil.",
        right="The Peruvian rice …",
        limits="A name that is not known to be another (an alias, a part of a whole) is not compared.",
    ),
    Rule(
        "FC402",
        "title",
        "The same person stands with another title, office, occupation or relation.",
        note="Marie Orr, the finance minister, resigned.",
        wrong="Marie Orr, the health minister, resigned.",
        right="Finance minister Marie Orr resigned.",
    ),
    Rule(
        "FC403",
        "role-swap",
        "The same names stand in swapped roles.",
        note="Acme bought Bolt.",
        wrong="Bolt bought Acme.",
        right="Bolt was bought by Acme.",
    ),
    Rule(
        "FC404",
        "attribution",
        "The note has the statement, but another person makes it, or an interviewer asks it and is told no.",
        note="The treasurer said that the accounts were late.",
        wrong="The chairman said that the accounts were late.",
        right="According to the treasurer, the accounts were late.",
        limits=(
            "Nearly all of the statement must stand there. In an interview the turns tell who speaks; what is said of "
            '"you", or answered with a yes, accuses nobody.'
        ),
    ),
    Rule(
        "FC501",
        "negation",
        "One of the two says that it is so, the other that it is not.",
        note="The boat does not carry passengers.",
        wrong="The boat carries passengers.",
        right="The boat carries no passengers.",
    ),
    Rule(
        "FC502",
        "direction",
        "The two say opposite things: rose and fell, ahead and behind, accepted and rejected.",
        note="Exports rose in March.",
        wrong="Exports fell in March.",
        right="Exports climbed in March.",
    ),
    Rule(
        "FC503",
        "rank",
        "First, second, last, only or a superlative does not match the rank in the note.",
        note="It is the second largest hall in the country.",
        wrong="It is the largest hall in the country.",
        right="The country has only one larger hall.",
    ),
    Rule(
        "FC504",
        "scope",
        "All, most, some, none or only claims more than, or the opposite of, what the note says.",
        note="Some members voted for it.",
        wrong="All members voted for it.",
        right="Members voted for it.",
    ),
    Rule(
        "FC505",
        "over-claim",
        "The note says that it may be so, is alleged or planned; the draft says that it is.",
        note="The drug may reduce the risk.",
        wrong="The drug reduces the risk.",
        right="The drug might reduce the risk.",
    ),
    Rule(
        "FC506",
        "order-or-cause",
        "Before and after, or cause and effect, are swapped, or the note gives another cause or denies this one.",
        note="The strike began after the vote. The mill closed because of its debts.",
        wrong="The strike began before the vote. The mill closed because of a fire.",
        right="The vote came before the strike. Debts led to the closure of the mill.",
        limits=(
            "Only causes that are named as such (because of, due to, caused by, attributed to) and are things; one "
            "that is told in a clause (because it was too small) can be the same in other words, and only casts doubt."
        ),
    ),
    Rule(
        "FC507",
        "word",
        "In an otherwise identical statement another word, known to exclude the first, stands in the same place.",
        note="They were protesting against modernity.",
        wrong="They were protesting against poverty.",
        right="They protested against modernity.",
    ),
    Rule(
        "FC601",
        "draft-number",
        "The draft gives the same quantity in two ways.",
        wrong="The fund paid 40 grants. … All 45 grants were paid.",
    ),
    Rule(
        "FC602",
        "draft-date",
        "The draft gives the same event two dates.",
        wrong="Orr resigned in 2018. … Since Orr resigned in 2019, …",
    ),
    Rule(
        "FC603",
        "draft-name",
        "The draft spells the same name in two ways.",
        wrong="Marie Orr came first. … Mary Orr left.",
    ),
    Rule(
        "FC604",
        "draft-sum",
        "The parts that the draft gives do not add up to its total, or shares of a whole exceed 100 percent.",
        wrong="Of the 90 members, 50 voted for it, 30 against it and 20 abstained.",
    ),
    Rule(
        "FC605",
        "draft-age",
        "An age in the draft does not fit the dates of birth and event that it gives.",
        wrong="Orr, born in 1950, died in 2000 aged 60.",
    ),
    Rule(
        "FC606",
        "draft-title",
        "The draft gives the same person two titles that exclude each other.",
        wrong="Health minister Marie Orr … The finance minister, Marie Orr, …",
    ),
    Rule("FC701", "one-secondary-source", "The claim rests on a single note that is not a primary source."),
    Rule("FC702", "same-origin", "All the notes that support the claim are copies of one origin."),
    Rule("FC703", "stale-source", 'The draft says "now" of what a note said long before.'),
    Rule("FC704", "interested-source", "The claim rests only on notes of a party with an interest in it."),
    Rule("FC901", "unreadable", "A note was named but could not be read."),
    Rule(
        "FC902",
        "limit",
        "A note is used only in part: a table of more than 5,000 rows is not read as a table.",
        limits="Its rows are still searched and compared as text; split the table to have its figures looked up.",
    ),
    Rule("FC903", "not-english", "The text is not English and was not checked."),
    Rule("FC904", "failed", "A claim could not be checked because something failed."),
    Rule("FC905", "own-text", "A note is the article itself, and a draft does not support itself."),
)

RULES = {rule.code: rule for rule in _RULES}


def rule(code: str) -> Rule:
    """The rule with that code, in any case; an unknown code is a `UsageError`."""
    found = RULES.get(code.upper())
    if found is None:
        raise UsageError(f'there is no rule "{code}"; `factcheck rule` lists them all')
    return found
