"""A workshop as full as a room can make it, in interchange JSON (DESIGN section 3): 200 cards of each kind, titles of
120 characters, everything scored, linked, dated, measured and voted on."""

from __future__ import annotations

import datetime
import random
from functools import lru_cache
from typing import Any

from cxworkshop.exchange.adding import plan_addition
from cxworkshop.model.board import Board
from tests.random_workshops import TODAY

TITLE_LENGTH = 120
_WORDS = {
    "en": (
        "order invoice refund counter complaint warehouse portal shift parking delivery receipt answer night window "
        "replacement courier apology holiday schedule confirmation without because nobody explains where again"
    ),
    "ru": (
        "заказ счёт возврат прилавок обращение склад портал смена парковка доставка чек ответ ночь окно замена курьер "
        "извинение праздник расписание подтверждение без потому что никто не объясняет куда опять"
    ),
}
_STATUSES = ("idea", "agreed", "doing", "done", "held", "slipping", "rolled_back")
_PAIRS = (("external/internal", "external", "internal"), ("vip/small", "vip", "small"))
_DIMENSIONS = ("reliability", "responsiveness", "assurance", "empathy", "tangibles")


def crowded_workshop(language: str = "en", count: int = 200, seed: int = 1) -> dict[str, Any]:
    """`count` cards of every kind but `journey` and `stage` (4 and 24), the same for the same arguments."""
    return _Crowd(language, count, seed).workshop()


@lru_cache
def crowded_board(language: str = "en") -> Board:
    """That workshop as a board, which no test may change."""
    board = Board()
    board.apply(plan_addition(crowded_workshop(language), board, "crowd").changes)
    return board


