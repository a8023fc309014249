"""Which links the cards of one table row have, and which cards a cell full of names means. Knows no files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cxworkshop.exchange.tables.gathering import Gathering
from cxworkshop.exchange.tables.headings import words

# Every pair of kinds in one row that reads as a sentence. Of the alternatives in one line only the first in the row
# counts: a KPI beside a key result tracks it, and measures something only where there is none.
RULES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("touchpoint", (("raises", "problem"),)),
    ("need", (("arises_at", "touchpoint"),)),
    ("problem", (("blocks", "need"),)),
    ("value", (("satisfies", "need"),)),
    ("process", (("creates", "value"), ("delivers", "touchpoint"))),
    ("persona", (("has", "need"),)),
    ("persona", (("has", "problem"),)),
    ("persona", (("walks", "touchpoint"), ("walks", "journey"))),
    (
        "role",
        (
            ("owns", "process"),
            ("owns", "improvement"),
            ("owns", "kpi"),
            ("owns", "safeguard"),
            ("owns", "objective"),
        ),
    ),
    (
        "improvement",
        (
            ("improves", "process"),
            ("improves", "problem"),
            ("improves", "touchpoint"),
            ("improves", "need"),
            ("improves", "value"),
        ),
    ),
    ("safeguard", (("protects", "improvement"),)),
    ("key_result", (("advances", "objective"),)),
    ("objective", (("addresses", "need"),)),
    (
        "kpi",
        (
            ("tracks", "key_result"),
            ("measures", "safeguard"),
            ("measures", "process"),
            ("measures", "need"),
            ("measures", "touchpoint"),
            ("measures", "value"),
        ),
    ),
    ("meeting", (("meets", "persona"),)),
    ("meeting", (("reveals", "problem"),)),
    ("meeting", (("reveals", "need"),)),
    ("recording", (("of", "meeting"),)),
    ("recording", (("shows", "problem"), ("shows", "need"), ("shows", "touchpoint"))),
)


def join(made: Mapping[str, Sequence[str]], main: str = "") -> Iterator[tuple[str, str, str]]:
    """The links (verb, source, target) between the cards of one row, given by kind.

    The owner in a row owns what the row is about, `main`, if that can be owned.
    """
    for source_kind, alternatives in RULES:
        if source_kind == "role":
            alternatives = tuple(sorted(alternatives, key=lambda one: one[1] != main))
        for verb, target_kind in alternatives:
            if made.get(source_kind) and made.get(target_kind):
                for source in made[source_kind]:
                    for target in made[target_kind]:
                        yield verb, source, target
                break


def named(cell: str, kind: str, gathering: Gathering, numbers: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The names in a cell, each with the card it means (None: there is none).

    The whole cell may be one title; else it is divided at lines and semicolons, and what is no title then at commas.
    """
    for part in _parts(cell, r"[;\n]"):
        found = _card(part, kind, gathering, numbers)
        if found:
            yield part, found
        else:
            for piece in _parts(part, ","):
                yield from _joined(piece, kind, gathering, numbers)


def _joined(
    piece: str, kind: str, gathering: Gathering, numbers: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    """A name, or several with "and" between them where every one of them is known ("2 and 3")."""
    found = _card(piece, kind, gathering, numbers)
    parts = re.split(r"\s+(?:" + "|".join(map(re.escape, words()["and"]["words"])) + r")\s+", piece)
    cards = [_card(part, kind, gathering, numbers) for part in parts]
    if found is None and len(parts) > 1 and all(cards):
        yield from zip(parts, cards, strict=True)
    else:
        yield piece, found


def is_number(name: str) -> bool:
    """Whether a name is a row's number, or a range of them, and no title."""
    return bool(re.fullmatch(r"[\d\s–—-]*\d[\d\s–—-]*", bare_number(name)))


def _parts(cell: str, divider: str) -> Iterator[str]:
    return (part.strip(" \t\r•-–—") for part in re.split(divider, cell) if part.strip(" \t\r•-–—"))


def _card(name: str, kind: str, gathering: Gathering, numbers: Mapping[str, str]) -> str | None:
    return numbers.get(bare_number(name)) or gathering.find(kind, name)


def bare_number(cell: str) -> str:
    """A row's number or code as other rows name it: "№ 3." is 3."""
    return cell.strip().lstrip("№#").strip().rstrip(".")
