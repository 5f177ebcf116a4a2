"""A scenario: each decision brings the next step."""


def by_keyboard(keyboard, response):
    for step, choice in _steps(keyboard.exercise, response):
        if not step.is_visible():
            keyboard.press("Enter")
        keyboard.choose(step, choice)


def by_pointer(pointer, response):
    for step, choice in _steps(pointer.exercise, response):
        if not step.is_visible():
            pointer.use("submit")
        pointer.hit(step.locator(f"label:has([value={choice}])"))


def _steps(exercise, response):
    steps = exercise.root.locator(".step")
    for number, choice in enumerate(response.values()):
        yield steps.nth(number), choice
