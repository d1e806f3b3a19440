"""Placeholder."""


def build(w):
    pass
