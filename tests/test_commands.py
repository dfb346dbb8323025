"""The commands beside build, export and serve, run as a user would."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from digest import hookspecs
from digest.config import STANDARD_PLUGINS

FERRY = """---
outlet: Helmsund Gazette
published: 2024-05-06
---
Ferry strands on sandbank

HELMSUND — The ferry Alma ran aground on Monday with 140 passengers on board, the harbour master said.

“Nobody was hurt,” harbour master Kaisa Aalto said on the quay while tugs were on their way from the next harbour.

Divers will look at the hull before the tide comes in and the tugs can start to pull.
"""


@pytest.fixture
def site(make_site) -> Path:
    return make_site({"content/ferry.txt": FERRY})


def test_init_makes_a_site_that_builds(tmp_path, run_digest):
    """The first minutes: a new folder, and a build of it that finds an event told twice."""
    outcome = run_digest(tmp_path, "init", "desk")
    assert (outcome.code, "digest serve --open" in outcome.out) == (0, True)
    outcome = run_digest(tmp_path / "desk", "build", "--strict")
    assert (outcome.code, outcome.out.split(",")[0]) == (0, "public: 1 event")


def test_init_leaves_a_folder_with_files_alone(tmp_path, run_digest):
    """A folder that holds something is refused."""
    (tmp_path / "thesis.txt").write_text("mine")
    outcome = run_digest(tmp_path, "init", ".")
    assert (outcome.code, "is not empty" in outcome.err) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_help_lists_every_command_and_needs_no_site(tmp_path, run_digest):
    """Help works anywhere; a command that doesn't exist suggests the one that was meant."""
    outcome = run_digest(tmp_path, "--help")
    assert (outcome.code, " explain " in outcome.out) == (0, True)
    outcome = run_digest(tmp_path, "biuld")
    assert (outcome.code, "did you mean 'build'?" in outcome.err) == (2, True)


def test_a_fault_shows_its_lines(site, run_digest):
    """A message has the lines around the fault, with the one at fault marked; --debug shows the program's."""
    (site / "site.yaml").write_text("title: Desk\ntitel: x\nlanguage: en\n")
    outcome = run_digest(site, "build")
    assert "site.yaml:2: titel: unknown key: did you mean 'title'?" in outcome.err
    assert ">    2 titel: x" in outcome.err
    assert "     3 language: en" in outcome.err


