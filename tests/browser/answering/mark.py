"""Words to mark: each is a button in the running text."""

SPOTS = ".spot[role=button]"


def by_keyboard(keyboard, response):
    for spot in _to_press(keyboard.exercise, response):
        keyboard.tab_to(spot)
        keyboard.press("Space")


def by_pointer(pointer, response):
    for spot in _to_press(pointer.exercise, response):
        pointer.hit(spot)


def _to_press(exercise, response):
    """Give the words whose state is not yet that of the response."""
    for spot in exercise.root.locator(SPOTS).all():
        is_marked = spot.get_attribute("aria-pressed") == "true"
        if is_marked != (spot.get_attribute("data-span") in response):
            yield spot
