"""A card: turned, then rated."""

RATINGS = ".ratings"
#: Whoever rates has read the back first: two taps in haste are one (one-act.js).
READING = 400


def by_keyboard(keyboard, response):
    keyboard.turn(RATINGS)
    keyboard.choose(keyboard.exercise.root.locator(RATINGS), response["recall"])


def by_pointer(pointer, response):
    pointer.use("submit")
    pointer.exercise.page.wait_for_timeout(READING)
    pointer.pick(response)
