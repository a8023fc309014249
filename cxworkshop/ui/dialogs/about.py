"""What this program is: its version, its licence, where the workshop, the settings and the notes of errors lie."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cxworkshop import __version__
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


class AboutDialog(DialogFrame):
    """What somebody who asks for help is asked for can be copied at one press."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("About cxworkshop"), window, no=tr("Close"))
        self.body.addWidget(Words(tr("Version {version}", version=__version__), "strong"))
        self.body.addWidget(Words(tr("From a customer’s need back to the last office, in one room and one day.")))
        self.body.addWidget(
            Words(tr("Free software under the MIT licence. Nothing leaves this computer: no account, no internet."))
        )
        room = window.room
        if room is not None:
            self._place(tr("This workshop"), room.document.path)
        self._place(tr("Settings and notes of errors"), window.settings.folder)
        self.details = "\n".join(details())
        self.body.addWidget(Caption(tr("For questions")))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for line in details():
            lines.addWidget(Words(line, "soft", wrap=False))
        self.body.addLayout(lines)
        copy = Button(tr("Copy these lines"), "copy", "link", size=16)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details))
        beside = QHBoxLayout()
        beside.addWidget(copy)
        beside.addStretch(1)
        self.body.addLayout(beside)
        self.body.addStretch(1)
        self.size_for(540, 470)

    def _place(self, heading: str, path: Path) -> None:
        """Where something lies, with a button that shows its folder."""
        self.body.addWidget(Caption(heading))
        line = QHBoxLayout()
        line.addWidget(Elided(str(path), "soft"), 1)
        show = IconButton("open", tr("Show the folder"), size=16)
        folder = path if path.is_dir() else path.parent
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        line.addWidget(show)
        self.body.addLayout(line)


def details() -> list[str]:
    """The versions somebody who helps has to know. No path, no name, nothing of the workshop."""
    return [
        f"cxworkshop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
    ]