def test_a_plugins_fault_shows_its_line_and_its_reason(site, run_digest):
    """The user's own line is shown, and the exception behind the message."""
    (site / "plugins").mkdir()
    (site / "plugins" / "mine.py").write_text("from digest import hookimpl\n\nimport nowhere_at_all\n")
    (site / "site.yaml").write_text("plugins: [text, mine]\n")
    outcome = run_digest(site, "build")
    assert "import nowhere_at_all" in outcome.err
    assert (
        "cannot be imported: ModuleNotFoundError: No module named 'nowhere_at_all'\n  in plugins/mine.py" in outcome.err
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_in_a_comparison_shows_the_plugins_line(make_site, run_digest, jobs):
    """Plugin, hook, event and the line at fault are told, whether it was raised here or in a worker's process."""
    code = "from digest import hookimpl\n\n\n@hookimpl\ndef tag_discrepancies(collation):\n    return [][1]\n"
    files = {f"content/{n}.txt": f"Ferry {n} sails\n\nIt sailed on Monday at noon.\n" for n in range(61)}
    root = make_site({**files, "plugins/mine.py": code}, plugins=["text", "mine"])
    outcome = run_digest(root, "build", "--jobs", jobs)
    assert outcome.code == 1
    assert "plugin 'mine', tag_discrepancies, on 0: IndexError: list index out of range" in outcome.err
    assert "  in plugins/mine.py\n" in outcome.err
    assert "  >    6     return [][1]\n" in outcome.err


def test_faults_of_plugins_are_shown_together(site, run_digest):
    """All names that no plugin has are told of in one run."""
    (site / "site.yaml").write_text("plugins:\n  - text\n  - qoutes\n  - clams\n")
    outcome = run_digest(site, "build")
    assert "site.yaml:3: plugins: no plugin 'qoutes'" in outcome.err
    assert "site.yaml:4: plugins: no plugin 'clams'" in outcome.err
    assert "did you mean 'claims'?" in outcome.err


def test_check_names_what_is_missing(site, run_digest):
    """Each remark has file and line; a folder without any is 0, with some is 1."""
    assert run_digest(site, "check") == (0, "", "nothing to mend in content (1 article)\n")
    (site / "content" / "bare.txt").write_text(
        "Bridge shut\n\nThe bridge in Torvik was shut to traffic by its owner.\n"
    )
    (site / "content" / "copy.txt").write_text(FERRY.replace("Gazette", "Echo"))
    outcome = run_digest(site, "check", "--json")
    remarks = [(row["path"], row["line"], row["reason"].split(";")[0]) for row in json.loads(outcome.out)]
    assert outcome.code == 1
    assert ("bare.txt", 1, "no outlet was found") in remarks
    assert ("bare.txt", 1, "no date was found") in remarks
    assert ("bare.txt", 1, "only 11 words of story were found") in remarks
    assert ("ferry.txt", 1, "nearly the same text as copy.txt") in remarks


def test_explain_says_what_is_on_a_line_and_why(site, run_digest):
    """Label, quotation and speaker with the plugin that found each; a line without text is a usage error."""
    outcome = run_digest(site, "explain", "ferry.txt:9")
    assert outcome.code == 0
    assert "body: " in outcome.out
    assert "direct quotation, speaker Kaisa Aalto" in outcome.out
    assert "(quotes 0.1.0, confidence " in outcome.out
    assert run_digest(site, "explain", "ferry.txt:8").code == 2
    assert run_digest(site, "explain", "ferry.txt").code == 2


def test_show_prints_an_event(site, run_digest):
    """Without an argument the events, with the beginning of an id the comparison."""
    (site / "content" / "second.txt").write_text(FERRY.replace("Gazette", "Echo").replace("140", "more than 200"))
    listed = run_digest(site, "show").out
    assert listed.startswith("2024-05-06-")
    shown = run_digest(site, "show", listed.split()[0][:12]).out
    assert "Helmsund Echo" in shown
    assert "Who covers what" in shown
    assert "contradiction: Number of passengers" in shown
    assert "no difference was found" not in shown
    assert "no remark was found in two places" not in shown
    assert run_digest(site, "show", "1999").code == 2


def test_plugins_lists_hooks_and_times(site, run_digest):
    """Where each plugin is from, in the order of the calls; as JSON for programs."""
    rows = json.loads(run_digest(site, "plugins", "--timings", "--json").out)
    assert rows[0]["name"] == "text"
    assert rows[0]["hooks"] == ["read_documents"]
    assert sum(row["seconds"] for row in rows) > 0
    assert "extract_quotes(article: Article) -> Iterable[Quote]\n    Collect. " in run_digest(site, "hooks").out


def test_remarks_on_plugins_are_no_results(site, run_digest):
    """What may not be meant is said beside the list, on the error stream."""
    (site / "site.yaml").write_text("plugins: [text, discrepancies]\n")
    outcome = run_digest(site, "plugins")
    assert "note: plugin 'discrepancies' works on what extract_quotes gives" in outcome.err
    assert "note:" not in outcome.out


@pytest.mark.parametrize(
    "hook", ["read_documents", "extract_quotes", "find_metadata", "template_context", "build_finished"]
)
def test_a_new_plugin_runs_as_it_is(site, run_digest, hook):
    """The skeleton of any kind of hook is a plugin that does nothing and breaks nothing."""
    assert run_digest(site, "new", "plugin", "mine", "--hook", hook).code == 0
    (site / "site.yaml").write_text("plugins: [mine, text]\n")
    outcome = run_digest(site, "build")
    assert outcome.code == 0, outcome.err
    assert run_digest(site, "new", "plugin", "mine").code == 1
    assert run_digest(site, "new", "plugin", "../mine").code == 2
    assert run_digest(site, "new", "plugin", "standard").code == 2
    assert run_digest(site, "new", "plugin", "other", "--hook", "extract_qoutes").code == 2


def test_a_new_plugin_does_not_displace_the_standard_ones(site, run_digest):
    """Where site.yaml has no list of plugins, the list to add has those that run without one; so have the notes."""
    (site / "site.yaml").write_text("title: Desk\n")
    line = run_digest(site, "new", "plugin", "mine").out.splitlines()[-1]
    assert line == "plugins: [standard, mine]"
    assert f"```yaml\n{line}\n```" in (site / "plugins" / "mine.md").read_text("utf-8")
    (site / "site.yaml").write_text(line)
    assert run_digest(site, "build").code == 0
    names = [plugin["name"] for plugin in json.loads(run_digest(site, "plugins", "--json").out)]
    assert names == [*STANDARD_PLUGINS, "mine"]
    assert "Add `- other` to `plugins:`" in run_digest(site, "new", "plugin", "other").out
    (site / "site.yaml").write_text("title: Desk\n")
    line = run_digest(site, "new", "plugin", "reader", "--hook", "read_documents").out.splitlines()[-1]
    assert line == "plugins: [reader, standard]"


def test_a_new_plugin_is_written_whole_or_not_at_all(site, run_digest):
    """Where one of its files is there already, it is left as it is, and no other is written."""
    (site / "tests").mkdir()
    (site / "tests" / "test_mine.py").write_text("COUNT = 3\n", "utf-8")
    outcome = run_digest(site, "new", "plugin", "mine")
    assert outcome.code == 1
    assert "test_mine.py: is already there" in outcome.err
    assert not (site / "plugins").exists()
    assert (site / "tests" / "test_mine.py").read_text("utf-8") == "COUNT = 3\n"


def test_the_tests_of_a_new_plugin_pass(tmp_path, run_digest):
    """With every hook, in the site and as a package, the test that comes with a new plugin passes as it is."""
    (tmp_path / "site.yaml").write_text("plugins: [text]\n")
    hooks = [f"--hook={name}" for name in hookspecs.hooks()]
    assert run_digest(tmp_path, "new", "plugin", "mine", *hooks).code == 0
    assert run_digest(tmp_path, "new", "plugin", "your_own", "--package", *hooks).code == 0
    package = tmp_path / "digest-plugin-your-own"
    metadata = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))
    assert metadata["project"]["entry-points"]["digest.plugins"] == {"your_own": "digest_plugin_your_own"}
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--import-mode=importlib", "."],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert f"{2 * len(hooks)} passed" in result.stdout, result.stdout + result.stderr


