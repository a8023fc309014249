"""The example workshops and templates against the contract (DESIGN section 3): plain json, none of the app's code."""

import base64
import datetime
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("coffee", "coffee_cycle2", "staff_portal", "small_hotel")
TEMPLATES = ("blank", "service", "online_shop", "employee")
LANGUAGES = ("ru", "en")
SECOND_CYCLES = {"coffee_cycle2": "coffee"}
FIRST_DAY, SECOND_DAY = datetime.date(2026, 11, 22), datetime.date(2027, 2, 22)

RECORDS = ("exposures", "readings", "votes", "care_answers", "agenda")
PAIRS = {"external/internal", "vip/small", "hours/off_hours"}
DIMENSIONS = {"reliability", "responsiveness", "assurance", "empathy", "tangibles"}

SIDE = {"external", "internal"}
EVIDENCE = {"assumption", "partly", "research"}
STATUS = {"idea", "agreed", "doing", "done", "held", "slipping", "rolled_back"}


def scale(low, high):
    return lambda value: type(value) in (int, float) and low <= value <= high


def number(value):
    return type(value) in (int, float)


def count(value):
    return type(value) is int and value >= 1


def flag(value):
    return type(value) is bool


def text(value):
    return isinstance(value, str) and value.strip() == value != ""


def moment(value):
    return isinstance(value, str) and bool(datetime.datetime.fromisoformat(value))


def one_of(words):
    return lambda value: value in words


def limit(value):
    return re.fullmatch(r"(<=|>=|=) -?\d+(\.\d+)?", value) is not None


def ids(value):
    return isinstance(value, list) and all(isinstance(own, str) for own in value)


def picture(value):
    """A small PNG as a data string (docs/decisions/0014), a few kB."""
    head, _, data = value.partition(",")
    return head == "data:image/png;base64" and len(data) < 6000 and base64.b64decode(data, validate=True)[1:4] == b"PNG"


CONSENT = {"consent": flag, "consent_purpose": text, "consent_until": moment}

FIELDS = {
    "journey": {"side": one_of(SIDE)},
    "stage": {"journey": text, "position": count, "selling": flag},
    "persona": {
        "portrait": picture,
        "side": one_of(SIDE),
        "aim": one_of({"attract", "keep", "both", "none"}),
        "vip": flag,
        "quote": text,
        "goals": text,
        "evidence": one_of(EVIDENCE),
    },
    "touchpoint": {
        "stage": text,
        "position": count,
        "channel": text,
        "moment_of_truth": flag,
        "expectation": scale(-5, 5),
        "experience": scale(-5, 5),
        "memory": scale(-5, 5),
        "evidence": one_of(EVIDENCE),
        "previous_expectation": scale(-5, 5),  # last cycle's scores, which no kind declares
        "previous_experience": scale(-5, 5),
        "previous_memory": scale(-5, 5),
    },
    "problem": {"stage": text, "severity": scale(1, 10), "frequency": scale(1, 10), "evidence": one_of(EVIDENCE)},
    "need": {
        "stage": text,
        "importance": scale(0, 10),
        "satisfaction": scale(0, 10),
        "basis": one_of({"room", "customers"}),
        "sample": count,
    },
    "value": {"stage": text},
    "process": {"stage": text, "system": text, "internal": flag},
    "role": {"people": count, "manager": flag},
    "improvement": {
        "responsible": ids,
        "consulted": ids,
        "informed": ids,
        "status": one_of(STATUS),
        "impact": scale(1, 10),
        "effort": scale(1, 10),
        "confidence": scale(1, 10),
        "due": moment,
        "systems": text,
    },
    "safeguard": {"metric": text, "limit": limit, "every_days": count, "reaction": text},
    "objective": {},
    "key_result": {"start": number, "target": number, "current": number, "due": moment},
    "kpi": {
        "unit": text,
        "direction": one_of({"up", "down"}),
        "baseline": number,
        "target": number,
        "every_days": count,
    },
    "meeting": {"at": moment, "minutes": count, "questions": text, "planned_roles": ids, "series": text, **CONSENT},
    "recording": {"file": text, "seconds": count, "clip_from": number, "clip_to": number, **CONSENT},
    "note": {"author": text, "stage": text},
}

