"""What fits a field and what does not; the declarations of DESIGN section 3, to the letter."""

from __future__ import annotations

import json

import pytest

from cxworkshop.errors import Refused
from cxworkshop.i18n import Translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.cards.kind import COMMON_FIELDS
from cxworkshop.model.fields import FieldType
from cxworkshop.model.links import VERBS, verbs_between
from cxworkshop.model.records import RECORD_FIELDS, check_record, fields_of

FIELDS_OF_THE_CONTRACT = {
    "journey": "side",
    "stage": "journey position selling",
    "persona": "side aim vip quote goals evidence",
    "touchpoint": "stage position channel moment_of_truth expectation experience memory evidence",
    "problem": "stage severity frequency evidence",
    "need": "stage importance satisfaction basis sample",
    "value": "stage",
    "process": "stage system internal",
    "role": "people manager",
    "improvement": "status impact effort confidence due systems",
    "safeguard": "metric limit every_days reaction",
    "objective": "",
    "key_result": "start target current due",
    "kpi": "unit direction baseline target every_days",
    "meeting": "at minutes questions consent",
    "recording": "file seconds clip_from clip_to consent",
    "note": "author stage",
}
FIELDS_OF_OURS = {
    "improvement": ["responsible", "consulted", "informed"],
    "persona": ["portrait"],
    "meeting": ["planned_roles", "consent_purpose", "consent_until", "series"],
    "recording": ["consent_purpose", "consent_until"],
}
VERBS_OF_THE_CONTRACT = {
    "next": ["touchpoint touchpoint"],
    "walks": ["persona journey", "persona touchpoint"],
    "raises": ["touchpoint problem"],
    "arises_at": ["need touchpoint"],
    "has": ["persona need", "persona problem"],
    "blocks": ["problem need"],
    "satisfies": ["value need"],
    "creates": ["process value"],
    "depends_on": ["process process"],
    "delivers": ["process touchpoint"],
    "meets": ["meeting persona"],
    "of": ["recording meeting"],
    "owns": ["role process", "role improvement", "role safeguard", "role kpi", "role objective"],
    "sets": ["role process"],
    "works_as": ["persona role"],
    "feeds": ["touchpoint touchpoint"],
    "improves": [f"improvement {kind}" for kind in ("process", "touchpoint", "need", "value", "problem")],
    "protects": ["safeguard improvement"],
    "measures": [f"kpi {kind}" for kind in ("need", "process", "touchpoint", "value", "safeguard")],
    "advances": ["key_result objective"],
    "tracks": ["kpi key_result"],
    "addresses": ["objective need"],
    "reveals": ["meeting problem", "meeting need"],
    "shows": [f"recording {kind}" for kind in ("problem", "need", "touchpoint")],
}


def test_the_kinds_have_the_fields_of_the_contract():
    assert {
        kind.name: " ".join(field.name for field in kind.fields if field.name not in FIELDS_OF_OURS.get(kind.name, ()))
        for kind in KINDS.values()
    } == FIELDS_OF_THE_CONTRACT
    assert [field.name for field in COMMON_FIELDS][:2] == ["title", "note"]


def test_the_verbs_join_the_kinds_of_the_contract():
    assert set(VERBS) == set(VERBS_OF_THE_CONTRACT)
    joined = {
        verb: sorted(
            f"{source} {target}"
            for source in KINDS
            for target in KINDS
            if verb in [out.verb for out in verbs_between(source, target)]
        )
        for verb in VERBS
    }
    assert joined == {verb: sorted(pairs) for verb, pairs in VERBS_OF_THE_CONTRACT.items()}


def test_the_records_have_the_fields_of_the_contract():
    names = {table: " ".join(field.name for field in fields) for table, fields in RECORD_FIELDS.items()}
    assert names["exposure"].removesuffix(" recording") == "role at hours form meeting"  # what was watched is ours
    assert (names["reading"], names["vote"]) == ("of at value", "round card voter points")
    assert names["care_answer"].removesuffix(" dimension card") == "pair side voter score"  # what was rated is ours


@pytest.mark.parametrize(
    ("kind", "name", "low", "high"),
    [
        ("need", "importance", 0, 10),
        ("need", "satisfaction", 0, 10),
        ("touchpoint", "expectation", -5, 5),
        ("touchpoint", "experience", -5, 5),
        ("touchpoint", "memory", -5, 5),
        ("problem", "severity", 1, 10),
        ("problem", "frequency", 1, 10),
        ("improvement", "impact", 1, 10),
        ("improvement", "effort", 1, 10),
    ],
)
def test_a_score_lies_on_its_scale_both_ends_included(kind, name, low, high):
    for value in (low, high, (low + high) / 2, low + 0.5):
        check_record("card", "x", {"kind": kind, name: value})
    for value in (low - 0.1, high + 0.1, float("nan"), float("inf"), "5", True, None, [], 10**400):
        with pytest.raises(Refused):
            check_record("card", "x", {"kind": kind, name: value})


