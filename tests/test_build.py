"""Whole small sites: what is published, with which exit code, and that the old site stays when a build fails."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from digest.cache import Cache, DamagedError

FERRY = (
    "Ferry strands on sandbank\n\n"
    "HELMSUND — The ferry Alma ran aground on Monday with 140 passengers on board, the harbour master said.\n\n"
    "“Nobody was hurt,” harbour master Kaisa Aalto said on the quay.\n\n"
    "Divers will look at the hull before the tide comes in and the tugs can start to pull.\n"
)
TRIAL = (
    "Baker cleared of arson\n\n"
    "A jury in Torvik acquitted the baker Olav Nygard on Thursday after a trial of nine days.\n\n"
    "“I want to go home and sleep,” Nygard told reporters outside the court.\n\n"
    "The prosecution has two weeks to appeal, and has not said whether it will.\n"
)


def site_files(root: Path) -> dict[str, bytes]:
    folder = root / "public"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built(make_site, run_digest):
    """A page for each event, the index, the theme's files and the tables are there, and the command says so."""
    root = make_site({"content/ferry.txt": FERRY, "content/trial.txt": TRIAL})
    outcome = run_digest(root, "build")
    assert outcome.code == 0, outcome.err
    assert "2 events, 2 articles" in outcome.out
    names = set(site_files(root))
    assert {"index.html", "404.html", "method.html", "report.html", "data/quotes.jsonl"} <= names
    assert len([name for name in names if name.startswith("events/")]) == 2
    assert any(name.startswith("static/") and name.endswith(".css") for name in names)


def test_an_article_in_another_language_is_remarked_on(make_site, run_digest):
    """It is on the site, and both the command and the report say that it is compared with no other."""
    files = {
        f"content/{name}.md": f"---\nlanguage: {language}\n---\n# {text.replace(chr(10), ' ', 1)}"
        for name, language, text in (("ferry", "en", FERRY), ("trial", "en", TRIAL), ("fähre", "de", FERRY))
    }
    root = make_site(files)
    outcome = run_digest(root, "build")
    assert outcome.code == 0
    [note] = outcome.err.splitlines()
    assert note.startswith("note: fähre.md: is in the language 'de'")
    assert "articles are compared within a language" in site_files(root)["report.html"].decode()


def test_an_empty_site_is_built(make_site, run_digest):
    """A folder without articles gives a site that says so; it is no fault."""
    root = make_site({})
    assert run_digest(root, "build").code == 0
    assert "index.html" in site_files(root)


def test_a_bad_article_is_set_aside_and_listed(make_site, run_digest):
    """The rest is published, the command ends with 3, and the build report names the file."""
    root = make_site({"content/ferry.txt": FERRY, "content/broken.txt": b"\x00\x01\x02"})
    outcome = run_digest(root, "build")
    assert outcome.code == 3
    assert "set aside: broken.txt" in outcome.err
    files = site_files(root)
    assert any(name.startswith("events/") for name in files)
    assert b"broken.txt" in files["report.html"]


def test_a_draft_is_left_out(make_site, run_digest):
    """An article with `draft: true` is on no page and in no table, and is counted; that is no fault."""
    root = make_site({"content/a.txt": FERRY, "content/b.md": "---\ndraft: true\n---\n# Unready\n\nNot yet told.\n"})
    outcome = run_digest(root, "build", "--strict")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("; 1 draft left out\n")
    assert not [url for url, data in site_files(root).items() if b"nready" in data and url != ".digest"]
    (root / "content" / "b.md").write_text("---\ndraft: false\n---\n# Ready\n\nNow told.\n")
    assert run_digest(root, "build").out.startswith("public: 2 events")


def test_strict_publishes_nothing(make_site, run_digest):
    """With --strict an article that can't be read stops the build, and the published site stays."""
    root = make_site({"content/ferry.txt": FERRY})
    assert run_digest(root, "build").code == 0
    before = site_files(root)
    (root / "content" / "broken.txt").write_bytes(b"\x00")
    outcome = run_digest(root, "build", "--strict")
    assert outcome.code == 1
    assert "nothing is published, because of --strict" in outcome.err
    assert site_files(root) == before


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("site.yaml", "titel: x\n", "did you mean 'title'?"),
        ("plugins/text.py", "1 / 0\n", "plugin 'text': cannot be imported: ZeroDivisionError"),
        (
            "plugins/text.py",
            "from digest import hookimpl\n@hookimpl\ndef read_documents(source):\n    return [7]\n",
            "plugin 'text', read_documents, on ferry.txt: returned a int where a Document is needed",
        ),
        (
            "plugins/text.py",
            "import sys\nfrom digest import hookimpl\n@hookimpl\ndef read_documents(source):\n    sys.exit(0)\n",
            "plugin 'text', read_documents, on ferry.txt: SystemExit: 0",
        ),
        ("site.yaml", "theme: mine\n", "no theme 'mine'"),
    ],
)
def test_a_fault_outside_the_content_leaves_the_site(make_site, run_digest, name, text, message):
    """Faults of configuration, plugin and theme stop the build with 1; the published site stays as it was."""
    root = make_site({"content/ferry.txt": FERRY})
    assert run_digest(root, "build").code == 0
    before = site_files(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, "utf-8")
    outcome = run_digest(root, "build")
    assert (outcome.code, "Traceback" in outcome.err) == (1, False)
    assert message in outcome.err
    assert site_files(root) == before


