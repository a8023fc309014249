"""Small workshop files for the tests of the store, and what other programs do to them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cxworkshop.document import Change, Document
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, THE_WORKSHOP, WORKSHOP


def coffee(document: Document) -> None:
    """Fill a workshop with a few cards of several kinds, links and records, each in a change of its own."""
    draft = Draft(document.board)
    draft.put(WORKSHOP, THE_WORKSHOP, {"title": "Кофе", "language": "ru", "cycle": 1})
    draft.add_card("journey", {"title": "Гость", "side": "external"}, "j1")
    draft.add_card("stage", {"title": "Заказ", "journey": "j1", "position": 1, "selling": True}, "s1")
    apply(document, draft)
    draft = Draft(document.board)
    draft.add_card("need", {"title": "Получить свой кофе", "stage": "s1", "importance": 9.5, "satisfaction": 2}, "n1")
    draft.add_card("value", {"title": "Кофе, который заказали", "stage": "s1"}, "v1")
    draft.add_card(
        "process", {"title": "Сверить заказ", "stage": "s1", "system": "1C", "theirs": {"x": [1, "ё"]}}, "p1"
    )
    draft.add_card("role", {"title": "Бариста", "people": 3, "manager": False}, "r1")
    draft.add_link("satisfies", "v1", "n1")
    draft.add_link("creates", "p1", "v1")
    draft.add_link("owns", "r1", "p1")
    apply(document, draft)
    draft = Draft(document.board)
    draft.put("exposure", "e1", {"role": "r1", "at": "2026-11-01", "hours": 1.5, "form": "direct"})
    draft.put("vote", "o1", {"round": "1", "card": "n1", "voter": "Анна", "points": 3})
    apply(document, draft)


def apply(document: Document, draft: Draft) -> Change | None:
    return document.apply(draft.changes("Test"))


def rename(document: Document, title: str, card: str = "n1") -> Change | None:
    """One small edit."""
    return document.apply(renaming(document, title, card))


def renaming(document: Document, title: str, card: str = "n1") -> ChangeSet:
    draft = Draft(document.board)
    draft.set(CARD, card, title=title)
    return draft.changes("Rename")


def title(document: Document, card: str = "n1") -> str:
    return document.board.card(card).title


def workshop(path: Path) -> Path:
    """A closed workshop file with `coffee` in it."""
    document = Document.create(path)
    coffee(document)
    document.close()
    return path


def by_another_program(path: Path, script: str) -> None:
    """Run SQL on the file as any SQLite tool does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def bytes_changed(path: Path, old: bytes, new: bytes) -> None:
    """Change bytes of the file without SQLite, as a failing disk does."""
    content = path.read_bytes()
    assert content.count(old) >= 1 and len(old) == len(new)
    path.write_bytes(content.replace(old, new))
