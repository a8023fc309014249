"""Large letters: nothing is cut without a sign, icons grow with the words beside them."""

from __future__ import annotations

from cxworkshop.actions import workshop
from cxworkshop.ui.parts.buttons import LARGEST_ICON
from cxworkshop.ui.steps_bar import StepButton
from tests.ui.window.conftest import settle


def test_a_long_title_ends_in_an_ellipsis_and_is_whole_while_it_is_typed(window):
    window.use_text_scale(1.3)
    long = "A portal for everybody but the people who run it, third try"
    window.room.do(lambda board: workshop.edit(board, title=long))
    settle()
    title = window.workspace.top.title
    assert title.shown_text().endswith("…") and title.text() == long and title.toolTip() == long
    window.room.do(lambda board: workshop.edit(board, title="Portal"))
    settle()
    assert title.shown_text() == "Portal"


def test_icons_grow_with_the_letters_up_to_a_limit(window):
    top = window.workspace.top
    usual = top.pdf.iconSize().width()
    window.use_text_scale(1.5)
    assert top.pdf.iconSize().width() == round(usual * 1.5)
    window.use_text_scale(2.0)
    assert top.pdf.iconSize().width() == round(usual * LARGEST_ICON)
    assert top.more.width() >= top.more.iconSize().width()
    window.use_text_scale(1.0)
    assert top.pdf.iconSize().width() == usual


def test_panels_grow_with_the_letters_and_come_back(window):
    window.resize(1920, 1080)
    settle()
    before = window.workspace.splitter.sizes()
    window.use_text_scale(1.3)
    settle()
    left, middle, right = window.workspace.splitter.sizes()
    assert left > before[0] * 1.2 and right > before[2] * 1.2 and middle < before[1]
    window.use_text_scale(1.0)
    settle()
    assert all(abs(now - was) <= 4 for now, was in zip(window.workspace.splitter.sizes(), before, strict=True))


def test_with_the_largest_letters_every_step_still_shows_its_name(window):
    window.use_text_scale(2.0)
    settle()
    for button in window.workspace.steps.findChildren(StepButton):
        picture = button.grab().toImage()
        row = range(round(picture.height() * 0.55), picture.height() - 6)
        inks = {picture.pixel(x, y) for y in row for x in range(0, picture.width(), 2)}
        assert len(inks) > 4, button.text()
