"""Verbs that the language model takes for something else: "persuaded" is of "persuade", and "employs" is no noun."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck.claims.decomposition.grammar import demonyms
from factcheck.claims.referents.mentions import genders
from factcheck.facets.lexicon import base_forms, known
from factcheck.model import Analysis, Token

OPENING = 3
_PREDICATES = frozenset(["ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "conj"])


def mended(analysis: Analysis) -> Analysis:
    """The analysis with a lemma that is a verb for every verb of which one is known."""
    found: dict[int, Token] = {}
    for token in analysis.tokens:
        if token.pos == "VERB" and (lemma := verb(token)) != token.lemma:
            found[token.i] = replace(token, lemma=lemma)
        elif token.tag in ("NN", "NNS") and token.dep in _PREDICATES and _has_subject(analysis, token):
            tag = "VBZ" if token.lower.endswith("s") else "VBP"
            if known(verb(token), "VERB"):
                found[token.i] = replace(token, pos="VERB", tag=tag, lemma=verb(token))
        elif token.tag == "NNPS" and token.i and analysis.tokens[token.i - 1].lower in genders():
            found[token.i] = replace(token, tag="NNP")  # "Chloe Owens" is one
        elif token.i < OPENING and _is_name(analysis, token):
            found[token.i] = replace(token, pos="PROPN", tag="NNP")
    return Analysis(analysis.text, tuple(found.get(t.i, t) for t in analysis.tokens)) if found else analysis


def _is_name(analysis: Analysis, token: Token) -> bool:
    """ "Eugene Nida": a word with a capital before a name is no adjective, if there is none like it."""
    after = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else None
    names = token.tag == "JJ" and token.text[:1].isupper() and after is not None and after.pos == "PROPN"
    return names and not known(token.lower, "ADJ") and not known(token.lower, "NOUN") and token.text not in demonyms()


def _has_subject(analysis: Analysis, noun: Token) -> bool:
    """Whether a "noun" has a subject that agrees with it as a verb, and nothing that makes it a noun."""
    below = [analysis.tokens[k] for k in analysis.children[noun.i]]
    subjects = [t for t in below if t.rel == "nsubj" and t.i < noun.i]
    nominal = any(t.rel in ("det", "amod", "cop", "case", "nummod", "compound") or t.dep == "nmod:poss" for t in below)
    plural = any(t.tag in ("NNS", "NNPS") or t.lower in ("they", "we", "i", "you") for t in subjects)
    return bool(subjects) and not nominal and plural != noun.lower.endswith("s")


def verb(token: Token) -> str:
    """The verb of which a word is a form, though it may be tagged as a noun or an adjective."""
    return verb_of(token.lower, token.lemma.lower())


@cache
def verb_of(form: str, lemma: str) -> str:
    """The lemma, unless it is no verb and another word from which the form may come is one."""
    if form.endswith("ying") and known(form[:-4] + "ie", "VERB"):
        return form[:-4] + "ie"
    if known(lemma, "VERB"):
        return lemma
    candidates = (*sorted(base_forms(form, "VERB")), *_regular(form))
    return next((base for base in candidates if len(base) > 1 and known(base, "VERB")), lemma)


def _regular(form: str) -> tuple[str, ...]:
    """The words that would have this form if they were regular verbs."""
    for ending in ("ied", "ies"):
        if form.endswith(ending):
            return (form[:-3] + "y", form[:-1])
    if form.endswith("s"):
        return (form[:-1], form[:-2])
    stem = form.removesuffix("ing") if form.endswith("ing") else form.removesuffix("ed")
    if stem == form:
        return (form,)
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return (stem, stem + "e", undoubled)


@cache
def noun_of(form: str) -> str:
    """The noun of which a word is the plural, as far as one is known."""
    candidates = (form, *sorted(base_forms(form, "NOUN")), form[:-1], form[:-2], form[:-3] + "y")
    return next((base for base in candidates if len(base) > 1 and known(base, "NOUN")), form)
