"""Writes the walls as one picture: the same drawing as a page of a PDF, turned into pixels."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO

from cxworkshop.exchange.drawing.pdf_pen import PdfPen
from cxworkshop.exchange.drawing.stack import Stack, stack_of
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board

LONGEST = 8_000  # pixels a side
MOST = 40_000_000  # pixels in all: about 120 MB in memory
LARGEST_PAGE = 14_000.0  # points; more than 14,400 no PDF page may have
PIXELS = {"a4": 3508, "a3": 4961, "a2": 7016, "a1": LONGEST, "a0": LONGEST}  # the long side of a sheet at 300 dpi


def write_png(board: Board, target: Path | BinaryIO, options: ExportOptions) -> None:
    """Write the walls of all journeys, one under another, to a path or a binary stream.

    The long side has as many pixels as that of `options.paper` printed at 300 dpi, within LONGEST and MOST.
    """
    stack = stack_of(board, options)
    picture(stack, PIXELS[options.paper]).save(target, format="PNG")


def picture(stack: Stack, longest: int) -> Any:
    """The drawing as a pillow image whose long side has `longest` pixels, fewer where it would pass MOST."""
    import pypdfium2

    page, scale = _page(stack)
    wanted = (min(longest, LONGEST) - 1) / max(stack.width, stack.height)  # a started pixel is a whole one
    affordable = (MOST / (stack.width * stack.height)) ** 0.5
    document = pypdfium2.PdfDocument(page)
    try:
        return document[0].render(scale=min(wanted, affordable) / scale).to_pil()
    finally:
        document.close()


def _page(stack: Stack) -> tuple[bytes, float]:
    """The drawing as a PDF of one page, and how many points a wall unit has on it."""
    from reportlab.pdfgen.canvas import Canvas

    scale = min(0.75, LARGEST_PAGE / max(stack.width, stack.height))
    stream = io.BytesIO()
    canvas: Any = Canvas(stream, pagesize=(stack.width * scale, stack.height * scale), invariant=1)
    stack.draw(PdfPen(canvas, 0, stack.height * scale, scale))
    canvas.save()
    return stream.getvalue(), scale
