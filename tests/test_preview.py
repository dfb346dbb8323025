"""The preview's state without a browser: what it shows of a site."""

import pytest

from digest.preview import Preview

DRAFT = "---\ndraft: true\n---\n# Kiosk reopens\n\nThe kiosk in Torvik reopens on Friday.\n"


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_are_shown_on_request(make_site, drafts):
    """Without --drafts a draft is on no page, and only the overview names it; with it, it is an article like any."""
    preview = Preview(make_site({"content/kiosk.md": DRAFT}) / "site.yaml", drafts=drafts)
    assert preview.rebuild(frozenset()).faults == ()
    assert any(b"Kiosk reopens" in data for data in preview.files.values()) is drafts
    assert ("<code>kiosk.md</code> (draft)" in preview.overview()) is drafts
    assert ("Drafts left out" in preview.overview()) is not drafts
