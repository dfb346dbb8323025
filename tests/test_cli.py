"""The command line itself: help, completion, colour, pipes, faults and how a run ends."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FERRY = "Ferry sails again\n\n“It sails again,” said Kaisa Aalto, the harbour master of Holm.\n"
PLUGIN = """from digest import hookimpl


@hookimpl
def register_commands(cli):
    @cli.command({name!r}, short_help="Count the gulls.")
    def gulls():
        print("three gulls")
"""


def digest(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of digest as a process of its own."""
    command = [sys.executable, "-m", "digest.cli", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, encoding="utf-8", check=False)


def test_help_has_all_commands_and_examples(tmp_path, run_digest):
    """Help works anywhere, with and without `--help`, and so does that of each command, which shows an example."""
    outcome = run_digest(tmp_path)
    assert outcome == run_digest(tmp_path, "--help")
    assert (outcome.code, "  explain  " in outcome.out, "Examples:" in outcome.out) == (0, True, True)
    for name in [line.split()[0] for line in outcome.out.splitlines() if line.startswith("  ") and line[2].islower()]:
        if name not in ("digest", "new", "config"):
            assert "Example" in run_digest(tmp_path, name, "--help").out, name


def test_help_imports_little(tmp_path):
    """Help is quick: in a site without plugins of its own, nothing is imported that it does not need."""
    (tmp_path / "site.yaml").write_text("title: Desk\n")
    program = (
        "import sys; sys.argv = ['digest', '--help']\n"
        "from digest.cli import main\n"
        "try: main()\n"
        "finally: print(sorted({'msgspec', 'yaml', 'rich', 'jinja2', 'pluggy', 'anyio'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.endswith("\n[]\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "error: no command 'biuld': did you mean 'build'?\ndigest --help says"),
        (["build", "--strct"], "error: no such option '--strct'"),
        (["show"], "error: site.yaml: cannot be read (No such file or directory)"),
        (["explain"], "error: missing argument 'FILE[#N]:LINE'"),
        (["build", "--jobs", "0"], "error: invalid value for '--jobs'"),
        (["serve", "--port", "99999"], "error: invalid value for '--port'"),
        (["build", "--base-url", "javascript:alert(1)"], "must be an address such as https://example.org/digest/"),
        (["new", "plugin", "quotes"], "quotes is a standard plugin"),
        (["new", "plugin", "gulls", "--hook", "extract_qoutes"], "did you mean 'extract_quotes'?"),
    ],
)
def test_a_mistake_is_said_in_one_way(tmp_path, run_digest, arguments, message):
    """A mistake on the command line reads like any other fault, with what was meant and where help is."""
    outcome = run_digest(tmp_path, *arguments)
    assert message.replace("'--strct'", "") in outcome.err.replace("'--strct'", "").replace(": --strct", " ")
    assert outcome.code in (1, 2)
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("arguments", [("--debug", "build"), ("build", "--debug")])
def test_debug_shows_the_traceback(make_site, arguments):
    """`--debug`, before or after the command, shows where in the program a fault was raised."""
    root = make_site({}, titel="Desk")
    assert "Traceback" in digest(root, *arguments).stderr
    assert "Traceback" not in digest(root, "build").stderr


def test_an_empty_site_says_what_to_do_next(make_site, run_digest):
    """A folder without articles is no fault, and both build and show say how to get some."""
    root = make_site({})
    for command in ("build", "show"):
        outcome = run_digest(root, command)
        assert (outcome.code, "digest add brings some" in outcome.err) == (0, True)
    assert run_digest(root, "build", "--quiet").err == ""


def test_a_reason_is_given_once(make_site, run_digest):
    """What the message says already is not said again in other words."""
    root = make_site({"site.yaml": "title: [a\n"})
    assert "Reason" not in run_digest(root, "build").err
    (root / "site.yaml").unlink()
    assert "Reason" not in run_digest(root, "build").err


