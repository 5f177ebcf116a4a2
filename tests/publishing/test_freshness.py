"""No stale pages: changes are on the page after the next incremental build."""

from publishing.__main__ import main
from publishing.build import freshness
from tests.exercises.banks import SINGLE
from tests.publishing.books import TOC
from tests.publishing.forked import run
from tests.this_course import ROOT


def test_a_changed_item_changes_its_page_at_the_next_build(book):
    assert "收官阶段" in book.build().page
    book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    page = book.build().page
    assert "讲话指出，十九届" in page
    assert "讲话说，十九届" not in page


def with_other_machinery():
    freshness.machinery_hash = lambda: "another"
    return main(["html"])


def test_a_changed_machine_has_every_page_read_anew(book):
    book.build()
    again = run(with_other_machinery, book.folder)
    assert again.code == 0
    assert "2 changed" in again.output or "[config changed" in again.output, again.output
    assert again.output.count("Executing notebook") == 1


def test_the_machine_is_known_by_all_that_pages_are_made_with():
    files = {file.relative_to(ROOT).as_posix() for file in freshness.machinery_files()}
    assert {
        "exercises/kinds/single/item.py",
        "publishing/html/theme/layout.html",
        "publishing/html/web/dist/site/course.js",
        "speech/sentences.py",
    } <= files
    assert not any("node_modules" in file for file in files)


def test_a_cell_is_run_anew_after_a_change_of_the_bank(book):
    code = 'from exercises import load\nassert load("c07-stage").item.stem.startswith("讲话说")'
    chapter = (book.folder / "book" / "c07.md").read_text(encoding="utf-8")
    book.write("book/c07.md", f"{chapter}\n```{{code-cell}} python\n{code}\n```\n")
    built = book.build()
    assert built.code == 0, built.output
    book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    assert "AssertionError" in book.build().error


def test_nothing_is_read_or_run_when_nothing_changed(book):
    book.build()
    again = book.build().output
    assert "0 added, 0 changed, 0 removed" in again
    assert "Executing notebook" not in again


def test_what_is_made_no_longer_leaves_the_site(book):
    book.write("book/c08.md", "# 另一章\n")
    book.write("_toc.yml", f"{TOC}  - file: book/c08\n")
    assert book.build().code == 0
    site = book.folder / "_build" / "html"
    (site / "_static" / "of-an-earlier-version.js").touch()
    (book.folder / "book" / "c08.md").unlink()
    book.write("_toc.yml", TOC)
    assert book.build().code == 0
    files = {file.relative_to(site).as_posix() for file in site.rglob("*")}
    assert not {"book/c08.html", "_static/of-an-earlier-version.js"} & files
    assert {"book/c07.html", "_static/course.js", "404.html", "index.html"} <= files
