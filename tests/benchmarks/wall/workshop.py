"""The workshop that the wall is measured with. Knows neither Qt nor clocks."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

STAGES = 12
KINDS = ("touchpoint", "problem", "problem", "need", "need", "value", "value", "process", "process", "process")
LINKS = (
    ("satisfies", "value", "need"),
    ("creates", "process", "value"),
    ("depends_on", "process", "process"),
    ("arises_at", "need", "touchpoint"),
    ("blocks", "problem", "need"),
)
WORDS = ("customer", "order", "coffee", "delivery", "support", "refund", "price", "stock", "letter", "phone", "chat")


def workshop(n: int, seed: int = 1) -> dict[str, Any]:
    """A workshop of n cards in twelve stages with 1.5 n links, most of them between cards of near stages."""
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = [{"id": "j", "kind": "journey", "title": "Journey"}]
    rows += [
        {"id": f"s{k}", "kind": "stage", "title": f"Stage {k}", "journey": "j", "position": k} for k in range(STAGES)
    ]
    by_kind: dict[str, list[list[str]]] = {kind: [[] for _ in range(STAGES)] for kind in KINDS}
    for number in range(n):
        kind, stage = KINDS[number % len(KINDS)], number * STAGES // n
        title = " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, 8))).capitalize()
        scores = {"need": {"importance": 8, "satisfaction": 3}, "problem": {"severity": 7, "frequency": 4}}.get(
            kind, {}
        )
        name = "position" if kind == "touchpoint" else "order"  # as the window numbers the cards of a cell
        place = {"stage": f"s{stage}", name: len(by_kind[kind][stage]) + 1}
        rows.append({"id": f"c{number}", "kind": kind, "title": title, **place, **scores})
        by_kind[kind][stage].append(f"c{number}")
    links: set[tuple[str, str, str]] = set()
    for _ in range(n * 6):
        verb, source, target = chance.choice(LINKS)
        stage = chance.randrange(STAGES)
        near = min(max(stage + chance.choice((-1, 0, 0, 0, 1)), 0), STAGES - 1)
        if by_kind[source][stage] and by_kind[target][near] and len(links) < 1.5 * n:
            links.add((verb, chance.choice(by_kind[source][stage]), chance.choice(by_kind[target][near])))
    drawn = [{"verb": verb, "source": a, "target": b} for verb, a, b in sorted(links) if a != b]
    return {"format": "cxworkshop", "version": 1, "cards": rows, "links": drawn}


def write(path: Path, cards: int) -> None:
    """Write a workshop of so many cards (0: an empty one) into a new file."""
    from cxworkshop.document import Document
    from cxworkshop.exchange.adding import plan_addition

    document = Document.create(path)
    if cards:
        document.apply(plan_addition(workshop(cards), document.board, "bench").changes)
    document.close()
