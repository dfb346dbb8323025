"""The preview as its users see it: a real server, a real browser, files that are edited, broken and mended."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import textwrap
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

FERRY = """Ferry strands on sandbank

HELMSUND — The ferry Alma ran aground on Monday with 140 passengers on board, the harbour master said.

“Nobody was hurt,” harbour master Kaisa Aalto said on the quay.

Divers will look at the hull before the tide comes in and the tugs can start to pull.
"""
PLUGIN = """from digest import hookimpl

@hookimpl
def template_context(page):
    return {"greeting": "GREETING"}
"""
TEMPLATE = '{% extends "default:event.html" %}\n{% block footer %}<p id="mine">{{ greeting }} WORD</p>{% endblock %}\n'
PLUGINS = "[text, markdown, cleaning, metadata, quotes, events, mine]"


class Server:
    """`digest serve` in a process of its own."""

    def __init__(self, root: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "digest.cli", "serve", *arguments]
        self.process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1
        )
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.address = self.wait_for(r"(http://\S+/)  build 1,")

    def wait_for(self, pattern: str) -> str:
        """The first group of the next line of output that matches. Fails when none comes for ten seconds."""
        seen = ""
        while True:
            try:
                line = self.lines.get(timeout=10)
            except queue.Empty:
                pytest.fail(f"no {pattern!r} in {seen!r}")
            if match := re.search(pattern, line):
                return match[1]
            seen += line

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self.lines.put(line)

    def stop(self) -> tuple[int, str]:
        """End it as Ctrl-C does; the exit code and what it still printed."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=10)
        self.reader.join()
        rest = ""
        while not self.lines.empty():
            rest += self.lines.get()
        return code, rest

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()


def write(path: Path, text: str) -> None:
    """As editors save: a new file takes the old one's place."""
    scratch = path.with_name(f".{path.name}.swp")
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch.write_text(text, "utf-8")
    scratch.replace(path)


@pytest.fixture
def root(make_site) -> Path:
    files = {
        "site.yaml": f"title: Harbour desk\ntheme: mine\nplugins: {PLUGINS}\n",
        "content/ferry.txt": FERRY,
        "plugins/mine.py": PLUGIN,
        "themes/mine/theme.yaml": "name: Mine\n",
        "themes/mine/templates/event.html": TEMPLATE,
        "themes/mine/static/mine.css": "#mine { color: rgb(1, 2, 3); }\n",
        "themes/mine/templates/base.html": textwrap.dedent(
            """\
            {% extends "default:base.html" %}
            {% block styles %}
            {{ super() }}<link rel="stylesheet" href="{{ root }}{{ asset('mine.css') }}">
            {% endblock %}
            """
        ),
    }
    return make_site(files)


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    started = Server(root, "--port", "8710")
    yield started
    started.kill()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """The page of the only event, with its errors collected."""
    context = browser.new_context(viewport={"width": 1000, "height": 500})
    opened = context.new_page()
    opened.goto(server.address)
    opened.locator("main a[href*='events/']").first.click()
    opened.locator("html[data-version]").wait_for(state="attached")
    yield opened
    context.close()


def overlay(page: Page):
    return page.locator("digest-preview .fault")


def test_an_edited_article_is_shown_without_a_reload(page, root):
    """The text changes in the open page, and what the page knew stays."""
    page.evaluate("window.mark = 1")
    write(root / "content" / "ferry.txt", FERRY.replace("Divers will look", "Two divers will look"))
    expect(page.locator("main")).to_contain_text("Two divers will look")
    assert page.evaluate("window.mark") == 1


def test_scroll_focus_and_folds_stay(page, root):
    """After a patch the reader is where they were: same scroll, same focus, same open folds."""
    state = """() => ({
        scroll: Math.round(scrollY),
        focus: document.activeElement.outerHTML,
        open: [...document.querySelectorAll("main details")].map((fold) => fold.open),
    })"""
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = !fold.open })")
    page.evaluate("scrollTo(0, 400)")
    page.evaluate("[...document.querySelectorAll('main a')].at(-1).focus({ preventScroll: true })")
    before = page.evaluate(state)
    write(root / "content" / "ferry.txt", FERRY.replace("Divers", "Some divers"))
    expect(page.locator("main")).to_contain_text("Some divers")
    assert page.evaluate(state) == before


def test_a_style_sheet_is_exchanged(page, root):
    """A changed colour is there without a reload, and the old style sheet is gone."""
    page.evaluate("window.mark = 1")
    write(root / "themes" / "mine" / "static" / "mine.css", "#mine { color: rgb(9, 8, 7); }\n")
    expect(page.locator("#mine")).to_have_css("color", "rgb(9, 8, 7)")
    assert page.evaluate("window.mark") == 1
    expect(page.locator("link[href*='mine.css']")).to_have_count(1)


