"""Commands name the files they have made, or report one error."""

from pathlib import Path

import pytest

from course import NoCourseError
from course.commands import ended


class OwnError(ValueError):
    pass


def failing(error):
    def make():
        raise error

    return make


def test_what_was_made_is_named(capsys):
    assert ended(lambda: ["a.pdf", "b.pdf"], "没有做") == 0
    assert capsys.readouterr().out == "a.pdf\nb.pdf\n"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OwnError("缺一项；请补上"), "没有做：缺一项；请补上\n"),
        (NoCourseError(Path("nowhere")), "没有做：没有文件夹 nowhere；"),
        (PermissionError(13, "denied", "a.pdf"), "没有做：a.pdf 读不出或写不进去；请关闭"),
    ],
)
def test_what_stops_it_is_one_message(capsys, error, said):
    assert ended(failing(error), "没有做", OwnError) == 1
    told = capsys.readouterr()
    assert not told.out
    assert told.err.startswith(said)


@pytest.mark.parametrize("error", [OwnError(), OSError("of no file")])
def test_an_error_of_which_nobody_knows_is_not_hidden(error):
    with pytest.raises(type(error)):
        ended(failing(error), "没有做")
