"""What a misspelt name may have meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable

CLOSE_ENOUGH = 60  # rapidfuzz ratio, 0 to 100: "fail_om" and "fail-on" find "fail_on", "colour" finds nothing


def suggestion(word: str, known: Iterable[str], shown_as: Callable[[str], str] = str) -> str:
    """What the user may have meant, as the end of an error message; empty where no name is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), {name: name.lower() for name in known}, scorer=fuzz.ratio)
    return f'; did you mean "{shown_as(best[2])}"?' if best and best[1] >= CLOSE_ENOUGH else ""
