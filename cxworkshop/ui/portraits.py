"""Portraits as Qt draws them: pictures taken in (made small, JPEG or PNG), pictures and stand-ins painted.

Decodes only formats of pixels, by name, with a bound on what they unfold to: no SVG, no path out of a workshop.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from cxworkshop.errors import Told
from cxworkshop.model.pictures import LONGEST_PICTURE, data_string, picture_bytes
from cxworkshop.ui import fonts, icons
from cxworkshop.ui.theme import mixed
from cxworkshop.words import N_

SIDE = 512  # pixels a portrait has at most on each side
LARGEST_FILE = 50_000_000  # bytes of a picture file that is looked at
_LARGEST_SIDE = 20_000  # pixels of a picture taken in; anything larger is no photograph
_MEGABYTES = 256  # that decoding one picture may take
_TAKEN = {  # how the formats taken in begin, and what Qt calls them; only the first two are kept
    b"\x89PNG\r\n\x1a\n": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"RIFF": b"webp",
    b"GIF8": b"gif",
    b"BM": b"bmp",
}
_SUFFIXES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"
_QUALITIES = (88, 75, 60, 40)  # of JPEG, the first that is short enough


def name_filter(label: str) -> str:
    """The filter of a file dialog, `label` before the suffixes."""
    return f"{label} ({_SUFFIXES})"


def portrait_of_file(path: Path) -> str:
    """The data string of a picture file, made small. Told where it cannot be read or is no picture."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise Told(
            N_("The picture “{name}” cannot be read: {reason}."),
            safe=N_("Nothing has changed."),
            todo=N_("Choose another file."),
            name=path.name,
            reason=problem.strerror or str(problem),
        ) from None
    image = _decoded(data) if len(data) <= LARGEST_FILE else None
    if image is None:
        raise Told(
            N_("“{name}” is no picture that can be shown here."),
            safe=N_("Nothing has changed."),
            todo=N_("Choose a JPEG, PNG, WebP, BMP or GIF file below 50 MB."),
            name=path.name,
        )
    return portrait_of(image)


def portrait_in(mime: QMimeData | None) -> str | Path | None:
    """What was dropped or copied: the data string of a picture, the path of a file to read, or None."""
    if mime is None:
        return None
    if mime.hasImage():
        image = mime.imageData()
        return portrait_of(image) if isinstance(image, QImage) and not image.isNull() else None
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if files else None


def portrait_of(image: QImage) -> str:
    """An image as the data string that is kept: at most 512 pixels a side, JPEG, or PNG where it is see-through."""
    if max(image.width(), image.height()) > SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    if image.hasAlphaChannel():
        png = data_string(_encoded(image, "PNG", -1))
        if len(png) <= LONGEST_PICTURE:
            return png
        image = _on_white(image)
    made = ""
    for quality in _QUALITIES:
        made = data_string(_encoded(image, "JPEG", quality))
        if len(made) <= LONGEST_PICTURE:
            break
    return made


def _encoded(image: QImage, form: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _on_white(image: QImage) -> QImage:
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def _decoded(data: bytes) -> QImage | None:
    """The first picture in the bytes, turned upright; None for what is none, or unfolds to too much."""
    QImageReader.setAllocationLimit(_MEGABYTES)
    form = next((name for start, name in _TAKEN.items() if data.startswith(start)), None)
    if form is None:
        return None
    held = QByteArray(data)  # the buffer keeps no copy
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST_SIDE:
        return None
    if size.isValid() and form == b"jpeg" and min(size.width(), size.height()) > 2 * SIDE:
        reader.setScaledSize(size.scaled(QSize(2 * SIDE, 2 * SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image


@lru_cache(maxsize=300)
def picture(value: str) -> QPixmap | None:
    """The picture in a field, None where there is none that can be decoded."""
    data = picture_bytes(value)
    image = _decoded(data) if data is not None else None
    return None if image is None else QPixmap.fromImage(image)


def paint(painter: QPainter, area: QRectF, value: object, name: str, accent: QColor, ground: QColor) -> None:
    """A portrait that fills `area` to rounded corners, cut to its shape; without one the name's first letters."""
    corner = min(area.width(), area.height()) * 0.12
    shape = QPainterPath()
    shape.addRoundedRect(area, corner, corner)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    found = picture(value) if isinstance(value, str) else None
    if found is not None:
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(area, found, _middle(found, area))
    else:
        painter.fillPath(shape, mixed(accent, ground, 0.2))
        _paint_letters(painter, area, name, accent)
    painter.restore()


def _middle(found: QPixmap, area: QRectF) -> QRectF:
    """The largest part of a picture that has the shape of `area`; of tall ones more of the top, where faces are."""
    wide, high = float(found.width()), float(found.height())
    scale = min(wide / max(area.width(), 1.0), high / max(area.height(), 1.0))
    taken_wide, taken_high = area.width() * scale, area.height() * scale
    return QRectF((wide - taken_wide) / 2, (high - taken_high) / 4, taken_wide, taken_high)


def _paint_letters(painter: QPainter, area: QRectF, name: str, accent: QColor) -> None:
    letters = initials(name)
    side = min(area.width(), area.height())
    if not letters:
        icon = QRectF(0, 0, side * 0.5, side * 0.5)
        icon.moveCenter(area.center())
        icons.draw(painter, "persona", accent, icon)
        return
    painter.setPen(accent)
    painter.setFont(fonts.font(max(side * 0.34, 8.0), QFont.Weight.DemiBold))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


def initials(name: str) -> str:
    """The first letters of the first two words of a name, up to its first comma; "" where it has no letters."""
    first = name.split(",")[0]
    words = [word for word in first.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in words[:2])
