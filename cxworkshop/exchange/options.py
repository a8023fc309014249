"""What a user chooses for an export. Plain data; knows no format."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

PAPERS = ("a4", "a3", "a2", "a1", "a0")


@dataclass(frozen=True)
class ExportOptions:
    """`language` of headings and sentences ("ru" or "en"), whether people's names are left out, the `paper` of a report
    (one of PAPERS) and the day that counts as `today` in every figure that looks back. `workshop` tells this workshop
    from every other and `revision` counts its changes (see `Document`): a calendar knows its events again by them.
    `kept_back` is set by the export: how many meetings and recordings lack consent and are left out."""

    language: str = "en"
    anonymise: bool = False
    paper: str = "a4"
    today: datetime.date = field(default_factory=datetime.date.today)
    workshop: str = ""
    revision: int = 0
    kept_back: int = 0
