"""What the contract (DESIGN section 3) allows in an interchange document, written down apart from the app's code."""

import base64
import datetime
import re

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


def texts(card):
    return [value for name, value in card.items() if name in TRANSLATED and isinstance(value, str)]
