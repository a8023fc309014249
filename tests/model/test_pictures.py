"""What a field of pictures may hold: small JPEG and PNG pictures as data strings, and nothing a stranger slips in."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest

from cxworkshop.errors import Refused
from cxworkshop.model.pictures import LONGEST_PICTURE, data_string, picture_bytes, picture_size
from cxworkshop.model.records import check_record


def png(width: int = 2, height: int = 2, *, padding: int = 0) -> bytes:
    """A PNG of one grey, with as many bytes of comment as asked for."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    extra = chunk(b"tEXt", b"Comment\0" + b"x" * padding) if padding else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_head(width: int, height: int) -> bytes:
    """The beginning of a JPEG: a comment, then the frame header that says its size."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xfe\x00\x06note" + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame


def check(value: object) -> None:
    check_record("card", "p1", {"kind": "persona", "title": "Anna", "portrait": value})


@pytest.mark.parametrize("data", [png(), png(512, 300), jpeg_head(512, 512)])
def test_a_small_picture_fits_and_comes_back_byte_for_byte(data):
    value = data_string(data)
    check(value)
    assert picture_bytes(value) == data


def test_the_size_stands_in_the_head():
    assert picture_size(png(512, 300)) == (512, 300)
    assert picture_size(jpeg_head(640, 480)) == (640, 480)
    assert picture_size(b"\xff\xd8\xff\xe0\x00\x00" * 20) is None, "a segment of no length leads nowhere and ends"


@pytest.mark.parametrize(
    "value",
    [
        7,
        ["data:image/png;base64,AAAA"],
        "",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://example.com/a.png",
        "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode(),
        "data:text/html;base64," + base64.b64encode(png()).decode(),
        "data:image/png;base64," + base64.b64encode(b"<svg xmlns='x'/>").decode(),
        "data:image/jpeg;base64," + base64.b64encode(png()).decode(),
        "data:image/png;base64," + base64.b64encode(png()).decode() + " ",
        "data:image/png;base64,\u043f\u0440\u0438\u0432\u0435\u0442",
        data_string(png())[:40],
        data_string(jpeg_head(640, 480)[:12]),
    ],
)
def test_what_is_no_picture_is_refused(value):
    with pytest.raises(Refused):
        check(value)


@pytest.mark.parametrize("data", [png(1, 4000), jpeg_head(60_000, 60_000), png(0, 5)])
def test_a_picture_that_unfolds_to_too_much_is_refused(data):
    with pytest.raises(Refused, match="pixels"):
        check(data_string(data))


def test_a_picture_that_is_too_long_is_refused_before_it_is_read():
    long = data_string(png(padding=LONGEST_PICTURE))
    assert picture_bytes(long) is None
    with pytest.raises(Refused, match="400,000"):
        check(long)
