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
    differs = """(spot, marked) =>
      (spot.getAttribute('aria-pressed') === 'true') !== marked.includes(spot.dataset.span)"""
    for spot in exercise.root.locator(SPOTS).element_handles():
        if spot.evaluate(differs, [*response]):
            yield spot
