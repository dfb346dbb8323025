"""Opens many update streams of `digest serve` at once, some of which never read, and saves an article.

    python bench/streams.py --streams 1000

Prints how long it took to open all streams, until each that reads knew of the change, and for a page meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

ARTICLE = (
    "Ferry late\n\nThe ferry of Helmsund was late on Monday, its master said, and nobody knew the reason for it.\n"
)
_SECONDS = 60
# Of ten connections one is a page that never reads, and one a client that never ends its request.
_IDLE = 10


class Report(NamedTuple):
    """Seconds until all streams were open, until a page came beside them, and until all readers knew of a change."""

    opened: float
    page: float
    told: float


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--streams", type=int, default=1000)
    streams = parser.parse_args().streams
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        report = run(Path(folder), streams)
    print(f"{streams:,} streams: open after {report.opened:.2f} s, all told of a change after {report.told:.2f} s;")
    print(f"a page beside them took {report.page:.3f} s")


def run(root: Path, streams: int) -> Report:
    """Serve a small site in this folder to so many streams. Raises if one of them isn't told."""
    (root / "content").mkdir()
    (root / "content" / "ferry.txt").write_text(ARTICLE)
    (root / "site.yaml").write_text("plugins: [text, events]\n")
    command = [sys.executable, "-m", "digest.cli", "serve", "--port", "8760"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            assert server.stdout is not None
            address = next(word for line in server.stdout for word in line.split() if word.startswith("http://"))
            return asyncio.run(_load(address, root, streams))
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                raise


async def _load(address: str, root: Path, streams: int) -> Report:
    host, port = urlsplit(address).hostname or "", urlsplit(address).port or 0
    begun = time.perf_counter()
    opened = [await asyncio.open_connection(host, port) for _ in range(streams)]
    readers = []
    for number, (reader, writer) in enumerate(opened):
        whole = b"" if number % _IDLE == 0 else b"\r\n"
        writer.write(b"GET /__digest/events HTTP/1.1\r\nHost: localhost\r\n" + whole)
        if number % _IDLE > 1:
            readers.append(reader)
    await asyncio.gather(*(_until(reader, b'"version":1') for reader in readers))
    all_open = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    await _until(reader, b"</html>")
    writer.close()
    page = time.perf_counter()
    (root / "content" / "ferry.txt").write_text(ARTICLE.replace("Monday", "Tuesday"))
    await asyncio.gather(*(_until(reader, b'"version":2') for reader in readers))
    told = time.perf_counter()
    for _, stream in opened:
        stream.close()
        with contextlib.suppress(OSError):
            await stream.wait_closed()
    return Report(all_open - begun, page - all_open, told - page)


async def _until(reader: asyncio.StreamReader, words: bytes) -> None:
    async with asyncio.timeout(_SECONDS):
        await reader.readuntil(words)


if __name__ == "__main__":
    main()
