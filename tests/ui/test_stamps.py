"""Cards stamped and cards drawn at once look the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from cxworkshop.ui.canvas.stamps import Stamps


def picture(stamps: Stamps) -> QImage:
    """A round dot put by `stamps`, on a painter that has been told nothing about smoothness."""
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    stamps.begin(1.5, 1.0)

    def draw(on: QPainter) -> None:
        on.setPen(Qt.PenStyle.NoPen)
        on.setBrush(QColor("#F2762E"))
        on.drawEllipse(QPointF(12, 12), 9, 9)

    stamps.put(painter, QPointF(10, 10), (24.0, 24.0, 3.0), "dot", draw)
    painter.end()
    return image


def test_the_first_picture_at_a_zoom_is_as_smooth_as_those_that_follow(qapp):
    stamps = Stamps()
    first, second = picture(stamps), picture(stamps)
    assert first == second
    edge = {first.pixelColor(x, 28).name() for x in range(10, 32)}
    assert len(edge) > 2, "a smooth edge has colours between the dot's and the ground's"
