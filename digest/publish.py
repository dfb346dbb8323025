"""Publishing: a finished folder takes the published one's place; the old site stays until then."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from digest.errors import OutputError
from digest.read import SetAside

MARKER = ".digest"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a published site was made from, and what it holds; it is kept in the site's marker file.

    `key` depends on everything that the site was made from, `notes` are remarks on articles that
    are on the site but need a look, `drafts` the paths of those that are not on it yet, `files` the sizes
    of its files in bytes.
    """

    key: str
    counts: dict[str, int]
    set_aside: tuple[SetAside, ...]
    notes: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    files: dict[str, int] = {}


def published(output: Path) -> Receipt | None:
    """The receipt of the site in a folder; None if there is none, or if a file of it is missing or of another size."""
    try:
        receipt = msgspec.json.decode((output / MARKER).read_bytes(), type=Receipt)
        whole = all((output / url).stat().st_size == size for url, size in receipt.files.items())
    except (OSError, msgspec.DecodeError):
        return None
    return receipt if whole else None


def sign(folder: Path, receipt: Receipt) -> None:
    """Put the receipt into a finished folder, with the sizes of all its files."""
    files = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }
    (folder / MARKER).write_bytes(msgspec.json.encode(msgspec.structs.replace(receipt, files=files)) + b"\n")


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
        (folder / MARKER).touch()
        yield folder
        _swap(folder, output)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove(output: Path) -> None:
    """Remove a published site. Raises OutputError if the folder is not one."""
    _check(output)
    try:
        if output.is_dir():
            shutil.rmtree(output)
    except OSError as error:
        raise OutputError(f"{output}: cannot be removed: {error.strerror}") from error


def _check(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output}: is not a folder; remove it or choose another output")
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        raise OutputError(f"{output}: holds files that digest did not write; empty it or choose another output")


def _swap(folder: Path, output: Path) -> None:
    """Put `folder` in the place of `output`; what was there ends up in the place of `folder`, to be removed."""
    if not output.exists():
        folder.rename(output)
    elif not _exchange(folder, output):
        # Without an atomic exchange there is a moment with no site; a failure in it puts the old one back.
        old = folder.with_name(folder.name + ".old")
        output.rename(old)
        try:
            folder.rename(output)
        except OSError:
            old.rename(output)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux: renameat2(2) with RENAME_EXCHANGE)."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0)


def write(folder: Path, url: str, data: bytes) -> None:
    """Write one file of the site. Raises OutputError for a path that would leave the folder."""
    path = Path(os.path.normpath(folder / url))
    if not path.is_relative_to(folder) or path == folder:
        raise OutputError(f"{url}: leads out of the site")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
