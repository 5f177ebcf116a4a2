"""Cards to sort: each has a row of groups."""

CARDS = "[role=radiogroup]"


def by_keyboard(keyboard, response):
    for card, group in _sorted(keyboard.exercise, response):
        keyboard.choose(card, group)


def by_pointer(pointer, response):
    for card, group in _sorted(pointer.exercise, response):
        pointer.hit(card.locator(f'label:has([value="{group}"])'))


def _sorted(exercise, response):
    """Give each card of a response with its group."""
    for card in exercise.root.locator(CARDS).all():
        # The names of a card's inputs end with its slot.
        slot = card.locator("input").first.get_attribute("name").rpartition("-")[2]
        if slot in response:
            yield card, response[slot]
