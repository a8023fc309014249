"""The scores a touchpoint had in the cycle before: the ghost of last cycle's curve. Names the fields, shows nothing.

They are fields of the touchpoint that no kind declares (docs/decisions/0011), so anything may stand in them.
"""

from __future__ import annotations

import math

from cxworkshop.model.records import Card

PREVIOUS = {name: f"previous_{name}" for name in ("expectation", "experience", "memory")}


def previous_score(touchpoint: Card, name: str) -> float | None:
    """The expectation, experience or memory (`name`) of the cycle before, −5…+5; None where there is none.

    KeyError for any other name.
    """
    value = touchpoint.get(PREVIOUS[name])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) and -5 <= value <= 5 else None
