"""Asking before a recording's file is handed to the system: the whole path is shown first. Media files only."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxworkshop.exchange.media import Media
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr


class OpenOutside(DialogFrame):
    """Opens the file in the system's own player when agreed to."""

    def __init__(self, media: Media, parent: QWidget) -> None:
        super().__init__(tr("Open this file in another program?"), parent, yes=tr("Open it"))
        self._media = media
        self.path = Words(str(media.path))
        self.body.addWidget(self.path)
        self.body.addWidget(
            Words(tr("The path stands in the workshop file. Open it only if you know where it came from."), "soft")
        )
        self.resize(520, self.sizeHint().height())

    def accept(self) -> None:
        super().accept()
        if self._media.path is not None and not self._media.problem:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._media.path)))
