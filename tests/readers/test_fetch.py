"""Fetching, from a real server on this computer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck.errors import ReadError
from factcheck.readers import fetch as fetch_module
from factcheck.readers import read
from factcheck.readers.fetch import fetch

PAGE = b"<!doctype html><title>Port</title><article><h1>Port opens</h1><p>It opened in May.</p></article>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/loop":
            self.redirect("/loop")
        elif self.path == "/inside":
            self.redirect("http://10.0.0.1/secret")
        elif self.path == "/file":
            self.redirect("file:///etc/passwd")
        elif self.path == "/moved":
            self.redirect("/page")
        elif self.path == "/gone":
            self.send_error(404)
        else:
            kind = "image/png" if self.path == "/image" else "text/html; charset=utf-8"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(PAGE if self.path != "/big" else b"word " * 10_000)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keeps the tests' output clean."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_a_page_is_read_like_a_file(server: str) -> None:
    document = read(f"{server}/page", allow_loopback=True)
    assert (document.title, document.media_type, document.path) == ("Port opens", "text/html", f"{server}/page")


def test_a_redirect_is_followed(server: str) -> None:
    fetched = fetch(f"{server}/moved", allow_loopback=True)
    assert (fetched.data, fetched.media_type, fetched.url) == (PAGE, "text/html", f"{server}/page")


def test_this_computer_is_not_reached_unless_it_is_allowed(server: str) -> None:
    with pytest.raises(ReadError, match="private address"):
        fetch(f"{server}/page")
    with pytest.raises(ReadError, match="private address"):
        fetch(f"{server}/page".replace("127.0.0.1", "localhost"))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/inside", "private address"),
        ("/file", "cannot be fetched"),
        ("/loop", "redirects more than"),
        ("/gone", "HTTP status 404"),
        ("/image", "image/png"),
    ],
)
def test_what_a_server_can_do_wrong(server: str, path: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        fetch(server + path, allow_loopback=True)


def test_a_page_over_the_limit_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "MAX_FETCHED_BYTES", 10_000)
    with pytest.raises(ReadError, match="larger than"):
        fetch(f"{server}/big", allow_loopback=True)


@pytest.mark.parametrize("url", ["ftp://example.org/x", "http://", "http://[::1", "file:///etc/passwd"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ReadError, match="not an http"):
        fetch(url)


def test_a_password_is_neither_sent_nor_printed() -> None:
    with pytest.raises(ReadError) as caught:
        fetch("http://user:secret@example.org/")
    assert "secret" not in str(caught.value)
