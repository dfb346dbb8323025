"""Every regular expression of digest and its plugins on the worst text that can be made for it."""

import subprocess
import sys
from pathlib import Path


def test_no_pattern_grows_faster_than_its_text():
    """Steps of a backtracking matcher are counted for a text and one of four times its length; no clock is asked."""
    script = Path(__file__).parents[1] / "bench" / "patterns.py"
    result = subprocess.run([sys.executable, script, "--pieces", "12"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
