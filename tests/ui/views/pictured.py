"""What a drawing writes and where: found by painting it on a device that keeps the texts instead of drawing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter


@dataclass
class Written:
    """Every text with the box its letters fill, in pixels of the picture, and the size of the smallest letters."""

    texts: list[tuple[str, QRectF]] = field(default_factory=list)
    smallest: float = 1_000.0
    dots: list[tuple[QPointF, float]] = field(default_factory=list)  # the middle and radius of every circle

    @property
    def overlapping(self) -> list[tuple[str, str]]:
        """Pairs of texts that share more than two pixels each way."""
        shrunk = [(text, box.adjusted(1, 2, -1, -2)) for text, box in self.texts]
        return [(one, other) for (one, a), (other, b) in combinations(shrunk, 2) if a.intersects(b)]

    def outside(self, area: QRectF) -> list[str]:
        """The texts that reach out of an area by more than a few pixels."""
        return [text for text, box in self.texts if not area.adjusted(-4, -4, 4, 4).contains(box)]


class Recorder(QPainter):
    """A painter that also writes down each text."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written = Written()

    def drawText(self, where, *rest) -> None:  # type: ignore[override]
        text = str(rest[-1])
        metrics = QFontMetricsF(self.font())
        if isinstance(where, QPointF):
            box = QRectF(where.x(), where.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
        else:
            box = metrics.boundingRect(QRectF(where), int(rest[0]), text)
        scale = self.worldTransform().m11()
        if text.strip():
            self.written.texts.append((text, self.worldTransform().mapRect(box)))
            self.written.smallest = min(self.written.smallest, self.font().pixelSize() * scale)
        super().drawText(where, *rest)

    def drawEllipse(self, where, *rest) -> None:
        if isinstance(where, QPointF):
            self.written.dots.append((self.worldTransform().map(where), float(rest[0])))
        super().drawEllipse(where, *rest)


def overlapping_texts(paint: Callable[[QPainter], object], width: int = 1920, height: int = 1080) -> Written:
    """What `paint` writes on a picture of that size."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    painter = Recorder(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return painter.written


def texts_of(paint: Callable[[QPainter], object]) -> list[str]:
    """The texts that `paint` writes, in its order."""
    return [text for text, _ in overlapping_texts(paint).texts]
