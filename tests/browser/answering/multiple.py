"""A multiple choice: each option is ticked by itself."""


def by_keyboard(keyboard, response):
    keyboard.tick(response)


def by_pointer(pointer, response):
    pointer.pick(response)