@pytest.mark.parametrize(
    ("kind", "name", "good", "bad"),
    [
        ("stage", "selling", [True, False], [1, 0, "true", None]),
        ("stage", "position", [0, -3, 2.0], [0.5, "1", True, 2**60]),
        ("persona", "side", ["external", "internal"], ["", "EXTERNAL", None, 1, ["external"]]),
        ("improvement", "due", ["2026-11-22"], ["22.11.2026", "2026-13-01", "", 20261122]),
        ("meeting", "at", ["2026-11-22", "2026-11-22T10:30", "2026-11-22T10:30:00+03:00"], ["10:30", "soon", None]),
        ("safeguard", "limit", ["<= 5", ">= 0.9", "= 0", ">=-1", "= 0,5", ""], ["5", "< 5", "about 5", 5]),
        ("need", "title", ["", "Ёлка", "<b>", "a" * 200_000, "\x00"], [5, None, "a" * 200_001, "\ud83d", b"x"]),
        ("need", "stage", ["s1", "no such stage"], [5, None]),
        ("role", "people", [0, 12], [-1, 1.5]),
    ],
)
def test_what_fits_a_field_and_what_does_not(kind, name, good, bad):
    for value in good:
        check_record("card", "x", {"kind": kind, name: value})
    for value in bad:
        with pytest.raises(Refused):
            check_record("card", "x", {"kind": kind, name: value})


@pytest.mark.parametrize("value", [None, True, 1, 10**400, 1.5, "ё", [1, [2]], {"a": {"b": None}}])
def test_an_unknown_field_keeps_any_json(value):
    check_record("card", "x", {"kind": "need", "theirs": value})
    assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize(
    "value", [float("nan"), "\ud83d", {"\ud83d": 1}, ["a" * 200_001], pytest.param(10**5000, id="long")]
)
def test_what_json_cannot_give_back_is_refused_even_in_an_unknown_field(value):
    with pytest.raises(Refused):
        check_record("card", "x", {"kind": "need", "theirs": value})


def test_a_value_nested_too_deeply_is_refused():
    deep: object = 1
    for _ in range(50):
        deep = [deep]
    with pytest.raises(Refused, match="too deeply"):
        check_record("card", "x", {"kind": "need", "theirs": deep})


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("card", {}),
        ("card", {"kind": "wizard"}),
        ("card", {"kind": ["need"]}),
        ("link", {"verb": "hates", "source": "a", "target": "b"}),
        ("link", {"verb": "owns", "source": "a"}),
        ("link", {"verb": {}, "source": "a", "target": "b"}),
        ("exposure", {"hours": 1}),
        ("vote", {"points": 1}),
    ],
)
def test_a_record_without_what_it_needs_is_refused(table, fields):
    with pytest.raises(Refused):
        check_record(table, "x", fields)


def test_a_key_with_half_a_character_is_refused():
    with pytest.raises(Refused):
        check_record("card", "\ud83d", {"kind": "need"})


def test_a_refusal_names_record_field_and_value_in_both_languages():
    with pytest.raises(Refused) as caught:
        check_record("card", "n1", {"kind": "need", "importance": 11})
    english, russian = (caught.value.told(Translator(language)) for language in ("en", "ru"))
    assert english == "need 'n1': “importance” must lie between 0 and 10, not 11. Correct the value and try again."
    assert russian == "need 'n1': «importance» должно быть от 0 до 10, а не 11. Исправьте значение и повторите."


def test_every_choice_has_a_label_and_every_reference_a_kind_that_is_there():
    for table in ("card", *RECORD_FIELDS):
        for kind in KINDS if table == "card" else ("",):
            for field in fields_of(table, kind):
                assert field.label
                assert (field.type is FieldType.CHOICE) == bool(field.choices)
                assert not field.refers_to or field.refers_to in KINDS


def test_every_text_of_the_model_speaks_russian():
    russian = Translator("ru")
    for kind in KINDS.values():
        fields = [*kind.all_fields]
        labels = [field.label for field in fields] + [choice.label for field in fields for choice in field.choices]
        for text in [kind.label, kind.plural, kind.prompt, kind.why, *labels]:
            assert russian(text) != text or text == "VIP", text
    for verb in VERBS.values():
        assert russian(verb.label) != verb.label and russian(verb.reverse) != verb.reverse
