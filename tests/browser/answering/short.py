"""A short answer: written first, then compared with its points."""

#: What a reader writes who is asked for an answer in words.
OWN_WORDS = "因为两件事是一个整体。"


def by_keyboard(keyboard, response):
    keyboard.tab_to(keyboard.exercise.root.locator("textarea"))
    keyboard.press("Control+A")
    keyboard.type(response.get("text", OWN_WORDS))
    keyboard.turn(".points")
    keyboard.tick(response)


def by_pointer(pointer, response):
    pointer.hit(pointer.exercise.root.locator("textarea"))
    pointer.type(response.get("text", OWN_WORDS))
    pointer.use("submit")
    pointer.pick(response)
