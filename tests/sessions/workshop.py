"""The example workshops and templates as plain json, and the few questions the tests ask of them. Knows no app code."""

import datetime
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("coffee", "coffee_cycle2", "staff_portal", "small_hotel")
TEMPLATES = ("blank", "service", "online_shop", "employee")
LANGUAGES = ("ru", "en")
SECOND_CYCLES = {"coffee_cycle2": "coffee"}
FIRST_DAY, SECOND_DAY = datetime.date(2026, 11, 22), datetime.date(2027, 2, 22)


class Workshop:
    """One interchange document and the few questions the tests ask of it."""

    def __init__(self, path):
        self.path = path
        self.raw = path.read_text(encoding="utf-8")
        self.doc = json.loads(self.raw)
        self.cards = {card["id"]: card for card in self.doc["cards"]}
        self.name = path.name.split(".")[0]
        self.cycle, self.today = (2, SECOND_DAY) if self.name in SECOND_CYCLES else (1, FIRST_DAY)

    def of_kind(self, kind):
        return [card for card in self.doc["cards"] if card["kind"] == kind]

    def links(self, verb):
        return [(link["source"], link["target"]) for link in self.doc["links"] if link["verb"] == verb]

    def sources(self, verb, target):
        return {source for source, end in self.links(verb) if end == target}

    def targets(self, verb, source):
        return {target for start, target in self.links(verb) if start == source}

    def journey_of(self, touchpoint):
        return self.cards[self.cards[self.cards[touchpoint]["stage"]]["journey"]]

    def curve(self, journey):
        """The experience scores of a journey, in the order a customer meets them."""
        walked = [card for card in self.of_kind("touchpoint") if self.journey_of(card["id"])["id"] == journey]
        walked.sort(key=lambda card: (self.cards[card["stage"]]["position"], card["position"]))
        return [card["experience"] for card in walked if "experience" in card]

    def distances(self, need):
        """The backward map of one need: process id to its distance."""
        front = {process for value in self.sources("satisfies", need) for process in self.sources("creates", value)}
        found, steps = {}, 0
        while front:
            steps += 1
            found |= dict.fromkeys(front, steps)
            front = {behind for process in front for behind in self.targets("depends_on", process)} - found.keys()
        return found

    def direct_hours(self, role, days):
        """Hours of direct contact in the last `days`."""
        return sum(
            record["hours"]
            for record in self.doc["exposures"]
            if record["role"] == role
            and record["form"] == "direct"
            and (self.today - datetime.date.fromisoformat(record["at"])).days <= days
        )

    def held(self, safeguard):
        """What the newest two readings of a safeguard say today."""
        card = self.cards[safeguard]
        rows = sorted((row["at"], row["value"]) for row in self.doc["readings"] if row["of"] == safeguard)
        sign, bound = card["limit"].split()
        kept = [{"<=": value <= float(bound), ">=": value >= float(bound)}[sign] for _, value in rows[-2:]]
        late = (self.today - datetime.date.fromisoformat(rows[-1][0])).days > card["every_days"]
        if kept == [False, False]:
            return "rolled_back"
        return "held" if kept[-1] and not late else "slipping"

    def closeness(self, role):
        if self.direct_hours(role, 42) >= 2:
            return "close"
        return "fading" if self.direct_hours(role, 100_000) else "stranger"


def session(name, language):
    return Workshop(ROOT / "sessions" / f"{name}.{language}.json")


def template(name, language):
    return Workshop(ROOT / "resources" / "templates" / f"{name}.{language}.json")


ALL = [(session, name) for name in EXAMPLES] + [(template, name) for name in TEMPLATES]

every_file = pytest.mark.parametrize(
    "workshop",
    [pytest.param(read(name, lang), id=f"{name}.{lang}") for read, name in ALL for lang in LANGUAGES],
)

every_pair = pytest.mark.parametrize(
    ("russian", "english"), [pytest.param(read(name, "ru"), read(name, "en"), id=name) for read, name in ALL]
)

every_example = pytest.mark.parametrize(
    "workshop",
    [pytest.param(session(name, lang), id=f"{name}.{lang}") for name in EXAMPLES for lang in LANGUAGES],
)

every_template = pytest.mark.parametrize(
    "workshop",
    [pytest.param(template(name, lang), id=f"{name}.{lang}") for name in TEMPLATES for lang in LANGUAGES],
)

every_second_cycle = pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(session(before, lang), session(after, lang), id=f"{after}.{lang}")
        for after, before in SECOND_CYCLES.items()
        for lang in LANGUAGES
    ],
)
