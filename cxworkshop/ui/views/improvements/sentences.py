"""The sentences on top of the view of improvements. What slides back is what readings show, here as in "What held"."""

from __future__ import annotations

from cxworkshop.analysis.held_told import told_unmeasured
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.columns import Face

_BACK = ("slipping", "rolled_back")


def headline(faces: dict[str, list[Face]]) -> str:
    """What the board says, the worst first: what slides back, then what is agreed."""
    every = [face for own in faces.values() for face in own]
    if not every:
        return tr("What do we change? There is no improvement yet.")
    sliding = sum(face.state in _BACK for face in every)
    if sliding:
        return tr.plural("{n} improvement is sliding back", "{n} improvements are sliding back", sliding)
    marked = _marked(every)
    if marked:
        return told_unmeasured(marked, tr.translator)
    agreed = len(every) - len(faces["idea"])
    if not agreed:
        return tr.plural("{n} idea, nothing agreed yet", "{n} ideas, nothing agreed yet", len(every))
    return tr.plural("{n} improvement is agreed or further", "{n} improvements are agreed or further", agreed)


def more_marked(faces: dict[str, list[Face]]) -> str:
    """How many more are marked as sliding back than the headline counts; "" where it says so itself or none is."""
    every = [face for own in faces.values() for face in own]
    marked = _marked(every)
    if not marked or not any(face.state in _BACK for face in every):
        return ""
    return tr.plural(
        "So say the readings. {n} more is marked as sliding back, but no reading shows it.",
        "So say the readings. {n} more are marked as sliding back, but no reading shows it.",
        marked,
    )


def _marked(every: list[Face]) -> int:
    """How many are set to slipping or rolled back by hand, with no reading to judge them."""
    return sum(face.state is None and face.status in _BACK for face in every)
