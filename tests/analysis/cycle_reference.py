"""The figures two cycles are compared by, worked out from interchange JSON alone, slowly and plainly."""

from __future__ import annotations

import datetime
from collections import defaultdict

SCALE = {"stranger": 0, "fading": 1, "close": 2}


class Reference:
    """One workshop on one day."""

    def __init__(self, document, today):
        self.document, self.today = document, today
        self.cards = {card["id"]: card for card in document["cards"]}
        self.out, self.into = defaultdict(list), defaultdict(list)
        for link in document["links"]:
            self.out[link["verb"], link["source"]].append(link["target"])
            self.into[link["verb"], link["target"]].append(link["source"])

    def of_kind(self, kind):
        return [own for own, card in self.cards.items() if card["kind"] == kind]

    def figures(self):
        """{(kind, id, persona): {figure: value}}"""
        found = {("need", own, None): {"opportunity": self.opportunity(own)} for own in self.of_kind("need")}
        for own in self.of_kind("touchpoint"):
            expectation, experience, memory = (
                self.cards[own].get(name) for name in ("expectation", "experience", "memory")
            )
            found["touchpoint", own, None] = {"gap1": less(experience, expectation), "gap2": less(memory, experience)}
        distances = {need: self.distances(need) for need in self.of_kind("need")}
        for own in self.of_kind("process"):
            found["process", own, None] = self.process(own, distances)
        for own in self.of_kind("kpi"):
            found["kpi", own, None] = {"newest_reading": self.newest(own)}
        for journey in self.of_kind("journey"):
            for persona in self.of_kind("persona"):
                walked = self.walked(journey, persona)
                if walked is not None:
                    found["journey", journey, persona] = curve(
                        [self.cards[own]["experience"] for own in walked if "experience" in self.cards[own]]
                    )
        for pair in ("external/internal", "vip/small", "hours/off_hours"):
            figures = self.care(pair)
            if figures:
                found["care", pair, None] = figures
        return found

    def opportunity(self, need):
        importance = self.cards[need].get("importance", 5)
        return importance + max(importance - self.cards[need].get("satisfaction", importance), 0)

    def distances(self, need):
        front = {process for value in self.into["satisfies", need] for process in self.into["creates", value]}
        found, steps = {}, 0
        while front:
            steps += 1
            found |= dict.fromkeys(front, steps)
            front = {behind for process in front for behind in self.out["depends_on", process]} - found.keys()
        return found

    def process(self, own, distances):
        reached = {need: found[own] for need, found in distances.items() if own in found}
        influence = sum(self.opportunity(need) / 20 * 0.5 ** (steps - 1) for need, steps in reached.items())
        owners = sorted(self.into["owns", own], key=lambda role: (self.cards[role].get("title", ""), role))
        hours = [self.closeness(role)[1] for role in owners + self.into["sets", own]]
        return {
            "influence": influence,
            "depth": min(reached.values(), default=None),
            "blind_spot": influence * (1 - min(min(hours, default=0) / 2, 1)),
            "owner_closeness": self.closeness(owners[0])[0] if owners else None,
        }

    def closeness(self, role):
        met = [
            (row["hours"], (self.today - datetime.date.fromisoformat(row["at"][:10])).days)
            for row in self.document["exposures"]
            if row["role"] == role and row["form"] == "direct"
        ]
        met = [(hours, ago) for hours, ago in met if ago >= 0]
        hours = sum(hours for hours, ago in met if ago <= 42)
        return ("close" if hours >= 2 else "fading" if met else "stranger"), hours

    def newest(self, of):
        """The last of the readings in the order of their days and hours, as written."""
        rows = [
            row for row in self.document["readings"] if row["of"] == of and row["at"][:10] <= self.today.isoformat()
        ]
        return sorted(rows, key=lambda row: row["at"][:19])[-1]["value"] if rows else None

    def walked(self, journey, persona):
        walks = set(self.out["walks", persona])
        stages = sorted(
            (own for own in self.of_kind("stage") if self.cards[own].get("journey") == journey), key=self.place
        )
        whole = [
            own
            for stage in stages
            for own in sorted(self.of_kind("touchpoint"), key=self.place)
            if self.cards[own].get("stage") == stage
        ]
        if not walks:
            sides = [self.cards[own].get("side", "external") for own in (journey, persona)]
            return whole if sides[0] == sides[1] else None
        return whole if journey in walks else [own for own in whole if own in walks] or None

    def place(self, own):
        return self.cards[own].get("position", 0), int(own.rpartition("-")[2])

    def care(self, pair):
        sides = [
            [row["score"] for row in self.document["care_answers"] if (row["pair"], row["side"]) == (pair, side)]
            for side in pair.split("/")
        ]
        if not all(sides):
            return {"gap": None, "index": None} if any(sides) else {}
        one, other = (sum(side) / len(side) for side in sides)
        return {"gap": one - other, "index": min(one, other) / max(one, other) if max(one, other) else None}

    def votes(self):
        found = defaultdict(int)
        for vote in self.document["votes"]:
            found[vote["card"]] += vote["points"]
        return found


def less(one, other):
    return None if one is None or other is None else one - other


def curve(scores):
    if not scores:
        return {"mean": None, "peak_end": None}
    peak = next(score for score in scores if abs(score) == max(map(abs, scores)))
    return {"mean": sum(scores) / len(scores), "peak_end": (peak + scores[-1]) / 2}


def direction(before, after):
    """rose, fell or changed."""
    before, after = (SCALE.get(value, value) if isinstance(value, str) else value for value in (before, after))
    if isinstance(before, bool) or isinstance(after, bool):
        return "changed"
    if isinstance(before, int | float) and isinstance(after, int | float):
        return "rose" if after > before else "fell"
    return "changed"


def differs(one, other):
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) > 1e-8
    return one != other


def derived(old, new, today):
    """What follows from the edits: {(kind, id, persona, change, figure): (before, after)}."""
    before, after = Reference(old, today), Reference(new, today)
    then, now = before.figures(), after.figures()
    found = {}
    for place in then.keys() & now.keys():
        for figure, value in now[place].items():
            if differs(then[place][figure], value):
                was = then[place][figure]
                found[*place, direction(was, value), figure] = was, value
    if old["votes"] and new["votes"]:
        for card in before.cards.keys() & after.cards.keys():
            was, value = before.votes()[card], after.votes()[card]
            if was != value:
                found[before.cards[card]["kind"], card, None, direction(was, value), "votes"] = was, value
    return found