VERBS = {
    "next": ("touchpoint", "touchpoint"),
    "walks": ("persona", "journey touchpoint"),
    "raises": ("touchpoint", "problem"),
    "arises_at": ("need", "touchpoint"),
    "has": ("persona", "need problem"),
    "blocks": ("problem", "need"),
    "satisfies": ("value", "need"),
    "creates": ("process", "value"),
    "depends_on": ("process", "process"),
    "delivers": ("process", "touchpoint"),
    "owns": ("role", "process improvement safeguard kpi objective"),
    "sets": ("role", "process"),
    "works_as": ("persona", "role"),
    "feeds": ("touchpoint", "touchpoint"),
    "improves": ("improvement", "process touchpoint need value problem"),
    "protects": ("safeguard", "improvement"),
    "measures": ("kpi", "need process touchpoint value safeguard"),
    "advances": ("key_result", "objective"),
    "tracks": ("kpi", "key_result"),
    "addresses": ("objective", "need"),
    "meets": ("meeting", "persona"),
    "reveals": ("meeting", "problem need"),
    "of": ("recording", "meeting"),
    "shows": ("recording", "problem need touchpoint"),
}

ON_THE_WALL = {"persona", "touchpoint", "problem", "need", "value", "process", "improvement", "note"}

# What a translation may change; everything else is the same in both languages.
TRANSLATED = {
    "title",
    "note",
    "quote",
    "goals",
    "channel",
    "system",
    "systems",
    "metric",
    "reaction",
    "unit",
    "questions",
    "consent_purpose",
}
TRANSLATED |= {"author", "language", "attract_and_keep", "matters_most", "be_best"}


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


# --- the contract, for examples and templates alike


@every_file
def test_a_file_is_an_interchange_document_of_version_1(workshop):
    assert list(workshop.doc) == ["format", "version", "workshop", "cards", "links", *RECORDS]
    assert (workshop.doc["format"], workshop.doc["version"]) == ("cxworkshop", 1)
    assert workshop.doc["workshop"]["language"] == workshop.path.name.split(".")[1]
    assert workshop.doc["workshop"]["cycle"] == workshop.cycle
    assert text(workshop.doc["workshop"]["title"])


@every_file
def test_each_record_stands_on_a_line_of_its_own(workshop):
    lines = [line.rstrip(",") for line in workshop.raw.splitlines() if line.startswith("  {")]
    records = [record for name in ("cards", "links", *RECORDS) for record in workshop.doc[name]]
    assert [json.loads(line) for line in lines] == records
    assert "\\u" not in workshop.raw


@every_file
def test_ids_are_unique_short_and_every_card_has_a_title_that_fits(workshop):
    ids = [card["id"] for card in workshop.doc["cards"]]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z]{1,4}\d{1,2}", name)] == []
    assert [card["id"] for card in workshop.doc["cards"] if not text(card["title"]) or len(card["title"]) > 60] == []


@every_file
def test_cards_hold_only_the_fields_of_their_kind_and_values_on_their_scales(workshop):
    for card in workshop.doc["cards"]:
        fields = FIELDS[card["kind"]] | {"id": text, "title": text, "note": text, "kind": text}
        wrong = {name: value for name, value in card.items() if name not in fields or not fields[name](value)}
        assert wrong == {}, card["id"]


@every_file
def test_references_lead_to_cards_of_the_right_kind(workshop):
    for card in workshop.doc["cards"]:
        for field in ("stage", "journey"):
            if field in card:
                assert workshop.cards[card[field]]["kind"] == field, card["id"]
    for card in workshop.of_kind("improvement"):
        for name in ("responsible", "consulted", "informed"):
            assert all(workshop.cards[own]["kind"] == "role" for own in card.get(name, ())), card["id"]
    for card in workshop.of_kind("meeting"):
        assert all(workshop.cards[own]["kind"] == "role" for own in card.get("planned_roles", ())), card["id"]
    assert all("stage" in card for card in workshop.of_kind("touchpoint"))


@every_file
def test_every_link_is_legal_and_drawn_once(workshop):
    seen = [tuple(link.values()) for link in workshop.doc["links"]]
    assert len(set(seen)) == len(seen)
    for link in workshop.doc["links"]:
        assert list(link) == ["verb", "source", "target"]
        source, targets = VERBS[link["verb"]]
        assert workshop.cards[link["source"]]["kind"] == source, link
        assert workshop.cards[link["target"]]["kind"] in targets.split(), link
        assert link["source"] != link["target"], link


@every_file
def test_positions_run_from_one_without_holes(workshop):
    for kind, parent in (("stage", "journey"), ("touchpoint", "stage")):
        cards = workshop.of_kind(kind)
        for place in {card[parent] for card in cards}:
            positions = sorted(card["position"] for card in cards if card[parent] == place)
            assert positions == list(range(1, len(positions) + 1)), place


