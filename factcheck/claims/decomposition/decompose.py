"""One parsed sentence to its atomic statements, with the proof that no word was dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.coverage import content_words, is_connective
from factcheck.claims.decomposition import aside_statements, asides, events, titles
from factcheck.claims.decomposition.clauses import Clauses
from factcheck.claims.decomposition.frames import Frame, Statement
from factcheck.claims.decomposition.gapping import gaps, without
from factcheck.claims.decomposition.misreading import is_misread
from factcheck.claims.decomposition.phrases import whole
from factcheck.claims.decomposition.soundness import is_sound
from factcheck.claims.decomposition.tree import Tree
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.claims.repair.repaired import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Analysis


# A sentence of more words is a list or a table run together; it stands as it is.
LONGEST = 300
# A quotation of more words than this is speech, and is told apart elsewhere.
LONGEST_PHRASE = 8


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The statements of a sentence in the order of their words, each once.

    `analysis` is the parse that they were made from; `connectives` are the words that no statement holds, because they
    assert nothing; `untaken` says that a whole sentence with several predicates stands as one statement.
    """

    analysis: Analysis
    statements: tuple[Statement, ...]
    connectives: tuple[int, ...]
    untaken: bool


def decompose(analysis: Analysis) -> Decomposition:
    """Take a sentence apart."""
    if len(analysis.tokens) > LONGEST:
        tree = Tree(analysis)
        return Decomposition(analysis, (_as_it_stands(tree),), (), _predicates(tree) > 1)
    gapped = gaps(analysis)
    tree = Tree(repaired(without(analysis, gapped)))
    cut = asides.cut_asides(tree)
    clauses = Clauses(tree)
    found: list[Statement] = []
    for root in tree.analysis.roots:
        if tree.tokens[root].pos != "PUNCT":
            found += clauses.statements(root, Frame())
    for aside in () if _is_note(tree) else cut:
        found += aside_statements.statements(clauses, aside, _frame_around(clauses, aside.holder))
    for noun in events.events(tree):
        found += events.statements(tree, noun, _frame_around(clauses, noun))
    for noun in events.intentions(tree):
        found += events.intended(tree, noun, _frame_around(clauses, noun))
    found = _with_titles(tree, clauses, found)
    quoted = _quoted(tree)
    found = [replace(s, items=_exact(tree, _without_joint(tree, s.items), quoted)) for s in found]
    sound = [statement for statement in found if is_sound(tree, statement)]
    broken = len(sound) * 2 < len(found) or is_misread(tree)
    if broken:
        sound = [_as_it_stands(tree)]
    sound += [Statement(gap.items, gap.items[0]) for gap in gapped]
    missing = _missing(tree, sound)
    connectives = tuple(i for i in missing if is_connective(tree, i))
    extra = _recovered(tree, clauses, [i for i in missing if i not in connectives])
    if not all(is_sound(tree, statement) for statement in extra):
        extra = [_as_it_stands(tree)]
    untaken = (broken or any(_is_whole(tree, statement) for statement in extra)) and _predicates(tree) > 1
    kept = _each_once(tree, sound + extra)
    shown = _shown(kept)
    unsaid = tuple(t.i for t in tree.tokens if t.i not in shown and t.pos not in ("PUNCT", "SYM", "X"))
    return Decomposition(tree.analysis, tuple(kept), unsaid, untaken)


def _is_note(tree: Tree) -> bool:
    """ "Report 12: Meter Collections", "[1] Interview, Arn, 3 May": figures and names without a verb."""
    kinds = {token.pos for token in tree.tokens}
    return "NUM" in kinds and not kinds & {"VERB", "AUX"}


def statements(analysis: Analysis) -> list[Statement]:
    """The statements of a sentence."""
    return list(decompose(analysis).statements)


def _with_titles(tree: Tree, clauses: Clauses, found: list[Statement]) -> list[Statement]:
    """Names without their titles, and for each title a statement of its own."""
    named = titles.titles(tree)
    hidden = {i for title in named for i in range(title.start, title.noun + 1)}
    kept = [_without(statement, hidden) for statement in found]
    for title in named:
        around = _frame_around(clauses, title.name_end)
        prefix = tuple(item for item in around.prefix if item not in hidden)
        items = (*prefix, *titles.statement(tree, title))
        kept.append(Statement(items, title.noun, around.speech, around.speaker, identity=True))
    return kept


def _without(statement: Statement, hidden: set[int]) -> Statement:
    if not hidden:
        return statement
    items = tuple(item for item in statement.items if item not in hidden)
    return replace(statement, items=items, speaker=tuple(item for item in statement.speaker if item not in hidden))