def test_a_cache_that_fails_after_publishing_stops_nothing(make_site, run_digest, monkeypatch, caplog):
    """The site is there, so that the command ends with 0, says what failed, and doesn't build once more."""
    root = make_site({"content/ferry.txt": FERRY})
    finished = []

    def fail(cache: Cache) -> None:
        finished.append(cache)
        raise DamagedError("disk is full")

    monkeypatch.setattr(Cache, "finish", fail)
    outcome = run_digest(root, "build")
    assert (outcome.code, len(finished), "index.html" in site_files(root)) == (0, 1, True)
    assert ".digest-cache: cannot be written (disk is full); the next build has more to do" in caplog.text


def test_a_template_with_a_fault_is_named(make_site, run_digest):
    """A theme's mistake is shown with template and line, and nothing is published."""
    template = '{% extends "default:event.html" %}\n{% block head_title %}{{ page.headlnie }}{% endblock %}\n'
    files = {
        "content/ferry.txt": FERRY,
        "themes/mine/theme.yaml": "name: Mine\n",
        "themes/mine/templates/event.html": template,
    }
    root = make_site(files, theme="mine")
    outcome = run_digest(root, "build")
    assert outcome.code == 1
    assert "event.html:2: " in outcome.err
    assert "headlnie" in outcome.err
    assert not (root / "public").exists()


PAGES = """
from digest import Page, hookimpl

@hookimpl
def register_pages(comparisons):
    return [Page(url={url!r}, template="404.html", title="More", context=None)]

@hookimpl
def template_context(page):
    return {context!r}
"""


def plugged(make_site, code: str) -> Path:
    plugins = ["text", "mine"]
    return make_site({"content/ferry.txt": FERRY, "plugins/mine.py": code}, plugins=plugins)


def test_a_plugin_adds_a_page(make_site, run_digest):
    """A page that a plugin registers is rendered and published with the others."""
    root = plugged(make_site, PAGES.format(url="more.html", context={}))
    assert run_digest(root, "build").code == 0
    assert "more.html" in site_files(root)


@pytest.mark.parametrize(
    ("url", "context", "message"),
    [
        ("index.html", {}, "the page 'index.html' is already made by the core"),
        ("../outside.html", {}, "leads out of the site"),
        ("more.html", {"page": 1}, "the variable 'page' is already taken"),
    ],
)
def test_a_plugin_cannot_take_what_is_taken(make_site, run_digest, url, context, message):
    """Two pages of one address, an address outside the site and a reserved variable are refused."""
    root = plugged(make_site, PAGES.format(url=url, context=context))
    outcome = run_digest(root, "build")
    assert outcome.code == 1
    assert message in outcome.err
    assert not (root / "public").exists()
    assert not (root.parent / "outside.html").exists()


def test_a_failing_build_finished_publishes_nothing(make_site, run_digest):
    """The last hook runs before the site is published; its fault stops it."""
    root = plugged(make_site, "from digest import hookimpl\n@hookimpl\ndef build_finished(output):\n    1 / 0\n")
    outcome = run_digest(root, "build")
    assert outcome.code == 1
    assert "plugin 'mine', build_finished, on the site: ZeroDivisionError" in outcome.err
    assert not (root / "public").exists()


HOSTILE = "<script>alert(1)</script>"


def test_article_text_stays_text(make_site, run_digest):
    """Markup in titles, outlets, addresses and quotations is shown, never run; script addresses are dropped."""
    article = (
        f'---\ntitle: "{HOSTILE} sinks"\noutlet: "<img src=x onerror=alert(1)>"\nurl: "javascript:alert(1)"\n---\n'
        f"“{HOSTILE} is what I said,” <b>harbour master</b> Kaisa Aalto said on the quay in Helmsund on Monday.\n"
    )
    root = make_site({"content/a.txt": article, "content/b.txt": FERRY})
    outcome = run_digest(root, "build")
    assert outcome.code in (0, 3)
    for name, data in site_files(root).items():
        if name.endswith(".html"):
            text = data.decode()
            assert HOSTILE not in text, name
            assert not re.search(r"<img[^>]*onerror|href=[\"']?javascript:|<b>harbour", text), name


