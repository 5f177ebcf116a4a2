"""Typst markup for exercises; answers and cards to cut out are collected for the end."""

from __future__ import annotations

from docutils import nodes

from exercises import sheet
from publishing.handout.base import TypstVisitor
from publishing.handout.heights import exercise_height
from publishing.handout.inline_nodes import short
from publishing.handout.markup import array, flag, string, words
from publishing.handout.pages import Page
from publishing.handout.targets import Targets


class SheetVisitor(TypstVisitor):
    """Visits the nodes of which item kinds build their printable form.

    Entries are arguments of the enclosing call, whichever function it calls.
    """

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
        """Begin a passage to work on; if words are to be marked in it, it has wide leading."""
        wide = node.get("leading") == "wide"
        ours = isinstance(node.parent, sheet.exercise_draft)
        self.add(f"#passage(wide: {flag(wide)}, ours: {flag(ours)})[")

    def depart_exercise_passage(self, node: nodes.Element) -> None:
        """End the passage."""
        self.add("]\n")

    def visit_exercise_draft(self, node: sheet.exercise_draft) -> None:
        """Begin a draft, with its passages in a box."""
        self.add(f"#draft({string(node['title'])})[\n")

    depart_exercise_draft = depart_exercise_passage

    def visit_exercise_blank(self, node: sheet.exercise_blank) -> None:
        """Write a blank."""
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

    def visit_exercise_entries(self, node: sheet.exercise_entries) -> None:
        """Begin a list of entries, or two side by side, which are then arguments of one call."""
        if isinstance(node.parent, sheet.exercise_entries):
            self.add("(\n")
        else:
            opening = "side-by-side" if node["style"] == "two-columns" else "entries"
            self.add(f"#{opening}(\n")

    def depart_exercise_entries(self, node: sheet.exercise_entries) -> None:
        """End the list."""
        self.add("),\n" if isinstance(node.parent, sheet.exercise_entries) else ")\n")

    def visit_exercise_entry(self, node: sheet.exercise_entry) -> None:
        """Begin an entry of a list, a grid or a branch."""
        label = string(short(node["label"]))
        self.add(f"(label: {label}, room: {string(node['room'])}, body: [")
        if node.get("of") == "text":
            self.add("#speech-quotation[")

    def depart_exercise_entry(self, node: sheet.exercise_entry) -> None:
        """End the entry."""
        self.add("];" if node.get("of") == "text" else "")
        self.add("]),\n")

    def visit_exercise_grid(self, node: sheet.exercise_grid) -> None:
        """Begin a table with boxes to tick."""
        self.add(f"#tick-table(corner: {string(node['corner'])}, heads: {array(node['heads'])},\n")

    depart_exercise_grid = depart_exercise_options

    def visit_exercise_lines(self, node: sheet.exercise_lines) -> None:
        """Write lines to write on."""
        self.add(f"#writing-lines({node['count']})\n")
        raise nodes.SkipNode

    def visit_exercise_branch(self, node: sheet.exercise_branch) -> None:
        """Begin a branch; a nested one is an argument of the enclosing call."""
        inner = isinstance(node.parent, sheet.exercise_branch)
        self.add("branch(\n" if inner else "#tree(\n")

    def depart_exercise_branch(self, node: sheet.exercise_branch) -> None:
        """End the branch."""
        inner = isinstance(node.parent, sheet.exercise_branch)
        self.add("),\n" if inner else ")\n")

    def visit_exercise_scene(self, node: sheet.exercise_scene) -> None:
        """Begin a situation."""
        self.add("#scene[")

    depart_exercise_scene = depart_exercise_passage


class ExerciseVisitor(SheetVisitor):
    """Visits the exercises and their answers.

    Parameters
    ----------
    document
        The page's doctree, with references resolved.
    page
        The page.
    targets
        The possible targets of links.
    """

    def __init__(
        self, document: nodes.document, page: Page, targets: Targets | None = None
    ) -> None:
        super().__init__(document, page, targets)
        #: The page's title.
        self.title = ""
        #: The page's flashcards, as arguments of the call that sets the cards to cut out.
        self.cards_markup = ""
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
            f"kind: {string(node['label'])}, direction: {string(direction)}, "
            f"height: {round(exercise_height(node))}mm)[\n"
        )

    def depart_exercise(self, node: nodes.Element) -> None:
        """End the exercise."""
        self.add("]\n")

    def visit_exercise_stem(self, node: sheet.exercise_stem) -> None:
        """Begin the stem."""
        self.add("#stem[")

    depart_exercise_stem = depart_exercise

    def visit_exercise_direction(self, node: sheet.exercise_direction) -> None:
        """Skip: `visit_exercise` has read it."""
        raise nodes.SkipNode

    def visit_exercise_card(self, node: sheet.exercise_card) -> None:
        """Write a card's front, and collect the card itself for the end."""
        exercise = node.parent
        label = string(f"{self.page.docname}#{exercise['ids'][0]}")
        stem = next(exercise.findall(sheet.exercise_stem)).astext()
        self.add(f"#card({label}, [{words(node['front'])}])\n")
        self.cards_markup += (
            f"(exercise: {label}, number: {string(exercise['number'])}, stem: {string(stem)}, "
            f"front: {string(node['front'])}, back: {array(node['back'])}),\n"
        )
        raise nodes.SkipNode

    def visit_exercise_answer(self, node: sheet.exercise_answer) -> None:
        """Begin the answer, in a separate body."""
        self._question, self._body = self._body, []
        exercise = node.parent
        self.place(exercise)
        self.add(
            f"#answer({string(self.page.docname + '#' + exercise['ids'][0])}, "
            f"number: {string(exercise['number'])}, kind: {string(exercise['label'])}, "
            f"key: {string(node['key'])})[\n"
        )

    def depart_exercise_answer(self, node: sheet.exercise_answer) -> None:
        """End the answer and return to the exercise's body."""
        self.add("]\n")
        self._answers += self._body
        self._body = self._question

    def visit_exercise_reason(self, node: sheet.exercise_reason) -> None:
        """Begin a reason."""
        self.add(f"#reason({string(node['label'])}, right: {flag(node['right'])})[")

    depart_exercise_reason = depart_exercise

    def visit_exercise_source(self, node: sheet.exercise_source) -> None:
        """Write the list of sentences that the answer rests on, each with its page."""
        self.add("#sources(\n")
        for reference in node.findall(nodes.reference):
            label = self.follow(reference)
            self.add(f"({string(label)}, [{words(reference.astext())}]),\n")
        self.add(")\n")
        raise nodes.SkipNode
