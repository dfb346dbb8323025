"""`digest build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digest.commands.options import config_option, content_option, jobs_option, json_option, open_site, print_json
from digest.commands.report import counted, finish, left_out, plain, progress, report_error


@click.command(short_help="Build and publish the site.")
@click.option("--strict", is_flag=True, help="Publish nothing if an article must be set aside or a link leads nowhere.")
@click.option("--clean", is_flag=True, help="Make everything anew, whatever earlier builds found.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Folder of the site."
)
@click.option("--base-url", metavar="ADDRESS", help="Address that the site will have, instead of the one in site.yaml.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
@json_option
@content_option
@config_option
@jobs_option
def command(
    strict: bool,
    clean: bool,
    output: Path | None,
    base_url: str | None,
    quiet: bool,
    as_json: bool,
    content: Path | None,
    config: Path,
    jobs: int | None,
) -> None:
    """Build and publish the site.

    What was published before stays as it was until the new site is finished.

    \b
    Examples:
      digest build                          into public/
      digest build --strict                 in continuous integration
      digest build --output /srv/www/flood
    """
    import msgspec

    from digest.build import build
    from digest.commands.clean import forget
    from digest.config import fault_in
    from digest.errors import StrictError

    if base_url and (fault := fault_in("base_url", base_url)):
        raise click.BadParameter(fault, param_hint="'--base-url'")
    site = open_site(config, content)
    site = msgspec.structs.replace(site, output=output or site.output, base_url=base_url or site.base_url)
    if clean:
        forget(site)
    try:
        receipt = build(site, strict=strict, jobs=jobs, track=progress(quiet))
    except StrictError as error:
        report_error(error, site)
        sys.exit(1)
    if as_json:
        told = {
            "counts": receipt.counts,
            "drafts": receipt.drafts,
            "set_aside": receipt.set_aside,
            "notes": receipt.notes,
        }
        print_json({"output": str(site.output), **told})
    elif not quiet:
        counts = ", ".join(counted(number, noun) for noun, number in receipt.counts.items())
        click.echo(f"{site.output}: {counts}{left_out(receipt.drafts)}")
        if not receipt.counts["article"]:
            click.echo(f"note: no article in {site.content}; digest add brings some", err=True)
        for note in receipt.notes:
            click.echo(f"note: {plain(note)}", err=True)
    finish(receipt.set_aside, site)
