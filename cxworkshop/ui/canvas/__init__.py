"""The wall: paints the cards of one journey itself from the layout, and turns gestures into actions."""

from cxworkshop.ui.canvas.wall_view import WallView

__all__ = ["WallView"]
