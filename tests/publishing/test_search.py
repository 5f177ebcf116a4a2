"""The search finds all paragraphs that contain the words, and no others."""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path

import pytest

from tests.this_course import load_speech

FINDER = Path(__file__).with_name("find_all.mjs")
TEXTS = [paragraph.text for paragraph in load_speech().paragraphs]
BARE = [re.sub(r"[^\w+>]", "", text) for text in TEXTS]


def found_by_the_page(queries: list[str], texts: list[str] = TEXTS) -> list[list]:
    given = json.dumps({"texts": texts, "queries": queries})
    done = subprocess.run(["node", FINDER], input=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def paragraphs_with(*words: str) -> list[int]:
    return [i for i, bare in enumerate(BARE) if all(word in bare for word in words)]


def test_every_two_neighbouring_characters_are_found_where_they_stand_and_nowhere_else():
    pairs = sorted({bare[i : i + 2] for bare in BARE for i in range(len(bare) - 1)})
    assert len(pairs) > 3000
    hits = found_by_the_page(pairs)
    for pair, hit in zip(pairs, hits, strict=True):
        assert [i for i, _ in hit] == paragraphs_with(pair), pair


def test_longer_runs_are_found_with_and_without_their_punctuation():
    random_ = random.Random(20230418)
    queries, wanted = [], []
    for _ in range(500):
        paragraph = random_.randrange(len(TEXTS))
        start = random_.randrange(len(TEXTS[paragraph]) - 4)
        typed = TEXTS[paragraph][start : start + random_.randrange(4, 30)]
        bare = re.sub(r"[^\w+>]", "", typed)
        if len(bare) < 2:
            continue
        for query in (typed, bare):
            queries.append(query)
            wanted.append(paragraphs_with(bare))
    for query, hit, where in zip(queries, found_by_the_page(queries), wanted, strict=True):
        assert [i for i, _ in hit] == where, query


@pytest.mark.parametrize("query", ["全覆盖 换届", "换届　全覆盖"])
def test_several_words_must_all_be_there(query):
    (hit,) = found_by_the_page([query])
    assert [i for i, _ in hit] == paragraphs_with("全覆盖", "换届")


def test_what_is_shown_as_found_is_the_text_with_its_punctuation():
    ((hit,),) = found_by_the_page(
        ["发现问题形成震慑推动改革"], ["方针是“发现问题、形成震慑，推动改革”。"]
    )
    assert hit == [0, ["发现问题、形成震慑，推动改革"]]


@pytest.mark.parametrize("query", ["１６字方针", "16字方针", "1+1>2", "１＋１＞２"])
def test_width_does_not_matter(query):
    (hit,) = found_by_the_page([query])
    assert hit
