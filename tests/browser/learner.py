"""How a reader answers each kind: by keyboard, and by a pointer."""

from tests.browser.reader import Exercise
from tests.this_course import load_bank

#: More presses than any exercise has stops or any list has entries.
LIMIT = 40

#: What a reader writes who is asked for an answer in words.
OWN_WORDS = "因为两件事是一个整体。"

FIELDS = ".gap :is(input, select)"
SPOTS = "button.spot"
CARDS = "[role=radiogroup]"
STEPS = "ol.ordering > li"


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
        {
            "single": self._pick,
            "multiple": self._tick,
            "cloze": self._fill,
            "tree": self._fill,
            "mark": self._mark,
            "categorise": self._sort,
            "scenario": self._decide,
            "short": self._write,
            "flashcard": self._recall,
            "true-false": self._judge,
            "matching": self._fill,
            "ordering": self._arrange,
        }[kind](response)

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

    def _mark(self, response):
        for spot in self.exercise.root.locator(SPOTS).all():
            if is_marked(spot) != (spot.get_attribute("value") in response):
                self._tab_to(spot)
                self.press("Space")

    def _sort(self, response):
        for card in self.exercise.root.locator(CARDS).all():
            if slot_of(card) in response:
                self._choose(card, response[slot_of(card)])

    def _decide(self, response):
        steps = self.exercise.root.locator(".step")
        for number, choice in enumerate(response.values()):
            if not steps.nth(number).is_visible():
                self.press("Enter")
            self._choose(steps.nth(number), choice)

    def _write(self, response):
        self._tab_to(self.exercise.root.locator("textarea"))
        self.press("Control+A")
        self.exercise.page.keyboard.type(response.get("text", OWN_WORDS))
        self._turn(".points")
        self._tick(response)

    def _recall(self, response):
        self._turn(".ratings")
        self._choose(self.exercise.root.locator(".ratings"), response["recall"])

    def _judge(self, response):
        judgement, correction = judged(response)
        groups = self.exercise.root.locator(CARDS)
        self._choose(groups.nth(0), judgement)
        if correction:
            self._choose(groups.nth(1), correction)

    def _arrange(self, response):
        for place, text in enumerate(steps(self.exercise, response)):
            row = self.exercise.root.locator(STEPS, has_text=text)
            self._tab_to(row.locator("button").first)
            self._press_until(lambda row=row, place=place: place_of(row) == place, "ArrowUp")
        if self.exercise.response != response:
            # It stands as it should, but nobody has touched it.
            self.press("ArrowUp")
            self.press("ArrowDown")

    def _turn(self, part):
        if not self.exercise.root.locator(part).is_visible():
            self.use("submit")

    def _choose(self, group, value):
        self._press_until(
            lambda: group.evaluate(
                "(group) => group.querySelector('input:focus') !== null",
            ),
            "Tab",
        )
        wanted = group.locator(f'input[value="{value}"]')
        if not wanted.is_checked():
            self.press("Space")
            self._press_until(wanted.is_checked, "ArrowDown")

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
        kind = self.exercise.root.get_attribute("data-kind")
        {
            "cloze": self._fill,
            "tree": self._fill,
            "mark": self._mark,
            "categorise": self._sort,
            "scenario": self._decide,
            "short": self._write,
            "flashcard": self._recall,
            "true-false": self._judge,
            "matching": self._fill,
            "ordering": self._arrange,
        }.get(kind, self._pick)(response)

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

    def _mark(self, response):
        for spot in self.exercise.root.locator(SPOTS).all():
            if is_marked(spot) != (spot.get_attribute("value") in response):
                self._hit(spot)

    def _sort(self, response):
        for card in self.exercise.root.locator(CARDS).all():
            if slot_of(card) in response:
                self._hit(card.locator(f'label:has([value="{response[slot_of(card)]}"])'))

    def _decide(self, response):
        steps = self.exercise.root.locator(".step")
        for number, choice in enumerate(response.values()):
            if not steps.nth(number).is_visible():
                self.use("submit")
            self._hit(steps.nth(number).locator(f"label:has([value={choice}])"))

    def _write(self, response):
        self._hit(self.exercise.root.locator("textarea"))
        self.exercise.page.keyboard.type(response.get("text", OWN_WORDS))
        self.use("submit")
        self._pick(response)

    def _recall(self, response):
        self.use("submit")
        self._pick(response)

    def _judge(self, response):
        for value in filter(None, judged(response)):
            self._hit(self.exercise.root.locator(f"{CARDS} label:has([value={value}])"))

    def _arrange(self, response):
        wanted = steps(self.exercise, response)
        for _ in range(LIMIT):
            for place, text in enumerate(wanted):
                self._lift(self.exercise.root.locator(STEPS, has_text=text), place)
            # What is dragged past the window's edge may have gone further than it should.
            if self.exercise.response == response:
                return
        message = "the steps never stand in order"
        raise AssertionError(message)

    def _lift(self, row, place):
        while place_of(row) > place:
            if self.touch:
                self._hit(row.locator("button").first)
            else:
                self._drag(row, self.exercise.root.locator(STEPS).nth(place))

    def _drag(self, row, above):
        """Drag a row over another; held at the window's edge, it scrolls the page on its way."""
        mouse = self.exercise.page.mouse
        row.scroll_into_view_if_needed()
        goal = place_of(above)
        grip, top = row.locator(".handle").bounding_box(), above.bounding_box()["y"]
        x = grip["x"] + grip["width"] / 2
        mouse.move(x, grip["y"] + grip["height"] / 2)
        mouse.down()
        mouse.move(x, max(top + 2, 2), steps=5)
        self.exercise.page.wait_for_function(
            "([row, place]) => [...row.parentElement.children].indexOf(row) <= place",
            arg=[row.element_handle(), goal],
        )
        mouse.up()

    def _hit(self, locator):
        if self.touch:
            locator.tap()
        else:
            locator.click()


def is_marked(spot):
    return spot.get_attribute("aria-pressed") == "true"


def slot_of(card):
    """Give the slot of a card, with which the names of its inputs end."""
    return card.locator("input").first.get_attribute("name").rpartition("-")[2]


def is_list(field):
    return field.evaluate("(field) => field.tagName") == "SELECT"


def judged(response):
    """Split the answer to a statement into the judgement and the correction, if there is one."""
    answer = response["answer"]
    return (answer, "") if answer in {"true", "false"} else ("false", answer)


def steps(exercise, response):
    """Give the texts of steps in the order of a response."""
    # From the bank: in Jupyter the page holds no data of the exercise.
    face = load_bank().item(exercise.root.get_attribute("data-item")).face()
    texts = {step["id"]: step["text"] for step in face["steps"]}
    return [texts[id_] for id_ in response.values()]


def place_of(row):
    """Give the place of an entry in its list, from 0."""
    return row.evaluate("(row) => [...row.parentElement.children].indexOf(row)")
