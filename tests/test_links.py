"""Links of a finished site that lead nowhere."""

from digest.links import dead_links


def site(folder, **pages):
    for name, text in pages.items():
        file = folder / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def test_links_to_pages_files_folders_and_anchors_are_found(tmp_path):
    """Relative, absolute and escaped addresses, a folder for its index, versions after `?`, and other sites."""
    links = (
        '<a href="index.html"></a><a href="#top" id="top"></a><a href="./"></a>'
        '<a href="/news/people/a%C3%A9.html#x"></a>'
        '<link href="static/site.css?v=1"><a href="https://other.example/x"></a><a href="people/aé.html"></a>'
    )
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").touch()
    folder = site(tmp_path, index=links, people__aé='<p id="x"><a href="../index.html#top"></a>')
    assert list(dead_links(folder, "/news/")) == []


def test_what_leads_nowhere_is_listed(tmp_path):
    """A page, a script, an anchor here and an anchor elsewhere that are not there, in the order of the pages."""
    folder = site(
        tmp_path,
        b='<a href="a.html#gone"></a><a href="/a.html"></a>',
        a='<a href="c.html"></a><script src="x.js"></script><a href="#here" class="here"></a>',
    )
    expected = [("a.html", "c.html"), ("a.html", "x.js"), ("a.html", "#here"), ("b.html", "a.html#gone")]
    assert list(dead_links(folder)) == expected


def test_what_stands_in_scripts_and_text_is_no_link(tmp_path):
    """Only attributes of elements count."""
    folder = site(tmp_path, a='<script>\'<a href="x.html">\'</script>&lt;a href="y.html"&gt;')
    assert list(dead_links(folder)) == []


def test_malformed_links_are_listed(tmp_path):
    """An address that is none and a name that no file system takes lead nowhere, and stop nothing."""
    long = "x" * 5000
    folder = site(tmp_path, a=f'<a href="http://[x"></a><a href="{long}"></a><a href="%00"></a>')
    assert list(dead_links(folder)) == [("a.html", "http://[x"), ("a.html", long), ("a.html", "%00")]
