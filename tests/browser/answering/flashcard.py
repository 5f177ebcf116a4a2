"""A card: turned, then rated."""

RATINGS = ".ratings"


def by_keyboard(keyboard, response):
    keyboard.turn(RATINGS)
    keyboard.choose(keyboard.exercise.root.locator(RATINGS), response["recall"])


def by_pointer(pointer, response):
    pointer.use("submit")
    pointer.pick(response)
