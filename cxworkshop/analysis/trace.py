"""The backward map as the data of `trace --format json` (DESIGN section 5). Knows no file and no language."""

from __future__ import annotations

import dataclasses
from typing import Any

from cxworkshop.analysis.backward_map import BackwardMap


def trace_json(own: BackwardMap, only: str | None = None) -> dict[str, Any]:
    """The map as plain data: needs by opportunity, processes by influence, loops, orphans, the critical few.

    With `only` (the id of a need, KeyError where there is none) just that need and the processes behind it; the rest
    stays as it is.
    """
    needs = own.needs if only is None else (own.need(only),)
    behind = None if only is None else {process.id for need in needs for process in need.processes}
    return {
        "needs": [
            {
                "id": need.id,
                "title": need.title,
                "opportunity": need.opportunity,
                "processes": [
                    {
                        "id": process.id,
                        "title": process.title,
                        "distance": process.distance,
                        "direct": process.direct,
                        "via": list(process.via),
                    }
                    for process in need.processes
                ],
            }
            for need in needs
        ],
        "processes": [
            {
                "id": process.id,
                "title": process.title,
                "depth": process.depth,
                "influence": process.influence,
                "needs": list(process.needs),
                "owner": process.owner,
                "blind_spot": process.blind_spot,
            }
            for process in own.processes
            if behind is None or process.id in behind
        ],
        "loops": [list(loop) for loop in own.loops],
        "orphans": {name: list(ids) for name, ids in dataclasses.asdict(own.orphans).items()},
        "critical_few": list(own.critical_few),
    }