@every_pair
def test_the_languages_differ_in_texts_only(russian, english):
    def bones(value):
        if isinstance(value, dict):
            return {name: ... if name in TRANSLATED else bones(item) for name, item in value.items()}
        return [bones(item) for item in value] if isinstance(value, list) else value

    assert bones(russian.doc) == bones(english.doc)


@every_pair
def test_each_language_keeps_to_its_own_letters(russian, english):
    assert re.findall(r"[А-Яа-яЁё]+", english.raw) == []
    titles = [card["title"] for card in russian.doc["cards"]] + [block["title"] for block in russian.doc["agenda"]]
    assert [title for title in titles if not re.search("[а-яё]", title)] == []


@every_pair
def test_quotation_marks_and_apostrophes_are_those_of_a_printed_page(russian, english):
    for workshop in (russian, english):
        assert [record for record in workshop.doc["cards"] if re.search("['\"]", "".join(texts(record)))] == []
    assert not re.search("[‘’]", russian.raw)


def texts(card):
    return [value for name, value in card.items() if name in TRANSLATED and isinstance(value, str)]


# --- the example workshops


@every_example
def test_an_example_has_every_kind_and_a_wall_that_can_be_looked_over(workshop):
    on_the_wall = [card for card in workshop.doc["cards"] if card["kind"] in ON_THE_WALL]
    assert 40 <= len(on_the_wall) <= 65 and len(workshop.cards) <= 110
    assert {card["kind"] for card in workshop.doc["cards"]} == set(FIELDS)
    assert 0.25 <= sum("note" in card for card in workshop.doc["cards"]) / len(workshop.cards) <= 0.5


@every_example
def test_an_example_speaks_every_verb(workshop):
    assert {link["verb"] for link in workshop.doc["links"]} == set(VERBS)


@every_example
def test_an_example_says_whom_to_keep_what_matters_and_how_to_be_best(workshop):
    assert workshop.doc["workshop"]["date"] == workshop.today.isoformat()
    for field in ("attract_and_keep", "matters_most", "be_best"):
        assert len(workshop.doc["workshop"][field]) > 60


@every_example
def test_records_refer_to_cards_and_keep_to_their_scales(workshop):
    cards = workshop.cards
    for record in workshop.doc["exposures"]:
        assert cards[record["role"]]["kind"] == "role"
        assert "meeting" not in record or cards[record["meeting"]]["kind"] == "meeting"
        assert "recording" not in record or (record["form"], cards[record["recording"]]["kind"]) == (
            "video",
            "recording",
        )
        assert record["form"] in {"direct", "video"} and record["hours"] > 0
        assert datetime.date.fromisoformat(record["at"]) <= workshop.today
    for record in workshop.doc["readings"]:
        assert cards[record["of"]]["kind"] in {"kpi", "safeguard"} and number(record["value"])
        assert datetime.date.fromisoformat(record["at"]) <= workshop.today
    for record in workshop.doc["care_answers"]:
        assert record["side"] in record["pair"].split("/") and 0 <= record["score"] <= 10 and text(record["voter"])
    for block in workshop.doc["agenda"]:
        assert text(block["title"]) and count(block["minutes"]) and block.get("step", 1) in range(1, 10)
    assert {block.get("step") for block in workshop.doc["agenda"]} >= set(range(1, 10))


@every_example
def test_a_round_of_8_to_12_voters_weighs_the_needs(workshop):
    votes = workshop.doc["votes"]
    hands = {
        voter: sum(vote["points"] for vote in votes if vote["voter"] == voter) for voter in {v["voter"] for v in votes}
    }
    assert 8 <= len(hands) <= 12
    assert len(set(hands.values())) == 1, "everybody has the same number of points"
    assert {workshop.cards[vote["card"]]["kind"] for vote in votes} == {"need"}


@every_example
def test_the_care_test_covers_every_pair_side_and_dimension_and_shows_a_gap(workshop):
    answers = [answer for answer in workshop.doc["care_answers"] if "card" not in answer]
    assert {(a["pair"], a["side"], a["dimension"]) for a in answers} == {
        (pair, side, dimension) for pair in PAIRS for side in pair.split("/") for dimension in DIMENSIONS
    }
    for pair in PAIRS:
        first, second = (
            [a["score"] for a in answers if (a["pair"], a["side"]) == (pair, side)] for side in pair.split("/")
        )
        assert len(first) == len(second) and sum(first) > sum(second)


