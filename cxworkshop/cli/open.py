"""`open`: the window. The only verb that needs Qt, which is imported when the verb is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from cxworkshop.cli.reading import WORKSHOP
from cxworkshop.errors import FileProblem, WrongUse
from cxworkshop.i18n import LANGUAGES
from cxworkshop.words import N_


@click.command("open")
@WORKSHOP
@click.option("--language", type=click.Choice(LANGUAGES))
@click.option("--theme", type=click.Choice(("light", "dark", "contrast")))
@click.option("--size", metavar="WxH", help="Size of the window, such as 1366x768.")
@click.option("--select", metavar="CARD_ID", help="Select this card and light up its map.")
@click.option("--grab", metavar="DIR", type=click.Path(path_type=Path), help="Write pictures of both windows into DIR.")
def open_(
    file: Path, language: str | None, theme: str | None, size: str | None, select: str | None, grab: Path | None
) -> int:
    """Open the window on a workshop."""
    return open_window(
        file, language=language, theme=theme, size=_size(size) if size else None, select=select, grab=grab
    )


def open_window(path: Path | None, **options: Any) -> int:
    """Run the window; gives its exit status. Raises FileProblem where Qt is not installed."""
    try:
        from cxworkshop import app
    except ImportError as missing:
        raise FileProblem(
            N_("The window needs PySide6, which is not usable here: {reason}."),
            N_("Nothing was changed; all other verbs work without it."),
            N_("Install cxworkshop with its window: pip install cxworkshop."),
            reason=str(missing),
        ) from missing
    return app.run(path, **options)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise WrongUse(N_("A size is written like 1366x768, not “{size}”."), size=text)
    return int(found[1]), int(found[2])