def test_an_unchanged_site_is_left_as_it_is(make_site, run_digest):
    """A second build says the same and writes nothing; a change of any source, or a lost file, is a reason to build."""
    root = make_site({"content/ferry.txt": FERRY, "content/broken.txt": b"\x00", "plugins/names.txt": "Aalto"})
    (root / "plugins" / "mine.py").write_text("from digest import hookimpl\n@hookimpl\ndef template_context(): ...\n")
    (root / "site.yaml").write_text("title: Desk\nplugins: [text, cleaning, quotes, mine]\n")
    first = run_digest(root, "build")
    made = (root / "public").stat()

    def is_rebuilt() -> bool:
        nonlocal made
        assert run_digest(root, "build")[:2] == first[:2]
        before, made = made, (root / "public").stat()
        return before.st_ino != made.st_ino

    assert not is_rebuilt()
    for name, text in {
        "content/ferry.txt": FERRY.replace("Monday", "Tuesday"),
        "plugins/mine.py": "from digest import hookimpl\n@hookimpl\ndef template_context(page): ...\n",
        "plugins/names.txt": "Aalto, Lund",
        "site.yaml": "title: Night desk\nplugins: [text, cleaning, quotes, mine]\n",
    }.items():
        (root / name).write_text(text, "utf-8")
        assert is_rebuilt(), name
        assert not is_rebuilt(), name
    (root / "public" / "404.html").unlink()
    assert is_rebuilt()


def test_a_change_leaves_the_other_pages_files_as_they_are(make_site, run_digest):
    """Files that would be the same keep their time, so that a copy of the site is quick; a touched one is made anew."""
    kiosk = "Kiosk reopens\n\nIt opened at {} in Torvik.\n"
    root = make_site({"content/ferry.txt": FERRY, "content/kiosk.txt": kiosk.format("noon")})
    assert run_digest(root, "build").code == 0
    before = {path.name: path.stat() for path in (root / "public").rglob("*.html")}
    (root / "public" / "method.html").write_text("scribbled")
    (root / "content" / "kiosk.txt").write_text(kiosk.format("dawn"), "utf-8")
    assert run_digest(root, "build").code == 0
    after = {path.name: path.stat() for path in (root / "public").rglob("*.html")}
    assert before.keys() == after.keys()
    renewed = {name for name in before if before[name].st_mtime_ns != after[name].st_mtime_ns}
    assert renewed == {"kiosk-reopens.html", "method.html"}
    assert "scribbled" not in (root / "public" / "method.html").read_text("utf-8")


def test_a_plugin_that_changes_the_finished_site_sees_it_as_it_was_made(make_site, run_digest):
    """What `build_finished` did to a page is not taken over into the next site, nor done to the published one."""
    code = """from digest import hookimpl
@hookimpl
def build_finished(output):
    page = output / "method.html"
    page.write_text(page.read_text("utf-8") + "<!-- stamped -->", "utf-8")
"""
    root = make_site({"content/ferry.txt": FERRY, "plugins/mine.py": code}, plugins=["text", "mine"])
    for word in ("noon", "dawn"):
        (root / "content" / "kiosk.txt").write_text(f"Kiosk reopens\n\nIt opened at {word} in Torvik.\n", "utf-8")
        assert run_digest(root, "build").code == 0
        assert (root / "public" / "method.html").read_text("utf-8").count("stamped") == 1


def test_what_is_not_needed_is_not_imported(make_site, run_digest):
    """That a site is unchanged is seen without templates, locales or plugins."""
    root = make_site({"content/ferry.txt": FERRY})
    assert run_digest(root, "build").code == 0
    code = "import sys, digest.cli\nsys.argv[1:] = ['build']\ntry: digest.cli.main()\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    heavy = {"jinja2", "babel", "trafilatura", "markdown_it", "digest.standard.quotes"}
    assert not heavy & set(done.stdout.split())


def test_an_unchanged_site_is_refused_by_strict_too(make_site, run_digest):
    """What was published with an article set aside is not good enough for --strict."""
    root = make_site({"content/ferry.txt": FERRY, "content/broken.txt": b"\x00"})
    assert run_digest(root, "build").code == 3
    assert run_digest(root, "build", "--strict").code == 1


def test_strict_refuses_links_that_lead_nowhere(make_site, run_digest):
    """A theme's link to a page that isn't there is a fault with --strict, also if the site was published before."""
    files = {
        "content/ferry.txt": FERRY,
        "themes/mine/theme.yaml": "name: Mine\n",
        "themes/mine/templates/404.html": '<!doctype html>\n<a href="about.html">About</a>\n',
    }
    root = make_site(files, theme="mine")
    assert run_digest(root, "build").code == 0
    before = site_files(root)
    outcome = run_digest(root, "build", "--strict")
    assert outcome.code == 1
    assert "404.html: links to about.html, which is not there" in outcome.err
    assert site_files(root) == before
