"""The sentence on top of the view of improvements."""

from __future__ import annotations

from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.columns import Face


def headline(faces: dict[str, list[Face]]) -> str:
    """What the board says, the worst first: what slides back, then what is agreed."""
    every = [face for own in faces.values() for face in own]
    if not every:
        return tr("What do we change? There is no improvement yet.")
    sliding = sum((face.state or face.status) in ("slipping", "rolled_back") for face in every)
    if sliding:
        return tr.plural("{n} improvement is sliding back", "{n} improvements are sliding back", sliding)
    agreed = len(every) - len(faces["idea"])
    if not agreed:
        return tr.plural("{n} idea, nothing agreed yet", "{n} ideas, nothing agreed yet", len(every))
    return tr.plural("{n} improvement is agreed or further", "{n} improvements are agreed or further", agreed)
