"""Exercises on paper; their answers are set aside for the teacher's edition."""

from __future__ import annotations

from docutils import nodes

from exercises import sheet
from publishing.handout.base import TypstVisitor
from publishing.handout.markup import flag, string, words
from publishing.handout.pages import Page


class ExerciseVisitor(TypstVisitor):
    """Visits the exercises.

    Parameters
    ----------
    document
        The page's doctree, its references resolved.
    page
        The page.
    """

    def __init__(self, document: nodes.document, page: Page) -> None:
        super().__init__(document, page)
        #: The page's title.
        self.title = ""
        self._answers: list[str] = []
        self._question: list[str] = []

    @property
    def answers_markup(self) -> str:
        """The answers to the page's exercises; empty if it has none."""
        if not self._answers:
            return ""
        return f"#answers-of({string(self.title)})[\n{''.join(self._answers)}]\n"

    def visit_exercise(self, node: sheet.exercise) -> None:
        """Begin an exercise."""
        self.place(node)
        direction = next(node.findall(sheet.exercise_direction)).astext()
        self.add(
            f"#exercise({self.set_labels(*node['ids'])}, number: {string(node['number'])}, "
            f"kind: {string(node['label'])}, direction: {string(direction)})[\n"
        )

    def depart_exercise(self, node: nodes.Element) -> None:
        """End it."""
        self.add("]\n")

    def visit_exercise_stem(self, node: sheet.exercise_stem) -> None:
        """Begin the stem."""
        self.add("#stem[")

    depart_exercise_stem = depart_exercise

    def visit_exercise_direction(self, node: sheet.exercise_direction) -> None:
        """Leave out: the exercise has told it with its kind."""
        raise nodes.SkipNode

    def visit_exercise_options(self, node: sheet.exercise_options) -> None:
        """Begin the options."""
        self.add(f"#options({string(node['marker'])},\n")

    def depart_exercise_options(self, node: nodes.Element) -> None:
        """End the options."""
        self.add(")\n")

    def visit_exercise_option(self, node: sheet.exercise_option) -> None:
        """Begin an option."""
        self.add(f"({string(node['label'])}, [")

    def depart_exercise_option(self, node: sheet.exercise_option) -> None:
        """End the option."""
        self.add("]),\n")

    def visit_exercise_passage(self, node: sheet.exercise_passage) -> None:
        """Begin a passage to work on."""
        self.add("#passage[")

    depart_exercise_passage = depart_exercise

    def visit_exercise_blank(self, node: sheet.exercise_blank) -> None:
        """Set a blank."""
        self.add(f"#blank({node['number']}, {node['width']});")
        raise nodes.SkipNode

    def visit_exercise_words(self, node: sheet.exercise_words) -> None:
        """Begin the word list."""
        self.add("#word-list(")

    depart_exercise_words = depart_exercise_options

    def visit_exercise_word(self, node: sheet.exercise_word) -> None:
        """Begin a word."""
        self.add("[")

    def depart_exercise_word(self, node: sheet.exercise_word) -> None:
        """End the word."""
        self.add("], ")

    def visit_exercise_answer(self, node: sheet.exercise_answer) -> None:
        """Begin the answer, aside."""
        self._question, self._body = self._body, []
        exercise = node.parent
        self.place(exercise)
        self.add(
            f"#answer({string(self.page.docname + '#' + exercise['ids'][0])}, "
            f"number: {string(exercise['number'])}, kind: {string(exercise['label'])}, "
            f"key: {string(node['key'])})[\n"
        )

    def depart_exercise_answer(self, node: sheet.exercise_answer) -> None:
        """End the answer and go back to the exercise."""
        self.add("]\n")
        self._answers += self._body
        self._body = self._question

    def visit_exercise_reason(self, node: sheet.exercise_reason) -> None:
        """Begin a reason."""
        self.add(f"#reason({string(node['label'])}, right: {flag(node['right'])})[")

    depart_exercise_reason = depart_exercise

    def visit_exercise_source(self, node: sheet.exercise_source) -> None:
        """Set the list of sentences that the answer rests on, each with its page."""
        self.add("#sources(\n")
        for reference in node.findall(nodes.reference):
            label = self.follow(reference)
            self.add(f"({string(label or '')}, [{words(reference.astext())}]),\n")
        self.add(")\n")
        raise nodes.SkipNode
