"""The backward map as the data of `trace --format json` (DESIGN section 5). Knows no file and no language."""

from __future__ import annotations

import dataclasses
from typing import Any

from cxworkshop.analysis.backward_map import BackwardMap


def trace_json(own: BackwardMap) -> dict[str, Any]:
    """The map as plain data: needs by opportunity, processes by influence, loops, orphans, the critical few."""
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
            for need in own.needs
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
        ],
        "loops": [list(loop) for loop in own.loops],
        "orphans": {name: list(ids) for name, ids in dataclasses.asdict(own.orphans).items()},
        "critical_few": list(own.critical_few),
    }
