"""Feeds the readers and the analysis with what atheris makes up, for as long as you let it. Not part of the tests.

    pip install atheris && python bench/fuzz.py -max_total_time=600

The first byte chooses the reader. What is found is written to a file `crash-…`, which may be given to see it again.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["digest"]):
    from digest.annotate import annotate
    from digest.compare import compare
    from digest.config import Site
    from digest.errors import ContentError
    from digest.group import group
    from digest.model import Source
    from digest.plugins import Host
    from digest.read import read

SUFFIXES = ("txt", "md", "html", "xml")
HERE = Path("/nowhere")
HOST = Host(Site(root=HERE, content=HERE / "content", output=HERE / "public"))


def analyse(data: bytes) -> None:
    """One file, from its bytes to the comparison. Any exception but ContentError is a fault."""
    source = Source(f"a.{SUFFIXES[data[0] % len(SUFFIXES)] if data else 'txt'}", data[1:])
    try:
        accounts = [annotate(document, f"a-{n}", HOST) for n, document in enumerate(read(source, HOST))]
    except ContentError:
        return
    for event in group(accounts, HOST):
        compare(event, HOST)


atheris.Setup(sys.argv, analyse)
atheris.Fuzz()
