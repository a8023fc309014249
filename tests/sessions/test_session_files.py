"""Every example and template is an interchange document: its fields, scales, references, links and positions."""

import json
import re

from tests.sessions.contract import FIELDS, RECORDS, VERBS, text
from tests.sessions.workshop import every_file


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