def test_a_template_a_plugin_and_the_configuration_are_followed(page, root):
    """Each source of the site is watched, and a changed plugin is really loaded anew."""
    expect(page.locator("#mine")).to_have_text("GREETING WORD")
    write(root / "themes" / "mine" / "templates" / "event.html", TEMPLATE.replace("WORD", "reader"))
    expect(page.locator("#mine")).to_have_text("GREETING reader")
    write(root / "plugins" / "mine.py", PLUGIN.replace("GREETING", "Dear"))
    expect(page.locator("#mine")).to_have_text("Dear reader")
    write(root / "site.yaml", f"title: Night desk\ntheme: mine\nplugins: {PLUGINS}\n")
    expect(page.locator("header.site")).to_contain_text("Night desk")


@pytest.mark.parametrize(
    ("name", "broken", "message", "excerpt"),
    [
        ("site.yaml", "titel: x\n", "did you mean 'title'?", "titel: x"),
        ("plugins/mine.py", PLUGIN + "1 / 0\n", "plugin 'mine': cannot be imported", "1 / 0"),
        ("plugins/mine.py", PLUGIN.replace("return", "retrun"), "SyntaxError", "retrun {"),
        ("themes/mine/templates/event.html", TEMPLATE.replace("greeting", "greetign"), "greetign", "{{ greetign }}"),
    ],
)
def test_a_fault_is_shown_over_the_last_good_site(page, root, name, broken, message, excerpt):
    """The overlay names the fault with its line; the page below stays; both heal by themselves."""
    good = (root / name).read_text("utf-8")
    write(root / name, broken)
    expect(overlay(page)).to_contain_text(message)
    expect(overlay(page).locator(".here")).to_contain_text(excerpt)
    expect(page.locator("main")).to_contain_text("Kaisa Aalto")
    write(root / name, good)
    expect(overlay(page)).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Kaisa Aalto")


def test_a_first_build_that_fails_heals_too(root, browser):
    """A site that can't be built at first is served as its fault, and appears when it is mended."""
    good = (root / "site.yaml").read_text("utf-8")
    write(root / "site.yaml", "titel: x\n")
    server = Server(root, "--port", "8740")
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(server.address)
        expect(overlay(page)).to_contain_text("did you mean 'title'?")
        write(root / "site.yaml", good)
        expect(page.locator("main")).to_contain_text("Ferry strands")
    finally:
        context.close()
        server.kill()


def test_ten_saves_are_one_rebuild(server, root):
    """Files that are saved together are built once; scratch files not at all."""
    write(root / "content" / "one.txt", FERRY)
    server.wait_for(r"(build 2),")
    for number in range(10):
        (root / "content" / f".{number}.txt.swp").write_text("scratch")
        (root / "content" / f"{number}.txt~").write_text("scratch")
    for number in range(10):
        (root / "content" / f"{number}.txt").write_text(FERRY.replace("140", str(number)), "utf-8")
    server.wait_for(r"(build 3),")
    code, rest = server.stop()
    assert code == 0
    assert "build 4" not in rest


def test_hovering_a_mark_says_why(page):
    """The plugin and the rule behind a quotation are shown."""
    page.locator("main .text .q").first.hover()
    expect(page.locator("digest-preview .why")).to_contain_text("(quotes)")


def test_the_overview_lists_articles_and_what_was_set_aside(page, server, root):
    """`/__digest/` shows each article, each plugin and each file that couldn't be read."""
    (root / "content" / "broken.txt").write_bytes(b"\0\0")
    server.wait_for(r"(build 2),")
    page.goto(f"{server.address}__digest/")
    expect(page.locator("body")).to_contain_text("broken.txt")
    expect(page.locator("body")).to_contain_text("ferry.txt")
    expect(page.locator("body")).to_contain_text("template_context")


def status(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_only_the_site_is_served_and_only_to_this_machine(server):
    """A foreign host name is refused, a path outside the site isn't found, the socket listens on loopback."""
    assert status(server.address) == 200
    assert status(server.address, Host="digest.example.org") == 400
    for path in ("../site.yaml", "%2e%2e/site.yaml", "..%2fsite.yaml", "content/ferry.txt", "__digest/../../cli.py"):
        assert status(server.address + path) == 404
    assert server.address.startswith("http://127.0.0.1:")


def test_a_taken_port_is_no_obstacle(server, root):
    """A second preview takes the next port."""
    second = Server(root, "--port", server.address.rstrip("/").rpartition(":")[2])
    try:
        assert second.address != server.address
        assert status(second.address) == 200
    finally:
        second.kill()


def test_ctrl_c_ends_it_at_once(page, server):
    """With a page open and listening, the process is gone within moments and leaves no traceback."""
    code, rest = server.stop()
    assert code == 0
    assert "Traceback" not in rest
