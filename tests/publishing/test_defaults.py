"""A course's ``_config.yml`` overrides the settings shared by all courses."""

import pytest
from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from publishing.build.defaults import SETTINGS

COURSE = """\
id: small
title: 小课
short_title: 小课
author: 某人
source: {file: book/source.txt, title: 题目, sha256: SHA}
"""
CONFIG = """\
latex: {use_jupyterbook_latex: false}
sphinx:
  config:
    extensions: [publishing]
"""


@pytest.fixture
def settings(tmp_path):
    """Return the settings of Sphinx for a `_config.yml`, as started by Jupyter Book."""
    (tmp_path / "course.yml").write_text(COURSE.replace("SHA", "a" * 64), encoding="utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: book/index\n", encoding="utf-8")
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "index.md").write_text("# 小课\n", encoding="utf-8")

    def read(more=""):
        (tmp_path / "_config.yml").write_text(CONFIG + more, encoding="utf-8")
        told = {
            "external_toc_path": str(tmp_path / "_toc.yml"),
            "latex_individualpages": False,
        }
        overrides, _ = get_final_config(
            user_yaml=tmp_path / "_config.yml", cli_config=told, sourcedir=tmp_path
        )
        with patch_docutils(None), docutils_namespace(), pytest.MonkeyPatch.context() as patch:
            # The speech does not matter here; the real one must match a hash.
            patch.setattr("publishing.sources.load_bank", lambda _: None)
            patch.setattr("publishing.sources.check_settings", lambda *_: None)
            patch.setattr("publishing.pages.exam.plans.course_plans", lambda _: ())
            return Sphinx(
                tmp_path,
                None,
                tmp_path / "out",
                tmp_path / "doctrees",
                "html",
                confoverrides=overrides,
                status=None,
            ).config

    return read


def test_what_the_file_does_not_name_is_as_all_courses_have_it(settings):
    config = settings()
    assert {name: config[name] for name in SETTINGS} == SETTINGS
    assert "sphinx_togglebutton" not in config.extensions


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ("    numfig: true\n", "numfig", True),
        ("execute: {timeout: 5}\n", "nb_execution_timeout", 5),
        ("only_build_toc_files: true\n", "external_toc_exclude_missing", True),
    ],
)
def test_what_the_file_names_stands_also_where_it_is_jupyter_books_default(
    settings, more, name, value
):
    assert SETTINGS[name] != value
    assert settings(more)[name] == value
