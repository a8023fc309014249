"""The sheet of all shortcuts, made from the list of commands, with the gestures of the wall below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.ui.command_actions import shortcut_texts, text_of
from cxworkshop.ui.commands import COMMANDS, MENUS, SUBMENUS
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow

GESTURES: tuple[tuple[str, str], ...] = (
    (N_("Arrows"), N_("From card to card")),
    (N_("Up from the first lane"), N_("To the names of the stages")),
    (N_("Left from the first card"), N_("To the name of its lane; F2, Alt and an arrow, Enter work on it then")),
    (N_("Home and End"), N_("To the first and last card of the lane")),
    (N_("Shift and an arrow"), N_("Select one more card")),
    (N_("Ctrl and an arrow"), N_("Move the wall")),
    (N_("Shift+F10"), N_("The menu of what is selected")),
    (N_("Esc"), N_("Leave what you are doing, everything as it was")),
    (N_("Space and drag"), N_("Move the wall")),
    (N_("Ctrl and wheel"), N_("Zoom where the pointer is")),
    (N_("Drag from a card’s handle"), N_("Link two cards")),
    (N_("Drop a card on a card"), N_("Link two cards")),
    (N_("Click on a link"), N_("Select it: Enter changes what it says, Delete cuts it, arrows go to its ends")),
    (N_("Drag over the ground"), N_("Select several cards")),
)

IN_VIEWS: tuple[tuple[str, str], ...] = (
    (N_("Arrows"), N_("From one point, box or card to the next")),
    (N_("Home and End"), N_("To the first and the last")),
    (N_("Space"), N_("Select what you stand on, or press it")),
    (N_("Enter"), N_("Select it and show it on the wall")),
    (N_("Shift and an arrow"), N_("Weigh a point of the matrix anew")),
    (N_("Ctrl and an arrow"), N_("Move an improvement to the next column")),
)


class ShortcutSheet(DialogFrame):
    """Two columns of groups."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Keyboard shortcuts"), window, no=tr("Close"))
        sheet = QWidget()
        sheet.setObjectName("Sheet")
        halves = QHBoxLayout(sheet)
        halves.setContentsMargins(0, 0, 10, 0)
        halves.setSpacing(36)
        columns = [QVBoxLayout(), QVBoxLayout()]
        groups = [
            *self._groups(),
            (tr("On the wall"), [(tr(said), tr(keys)) for keys, said in GESTURES]),
            (tr("In charts, on the map and boards"), [(tr(said), tr(keys)) for keys, said in IN_VIEWS]),
        ]
        lengths = [0, 0]
        for heading, rows in groups:
            shorter = lengths.index(min(lengths))
            lengths[shorter] += len(rows) + 2
            columns[shorter].addLayout(_group(heading, rows))
            columns[shorter].addSpacing(14)
        for column in columns:
            column.addStretch(1)
            halves.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        self.body.addWidget(scroll, 1)
        self.size_for(820, 600)

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Heading, and (what, keys) of the commands that have a shortcut, menu by menu."""
        found = []
        for menu, heading in MENUS:
            inside = {menu, *(name for name, (parent, _) in SUBMENUS.items() if parent == menu)}
            own = [command for command in COMMANDS if command.menu in inside and command.keys]
            if own:
                found.append((tr(heading), [(text_of(command), shortcut_texts(command)) for command in own]))
        return found


def _group(heading: str, rows: list[tuple[str, str]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(Caption(heading))
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    grid.setHorizontalSpacing(10)
    grid.setColumnStretch(0, 1)
    for number, (what, keys) in enumerate(rows):
        grid.addWidget(Words(what), number, 0)
        grid.addWidget(Words(keys, "key", wrap=False), number, 1, Qt.AlignmentFlag.AlignRight)
    column.addLayout(grid)
    return column
