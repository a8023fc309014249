"""What a message offers its reader to do about it. Knows no widgets: whoever has something to offer needs none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """Something the reader may do about it: a marked English text and what happens then."""

    text: str
    act: Callable[[], object]
