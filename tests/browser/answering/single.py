"""A single choice: the arrows move between its options."""


def by_keyboard(keyboard, response):
    exercise = keyboard.exercise
    keyboard.tab_to(exercise.root.locator("input[type=radio]").first)
    keyboard.press("Space")
    same = "(root, response) => root.response.choice === response.choice"
    keyboard.press_until(exercise.root, same, "ArrowDown", response)


def by_pointer(pointer, response):
    pointer.pick(response)
