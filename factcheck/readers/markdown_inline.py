"""What of a paragraph of Markdown is notation: emphasis marks, link targets, images, tags, comments, escapes."""

from __future__ import annotations

import re
from string import punctuation
from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_INLINE = 50_000
"""Characters of a paragraph that are searched for notation; the parser is slow on more, and prose is shorter."""

_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")


def inline_markup(
    parser: MarkdownIt, words: str, env: dict[str, object], start: int = 0, *, keep_alt: bool = False
) -> list[Span]:
    """The spans of the words, from `start` on, that are notation; `keep_alt` keeps an image's description as words."""
    if len(words) > MAX_INLINE or not _could_hold_markup(words):
        return []
    tokens: list[Token] = []
    parser.inline.parse(words[start:], parser, env, tokens)
    walker = _Walker(words, start, parser, keep_alt=keep_alt)
    walker.walk(tokens)
    marks = [*walker.marks, *(Span(m.start(), m.end()) for m in _NOTE_MARK.finditer(words, start))]
    return sorted(marks)


def _could_hold_markup(words: str) -> bool:
    return any(sign in words for sign in "*_`[]<>\\&!")


class _Walker:
    """Walks the inline tokens and the source side by side; whatever the tokens do not say is notation."""

    def __init__(self, words: str, start: int, parser: MarkdownIt, *, keep_alt: bool) -> None:
        self.words = words
        self.at = start
        self.parser = parser
        self.keep_alt = keep_alt
        self.marks: list[Span] = []

    def walk(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type in ("text", "html_inline"):
                self._literal(token.content, is_mark=token.type == "html_inline")
            elif token.type == "text_special":
                self._special(token)
            elif token.type in ("softbreak", "hardbreak"):
                self._line_break()
            elif token.type == "code_inline":
                self._code(len(token.markup))
            elif token.type == "image":
                self._image(token)
            elif token.type == "link_open":
                self._mark(1)
            elif token.type == "link_close":
                self._link_end(autolink=token.markup == "autolink")
            else:
                self._mark(len(token.markup))

    def _mark(self, length: int) -> None:
        if length:
            self.marks.append(Span(self.at, self.at + length))
            self.at += length

    def _literal(self, content: str, *, is_mark: bool) -> None:
        """Words that stand in the source as they are; if they do not follow at once, what precedes them is notation."""
        if not content:
            return
        found = self.words.find(content, self.at, self.at + len(content) + MAX_INLINE)
        if found < 0:
            return
        self._mark(found - self.at)
        if is_mark:
            self._mark(len(content))
        else:
            self.at = found + len(content)

    def _special(self, token: Token) -> None:
        r"""An escape ("\*") loses its backslash; an entity keeps what can stand for it ("&amp;" its "&")."""
        source = token.markup
        if not self.words.startswith(source, self.at):
            return
        if token.content.isspace():
            self._mark(len(source))
        elif source[0] == "\\" and source[1:] in punctuation:
            self._mark(1)
            self.at += len(source) - 1
        elif token.content == "&":
            self.at += 1
            self._mark(len(source) - 1)
        else:
            self.at += len(source)

    def _line_break(self) -> None:
        end = self.words.find("\n", self.at)
        if end < 0:
            return
        if self.words[self.at : end].strip():
            self._mark(end - self.at)
        self.at = end + 1
        while self.at < len(self.words) and self.words[self.at] in " \t":
            self.at += 1

    def _code(self, ticks: int) -> None:
        start = self.at
        fence = "`" * ticks
        self._mark(ticks)
        end = self.at
        while (end := self.words.find(fence, end)) >= 0:
            after = end + ticks
            if not self.words.startswith("`", after) and self.words[end - 1] != "`":
                self.at = end
                self._mark(ticks)
                return
            while after < len(self.words) and self.words[after] == "`":
                after += 1
            end = after
        self.at = start + ticks

    def _image(self, token: Token) -> None:
        from markdown_it.helpers import parseLinkLabel
        from markdown_it.rules_inline import StateInline

        state = StateInline(self.words, self.parser, {}, [])
        state.pos = self.at + 1
        end = parseLinkLabel(state, self.at + 1, False)
        if end < 0:
            return
        start = self.at
        if self.keep_alt:
            self._mark(2)
            self.walk(token.children or [])
            self.at = end
            self._link_end(autolink=False)
        else:
            self.at = end
            self._link_end(autolink=False)
            self.marks.append(Span(start, self.at))

    def _link_end(self, *, autolink: bool) -> None:
        """The "](target)", "][label]", "]" or ">" that closes a link."""
        end = self.at + 1
        if not autolink and self.words.startswith("(", end):
            end = self._target_end(end) or end
        if not autolink and end == self.at + 1 and self.words.startswith("[", end):
            close = self.words.find("]", end)
            end = close + 1 if close >= 0 else end
        self._mark(end - self.at)

    def _target_end(self, opening: int) -> int | None:
        """The offset after "(target 'title')", or None where the bracket only follows the link."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        size = len(self.words)
        at = _skip_space(self.words, opening + 1)
        target = parseLinkDestination(self.words, at, size)
        at = _skip_space(self.words, target.pos if target.ok else at)
        if at < size and self.words[at] in "\"'(":
            title = parseLinkTitle(self.words, at, size)
            at = _skip_space(self.words, title.pos if title.ok else at)
        return at + 1 if self.words.startswith(")", at) else None


def _skip_space(words: str, at: int) -> int:
    while at < len(words) and words[at] in " \t\n":
        at += 1
    return at
