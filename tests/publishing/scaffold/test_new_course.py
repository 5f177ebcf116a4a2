"""``python -m publishing new``: each type of text results in a valid course that builds."""

import hashlib
import re
import zipfile

import pytest
import yaml

from course import Course
from course.contents import page_names
from exercises import load_bank
from exercises.__main__ import main as exercises
from publishing.__main__ import main
from speech import load_speech
from tests.publishing.scaffold.making import forked, make
from tests.publishing.scaffold.texts import (
    CHAPTERS,
    COUNTED,
    LATIN,
    MARKDOWN,
    PLAIN,
    SIGNED,
    TEXTS,
    WRAPPED,
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_of_each_sort_gives_a_course_that_passes_every_check(tmp_path, text, capsys):
    folder = make(tmp_path / "made", text)
    assert exercises(["--course", str(folder), "check"]) == 0, capsys.readouterr().err
    stored = (folder / "book" / "source.txt").read_bytes()
    assert stored == text.encode()
    course = Course.at(folder)
    assert course.settings.source.sha256 == hashlib.sha256(stored).hexdigest()
    shown = [
        reference
        for page in page_names(course)
        for reference in re.findall(
            r"\{speech\} (\S+)", (folder / f"{page}.md").read_text(encoding="utf-8")
        )
    ]
    assert shown == [paragraph.id for paragraph in load_speech(course).paragraphs]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "课文.txt"]


def titles(folder):
    course = Course.at(folder)
    return [
        (folder / chapter.file.parents[2] / f"{chapter.page}.md")
        .read_text(encoding="utf-8")
        .split("\n# ")[1]
        .partition("\n")[0]
        for chapter in load_bank(course).chapters
    ]


def test_a_text_without_headings_is_cut_into_even_chapters_named_by_their_first_words(tmp_path):
    folder = make(tmp_path / "xunzi", PLAIN)
    assert titles(folder) == ["第一章　君子曰", "第二章　登高而招"]
    settings = Course.at(folder).settings
    assert (settings.id, settings.title) == ("xunzi", "《劝学》研读课程")
    assert (settings.source.title, settings.source.publisher) == ("劝学", "荀子")
    assert settings.source.headings == ()


def test_counted_headings_open_chapters_and_sections(tmp_path):
    folder = make(tmp_path / "made", COUNTED)
    assert titles(folder) == ["引言", "第一章　总体要求", "第二章　重点任务", "第三章　保障措施"]
    page = (folder / "book" / "c01.md").read_text(encoding="utf-8")
    assert re.findall(r"^###? (.+)", page, re.MULTILINE) == [
        "原文",
        "（一）指导思想",
        "（二）基本原则",
        "本章练习",
    ]
    speech = load_speech(Course.at(folder))
    assert speech.title == "关于推进“数字乡村”建设的意见"
    assert (speech.publisher, speech.date) == ("某某办公室", "2023-05-06")


def test_a_signed_text_with_a_salutation_and_numbers(tmp_path):
    folder = make(tmp_path / "made", SIGNED)
    speech = load_speech(Course.at(folder))
    assert speech.publisher == "某某街道办事处"
    assert speech.paragraphs[0].text == "同志们："
    assert titles(folder) == ["第一章　今天讲两件事"]
    whole = re.split(r"[\W]", "".join(paragraph.text for paragraph in speech.paragraphs))
    gaps = [item for item in load_bank(Course.at(folder)) if item.kind == "cloze"]
    assert gaps
    for item in gaps:
        words = [*item.gaps[0].answer, *item.words]
        assert set(words) <= set(whole), item.id


def test_parts_are_captions_labels_are_kept_and_empty_chapters_left_out(tmp_path):
    folder = make(tmp_path / "made", CHAPTERS)
    assert titles(folder) == ["第一章　总则", "第二章　方法", "第三章　考试不是目的"]
    contents = yaml.safe_load((folder / "_toc.yml").read_text(encoding="utf-8"))
    assert [part["caption"] for part in contents["parts"]] == [
        "第一编 入门",
        "第二编 提高",
        "温习",
        "附录",
    ]
    assert [heading.text for heading in load_speech(Course.at(folder)).headings][
        -1
    ] == "第四章 附则"


