"""Which of its options a pronoun means, and how likely that is: a logistic model over the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from factcheck.claims.data import rows
from factcheck.claims.referents.evidence import evidence
from factcheck.claims.referents.mentions import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.claims.referents.evidence import View
    from factcheck.claims.referents.options import Option

# The pronouns that share their weights.
KINDS = {"he": "person", "she": "person", "it": "it", "they": "they"}


@dataclass(frozen=True, slots=True)
class Link:
    """The likeliest option of a pronoun, its probability, and whether another was mentioned as lately."""

    option: Option
    probability: float
    contested: bool = False


def link(view: View, found: Sequence[Option]) -> Link | None:
    """The likeliest of the options; None where it is likelier that none is meant."""
    return likeliest(view, found, _weights().get(KINDS[view.pointer.wants], {}))


def likeliest(view: View, found: Sequence[Option], weights: Mapping[str, float]) -> Link | None:
    """The likeliest of the options by these weights."""
    if not found:
        return None
    each, nobody = evidence(view, found)
    scores = [_score(features, weights) for features in each]
    none = _score(nobody, weights)
    best = max(range(len(found)), key=scores.__getitem__)
    if scores[best] <= none:
        return None
    option, guess = found[best], view.guess
    probability = 1 / sum(exp(score - scores[best]) for score in (*scores, none))
    if option.last.is_open and guess is not None and guess.key == option.last.key:
        # The pronoun before was not certain either.
        return Link(option, probability * guess.probability, contested=True)
    return Link(option, probability, any(_contests(o, option) for o in found if o is not option))


def _contests(other: Option, option: Option) -> bool:
    """Whether another option was mentioned as lately: of people, one named beside a verb, or a topic."""
    if other.last.sentence < option.last.sentence and other.named <= option.named:
        return False
    beside = other.last.role <= (Role.OBLIQUE if other.full.named else Role.TOPIC)
    return not option.full.is_person or (other.full.is_person and beside)


def _score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)


@cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for kind, feature, weight in rows("referent-weights.tsv"):
        found.setdefault(kind, {})[feature] = float(weight)
    return found
