"""Hosts of plugins that a test writes."""

from pathlib import Path

from digest.config import PluginEntry, Site
from digest.model import Metadata
from digest.plugins import Host

HEAD = "from digest import Metadata, hookimpl\n"


def host(root: Path, plugins: dict[str, str], **options: dict[str, object]) -> Host:
    """A host with these modules as the site's own plugins, in the order given."""
    (root / "plugins").mkdir()
    for name, code in plugins.items():
        (root / "plugins" / f"{name}.py").write_text(HEAD + code, "utf-8")
    entries = tuple(PluginEntry(name, options.get(name, {}), line=3) for name in plugins)
    return Host(Site(root=root, content=root / "content", output=root / "public", plugins=entries))


def titles(host: Host) -> list[tuple[str, str | None]]:
    found = host.gather("find_metadata", Metadata, "a.txt", document=None, blocks=())
    return [(plugin, metadata.title) for plugin, metadata in found]


def says(title: str) -> str:
    return f"@hookimpl\ndef find_metadata():\n    return Metadata(title={title!r})\n"