@every_example
def test_internal_services_are_rated_by_those_who_use_them_some_well_and_some_badly(workshop):
    ratings = {}
    for answer in workshop.doc["care_answers"]:
        if "card" in answer:
            card = workshop.cards[answer["card"]]
            inside = workshop.journey_of(card["id"])["side"] == "internal" if "position" in card else card["internal"]
            assert inside and (answer["pair"], answer["side"]) == ("external/internal", "internal")
            ratings.setdefault(card["id"], []).append(answer["score"])
    means = [sum(own) / len(own) for own in ratings.values()]
    assert len(means) >= 5 and min(means) <= 2 and max(means) >= 5


@every_example
def test_needs_lie_in_every_part_of_the_landscape(workshop):
    def part(need):
        importance, satisfaction = need["importance"], need.get("satisfaction", need["importance"])
        if importance + max(importance - satisfaction, 0) > 10:
            return "under-served"
        return "over-served" if satisfaction > importance else "appropriate"

    needs = workshop.of_kind("need")
    found = Counter(part(need) for need in needs)
    assert 9 <= len(needs) <= 12 and found["under-served"] >= 3 and found["over-served"] >= 2
    assert found["appropriate"] >= 2
    assert any(need["importance"] >= 8 and need.get("satisfaction", 0) >= 8 for need in needs), "a table stake"


@every_example
def test_some_persona_is_not_aimed_at_and_has_a_need_and_an_improvement_of_its_own(workshop):
    others = [card["id"] for card in workshop.of_kind("persona") if card["aim"] == "none"]
    aimed = [card["id"] for card in workshop.of_kind("persona") if card["aim"] != "none"]
    theirs = {need for own in others for need in workshop.targets("has", own)}
    ours = {need for own in aimed for need in workshop.targets("has", own)}
    left = theirs - ours
    assert left and aimed
    assert any(workshop.targets("improves", card["id"]) & left for card in workshop.of_kind("improvement"))


@every_example
def test_every_persona_has_a_portrait_of_its_own(workshop):
    portraits = [card.get("portrait") for card in workshop.of_kind("persona")]
    assert all(portraits) and len(set(portraits)) == len(portraits)


@every_example
def test_meetings_to_come_are_planned_in_a_series_with_questions_and_people_and_nobody_was_there_yet(workshop):
    coming = [
        card
        for card in workshop.of_kind("meeting")
        if datetime.datetime.fromisoformat(card["at"]).date() > workshop.today
    ]
    assert len(coming) >= 3 and max(Counter(card.get("series") for card in coming).values()) >= 3
    for card in coming:
        assert card["planned_roles"] and card["questions"] and workshop.targets("meets", card["id"])
        assert "consent" not in card and not workshop.targets("reveals", card["id"])
    attended = {record.get("meeting") for record in workshop.doc["exposures"]}
    assert not attended & {card["id"] for card in coming}
    strangers = {role for card in coming for role in card["planned_roles"] if workshop.closeness(role) == "stranger"}
    assert strangers, "somebody is going to meet a customer for the first time"


@every_example
def test_one_recording_may_be_shown_and_was_watched_and_one_may_not(workshop):
    given = {card["id"]: card["consent"] for card in workshop.of_kind("recording")}
    assert set(given.values()) == {True, False}
    for card in workshop.of_kind("recording"):
        assert 0 <= card["clip_from"] < card["clip_to"] <= card["seconds"]
        assert ("consent_until" in card) == ("consent_purpose" in card) == card["consent"]
    watched = {record["recording"] for record in workshop.doc["exposures"] if "recording" in record}
    assert watched and all(given[own] for own in watched)


@every_example
def test_a_path_branches_and_one_leads_back(workshop):
    place = {
        card["id"]: (workshop.cards[card["stage"]]["position"], card["position"])
        for card in workshop.of_kind("touchpoint")
    }
    steps = workshop.links("next")
    assert max(Counter(source for source, _ in steps).values()) >= 2
    assert any(place[target] < place[source] for source, target in steps)


@every_example
def test_a_chain_leads_from_a_need_to_an_objective_and_each_objective_has_a_result(workshop):
    objectives = workshop.of_kind("objective")
    assert len(objectives) >= 2
    for own in objectives:
        assert workshop.targets("addresses", own["id"]) and workshop.sources("advances", own["id"])
        assert workshop.sources("owns", own["id"])
    assert len(workshop.of_kind("kpi")) >= 3 and len(workshop.links("tracks")) >= 2
    assert all({"start", "target", "current"} <= card.keys() for card in workshop.of_kind("key_result"))


