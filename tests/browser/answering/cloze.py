"""A cloze: its gaps are typed into, or filled from a list."""


def by_keyboard(keyboard, response):
    keyboard.fill(response)


def by_pointer(pointer, response):
    pointer.fill(response)