def test_plain_pytest_finds_the_plugins_of_the_site(site):
    """The tests of a site may import its plugins however pytest is started in its folder."""
    (site / "plugins").mkdir()
    (site / "plugins" / "gulls.py").write_text("COUNT = 3\n", "utf-8")
    (site / "tests").mkdir()
    test = "from plugins.gulls import COUNT\n\n\ndef test_count():\n    assert COUNT == 3\n"
    (site / "tests" / "test_gulls.py").write_text(test, "utf-8")
    pytest_command = Path(sys.executable).with_name("pytest")
    result = subprocess.run(
        [pytest_command, "-p", "no:cacheprovider"], cwd=site, capture_output=True, encoding="utf-8", check=False
    )
    assert "1 passed" in result.stdout, result.stdout + result.stderr


def test_a_new_theme_is_used(site, run_digest):
    """The skeleton of a theme adds its style sheet to every page."""
    assert run_digest(site, "new", "theme", "evening").code == 0
    (site / "site.yaml").write_text("theme: evening\n")
    assert run_digest(site, "build").code == 0
    assert "static/theme.css" in (site / "public" / "index.html").read_text("utf-8")


def test_the_schema_knows_every_key(tmp_path, run_digest):
    """Editors are told of the same keys that site.yaml may have."""
    schema = json.loads(run_digest(tmp_path, "config", "schema").out)
    assert sorted(schema["properties"]) == [
        "base_url",
        "content",
        "description",
        "executor",
        "language",
        "output",
        "plugins",
        "theme",
        "title",
    ]


def test_clean_removes_what_digest_made(site, run_digest):
    """The site and the cache go, the articles stay; a folder of somebody else's is refused."""
    run_digest(site, "build")
    assert run_digest(site, "clean").code == 0
    assert sorted(path.name for path in site.iterdir()) == ["content", "site.yaml"]
    (site / "public").mkdir()
    (site / "public" / "thesis.txt").write_text("mine")
    assert run_digest(site, "clean").code == 1
    assert (site / "public" / "thesis.txt").exists()


