"""The page of closeness: hours of every role with customers, what strangers decide, and hours entered in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.analysis.closeness import FORMULA, SOURCE
from cxworkshop.analysis.meetings import StrangerRule, next_meetings, rules_by_strangers
from cxworkshop.exchange.closeness_told import window_told
from cxworkshop.model.records import Card
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.parts.tab_order import tab_by_layout
from cxworkshop.ui.planning import plan_for_process, plan_meeting
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.closeness.hours import Hours
from cxworkshop.ui.views.closeness.hours_form import HoursForm
from cxworkshop.ui.views.closeness.hours_list import HoursList
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall

MOST_RULES = 24
Told = tuple[str, str, str]


class ClosenessPage(Page):
    """Who decides for customers, and how long ago they last met one."""

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.plan = Button(tr("Plan a meeting"), "meeting", "primary")
        self.plan.clicked.connect(lambda: plan_meeting(self.room))
        self.chart = Chart(self.room, self.drawing, height=200)
        self.chart.wanted.connect(self.wanted)
        self.source = Words(look="small")
        self.rules_caption = Caption(tr("Decided by strangers"))
        self.rules_lead = Words(look="soft")
        self._rules, self.rules_rows = QVBoxLayout(), list[QWidget]()
        self._rules.setSpacing(2)
        self._told_rules: tuple[int, list[tuple[StrangerRule, Told]]] | None = None  # how many there are, the first
        self.form = HoursForm(self.room)
        self.list = HoursList(self.room)
        self.to_wall = ToWall(self.room)
        top = QHBoxLayout()
        top.addWidget(self.lead, 1)
        top.addWidget(self.plan)
        self.column.addLayout(top)
        self.column.addWidget(self.to_wall)
        for widget in (self.chart, self.source, self.rules_caption, self.rules_lead):
            self.column.addWidget(widget)
        self.column.addLayout(self._rules)
        self.hours_caption = Caption(tr("Hours that took place"))
        self.column.addWidget(self.hours_caption)
        self.column.addWidget(self.form)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def refresh(self) -> None:
        drawing = self.drawing()
        self.headline.setText(drawing.headline)
        some = bool(drawing.roles)
        self.lead.setText(_lead(some))
        self.plan.setVisible(some)
        self.to_wall.setVisible(not some)
        self.chart.use_height(round(drawing.height()))
        self.chart.refresh()
        self.source.setText(_source(self))
        for widget in (self.chart, self.source, self.hours_caption, self.form, self.list):
            widget.setVisible(some)
        self._show_rules()
        self.form.refresh()
        rows = sorted(
            self.room.board.records("exposure"), key=lambda row: (str(row.get("at", "")), row.key), reverse=True
        )
        self.list.show_hours(rows)
        tab_by_layout(self.column)

    def drawing(self) -> Hours:
        return Hours(self.room.board, self.room.today())

    # What strangers decide

    def _show_rules(self) -> None:
        rules = rules_by_strangers(self.room.board, self.room.today())
        ahead = next_meetings(self.room.board, self.room.today())
        told = [(rule, self._told(rule, ahead.get(rule.role))) for rule in rules[:MOST_RULES]]
        if (len(rules), told) == self._told_rules:
            return
        self._told_rules = len(rules), told
        self.rules_caption.setVisible(bool(rules))
        self.rules_lead.setVisible(bool(rules))
        self.rules_lead.setText(
            tr.plural(
                "{n} process or standard is decided by somebody who has never met a customer.",
                "{n} processes or standards are decided by somebody who has never met a customer.",
                len(rules),
            )
        )
        for old in self.rules_rows:
            self._rules.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rules_rows = [self._row(rule, said) for rule, said in told]
        _line_up(self.rules_rows)
        if len(rules) > MOST_RULES:
            self.rules_rows.append(Words(tr.plural("and {n} more", "and {n} more", len(rules) - MOST_RULES), "soft"))
        for row in self.rules_rows:
            self._rules.addWidget(row)

    def _told(self, rule: StrangerRule, planned: Card | None) -> Told:
        """The process, who decides on it, and the day on which they meet a customer ("": none is planned)."""
        board = self.room.board
        role = board.card(rule.role).title or tr("(no title)")
        said = (
            tr("owned by “{role}”", role=role)
            if rule.verb == "owns"
            else tr("its standard is set by “{role}”", role=role)
        )
        day = tr("meets a customer on {day}", day=tr.date(planned.get("at"))) if planned else ""
        return board.card(rule.process).title or tr("(no title)"), said, day

    def _row(self, rule: StrangerRule, told: Told) -> QWidget:
        title, said, planned = told
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        process = Button("", "process", "quiet", size=16)
        process.setAccessibleName(tr("Show “{title}”", title=title))
        process.clicked.connect(lambda: self.room.select([rule.process]))
        line.addWidget(process)
        line.addWidget(Elided(title, "strong"), 3)
        line.addWidget(Elided(said, "soft"), 2)
        if planned:
            day = Words(planned, "soft", wrap=False)
            day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(day)
        else:
            plan = Button(tr("Plan a meeting"))
            plan.setAccessibleName(tr("Plan a meeting for those who decide on “{title}”", title=title))
            plan.clicked.connect(lambda: plan_for_process(self.room, rule.process))
            line.addWidget(plan)
        return row


def _line_up(rows: list[QWidget]) -> None:
    """What stands at the end of each row is as wide in all of them, so that the columns before it begin together."""
    ends = [end for row in rows if (end := _end(row)) is not None]
    widest = max((end.sizeHint().width() for end in ends), default=0)
    for end in ends:
        end.setMinimumWidth(widest)


def _end(row: QWidget) -> QWidget | None:
    layout = row.layout()
    last = layout.itemAt(layout.count() - 1) if layout is not None else None
    return last.widget() if last is not None else None


def _lead(some: bool) -> str:
    if some:
        return tr("Who decides for customers should have met one lately: two hours in six weeks, face to face.")
    return tr(
        "Add the roles that own processes or set their rules (from the palette, onto a process). Then note here when"
        " each of them last met a customer."
    )


def _source(page: ClosenessPage) -> str:
    said = (window_told(page.room.today(), tr.translator), tr(FORMULA), tr(SOURCE))
    return " · ".join(said)