def test_completion(tmp_path):
    """Commands and options are completed by the shell, in a broken site too."""
    (tmp_path / "site.yaml").write_text("plugins: [nowhere\n")
    found = digest(tmp_path, _DIGEST_COMPLETE="bash_complete", COMP_WORDS="digest e", COMP_CWORD="1")
    assert found.stdout.split() == ["plain,export", "plain,explain"]
    found = digest(tmp_path, _DIGEST_COMPLETE="bash_complete", COMP_WORDS="digest build --st", COMP_CWORD="2")
    assert found.stdout.split() == ["plain,--strict"]
    assert "_DIGEST_COMPLETE=bash_complete" in digest(tmp_path, _DIGEST_COMPLETE="bash_source").stdout


def test_commands_of_plugins(make_site, run_digest):
    """They run, and stand in the help and among the near misses."""
    root = make_site({"plugins/gulls.py": PLUGIN.format(name="gulls")}, plugins=["text", "gulls"])
    assert run_digest(root, "gulls").out == "three gulls\n"
    assert "gulls    Count the gulls." in run_digest(root, "--help").out
    assert "did you mean 'gulls'?" in run_digest(root, "gull").err


def test_a_plugin_in_place_of_a_standard_one_adds_commands(make_site, run_digest):
    """A site's own plugin may have commands whatever it is called, and though site.yaml has no list of plugins."""
    root = make_site({"plugins/statements.py": PLUGIN.format(name="gulls")})
    (root / "site.yaml").write_text("title: Desk\n", "utf-8")
    assert run_digest(root, "gulls").out == "three gulls\n"


def test_a_command_cannot_take_a_name_that_is_taken(make_site, run_digest):
    """Neither one of digest's own, which go on working, nor another plugin's; the plugin is named."""
    files = {f"plugins/{name}.py": PLUGIN.format(name="build") for name in ("gulls", "terns")}
    root = make_site(files, plugins=["text", "gulls"])
    assert run_digest(root, "build").code == 0
    outcome = run_digest(root, "gulls")
    message = "plugin 'gulls', register_commands, on the command line: ValueError: the command 'build' is already taken"
    assert message in outcome.err
    assert run_digest(root, "--help").code == 0


def test_colour_is_for_terminals_that_want_it(make_site):
    """Pipes get no escape codes, and neither does a terminal where NO_COLOR is set."""
    root = make_site({"content/ferry.txt": FERRY})
    assert "\x1b" not in digest(root, "plugins").stdout
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        command = ["script", "-qec", f"{sys.executable} -m digest.cli plugins", "/dev/null"]
        shown = subprocess.run(command, cwd=root, env={**os.environ, **environment}, capture_output=True, check=True)
        assert (b"\x1b[1m" in shown.stdout) is coloured


def test_faults_have_colour_like_all_else(tmp_path):
    """A message about a fault is coloured on a terminal, unless NO_COLOR is set."""
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        for arguments in ("biuld", "build"):
            command = ["script", "-qec", f"{sys.executable} -m digest.cli {arguments}", "/dev/null"]
            shown = subprocess.run(
                command, cwd=tmp_path, env={**os.environ, **environment}, capture_output=True, check=False
            )
            assert (b"\x1b[31m" in shown.stdout) is coloured


@pytest.mark.parametrize(
    ("locked", "arguments", "message"),
    [
        ("content/ferry.txt", "build", "set aside: ferry.txt: cannot be read: Permission denied"),
        ("content/old", "build", "set aside: old: the folder cannot be read: Permission denied"),
        ("content", "build", "error: content: cannot be read: Permission denied; "),
        ("plugins/gulls.py", "build", "error: plugins/gulls.py: Permission denied; "),
        ("site.yaml", "build", "error: invalid value for '--config': File 'site.yaml' is not readable."),
        ("site.yaml", "--help", ""),
        (".", "build", "error: .: cannot be written: Permission denied"),
        (".", "new theme dusk", "error: themes: Permission denied; "),
        (".", "init desk", "error: desk: Permission denied; "),
        ("content", "add page.txt", "error: content/ferry-sails-again.md: Permission denied; "),
    ],
)
def test_what_may_not_be_opened_is_named(make_site, locked, arguments, message):
    """A missing right to read or write is told like any other fault, with the file and no traceback."""
    files = {"content/ferry.txt": FERRY, "content/old/tug.txt": FERRY, "plugins/gulls.py": PLUGIN.format(name="gulls")}
    root = make_site({**files, "page.txt": FERRY}, plugins=["standard", "gulls"])
    # The superuser may open everything, unless it gives that power away.
    powerless = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    path = root / locked
    mode = path.stat().st_mode
    path.chmod(0o555 if arguments.startswith("add") or locked == "." else 0)
    command = [*powerless, sys.executable, "-m", "digest.cli", *arguments.split()]
    result = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    path.chmod(mode)
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.returncode == (0 if not message else 2 if "invalid" in message else 3 if "aside" in message else 1)


