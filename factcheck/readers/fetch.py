"""Fetching a page that the user named: http and https only, never toward a private address, within limits."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.errors import ReadError
from factcheck.version import __version__

if TYPE_CHECKING:
    from requests import Response

MAX_FETCHED_BYTES = 10_000_000
"""Of a page, unpacked; articles are a hundredth of this."""
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
TOTAL_SECONDS = 30.0
MAX_REDIRECTS = 5

_CHUNK = 65_536
_READABLE = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/json",
    "application/pdf",
    "application/octet-stream",
    "application/x-subrip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the bytes, their media type in lower case ("" if none), and the URL they came from."""

    data: bytes
    media_type: str
    url: str


def fetch(url: str, *, allow_loopback: bool = False) -> Fetched:
    """The page at a URL, or a `ReadError`; every redirect is checked like the URL itself.

    `allow_loopback` permits addresses of this computer, which are otherwise refused like all private ones.
    """
    import requests
    from requests_hardened import Config, Manager
    from requests_hardened.ip_filter import InvalidIPAddress

    _check_url(url)
    logging.getLogger("requests_hardened").addHandler(logging.NullHandler())
    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=allow_loopback,
        never_redirect=False,
        default_timeout=(CONNECT_SECONDS, READ_SECONDS),
        user_agent_override=f"factcheck/{__version__}",
    )
    try:
        with Manager(config).get_session() as session:
            session.trust_env = False  # no proxy, which would reach what is refused here, and no stored password
            session.max_redirects = MAX_REDIRECTS
            with session.get(url, stream=True) as response:
                return _received(response, url)
    except (requests.RequestException, InvalidIPAddress, OSError, ValueError) as error:
        raise ReadError(url, _why_not(error)) from error


def _why_not(error: Exception) -> str:
    """What is wrong with the page, in words for its user."""
    import requests
    from requests_hardened.ip_filter import InvalidIPAddress

    if isinstance(error, InvalidIPAddress):
        return "leads to a private address, which is never fetched; save the page and name the file"
    if isinstance(error, requests.TooManyRedirects):
        return f"redirects more than {MAX_REDIRECTS} times"
    if isinstance(error, requests.Timeout):
        return "did not answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "has no valid certificate"
    return f"cannot be fetched ({(str(error).splitlines() or [type(error).__name__])[0][:120]})"


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        named = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        secret = parts.password is not None
    except ValueError:
        named = secret = False
    if not named:
        raise ReadError(url, "is not an http or https address")
    if secret:
        raise ReadError(
            url.replace(f":{parts.password}@", ":…@"), "holds a password; fetch the page yourself and name the file"
        )


def _received(response: Response, url: str) -> Fetched:
    if response.status_code != 200:
        raise ReadError(url, f"answers with HTTP status {response.status_code}")
    media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if media_type and not media_type.startswith(_READABLE):
        raise ReadError(url, f'is of type "{media_type[:60]}", which cannot be read')
    data = bytearray()
    deadline = time.monotonic() + TOTAL_SECONDS
    for chunk in response.iter_content(_CHUNK):
        data += chunk
        if len(data) > MAX_FETCHED_BYTES:
            raise ReadError(url, f"is larger than {MAX_FETCHED_BYTES // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise ReadError(url, f"took more than {TOTAL_SECONDS:.0f} seconds")
    return Fetched(bytes(data), media_type, response.url)
