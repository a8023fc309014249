"""`export`: a workshop as a report, tables, pictures or data, by the suffix of the file named."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.cli.reading import WORKSHOP, read_board
from cxworkshop.cli.speaking import language_of, say, speaker
from cxworkshop.exchange.formats import export as write
from cxworkshop.exchange.formats import format_of
from cxworkshop.exchange.options import PAPERS, ExportOptions
from cxworkshop.i18n import LANGUAGES


@click.command("export")
@WORKSHOP
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the export (default: the workshop's).")
@click.option("--anonymise", is_flag=True, help="Leave people's names out.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
def export(file: Path, out: Path, language: str | None, anonymise: bool, paper: str) -> None:
    """Write the workshop to OUT; its suffix says as what."""
    format_of(out, writing=True)
    board = read_board(file)
    write(board, out, ExportOptions(language=language_of(board, language), anonymise=anonymise, paper=paper))
    tr = speaker()
    say(tr("Written: {name}", name=str(out)))
