"""Pictures kept as texts: what a field of pictures may hold, and the bytes in it. Decodes no picture.

A picture is a data string, `data:image/jpeg;base64,…` or `data:image/png;base64,…`: it travels in the interchange JSON,
in undo and in copies like any other text. Never a path, an address or SVG: a workshop of a stranger opens nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from cxworkshop.words import N_

LONGEST_PICTURE = 400_000  # characters of one data string
LARGEST_SIDE = 2048  # pixels a side, as the picture's own head says; a bound on what a small hostile picture unfolds to
TYPES = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}

_HEAD = re.compile(r"data:(image/(?:jpeg|png));base64,")
_NOT_SIZES = {0xC4, 0xC8, 0xCC}  # markers of a JPEG between C0 and CF that give no size


def picture_problem(value: Any) -> str | None:
    """Why a value cannot be kept as a picture, as a marked text; None: it can."""
    if not isinstance(value, str):
        return N_("{whose}: “{field}” must be a picture as a data string, not {value}.")
    if len(value) > LONGEST_PICTURE:
        return N_("{whose}: the picture in “{field}” is longer than 400,000 characters.")
    data = picture_bytes(value)
    if data is None:
        return N_("{whose}: “{field}” holds no JPEG or PNG picture.")
    width, height = picture_size(data) or (0, 0)
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        return N_("{whose}: the picture in “{field}” is damaged or has more than 2,048 pixels a side.")
    return None


def picture_bytes(value: Any) -> bytes | None:
    """The JPEG or PNG in a data string; None for anything that is none or does not begin as it says."""
    head = _HEAD.match(value) if isinstance(value, str) and len(value) <= LONGEST_PICTURE else None
    if head is None:
        return None
    try:
        data = base64.b64decode(value[head.end() :], validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if data.startswith(TYPES[head[1]]) else None


def data_string(data: bytes) -> str:
    """The data string of a JPEG or PNG. ValueError for other bytes."""
    for name, magic in TYPES.items():
        if data.startswith(magic):
            return f"data:{name};base64,{base64.b64encode(data).decode('ascii')}"
    raise ValueError("neither JPEG nor PNG")


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as the head of a JPEG or PNG gives them; None where it gives none."""
    if data.startswith(TYPES["image/png"]):
        if len(data) < 24 or data[12:16] != b"IHDR":
            return None
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return _jpeg_size(data)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame header (ITU-T T.81, B.2.2), stepping from marker to marker."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _NOT_SIZES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
