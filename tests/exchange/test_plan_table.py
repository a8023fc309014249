"""People's tables become cards and links: what the columns mean, what is joined, what is kept, what is refused."""

import pytest

from cxworkshop.errors import SourceProblem, WrongUse
from cxworkshop.exchange.tables.csv_in import read_csv
from cxworkshop.exchange.tables.headings import target_choices
from cxworkshop.exchange.tables.importing import plan_table
from cxworkshop.exchange.tables.sheet import Sheet
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

WALL = """Этап;Точка контакта;Канал;Проблема;Потребность;Ценность;Процесс;Владелец
Заказ;Звонок;телефон;Ждал 20 минут;Ответ сразу;Ответ за минуту;Приём звонка;Отдел А
;;;"• Грубят
• Не слышно";;;;
Оплата;Касса;офис;;;;Приём оплаты;Отдел Б
Оплата;Звонок;чат;Ждал 20 минут;;;;
"""
PROCESSES = """№;Процесс;Зависит от;Владелец;Система;Внутренний сервис
1;Принять заказ;2, 3;Зал;Касса;нет
2;Сварить, подать кофе;;Кухня;;да
3;Закупить зёрна;Выбор поставщика; Склад;1С;
4;Учёт;"Сварить, подать кофе; Закупить зёрна";;;
"""


def imported(text, board=None, **wishes):
    board = board or Board()
    sheets = [read_csv(text.encode())] if isinstance(text, str) else text
    plan = plan_table(sheets, board, **{"language": "ru", "source": "t.csv", **wishes})
    board.check(plan.changes)
    board.apply(plan.changes)
    return board, plan


def titles(board, kind):
    return [card.title for card in board.of_kind(kind)]


def links(board, verb):
    return {(board.card(link.source).title, board.card(link.target).title) for link in board.links(verb)}


def fields(board, title):
    card = next(card for card in board.cards.values() if card.title == title)
    return {name: value for name, value in card.fields.items() if name not in ("kind", "title")}


def said(plan, language="ru"):
    return [caution.told(translator(language)) for caution in plan.warnings]


def told(text, language="ru", **wishes):
    with pytest.raises(SourceProblem) as caught:
        imported(text, **wishes)
    return caught.value.told(translator(language))


def test_one_row_of_a_wall_makes_a_card_a_column_joined_by_the_verbs_that_fit():
    board, plan = imported(WALL)
    assert links(board, "raises") >= {("Звонок", "Ждал 20 минут"), ("Звонок", "Грубят"), ("Звонок", "Не слышно")}
    assert links(board, "arises_at") == {("Ответ сразу", "Звонок")}
    assert links(board, "satisfies") == {("Ответ за минуту", "Ответ сразу")}
    assert links(board, "creates") == {("Приём звонка", "Ответ за минуту")}
    assert links(board, "delivers") == {("Приём оплаты", "Касса")}
    assert links(board, "owns") == {("Отдел А", "Приём звонка"), ("Отдел Б", "Приём оплаты")}
    assert plan.counts["touchpoint"] == 3 and plan.counts["problem"] == 3


def test_stages_stand_in_the_order_of_appearance_in_one_journey_and_touchpoints_in_theirs():
    board, _ = imported(WALL)
    (journey,) = board.journeys()
    assert journey.title == "Путь клиента" and journey["side"] == "external"
    assert [stage.title for stage in board.stages(journey.id)] == ["Заказ", "Оплата"]
    assert [card.title for card in board.touchpoints(journey.id)] == ["Звонок", "Касса", "Звонок"]
    assert len(board.targets(board.touchpoints(journey.id)[0].id, "raises")) == 3


def test_stages_go_into_the_journey_that_is_there():
    board, _ = imported("Путь\nМой путь\n", as_kind="journey")
    imported(WALL, board)
    assert titles(board, "journey") == ["Мой путь"] and len(board.stages(board.of_kind("journey")[0].id)) == 2


def test_the_same_table_again_adds_nothing():
    for table in (WALL, PROCESSES):
        board, _ = imported(table)
        before = board.snapshot()
        _, plan = imported(table, board)
        assert not plan.changes and not plan.counts and plan.skipped and board.snapshot() == before


