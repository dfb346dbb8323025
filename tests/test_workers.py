"""Workers: processes give what one process gives, and one that dies takes no build with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import msgspec
import pytest
from hazards import analysed, gone, hazards, wait_until

from digest.build import build
from digest.cache_file import CACHE_FOLDER
from digest.config import load_site
from digest.errors import DigestError, PluginError, ThemeError


def test_processes_give_the_same_as_one(make_site):
    """With many articles and two processes the analysis is equal, in the same order."""
    root = hazards(make_site, {})
    assert analysed(root, 2) == analysed(root, 1)


MARK = """import os
from digest import hookimpl

@hookimpl
def template_context(page):
    open(f"{os.environ['MADE_IN']}/{os.getpid()}", "w").close()
    return {"greeting": page.title}
"""
FOOTER = '{% extends "default:base.html" %}{% block footer %}{{ greeting }}{% endblock %}'


def test_pages_of_processes_are_those_of_one(make_site, monkeypatch):
    """Event pages are made in the processes, with the site's own theme and plugins, and are the same to the byte."""
    files = {f"content/{n:03}.txt": f"Ferry {n} sails\n\n“It sailed,” Kaisa Aalto said.\n" for n in range(64)}
    files |= {
        "plugins/mark.py": MARK,
        "themes/mine/theme.yaml": "",
        "themes/mine/templates/base.html": FOOTER,
    }
    root = make_site(files, plugins=["text", "cleaning", "quotes", "mark"], theme="mine")
    made = []
    for jobs in (1, 2):
        makers = root / f"made-{jobs}"
        makers.mkdir()
        monkeypatch.setenv("MADE_IN", str(makers))
        shutil.rmtree(root / CACHE_FOLDER, ignore_errors=True)
        site = msgspec.structs.replace(load_site(root / "site.yaml"), output=root / f"public-{jobs}")
        build(site, jobs=jobs)
        made.append(
            {file.relative_to(site.output): file.read_bytes() for file in site.output.rglob("*.*") if file.is_file()}
        )
        assert len(list(makers.iterdir())) == (1 if jobs == 1 else 3)
    assert made[0] == made[1]


def test_a_fault_in_a_theme_comes_back_from_a_process(make_site):
    """The message has template and line, as it does in one process."""
    files = {f"content/{n:03}.txt": f"Ferry {n} sails\n\nIt sailed at noon.\n" for n in range(64)}
    files |= {"themes/mine/theme.yaml": "", "themes/mine/templates/event.html": "\n{{ page.missing }}"}
    root = make_site(files, plugins=["text"], theme="mine")
    with pytest.raises(ThemeError, match=r"^event\.html:2: ") as caught:
        build(load_site(root / "site.yaml"), jobs=2)
    assert caught.value.line == 2


def test_what_is_set_aside_in_a_process_is_listed(make_site):
    """An article that can't be read is set aside wherever it was tried."""
    found = analysed(hazards(make_site, {7: "\0"}), 2)
    assert [fault.path for fault in found.set_aside] == ["007.txt"]
    assert len(found.comparisons) == 79


def test_the_first_fault_comes_back_from_a_process(make_site):
    """The message names plugin, hook and the first of the articles, as it does in one process."""
    root = hazards(make_site, {n: "wait fail 0.2" if n == 3 else "fail" for n in (3, 30, 60, 79)})
    with pytest.raises(PluginError, match=r"plugin 'hazard', find_metadata, on 003\.txt: ZeroDivision") as caught:
        analysed(root, 2)
    assert caught.value.plugin == "hazard"


def test_a_dying_process_is_replaced(make_site):
    """What a worker did not finish is done by another, and the analysis is that of a build without an accident."""
    root = hazards(make_site, {5: "die once", 44: "die once", 45: "die once"})
    survived = analysed(root, 2)
    assert len(survived.comparisons) == 80
    assert survived == analysed(root, 1)


def test_an_article_that_keeps_killing_is_named(make_site):
    """When workers die on one article alone, the build ends with its name."""
    with pytest.raises(DigestError, match=r"^044\.txt: two workers died on it"):
        analysed(hazards(make_site, {5: "die once", 44: "die"}), 2)


@pytest.mark.parametrize("everybody", [signal.SIGINT, None], ids=["ctrl-c", "killed"])
def test_a_stopped_build_leaves_no_process(make_site, everybody):
    """Ctrl-C, which reaches the workers too, ends all quietly; workers whose build was killed end by themselves."""
    root = hazards(make_site, {n: "wait 0.2" for n in range(80)})
    command = [sys.executable, "-m", "digest.cli", "build", "--jobs", "2"]
    build = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_until(lambda: len(list((root.parent / "scratch").glob("pid-*"))) == 2)
    if everybody:
        os.killpg(build.pid, everybody)
    else:
        build.kill()
    _, said = build.communicate(timeout=20)
    wait_until(lambda: gone(build.pid))
    assert build.returncode == (130 if everybody else -signal.SIGKILL)
    assert "Traceback" not in said
    assert not (root / "public").exists()
