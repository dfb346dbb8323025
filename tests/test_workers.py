"""Workers: processes give what one process gives, and one that dies takes no build with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from hazards import analysed, gone, hazards, wait_until

from digest.errors import DigestError, PluginError


def test_processes_give_the_same_as_one(make_site):
    """With many articles and two processes the analysis is equal, in the same order."""
    root = hazards(make_site, {})
    assert analysed(root, 2) == analysed(root, 1)


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