def test_depends_on_names_processes_by_number_by_title_with_commas_and_new_ones():
    board, plan = imported(PROCESSES)
    assert links(board, "depends_on") == {
        ("Принять заказ", "Сварить, подать кофе"),
        ("Принять заказ", "Закупить зёрна"),
        ("Закупить зёрна", "Выбор поставщика"),
        ("Учёт", "Сварить, подать кофе"),
        ("Учёт", "Закупить зёрна"),
    }
    assert any("Выбор поставщика" in line for line in said(plan))
    assert fields(board, "Принять заказ") == {"system": "Касса", "internal": False}


def test_english_tables_are_understood_as_well():
    board, _ = imported(
        "Journey stage,Touch point,Pain point,Job to be done,Importance (0-10),Process owner,Process,Depends on\n"
        'Order,Call,Waits,Answer,"9",Desk,Answering,Phones\n',
        language="en",
    )
    assert fields(board, "Answer")["importance"] == 9
    assert links(board, "depends_on") == {("Answering", "Phones")} and links(board, "owns") == {("Desk", "Answering")}
    assert titles(board, "journey") == ["Customer journey"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("7", 7),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("7/10", 7),
        ("8 из 10", 8),
        ("8 of 10", 8),
        ("4/5", 8),
        ("80%", 8),
        ("0", 0),
    ],
)
def test_scores_are_read_as_people_write_them(cell, value):
    board, _ = imported(f'Потребность;Важность\nКофе;"{cell}"\n')
    assert fields(board, "Кофе") == {"importance": value}


@pytest.mark.parametrize("cell", ["-", "—", "н/д", "n/a", "", "  "])
def test_no_value_is_absent_and_not_zero(cell):
    board, plan = imported(f'Потребность;Важность;Удовлетворённость\nКофе;"{cell}";5\n')
    assert fields(board, "Кофе") == {"satisfaction": 5} and not plan.warnings


@pytest.mark.parametrize(
    ("cell", "value"), [("😡", -5), ("Радость", 4), ("positive", 3), ("−2", -2), ("нейтрально", 0)]
)
def test_a_clear_feeling_becomes_the_experience(cell, value):
    board, _ = imported(f"Точка контакта;Эмоция\nКасса;{cell}\n")
    assert fields(board, "Касса") == {"experience": value}


@pytest.mark.parametrize("cell", ["😀→😡", "от радости к злости", "8/10", "ну такое"])
def test_an_unclear_feeling_is_kept_in_the_note_and_said(cell):
    board, plan = imported(f"Точка контакта;Эмоция\nКасса;{cell}\n")
    assert fields(board, "Касса") == {"note": f"Эмоция: {cell}"} and "строка 2" in said(plan)[0]


def test_columns_nobody_knows_are_kept_in_the_note_and_said():
    board, plan = imported("Процесс;Бюджет;Комментарий\nУчёт;100;важно\n")
    assert fields(board, "Учёт")["note"] == "важно\nБюджет: 100"
    assert any("Бюджет" in line for line in said(plan))


def test_dates_statuses_and_flags_are_read_in_both_languages():
    board, _ = imported(
        "Улучшение;Статус;Срок;Ответственный\nА;в работе;22.11.2026;Отдел\nБ;agreed;2026-11-22;\nВ;done;01/02;\n"
    )
    assert fields(board, "А") == {"status": "doing", "due": "2026-11-22"}
    assert fields(board, "Б") == {"status": "agreed", "due": "2026-11-22"}
    assert fields(board, "В") == {"status": "done", "note": "Срок: 01/02"}
    assert links(board, "owns") == {("Отдел", "А")}


def test_a_value_off_its_scale_is_told_with_row_and_column_and_nothing_is_imported():
    board = Board()
    line = told("Потребность;Важность\nКофе;5\nЧай;12\n", board=board)
    assert "Строка 3, «Важность»: 12 не лежит между 0 и 10" in line and "t.csv" in line
    assert not board.cards
    assert "Row 3, “Важность”" in told("Потребность;Важность\nКофе;5\nЧай;12\n", "en")


def test_row_numbers_count_empty_rows_and_title_lines_as_the_spreadsheet_does():
    assert "Строка 6" in told("Наш список\n\nПотребность;Важность\nКофе;5\n\nЧай;-1\n")


