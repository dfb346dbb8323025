"""The preview's state without a browser: what it shows of a site."""

import sqlite3

import pytest

from digest.errors import ThemeError
from digest.preview import Preview

DRAFT = "---\ndraft: true\n---\n# Kiosk reopens\n\nThe kiosk in Torvik reopens on Friday.\n"


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_are_shown_on_request(make_site, drafts):
    """Without --drafts a draft is on no page, and only the overview names it; with it, it is an article like any."""
    preview = Preview(make_site({"content/kiosk.md": DRAFT}) / "site.yaml", drafts=drafts)
    assert preview.rebuild(frozenset()).faults == ()
    assert any(b"Kiosk reopens" in (preview.read(url) or b"") for url in preview.urls) is drafts
    assert ("<code>kiosk.md</code> (draft)" in preview.overview()) is drafts
    assert ("Drafts left out" in preview.overview()) is not drafts


FERRY = """Ferry strands on sandbank

HELMSUND — The ferry Alma ran aground on Monday with 140 passengers on board, the harbour master said.

“Nobody was hurt,” harbour master Kaisa Aalto said on the quay, and divers looked at the hull before the tide came in.
"""


def event_of(preview: Preview) -> str:
    """The address of the only event's page."""
    [url] = [url for url in preview.urls if url.startswith("events/")]
    return url


def test_open_pages_come_first(make_site, monkeypatch):
    """A changed article is shown without grouping all articles; that comes later, silently if nothing changes."""
    root = make_site({"content/one.txt": FERRY, "content/two.txt": FERRY.replace("140", "150")})
    preview = Preview(root / "site.yaml")
    assert preview.rebuild(frozenset()).faults == ()
    url = event_of(preview)
    assert b"140" in (preview.read(url) or b"")
    (root / "content" / "one.txt").write_text(FERRY.replace("140", "160"), "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("digest.analyse.group", lambda accounts, host: pytest.fail("all articles were grouped"))
        update = preview.rebuild({"content"}, {url, "index.html"})
    assert (update.faults, url in update.changed, "method.html" in update.changed) == ((), True, False)
    assert b"160" in (preview.read(url) or b"")
    assert preview.settle({url}) is None


def test_an_article_that_becomes_another_event_is_moved_in_the_end(make_site):
    """What the quick rebuild shows is put right as soon as there is time, to what a first build would give."""
    other = "Kiosk reopens in Torvik\n\nTORVIK — The kiosk by the old mill opened its doors on Friday after repairs.\n"
    root = make_site({"content/one.txt": FERRY, "content/two.txt": FERRY.replace("140", "150")})
    preview = Preview(root / "site.yaml")
    preview.rebuild(frozenset())
    url = event_of(preview)
    preview.read(url)
    (root / "content" / "two.txt").write_text(other, "utf-8")
    assert preview.rebuild({"content"}, {url}).changed == (url,)
    update = preview.settle({url})
    assert update is not None
    assert update.changed == (url,)
    afresh = Preview(root / "site.yaml")
    afresh.rebuild(frozenset())
    assert preview.urls == afresh.urls
    assert all(preview.read(url) == afresh.read(url) for url in afresh.urls)


def test_a_damaged_cache_is_replaced(make_site, caplog):
    """A cache that turns out to be damaged is put aside while the preview runs, and the site made from its sources."""
    root = make_site({"content/one.txt": FERRY})
    preview = Preview(root / "site.yaml")
    preview.rebuild(frozenset())
    preview.settle()
    database = sqlite3.connect(root / ".digest-cache" / "results.sqlite")
    with database:
        database.execute("UPDATE results SET value = x'00'")
    database.close()
    again = Preview(root / "site.yaml")
    assert again.rebuild(frozenset()).faults == ()
    assert again.read("index.html") == preview.read("index.html")
    assert "is damaged" in caplog.text


def test_a_fault_in_a_page_that_nobody_has_open_is_told_when_it_is_asked_for(make_site):
    """The other pages are shown."""
    broken = "{{ nothing_of_this_name }}"
    files = {"content/one.txt": FERRY, "themes/mine/theme.yaml": "", "themes/mine/templates/method.html": broken}
    preview = Preview(make_site(files, theme="mine") / "site.yaml")
    assert preview.rebuild(frozenset(), {"index.html"}).faults == ()
    with pytest.raises(ThemeError) as caught:
        preview.read("method.html")
    assert "nothing_of_this_name" in preview.fail(caught.value).faults[0].message


def test_a_fault_is_told_once(make_site):
    """Trying again when there is time changes nothing about a build that failed."""
    root = make_site({"content/ferry.txt": "Ferry sails\n\nIt sails again.\n"})
    preview = Preview(root / "site.yaml")
    preview.rebuild({"content"})
    (root / "site.yaml").write_text("titel: x\n")
    [fault] = preview.rebuild({"config"}).faults
    assert "unknown key" in fault.message
    assert preview.settle() is None
    assert preview.update.faults == (fault,)
