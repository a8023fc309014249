"""Nothing in a table vanishes without a word: what does not become a card, field or link is in a note and is said."""

import io

import pytest
from openpyxl import Workbook

from cxworkshop.exchange.tables.csv_in import read_csv
from cxworkshop.exchange.tables.sheet import Sheet
from cxworkshop.exchange.tables.xlsx_in import read_xlsx
from tests.exchange.test_plan_table import fields, imported, links, said, titles, told


def test_cells_beyond_the_headings_are_kept_in_the_note_and_said():
    board, plan = imported("Процесс;Владелец\nA;1;2;3;4\nB;1\n")
    assert fields(board, "A")["note"] == "2\n3\n4" and "note" not in fields(board, "B")
    lines = said(plan)
    assert [any(f"столбца {n} " in line for line in lines) for n in (3, 4, 5)] == [True] * 3
    assert [column.index for column in plan.previews[0].columns] == [0, 1, 2, 3, 4], "the preview shows them too"


@pytest.mark.parametrize("sign", ["|", ";", ","])
def test_a_list_is_not_cut_at_a_sign_that_few_of_its_rows_have(sign):
    rows = ["Название", f"=cmd{sign}' /C calc'!A0", "Учёт", "Закупки", "Склад"]
    board, _ = imported("\n".join(rows) + "\n", as_kind="process")
    assert titles(board, "process") == rows[1:]


def test_a_single_row_with_a_bar_is_one_cell():
    assert read_csv(b"=cmd|' /C calc'!A0\n").rows == (("=cmd|' /C calc'!A0",),)


def test_a_list_of_sentences_without_a_heading_is_not_cut_at_commas():
    board, _ = imported("Принять, записать\nУчёт\nСварить; подать\n", as_kind="process")
    assert titles(board, "process") == ["Принять, записать", "Учёт", "Сварить; подать"]


def test_rows_that_name_one_card_are_counted_and_their_other_cells_kept():
    board, plan = imported("Проблема;Тяжесть;Комментарий\nA;3;x\nA;3;y\nA;;z\nA;3;x\nB;1;\n")
    assert titles(board, "problem") == ["A", "B"]
    assert fields(board, "A") == {"severity": 3, "note": "x\ny\nz"}
    assert any(line.startswith("3 строки называют") and "строка 3" in line for line in said(plan))
    assert any(line.startswith("3 rows name") for line in said(plan, "en"))
    assert any(line.startswith("1 row names") for line in said(imported("Проблема\nA\nA\n")[1], "en"))


def test_the_owner_in_a_row_owns_what_the_row_is_about():
    table = "Улучшение;Процесс;Владелец\nНовая касса;Принять заказ;Зал\n"
    assert links(imported(table)[0], "owns") == {("Зал", "Новая касса")}
    board, _ = imported(table, as_kind="process")
    assert links(board, "owns") == {("Зал", "Принять заказ")}


def test_an_owner_of_what_cannot_be_owned_is_named_in_the_note():
    board, plan = imported("Жалоба;Ответственный\nОстыл;Зал\n")
    assert fields(board, "Остыл")["note"] == "Ответственный: Зал" and titles(board, "role") == ["Зал"]
    assert any("Зал" in line for line in said(plan))


