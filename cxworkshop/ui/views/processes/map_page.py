"""The page of the map alone: which needs it is drawn for, the map, what its lines and colours mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.lighting import Lighting, lighting_of
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.box import Face, Sizes, for_window
from cxworkshop.ui.views.processes.chain import Chain, chain_of
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.map_drawing import MapDrawing
from cxworkshop.ui.views.processes.map_layout import MapLayout, Order
from cxworkshop.ui.views.processes.map_view import STEP, MapView
from cxworkshop.ui.views.processes.picture import Picture, faces_of, tip_of
from cxworkshop.ui.views.processes.shape import Shape
from cxworkshop.ui.views.processes.to_wall import ToWall

_LONG = 70


class MapPage(Page):
    """The backward map in layers, of all needs, of one, or of two compared."""

    _chosen: tuple[str, ...] = ()
    _shape: Shape | None = None
    _drawn_for: tuple[str, ...] = ()
    _ordered: Order | None = None  # what the shape is worked out from
    _known_for: Sizes | None = None

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._known: dict[str, tuple[Face, tuple[float, float]]] = {}
        self.layout_job = MapLayout(self)
        self.layout_job.laid_out.connect(self._show_laid_out)
        room.selection_changed.connect(self._light)

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.first, self.second = Combo(), Combo()
        self.first.setAccessibleName(tr("Need shown"))
        self.second.setAccessibleName(tr("Compared with"))
        self.first.activated.connect(lambda _: self._choose())
        self.second.activated.connect(lambda _: self._choose())
        self.map = MapView(self.room, height=round(420 * themes.text_scale))
        self.map.wanted.connect(self.wanted)
        self.key = Words(look="small")
        self.bar, self.empty = self._bar(), ToWall(self.room)
        for widget in (self.lead, self.bar, self.map, self.key, self.empty):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.map, 1)
        self.layout_job.cancel()
        self._shape, self._ordered, self._drawn_for = None, None, ()

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        nearer, further = IconButton("zoom_in", tr("Nearer")), IconButton("zoom_out", tr("Further away"))
        nearer.clicked.connect(lambda _=False: self.map.zoom_by(STEP))
        further.clicked.connect(lambda _=False: self.map.zoom_by(1 / STEP))
        whole = Button(tr("All of it"), "fit", "quiet", size=16)
        whole.clicked.connect(lambda _=False: self.map.fit())
        self.compared = Words(tr("compared with"), "soft", wrap=False)
        row.addWidget(self.first, 1)
        row.addWidget(self.compared)
        row.addWidget(self.second, 1)
        for button in (further, nearer, whole):
            row.addWidget(button)
        return bar

    # Choosing

    def choose(self, *needs: str) -> None:
        """Draw the map for these needs: none for all, two to compare them."""
        self._chosen = tuple(need for need in needs if need)
        self.refresh()
        self.staged_again.emit()

    def _choose(self) -> None:
        first, second = self.first.currentData() or "", self.second.currentData() or ""
        self.choose(first, second if first and second != first else "")

    def _fill(self, facts: Facts) -> None:
        needs = [(_short(facts.title(own.id)), own.id) for own in facts.map.opportunities]
        self._chosen = tuple(need for need in self._chosen if need in facts.opportunities)
        first = self._chosen[0] if self._chosen else ""
        second = self._chosen[1] if len(self._chosen) > 1 else ""
        self.first.fill([(tr("All needs"), ""), *needs], first)
        self.second.fill([(tr("no other need"), ""), *(own for own in needs if own[1] != first)], second)
        for widget in (self.second, self.compared):
            widget.setEnabled(bool(first))

    # Showing

    def refresh(self) -> None:
        facts = Facts(self.room)
        self._fill(facts)
        chain = chain_of(facts.map, self._chosen)
        self._show(facts, chain)
        self.lead.setText(told.lead_of_map(facts, chain))
        for widget in (self.bar, self.map, self.key):
            widget.setVisible(bool(chain.layers))
        self.empty.setVisible(not chain.layers)
        self.key.setText(_key(chain))

    def _show(self, facts: Facts, chain: Chain) -> None:
        self._chain, self._facts = chain, facts
        self._sizes = for_window(themes.text_scale)
        self._faces = faces_of(facts, chain)
        self._say()
        size = self._measured()
        kept = self._shape if self._chosen == self._drawn_for else None
        order = Order(chain, size, 18 * themes.text_scale, 32 * themes.text_scale, kept)
        if self._ordered is None or not order.is_same_map(self._ordered):
            self._ordered = order
            self.map.show_waiting(True)
            self.layout_job.ask(order)
        elif self._shape is not None and not self.layout_job.running:
            self._show_laid_out(self._shape)

    def _measured(self) -> dict[str, tuple[float, float]]:
        """The size of every box; texts are broken anew only where a box says something else than before."""
        known = self._known if self._known_for == self._sizes else {}
        found = {}
        for card, face in self._faces.items():
            before = known.get(card)
            found[card] = before if before is not None and before[0] == face else (face, self._sizes.size_of(face))
        self._known, self._known_for = found, self._sizes
        return {card: size for card, (_, size) in found.items()}

    def _show_laid_out(self, shape: Shape) -> None:
        """Show the map as it stands now; until then the one before is shown."""
        anew = self._shape is None or self._chosen != self._drawn_for
        self._shape, self._drawn_for = shape, self._chosen
        _, lighting = self._selected(self._chain)
        self.map.show_waiting(False)
        before = self.map.picture
        paths = before.paths if before is not None and before.shape is shape else {}
        picture = Picture(self._chain, self._faces, self._sizes, shape, lighting, paths)
        self.map.show_picture(picture, self._tip, anew=anew)

    def _tip(self, card: str) -> str:
        """What a box says; nothing when its card has gone and the map is being laid out without it."""
        return tip_of(self._facts, self._chain, card) if card in self.room.board.cards else ""

    def _say(self) -> None:
        process, _ = self._selected(self._chain)
        headline = told.of_map(self._facts, self._chain, process)
        self.headline.setText(headline)
        self.map.setAccessibleName(headline)

    def _light(self) -> None:
        """Another card is selected: the same boxes, lit otherwise."""
        if not self._built or self._stale or self.map.picture is None:
            return
        self._say()
        self.map.light(self._selected(self._chain)[1])
        self.staged_again.emit()

    def _selected(self, chain: Chain) -> tuple[str | None, Lighting | None]:
        """The selected process, if one is, and what the selected card lights up on this map."""
        chosen = self.room.selection[0] if len(self.room.selection) == 1 else None
        if chosen is None or chosen not in chain.layers:
            return None, None
        is_process = self.room.board.card(chosen).kind == "process"
        return chosen if is_process else None, lighting_of(self.room, chosen)

    def drawing(self) -> MapDrawing:
        facts = Facts(self.room)
        chain = chain_of(facts.map, self._chosen)
        return MapDrawing(facts, chain, *self._selected(chain))


def _key(chain: Chain) -> str:
    said = [tr("From top to bottom: what a need rests on. Solid line: directly; dashed: one step further.")]
    if chain.share:
        said.append(tr("A and blue: only the first need; B and magenta: only the second; A+B and amber: both."))
    said.append(tr("Wheel: nearer and further. Drag the ground to move it. Arrow keys walk from box to box."))
    return " ".join(said)


def _short(title: str) -> str:
    return title if len(title) <= _LONG else f"{title[: _LONG - 1]}…"
