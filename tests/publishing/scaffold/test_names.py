"""Names with marks: a course that is made can be built, or the option is refused."""

import pytest

from course import Course
from publishing.errors import CourseError
from publishing.scaffold.checking import check_sound
from tests.publishing.scaffold.making import make
from tests.publishing.scaffold.test_bad_texts import refused
from tests.publishing.scaffold.texts import PLAIN

HEADED = """\
{}
# ‘学’是什么？怎样“学
学不可以已。
## [学](y)**甲
青出于蓝。冰生于水。
# 《乐经》「乙」[^1]
"学"不可以已。
"""


@pytest.mark.parametrize(
    "title",
    [
        "《论语》十则",
        "《师说》",
        "论‘仁’",
        "论\"学\"'问'",
        "“学",
        "学》",
        "[学](y)",
        "**学**与~~问",
        "学[^1]",
    ],
)
def test_a_title_with_any_marks_makes_a_course(tmp_path, title):
    # `new` checks the texts of all pages.
    assert title in (make(tmp_path / "made", HEADED.format(title)) / "course.yml").read_text(
        encoding="utf-8"
    ).replace("\\", "")


def test_a_title_of_several_sentences_makes_a_course(tmp_path):
    make(tmp_path / "made", f"# 怎样“学？怎样问？\n{PLAIN}")


@pytest.mark.parametrize(
    "opening", ["『学』而时习之。", '"学"而时习之。', "[学](y)而时习之。", "**学**而。", "……", "“”"]
)
def test_a_chapter_named_by_its_first_words_has_no_marks(tmp_path, opening):
    make(tmp_path / "made", f"题目\n{opening}\n{opening}学不可以已。青出于蓝。\n")


def test_an_author_of_the_text_may_have_any_marks(tmp_path):
    make(tmp_path / "option", PLAIN, "--text-author", "“甲](《乙》")
    make(tmp_path / "line", PLAIN.replace("荀子", "来源：《人民日报》‘海外版"))


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        ("--called", "《x", "书名号不成对"),
        ("--called", "这篇“文章”", "引文“文章”与这篇“文章”原文不符"),
        ("--called", "](", "记号 ]( 会照样显示"),
        ("--title", "“x", "引号不成对"),
        ("--title", "论‘仁’", "用了“‘”作引号"),
        ("--title", "《孟子》导读", "文章里没有《孟子》"),
        ("--title", "论](y", "记号 ]( 会照样显示"),
        ("--text-author", "学\u200b", "有看不见的字符"),
        ("--short-title", "😀", "讲义的字体没有字符"),
        ("--author", "😀", "讲义的字体没有字符"),
    ],
)
def test_an_option_that_pages_cannot_show_is_refused_by_name(
    tmp_path, capsys, option, given, message
):
    file = tmp_path / "课文.txt"
    file.write_text(PLAIN, encoding="utf-8")
    said = refused(tmp_path / "made", file, capsys, option, given)
    assert said.startswith(f"课程没有建成：{option} 是“{given}”：")
    assert message in said


def test_an_option_of_several_lines_is_one_line(tmp_path):
    folder = make(tmp_path / "made", PLAIN, "--title", "甲\n- 乙　丙")
    assert Course.at(folder).settings.title == "甲 - 乙　丙"


def test_the_short_title_is_the_title_without_the_marks_around_all_of_it(tmp_path):
    def short(name, text, *options):
        return Course.at(make(tmp_path / name, text, *options)).settings.short_title

    assert short("whole", HEADED.format("《师说》")) == "师说"
    assert short("part", HEADED.format("《师说》读后")) == "〈师说〉读后"
    assert short("told", PLAIN, "--title", "《劝学》导读") == "《劝学》导读"


@pytest.mark.parametrize(
    ("slip", "message"),
    [
        ("\n讲的是“学。\n", "引号不成对"),
        ("\n讲的是“不学也行”。\n", "引文“不学也行”与文章原文不符"),
        ("\n```{only} html\n见《孟子》。\n```\n", "文章里没有《孟子》"),
        ("\n-学\n", "后面缺一个空格"),
    ],
)
def test_a_page_that_would_not_build_is_no_sound_page(tmp_path, slip, message):
    folder = make(tmp_path / "made", PLAIN)
    with (folder / "book" / "index.md").open("a", encoding="utf-8") as page:
        page.write(slip)
    with pytest.raises(CourseError, match=rf"book/index\.md:\d+：.*{message}"):
        check_sound(Course(folder))
