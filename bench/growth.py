"""How the cost of the analysis grows with hostile text: each piece repeated to a length and to four times that.

    python bench/growth.py --length 20000

A ratio near 4 is linear, near 16 is quadratic. The plugin that took most is named.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from digest.annotate import annotate
from digest.compare import compare
from digest.config import Site
from digest.errors import ContentError
from digest.group import group
from digest.model import Account, Source
from digest.plugins import Host
from digest.read import read

LEAD = (
    "Ferry late\n\nThe master of the ferry said on Monday that the ship was late, and that nobody was hurt by it.\n\n"
)
MARKS = (
    "“",
    "”",
    '"',
    "'",
    "‘",
    "‘ ",
    "“a” ",
    "“a said ",
    "‘’",
    "«",
    "«a» ",
    "«a »",
    "(",
    "((",
    "- ",
    "©",
    "\u202e",
    "😀",
    "中",
)
WORDS = ("a", "A", "A ", "Aa ", "a-", "a’s ", "A. ", ". ", "! ", "the ", "of ", "and ", "said ", "Mr. ", "he said. “")
FACTS = ("1", "1 ", "1,", "$1", "five and ", "about ", "million ", "on Monday ", "the 26th ", "X said that Y ")
LINES = ("\n", "a\n", "By ", "Photo: ", "http://a ", '"a" said B. ')


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=20_000, help="characters of the shorter text")
    length = parser.parse_args().length
    here = Path("/nowhere")
    host = Host(Site(root=here, content=here / "content", output=here / "public"))
    print("| piece | seconds | ratio | most in |\n|---|---|---|---|")
    for piece in (*MARKS, *WORDS, *FACTS, *LINES):
        short, _ = cost(piece, length, host)
        long, plugin = cost(piece, 4 * length, host)
        print(f"| {piece!r} | {long:.2f} | {long / short:.1f} | {plugin} |", flush=True)


def cost(piece: str, length: int, host: Host) -> tuple[float, str]:
    """CPU seconds for an article that is mostly the piece again and again, and the plugin that took most of them."""
    text = LEAD + piece * (length // len(piece))
    host.seconds.clear()
    begun = time.process_time()
    for event in group(list(_accounts(text, host)), host):
        compare(event, host)
    spent = time.process_time() - begun
    return spent, max(host.seconds, key=lambda name: host.seconds[name])


def _accounts(text: str, host: Host) -> Iterator[Account]:
    try:
        for document in read(Source("article.txt", text.encode()), host):
            yield annotate(document, "article", host)
    except ContentError:
        return


if __name__ == "__main__":
    main()
