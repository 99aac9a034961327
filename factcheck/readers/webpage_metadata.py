"""What a page says about itself: title, day of publication, author and site."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factcheck.readers.metadata import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "date": (
        "article:published_time", "date", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.issued", "pubdate", "publish-date", "publishdate", "published_time", "parsely-pub-date",
        "sailthru.date", "citation_date", "citation_publication_date", "og:article:published_time",
    ),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "site": ("og:site_name", "application-name"),
    "tier": ("factcheck:tier",),
    "origin": ("factcheck:origin",),
}  # fmt: skip

_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
MAX_JSON = 200_000


def page_metadata(root: HtmlElement) -> dict[str, str]:
    """Title, date (ISO), author, site, as far as the page gives them."""
    given = dict(_meta_elements(root))
    found: dict[str, str] = {}
    for key, names in _META.items():
        value = next((given[name] for name in names if given.get(name)), None)
        if value and not (key == "author" and value.startswith("http")):
            found[key] = value
    title = _title(root, found.get("title"))
    if title:
        found["title"] = title
    day = next((day for words in _dates(root, given) if (day := parse_day(words))), None)
    found.pop("date", None)
    if day is not None:
        found["date"] = day.isoformat()
    return found


def _meta_elements(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in reversed(list(root.iter("meta"))):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            yield name, content[:500]


def _title(root: HtmlElement, given: str | None) -> str | None:
    """The page's one main heading, else what its metadata say, else the title of the window."""
    headings = [" ".join(h1.text_content().split()) for h1 in root.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    window = next((" ".join(title.text_content().split()) for title in root.iter("title")), "")
    return given or window or next((words for words in headings if words), None)


def _dates(root: HtmlElement, given: dict[str, str]) -> Iterator[str]:
    for name in _META["date"]:
        if name in given:
            yield given[name]
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from _json_dates((script.text or "")[:MAX_JSON])
    for node in root.iter("time"):
        if node.get("pubdate") is not None or node.get("itemprop", "").lower() == "datepublished":
            yield node.get("datetime") or node.text_content()
    times = [node.get("datetime") for node in root.iter("time") if node.get("datetime")]
    if len({words[:10] for words in times}) == 1:
        yield times[0]


def _json_dates(script: str) -> Iterator[str]:
    match = _PUBLISHED.search(script)
    if match:
        try:
            yield str(json.loads(f'"{match[1]}"'))
        except ValueError:
            return
