"""Rendering: a page and its template become the text of a file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import urlsplit

import jinja2
from jinja2.bccache import Bucket

from digest.config import Site
from digest.errors import DigestError, ThemeError
from digest.language import ENGLISH, Language
from digest.model import Page
from digest.theme import STANDARD, Theme, read_template, static_files

# What XML 1.0 can't have: one such character in a title would make a feed unreadable. HTML has no use for it either.
_FORBIDDEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What every template has; the hook `template_context` may not take these names.
RESERVED = frozenset({"page", "title", "url", "root", "home", "site", "language", "asset", "versions"})


def environment(
    theme: Theme, site: Site, language: Language = ENGLISH, versions: Mapping[str, str] = MappingProxyType({})
) -> jinja2.Environment:
    """A new template environment: everything escaped, nothing undefined let through.

    A template is looked for in each layer of the theme. `{% extends "default:event.html" %}` begins with the
    standard theme, `{% extends "NAME:event.html" %}` with the theme of that name. `versions` are those of the
    plugins, by their names.
    """
    names = list(theme.layers)
    loaders = {name: _loader([theme.layers[layer] for layer in names[at:]]) for at, name in enumerate(names)}
    env = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                loaders[names[0]],
                jinja2.PrefixLoader({**loaders, "default": loaders[STANDARD]}, delimiter=":"),
            ]
        ),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    home = site.base_url and site.base_url.rstrip("/") + "/"
    env.policies["ext.i18n.trimmed"] = True
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    cast(Any, env).install_gettext_translations(language.translations, newstyle=True)
    env.globals.update(site=site, home=home, language=language, asset=_assets(static_files(theme)), versions=versions)
    return env


def render(page: Page, env: jinja2.Environment, extra: Mapping[str, Any] | None = None) -> str:
    """The text of a page. `extra` are further variables for its template.

    Raises ThemeError, with template and line, for any fault of a template.
    """
    variables = {**(extra or {}), "page": page.context, "title": page.title, "url": page.url, "root": _root(page, env)}
    try:
        return _FORBIDDEN.sub("\ufffd", env.get_template(page.template).render(variables))
    except DigestError:
        raise
    except jinja2.TemplateNotFound as error:
        raise ThemeError(f"there is no template {error.name!r}, for {page.url}", template=page.template) from error
    except jinja2.TemplateSyntaxError as error:
        raise ThemeError(error.message or "syntax error", template=error.name, line=error.lineno) from error
    except Exception as error:
        place = _place(error)
        if place is None:
            raise
        advice = "; docs/templates.md has what there is" if isinstance(error, jinja2.UndefinedError) else ""
        raise ThemeError(f"{error}, on {page.url}{advice}", template=place[0], line=place[1]) from error


def compiled() -> jinja2.BytecodeCache | None:
    """Where templates are kept as Python has compiled them, which takes longer than to render a page; None if nowhere.

    Only for an environment without filters of plugins: what these make of constants is compiled too. It is code, so
    it isn't in the site's cache, where anybody might have put it, but in a temporary folder of which Jinja sees to it
    that nobody else can write to it.
    """
    try:
        return _Compiled()
    except (OSError, RuntimeError):
        return None


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates, each under a digest of its source and of what has compiled it."""

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        made_by = jinja2.__version__ + Path(__file__).read_text("utf-8")
        key = hashlib.blake2b("\n".join((made_by, name, source)).encode(), digest_size=16).hexdigest()
        bucket = Bucket(environment, key, key)
        self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # the disk is full
            super().dump_bytecode(bucket)


def _loader(folders: Iterable[Traversable]) -> jinja2.FunctionLoader:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = (read_template(folder, name) for folder in folders)
        source = next((source for source in found if source is not None), None)
        # The name stands in for a file name, so that a fault has it; nothing goes out of date within a build.
        return None if source is None else (source, name, lambda: True)

    return jinja2.FunctionLoader(load)


def _assets(files: Mapping[str, bytes]) -> Callable[[str], str]:
    """A function from a static file's name to its address from the root, which changes when the file does."""
    versions = {name: hashlib.blake2b(data, digest_size=4).hexdigest() for name, data in files.items()}

    def asset(name: str) -> str:
        if name not in versions:
            raise jinja2.TemplateRuntimeError(f"there is no static file {name!r}")
        return f"static/{name}?v={versions[name]}"

    return asset


def _root(page: Page, env: jinja2.Environment) -> str:
    """What leads from a page to the site's root. The page for missing addresses is shown at any depth."""
    if page.url == "404.html":
        return urlsplit(cast(Site, env.globals["site"]).base_url).path.rstrip("/") + "/"
    return "../" * page.url.count("/")


def _place(error: Exception) -> tuple[str, int] | None:
    """The template and line where an exception was raised; None if it does not come from a template."""
    place = None
    traceback = error.__traceback__
    while traceback is not None:
        # Jinja rewrites the frames of templates and leaves this name in them.
        if "__jinja_exception__" in traceback.tb_frame.f_globals:
            place = (traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place
