"""`new`: a new workshop from a template."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from cxworkshop.actions import workshop
from cxworkshop.cli.reading import WORKSHOP, check_new
from cxworkshop.cli.speaking import say, speaker
from cxworkshop.document import Document
from cxworkshop.errors import WrongUse
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.i18n import LANGUAGES, system_language
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.changes import ChangeSet
from cxworkshop.paths import RESOURCES
from cxworkshop.words import N_

TEMPLATES = RESOURCES / "templates"


@click.command("new")
@WORKSHOP
@click.option("--template", default="blank", metavar="NAME", help="blank, service, online_shop, employee")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the workshop (default: the system's).")
@click.option("--title", help="Title of the workshop.")
def new(file: Path, template: str, language: str | None, title: str | None) -> None:
    """Make a new workshop; an existing file is never overwritten."""
    check_new(file)
    spoken = language or system_language()
    steps = from_template(template, spoken, title)
    document = Document.create(file)
    try:
        document.apply_together(steps, origin="import")
    finally:
        document.close()
    tr = speaker()
    say(tr("New workshop: {name}", name=str(file)))


def template_names() -> list[str]:
    """The names of the templates there are."""
    return sorted({path.name.split(".")[0] for path in TEMPLATES.glob("*.json")})


def from_template(name: str, language: str, title: str | None) -> list[ChangeSet]:
    """The changes that make an empty workshop one from the template: its content, then title, date and language."""
    source = TEMPLATES / f"{name}.{language}.json"
    if name not in template_names() or not source.exists():
        raise WrongUse(
            N_("There is no template “{template}”."),
            todo=N_("Known: {known}."),
            template=name,
            known=", ".join(template_names()),
        )
    empty = Board()
    content = plan(read_document(source.read_bytes(), source.name), empty).changes
    filled = board_of([])
    filled.apply(content)
    own_title = title if title is not None else str(filled.workshop.get("title", ""))
    start = workshop.start(filled, own_title, language, datetime.date.today().isoformat())
    return [content, start]
