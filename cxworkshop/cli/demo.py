"""`demo`: the example workshops with all their exports, to look at and to try tools on."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.cli.export import tell_written
from cxworkshop.cli.reading import day_of
from cxworkshop.cli.speaking import say, speaker
from cxworkshop.document import Document
from cxworkshop.errors import FileProblem
from cxworkshop.exchange.formats import FORMATS, export
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.paths import SESSIONS
from cxworkshop.reasons import reason_of
from cxworkshop.words import N_


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default="cxworkshop-demo", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Write the example workshops and all their exports into DIR."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem(
            N_("“{name}” is a file, not a folder."),
            N_("Nothing was written."),
            N_("Choose another place."),
            name=str(folder),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FileProblem(
            N_("The folder “{name}” cannot be made: {reason}."),
            N_("Nothing was written."),
            N_("Choose another place."),
            name=str(folder),
            reason=reason_of(problem),
        ) from problem
    for source in sorted(SESSIONS.glob("*.*.json")):
        name, language = source.name.split(".")[:2]
        _write_example(source, folder / f"{name}.{language}.cxw", language)
    tr = speaker()
    say(tr("The examples and their exports are in {name}", name=str(folder)))


def _write_example(source: Path, target: Path, language: str) -> None:
    """One workshop and its exports; a workshop that is there already is kept and exported as it is."""
    if target.exists():
        tr = speaker()
        say(tr("Kept as it was: {name}", name=str(target)))
        document = Document.open_read_only(target)
    else:
        document = Document.create(target)
        changes = plan(read_document(source.read_bytes(), source.name), document.board).changes
        document.apply(changes, origin="import")
    try:
        for form in FORMATS:
            if form.write and form.suffix != "zip":
                out = target.with_suffix(f".{form.suffix}")
                day, own, seq = day_of(document.board), document.identity, document.revision
                options = ExportOptions(language=language, today=day, workshop=own, revision=seq)
                tell_written(out, export(document.board, out, options))
    finally:
        document.close()
