"""Papers for Word have the same items, order and points as the PDFs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from exercises.inline import plain
from exercises.papers import Paper, sample
from publishing.documents.word.numbering import number_of
from publishing.papers.__main__ import main
from publishing.papers.printing import printed
from tests.this_course import COURSE, load_bank, load_blueprint

FORMS = ("A", "B")


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    return {form: sample(load_blueprint("final"), load_bank(), "7", form) for form in FORMS}


@pytest.fixture(scope="module")
def files(papers) -> dict[str, bytes]:
    return printed(list(papers.values()), COURSE, "the command", "x")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pdf_text(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def questions(data: bytes) -> list[str]:
    """Return the paragraphs that Word numbers as questions, in order."""
    file = docx.Document(BytesIO(data))
    return [p.text for p in file.paragraphs if p.style.name == "试题" and number_of(p) is not None]


@pytest.mark.parametrize("form", FORMS)
def test_word_and_pdf_ask_the_same_in_the_same_order(papers, files, form):
    in_word = questions(files[f"x-{form}.docx"])
    expected = [
        f"{plain(question.item.stem)}（{question.points} 分）"
        for question in papers[form].questions
    ]
    assert in_word == expected
    on_paper = pdf_text(files[f"x-{form}.pdf"])
    stems = [squeezed(plain(question.item.stem)) for question in papers[form].questions]
    assert re.search(".*?".join(map(re.escape, stems)), on_paper)
    marked = re.findall(r"(?<!\d)(\d+)\.(\d+)分", on_paper)
    assert marked == [(str(q.number), str(q.points)) for q in papers[form].questions]


@pytest.mark.parametrize("form", FORMS)
def test_options_stand_in_the_order_of_the_paper(papers, files, form):
    file = docx.Document(BytesIO(files[f"x-{form}.docx"]))
    said = "\n".join(p.text for p in file.paragraphs)
    on_paper = pdf_text(files[f"x-{form}.pdf"])
    for question in papers[form].questions:
        item = question.item.arranged(question.shuffled)
        if item.asked() == [item.stem] and len(item.choices()) == 1:
            options = [plain(option.text) for option in item.choices()[0]]
            assert "\n".join(options) in said
            assert all(squeezed(option) in on_paper for option in options)


def test_paper_and_sheet_tell_no_answer(papers, files):
    reasons = {
        squeezed(plain(reason.text))
        for question in papers["A"].questions
        for reason in question.item.reasons()
    }
    for name in ("x-A.docx", "x-B.docx", "x-answer-sheet.docx"):
        file = docx.Document(BytesIO(files[name]))
        said = squeezed("".join(t.text or "" for t in file.element.body.iter(qn("w:t"))))
        assert not [reason for reason in reasons if reason in said]
        assert "●" not in said
        assert "■" not in said


def test_the_key_has_each_key_and_each_reason(papers, files):
    file = docx.Document(BytesIO(files["x-key.docx"]))
    said = "".join(t.text or "" for t in file.element.body.iter(qn("w:t")))
    for paper in papers.values():
        for question in paper.questions:
            item = question.item.arranged(question.shuffled)
            assert plain(item.key()) in said
            assert all(plain(reason.text) in said for reason in item.reasons())
    # The answers of each form are numbered from 1.
    numbers = [number_of(p) for p in file.paragraphs if p.style.name == "试题"]
    assert len(set(numbers)) == 2


def test_every_kind_has_a_form_in_word(files):
    from publishing.papers.sheet_blocks import item_blocks

    for item in load_bank():
        if not item.self_rated:
            assert list(item_blocks(item))


def test_a_list_of_items_makes_a_paper_that_can_be_marked(tmp_path: Path, capsys):
    listed = tmp_path / "items.txt"
    listed.write_text("c03-split\nc02-distrust\n", encoding="utf-8")
    options = ["--seed", "1", "--list", str(listed)]
    assert main([*options, "--folder", str(tmp_path / "out")]) == 0
    made = {Path(line).suffix for line in capsys.readouterr().out.split()}
    assert made == {".pdf", ".docx"}

    from publishing.papers.marking.__main__ import main as mark

    template = ["--template", "--form", "A", "--out", str(tmp_path / "marking")]
    assert mark([*options, *template]) == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--list", "nowhere.txt"], "读不到题目清单 nowhere.txt"),
        (["--include", "c02-nothing"], "题库里没有 c02-nothing"),
        (["--include", "c02-card-five"], "靠学员自评"),
    ],
)
def test_items_that_cannot_be_asked_are_told(tmp_path, capsys, options, told):
    assert main(["--seed", "1", *options, "--folder", str(tmp_path / "out")]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
