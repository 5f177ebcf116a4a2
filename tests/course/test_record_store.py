"""The record store in ``course.yml``: a public address, and no key."""

from __future__ import annotations

import re

import pytest

from course import FILE, Course
from course.settings import SettingsError, settings_schema
from tests.exercises.banks import write_course


def named(folder, address, of="某某学院学习记录库"):
    """Write a course with a record store."""
    file = write_course(folder).root / FILE
    settings = file.read_text(encoding="utf-8")
    file.write_text(f'{settings}record_store:\n  address: "{address}"\n  of: "{of}"\n', "utf-8")
    return Course.at(folder)


@pytest.mark.parametrize(
    ("address", "kept", "host"),
    [
        ("https://lrs.example.org/xAPI", "https://lrs.example.org/xAPI/", True),
        ("https://lrs.example.org:8443/a/xAPI/", "https://lrs.example.org:8443/a/xAPI/", True),
        ("https://lrs.example.org", "https://lrs.example.org/", True),
        ("/xapi", "/xapi/", False),
        ("/学习/xapi", None, False),
    ],
)
def test_an_address_is_kept_with_a_slash_at_its_end(tmp_path, address, kept, host):
    course = named(tmp_path, address)
    if kept is None:
        with pytest.raises(SettingsError, match="写法不对"):
            _ = course.settings
        return
    store = course.settings.record_store
    assert (store.address, bool(store.host)) == (kept, host)
    pattern = settings_schema()["$defs"]["RecordStore"]["properties"]["address"]["pattern"]
    assert re.search(pattern, address)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://lrs.example.org/xAPI", "不加密"),
        ("https://name:secret@lrs.example.org/xAPI", "不能有密钥"),
        ("https://lrs.example.org/xAPI?key=secret", "不能有密钥"),
        ("https://lrs.example.org/xAPI; script-src *", "写法不对"),
        ("https://*.example.org/xAPI", "写法不对"),
        ("//lrs.example.org/xAPI", "写法不对"),
        ("lrs.example.org/xAPI", "写法不对"),
        ("", "写法不对"),
        ("/", "写法不对"),
    ],
)
def test_a_fault_names_line_and_field_and_how_to_fix_it(tmp_path, address, problem):
    with pytest.raises(SettingsError) as stopped:
        _ = named(tmp_path, address).settings
    faults = [str(fault) for fault in stopped.value.faults]
    (fault,) = [one for one in faults if "record_store" in one]
    assert re.match(r"course\.yml:\d+: 字段 record_store\.address：", fault)
    assert problem in fault
    assert "请" in fault
    pattern = settings_schema()["$defs"]["RecordStore"]["properties"]["address"]["pattern"]
    assert not re.search(pattern, address)


def test_a_course_names_none_unless_it_says_so(tmp_path):
    assert write_course(tmp_path).settings.record_store is None
