"""How a reader answers each kind: by keyboard, and by a pointer."""

from tests.browser.reader import Exercise

#: More presses than any exercise has stops or any list has entries.
LIMIT = 40

FIELDS = ".gap :is(input, select)"


class Keyboard:
    """Answers with nothing but keys, from wherever the focus is."""

    def __init__(self, exercise: Exercise):
        self.exercise = exercise
        self.press = exercise.page.keyboard.press

    def use(self, action):
        self._tab_to(self.exercise.button(action))
        self.press("Enter")

    def answer(self, response):
        kind = self.exercise.root.get_attribute("data-kind")
        {"single": self._pick, "multiple": self._tick, "cloze": self._fill}[kind](response)

    def _pick(self, response):
        self._tab_to(self.exercise.root.locator("input[type=radio]").first)
        self.press("Space")
        self._press_until(lambda: self.exercise.response == response, "ArrowDown")

    def _tick(self, response):
        for box in self.exercise.root.locator("input[type=checkbox]").all():
            if box.is_checked() != (box.get_attribute("value") in response):
                self._tab_to(box)
                self.press("Space")

    def _fill(self, response):
        fields = self.exercise.root.locator(FIELDS).all()
        for field, text in zip(fields, response.values(), strict=True):
            self._tab_to(field)
            if is_list(field):
                self.press("Home")
                self._press_until(
                    lambda field=field, text=text: field.input_value() == text, "ArrowDown"
                )
            else:
                self.press("Control+A")
                self.exercise.page.keyboard.type(text)

    def _tab_to(self, locator):
        self._press_until(
            lambda: locator.evaluate("(element) => element === document.activeElement"), "Tab"
        )

    def _press_until(self, done, key):
        for _ in range(LIMIT):
            if done():
                return
            self.press(key)
        message = f"{key} never gets there"
        raise AssertionError(message)


class Pointer:
    """Answers by clicking, or by tapping."""

    def __init__(self, exercise: Exercise, *, touch: bool):
        self.exercise = exercise
        self.touch = touch

    def use(self, action):
        self._hit(self.exercise.button(action))

    def answer(self, response):
        if self.exercise.root.get_attribute("data-kind") == "cloze":
            self._fill(response)
        else:
            self._pick(response)

    def _pick(self, response):
        for label in self.exercise.root.locator(".exercise-options label").all():
            if {label.locator("input").input_value()} & {*response, *response.values()}:
                self._hit(label)

    def _fill(self, response):
        fields = self.exercise.root.locator(FIELDS).all()
        for field, text in zip(fields, response.values(), strict=True):
            if is_list(field):
                field.select_option(text)
            else:
                self._hit(field)
                self.exercise.page.keyboard.type(text)

    def _hit(self, locator):
        if self.touch:
            locator.tap()
        else:
            locator.click()


def is_list(field):
    return field.evaluate("(field) => field.tagName") == "SELECT"
