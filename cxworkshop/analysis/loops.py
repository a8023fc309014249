"""Loops among processes: legal, found and named. Knows no board."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any


def loops(behind: Mapping[str, Collection[str]], place: Callable[[str], Any]) -> list[list[str]]:
    """The groups of processes that depend on each other in a circle (strongly connected components), or on themselves.

    A group that is one plain circle is listed as it runs, each process before the one it depends on, starting with the
    first by `place` (a sort key); a tangle of several circles is listed by `place`. Groups are sorted by their first.
    """
    tangled = _not_on_any_way_out(behind)
    if not tangled:
        return []
    import networkx  # 0.3 s: only where there is a loop

    graph = networkx.DiGraph((process, deeper) for process, own in tangled.items() for deeper in own)
    groups = [group for group in networkx.strongly_connected_components(graph) if _is_loop(group, tangled)]
    listed = [_in_order(group, tangled, place) for group in groups]
    return sorted(listed, key=lambda loop: place(loop[0]))


def _not_on_any_way_out(behind: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """What is left after removing, again and again, the processes that depend on nothing left. Empty: no loop."""
    waiting = {process: len(set(own)) for process, own in behind.items()}
    ahead: dict[str, set[str]] = {}
    for process, own in behind.items():
        for deeper in own:
            ahead.setdefault(deeper, set()).add(process)
    free = [process for process, count in waiting.items() if count == 0]
    while free:
        process = free.pop()
        del waiting[process]
        for nearer in ahead.get(process, ()):
            waiting[nearer] -= 1
            if waiting[nearer] == 0:
                free.append(nearer)
    return {process: [deeper for deeper in behind[process] if deeper in waiting] for process in waiting}


def _is_loop(group: Collection[str], behind: Mapping[str, Collection[str]]) -> bool:
    return len(group) > 1 or any(process in behind[process] for process in group)


def _in_order(group: set[str], behind: Mapping[str, Collection[str]], place: Callable[[str], Any]) -> list[str]:
    inside = {process: {deeper for deeper in behind[process] if deeper in group} for process in group}
    first = min(group, key=place)
    if any(len(own) != 1 for own in inside.values()):
        return sorted(group, key=place)
    circle = [first]
    while len(circle) < len(group):
        circle.append(next(iter(inside[circle[-1]])))
    return circle
