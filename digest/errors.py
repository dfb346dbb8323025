"""What can go wrong, each with the place where it did.

    DigestError
    ├── ConfigError     site.yaml can't be used (all its faults at once)
    ├── ContentError    an article can't be read; it is set aside and the rest is published
    ├── PluginError     a plugin can't be loaded, failed, or returned what it may not
    ├── ThemeError      a theme or template can't be used
    ├── OutputError     the site can't be written
    └── StrictError     what --strict does not let pass (all of it at once)

A message reads: where: what; what to do. `cli` alone catches DigestError; any other exception is a bug.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence

Place = tuple[str, int, int]


class DigestError(Exception):
    """The base of all faults that a user can mend."""

    def __reduce__(self) -> tuple[object, ...]:
        # A fault comes back from a worker process by its message, not by the arguments it was made from.
        return _restore, (type(self), self.args, self.__dict__)


class ConfigError(DigestError):
    """Faults in `site.yaml`, each as `file:line: key: what is wrong`."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class ContentError(DigestError):
    """An article that can't be read. `path` is relative to the content folder, line and column count from 1."""

    def __init__(self, path: str, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(f"{':'.join(str(part) for part in (path, line, column) if part)}: {message}")
        self.path = path
        self.line = line
        self.column = column
        self.message = message


class PluginError(DigestError):
    """A plugin's fault; names the plugin, the hook and what it was working on.

    `cause` is what the plugin raised. Its places are kept, since its traceback doesn't leave a worker process.
    """

    def __init__(
        self,
        plugin: str,
        message: str,
        *,
        hook: str | None = None,
        subject: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        where = f"plugin {plugin!r}" + (f", {hook}" if hook else "") + (f", on {subject}" if subject else "")
        super().__init__(f"{where}: {message}")
        self.plugin = plugin
        self.hook = hook
        self.subject = subject
        self.places = places_of(cause)


class ThemeError(DigestError):
    """A fault in a theme: the template and line where it has them."""

    def __init__(self, message: str, *, template: str | None = None, line: int | None = None) -> None:
        where = f"{template}:{line}: " if template and line else f"{template}: " if template else ""
        super().__init__(where + message)
        self.template = template
        self.line = line


class OutputError(DigestError):
    """The site can't be written to its folder."""


class StrictError(DigestError):
    """Faults that a build would report and pass over, but not with `--strict`."""

    def __init__(self, faults: Sequence[DigestError]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def places_of(cause: BaseException | None) -> list[Place]:
    """File, line and column of each call that led to an exception, the innermost last; of a syntax error, its place."""
    if isinstance(cause, SyntaxError) and cause.filename:
        return [(cause.filename, cause.lineno or 0, cause.offset or 0)]
    frames = traceback.extract_tb(cause.__traceback__) if cause else []
    return [(frame.filename, frame.lineno or 0, (frame.colno or -1) + 1) for frame in frames]


def _restore(kind: type[DigestError], args: tuple[object, ...], state: dict[str, object]) -> DigestError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
