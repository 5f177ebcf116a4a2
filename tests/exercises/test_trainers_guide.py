"""What the README tells trainers is true."""

import re

from course.located import parse_yaml
from exercises.kinds.registry import kinds
from exercises.rules import rules
from tests.this_course import ROOT, load_bank, load_speech

GUIDE = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_example_is_a_sound_item_of_the_bank():
    # The guide also shows an entry of an index, which has no ``kind``.
    (example,) = re.findall(r"```yaml\n(- id: [^\n]*\n  kind: .*?)```", GUIDE, re.DOTALL)
    (raw,) = parse_yaml(example)
    item = kinds()[raw["kind"]].model_validate(raw, context=load_speech())
    assert item.version == load_bank().item(item.id).version


def test_the_items_that_it_shows_exist():
    shown = re.findall(r'(?:show|load)\("([a-z0-9-]+)"', GUIDE)
    assert shown
    for item_id in shown:
        assert load_bank().item(item_id)


def test_it_names_every_kind_and_every_rule():
    for name in (*kinds(), *rules()):
        assert f"`{name}`" in GUIDE
