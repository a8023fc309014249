"""Buttons in the looks of the style sheet, with icons that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxworkshop.ui.icons import icon
from cxworkshop.ui.theme import themes

LARGEST_ICON = 1.6  # times its usual size: beside the largest letters an icon of the same size would crowd them out


class Button(QPushButton):
    """A button in a `look` (primary, quiet, link, pill, or "" for the usual one) with an icon by name."""

    def __init__(
        self, text: str = "", icon_name: str = "", look: str = "", parent: QWidget | None = None, *, size: int = 18
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon_name
        self._look = look
        self._size = size
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if look:
            self.setProperty("look", look)
        self.dress()
        themes.changed.connect(self.dress)

    def use_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.dress()

    def dress(self) -> None:
        """Take on the colours of the theme of the moment; icons grow with the letters beside them."""
        side = round(self._size * min(max(themes.text_scale, 1.0), LARGEST_ICON))
        self.setIconSize(QSize(side, side))
        if self._icon:
            role = {"primary": "on_primary", "pill": "soft", "quiet": "soft", "link": "link"}.get(self._look, "text")
            self.setIcon(icon(self._icon, role))


class IconButton(Button):
    """A square button that shows an icon only; `says` is its name for the tooltip and for screen readers."""

    def __init__(self, icon_name: str, says: str = "", parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__("", icon_name, "quiet", parent, size=size)
        self.say(says)

    def dress(self) -> None:
        super().dress()
        side = self.iconSize().width() + round(12 * min(themes.text_scale, 1.0))  # bars are lower with small letters
        self.setFixedSize(side, side)

    def say(self, text: str, shortcut: str = "") -> None:
        """Set the tooltip and the accessible name."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {shortcut}" if shortcut else text)
