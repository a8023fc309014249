"""The warmth of the owners over the wall: every process and only processes, told by more than colour."""

from __future__ import annotations

from cxworkshop.ui.canvas import WallView


def _differs(before, after, rect) -> bool:
    x, y = int(rect.x) - 5, int(rect.y + rect.height / 2)
    return before.pixel(x, y) != after.pixel(x, y)


def test_warmth_frames_every_process_and_nothing_else(open_room, qapp):
    wall = WallView(open_room())
    wall.resize(1900, 2400)
    wall.animated = False
    wall.show()
    qapp.processEvents()
    for shown in (True, False):  # from now on every frame is made of stamps
        wall.room.show_warmth(shown)
        qapp.processEvents()
    before = wall.viewport().grab().toImage()
    wall.room.show_warmth(True)
    qapp.processEvents()
    after = wall.viewport().grab().toImage()
    seen = 0
    for card in wall.picture.boxes:
        rect = wall.camera.rect_to_screen(wall.picture.rect(card))
        if rect.right < after.width() and rect.bottom < after.height():
            seen += 1
            kind = wall.room.board.card(card).kind
            owned = wall.picture.face(card).dot in ("close", "fading", "stranger")
            if kind != "process" or owned:
                assert _differs(before, after, rect) == (kind == "process"), card
    assert seen > 20
    wall.room.show_warmth(False)
    qapp.processEvents()
    assert wall.viewport().grab().toImage() == before
    wall.close()
