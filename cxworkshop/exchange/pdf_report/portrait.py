"""A portrait on paper: decoded, made square and written anew, so that no byte of a stranger's picture is passed on."""

from __future__ import annotations

import io
import warnings
from typing import Any

from cxworkshop.exchange.drawing.pdf_pen import PdfPen
from cxworkshop.model.cards import KINDS
from cxworkshop.model.pictures import picture_bytes

_SIDE = 400  # pixels on paper


def draw_portrait(pen: PdfPen, x: float, y: float, side: float, value: object, name: str) -> None:
    """The picture of a field as a square, or the first letter of `name` where there is none that can be decoded."""
    image = _square(picture_bytes(value))
    if image is None:
        persona = KINDS["persona"]
        pen.rect(x, y, side, side, fill=persona.tint, radius=side * 0.08)
        letter = next((sign.upper() for sign in name[:200] if sign.isalpha()), "")
        pen.text(x + side / 2, y + side * 0.63, letter, side * 0.36, persona.colour, "semibold", anchor="middle")
        return
    placed = pen.at(x, y + side, 1.0)
    from reportlab.lib.utils import ImageReader

    size = side * placed.scale
    pen.canvas.drawImage(ImageReader(image), placed.left, placed.top, size, size)


def _square(data: bytes | None) -> Any:
    """The middle of a picture (of a tall one more of its top, where faces are) on white; None: not to be decoded."""
    if data is None:
        return None
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow only warns of pictures that unfold to too much
            image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG")).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 4
    white = Image.new("RGBA", (side, side), "white")
    white.alpha_composite(image.crop((left, top, left + side, top + side)))
    kept = io.BytesIO()
    white.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).save(kept, "JPEG", quality=85)
    return io.BytesIO(kept.getvalue())
