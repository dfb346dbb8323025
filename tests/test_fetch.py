"""Fetching a page for `digest add`: which addresses are asked, and what is refused."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from digest import fetch
from digest.errors import ContentError

PAGE = """<html><body><article><h1>Ferry strands on sandbank</h1>
<p>The ferry Alma ran aground on Monday with 140 passengers on board, said the master.</p>
<p>“Nobody was hurt,” harbour master Kaisa Aalto said on the quay while the tugs were on their way.</p>
</article></body></html>"""
MOVED = {"/moved": "http://127.0.0.1/inside", "/nowhere": "http://[::1"}


class Pages(BaseHTTPRequestHandler):
    """A web server of the test's own; it notes what it is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(302 if self.path in MOVED else 200)
        self.send_header("Location", MOVED.get(self.path, ""))
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"" if self.path in MOVED else PAGE.encode() * (9_000 if self.path == "/huge" else 1))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def web(monkeypatch):
    """The address of a server whose loopback address counts as public under its name."""
    server = HTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    connect = fetch._connect

    def by_name(host: str, port: int):
        import socket

        return socket.create_connection(("127.0.0.1", port)) if host == "news.test" else connect(host, port)

    monkeypatch.setattr(fetch, "_connect", by_name)
    yield f"http://news.test:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_add_fetches_an_address(make_site, run_digest, web):
    """A page from the web is added with its address."""
    site = make_site({})
    outcome = run_digest(site, "add", f"{web}/ferry")
    assert outcome.code == 0, outcome.err
    assert f"url: {web}/ferry" in (site / "content" / "ferry-strands-on-sandbank.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/moved", "127.0.0.1 is not a public address"),
        ("/nowhere", "is redirected to 'http://\\[::1', which is no address"),
        ("/huge", "is larger than 1 MB"),
    ],
)
def test_a_page_that_may_not_be_fetched(web, path, message, monkeypatch):
    """A redirect into the private network or to nonsense, and a page without end, are refused."""
    monkeypatch.setattr(fetch, "MAX_BYTES", 1_000_000)
    with pytest.raises(ContentError, match=message):
        fetch.fetch(web + path)


def test_addresses_as_people_copy_them(web):
    """Letters outside ASCII are sent as servers expect them; what is escaped already stays so."""
    fetch.fetch(f"{web}/fähre/a%20b?q=Öl&n=1")
    assert Pages.asked[-1] == "/f%C3%A4hre/a%20b?q=%C3%96l&n=1"


def test_a_server_that_drips_is_given_up(web, monkeypatch):
    """A page that comes in drops without end does not keep anybody waiting."""
    monkeypatch.setattr(fetch, "_ALL_SECONDS", -1)
    with pytest.raises(ContentError, match="cannot be fetched: it took longer than"):
        fetch.fetch(f"{web}/ferry")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x",
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_refused(url):
    """Nothing on this machine or in a private network is fetched."""
    with pytest.raises(ContentError, match=r"not a public address|Name or service not known"):
        fetch.fetch(url)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "http://", "http://[bad/", "http://a.b:99999/"]
)
def test_only_web_addresses_are_fetched(url):
    """Another scheme, or no host, is no address."""
    with pytest.raises(ContentError, match="is no address"):
        fetch.fetch(url)
