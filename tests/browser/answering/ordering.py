"""Steps to put in order: by the arrows, or dragged."""

from tests.this_course import load_bank

STEPS = "ol.ordering > li"
#: More rounds than any list needs.
ROUNDS = 40
PLACE = "(row) => [...row.parentElement.children].indexOf(row)"


def by_keyboard(keyboard, response):
    exercise = keyboard.exercise
    for place, text in enumerate(_texts(exercise, response)):
        row = exercise.root.locator(STEPS, has_text=text)
        keyboard.tab_to(row.locator("button").first)
        keyboard.press_until(row, f"(row, place) => ({PLACE})(row) === place", "ArrowUp", place)
    if exercise.response != response:
        # It stands as it should, but nobody has touched it.
        keyboard.press("ArrowUp")
        keyboard.press("ArrowDown")


def by_pointer(pointer, response):
    exercise = pointer.exercise
    wanted = _texts(exercise, response)
    for _ in range(ROUNDS):
        for place, text in enumerate(wanted):
            _lift(pointer, exercise.root.locator(STEPS, has_text=text), place)
        # What is dragged past the window's edge may have gone further than it should.
        if exercise.response == response:
            return
    message = "the steps never stand in order"
    raise AssertionError(message)


def place_of(row):
    """Give the place of an entry in its list, from 0."""
    return row.evaluate(PLACE)


def _texts(exercise, response):
    """Give the texts of steps in the order of a response."""
    # From the bank: in Jupyter the page holds no data of the exercise.
    face = load_bank().item(exercise.root.get_attribute("data-item")).face()
    texts = {step["id"]: step["text"] for step in face["steps"]}
    return [texts[id_] for id_ in response.values()]


def _lift(pointer, row, place):
    while place_of(row) > place:
        if pointer.touch:
            pointer.hit(row.locator("button").first)
        else:
            _drag(pointer.exercise, row, pointer.exercise.root.locator(STEPS).nth(place))


def _drag(exercise, row, above):
    """Drag a row over another; held at the window's edge, it scrolls the page on its way."""
    mouse = exercise.page.mouse
    row.scroll_into_view_if_needed()
    goal = place_of(above)
    grip, top = row.locator(".handle").bounding_box(), above.bounding_box()["y"]
    x = grip["x"] + grip["width"] / 2
    mouse.move(x, grip["y"] + grip["height"] / 2)
    mouse.down()
    mouse.move(x, max(top + 2, 2), steps=5)
    exercise.page.wait_for_function(
        f"([row, place]) => ({PLACE})(row) <= place",
        arg=[row.element_handle(), goal],
    )
    mouse.up()
