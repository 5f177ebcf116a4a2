"""A statement: judged, and corrected if it is judged false."""

GROUPS = "[role=radiogroup]"


def by_keyboard(keyboard, response):
    groups = keyboard.exercise.root.locator(GROUPS)
    for place, value in enumerate(_judged(response)):
        keyboard.choose(groups.nth(place), value)


def by_pointer(pointer, response):
    for value in _judged(response):
        pointer.hit(pointer.exercise.root.locator(f"{GROUPS} label:has([value={value}])"))


def _judged(response):
    """Split the answer into the judgement and the correction, if there is one."""
    answer = response["answer"]
    return [answer] if answer in {"true", "false"} else ["false", answer]
