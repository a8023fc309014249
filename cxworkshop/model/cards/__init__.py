"""The kinds of cards, each declared in one module here. A new kind is one module and one line in this list."""

from __future__ import annotations

from cxworkshop.model.cards import (
    improvement,
    journey,
    key_result,
    kpi,
    meeting,
    need,
    note,
    objective,
    persona,
    problem,
    process,
    recording,
    role,
    safeguard,
    stage,
    touchpoint,
    value,
)
from cxworkshop.model.cards.kind import CardKind, Out

__all__ = ["KINDS", "PALETTE", "CardKind", "Out"]

_MODULES = (
    journey,
    stage,
    persona,
    touchpoint,
    problem,
    need,
    value,
    process,
    role,
    improvement,
    safeguard,
    objective,
    key_result,
    kpi,
    meeting,
    recording,
    note,
)

KINDS: dict[str, CardKind] = {module.KIND.name: module.KIND for module in _MODULES}
PALETTE: tuple[CardKind, ...] = tuple(kind for kind in KINDS.values() if kind.in_palette)
