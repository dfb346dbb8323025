"""Publishing: a finished folder takes the published one's place; the old site stays until then."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import OutputError

MARKER = ".digest"


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A new folder beside `output`, which takes its place when the block ends without an exception.

    Only a folder that carries our marker file, an empty one or none at all is replaced.
    Raises OutputError if the output is somebody else's or cannot be written.
    """
    _check(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    except OSError as error:
        raise OutputError(f"{output.parent}: cannot be written: {error.strerror}") from error
    try:
        folder.chmod(0o755)
        (folder / MARKER).write_text("Written by digest; this folder is replaced by each build.\n", "utf-8")
        yield folder
        _swap(folder, output)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output}: is not a folder; remove it or choose another output")
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        raise OutputError(f"{output}: holds files that digest did not write; empty it or choose another output")


def _swap(folder: Path, output: Path) -> None:
    """Put `folder` in the place of `output`; what was there ends up under the temporary name and is removed."""
    if not output.exists():
        folder.rename(output)
        return
    old = folder.with_name(folder.name + ".old")
    output.rename(old)
    try:
        folder.rename(output)
    except OSError:
        old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write(folder: Path, url: str, data: bytes) -> None:
    """Write one file of the site. Raises OutputError for a path that would leave the folder."""
    path = Path(os.path.normpath(folder / url))
    if not path.is_relative_to(folder) or path == folder:
        raise OutputError(f"{url}: leads out of the site")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
