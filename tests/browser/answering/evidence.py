"""A decision and its grounds, each sentence a box to tick."""


def by_keyboard(keyboard, response):
    decision = keyboard.exercise.root.locator("[role=radiogroup]")
    if "choice" in response:
        keyboard.choose(decision, response["choice"])
    keyboard.tick(response)


def by_pointer(pointer, response):
    pointer.pick(response)
