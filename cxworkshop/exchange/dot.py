"""The backward map in Graphviz's language. Knows the map, not how Graphviz draws it."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Link

_SHAPES = {"need": "box", "value": "ellipse", "process": "box"}
_VERBS = ("satisfies", "creates", "depends_on")


def backward_map_dot(board: Board, made: BackwardMap, needs: Sequence[str]) -> str:
    """The needs, and every value and process they rest on, as a digraph; solid edges direct, dashed ones indirect."""
    shown: dict[str, None] = {}
    for need in needs:
        trace = made.behind(need)
        shown |= dict.fromkeys([need, *trace.values, *trace.processes])
    lines = ["digraph backward_map {", "  rankdir=BT;", '  node [fontname="Fira Sans"];']
    for card_id in shown:
        card = board.card(card_id)
        look = f'shape={_SHAPES[card.kind]}, style="rounded", color="{KINDS[card.kind].colour}"'
        lines.append(f"  {_quoted(card_id)} [label={_quoted(card.title or card_id)}, {look}];")
    for verb in _VERBS:
        for link in board.links(verb):
            if link.source in shown and link.target in shown:
                lines.append(f"  {_edge(link)};")
    return "\n".join([*lines, "}"]) + "\n"


def _edge(link: Link) -> str:
    """What lies deeper is drawn deeper: dependencies are laid out from the far end, their arrow turned round."""
    if link.verb == "depends_on":
        return f"{_quoted(link.target)} -> {_quoted(link.source)} [dir=back, style=dashed]"
    return f"{_quoted(link.source)} -> {_quoted(link.target)} [style=solid]"


def _quoted(text: str) -> str:
    clean = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