def test_text_of_articles_cannot_steer_the_terminal(make_site, run_digest):
    """Control characters in an article are spelt out where its text is shown."""
    root = make_site({"content/ferry.txt": FERRY.replace("It sails again", "It sails again \x1b]0;owned\x07 \x9b31m")})
    for arguments in (("explain", "ferry.txt:3"), ("show", "ferry")):
        outcome = run_digest(root, *arguments)
        assert outcome.code == 0
        assert {"\x1b", "\x07", "\x9b"}.isdisjoint(outcome.out)
    assert r"again \x1b]0;owned\x07 \x9b31m" in run_digest(root, "explain", "ferry.txt:3").out


def test_a_reader_that_has_had_enough(make_site):
    """A pipe that is closed early ends the run without a traceback."""
    root = make_site({f"content/{n}.txt": FERRY for n in range(3)}, plugins=["text"])
    command = f"{sys.executable} -m digest.cli export --help | true; {sys.executable} -m digest.cli show | true"
    result = subprocess.run(command, shell=True, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert result.stderr == ""


def test_ctrl_c_ends_a_build(make_site):
    """A build that is stopped says nothing, publishes nothing, leaves nothing behind and ends with 130."""
    slow = (
        "import time\nfrom digest import hookimpl\n\n\n@hookimpl\ndef label_blocks(document):\n"
        "    print('begun', flush=True)\n    time.sleep(60)\n"
    )
    root = make_site({"content/ferry.txt": FERRY, "plugins/slow.py": slow}, plugins=["text", "slow"])
    command = [sys.executable, "-m", "digest.cli", "build"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err.strip()) == (130, b"")
    assert not [path.name for path in root.iterdir() if path.name.startswith("public")]


def test_show_and_explain_as_json(make_site, run_digest):
    """What they print can be read by programs: the tables of an event, and each annotation with its plugin."""
    root = make_site({"content/ferry.txt": FERRY})
    [event] = json.loads(run_digest(root, "show", "--json").out)
    assert event["title"] == "Ferry sails again"
    assert json.loads(run_digest(root, "show", event["id"], "--json").out)["articles"][0]["path"] == "ferry.txt"
    [row] = json.loads(run_digest(root, "explain", "ferry.txt:3", "--json").out)
    assert (row["what"], row["plugin"]) == ("body", "cleaning")
    assert {found["plugin"] for found in row["found"]} >= {"quotes", "topics"}


def test_what_a_build_did_as_json(make_site, run_digest):
    """Counts, and what was set aside with the reason; the exit code is that of any build."""
    root = make_site({"content/ferry.txt": FERRY, "content/empty.txt": ""})
    outcome = run_digest(root, "build", "--json")
    told = json.loads(outcome.out)
    assert (outcome.code, told["counts"]["article"]) == (3, 1)
    assert [(fault["path"], fault["reason"][:17]) for fault in told["set_aside"]] == [
        ("empty.txt", "the file is empty")
    ]


FEED = """<rss version="2.0"><channel><title>Holm Wire</title>
<item><title>Ferry sails</title>
<description>The ferry sails at dawn, the harbour master of Holm said.</description></item>
<item><title>Tug sinks</title>
<description>The tug sank at noon, said Kaisa Aalto of the harbour office.</description></item>
</channel></rss>"""


def test_explain_names_whom_a_form_of_a_name_means(make_site, run_digest):
    """A family name is told with the whole name that it stands for, and by which rule."""
    root = make_site({"content/ferry.txt": FERRY + "\nAalto had the quay cleared before the tugs came in.\n"})
    [row] = json.loads(run_digest(root, "explain", "ferry.txt:5", "--json").out)
    [found] = [found for found in row["found"] if found["plugin"] == "people"]
    assert (found["text"], found["what"]) == ("Aalto", "a form of the name Kaisa Aalto")
    assert found["rule"] == "forms of one name in the accounts of the event"


def test_explain_finds_an_article_among_others_of_its_file(make_site, run_digest):
    """With its number one article of a feed is meant; without, all of them, each shown with its own path."""
    root = make_site({"content/wire.xml": FEED, "content/one-line.xml": FEED.replace("\n", " ")})
    for place in ("wire.xml:4", "wire.xml#2:4", "one-line.xml#2:1"):
        path = place.replace(".xml:", ".xml#2:").rpartition(":")[0]
        assert run_digest(root, "explain", place).out.startswith(f"{path}\nTug sinks\n")
    both = json.loads(run_digest(root, "explain", "one-line.xml:1", "--json").out)
    assert {row["path"] for row in both} == {"one-line.xml#1", "one-line.xml#2"}
    assert "no article 'wire.xml#9': did you mean" in run_digest(root, "explain", "wire.xml#9:2").err


def test_explain_says_why_two_articles_are_in_one_event(make_site, run_digest):
    """The event, the plugin's reasons, and the same as JSON; of a feed an article must be chosen."""
    ferry = "Ferry late\n\nThe ferry Alma was late in Helmsund on Monday.\n"
    feed = "".join(f"<item><title>Tug {n}</title><description>The tug sank.</description></item>" for n in (1, 2))
    files = {
        "content/a.txt": ferry,
        "content/b.txt": ferry.replace("late", "slow"),
        "content/c.xml": f"<rss version='2.0'><channel>{feed}</channel></rss>",
    }
    root = make_site(files)
    outcome = run_digest(root, "explain", "a.txt", "b.txt")
    assert outcome.code == 0
    assert outcome.out.startswith("in one event: ")
    assert "  They share the names Alma, Helmsund.\n" in outcome.out
    assert outcome.out.endswith("  (events)\n")
    found = json.loads(run_digest(root, "explain", "a.txt", "c.xml#2", "--json").out)
    assert (found["paths"], len(found["events"]), found["plugin"]) == (["a.txt", "c.xml#2"], 2, "events")
    assert "c.xml has 2 articles; add #N" in run_digest(root, "explain", "a.txt", "c.xml").err
    assert "z.txt has no article that is on the site" in run_digest(root, "explain", "a.txt", "z.txt").err


def test_explain_without_a_plugin_that_groups(make_site, run_digest):
    """Where no plugin says why, that is said."""
    root = make_site({"content/a.txt": "Ferry late\n\nIt was.", "content/b.txt": "Fair on\n\nIt is."}, plugins=["text"])
    out = run_digest(root, "explain", "a.txt", "b.txt").out
    assert out == "in two events: a, b\n  No plugin of this site says why.\n"


def test_explain_says_what_a_difference_is(make_site, run_digest):
    """The explanation, how sure it is, and where the other accounts have something else."""
    report = "Ferry stuck off Holm\n\nThe ferry Alma ran aground off Holm on Monday. {} passengers were on board.\n"
    root = make_site({f"content/{n}.txt": report.format(n) for n in (140, 230)})
    [row] = json.loads(run_digest(root, "explain", "140.txt:3", "--json").out)
    [found] = [found for found in row["found"] if found["plugin"] == "discrepancies"]
    assert (found["explanation"] != "", 0 < found["confidence"] < 1) == (True, True)
    assert [(other["path"], other["line"]) for other in found["others"]] == [("230.txt", 3)]
    assert "      230.txt:3: “230 passengers" in run_digest(root, "explain", "140.txt:3").out


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("fery.txt:3", "no article 'fery.txt': did you mean 'ferry.txt'?"),
        ("ferry.txt:2", "there is no text on line 2 of ferry.txt; the nearest paragraph begins on line 1"),
        ("draft.md:5", "draft.md is a draft"),
        ("empty.txt:1", "empty.txt was set aside"),
    ],
)
def test_explain_says_why_it_cannot(make_site, run_digest, place, message):
    """A file that is not there, set aside or a draft, and a line without text, are told apart."""
    draft = "---\ndraft: true\n---\n\nNot yet.\n"
    files = {"content/ferry.txt": FERRY, "content/draft.md": draft, "content/empty.txt": ""}
    outcome = run_digest(make_site(files), "explain", place)
    assert outcome.code == 2
    assert message in outcome.err