def _frame_around(clauses: Clauses, i: int) -> Frame:
    """Who says the clause in which the word stands; the words that tell of the saying are nobody's."""
    tree, word = clauses.tree, i
    for _ in range(len(tree.tokens)):
        frame = clauses.frames.get(i)
        if frame is not None and word in (*frame.prefix, *frame.speaker):
            return Frame()
        if frame is not None:
            return Frame(prefix=frame.prefix, speech=frame.speech, speaker=frame.speaker, depth=frame.depth + 1)
        if tree.tokens[i].head == i:
            break
        i = tree.tokens[i].head
    return Frame()


def _without_joint(tree: Tree, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The statement without the "and" or "but" that joined it to what went before."""
    first = items[0] if len(items) > 1 else None
    joins = isinstance(first, int) and tree.tokens[first].pos == "CCONJ" and tree.lowered(first) in ("and", "but", "so")
    return items[1:] if joins else items


# --- words in quotation marks --------------------------------------------------------------------


def _quoted(tree: Tree) -> list[list[int]]:
    """The words of each short quotation: they are shown all or not at all."""
    found: list[list[int]] = []
    opened: int | None = None
    for token in tree.tokens:
        if token.text in ("“", '"') and opened is None:
            opened = token.i
        elif token.text in ("”", '"') and opened is not None:
            inside = [i for i in range(opened + 1, token.i) if tree.tokens[i].pos != "PUNCT"]
            if 1 < len(inside) <= LONGEST_PHRASE:
                found.append(inside)
            opened = None
    return found


def _exact(tree: Tree, items: tuple[Item, ...], quoted: list[list[int]]) -> tuple[Item, ...]:
    for inside in quoted:
        own = [item for item in items if (item if isinstance(item, int) else item.token) in inside]
        if own and own != inside:
            at = items.index(own[0])
            items = (*items[:at], *inside, *(item for item in items[at:] if item not in own))
            items = tuple(item for n, item in enumerate(items) if n != at - 1 or not _doubles(tree, item, inside[0]))
    return items


def _doubles(tree: Tree, item: Item, first: int) -> bool:
    """Whether an article put in by hand stands before the quotation's own."""
    return isinstance(item, Word) and item.text in ("a", "an", "the") and tree.rel[first] == "det"


# --- what no statement holds ---------------------------------------------------------------------


def _missing(tree: Tree, found: Iterable[Statement]) -> list[int]:
    shown = _shown(found)
    return [i for i in content_words(tree.tokens) if i not in shown]


def _shown(found: Iterable[Statement]) -> set[int | None]:
    return {item if isinstance(item, int) else item.token for statement in found for item in statement.items}


def _recovered(tree: Tree, clauses: Clauses, missing: list[int]) -> list[Statement]:
    """For words that were lost, the smallest clause with a subject that holds them, as it stands."""
    uncut = Tree(tree.analysis)
    found: list[Statement] = []
    left = set(missing)
    while left:
        i = min(left)
        top = _clause_over(uncut, i)
        if not uncut.is_verb(top):
            top = _root_over(uncut, top)
        around = _frame_around(clauses, top)
        joints = frozenset(k for k in uncut.kids[top] if k < i and uncut.rel[k] in ("cc", "mark"))
        items = tuple(sorted(item for item in whole(uncut, top, joints) if isinstance(item, int)))
        if any(item in items for item in around.prefix if isinstance(item, int)):
            around = Frame()
        found.append(Statement((*around.prefix, *items), top, around.speech, around.speaker))
        left -= {*items, i}
    return found


def _as_it_stands(tree: Tree) -> Statement:
    """The whole sentence, for want of a better understanding of it."""
    items = _without_joint(tree, tuple(token.i for token in tree.tokens if token.pos != "PUNCT"))
    return Statement(items, next((i for i in tree.analysis.roots if i in items), 0))


def _clause_over(tree: Tree, i: int) -> int:
    while tree.tokens[i].head != i:
        if tree.subject(i) is not None and tree.is_verb(i) and tree.rel[i] in ("conj", "ccomp", "parataxis", "advcl"):
            return i
        i = tree.tokens[i].head
    return i


def _root_over(tree: Tree, i: int) -> int:
    while tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i


def _is_whole(tree: Tree, statement: Statement) -> bool:
    return tree.tokens[statement.predicate].head == statement.predicate


def _predicates(tree: Tree) -> int:
    return sum(1 for token in tree.tokens if token.pos == "VERB" and token.rel not in ("amod", "compound", "case"))


def _each_once(tree: Tree, found: list[Statement]) -> list[Statement]:
    seen: set[tuple[str, ...]] = set()
    kept = []
    for statement in found:
        key = tuple(tree.lowered(item) if isinstance(item, int) else item.text.lower() for item in statement.items)
        if (
            key
            and key not in seen
            and any(
                isinstance(item, int) or (isinstance(item, Word) and item.token is not None) for item in statement.items
            )
        ):
            seen.add(key)
            kept.append(statement)
    return kept
