"""No stale page: what changed is on the page after the next plain build."""

from tests.exercises.banks import SINGLE


def test_a_changed_item_changes_its_page_at_the_next_build(book):
    assert "收官阶段" in book.build().page
    book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    page = book.build().page
    assert "讲话指出，十九届" in page
    assert "讲话说，十九届" not in page


def test_a_changed_machine_changes_the_page_at_the_next_build(book):
    assert "选出一个正确的选项。" in book.build().page
    item = book.folder / "exercises" / "kinds" / "single" / "item.py"
    text = item.read_text(encoding="utf-8")
    item.write_text(text.replace("选出一个正确的选项。", "请选一个选项。"), encoding="utf-8")
    assert "请选一个选项。" in book.build().page


def test_a_cell_is_run_anew_after_a_change_of_the_bank(book):
    cell = '```{code-cell} python\nfrom exercises import load\nprint(load("c07-stage").item.stem)\n```\n'
    chapter = (book.folder / "book" / "c07.md").read_text(encoding="utf-8")
    book.write("book/c07.md", f"{chapter}\n{cell}")
    assert "<span></span>讲话说，" in book.build().page
    book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    assert "<span></span>讲话指出，" in book.build().page


def test_nothing_is_read_or_run_when_nothing_changed(book):
    book.build()
    again = book.build().output
    assert "0 added, 0 changed, 0 removed" in again
    assert "Executing notebook" not in again