GOALS = {
    "safeguard": (
        "Охрана;Каждые, дней;Реакция\nA;7;собрать\n", {"every_days": 7, "reaction": "собрать"},
    ),
    "safeguard, asked": ("Охрана;Как часто, дней;Порог\nA;7;<= 5\n", {"every_days": 7, "limit": "<= 5"}),
    "kpi": (
        "Показатель;Старт;Цель;Как часто, дней;Направление\nA;12;5;30;вниз\n",
        {"baseline": 12, "target": 5, "every_days": 30, "direction": "down"},
    ),
    "kpi in English": ("KPI,Start,Goal,Frequency\nA,12,5,30\n", {"baseline": 12, "target": 5, "every_days": 30}),
    "key_result": (
        "Ключевой результат;Начало;Цель;Факт;Срок\nA;12;5;9;31.12.2026\n",
        {"start": 12, "target": 5, "current": 9, "due": "2026-12-31"},
    ),
    "key_result in English": (
        "Key result,From,To,Now,Deadline\nA,12,5,9,2026-12-31\n",
        {"start": 12, "target": 5, "current": 9, "due": "2026-12-31"},
    ),
    "improvement": (
        "Улучшение;Эффект;Трудоёмкость;Уверенность;До\nA;8;3;5;01.03.2027\n",
        {"impact": 8, "effort": 3, "confidence": 5, "due": "2027-03-01"},
    ),
    "meeting": (
        "Встреча;Дата;Минут;Согласие\nA;22.11.2026;40;да\n", {"at": "2026-11-22", "minutes": 40, "consent": True},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOALS)
def test_fields_are_known_by_what_people_call_them(name):
    table, expected = GOALS[name]
    board, plan = imported(table)
    assert fields(board, "A") == expected and not plan.warnings


def test_a_goal_in_words_is_a_card_and_a_goal_in_figures_a_field():
    board, _ = imported("Ключевой результат;Цель\nЖдать меньше;Быстрее всех\n")
    assert links(board, "advances") == {("Ждать меньше", "Быстрее всех")}


def test_who_is_told_to_say_the_kind_is_told_where():
    line = told("a;b\n1;2\n")
    assert "--as process" in line and "«Строки — это»" in line
    assert "“The rows are”" in told("a;b\n1;2\n", "en")


def test_a_value_without_its_card_in_the_row_is_kept():
    board, plan = imported("Точка контакта;Проблема;Тяжесть\nКасса;;7\n")
    assert fields(board, "Касса")["note"] == "Тяжесть: 7" and any("«7»" in line for line in said(plan))


def test_rows_that_say_their_kind_take_the_fields_of_their_kind():
    board, _ = imported("Вид;Название;Важность;Канал\nПотребность;Кофе;9;\nТочка контакта;Касса;3;офис\n")
    assert fields(board, "Кофе") == {"importance": 9}
    assert fields(board, "Касса") == {"channel": "офис", "note": "Важность: 3"}


def test_a_second_column_of_titles_or_stages_is_kept_and_the_surest_names_the_card():
    board, plan = imported("Phase,Step,Customer action,Touchpoint\nAware,See,Looks,Instagram\n", language="en")
    assert titles(board, "touchpoint") == ["Instagram"] and titles(board, "stage") == ["Aware"]
    assert fields(board, "Instagram")["note"] == "Step: See\nCustomer action: Looks" and len(plan.warnings) == 2


def test_a_side_for_cards_that_have_none_is_kept():
    assert fields(imported("Процесс;Сторона\nУчёт;внутренняя\n")[0], "Учёт")["note"] == "Сторона: внутренняя"


def test_a_survey_has_its_sample_and_its_own_scale():
    board, plan = imported("Потребность;Важность (1-5);Удовлетворённость (1–5);n\nКофе;5;2;120\n")
    assert fields(board, "Кофе") == {"importance": 10, "satisfaction": 4, "sample": 120}
    assert "5 → 10" in said(plan)[0]
    numbered, _ = imported("n;Потребность\n1;Кофе\n")
    assert fields(numbered, "Кофе") == {}


def test_a_problem_in_a_new_stage_is_not_raised_by_the_touchpoint_before_it():
    board, _ = imported("Этап;Точка контакта;Проблема\nЗаказ;Касса;Очередь\nОплата;;Дорого\n")
    assert links(board, "raises") == {("Касса", "Очередь")}


def test_a_number_that_no_row_has_makes_no_card():
    board, plan = imported("№;Процесс;Зависит от\n1;Учёт;2, 7\n2;Склад;\n")
    assert titles(board, "process") == ["Учёт", "Склад"] and fields(board, "Учёт")["note"] == "Зависит от: 7"
    assert links(board, "depends_on") == {("Учёт", "Склад")} and any("(7)" in line for line in said(plan))


def test_a_code_that_people_know_a_row_by_is_kept():
    board, _ = imported("Код;Процесс;Зависит от\nBP-01;Учёт;BP-02\nBP-02;Склад;\n")
    assert fields(board, "Учёт")["note"] == "Код: BP-01" and links(board, "depends_on") == {("Учёт", "Склад")}


def test_rows_above_the_headings_are_named():
    _, plan = imported("Наш список\n\nПотребность;Важность\nКофе;5\n")
    assert any("Наш список" in line for line in said(plan))


def test_all_cells_that_are_no_values_are_counted():
    board, plan = imported("Улучшение;Срок\nA;скоро\nB;потом\nC;01.03.2027\n")
    assert fields(board, "B")["note"] == "Срок: потом"
    assert said(plan)[0].startswith("«Срок»: 2 ячейки") and "строка 2: «скоро»" in said(plan)[0]


def test_of_kinds_that_the_headings_fit_equally_the_first_known_is_taken():
    """A set of names would order them by their hashes, another way in every process."""
    assert imported("Название;Срок\nA;01.03.2027\n")[1].previews[0].kind == "improvement"


def test_a_table_over_several_sheets_reports_its_progress():
    rows = tuple((f"Процесс {n}",) for n in range(500))
    sheets = [Sheet(name, (("Процесс",), *rows)) for name in ("A", "B")]
    heard = []
    imported(sheets, progress=lambda row, of: heard.append((row, of)))
    assert heard[0][1] == 1002 and heard == sorted(heard) and heard[-1][0] > 800


def test_the_owner_of_the_process_owns_the_process_beside_an_owner_of_the_improvement():
    board, plan = imported(
        "Улучшение;Процесс;Владелец процесса;Ответственный\nКасса;Заказ;Зал;ИТ\nСайт;Витрина;ИТ;ИТ\n"
    )
    assert links(board, "owns") == {("Зал", "Заказ"), ("ИТ", "Касса"), ("ИТ", "Витрина"), ("ИТ", "Сайт")}
    assert not plan.warnings


def test_numbers_joined_by_and_are_rows_and_a_range_makes_no_card():
    board, plan = imported("№;Процесс;Зависит от\n1;А;2 и 3\n2;Б;\n3;В;1-2\n")
    assert links(board, "depends_on") == {("А", "Б"), ("А", "В")} and titles(board, "process") == ["А", "Б", "В"]
    assert fields(board, "В")["note"] == "Зависит от: 1-2" and plan.warnings


def test_a_title_with_and_in_it_stays_whole():
    board, _ = imported("Процесс;Зависит от\nУчёт;Приём и выдача\n")
    assert titles(board, "process") == ["Учёт", "Приём и выдача"]


def test_a_markdown_table_is_read_without_its_rule():
    board, plan = imported("| Процесс | Владелец |\n|---|---|\n| Учёт | Зал |\n| Склад | Ночь |\n")
    assert links(board, "owns") == {("Зал", "Учёт"), ("Ночь", "Склад")} and titles(board, "process") == [
        "Учёт",
        "Склад",
    ]
    assert not plan.warnings


def test_the_goals_of_personas_are_their_field_and_the_rows_are_personas():
    board, plan = imported("Персона;Сторона;Цели\nАнна;внешняя;кофе за минуту\n")
    assert plan.previews[0].kind == "persona" and fields(board, "Анна")["goals"] == "кофе за минуту"


def test_hidden_sheets_are_named_and_not_read():
    book = Workbook()
    book.active.append(["Процесс"])
    book.active.append(["Учёт"])
    hidden = book.create_sheet("Старое")
    hidden.append(["Процесс"])
    hidden.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    board, plan = imported(read_xlsx(stream.getvalue()))
    assert titles(board, "process") == ["Учёт"] and any("Старое" in line for line in said(plan))