def test_markdown_headings_are_told_by_their_marks_and_escaped(tmp_path):
    folder = make(tmp_path / "made", MARKDOWN)
    assert Course.at(folder).settings.source.title == "《论语》论“学”*与*‘问’"
    assert titles(folder) == ["引言", r"第一章　\`何\`谓学 \{speech\} \$x\$", "第二章　“问”的意义"]


def test_wrapped_lines_are_one_paragraph_and_latin_words_keep_their_spaces(tmp_path):
    speech = load_speech(Course.at(make(tmp_path / "wrapped", WRAPPED)))
    assert [paragraph.line for paragraph in speech.paragraphs] == [3, 7]
    assert "而青于蓝；" in speech.paragraphs[0].text
    speech = load_speech(Course.at(make(tmp_path / "latin", LATIN)))
    assert speech.paragraphs[0].text.startswith("请用Windows 10 Pro打开Office，")


def test_a_list_is_no_row_of_headings(tmp_path):
    text = (
        "清单\n\n要带的有下面这些。一样也不能少。\n一、书\n二、笔\n三、纸\n带齐了再来。别忘了。\n"
    )
    assert Course.at(make(tmp_path / "made", text)).settings.source.headings == ()


def test_what_is_made_is_marked_for_its_author_and_not_for_learners(tmp_path):
    folder = make(tmp_path / "made", COUNTED)
    banks = [file.read_text(encoding="utf-8") for file in (folder / "exercises").rglob("c*.yml")]
    items = [item for bank in banks for item in yaml.safe_load(bank)["items"]]
    marks = sum(bank.count("请改写") for bank in banks)
    assert marks == len(items) + len(banks)
    assert f"共 {marks} 处" in (folder / "README.md").read_text(encoding="utf-8")
    assert not any("请改写" in str(item) for item in items)
    pages = "".join(file.read_text(encoding="utf-8") for file in (folder / "book").glob("*.md"))
    assert "请改写" not in pages


def test_the_author_names_things(tmp_path):
    options = [
        "--id",
        "my-course",
        "--title",
        "我的课",
        "--short-title",
        "课",
        "--author",
        "某人",
        "--called",
        "讲话",
    ]
    folder = make(
        tmp_path / "中文", PLAIN, *options, "--text-title", "荀子劝学", "--text-author", "荀况"
    )
    settings = Course.at(folder).settings
    assert (settings.id, settings.title, settings.short_title) == ("my-course", "我的课", "课")
    assert (settings.author, settings.source.called) == ("某人", "讲话")
    assert (settings.source.title, settings.source.publisher) == ("荀子劝学", "荀况")


def test_a_folder_whose_name_can_be_no_id_gets_one_from_the_text(tmp_path):
    settings = Course.at(make(tmp_path / "劝学", PLAIN)).settings
    assert settings.id == f"course-{settings.source.sha256[:8]}"


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "made").mkdir()
    assert (make(tmp_path / "made", PLAIN) / "course.yml").exists()


def test_the_report_says_what_was_recognised_and_what_to_look_at(tmp_path, capsys):
    make(tmp_path / "made", MARKDOWN)
    told = capsys.readouterr().out
    assert "题目：《论语》论“学”*与*‘问’" in told
    assert "第 7 行有 Markdown 的标记" in told


def test_a_made_course_builds_site_handout_papers_and_zip(tmp_path, capfd):
    folder = make(tmp_path / "made", MARKDOWN)
    failed = forked(
        *((task, "--quiet", "--course", str(folder)) for task in ("handout", "html")),
        ("papers", "--seed", "7", "--course", str(folder)),
        ("zip", "--course", str(folder)),
    )
    assert not failed, capfd.readouterr().err
    built = folder / "_build"
    full_text = (built / "html" / "book" / "fulltext.html").read_text(encoding="utf-8")
    headings = load_speech(Course.at(folder)).headings
    assert "本页是《〈论语〉论“学”*与*‘问’》全文" in full_text
    assert "**这一句**是&quot;引&quot;来的。" in full_text
    assert full_text.count('<h2 class="speech-heading">') == len(headings) == 7
    assert (built / "handout" / "handout-teacher.pdf").stat().st_size > 10_000
    assert len(list((built / "papers").glob("*.pdf"))) == 4
    assert "course/handout.pdf" in zipfile.ZipFile(built / "course.zip").namelist()


def test_help_is_given_in_chinese(capsys):
    with pytest.raises(SystemExit):
        main(["new", "--help"])
    assert "纯文本，UTF-8 编码" in capsys.readouterr().out
