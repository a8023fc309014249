"""Random workshops in interchange JSON (DESIGN section 3), the same for the same seed, and boards made from JSON."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from typing import Any

from cxworkshop.model.board import Board, board_of
from cxworkshop.model.records import CARD, LINK, THE_WORKSHOP, WORKSHOP, Record, link_key, record

LISTS = {
    "exposures": "exposure",
    "readings": "reading",
    "votes": "vote",
    "care_answers": "care_answer",
    "agenda": "agenda",
}
TODAY = datetime.date(2026, 11, 22)
_WORDS = ("Заказ", "order", "счёт", "склад", "refund", "смена", "portal", "Ёлка", "ключ", "room", "чек", "café")


def random_workshop(
    seed: int,
    processes: int = 50,
    *,
    needs: int | None = None,
    dependencies: int | None = None,
    loops: int = 3,
    journeys: int = 3,
    layers: int = 8,
) -> dict[str, Any]:
    """A workshop with every kind of card and record, half of its scores and a few links missing.

    `needs` and `dependencies` default to a fifth and to twice the number of processes. Dependencies run from layer to
    layer and across, at least `loops` of them back, one process depends on itself, some on nothing; a tenth of the
    processes stands apart from every need. Titles repeat, so that ties happen, and some are missing.
    """
    return _Maker(seed).workshop(processes, needs or max(processes // 5, 3), dependencies, loops, journeys, layers)


def board_from_json(document: dict[str, Any]) -> Board:
    """The board of a document that is known to be sound (the real reader is in exchange/)."""
    records = [record(WORKSHOP, THE_WORKSHOP, document.get("workshop", {}))]
    for card in document.get("cards", []):
        records.append(record(CARD, card["id"], {name: value for name, value in card.items() if name != "id"}))
    for link in document.get("links", []):
        records.append(record(LINK, link_key(link["verb"], link["source"], link["target"]), link))
    for name, table in LISTS.items():
        records += [Record(table, f"{table}-{n:06}", row) for n, row in enumerate(document.get(name, []))]
    return board_of(records)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.cards: list[dict[str, Any]] = []
        self.links: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.ids: dict[str, list[str]] = {}

    def workshop(
        self, processes: int, needs: int, dependencies: int | None, loops: int, journeys: int, layers: int
    ) -> dict[str, Any]:
        self.customers(journeys)
        self.wall(needs, processes)
        self.inside(processes)
        self.depend(2 * processes if dependencies is None else dependencies, loops, layers)
        self.chance.shuffle(self.cards)
        links = list(self.links.values())
        self.chance.shuffle(links)
        return {
            "format": "cxworkshop",
            "version": 1,
            "workshop": {"title": "Случайная мастерская", "language": "ru", "cycle": 1, "date": TODAY.isoformat()},
            "cards": self.cards,
            "links": links,
            **self.records(),
        }

    # Cards

    def add(self, kind: str, count: int, **fields: Any) -> None:
        """`count` cards; a field that is callable is called for each, one that gives None is left out."""
        for _ in range(count):
            number = len(self.ids.setdefault(kind, []))
            card: dict[str, Any] = {"id": f"{kind}-{number}", "kind": kind}
            if self.chance.random() > 0.05:
                card["title"] = f"{self.chance.choice(_WORDS)} {self.chance.randrange(max(count, 4))}"
            for name, value in fields.items():
                value = value() if callable(value) else value
                if value is not None:
                    card[name] = value
            self.ids[kind].append(card["id"])
            self.cards.append(card)

    def score(self, low: int, high: int, missing: float = 0.3) -> Any:
        def one() -> float | None:
            if self.chance.random() < missing:
                return None
            value = self.chance.randint(low, high)
            return self.chance.choice([value, value, float(value), min(value + 0.5, high), min(value + 0.3, high)])

        return one

    def any(self, kind: str, missing: float = 0.1) -> Any:
        return lambda: None if self.chance.random() < missing or not self.ids.get(kind) else self.pick(kind)

    def pick(self, kind: str) -> str:
        return self.chance.choice(self.ids[kind])

    def one_of(self, *values: Any) -> Any:
        return lambda: self.chance.choice(values)

    def customers(self, journeys: int) -> None:
        self.add("journey", journeys, side=self.one_of("external", "internal", None))
        self.add(
            "stage",
            journeys * 4,
            journey=self.any("journey", 0.05),
            position=self.one_of(1, 2, 3, None),
            selling=self.one_of(True, False, False, None),
        )
        self.add(
            "persona",
            journeys * 2,
            side=self.one_of("external", "internal", None),
            aim=self.one_of("attract", "keep", "both", "none", None),
            vip=self.one_of(True, False, None),
        )
        self.add(
            "touchpoint",
            journeys * 12,
            stage=self.any("stage", 0.05),
            position=self.one_of(1, 2, 3, 4, None),
            expectation=self.score(-5, 5),
            experience=self.score(-5, 5),
            memory=self.score(-5, 5),
        )
        for persona in self.ids["persona"]:
            for kind in ("journey", "touchpoint"):
                if self.chance.random() < 0.4:
                    self.link_some("walks", [persona], kind, 1, 3)

    def wall(self, needs: int, processes: int) -> None:
        stage = self.any("stage", 0.2)
        self.add("problem", needs, stage=stage, severity=self.score(1, 10), frequency=self.score(1, 10))
        self.add(
            "need",
            needs,
            stage=stage,
            importance=self.score(0, 10, 0.2),
            satisfaction=self.score(0, 10),
            basis=self.one_of("room", "customers", None),
            sample=self.one_of(5, 120, None),
        )
        self.add("value", needs, stage=stage)
        self.add("process", processes, stage=stage, system=self.one_of("1С", "SAP", None))
        self.link_some("arises_at", self.ids["need"], "touchpoint", 0, 2)
        self.link_some("blocks", self.ids["problem"], "need", 0, 2)
        self.link_some("raises", self.ids["touchpoint"], "problem", 0, 2)
        self.link_some("satisfies", self.ids["value"], "need", 0, 2)

    def inside(self, processes: int) -> None:
        some = max(processes // 10, 4)
        self.add("role", some, people=self.one_of(1, 12, None), manager=self.one_of(True, False))
        self.add("improvement", some, status=self.one_of("idea", "doing", "done"), impact=self.score(1, 10))
        limits = self.one_of("<= 5", ">= 0.9", "= 0", "<=2,5", None)
        self.add("safeguard", some, limit=limits, every_days=self.one_of(7, 30, None))
        self.add("objective", 4)
        numbers = self.one_of(0, 1, 5.5, 10, None)
        self.add("key_result", 9, start=numbers, target=numbers, current=numbers)
        self.add("kpi", 6, direction=self.one_of("up", "down"))
        self.add("meeting", 5, at=self.day, minutes=self.one_of(30, 60))
        self.add("recording", 4, seconds=self.one_of(600, 1200.5))
        self.add("note", 3, author=self.one_of("Анна", None))
        for verb, source, target in (
            ("owns", "role", "process"),
            ("sets", "role", "process"),
            ("improves", "improvement", "process"),
            ("improves", "improvement", "touchpoint"),
            ("protects", "safeguard", "improvement"),
            ("advances", "key_result", "objective"),
            ("addresses", "objective", "need"),
            ("tracks", "kpi", "key_result"),
            ("measures", "kpi", "process"),
            ("meets", "meeting", "persona"),
            ("reveals", "meeting", "need"),
            ("reveals", "meeting", "problem"),
            ("of", "recording", "meeting"),
            ("shows", "recording", "touchpoint"),
        ):
            self.link_some(verb, self.ids[source], target, 0, 2)

    # Links

    def link(self, verb: str, source: str, target: str) -> None:
        self.links[(verb, source, target)] = {"verb": verb, "source": source, "target": target}

    def link_some(self, verb: str, sources: Sequence[str], kind: str, least: int, most: int) -> None:
        for source in sources:
            for _ in range(self.chance.randint(least, most)):
                self.link(verb, source, self.pick(kind))

    def depend(self, dependencies: int, loops: int, layers: int) -> None:
        processes = self.ids["process"]
        apart = len(processes) // 10
        per = max((len(processes) - apart) // layers, 1)
        for process in processes[:per]:
            for _ in range(self.chance.randint(1, 2)):
                self.link("creates", process, self.pick("value"))
        for _ in range(dependencies):
            at = self.chance.randrange(len(processes) - apart)
            to = at + self.chance.randint(1, 2 * per)
            if to < len(processes) - apart:
                self.link("depends_on", processes[at], processes[to])
        for _ in range(loops):
            at, back = sorted(self.chance.sample(range(len(processes)), 2))
            self.link("depends_on", processes[at], processes[back])
            self.link("depends_on", processes[back], processes[at])
        self.link("depends_on", processes[-1], processes[-1])

    # Records

    def day(self) -> str:
        return (TODAY - datetime.timedelta(days=self.chance.randint(-5, 120))).isoformat()

    def moment(self) -> str:
        return self.day() + self.chance.choice(["", "T09:30", "T18:00:00+03:00"])

    def records(self) -> dict[str, list[dict[str, Any]]]:
        chance, pairs = self.chance, ("external/internal", "vip/small", "hours/off_hours")
        care = []
        for _ in range(20):
            pair = chance.choice(pairs)
            care.append({"pair": pair, "side": chance.choice(pair.split("/")), "score": chance.randint(0, 10)})
        forms = ("direct", "video")
        return {
            "exposures": [
                {"role": self.pick("role"), "at": self.moment(), "hours": chance.choice([0.5, 1, 2]), "form": form}
                for form in chance.choices(forms, k=2 * len(self.ids["role"]))
            ],
            "readings": [
                {"of": self.pick("safeguard"), "at": self.moment(), "value": chance.choice([0, 0.95, 3, 7])}
                for _ in range(2 * len(self.ids["safeguard"]))
            ],
            "votes": [
                {"round": "1", "card": self.pick("need"), "voter": f"v{n}", "points": chance.randint(1, 3)}
                for n in range(20)
            ],
            "care_answers": care,
            "agenda": [{"title": "Кофе", "minutes": 15}],
        }
