"""The preview with many open pages: it tells them all, and those that do not listen hold nobody up."""

from streams import run


def test_two_hundred_streams(tmp_path):
    """Of 200 connections some never read and some never end their request; all others learn of a saved article."""
    assert run(tmp_path, 200)  # which raises if one of them is not told
