"""The paper of the report: pages with header line, headline and number, and text that flows on. Knows no workshop.

Lengths are points of an A4 page lying on its long side; on larger paper everything grows with the sheet.
"""

from __future__ import annotations

import io
from typing import Any

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.fonts import font_name
from cxworkshop.exchange.drawing.pdf_pen import PdfPen
from cxworkshop.exchange.drawing.text import lines_of, printable, shortened

WIDTH, HEIGHT = 841.89, 595.28
LEFT, RIGHT, TOP, BOTTOM = 48.0, 48.0, 34.0, 34.0
INNER = WIDTH - LEFT - RIGHT
LOWEST = HEIGHT - BOTTOM
GROWTH = {"a4": 1.0, "a3": 2**0.5, "a2": 2.0, "a1": 2 * 2**0.5, "a0": 4.0}


class Sheet:
    """A report under way: the current page and how far down it is written (`y`)."""

    def __init__(self, title: str, language: str, paper: str, header: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.growth = GROWTH[paper]
        self.header = header
        self.number = 0
        self.y = TOP
        self._stream = io.BytesIO()
        size = (WIDTH * self.growth, HEIGHT * self.growth)
        canvas: Any = Canvas  # its stub takes the name of the first font for a number
        self.canvas: Any = canvas(
            self._stream,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang=language,
            initialFontName=font_name("regular"),
        )
        self.canvas.setTitle(printable(title[:500]))
        self.canvas.setAuthor("")
        self.canvas.setSubject(printable(header[:500]))
        self.canvas.setCreator("cxworkshop")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.canvas.showOutline()
        self.pen = PdfPen(self.canvas, 0, size[1], self.growth)
        self._continued = ""
        self._marks = 0

    def page(self, headline: str = "", lead: str = "", mark: str = "", level: int = 0, plain: bool = False) -> None:
        """Begin a page: header line, number, a sentence as headline, a lead under it; `mark` names it in the outline.

        `plain`: nothing but the number is counted (the cover).
        """
        if self.number:
            self.canvas.showPage()
        self.number += 1
        self.y = TOP + 6
        self._continued = headline
        if mark:
            self.mark(mark, level)
        if plain:
            return
        self.pen.text(LEFT, self.y, shortened(self.header, INNER - 40, 9), 9, colours.PALE_GREY)
        self.pen.text(WIDTH - RIGHT, self.y, str(self.number), 9, colours.PALE_GREY, anchor="end")
        self.y += 32
        if headline:
            self.paragraph(headline, 21, "bold", most=2, leading=25)
        if lead:
            self.y += 1
            self.paragraph(lead, 12, colour=colours.SOFT_INK, width=660, most=4, leading=16.5)
        self.y += 14

    def mark(self, title: str, level: int) -> None:
        """Name the current page in the outline."""
        self._marks += 1
        key = f"mark{self._marks}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(shortened(title, 400, 10) or "–", key, level, closed=level == 0)

    def follow(self) -> None:
        """Begin a page that goes on with what the last one told."""
        headline = self._continued
        self.page()
        self.y -= 12
        if headline:
            self.pen.text(LEFT, self.y, shortened(headline, INNER, 12, "semibold"), 12, colours.GREY, "semibold")
            self.y += 24
        self._continued = headline

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return LOWEST - self.y

    def need(self, height: float) -> bool:
        """Go on to the next page where less than `height` is left; tells whether it did."""
        if self.room >= height:
            return False
        self.follow()
        return True

    def paragraph(
        self,
        text: str,
        size: float = 10,
        weight: str = "regular",
        colour: str = colours.INK,
        x: float = LEFT,
        width: float = INNER,
        leading: float = 0.0,
        most: int | None = None,
    ) -> None:
        """Text broken into lines of `width`, page after page if need be; `y` ends under it. At most `most` lines."""
        leading = leading or size * 1.4
        for line in lines_of(text, width, size, weight, most):
            self.need(leading)
            self.y += leading
            self.pen.text(x, self.y - leading * 0.28, line, size, colour, weight)

    def label(self, text: str, x: float = LEFT, before: float = 0.0, keep: float = 40.0) -> None:
        """A section's name in small spaced capitals; goes to the next page with at least `keep` of what follows it.

        On a page it begins there is nothing above it to keep away from: `before` is left out.
        """
        if not self.need(before + 18 + keep):
            self.y += before
        draw_label(self.pen, x, self.y + 8, text)
        self.y += 18

    def rule(self, x: float = LEFT, width: float = INNER) -> None:
        """A thin line across at `y`."""
        self.pen.polyline([(x, self.y), (x + width, self.y)], colours.RULE, 0.7)

    def data(self) -> bytes:
        """Finish the document and give its bytes."""
        self.canvas.save()
        return self._stream.getvalue()


def draw_label(pen: PdfPen, x: float, y: float, text: str) -> None:
    """A section's name in small spaced capitals, its baseline at y."""
    pen.text(x, y, text.upper(), 8, colours.PALE_GREY, "semibold", spacing=0.45)
