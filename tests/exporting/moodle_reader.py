"""A strict reader of Moodle XML, by Moodle's published rules: any violation is an error.

It is not Moodle itself. The rules: every text with markup names its format; percentages are those
of Moodle's list; a single choice has one option of 100, and the positive options of a multiple
choice add up to 100; names and id numbers are unique; fields of a cloze match Moodle's own
patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

LISTED = {
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30",
    "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5",
}  # fmt: skip
ALLOWED = LISTED | {f"-{one}" for one in LISTED} | {"0"}
WITH_FORMAT = {
    "questiontext", "generalfeedback", "feedback", "hint", "subquestion", "graderinfo",
    "responsetemplate", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback",
}  # fmt: skip
COMMON = {
    "name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber",
    "hint", "tags",
}  # fmt: skip
COMBINED = {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"}
OWN = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "showstandardinstruction",
                    "answer", *COMBINED},
    "matching": {"shuffleanswers", "subquestion", *COMBINED},
    "essay": {"responseformat", "responserequired", "responsefieldlines", "attachments",
              "graderinfo", "responsetemplate"},
    "cloze": set(),
}  # fmt: skip
NUMBERINGS = {"none", "abc", "ABCD", "123", "iii", "IIII"}
LONGEST_ID, LONGEST_NAME = 100, 255

# As in Moodle's question/type/multianswer/questiontype.php.
FIELD = re.compile(
    r"\{(\d*):(SHORTANSWER|MULTICHOICE(?:_V)?):((?:.*?(?<!\\))(?:~.*?(?<!\\))*)\}", re.DOTALL
)
ANSWER = re.compile(
    r"(?:%(-?[0-9]+(?:[.,][0-9]*)?)%)(.+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$))"
    r"(?:#(.*?(?<!\\)(?=[~}]|$)))?(?:~|$)",
    re.DOTALL,
)


class BrokenRuleError(AssertionError):
    """The file violates a rule of the format."""


def need(met, rule: str, where: str) -> None:
    """Require that a rule is met."""
    if not met:
        raise BrokenRuleError(f"{where}: {rule}")


@dataclass
class Option:
    text: str
    percent: float
    feedback: str


@dataclass
class Read:
    """A question as read."""

    type: str
    category: str
    name: str
    id: str
    text: str
    after: str
    grade: float
    hint: str
    tags: list[str]
    single: bool = False
    shuffle: bool = False
    options: list[Option] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    fields: list[tuple[str, list[Option]]] = field(default_factory=list)
    points: str = ""


def read(content: bytes) -> list[Read]:
    """Read a file.

    Raises
    ------
    BrokenRuleError
        If it violates a rule.
    """
    quiz = ET.fromstring(content)
    need(quiz.tag == "quiz", "the root is quiz", quiz.tag)
    category, found = "", []
    for element in quiz:
        need(element.tag == "question", "quiz holds questions", element.tag)
        if element.get("type") == "category":
            category = text_of(element.find("category"))
            need(category.startswith("$course$/top/"), "a category begins at the top", category)
            continue
        need(category, "a category comes first", "quiz")
        found.append(question(element, category))
    for what in ("name", "id"):
        values = [getattr(one, what) for one in found]
        need(len(set(values)) == len(values), f"every {what} is unique", "quiz")
    return found


def text_of(element) -> str:
    """Return the text of an element, which must have exactly one."""
    need(element is not None, "the element is there", "?")
    texts = element.findall("text")
    need(len(texts) == 1, "one text an element", element.tag)
    return texts[0].text or ""


def question(element, category: str) -> Read:
    """Read one question and check the rules of its type."""
    type_, name = element.get("type"), text_of(element.find("name"))
    need(type_ in OWN, "the kind of question is known", name)
    tags = {child.tag for child in element}
    need(tags <= COMMON | OWN[type_], f"no strange element: {tags - COMMON - OWN[type_]}", name)
    need(tags >= OWN[type_] | COMMON - {"hint"}, "all elements of the kind are there", name)
    for part in element.iter():
        formatted = part.tag in WITH_FORMAT or (part.tag == "answer" and part.get("fraction"))
        if formatted:
            need(part.get("format") == "html", f"{part.tag} says its format", name)
        if part.get("fraction") is not None:
            need(part.get("fraction") in ALLOWED, f"{part.get('fraction')} is in the list", name)
    id_ = element.findtext("idnumber")
    need(0 < len(id_) <= LONGEST_ID, "the id number fits", name)
    need(0 < len(name) <= LONGEST_NAME, "the name fits", name)
    hint = element.find("hint")
    got = Read(
        type_,
        category,
        name,
        id_,
        text_of(element.find("questiontext")),
        text_of(element.find("generalfeedback")),
        float(element.findtext("defaultgrade")),
        "" if hint is None else text_of(hint),
        [text_of(tag) for tag in element.find("tags")],
    )
    need(got.text.strip(), "there is a text", name)
    {"multichoice": choice, "matching": matching, "essay": essay, "cloze": cloze}[type_](
        element, got
    )
    return got


def flag(element, tag: str, name: str) -> bool:
    """Read a boolean."""
    value = element.findtext(tag)
    need(value in {"true", "false"}, f"{tag} is true or false", name)
    return value == "true"


def choice(element, got: Read) -> None:
    """Read a single or multiple choice."""
    got.single = flag(element, "single", got.name)
    got.shuffle = flag(element, "shuffleanswers", got.name)
    need(element.findtext("answernumbering") in NUMBERINGS, "the numbering is known", got.name)
    for answer in element.findall("answer"):
        got.options.append(
            Option(text_of(answer), float(answer.get("fraction")), text_of(answer.find("feedback")))
        )
    percents = [option.percent for option in got.options]
    need(len(percents) > 1, "there are two options", got.name)
    need(all(option.text for option in got.options), "no option is empty", got.name)
    if got.single:
        need(max(percents) == 100, "an option of a choice of one has 100", got.name)
    else:
        total = sum(percent for percent in percents if percent > 0)
        need(abs(total - 100) < 0.001, f"the right options add up to 100, not {total}", got.name)


def matching(element, got: Read) -> None:
    """Read a matching question."""
    flag(element, "shuffleanswers", got.name)
    for pair in element.findall("subquestion"):
        got.pairs.append((text_of(pair), text_of(pair.find("answer"))))
    need(all(right for _, right in got.pairs), "every option has a text", got.name)
    need(sum(bool(left) for left, _ in got.pairs) >= 2, "there are two premises", got.name)
    need(len({right for _, right in got.pairs}) >= 2, "there are two options", got.name)


def essay(element, got: Read) -> None:
    """Read an essay question."""
    formats = {"editor", "editorfilepicker", "plain", "monospaced", "noinline"}
    need(element.findtext("responseformat") in formats, "the form is known", got.name)
    got.points = text_of(element.find("graderinfo"))


def cloze(_, got: Read) -> None:
    """Read the fields in a text; the rest must not contain parts of fields."""
    for weight, sort, inside in FIELD.findall(got.text):
        need(weight == "1", "a field weighs one point", got.name)
        options, end = [], 0
        for found in ANSWER.finditer(inside):
            need(found.start() == end, f"a field is read to its end: {inside[end:]}", got.name)
            end = found.end()
            need(found[1] in ALLOWED, f"{found[1]} is in the list", got.name)
            options.append(Option(bare(found[2]), float(found[1]), bare(found[3] or "")))
        need(end == len(inside), f"a field is read to its end: {inside[end:]}", got.name)
        need(any(option.percent == 100 for option in options), "a field has a key", got.name)
        got.fields.append((sort, options))
    need(got.fields, "a cloze has fields", got.name)
    left = FIELD.sub("", got.text)
    need(not re.search(r"\{\d*:", left), "every field is read", got.name)
    need(len(got.fields) == got.grade, "its marks are those of its fields", got.name)


def bare(text: str) -> str:
    """Remove the escapes of a field."""
    return re.sub(r"\\(.)", r"\1", text)
