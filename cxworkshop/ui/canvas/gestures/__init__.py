"""What a hand does on the wall, one object a gesture: start, move, end, and cancel on Esc."""

from cxworkshop.ui.canvas.gestures.drag_cards import DragCards
from cxworkshop.ui.canvas.gestures.draw_link import DrawLink
from cxworkshop.ui.canvas.gestures.drop_from_elsewhere import DropFromElsewhere
from cxworkshop.ui.canvas.gestures.drop_from_palette import DropFromPalette
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.gestures.pan import Pan
from cxworkshop.ui.canvas.gestures.reorder_lane import ReorderLane
from cxworkshop.ui.canvas.gestures.reorder_stage import ReorderStage
from cxworkshop.ui.canvas.gestures.rubber_band import RubberBand

__all__ = [
    "DragCards",
    "DrawLink",
    "DropFromElsewhere",
    "DropFromPalette",
    "Gesture",
    "Pan",
    "ReorderLane",
    "ReorderStage",
    "RubberBand",
]
