"""The bar on top of the window that tells what happened: errors and news, inline, in plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cxworkshop.errors import Told
from cxworkshop.ui import icons
from cxworkshop.ui.offer import Offer
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.progress import ProgressLine
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

GOOD_NEWS_STAYS = 12_000  # ms; what went wrong stays until it is closed


class TellingBar(QFrame):
    """One message at a time: the first sentence strong, the rest below it, offers as buttons, a button that closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Told")
        self._problem: Told | None = None
        self._tone = "bad"
        self._offers: list[tuple[Button, Offer]] = []
        self._picture = QLabel(self)
        self._what = Words("", "strong", self)
        self._rest = Words("", "soft", self)
        self._busy = ProgressLine(self)
        self._close = IconButton("close", "", self, size=14)
        self._close.clicked.connect(self.hush)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hush)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self._dress)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._what)
        texts.addWidget(self._rest)
        texts.addWidget(self._busy)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, problem: Told, offers: Sequence[Offer] = ()) -> None:
        """Show an error of the world or of the input; it stays until closed or followed by another."""
        self._show(problem, "bad", offers)

    def announce(self, what: str, rest: str = "", offers: Sequence[Offer] = (), **values: object) -> None:
        """Show good news (marked English texts); it goes by itself."""
        self._show(Told(what, rest, "", **values), "good", offers)
        self._timer.start(GOOD_NEWS_STAYS)

    def note(
        self, what: str, rest: str = "", offers: Sequence[Offer] = (), *, busy: bool = False, **values: object
    ) -> None:
        """Show something to know about that stays: the workshop can only be read; `busy` where work goes on."""
        self._show(Told(what, rest, "", **values), "calm", offers)
        self._busy.setVisible(busy)

    def hush(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._problem = None
        self.hide()

    @property
    def problem(self) -> Told | None:
        """What is being told now."""
        return self._problem

    def _show(self, problem: Told, tone: str, offers: Sequence[Offer]) -> None:
        self._timer.stop()
        self._busy.hide()
        self._problem, self._tone = problem, tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for button, _ in self._offers:
            button.deleteLater()
        self._offers = [(self._button(offer), offer) for offer in offers]
        self.retranslate()
        self._dress()
        self.show()

    def _button(self, offer: Offer) -> Button:
        button = Button()
        button.clicked.connect(lambda: offer.act())
        self._buttons.addWidget(button)
        return button

    def retranslate(self) -> None:
        self._close.say(tr("Close this message"))
        if self._problem is not None:
            first, *rest = self._problem.sentences(tr)
            self._what.setText(first)
            self._rest.setText(" ".join(rest))
            self._rest.setVisible(bool(rest))
            self.setAccessibleName(" ".join([first, *rest]))
        for button, offer in self._offers:
            button.setText(tr(offer.text))

    def _dress(self) -> None:
        name, role = {"bad": ("warning", "bad"), "good": ("check", "good")}.get(self._tone, ("info", "focus"))
        self._picture.setPixmap(icons.pixmap(name, themes.current.colour(role), 20))
        self._picture.setFixedSize(QSize(20, 20))
