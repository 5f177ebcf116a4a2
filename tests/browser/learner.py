"""What a reader answers with: a keyboard, or a pointer; ``answering/`` knows how each kind asks."""

import math
import time
from importlib import import_module

from playwright.sync_api import Locator

from tests.browser.reader import Exercise

#: More presses than any exercise has stops or any list has entries.
LIMIT = 40

IS_CHECKED = "(box) => box.checked"
FIELDS = ".gap :is(input, select)"

#: Milliseconds that a finger rests between two taps at one place, which would be one tap if they
#: came sooner, and pixels that another place is away.
FINGER_REST, ANOTHER_PLACE = 450, 40


class Keyboard:
    """Answers with nothing but keys, from wherever the focus is."""

    def __init__(self, exercise: Exercise):
        self.exercise = exercise
        self.press = exercise.page.keyboard.press
        self.type = exercise.page.keyboard.type

    def use(self, action):
        self.tab_to(self.exercise.button(action))
        self.press("Enter")

    def answer(self, response):
        answering(self.exercise.kind).by_keyboard(self, response)

    def tick(self, response):
        """Tick the boxes whose values are slots of the response, and no others."""
        for box in self.exercise.root.locator("input[type=checkbox]").element_handles():
            if box.evaluate(
                "(box, slots) => box.checked !== slots.includes(box.value)", [*response]
            ):
                self.tab_to(box)
                self.press("Space")

    def fill(self, response):
        """Fill the gaps in their order."""
        fields = self.exercise.root.locator(FIELDS).all()
        for field, text in zip(fields, response.values(), strict=True):
            self.tab_to(field)
            if is_list(field):
                self.press("Home")
                self.press_until(field, "(list, text) => list.value === text", "ArrowDown", text)
            else:
                self.press("Control+A")
                self.type(text)

    def turn(self, part):
        """Take the step that shows a part, if it is not to be seen yet."""
        if not self.exercise.root.locator(part).is_visible():
            self.use("submit")

    def choose(self, group, value):
        """Choose one of the radio buttons of a group."""
        self.press_until(group, "(group) => group.querySelector('input:focus') !== null", "Tab")
        wanted = group.locator(f'input[value="{value}"]').element_handle()
        if not wanted.evaluate(IS_CHECKED):
            self.press("Space")
            self.press_until(wanted, IS_CHECKED, "ArrowDown")

    def tab_to(self, element):
        self.press_until(element, "(element) => element === document.activeElement", "Tab")

    def press_until(self, element, done, key, asked=None):
        """Press a key until a script says of an element (or of a locator's) that it is done."""
        # Asked of the element itself, it is not looked for after each press.
        handle = element.element_handle() if isinstance(element, Locator) else element
        for _ in range(LIMIT):
            if handle.evaluate(done, asked):
                return
            self.press(key)
        message = f"{key} never gets there"
        raise AssertionError(message)


class Pointer:
    """Answers by clicking, or by tapping."""

    #: When and where there was a tap, be it in another exercise of the page.
    _tapped, _place = 0.0, (0.0, 0.0)

    def __init__(self, exercise: Exercise, *, touch: bool):
        self.exercise = exercise
        self.touch = touch
        self.type = exercise.page.keyboard.type

    def use(self, action):
        self.hit(self.exercise.button(action))

    def answer(self, response):
        answering(self.exercise.kind).by_pointer(self, response)

    def pick(self, response):
        """Hit the options whose values are slots or values of the response."""
        for label in self.exercise.root.locator(".exercise-options label").all():
            if {label.locator("input").input_value()} & {*response, *response.values()}:
                self.hit(label)

    def fill(self, response):
        """Fill the gaps in their order."""
        fields = self.exercise.root.locator(FIELDS).all()
        for field, text in zip(fields, response.values(), strict=True):
            if is_list(field):
                field.select_option(text)
            else:
                self.hit(field)
                self.type(text)

    def hit(self, locator):
        if self.touch:
            self._rest(locator)
            locator.tap()
            Pointer._tapped = time.monotonic()
        else:
            locator.click()

    def _rest(self, locator):
        """Wait as long as a finger does that taps again where it has just tapped (one-act.js)."""
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        place = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        if math.dist(place, self._place) < ANOTHER_PLACE:
            rested = (time.monotonic() - self._tapped) * 1000
            self.exercise.page.wait_for_timeout(max(FINGER_REST - rested, 0))
        Pointer._place = place


def answering(kind):
    """Give the module that knows how a kind is answered."""
    return import_module(f"tests.browser.answering.{kind.replace('-', '_')}")


def is_list(field):
    return field.evaluate("(field) => field.tagName") == "SELECT"