class _Crowd:
    def __init__(self, language: str, count: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.language, self.count = language, count
        self.cards: list[dict[str, Any]] = []
        self.links: dict[tuple[str, str, str], dict[str, str]] = {}
        self.ids: dict[str, list[str]] = {}

    def workshop(self) -> dict[str, Any]:
        self.journeys()
        self.customers()
        self.company()
        self.measures()
        self.closeness()
        self.links_of_the_wall()
        self.links_of_the_company()
        return {
            "format": "cxworkshop",
            "version": 1,
            "workshop": {
                "title": self.title(0),
                "language": self.language,
                "cycle": 2,
                "date": TODAY.isoformat(),
                "attract_and_keep": self.title(1),
                "matters_most": self.title(2),
                "be_best": self.title(3),
            },
            "cards": self.cards,
            "links": list(self.links.values()),
            **self.records(),
        }

    def title(self, number: int) -> str:
        """120 characters, no two alike, ending in a whole word's beginning as a typed title does."""
        text = f"{number} "
        while len(text) < TITLE_LENGTH:
            text += self.chance.choice(_WORDS[self.language].split()) + " "
        return text[:TITLE_LENGTH].strip().capitalize()

    def add(self, kind: str, count: int | None = None, **fields: Any) -> None:
        for number in range(count or self.count):
            card: dict[str, Any] = {"id": f"{kind}-{number}", "kind": kind, "title": self.title(number)}
            card |= {name: value() if callable(value) else value for name, value in fields.items()}
            self.ids.setdefault(kind, []).append(card["id"])
            self.cards.append(card)

    def score(self, low: int, high: int) -> Any:
        return lambda: self.chance.randint(low, high)

    def one_of(self, *values: Any) -> Any:
        return lambda: self.chance.choice(values)

    def pick(self, kind: str) -> Any:
        return lambda: self.chance.choice(self.ids[kind])

    def day(self, first: int, last: int) -> Any:
        return lambda: (TODAY + datetime.timedelta(self.chance.randint(first, last))).isoformat()

    def journeys(self) -> None:
        self.add("journey", 4, side=self.one_of("external", "external", "internal"))
        self.cards[0]["side"] = "external"
        for number in range(24):
            where = {"journey": f"journey-{number // 6}", "position": number % 6 + 1, "selling": number % 3 == 0}
            self.cards.append({"id": f"stage-{number}", "kind": "stage", "title": self.title(number), **where})
            self.ids.setdefault("stage", []).append(f"stage-{number}")

    def customers(self) -> None:
        stage, evidence = self.pick("stage"), self.one_of("assumption", "partly", "research")
        self.add(
            "persona",
            side=self.one_of("external", "internal"),
            aim=self.one_of("attract", "keep", "both", "none"),
            vip=self.one_of(True, False),
            quote=lambda: self.title(7),
            goals=lambda: self.title(8),
            evidence=evidence,
        )
        weighed = {name: self.score(-5, 5) for name in ("expectation", "experience", "memory")}
        last_cycle = {f"previous_{name}": value for name, value in weighed.items()}
        self.add(
            "touchpoint",
            stage=stage,
            position=self.score(1, 9),
            channel=lambda: self.title(9)[:40],
            moment_of_truth=self.one_of(True, False),
            evidence=evidence,
            **weighed,
            **last_cycle,
        )
        self.add("problem", stage=stage, severity=self.score(1, 10), frequency=self.score(1, 10), evidence=evidence)
        self.add(
            "need",
            stage=stage,
            importance=self.score(0, 10),
            satisfaction=self.score(0, 10),
            basis=self.one_of("room", "customers"),
            sample=self.score(1, 5000),
        )
        self.add("value", stage=stage)

    def company(self) -> None:
        self.add("process", stage=self.pick("stage"), system=lambda: self.title(4), internal=self.one_of(True, False))
        self.add("role", people=self.score(1, 900), manager=self.one_of(True, False))
        self.add(
            "improvement",
            status=self.one_of(*_STATUSES),
            impact=self.score(1, 10),
            effort=self.score(1, 10),
            confidence=self.score(1, 10),
            due=self.day(-60, 200),
            systems=lambda: self.title(5),
            responsible=lambda: [self.pick("role")()],
        )
        self.add(
            "safeguard",
            metric=lambda: self.title(6),
            limit=self.one_of("<= 5", ">= 80"),
            every_days=self.score(1, 90),
            reaction=lambda: self.title(6),
        )

    def measures(self) -> None:
        self.add("objective")
        self.add("key_result", start=0, target=self.score(5, 99), current=self.score(0, 99), due=self.day(-60, 200))
        self.add(
            "kpi",
            unit=lambda: self.title(3)[:30],
            direction=self.one_of("up", "down"),
            baseline=self.score(0, 50),
            target=self.score(0, 99),
            every_days=self.score(1, 90),
        )

    def closeness(self) -> None:
        agreed = {"consent": True, "consent_purpose": lambda: self.title(2), "consent_until": self.day(-10, 300)}
        self.add(
            "meeting",
            at=lambda: f"{self.day(-200, 90)()}T10:00",
            minutes=self.score(10, 180),
            questions=lambda: self.title(1) + "?",
            **agreed,
        )
        self.add("recording", file="talk.mp4", seconds=3000, clip_from=10, clip_to=self.score(20, 2900), **agreed)
        self.add("note", stage=self.pick("stage"), author=lambda: self.title(1)[:40])

    def link(self, verb: str, source: str, target: str) -> None:
        if source != target:
            self.links[verb, source, target] = {"verb": verb, "source": source, "target": target}

    def many(self, verb: str, source: str, target: str, each: int = 1) -> None:
        """`each` links from every card of one kind to cards of the other."""
        for own in self.ids[source]:
            for _ in range(each):
                self.link(verb, own, self.pick(target)())

    def links_of_the_wall(self) -> None:
        for verb, source, target, each in (
            ("walks", "persona", "journey", 1),
            ("walks", "persona", "touchpoint", 2),
            ("raises", "touchpoint", "problem", 1),
            ("arises_at", "need", "touchpoint", 1),
            ("has", "persona", "need", 2),
            ("has", "persona", "problem", 1),
            ("blocks", "problem", "need", 1),
            ("satisfies", "value", "need", 2),
            ("creates", "process", "value", 1),
            ("delivers", "process", "touchpoint", 1),
            ("feeds", "touchpoint", "touchpoint", 1),
        ):
            self.many(verb, source, target, each)
        processes = self.ids["process"]
        for number, own in enumerate(processes[1:], 1):
            self.link("depends_on", processes[self.chance.randrange(number)], own)

    def links_of_the_company(self) -> None:
        for verb, source, target in (
            ("owns", "role", "process"),
            ("sets", "role", "process"),
            ("works_as", "persona", "role"),
            ("improves", "improvement", "process"),
            ("protects", "safeguard", "improvement"),
            ("measures", "kpi", "need"),
            ("tracks", "kpi", "key_result"),
            ("advances", "key_result", "objective"),
            ("addresses", "objective", "need"),
            ("meets", "meeting", "persona"),
            ("reveals", "meeting", "problem"),
            ("of", "recording", "meeting"),
            ("shows", "recording", "need"),
        ):
            self.many(verb, source, target)
        for kind in ("improvement", "safeguard", "kpi", "objective"):
            for own in self.ids[kind]:
                self.link("owns", self.pick("role")(), own)

    def records(self) -> dict[str, list[dict[str, Any]]]:
        return {
            "exposures": [
                {"role": role, "at": self.day(-60, 0)(), "hours": self.chance.randint(1, 8) / 2, "form": form}
                for role in self.ids["role"]
                for form in self.chance.sample(("direct", "video"), self.chance.randint(0, 2))
            ],
            "readings": [
                {"of": own, "at": self.day(-120, 0)(), "value": self.chance.randint(0, 99)}
                for own in self.ids["kpi"] + self.ids["safeguard"]
                for _ in range(self.chance.randint(0, 8))
            ],
            "votes": [
                {"round": "1", "card": self.pick(kind)(), "voter": f"voter-{voter:02}", "points": 1}
                for voter in range(40)
                for kind in ("need", "problem", "improvement")
            ],
            "care_answers": [
                {"pair": pair, "side": side, "dimension": dimension, "voter": voter, "score": self.score(1, 7)()}
                for pair, *sides in _PAIRS
                for side in sides
                for dimension in _DIMENSIONS
                for voter in (f"voter-{number:02}" for number in range(20))
            ],
            "agenda": [{"title": self.title(number), "minutes": 30, "step": number % 9 + 1} for number in range(20)],
        }