def test_the_rows_kind_comes_from_the_sheets_name_or_the_other_columns():
    assert titles(imported("Название;Канал\nКасса;офис\n")[0], "touchpoint") == ["Касса"]
    assert titles(imported("Название;Зависит от\nУчёт;\n")[0], "process") == ["Учёт"]
    assert titles(imported("Название;Кто\nУчёт;\n", source="Процессы 2026.csv")[0], "process") == ["Учёт"]
    sheets = [Sheet("Потребности", (("Название",), ("Кофе",))), Sheet("Лист2", (("???",), ("1",)))]
    board, plan = imported(sheets)
    assert titles(board, "need") == ["Кофе"] and "Лист2" in said(plan)[0]


def test_rows_of_an_unknown_kind_come_in_as_thoughts_and_a_wish_overrides():
    board, plan = imported("name,note\nA,x\n")
    assert fields(board, "A") == {"note": "x"} and titles(board, "note") == ["A"] and plan.warnings
    assert titles(imported("name,note\nA,x\n", as_kind="value")[0], "value") == ["A"]


def test_a_bare_list_is_taken_whole_when_its_kind_is_said():
    assert titles(imported("Учёт\nЗакупки\n", as_kind="process")[0], "process") == ["Учёт", "Закупки"]


def test_each_row_may_say_its_own_kind():
    board, _ = imported("Вид;Название;Важность\nПотребность;Кофе;9\nПроцесс;Учёт;\n")
    assert titles(board, "need") == ["Кофе"] and titles(board, "process") == ["Учёт"]


def test_the_workshops_own_values_stay_and_absent_ones_are_filled():
    board, _ = imported("Потребность;Важность\nКофе;9\n")
    _, plan = imported("Потребность;Важность;Удовлетворённость\nкофе;2;3\n", board)
    assert fields(board, "Кофе") == {"importance": 9, "satisfaction": 3} and "Строка 2" in said(plan)[0]


def test_two_rows_of_one_title_and_different_values_are_two_cards():
    board, plan = imported("Точка контакта;Канал\nЗвонок;телефон\nЗвонок;чат\n")
    assert [card["channel"] for card in board.of_kind("touchpoint")] == ["телефон", "чат"] and plan.warnings


def test_a_mapping_is_stronger_than_the_headings():
    board, plan = imported("Хотелка;Сила;Лишнее\nКофе;9;1\n", mapping={"": {0: "need", 1: "need.importance", 2: "-"}})
    assert fields(board, "Кофе") == {"importance": 9} and not plan.warnings


def test_the_preview_says_what_each_column_became_and_how_surely():
    _, plan = imported(PROCESSES)
    (preview,) = plan.previews
    assert [column.target for column in preview.columns] == [
        "id", "process", "depends_on", "role", "process.system", "process.internal",
    ]  # fmt: skip
    assert preview.columns[1].sure == 1 and preview.columns[3].sure < 1
    assert (preview.kind, preview.rows, preview.encoding, preview.delimiter) == ("process", 4, "utf-8", ";")
    assert preview.first[0][1] == "Принять заказ"


def test_every_offered_target_can_be_wished_for():
    for target, label in target_choices("ru"):
        assert label
        imported("Один;Два\nа;\nб;\n", mapping={"": {0: "need", 1: target}})


def test_wishes_that_do_not_exist_are_wrong_use():
    for wishes in ({"as_kind": "dragon"}, {"mapping": {"": {0: "need.dragon"}}}):
        with pytest.raises(WrongUse):
            imported(PROCESSES, **wishes)


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "Имя;Текст\n", "Потребность;Важность\n"])
def test_a_table_without_known_headings_or_rows_is_told_how_to_help(text):
    assert "t.csv" in told(text) and "t.csv" in told(text, "en")


def test_everything_said_is_russian():
    _, plan = imported(
        "Название;Этап;Канал;Эмоция;Странное\nА;Э;к;хм;1\n;Э;;;2\nА;Э;ш;;\n", Board(), as_kind="touchpoint"
    )
    assert len(plan.warnings) >= 3
    for line in said(plan):
        assert not any(word in line for word in ("Row", "Column", "kept", "title"))
