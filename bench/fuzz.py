"""Feeds the readers and the analysis with what atheris makes up, for as long as you let it. Not part of the tests.

    pip install atheris && python bench/fuzz.py -max_total_time=600

The first byte chooses the reader. What is found is written to a file `crash-…`, which may be given to see it again;
what takes long to a file `slow-unit-…`. A folder given as an argument keeps what reaches new code.
"""

import sys
from pathlib import Path

import atheris

# The plugins are imported by the host, so it is made here: what is not instrumented is fuzzed blindly.
with atheris.instrument_imports(include=["digest"]):
    from digest.annotate import annotate
    from digest.compare import compare
    from digest.config import Site
    from digest.errors import ContentError
    from digest.group import group
    from digest.model import Source
    from digest.plugins import Host
    from digest.read import read

    HERE = Path("/nowhere")
    HOST = Host(Site(root=HERE, content=HERE / "content", output=HERE / "public"))

SUFFIXES = ("txt", "md", "html", "xml", "mhtml", "webarchive")


def analyse(data: bytes) -> None:
    """One file, from its bytes to the comparison. Any exception but ContentError is a fault."""
    source = Source(f"a.{SUFFIXES[data[0] % len(SUFFIXES)] if data else 'txt'}", data[1:])
    try:
        documents = [document for document in read(source, HOST) if not isinstance(document, ContentError)]
        accounts = [annotate(document, f"a-{n}", HOST) for n, document in enumerate(documents)]
    except ContentError:
        return
    for event in group([account.id for account in accounts], accounts, HOST):
        members = {account.id: account for account in accounts}
        compare(event.event(tuple(members[name] for name in event.accounts)), HOST)


atheris.Setup(sys.argv, analyse)
atheris.Fuzz()
