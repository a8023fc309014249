"""`analyse --format json` equals what DESIGN section 4 gives when it is worked out from the interchange JSON alone."""

from __future__ import annotations

import datetime
import json
import operator
import re
import subprocess
import sys

import pytest

from cxworkshop.analysis.analyse import analyse
from tests.analysis.cycle_reference import Reference, less
from tests.random_workshops import TODAY, board_from_json, random_workshop


class Whole(Reference):
    """Every section of `analyse`, by the id of its rows."""

    def analyse(self):
        votes = self.votes()
        return {
            "needs": {own: {"opportunity": self.opportunity(own), "votes": votes[own]} for own in self.of_kind("need")},
            "journeys": self.journeys(),
            "touchpoints": {own: self.gaps(self.cards[own]) for own in self.of_kind("touchpoint")},
            "problems": {own: {"pain": self.pain(self.cards[own])} for own in self.of_kind("problem")},
            "attention": {
                "touchpoints": self.attention("touchpoint"),
                "evidence": self.attention("meeting", "recording"),
                "improvements": self.attention("improvement"),
                "kpis": self.attention("kpi"),
            },
            "roles": {own: self.role(own) for own in self.of_kind("role")},
            "care": {
                pair: self.care(pair) or {"gap": None, "index": None}
                for pair in ("external/internal", "vip/small", "hours/off_hours")
            },
            "objectives": {own: {"grade": self.objective(own)} for own in self.of_kind("objective")},
            "improvements": {own: {"held": self.held(own)} for own in self.of_kind("improvement")},
        }

    def gaps(self, card):
        expectation, experience, memory = (card.get(name) for name in ("expectation", "experience", "memory"))
        return {"gap1": less(experience, expectation), "gap2": less(memory, experience)}

    def pain(self, card):
        return card["severity"] * card["frequency"] if {"severity", "frequency"} <= card.keys() else None

    def journeys(self):
        found = {}
        for journey in self.of_kind("journey"):
            for persona in self.of_kind("persona"):
                walked = self.walked(journey, persona)
                if walked is None:
                    continue
                scores = [self.cards[own]["experience"] for own in walked if "experience" in self.cards[own]]
                peak = next((own for own in scores if abs(own) == max(map(abs, scores))), None)
                end = scores[-1] if scores else None
                found[journey, persona] = {
                    "mean": sum(scores) / len(scores) if scores else None,
                    "peak": peak, "end": end, "peak_end": (peak + end) / 2 if scores else None,
                }  # fmt: skip
        return found

    def attention(self, *kinds):
        stages = []
        for own in (card for kind in kinds for card in self.of_kind(kind)):
            known = self.stage_of(own)
            linked = {target for (_, source), targets in self.out.items() if source == own for target in targets}
            stages += [known] if known else [stage for stage in map(self.stage_of, linked) if stage]
        selling = sum(self.cards[stage].get("selling") is True for stage in stages)
        return selling / len(stages) if stages else None

    def stage_of(self, own):
        stage = self.cards[own].get("stage")
        return stage if stage in self.cards else None

    def role(self, role):
        rows = [
            (row["form"], row["hours"], (self.today - datetime.date.fromisoformat(row["at"][:10])).days)
            for row in self.document["exposures"]
            if row["role"] == role
        ]
        rows = [row for row in rows if row[2] >= 0 and row[1] != 0]
        direct = [ago for form, _, ago in rows if form == "direct"]
        lately = {
            form: sum(hours for own, hours, ago in rows if own == form and ago <= 42) for form in ("direct", "video")
        }
        return {
            "closeness": "close" if lately["direct"] >= 2 else "fading" if direct else "stranger",
            "direct_hours": lately["direct"], "video_hours": lately["video"],
            "days_since_direct": min(direct, default=None),
        }  # fmt: skip

    def objective(self, own):
        grades = []
        for key_result in self.into["advances", own]:
            start, target, current = (self.cards[key_result].get(name) for name in ("start", "target", "current"))
            if None not in (start, target, current) and start != target:
                grades.append(min(max((current - start) / (target - start), 0), 1))
        return sum(grades) / len(grades) if grades else None

    def held(self, own):
        states = {self.guarded(guard) for guard in self.into["protects", own]}
        return next((state for state in ("rolled_back", "slipping", "held") if state in states), None)

    def guarded(self, guard):
        card = self.cards[guard]
        rows = [
            row for row in self.document["readings"]
            if row["of"] == guard and row.get("value") is not None and row["at"][:10] <= self.today.isoformat()
        ]  # fmt: skip
        rows.sort(key=lambda row: row["at"][:19])
        if not rows:
            return None
        sign, bound = re.match(r"\s*(<=|>=|=|)\s*(.*)", card.get("limit", "")).groups()
        keeps = {"<=": operator.le, ">=": operator.ge, "=": operator.eq}.get(sign, lambda *_: None)
        kept = [keeps(row["value"], float(bound.replace(",", ".") or 0)) for row in rows[-2:]]
        if kept == [False, False]:
            return "rolled_back"
        passed = (self.today - datetime.date.fromisoformat(rows[-1]["at"][:10])).days
        if kept[-1] is False or ("every_days" in card and passed > card["every_days"]):
            return "slipping"
        return "held" if kept[-1] else None


def by_id(found):
    """The sections of `analyse` as the reference has them."""
    keys = {"journeys": ("id", "persona"), "care": ("pair",)}
    told = {}
    for section, rows in found.items():
        if section == "attention":
            told[section] = rows
            continue
        names = keys.get(section, ("id",))
        told[section] = {
            row[names[0]] if len(names) == 1 else tuple(row[name] for name in names): {
                name: value for name, value in row.items() if name not in names
            }
            for row in rows
        }
        assert len(told[section]) == len(rows)
    return told


def assert_the_same(found, wanted):
    assert found.keys() == wanted.keys()
    for section, rows in wanted.items():
        assert found[section].keys() == rows.keys(), section
        for key, row in rows.items():
            assert found[section][key] == pytest.approx(row, abs=1e-9), (section, key)


@pytest.mark.parametrize("seed", range(25))
def test_every_figure_of_analyse_equals_an_independent_computation(seed):
    document = random_workshop(seed, 30 + seed)
    assert_the_same(by_id(analyse(board_from_json(document), TODAY)), Whole(document, TODAY).analyse())


@pytest.mark.parametrize("parts", [["cards"], ["links"], ["exposures", "readings"], ["votes", "care_answers"]])
def test_empty_parts_are_computed_alike(parts):
    document = random_workshop(77, 40)
    document.update({part: [] for part in parts} | ({"links": []} if "cards" in parts else {}))
    assert_the_same(by_id(analyse(board_from_json(document), TODAY)), Whole(document, TODAY).analyse())


def test_the_command_line_prints_the_same(tmp_path):
    document = random_workshop(4, 45)
    source, file = tmp_path / "w.json", tmp_path / "w.cxw"
    source.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-m", "cxworkshop"]
    subprocess.run([*command, "import", str(file), str(source)], check=True, capture_output=True)
    asked = [*command, "analyse", str(file), "--format", "json", "--today", TODAY.isoformat()]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert_the_same(by_id(json.loads(said)), Whole(document, TODAY).analyse())
