"""The touchpoints companies forget: for customers and for employees, before, at and after. Words only."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.words import N_


@dataclass(frozen=True)
class Group:
    """One part of a checklist: what it is called for customers (`external`) and for employees (`internal`)."""

    name: str
    external: str
    internal: str


@dataclass(frozen=True)
class TouchpointType:
    """One type. `label` titles the card that is made of it; `words` tell by which words a card is known to be one:
    ways of saying it, apart by “|”, each of one or more words that all have to be there (English, marked)."""

    id: str
    side: str
    group: str
    label: str
    words: str


GROUPS: tuple[Group, ...] = (
    Group("before", N_("Before the sale"), N_("Before the first day")),
    Group("at", N_("At the sale"), N_("At work")),
    Group("after", N_("After the sale"), N_("When something happens, and on leaving")),
)


def _external(group: str, *types: tuple[str, str, str]) -> tuple[TouchpointType, ...]:
    return tuple(TouchpointType(name, "external", group, label, words) for name, label, words in types)


def _internal(group: str, *types: tuple[str, str, str]) -> tuple[TouchpointType, ...]:
    return tuple(TouchpointType(name, "internal", group, label, words) for name, label, words in types)


TYPES: tuple[TouchpointType, ...] = (
    *_external(
        "before",
        ("map_listing", N_("Listing on the map"), N_("map|listing|opening hours|directions")),
        ("reviews", N_("Reviews by others"), N_("review|rating|recommendation")),
        ("phone_wait", N_("Waiting on the phone"), N_("wait phone|hold phone|call centre|hotline|answering menu")),
        ("parking", N_("Parking"), N_("parking|car park")),
        ("entrance", N_("Door, stairs and lift"), N_("lift|elevator|stairs|door|entrance")),
        ("job_advert", N_("Job advert"), N_("job advert|vacancy|job ad")),
    ),
    *_external(
        "at",
        ("queue", N_("Queue"), N_("queue|waiting line|line till")),
        ("toilet", N_("Toilet"), N_("toilet|restroom|wc|bathroom")),
        ("price_tag", N_("Price tag and small print"), N_("price tag|small print|terms conditions|contract|tariff")),
        ("error_message", N_("Error message"), N_("error message|error page|failed payment|page not found")),
        ("receipt", N_("Receipt"), N_("receipt")),
        ("confirmation", N_("Confirmation of the order"), N_("confirmation|order status|booking confirmed")),
    ),
    *_external(
        "after",
        ("packaging", N_("Packaging"), N_("packaging|box|unpacking|package")),
        ("instructions", N_("Instructions"), N_("instruction|manual|user guide|help page")),
        ("invoice", N_("Invoice"), N_("invoice|bill|reminder pay")),
        ("password_reset", N_("Password reset"), N_("password|sign-in|login")),
        ("off_hours_voice", N_("Voice after working hours"), N_("off hours|answering machine|voicemail|night call")),
        ("complaint", N_("Complaint"), N_("complaint|claim|support chat|support")),
        ("return", N_("Return and exchange"), N_("return|exchange")),
        ("refund", N_("Refund"), N_("refund|money back|compensation")),
        ("spare_parts", N_("Repair and spare parts"), N_("repair|spare part|service centre|warranty")),
        ("survey", N_("Request for feedback"), N_("survey|feedback|questionnaire|nps")),
        ("unsubscribing", N_("Unsubscribing"), N_("unsubscribe|unsubscribing|newsletter|mailing")),
        ("leaving", N_("Cancelling and leaving"), N_("cancel|cancellation|leaving|closing account|termination")),
    ),
    *_internal(
        "before",
        ("staff_advert", N_("Job advert and answer to it"), N_("job advert|vacancy|application|job ad")),
        ("staff_interview", N_("Interview"), N_("interview")),
        ("staff_contract", N_("Contract and papers"), N_("contract|paperwork|papers")),
        ("staff_first_day", N_("First day"), N_("first day|onboarding|induction")),
        ("staff_access", N_("Pass and access rights"), N_("pass|badge|access rights|permission")),
    ),
    *_internal(
        "at",
        ("staff_shift", N_("Shift plan"), N_("shift|rota|schedule")),
        ("staff_tools", N_("Tools that fail"), N_("error message|system crash|slow system|tool")),
        ("staff_password", N_("Password reset at work"), N_("password|login")),
        ("staff_it", N_("Question to IT"), N_("service desk|help desk|ticket")),
        ("staff_break", N_("Lunch and break room"), N_("lunch|break room|canteen|kitchen")),
        ("staff_toilet", N_("Toilet and changing room"), N_("toilet|changing room|restroom|locker")),
        ("staff_manual", N_("Internal instructions"), N_("instruction|manual|knowledge base|intranet|regulation")),
        ("staff_off_hours", N_("Who answers at night"), N_("night|weekend|off hours|duty")),
    ),
    *_internal(
        "after",
        ("staff_payslip", N_("Payslip"), N_("payslip|salary|wage|pay slip")),
        ("staff_expenses", N_("Expenses paid back"), N_("expense|compensation|reimbursement")),
        ("staff_sick", N_("Sick leave"), N_("sick leave|sick note|illness")),
        ("staff_holiday", N_("Request for holidays"), N_("holiday|vacation|day off|leave request")),
        ("staff_hr", N_("Question or complaint to HR"), N_("complaint|hr|personnel department|human resources")),
        ("staff_leaving", N_("Resigning and last day"), N_("resignation|resigning|last day|exit interview|leaving")),
    ),
)
BY_ID: dict[str, TouchpointType] = {own.id: own for own in TYPES}


def types_of(side: str, group: str) -> tuple[TouchpointType, ...]:
    """The types of a side (external, internal) in a group, in the order in which they are asked."""
    return tuple(own for own in TYPES if own.side == side and own.group == group)
