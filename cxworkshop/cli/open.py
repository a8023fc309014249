"""`open`: the window. The only verb that needs Qt, which is imported when the verb is run."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.cli.opening import THEMES, open_window
from cxworkshop.cli.opening import size as size_of
from cxworkshop.cli.reading import WORKSHOP
from cxworkshop.i18n import LANGUAGES


@click.command("open")
@WORKSHOP
@click.option("--language", type=click.Choice(LANGUAGES))
@click.option("--theme", type=click.Choice(THEMES))
@click.option("--size", metavar="WxH", help="Size of the window, such as 1366x768.")
@click.option("--select", metavar="CARD_ID", help="Select this card and light up its map.")
@click.option("--grab", metavar="DIR", type=click.Path(path_type=Path), help="Write pictures of both windows into DIR.")
def open_(
    file: Path, language: str | None, theme: str | None, size: str | None, select: str | None, grab: Path | None
) -> int:
    """Open the window on a workshop."""
    return open_window(
        file, language=language, theme=theme, size=size_of(size) if size is not None else None, select=select, grab=grab
    )
