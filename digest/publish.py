"""Publishing: a finished folder takes the published one's place; the old site stays until then."""

from __future__ import annotations

import ctypes
import errno
import glob
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

import msgspec

from digest.cache import Key
from digest.errors import OutputError
from digest.read import SetAside

if sys.platform != "win32":
    import fcntl

MARKER = ".digest"
_OLD = ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A file of a published site: the key that it was made under, if any, and its status when it was finished.

    `parts` are the sizes of those that it was put together from, in their order, by their keys.
    """

    key: Key | None
    size: int
    modified: int
    number: int
    parts: Mapping[Key, int] = {}


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
    except (OSError, ValueError):  # not ours any more, whatever it holds
        return None
    return receipt if whole else None


def sign(folder: Path, receipt: Receipt) -> None:
    """Put the receipt into a finished folder, with the sizes of all its files."""
    files = {url: size for url, size in _sizes(folder) if url != MARKER}
    (folder / MARKER).write_bytes(msgspec.json.encode(msgspec.structs.replace(receipt, files=files)) + b"\n")


def _sizes(folder: Path | str, inside: str = "") -> Iterator[tuple[str, int]]:
    """The addresses of all files below a folder, with their sizes, in order."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _sizes(entry.path, f"{inside}{entry.name}/")
            elif entry.is_file():
                yield inside + entry.name, entry.stat().st_size


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A new folder beside `output`, which takes its place when the block ends without an exception.

    Only a folder that carries our marker file, an empty one or none at all is replaced. What builds that were
    killed left beside it is removed. Raises OutputError if the output is somebody else's or cannot be written.
    """
    _check(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        _sweep(output)
        folder, lock = _begin(output)
    except OSError as error:
        raise OutputError(f"{output.parent}: cannot be written: {error.strerror}") from error
    try:
        folder.chmod(0o755)
        (folder / MARKER).touch()
        yield folder
        _check(output)  # a build takes a while, and in the meantime somebody may have put something there
        _swap(folder, output)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}") from error
    finally:
        _discard(folder)
        if lock is not None:
            os.close(lock)


def _begin(output: Path) -> tuple[Path, int | None]:
    """An empty folder of our own, and the descriptor of its lock: while that is open, nobody sweeps it away."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
        try:
            return folder, _lock(folder)
        except (FileNotFoundError, BlockingIOError):
            continue  # another build was quicker, and took it for a leftover
        except OSError:
            return folder, None  # a file system without locks, where nobody sweeps either


def _prefix(output: Path) -> str:
    return f".{output.name}.digest-"


def _lock(folder: Path) -> int:
    """Lock a folder. Raises BlockingIOError if somebody else has, FileNotFoundError if it is gone, OSError where no
    folder can be locked.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOTSUP, "folders cannot be locked")
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder.stat()
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _sweep(output: Path) -> None:
    """Remove what killed builds left: folders with our name, with our marker or empty, that nobody has locked."""
    for folder in sorted(output.parent.glob(glob.escape(_prefix(output)) + "*")):
        # While there is no site, such a folder may hold the old one, of a build that is between two renamings.
        if folder.suffix == _OLD and not output.exists():
            continue
        with suppress(OSError):
            lock = _lock(folder)
            try:
                if (folder / MARKER).is_file() or not any(folder.iterdir()):
                    _discard(folder)
            finally:
                os.close(lock)


def _discard(folder: Path) -> None:
    """Remove a folder, the marker last: what is left if we are killed must be known as ours. May leave some of it."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != MARKER:
                entry.unlink()
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()


def remove(output: Path) -> None:
    """Remove a published site. Raises OutputError if the folder is not one."""
    _check(output)
    try:
        if output.is_dir():
            shutil.rmtree(output)
        _sweep(output)
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
        old = folder.with_name(folder.name + _OLD)
        output.rename(old)
        try:
            folder.rename(output)
        except OSError:
            old.rename(output)
            raise
        _discard(old)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux: renameat2(2) with RENAME_EXCHANGE)."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0)


def write(folder: Path, url: str, data: bytes) -> None:
    """Write one file of the site. Raises OutputError for a path that would leave the folder."""
    _place(folder, url).write_bytes(data)


def untouched(output: Path, written: Mapping[str, Written]) -> bool:
    """Whether the files of a published site are as they were written; not where that is not known."""
    return bool(written) and all(_as_written(output / url, file) for url, file in written.items())


def take(folder: Path, url: str, output: Path, written: Written) -> bool:
    """Take a file over from the published site, as a link, if it still is as it was written.

    Its bytes and times stay, nothing is copied, and the old site keeps it too.
    """
    try:
        if _as_written(output / url, written):
            os.link(output / url, _place(folder, url))
            return True
    except OSError:  # these folders cannot have links
        pass
    return False


def compose(
    folder: Path, url: str, parts: Mapping[Key, Callable[[], bytes]], output: Path, written: Written | None
) -> dict[Key, int]:
    """Write one file of the site part by part, with their sizes; those that the published one has are copied from it.

    Raises OutputError for a path that would leave the folder.
    """
    known = written.parts if written and _as_written(output / url, written) else {}
    starts = dict(zip(known, accumulate(known.values(), initial=0), strict=False))
    sizes = {}
    with _place(folder, url).open("wb") as file, (output / url).open("rb") if known else io.BytesIO() as before:
        for key, make in parts.items():
            if key in known:
                before.seek(starts[key])
                data = before.read(known[key])
            else:
                data = make()
            sizes[key] = file.write(data)
    return sizes


def survey(
    folder: Path, keys: Mapping[str, Key | None], parts: Mapping[str, Mapping[Key, int]] = MappingProxyType({})
) -> dict[str, Written]:
    """The files of a finished folder by address, each with the key that it was made under, some with sizes of parts."""
    found = {}
    for url, key in keys.items():
        with suppress(FileNotFoundError):  # a plugin has removed it
            found[url] = Written(key, *_status(folder / url), parts.get(url, {}))
    return found


def _as_written(path: Path, written: Written) -> bool:
    try:
        return _status(path) == (written.size, written.modified, written.number)
    except OSError:
        return False


def _status(path: Path) -> tuple[int, int, int]:
    found = path.stat(follow_symlinks=False)
    return found.st_size, found.st_mtime_ns, found.st_ino


def _place(folder: Path, url: str) -> Path:
    path = Path(os.path.normpath(folder / url))
    if not path.is_relative_to(folder) or path == folder:
        raise OutputError(f"{url}: leads out of the site")
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    return path
