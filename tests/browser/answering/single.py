"""A single choice: the arrows move between its options."""


def by_keyboard(keyboard, response):
    exercise = keyboard.exercise
    keyboard.tab_to(exercise.root.locator("input[type=radio]").first)
    keyboard.press("Space")
    keyboard.press_until(lambda: exercise.response == response, "ArrowDown")


def by_pointer(pointer, response):
    pointer.pick(response)