@every_example
def test_customers_are_asked_before_their_number_is_printed(workshop):
    for need in workshop.of_kind("need"):
        assert ("sample" in need) == (need["basis"] == "customers"), need["id"]
    assert {need["basis"] for need in workshop.of_kind("need")} == {"room", "customers"}


@every_example
def test_sides_meet_the_way_the_contract_allows(workshop):
    assert {card["side"] for card in workshop.of_kind("journey")} == SIDE
    assert {card["side"] for card in workshop.of_kind("persona")} == SIDE
    for source, target in workshop.links("feeds"):
        assert (workshop.journey_of(source)["side"], workshop.journey_of(target)["side"]) == ("internal", "external")
    assert all(workshop.cards[source]["side"] == "internal" for source, _ in workshop.links("works_as"))


@every_example
def test_money_is_taken_outside_only_and_most_touchpoints_lie_elsewhere(workshop):
    selling = {stage["id"] for stage in workshop.of_kind("stage") if stage["selling"]}
    assert selling and all(workshop.cards[workshop.cards[stage]["journey"]]["side"] == "external" for stage in selling)
    assert sum(touchpoint["stage"] not in selling for touchpoint in workshop.of_kind("touchpoint")) >= 3


@every_example
def test_the_curve_rises_falls_and_ends_and_some_scores_are_absent(workshop):
    curves = [workshop.curve(journey["id"]) for journey in workshop.of_kind("journey")]
    assert any(max(c) >= 3 and min(c) <= -4 and max(a - b for a, b in pairwise(c)) >= 4 for c in curves if len(c) >= 5)
    touchpoints = workshop.of_kind("touchpoint")
    assert any("experience" not in touchpoint for touchpoint in touchpoints)
    assert any(touchpoint.get("moment_of_truth") for touchpoint in touchpoints)


@every_example
def test_dependence_goes_deep_and_one_loop_is_named_in_a_note(workshop):
    deepest = max(max(workshop.distances(need["id"]).values(), default=0) for need in workshop.of_kind("need"))
    assert 3 <= deepest <= 5
    pairs = workshop.links("depends_on")
    loops = [(source, target) for source, target in pairs if (target, source) in pairs and source < target]
    assert len(loops) == 1
    assert any(re.search("Круг|circle", workshop.cards[process].get("note", "")) for process in loops[0])


@every_example
def test_a_cold_process_far_inside_carries_several_needs(workshop):
    maps = [workshop.distances(need["id"]) for need in workshop.of_kind("need")]
    cold = [
        process["id"]
        for process in workshop.of_kind("process")
        if sum(process["id"] in found for found in maps) >= 3
        and min(found[process["id"]] for found in maps if process["id"] in found) >= 2
        and any(
            workshop.closeness(role) == "stranger"
            for verb in ("owns", "sets")
            for role in workshop.sources(verb, process["id"])
        )
    ]
    assert cold


@every_example
def test_the_gaps_a_workshop_should_find_are_there(workshop):
    needs, processes = workshop.of_kind("need"), workshop.of_kind("process")
    reached = {process for need in needs for process in workshop.distances(need["id"])}
    assert [need["id"] for need in needs if not workshop.sources("satisfies", need["id"])], "a need without value"
    assert [v["id"] for v in workshop.of_kind("value") if not workshop.sources("creates", v["id"])], (
        "a value nobody makes"
    )
    assert [process["id"] for process in processes if process["id"] not in reached], "a process that serves no need"
    assert [process["id"] for process in processes if not workshop.sources("owns", process["id"])], "nobody owns it"


@every_example
def test_roles_are_close_fading_and_strangers_and_a_stranger_sets_a_standard(workshop):
    assert {workshop.closeness(role["id"]) for role in workshop.of_kind("role")} == {"close", "fading", "stranger"}
    assert any(workshop.closeness(role) == "stranger" for role, _ in workshop.links("sets"))
    assert {record["form"] for record in workshop.doc["exposures"]} == {"direct", "video"}


@every_example
def test_improvements_that_were_decided_have_a_date_an_owner_and_readings_to_judge_them_by(workshop):
    for improvement in workshop.of_kind("improvement"):
        if improvement["status"] in {"agreed", "doing", "done"}:
            assert "due" in improvement and workshop.sources("owns", improvement["id"]), improvement["id"]
    read = {reading["of"] for reading in workshop.doc["readings"]}
    assert {workshop.cards[card]["kind"] for card in read} == {"kpi", "safeguard"}


