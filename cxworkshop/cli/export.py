"""`export`: a workshop as a report, tables, pictures or data, by the suffix of the file named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from cxworkshop.cli.reading import ANY_PATH, WORKSHOP, read_workshop
from cxworkshop.cli.speaking import language_of, say, speaker
from cxworkshop.errors import WrongUse
from cxworkshop.exchange.formats import export as write
from cxworkshop.exchange.formats import format_of
from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.options import PAPERS, ExportOptions
from cxworkshop.i18n import LANGUAGES
from cxworkshop.words import N_


@click.command("export")
@WORKSHOP
@click.argument("out", type=ANY_PATH)
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the export (default: the workshop's).")
@click.option("--anonymise", is_flag=True, help="Leave people's names out.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
def export(file: Path, out: Path, language: str | None, anonymise: bool, paper: str) -> None:
    """Write the workshop to OUT; its suffix says as what."""
    format_of(out, writing=True)
    if file.exists() and out.exists() and out.samefile(file):
        raise WrongUse(N_("“{name}” is the workshop itself; write its export to another file."), name=out.name)
    workshop = read_workshop(file)
    options = ExportOptions(
        language=language_of(workshop.board, language),
        anonymise=anonymise,
        paper=paper,
        workshop=workshop.identity,
        revision=workshop.revision,
    )
    tell_written(out, write(workshop.board, out, options))


def tell_written(out: Path, notes: Iterable[Caution]) -> None:
    """Say that a file is written, and under it what is to be known about it."""
    tr = speaker()
    say(tr("Written: {name}", name=str(out)))
    for note in notes:
        say(f"  {note.told(tr)}")