PAGE = """<!doctype html><html><head><title>Ferry strands on sandbank – Helmsund Gazette</title>
<meta property="og:site_name" content="Helmsund Gazette"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ferry strands on sandbank</h1>
<p>The ferry *Alma* ran aground on Monday with 140 passengers on board, said the master.</p>
<p># 3 is the number of tugs that were sent to <b>pull</b> the ship from the bank in the early afternoon.</p>
<p>“Nobody was hurt,” harbour master Kaisa Aalto said on the quay while the tugs were on their way.</p>
</article><footer>© Helmsund Gazette</footer></body></html>"""


def test_add_turns_a_saved_page_into_markdown(site, tmp_path, run_digest):
    """The story is kept word for word, markup in it stays text, the second copy gets a name of its own."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    for _ in range(2):
        outcome = run_digest(site, "add", str(tmp_path / "page.html"), "--outlet", "Helmsund Gazette")
        assert outcome.code == 0, outcome.err
    names = sorted(path.name for path in (site / "content").glob("*.md"))
    assert names == ["ferry-strands-on-sandbank-2.md", "ferry-strands-on-sandbank.md"]
    assert run_digest(site, "export", str(tmp_path / "out")).code == 0
    rows = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()]
    (added,) = [row for row in rows if row["path"] == names[1]]
    assert added["outlet"] == "Helmsund Gazette"
    assert "The ferry *Alma* ran aground on Monday" in added["text"]
    assert "\n# 3 is the number of tugs" in added["text"]


def test_add_takes_a_text_without_a_title(site):
    """What is piped in and has no title is named after its first words, and gets none that nobody wrote."""
    text = "Nine hours of rain fell on the dam above Ostrey, and it held all night.\n"
    command = [sys.executable, "-m", "digest.cli", "add", "-", "--outlet", "Ostrey Post"]
    result = subprocess.run(command, cwd=site, input=text, capture_output=True, encoding="utf-8", check=True)
    [path] = (site / "content").glob("nine-hours-of-rain-*.md")
    assert result.stdout == f"content/{path.name}: no title was found\n"
    assert path.read_text("utf-8") == f"---\noutlet: Ostrey Post\nlanguage: en\n---\n{text}"


def test_add_tells_programs_what_it_did(site, tmp_path, run_digest):
    """With --json what was added and what was set aside are told as digest build tells it; the rest goes to stderr."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\0\1")
    outcome = run_digest(site, "add", "--json", str(tmp_path / "page.html"), str(tmp_path / "photo.txt"))
    told = json.loads(outcome.out)
    (added,), (set_aside,) = told["added"], told["set_aside"]
    assert added["source"] == str(tmp_path / "page.html")
    assert (added["path"], added["title"]) == ("content/ferry-strands-on-sandbank.md", "Ferry strands on sandbank")
    assert set_aside.keys() == {"path", "reason", "line", "column"}
    assert (outcome.code, set_aside["path"]) == (1, "photo.txt")
    assert "error: photo.txt" in outcome.err


def test_add_names_what_it_cannot_read(site, tmp_path, run_digest):
    """A file that is missing or no article is named, a folder too, and nothing is written."""
    (tmp_path / "photo.txt").write_bytes(b"\0\1")
    outcome = run_digest(site, "add", str(tmp_path / "gone.html"), str(tmp_path / "photo.txt"), str(tmp_path))
    assert outcome.code == 1
    assert f"is a folder; give its files, such as {tmp_path / '*'}" in outcome.err
    assert "gone.html: cannot be read" in outcome.err
    assert "photo.txt" in outcome.err
    assert [path.name for path in (site / "content").iterdir()] == ["ferry.txt"]


def test_check_advises_front_matter_only_where_a_file_can_have_some(make_site, run_digest):
    """A saved page has no front matter to add an outlet to."""
    page = "<html><body><article><h1>Ferry late</h1><p>The ferry was late by an hour.</p></article></body></html>"
    site = make_site({"content/a.html": page, "content/b.txt": "Ferry late\n\nThe ferry was late.\n"})
    out = run_digest(site, "check").out
    assert "a.html:1: no outlet was found\n" in out
    assert "b.txt:1: no outlet was found; add `outlet: Name` to its front matter\n" in out