# --- the second cycle of the coffee example, three months later


every_second_cycle = pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(session(before, lang), session(after, lang), id=f"{after}.{lang}")
        for after, before in SECOND_CYCLES.items()
        for lang in LANGUAGES
    ],
)


@every_second_cycle
def test_a_second_cycle_carries_the_cards_and_the_history_of_the_first(first, second):
    assert first.cards.keys() - second.cards.keys() == {"x9"}, "one process was given up"
    assert {own: card["kind"] for own, card in second.cards.items() if own in first.cards} == {
        own: card["kind"] for own, card in first.cards.items() if own in second.cards
    }
    for name in ("exposures", "readings"):
        assert [row for row in first.doc[name] if row not in second.doc[name]] == []
        news = [row for row in second.doc[name] if row not in first.doc[name]]
        assert news and all(FIRST_DAY < datetime.date.fromisoformat(row["at"]) <= SECOND_DAY for row in news)
    kept = [link for link in first.doc["links"] if "x9" not in link.values()]
    assert [link for link in kept if link not in second.doc["links"]] == []


@every_second_cycle
def test_every_touchpoint_remembers_the_scores_of_the_first_cycle(first, second):
    changed = 0
    for card in second.of_kind("touchpoint"):
        for name in ("expectation", "experience", "memory"):
            assert card.get(f"previous_{name}") == first.cards[card["id"]].get(name)
            changed += card.get(name) != card.get(f"previous_{name}")
    assert changed >= 4


@every_second_cycle
def test_a_second_round_of_votes_and_care_was_held_anew(first, second):
    assert {vote["round"] for vote in second.doc["votes"]} == {"2"} != {vote["round"] for vote in first.doc["votes"]}
    assert second.doc["care_answers"] != first.doc["care_answers"] and second.doc["agenda"] != first.doc["agenda"]
    assert [need["id"] for need in second.of_kind("need") if need["id"] not in first.cards] == ["n6"]


@every_second_cycle
def test_of_three_guarded_improvements_one_held_one_slips_and_one_rolled_back(first, second):
    states = {}
    for improvement in second.of_kind("improvement"):
        for guard in second.sources("protects", improvement["id"]):
            states[improvement["id"]] = second.held(guard)
    assert sorted(states.values()) == ["held", "rolled_back", "slipping"]
    assert states == {own: second.cards[own]["status"] for own in states}, "the room wrote down what the readings say"


@every_second_cycle
def test_an_owner_who_was_a_stranger_has_met_customers_since(first, second):
    warmth = ["stranger", "fading", "close"]
    roles = {role["id"] for role in first.of_kind("role")}
    warmer = {own for own in roles if warmth.index(second.closeness(own)) > warmth.index(first.closeness(own))}
    assert "close" in {second.closeness(own) for own in warmer if first.closeness(own) == "stranger"}
    assert any(first.targets("owns", own) for own in warmer)


# --- the templates


@every_template
def test_a_template_has_no_date_no_scores_and_no_records(workshop):
    assert "date" not in workshop.doc["workshop"]
    assert not re.search(r"\d", workshop.doc["workshop"]["title"])
    assert [workshop.doc[name] for name in RECORDS] == [[]] * len(RECORDS)
    scores = {"expectation", "experience", "memory", "importance", "satisfaction", "evidence"}
    assert [card["id"] for card in workshop.doc["cards"] if scores & card.keys()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_template_is_one_external_journey_of_five_stages(language):
    workshop = template("blank", language)
    assert [card["side"] for card in workshop.of_kind("journey")] == ["external"]
    assert sorted(stage["selling"] for stage in workshop.of_kind("stage")) == [False] * 4 + [True]
    assert len(workshop.cards) == 6


@pytest.mark.parametrize("name", ["service", "online_shop"])
def test_templates_for_a_trade_show_both_sides_and_more_than_the_till(name):
    workshop = template(name, "en")
    assert {card["side"] for card in workshop.of_kind("journey")} == SIDE
    selling = {stage["id"] for stage in workshop.of_kind("stage") if stage["selling"]}
    assert len(selling) == 1
    assert sum(touchpoint["stage"] in selling for touchpoint in workshop.of_kind("touchpoint")) <= 3


def test_the_template_for_employees_takes_no_money():
    workshop = template("employee", "en")
    assert [card["side"] for card in workshop.of_kind("journey")] == ["internal"]
    assert not any(stage["selling"] for stage in workshop.of_kind("stage"))
