"""Pairs: each premise has a list to choose from."""


def by_keyboard(keyboard, response):
    keyboard.fill(response)


def by_pointer(pointer, response):
    pointer.fill(response)
