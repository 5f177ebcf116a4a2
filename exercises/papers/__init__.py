"""Test papers: drawn from the bank by a blueprint and a seed.

The same blueprint, bank and seed result in the same paper everywhere: on the page
(``exercises/web/src/sample.js`` is the twin of :mod:`exercises.papers.sample`)
and in print::

    from course import Course
    from exercises import load_bank
    from exercises.papers import load_blueprint, sample

    course = Course.at()
    paper = sample(load_blueprint(course, "final"), load_bank(course), "2023")
    for question in paper.questions:
        print(question.number, question.points, question.item.stem)
"""

from exercises.papers.blueprint import Blueprint, BlueprintError, Part, Row
from exercises.papers.chosen import Chosen, ChosenError, listed_plan, read_list
from exercises.papers.derive import chapter_blueprint
from exercises.papers.matched import UnmatchedError, matched
from exercises.papers.paper import Paper, Question, drawn, sample
from exercises.papers.plan import Candidate, Draw, Plan, compile_plan
from exercises.papers.read import load_blueprint, read_blueprint, read_blueprints
from exercises.papers.sample import draw, normalise_seed
from exercises.papers.shuffle import shuffle

__all__ = [
    "Blueprint",
    "BlueprintError",
    "Candidate",
    "Chosen",
    "ChosenError",
    "Draw",
    "Paper",
    "Part",
    "Plan",
    "Question",
    "Row",
    "UnmatchedError",
    "chapter_blueprint",
    "compile_plan",
    "draw",
    "drawn",
    "listed_plan",
    "load_blueprint",
    "matched",
    "normalise_seed",
    "read_blueprint",
    "read_blueprints",
    "read_list",
    "sample",
    "shuffle",
]
