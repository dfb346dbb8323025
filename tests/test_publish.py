"""Publishing: the old site stays whole until the new one takes its place, and only our own folder is replaced."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from digest import publish
from digest.errors import OutputError


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != publish.MARKER
    }


def put(output: Path, **files: str) -> None:
    with publish.staging(output) as folder:
        for name, text in files.items():
            publish.write(folder, name, text.encode())


def test_a_new_site_takes_the_old_ones_place(tmp_path):
    """Files that are no longer made are gone, and no temporary folder is left beside the site."""
    put(tmp_path / "public", a="1", b="1")
    put(tmp_path / "public", b="2")
    assert tree(tmp_path / "public") == {"b": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize(
    "marker", [b"", b"{", b'{"key": "\xbf"}', b'{"key": "", "counts": {}, "set_aside": [], "files": {"\\u0000": 1}}']
)
def test_a_damaged_marker_is_no_receipt(tmp_path, marker):
    """Of a site whose marker can't be read, or names what can be no file, nothing is known; it is made anew."""
    put(tmp_path / "public", a="1")
    (tmp_path / "public" / publish.MARKER).write_bytes(marker)
    assert publish.published(tmp_path / "public") is None


def test_without_an_atomic_exchange_the_swap_works_too(tmp_path, monkeypatch):
    """Where the system can't exchange two folders, the old one steps aside."""
    monkeypatch.setattr(publish, "_exchange", lambda first, second: False)
    put(tmp_path / "public", a="1")
    put(tmp_path / "public", a="2")
    assert tree(tmp_path / "public") == {"a": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_without_locks_nothing_is_swept_up(tmp_path, monkeypatch):
    """On Windows, where no folder can be locked, a site is published, and what may be another build's is left alone."""
    (tmp_path / ".public.digest-other").mkdir()
    monkeypatch.setattr(sys, "platform", "win32")
    put(tmp_path / "public", a="1")
    put(tmp_path / "public", a="2")
    assert tree(tmp_path / "public") == {"a": "2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".public.digest-other", "public"]


def test_a_failing_build_leaves_the_old_site(tmp_path):
    """An exception before the end changes nothing and leaves nothing behind."""
    put(tmp_path / "public", a="1")

    def fail() -> None:
        with publish.staging(tmp_path / "public") as folder:
            publish.write(folder, "a", b"2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert tree(tmp_path / "public") == {"a": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_killed_build_leaves_the_old_site(tmp_path):
    """A process that is killed while it writes leaves the published site as it was."""
    put(tmp_path / "public", a="1")
    code = """
        import pathlib, sys, time
        from digest import publish
        with publish.staging(pathlib.Path(sys.argv[1])) as folder:
            publish.write(folder, "a", b"2")
            print("written", flush=True)
            time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "public")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)
    assert tree(tmp_path / "public") == {"a": "1"}
    put(tmp_path / "public", a="3")
    assert tree(tmp_path / "public") == {"a": "3"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_only_what_builds_left_is_swept_up(tmp_path):
    """Folders with our name that somebody filled, that a running build holds, or that another output has, stay."""
    put(tmp_path / "public", a="1")
    mine = tmp_path / ".public.digest-notes"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    (tmp_path / ".public.digest-file").write_text("mine")
    other = tmp_path / ".other.digest-1"
    other.mkdir()
    for empty in ("1", "2"):
        (tmp_path / f".public.digest-{empty}").mkdir()
    with publish.staging(tmp_path / "public") as running:
        put(tmp_path / "public", a="2")
        assert running.is_dir()
        publish.write(running, "a", b"3")
    assert tree(tmp_path / "public") == {"a": "3"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.digest-1", ".public.digest-file", ".public.digest-notes", "public"
    ]  # fmt: skip


def test_what_was_put_there_during_a_build_is_not_touched(tmp_path):
    """A folder that somebody fills while the site is being built is refused at the end, and keeps its files."""

    def interfere() -> None:
        with publish.staging(tmp_path / "public"):
            (tmp_path / "public").mkdir()
            (tmp_path / "public" / "thesis.txt").write_text("mine")

    with pytest.raises(OutputError, match="files that digest did not write"):
        interfere()
    assert tree(tmp_path / "public") == {"thesis.txt": "mine"}


def test_somebody_elses_folder_is_not_touched(tmp_path):
    """A folder without our marker, or a file or link in its place, is refused."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="files that digest did not write"):
        put(tmp_path / "docs", a="1")
    with pytest.raises(OutputError, match="is not a folder"):
        put(tmp_path / "docs" / "thesis.txt", a="1")
    (tmp_path / "link").symlink_to(tmp_path / "docs")
    with pytest.raises(OutputError, match="is not a folder"):
        put(tmp_path / "link", a="1")
    assert tree(tmp_path / "docs") == {"thesis.txt": "mine"}


def test_an_empty_folder_is_taken(tmp_path):
    """A folder that was made for the site beforehand is used."""
    (tmp_path / "public").mkdir()
    put(tmp_path / "public", a="1")
    assert tree(tmp_path / "public") == {"a": "1"}


@pytest.mark.parametrize("url", ["../outside", "/etc/passwd", "a/../../b", "", "."])
def test_a_page_cannot_leave_the_site(tmp_path, url):
    """A URL that leads out of the output is refused, whatever a plugin says."""
    with pytest.raises(OutputError, match="leads out of the site"):
        publish.write(tmp_path / "public", url, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_hold_a_site_is_named(tmp_path):
    """A file where the output's parent should be ends in a message that names it."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file"):
        put(tmp_path / "file" / "public", a="1")


def test_what_was_written_is_known_by_its_status(tmp_path):
    """A site is untouched while each file is as it was written; not if one has changed or gone, or nothing is known."""
    output = tmp_path / "public"
    put(output, **{"index.html": "first", "about.html": "about"})
    written = publish.survey(output, {"index.html": b"key", "about.html": None, "gone.html": None})
    assert {url: file.key for url, file in written.items()} == {"index.html": b"key", "about.html": None}
    assert publish.untouched(output, written)
    assert not publish.untouched(output, {})
    (output / "index.html").write_text("other!")
    assert not publish.untouched(output, written)
    (output / "index.html").unlink()
    assert not publish.untouched(output, written)


def test_an_untouched_file_is_taken_over(tmp_path):
    """A file that is as it was written is linked into the new folder; one that was changed or has gone is not."""
    output, folder = tmp_path / "public", tmp_path / "new"
    put(output, **{"same.html": "same", "changed.html": "old", "gone.html": "old"})
    written = publish.survey(output, dict.fromkeys(("same.html", "changed.html", "gone.html")))
    (output / "changed.html").write_text("new!")
    (output / "gone.html").unlink()
    folder.mkdir()
    assert [publish.take(folder, url, output, file) for url, file in written.items()] == [True, False, False]
    assert [path.name for path in folder.iterdir()] == ["same.html"]
    assert (folder / "same.html").samefile(output / "same.html")


def test_a_file_is_put_together_from_parts_of_the_published_one(tmp_path):
    """Parts that the published file has are copied from it, wherever they stand; only new ones are made."""
    output, folder = tmp_path / "public", tmp_path / "new"
    put(output, **{"table.csv": "onetwothree"})
    sizes = {b"1": 3, b"2": 3, b"3": 5}
    written = publish.survey(output, {"table.csv": b"key"}, {"table.csv": sizes})["table.csv"]
    made = []

    def part(text):
        return lambda: made.append(text) or text

    parts = {b"3": part(b"THREE"), b"4": part(b"four"), b"1": part(b"ONE")}
    folder.mkdir()
    assert publish.compose(folder, "table.csv", parts, output, written) == {b"3": 5, b"4": 4, b"1": 3}
    assert (folder / "table.csv").read_text() == "threefourone"
    assert made == [b"four"]
    (output / "table.csv").write_text("ONETWOthree")
    publish.compose(folder, "table.csv", parts, output, written)
    assert (folder / "table.csv").read_text() == "THREEfourONE"
