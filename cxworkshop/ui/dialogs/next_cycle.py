"""Begins the next cycle: says what comes along, asks whether scores are kept, and where the new file is to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.document import Document
from cxworkshop.errors import Told
from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.model.board import Board
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.cycle.page import HeldPage
from cxworkshop.ui.views.cycle.past import Past
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.files import Files


_WIDTH = 560
_NAME = N_("{title}, cycle {n}")  # of the new file


class NextCycleDialog(DialogFrame):
    """The workshop that is open is not touched, and no file is overwritten."""

    def __init__(self, files: Files) -> None:
        self.room: Room = files.window.the_room
        number = next_number(self.room.board)
        super().__init__(tr("Begin cycle {n}", n=number), files.window, yes=tr("Choose a place and begin…"))
        self._files, self._number = files, number
        for line in told_carried(self.room.board):
            self.body.addWidget(Words(line))
        self.body.addWidget(Words(tr("Scores of touchpoints, needs and problems"), "strong"))
        self.scores = Segments(can_be_none=False)
        self.scores.fill([(tr("Keep them"), False), (tr("Clear them, to be given anew"), True)], False)
        self.body.addWidget(self.scores)
        said = tr(
            "Either way each touchpoint remembers how it was scored: last cycle’s curve stands as a ghost behind "
            "the new."
        )
        self.body.addWidget(Words(said, "soft"))
        self.body.addStretch(1)
        column = self.layout()
        assert column is not None
        self.size_for(_WIDTH)
        self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def accept(self) -> None:
        path = self.room.document.path
        target = self._files.ask_new(proposed_name(path.stem, self._number), path)
        if target is None:
            return
        old = Past(self.room.board, self.room.document.path)
        try:
            document = begin(self.room, target, clear_scores=bool(self.scores.value))
        except Told as problem:
            self.tell(problem)
            return
        super().accept()
        open_next(self._files, document, old)


def next_number(board: Board) -> int:
    """The number of the cycle to begin."""
    return int(board.workshop.get("cycle") or 1) + 1


def proposed_name(stem: str, number: int) -> str:
    """The name of cycle `number` after that of the file before, which may end in the number of its own cycle."""
    for language in LANGUAGES:
        stem = stem.removesuffix(translator(language)(_NAME, title="", n=number - 1))
    return tr(_NAME, title=stem, n=number)


def told_carried(board: Board) -> list[str]:
    """What comes along and what does not, in sentences."""
    counts = {name: sum(1 for _ in board.records(name)) for name in ("vote", "care_answer", "agenda")}
    improvements = board.count("improvement")
    contacts, readings = (sum(1 for _ in board.records(name)) for name in ("exposure", "reading"))
    said = [
        tr.plural("{n} card comes along with its links.", "{n} cards come along with their links.", len(board.cards)),
        tr.plural(
            "{n} improvement keeps its status, owner and safeguard.",
            "{n} improvements keep their status, owners and safeguards.",
            improvements,
        )
        if improvements
        else "",
        tr(
            "Contacts with customers come along: {contacts}; readings: {readings}.",
            contacts=contacts,
            readings=readings,
        ),
        tr("Votes, answers of the care test and the agenda stay behind: they belong to their day.")
        if sum(counts.values())
        else "",
    ]
    return [line for line in said if line]


def begin(room: Room, target: Path, *, clear_scores: bool) -> Document:
    """The next cycle in the new file `target`, open. FileProblem where the name is taken."""
    changes = next_cycle(room.board, room.today(), clear_scores=clear_scores, name=room.document.path.stem)
    document = Document.create(target)
    try:
        document.apply(changes, origin="import")
    except BaseException:
        document.close()
        raise
    return document


def open_next(files: Files, document: Document, old: Past) -> None:
    """Show the new cycle, which begins with what held since the old one."""
    files.use(lambda: document)
    files.window.telling.announce(
        N_("Cycle {n} begins in “{name}”."),
        N_("The cycle before is unchanged in its own file."),
        n=document.board.workshop.get("cycle", ""),
        name=document.path.name,
    )
    page = files.window.the_workspace.views.page
    if isinstance(page, HeldPage):
        page.compare_with(old)
