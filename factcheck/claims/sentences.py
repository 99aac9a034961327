"""Plain text to sentence spans: the kept splitter, with list items told apart and quotations split again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from factcheck.claims.data import words
from factcheck.model import Span

# The splitter is called on stretches of at most this size, cut at white space, so that its time stays linear.
STRETCH = 20_000

# "1.", "2)", "3.)", "• 9." or a lone bullet that opens an item; a lower-case letter only in a run "a. … b. …".
_NUMBER = r"(?:\d{1,3}(?:\.\)|[.)])|\(\d{1,3}\))"
_ITEM = re.compile(rf"(?:(?<=\s)|^)(?:[•◦▪⁃‣·*–-]\s?{_NUMBER}|[•◦▪⁃‣]|{_NUMBER})\s+(?=[\w“\"‘'])")
_LETTER = re.compile(r"(?:(?<=\s)|^)([a-h])[.)]\s+(?=\w)")
_OPENING = {"“": "”", "«": "»", '"': '"'}
_QUOTE_END = re.compile(r"[.!?…][\"”»’')\]]*\s+(?=[\"“«‘'(\[]*[A-Z0-9])")
_OPENING_MARK = re.compile(r"[.!?…][\"”»’)\]]*\s+([“‘«(\"])\s*\Z")
_SMALL_WORD = re.compile(r"(?<= )([a-z]{2,4})\.\s+(?=[\"“‘'(]*[A-Z])")
_LAST_WORD = re.compile(r"(?<![\w.])(\w{2,7})\.\s*\Z")


def split(text: str) -> list[Span]:
    """The sentences of a plain text, in order, without the white space between them."""
    spans = [span for start, end in _stretches(text) for span in _split_stretch(text, start, end)]
    return [trimmed for span in spans if (trimmed := _trim(text, span)) is not None]


def _stretches(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    while len(text) - start > STRETCH:
        end = text.rfind(". ", start, start + STRETCH) + 1
        if end <= start:
            end = text.rfind(" ", start, start + STRETCH) + 1
        if end <= start:
            end = start + STRETCH
        found.append((start, end))
        start = end
    found.append((start, len(text)))
    return found


def _split_stretch(text: str, start: int, end: int) -> list[Span]:
    part = text[start:end]
    found: list[Span] = []
    for item in _items(part):
        for sentence in _by_splitter(part, item):
            found += _by_quotes(part, sentence)
    return [Span(start + span.start, start + span.end) for span in found]


def _items(text: str) -> list[Span]:
    """Cut before list markers, where there are at least two that count up, or bullets."""
    cuts = [match.start() for match in _runs(text)]
    bounds = [0, *[cut for cut in cuts if cut > 0], len(text)]
    return [Span(a, b) for a, b in pairwise(bounds) if a < b]


def _runs(text: str) -> list[re.Match[str]]:
    numbered = _counting_up(list(_ITEM.finditer(text)), lambda match: re.sub(r"\D", "", match[0]))
    lettered = _counting_up(list(_LETTER.finditer(text)), lambda match: str(ord(match[1])))
    return sorted(numbered + lettered, key=lambda match: match.start())


def _counting_up(matches: list[re.Match[str]], value: Callable[[re.Match[str]], str]) -> list[re.Match[str]]:
    """The markers that stand next to their successor in a count; bullets without a number all count."""
    kept = []
    for index, match in enumerate(matches):
        number = value(match)
        if not number:
            kept.append(match)
            continue
        before = value(matches[index - 1]) if index else ""
        after = value(matches[index + 1]) if index + 1 < len(matches) else ""
        if (before and int(before) + 1 == int(number)) or (after and int(after) == int(number) + 1):
            kept.append(match)
    return kept


def _by_splitter(text: str, item: Span) -> list[Span]:
    part = item.of(text)
    marker = _ITEM.match(part) or _LETTER.match(part)
    lead = marker.end() if marker else 0
    body = part[lead:]
    found = [
        Span(item.start + lead + start, item.start + lead + end)
        for b in get_sentence_boundaries("en", body)
        for start, end in _behind_words(body, b["start_index"], b["end_index"])
    ]
    if not found:
        return [item]
    found[0] = Span(item.start, found[0].end)
    return _rejoined(text, _with_their_marks(text, found))


def _behind_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut behind a word that the splitter took for an abbreviation: "Most voted no. The rest left"."""
    for match in _SMALL_WORD.finditer(text, start, end):
        if match[1] in words("words-like-abbreviations.txt"):
            yield start, match.end()
            start = match.end()
    yield start, end


def _with_their_marks(text: str, spans: list[Span]) -> list[Span]:
    """An opening mark at the end of a sentence belongs to the next one."""
    out = list(spans)
    for at, (span, after) in enumerate(pairwise(spans)):
        mark = _OPENING_MARK.search(text, max(span.start, span.end - 4), span.end)
        if mark is not None:
            out[at] = Span(out[at].start, mark.start(1))
            out[at + 1] = Span(mark.start(1), after.end)
    return out


def _rejoined(text: str, spans: list[Span]) -> list[Span]:
    """Sentences without a letter or digit join their neighbour, and so does a name its title."""
    joined: list[Span] = []
    for span in spans:
        if joined and (not any(c.isalnum() for c in span.of(text)) or _ends_in_title(text, joined[-1])):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _ends_in_title(text: str, span: Span) -> bool:
    """Whether the last word is "Ms." or "Dr.", behind which a name comes."""
    match = _LAST_WORD.search(text, max(span.start, span.end - 12), span.end)
    return match is not None and match[1][:1].isupper() and match[1].lower() in words("abbreviated-titles.txt")


def _by_quotes(text: str, sentence: Span) -> list[Span]:
    """A quotation of several sentences is split inside, unless its sentence goes on after it in lower case."""
    cuts: list[int] = []
    position = sentence.start
    while position < sentence.end:
        closing = _OPENING.get(text[position])
        end = text.find(closing, position + 1, sentence.end) if closing else -1
        if closing is None or end < 0:
            position += 1
            continue
        cuts += [match.end() for match in _QUOTE_END.finditer(text, position + 1, end) if _room(text, match)]
        rest = text[end : end + 3]
        if (
            text[end - 1] in ".!?"
            and re.match(r"[\"”»]\s[A-Z“\"]", rest)
            and end + 2 < sentence.end
            and _room_at(text, end)
        ):
            cuts.append(end + 2)
        position = end + 1
    bounds = [sentence.start, *sorted({c for c in cuts if sentence.start < c < sentence.end}), sentence.end]
    return [Span(a, b) for a, b in pairwise(bounds)]


def _room(text: str, match: re.Match[str]) -> bool:
    word = text[max(0, match.start() - 12) : match.start()].rsplit(" ", 1)[-1].strip("\"“‘'(")
    return word not in _abbreviations()


def _room_at(text: str, end: int) -> bool:
    return text[end - 2 : end - 1].isalnum()


def _abbreviations() -> frozenset[str]:
    return _ABBREVIATIONS


_ABBREVIATIONS = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Gen",
        "Sen",
        "Rep",
        "Gov",
        "St",
        "Jr",
        "Sr",
        "Lt",
        "Col",
        "Capt",
        "Sgt",
        "Rev",
        "Hon",
        "No",
        "vs",
        "U.S",
        "U.K",
        "U.N",
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
        "G",
        "H",
        "J",
        "K",
        "L",
        "M",
        "N",
        "O",
        "P",
        "Q",
        "R",
        "S",
        "T",
        "U",
        "V",
        "W",
        "X",
        "Y",
        "Z",
    ]
)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
