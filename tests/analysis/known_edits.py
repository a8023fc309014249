"""Edits of an interchange document that say what they did: each gives the changes a comparison has to report."""

from __future__ import annotations

import copy
import random
from collections import Counter

from tests.analysis.cycle_reference import direction

SCORES = [
    *(("touchpoint", name, -5, 5) for name in ("expectation", "experience", "memory")),
    *(("need", name, 0, 10) for name in ("importance", "satisfaction")),
    *(("problem", name, 1, 10) for name in ("severity", "frequency")),
    *(("improvement", name, 1, 10) for name in ("impact", "effort", "confidence")),
    ("safeguard", "every_days", 1, 90),
    *(("kpi", name, 1, 99) for name in ("target", "baseline")),
    *(("key_result", name, 1, 99) for name in ("current", "target")),
]
WORDS = [
    ("process", "system"),
    ("persona", "aim"),
    ("touchpoint", "channel"),
    ("improvement", "status"),
    ("improvement", "due"),
    ("improvement", "systems"),
    ("safeguard", "limit"),
    ("safeguard", "reaction"),
    ("key_result", "due"),
    ("kpi", "unit"),
    ("need", "note"),
]
SAID = {"aim": ["attract", "keep", "none"], "status": ["held", "slipping", "agreed"]}
SAID |= {"due": ["2027-01-31", "2027-06-30"], "limit": ["<= 5", ">= 0.9", "= 0"]}
GOING = ("need", "value", "process", "touchpoint", "problem", "kpi", "improvement", "safeguard", "note")
LINKS = [("satisfies", "value", "need"), ("creates", "process", "value"), ("depends_on", "process", "process")]
LINKS += [("owns", "role", "process"), ("has", "persona", "need"), ("walks", "persona", "touchpoint")]
LINKS += [("improves", "improvement", "need"), ("protects", "safeguard", "improvement")]
LINKS += [("advances", "key_result", "objective"), ("tracks", "kpi", "key_result"), ("addresses", "objective", "need")]


class Edits:
    """A copy of a document (`new`) being edited, and what was done to it.

    `changes` maps (kind, id, persona, change, figure) to (before, after); `links` is a set of (verb, source, target,
    change), `records` counts (table, change).
    """

    def __init__(self, document, seed):
        self.chance = random.Random(seed)
        self.new = copy.deepcopy(document)
        self.cards = {card["id"]: card for card in self.new["cards"]}
        self.changes, self.links, self.records = {}, set(), Counter()
        self.touched = set()

    def pick(self, kind):
        """A card of a kind that no edit has touched yet."""
        own = self.chance.choice([c for c in self.new["cards"] if c["kind"] == kind and c["id"] not in self.touched])
        self.touched.add(own["id"])
        return own

    def set(self, card, figure, value):
        before = card.pop(figure, None)
        if value is not None:
            card[figure] = value
        if before != value:
            self.changes[card["kind"], card["id"], None, direction(before, value), figure] = before, value

    def score(self):
        kind, figure, low, high = self.chance.choice(SCORES)
        self.set(self.pick(kind), figure, self.chance.randint(low, high))

    def unscore(self):
        kind, figure, _, _ = self.chance.choice(SCORES[:7])
        self.set(self.pick(kind), figure, None)

    def word(self):
        kind, figure = self.chance.choice(WORDS)
        self.set(self.pick(kind), figure, self.chance.choice(SAID.get(figure, ["Новое", "new", "7"])))

    def flag(self):
        card = self.pick("touchpoint")
        self.set(card, "moment_of_truth", not card.get("moment_of_truth", False))

    def rename(self):
        card = self.pick(self.chance.choice(["need", "process", "role", "stage", "kpi", "objective"]))
        before, card["title"] = card.get("title", ""), "Названо иначе"
        self.changes[card["kind"], card["id"], None, "renamed", "title"] = before, card["title"]

    def appear(self):
        kind = self.chance.choice(GOING)
        card = {"id": f"{kind}-{len(self.cards) + 1000}", "kind": kind, "title": "Новая"}
        self.new["cards"].append(card)
        self.cards[card["id"]] = card
        self.touched.add(card["id"])
        for verb, source, target in LINKS:
            if kind in (source, target) and source != target:
                other = self.pick(target if kind == source else source)["id"]
                ends = (card["id"], other) if kind == source else (other, card["id"])
                self.new["links"].append({"verb": verb, "source": ends[0], "target": ends[1]})
        self.changes[kind, card["id"], None, "appeared", None] = None, None

    def vanish(self):
        card = self.pick(self.chance.choice(GOING))
        own = card["id"]
        linked = {end for link in self.new["links"] for end in (link["source"], link["target"]) if own in link.values()}
        self.touched |= linked
        self.new["cards"].remove(card)
        self.new["links"] = [link for link in self.new["links"] if own not in (link["source"], link["target"])]
        self.new["votes"] = [vote for vote in self.new["votes"] if vote["card"] != own]
        kept = [reading for reading in self.new["readings"] if reading["of"] != own]
        self.records["reading", "vanished"] += len(self.new["readings"]) - len(kept)
        self.new["readings"] = kept
        self.changes[card["kind"], own, None, "vanished", None] = None, None

    def link(self):
        verb, source, target = self.chance.choice(LINKS)
        ends = self.pick(source)["id"], self.pick(target)["id"]
        link = {"verb": verb, "source": ends[0], "target": ends[1]}
        if link not in self.new["links"]:
            self.new["links"].append(link)
            self.links.add((verb, *ends, "appeared"))

    def unlink(self):
        free = [link for link in self.new["links"] if not self.touched & {link["source"], link["target"]}]
        link = self.chance.choice(free)
        self.touched |= {link["source"], link["target"]}
        self.new["links"].remove(link)
        self.links.add((link["verb"], link["source"], link["target"], "vanished"))

    def meet(self):
        row = {"role": self.pick("role")["id"], "at": "2026-11-20", "hours": 2.25, "form": "direct"}
        self.new["exposures"].append(row)
        self.records["exposure", "appeared"] += 1

    def read(self):
        of = self.pick(self.chance.choice(["kpi", "safeguard"]))["id"]
        self.new["readings"].append({"of": of, "at": "2026-11-21", "value": self.chance.randint(100, 200)})
        self.records["reading", "appeared"] += 1

    def vote(self):
        card = self.pick("need")["id"]
        self.new["votes"].append({"round": "2", "card": card, "voter": "v1", "points": 2})

    def answer(self):
        row = {"pair": "vip/small", "side": self.chance.choice(["vip", "small"]), "score": 10}
        self.new["care_answers"].append(row)

    def share(self):
        """A role is given a part in an improvement."""
        card, role = self.pick("improvement"), self.pick("role")["id"]
        self.set(card, "responsible", [*card.get("responsible", []), role])

    def reword(self):
        self.new["workshop"]["matters_most"] = "Совсем другое"
        self.changes["workshop", "workshop", None, "changed", "matters_most"] = None, "Совсем другое"


KINDS_OF_EDIT = ("score", "unscore", "word", "flag", "rename", "appear", "vanish", "link", "unlink")
KINDS_OF_EDIT += ("meet", "read", "vote", "answer", "share", "reword")
