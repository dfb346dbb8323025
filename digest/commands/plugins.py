"""`digest plugins` and `digest hooks`."""

from __future__ import annotations

import inspect
import textwrap
from pathlib import Path

import click

from digest.commands.options import analysis_of, config_option, json_option, open_site, print_json
from digest.commands.report import report


@click.command("plugins", short_help="List the plugins of this site.")
@click.option("--timings", is_flag=True, help="Analyse the articles anew, and show the time spent in each plugin.")
@json_option
@config_option
def command(timings: bool, as_json: bool, config: Path) -> None:
    """List the site's plugins in the order of their calls: where each is from, its hooks and options.

    \b
    Example:
      digest plugins --timings
    """
    import msgspec

    from digest.commands.clean import forget
    from digest.plugins import Host

    site = open_site(config)
    host = Host(site)
    if timings:
        forget(site)
        report(analysis_of(site, host, jobs=1).set_aside, site)
    if as_json:
        rows = [{**msgspec.structs.asdict(p), "seconds": round(host.seconds[p.name], 4)} for p in host.plugins]
        print_json(rows)
        return
    for remark in host.remarks():
        click.echo(f"note: {remark}", err=True)
    for plugin in host.plugins:
        took = f"  {host.seconds[plugin.name] * 1000:.0f} ms" if timings else ""
        version = f" {plugin.version}" if plugin.version else ""
        instead = ", in place of the standard one" if plugin.overrides else ""
        click.echo(f"{click.style(plugin.name, bold=True)}{version}  ({plugin.origin}{instead}){took}")
        click.echo(f"    {plugin.location}")
        click.echo(f"    hooks: {', '.join(plugin.hooks)}")
        for option in plugin.options:
            click.echo(f"    {option.name}: {option.value!r}  ({option.type})")
            if option.help:
                click.echo(f"        {option.help}")


@click.command("hooks", short_help="List what a plugin can do.")
@json_option
def hooks_command(as_json: bool) -> None:
    """List the hooks that a plugin may implement, in the order in which they are called.

    \b
    Examples:
      digest hooks
      digest hooks --json | jq -r '.[].name'
    """
    from digest.commands.scaffold import signature_of
    from digest.hookspecs import hooks

    if as_json:
        rows = [
            (name, list(inspect.signature(hook).parameters), inspect.getdoc(hook)) for name, hook in hooks().items()
        ]
        print_json([{"name": name, "arguments": given, "description": said} for name, given, said in rows])
        return
    for name, hook in hooks().items():
        click.echo(f"{click.style(name, bold=True)}{signature_of(hook)}")
        click.echo(textwrap.indent(inspect.getdoc(hook) or "", "    "))
